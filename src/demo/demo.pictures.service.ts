import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import type { Work } from "../auth/work.js";
import type { OpenImages } from "../image/open-images.js";
import { pathForUpload } from "../image/receive-upload.js";
import { sharp } from "../image/sharp.js";
import { uploadImage } from "../image/upload.service.js";
import { CANVAS_SIZE } from "./canvas.js";
import { expectDone } from "./expect-done.js";
import type { DemoPicture } from "./demo.type.js";

const LIMITS = { maxImageBytes: 1_000_000, maxImagePixels: 1_000_000, imageTypes: ["jpeg"] } as const;

/** Draws pictures and stores them as uploads are stored. Returns their bare keys by their names in the demo newsroom. */
export async function storePictures(
  work: Work,
  images: OpenImages,
  pictures: readonly DemoPicture[],
): Promise<ReadonlyMap<string, string>> {
  const drawn = await Promise.all(pictures.map(async (picture) => ({ picture, content: await encode(picture) })));
  const ids = new Map<string, string>();
  for (const { picture, content } of drawn) ids.set(picture.key, await store(work, images, picture, content));
  return ids;
}

function encode({ draw }: DemoPicture): Promise<Buffer> {
  return sharp(draw().pixels, { raw: { ...CANVAS_SIZE, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

async function store(work: Work, images: OpenImages, picture: DemoPicture, content: Buffer): Promise<string> {
  const path = await pathForUpload({ folder: images.folder, limits: LIMITS });
  try {
    await writeFile(path, content);
    const contentHash = createHash("sha256").update(content).digest("hex");
    const file = { path, sizeBytes: content.length, contentHash, fileName: `${picture.key}.jpg` };
    return expectDone(await uploadImage(work, { store: images.store, limits: LIMITS }, file, picture)).imageId;
  } finally {
    await rm(path, { force: true });
  }
}
