import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenImages, openImages } from "../../src/image/open-images.js";

/** A store of images in a folder of its own. */
interface TestImages {
  readonly folder: string;
  readonly open: OpenImages;
  readonly remove: () => Promise<void>;
}

/** Makes an empty store of images. */
export async function createTestImages(): Promise<TestImages> {
  const dataDir = await mkdtemp(join(tmpdir(), "dateline-images-"));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  return { folder: join(dataDir, "images"), open: openImages({ dataDir, imageBucket: null }), remove };
}
