import type { WrittenArticle } from "../draft/written.js";
import { dryRun, joinTransaction, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { ConflictError, UserError } from "../graphql/user-errors.js";
import { foldName } from "../person/person.mentions.js";
import { accountsOf } from "./import.candidates.js";
import { type ImportKeys, importKeysOf, type KnownStory, listKeys, describeKnown } from "./import.keys.js";
import { findKnown, keepName, lockNames } from "./import.known.service.js";
import { meantIn, type PersonVerdict } from "./import.persons.js";
import { matchPersons } from "./import.persons.service.js";
import { References } from "../embedded-post/references.js";
import { findReferences } from "../embedded-post/references.service.js";
import { Issues } from "../validation/issues.js";
import { type Decisions, decideStory, imagePath, personPath, readDecisions } from "./import.decisions.js";
import {
  NO_PICTURES,
  type PictureTools,
  picturesToTake,
  takePictures,
  type TakenPictures,
} from "./import.pictures.service.js";
import { previewStory } from "./import.preview.js";
import type { ImportPreview } from "./import.preview.type.js";
import { applyDecisions, type ImportedProposal, proposeAll } from "./import.proposals.js";
import type { ImportDecisionInput } from "./import.type.js";
import { withAuthors } from "./import.authors.js";
import { type Filing, fileStory } from "./import.section.service.js";
import { StoryImport } from "./import.write.service.js";
import { because, explained, holdAt } from "@dateline/copy-reader/text";
import type { StoryPerson, CopyStory } from "@dateline/copy-reader";

/** What an import does beyond reading. */
export interface ImportOptions {
  /** In the place of the one in the copy. */
  readonly headline?: string | undefined;
  /** Whether the article is published at once instead of left as a draft. */
  readonly isPublished?: boolean;
  /** Whether the import is only simulated. */
  readonly isDryRun?: boolean;
  /** What its sender calls the story; null or absent where it has no name of its own. */
  readonly ownId?: string | null;
  /** What an editor decided on what was read. */
  readonly decisions?: readonly ImportDecisionInput[];
  /** What takes pictures over; none are where absent. */
  readonly pictures?: PictureTools;
}

/** The result of importing a story. */
export interface ImportedStory {
  /** The article that was written, or as which the story was imported before; null in a dry run. */
  readonly article: WrittenArticle | null;
  /** As what the story was imported before: then nothing was written. Null when it is new. */
  readonly known: KnownStory | null;
  /** Whether its sender has taken the story back. */
  readonly isWithdrawn: boolean;
  /** Why a story that was to be published was not, or would not be; null when nothing was in the way. */
  readonly hold: string | null;
  /** What was read and why, and of a new story who its persons are. */
  readonly proposals: readonly ImportedProposal[];
  /** What was read, before any decision. */
  readonly preview: ImportPreview;
  /** What an editor should look at. */
  readonly warnings: readonly string[];
  /** A sentence on the article as which the story was imported before; null when it is new. */
  readonly knownNotice: string | null;
}

/**
 * Writes a story that was read from wire copy as a draft: its persons, its posts and the article, all or nothing. A
 * story that was imported before is found again and left as it is, and so is every known person. What
 * is to be published stays a draft while its sender holds it. A dry run does the same and undoes all of it, so that it
 * reports and refuses what the import would.
 */
export async function importStory(
  work: Work,
  read: CopyStory,
  options: ImportOptions = {},
): Promise<ImportedStory | UserError> {
  const held = holdAt(read, work.clock.now());
  // A moment of release is only worth a warning before it has come, which the reader of a document does not know.
  const isMissing = held !== null && !read.warnings.includes(held);
  const { story, authorKeys } = withAuthors(isMissing ? { ...read, warnings: [...read.warnings, held] } : read);
  const keys = importKeysOf(story, options.ownId ?? null);
  const [references, issues] = [new References(), new Issues()];
  const decisions = readDecisions(story, options.decisions ?? [], references, issues);
  if (issues.error) return issues.error;
  const ready = { story, authorKeys, keys, decisions, references, hold: options.isPublished ? held : null };
  const attempt = (act: typeof write, taken: TakenPictures) =>
    act<ImportedStory>(work, "importArticle", (tx) => importWithin(work, tx, { ...ready, taken }, options));
  if (options.isDryRun !== true) return attempt(write, await takeNewPictures(work, ready, options, attempt));
  const tried = await attempt(dryRun, NO_PICTURES);
  return tried instanceof UserError ? tried : { ...tried, article: tried.known };
}

/** Takes the pictures of a story over before it is written: none of a story that is known, or would be refused. */
async function takeNewPictures(
  work: Work,
  ready: Pick<ReadStory, "story" | "decisions">,
  { pictures }: ImportOptions,
  attempt: (act: typeof dryRun, taken: TakenPictures) => Promise<ImportedStory | UserError>,
): Promise<TakenPictures> {
  const places = placesToTake(ready, pictures);
  if (!pictures || places.length === 0) return NO_PICTURES;
  const tried = await attempt(dryRun, NO_PICTURES);
  if (tried instanceof UserError || tried.known) return NO_PICTURES;
  return takePictures(work, pictures, ready.story, places);
}

/** What an editor refused, or named an image for, is not taken over. */
function placesToTake(
  { story, decisions }: Pick<ReadStory, "story" | "decisions">,
  pictures: PictureTools | undefined,
): readonly number[] {
  const isWanted = (at: number): boolean => {
    const { isAccepted = true, imageId = null } = decisions.get(imagePath(at)) ?? {};
    return isAccepted && imageId === null;
  };
  return pictures ? picturesToTake(story, pictures, isWanted) : [];
}

async function importWithin(
  work: Work,
  tx: Transaction,
  { story, authorKeys, keys, decisions, references, hold, taken }: ReadStory,
  options: ImportOptions,
): Promise<ImportedStory> {
  await expectReferences(tx, references);
  await lockNames(tx, [...listKeys(keys), ...story.persons.flatMap(namesOf)]);
  const known = await findKnown(tx, keys);
  if (known?.isTrashed)
    refuse(new ConflictError(describeKnown("The story", known, story.isWithdrawn), ["input"], "STORY_IN_TRASH"));
  if (known) {
    await keepName(work, tx, known, keys);
    return { ...reportKnownStory(story, known, previewStory(story, [], options.headline)), article: known };
  }
  const verdicts = await matchPersons(tx, story.persons);
  const isPublished = options.isPublished === true && hold === null;
  const filing = await fileStory(tx, story);
  const decided = decideStory(
    { story, authorKeys, meant: meantIn(story.persons, verdicts), taken: taken.images },
    decisions,
  );
  const run = new StoryImport(joinTransaction(work, tx), tx, decided, verdicts, filing);
  const article = await run.run(keys, { ...options, isPublished });
  const inDraft =
    options.isDryRun === true ? placesToTake({ story, decisions }, options.pictures) : [...taken.images.keys()];
  const filed = { story: withSection(story, filing), pictures: new Set(inDraft) };
  const report = reportNewStory(filed, verdicts, decisions, decided.left);
  const preview = previewStory(story, verdicts, options.headline);
  const warnings = [...report.warnings, ...run.warnings, ...taken.warnings];
  return { ...report, hold: hold ?? run.hold, article, preview, warnings };
}

/** Refuses decisions that name persons or images which are not there. */
async function expectReferences(tx: Transaction, references: References): Promise<void> {
  const issues = new Issues();
  references.report(await findReferences(tx, references), issues);
  if (issues.error) refuse(issues.error);
}

/** What identifies a person when two stories that name it come at once. */
function namesOf(person: StoryPerson): readonly string[] {
  return [foldName(person.name), ...accountsOf(person)];
}

/** The story with a proposal for the section that it was put into. */
function withSection(story: CopyStory, { sectionName }: Filing): CopyStory {
  if (sectionName === null) return story;
  const proposal = { path: "section", value: sectionName, confidence: 0.9, ...explained([because("STATED_SECTION")]) };
  return { ...story, proposals: [...story.proposals, proposal] };
}

interface ReadStory {
  readonly story: CopyStory;
  readonly authorKeys: readonly string[];
  readonly keys: ImportKeys;
  readonly decisions: Decisions;
  readonly references: References;
  readonly hold: string | null;
  readonly taken: TakenPictures;
}

interface FiledStory {
  readonly story: CopyStory;
  /** The places of the pictures that are in the draft. */
  readonly pictures: ReadonlySet<number>;
}

function reportKnownStory(story: CopyStory, known: KnownStory, preview: ImportPreview): ImportedStory {
  return {
    article: null,
    known,
    knownNotice: describeKnown("The story", known, story.isWithdrawn),
    isWithdrawn: story.isWithdrawn,
    hold: null,
    preview,
    proposals: proposeAll(story, [], new Set()),
    warnings: story.warnings,
  };
}

function reportNewStory(
  { story, pictures }: FiledStory,
  verdicts: readonly PersonVerdict[],
  decisions: Decisions,
  left: ReadonlySet<string>,
): Omit<ImportedStory, "preview" | "hold"> {
  const isOpen = (at: number): boolean => !decisions.get(personPath(at))?.personId && !left.has(keyAt(story, at));
  const doubts = verdicts.flatMap(({ warning }, at) => (warning !== null && isOpen(at) ? [warning] : []));
  return {
    article: null,
    known: null,
    knownNotice: null,
    isWithdrawn: story.isWithdrawn,
    proposals: applyDecisions(proposeAll(story, verdicts, pictures), decisions, (at) => left.has(keyAt(story, at))),
    warnings: [...story.warnings, ...doubts],
  };
}

function keyAt({ persons }: CopyStory, at: number): string {
  return persons[at]?.key ?? "";
}
