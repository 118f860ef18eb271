import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { type UserError } from "../graphql/user-errors.js";
import { Issues } from "../validation/issues.js";
import { type ImageColumns, type ImageFieldsInput, readImageFields } from "./image-fields.parse.js";
import { type ImageStore, originalKey } from "./image-store.js";
import type { ReceivedFile } from "./receive-upload.js";
import { type InspectedPicture, inspectPicture, type PictureLimits } from "./inspect-picture.js";

/** An image after an upload. */
export interface UploadedImage {
  /** The bare key. */
  readonly imageId: string;
  /** Whether it was stored now; the same file may have been there before, and is left as it is. */
  readonly isNew: boolean;
}

/** What an upload needs besides the database. */
export interface UploadMeans {
  readonly store: ImageStore;
  readonly limits: PictureLimits;
}

const BLANK: ImageColumns = {
  alt: "",
  headline: null,
  caption: null,
  credit: null,
  copyright: null,
  usageTerms: null,
  place: null,
  usableUntil: null,
  takenAt: null,
  focalX: null,
  focalY: null,
};

/**
 * Stores a picture. Fields that the sender leaves out are taken from the metadata of the file. The object is written before
 * the row, so that no row refers to a file that is not there; a crash between leaves an object that `images clean` finds.
 *
 * @throws UploadRefusal when the file is no sound picture; StoreError when it cannot be stored.
 */
export async function uploadImage(
  work: Work,
  means: UploadMeans,
  file: ReceivedFile,
  fields: ImageFieldsInput,
): Promise<UploadedImage | UserError> {
  const known = await work.database.prisma.image.findUnique({
    where: { contentHash: file.contentHash },
    select: { id: true, mediaType: true },
  });
  if (known) return keepKnown(means.store, file, known);
  const picture = await inspectPicture(file.path, means.limits);
  const imageId = work.newId();
  const key = originalKey(imageId);
  await means.store.put(key, { file: file.path, sizeBytes: file.sizeBytes }, picture.mediaType);
  let isKept = false;
  try {
    const written = await insertImage(work, imageId, { file, picture, fields });
    isKept = "isNew" in written && written.isNew;
    return written;
  } finally {
    if (!isKept) await means.store.delete(key);
  }
}

/** The image that has this file already. Where its original was lost, the file takes its place. */
async function keepKnown(
  store: ImageStore,
  { path, sizeBytes }: ReceivedFile,
  { id, mediaType }: { readonly id: string; readonly mediaType: string },
): Promise<UploadedImage> {
  const key = originalKey(id);
  if (!(await store.has(key))) await store.put(key, { file: path, sizeBytes }, mediaType);
  return { imageId: id, isNew: false };
}

interface NewImage {
  readonly file: ReceivedFile;
  readonly picture: InspectedPicture;
  readonly fields: ImageFieldsInput;
}

function insertImage(work: Work, id: string, image: NewImage): Promise<UploadedImage | UserError> {
  return write(work, "uploadImage", async (tx) => {
    const { file, picture } = image;
    // Of two uploads of one file at once the second finds the first here, after its own write met the unique index.
    const other = await tx.image.findUnique({ where: { contentHash: file.contentHash }, select: { id: true } });
    if (other) return { imageId: other.id, isNew: false };
    const columns = readColumns(image, work.clock.now());
    const { contentHash, sizeBytes, fileName } = file;
    const { mediaType, width, height, placeholder } = picture;
    const facts = { mediaType, width, height, placeholder, contentHash, sizeBytes, fileName: storedName(fileName) };
    await createRow(tx, { id, ...facts, ...columns, createdAt: work.clock.now() });
    record(work, tx, "uploadImage", { type: "Image", id }, ...(facts.fileName === null ? [] : [facts.fileName]));
    return { imageId: id, isNew: true };
  });
}

async function createRow(tx: Transaction, data: Parameters<Transaction["image"]["create"]>[0]["data"]): Promise<void> {
  await tx.image.create({ data, select: { id: true } });
}

/** What the sender wrote, and for what is left out the proposals of the file. */
function readColumns({ picture: { proposed }, fields }: NewImage, now: Date): ImageColumns {
  const issues = new Issues();
  const { takenAt } = proposed;
  const isPast = takenAt !== null && takenAt <= now;
  const base = { ...BLANK, ...proposed, alt: proposed.alt ?? "", takenAt: isPast ? takenAt : null };
  const columns = readImageFields(fields, base, now, issues);
  if (issues.error) refuse(issues.error);
  return columns;
}

const MAX_NAME = 200;

/** The last part of a path, without characters that show nothing; null where nothing is left. */
function storedName(name: string | null): string | null {
  const last = name?.split(/[/\\]/u).at(-1)?.replaceAll(/\p{C}/gu, "").normalize("NFC").trim() ?? "";
  return last === "" ? null : last.slice(0, MAX_NAME).toWellFormed();
}
