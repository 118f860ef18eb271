import { tmpdir } from "node:os";
import { afterAll } from "vitest";
import type { Work } from "../../src/auth/work.js";
import type { UserError } from "../../src/graphql/user-errors.js";
import { openImages } from "../../src/image/open-images.js";
import { pictureIntake } from "../../src/image/picture-intake.service.js";
import { CopyReader } from "../../src/import/copy-reader.js";
import { type FileOptions, type StoryReport } from "../../src/import/import.command.js";
import type { PictureTools } from "../../src/import/import.pictures.service.js";
import { IMAGE_LIMITS } from "./app.js";
import { importFile } from "../../src/import/import-file.command.js";
import { importCopy, type ImportOutcome, type SentCopy } from "../../src/import/import-copy.service.js";

const unused = openImages({ dataDir: tmpdir(), imageBucket: null });
const NO_MEANS: PictureTools = { intake: pictureIntake(unused, IMAGE_LIMITS), fetching: null };

/** Imports copy as the mutation does. */
export type SendCopy = (work: Work, input: SentCopy) => Promise<ImportOutcome | UserError>;

/** What sends the copy of one test file. */
export function useCopyReader(): SendCopy {
  const copyReader = new CopyReader();
  afterAll(() => copyReader.close());
  return (work, input) => importCopy({ work, copyReader, pictures: NO_MEANS }, input);
}

/** Imports the one story of a file as the command does. */
export async function importOneStory(work: Work, file: string, options: FileOptions): Promise<StoryReport> {
  const steps = [];
  for await (const step of importFile(work, file, options)) steps.push(step);
  const [only] = steps;
  if (only?.kind !== "story" || steps.length > 1) throw new Error(`Not one story: ${JSON.stringify(steps)}`);
  return only;
}
