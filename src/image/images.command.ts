import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../database/client.js";
import { imageOfObject, type ImageStore, ORIGINALS, RENDITIONS, type StoredObject } from "./image-store.js";

/** What the command looks at. */
export interface ImagesCommand {
  readonly database: Database;
  readonly store: ImageStore;
  /** The folder of files that are arriving. */
  readonly folder: string;
  readonly now: Date;
}

/** Younger objects may belong to an upload that has not written its row yet. */
const LEAST_AGE_MS = 60 * 60 * 1000;

/** A file that has been arriving for so long belongs to a process that has ended. */
const MAX_ARRIVAL_MS = 24 * 60 * 60 * 1000;

/** This many rows are looked up at once. */
const PAGE = 500;

/**
 * Compares the files of images with the images: yields a line for each file that no image has and for each image without its
 * original, and at last a sentence. Files are removed only when `isDeleting`.
 */
export async function* runImagesCommand(command: ImagesCommand, isDeleting: boolean): AsyncGenerator<string> {
  const originals = new Set<string>();
  const surplus = { files: 0, bytes: 0 };
  const word = isDeleting ? "removed" : "surplus";
  for await (const { key, sizeBytes, storedAt } of surplusObjects(command, originals)) {
    surplus.files += 1;
    surplus.bytes += sizeBytes;
    if (isDeleting) await command.store.delete(key);
    yield `${word} ${key} (${sizeBytes} bytes, ${storedAt.toISOString()})`;
  }
  for (const path of await abandonedIn(command)) {
    surplus.files += 1;
    if (isDeleting) await rm(path, { force: true });
    yield `${word} ${path} (an upload that was cut off)`;
  }
  let missing = 0;
  for await (const id of imagesWithout(command.database, originals)) {
    missing += 1;
    yield `missing originals/${id}: upload the same file again, or restore it from a backup`;
  }
  yield summarise(command.store, surplus, missing, isDeleting);
}

/** The objects that no image has; the bare keys of all originals are added to `originals`. */
async function* surplusObjects(command: ImagesCommand, originals: Set<string>): AsyncGenerator<StoredObject> {
  for await (const page of inPages(command.store.list(ORIGINALS))) {
    for (const { key } of page) originals.add(key.slice(ORIGINALS.length));
    yield* await withoutImage(command, page);
  }
  for await (const page of inPages(command.store.list(RENDITIONS))) yield* await withoutImage(command, page);
}

async function* inPages(objects: AsyncIterable<StoredObject>): AsyncGenerator<readonly StoredObject[]> {
  let page: StoredObject[] = [];
  for await (const object of objects) {
    page.push(object);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function withoutImage(
  { database, now }: ImagesCommand,
  page: readonly StoredObject[],
): Promise<readonly StoredObject[]> {
  const old = page.filter(({ storedAt }) => now.getTime() - storedAt.getTime() > LEAST_AGE_MS);
  const ids = [...new Set(old.flatMap(({ key }) => imageOfObject(key) ?? []))];
  const rows = await database.prisma.image.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set<string | null>(rows.map(({ id }) => id));
  // Objects of other kinds are ignored.
  return old.filter(({ key }) => imageOfObject(key) !== null && !known.has(imageOfObject(key)));
}

async function abandonedIn({ folder, now }: ImagesCommand): Promise<readonly string[]> {
  const paths = (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
  const found = await Promise.all(paths.map(async (path) => ({ path, file: await stat(path).catch(() => null) })));
  return found.flatMap(({ path, file }) => {
    const isOld = file !== null && now.getTime() - file.mtimeMs > MAX_ARRIVAL_MS;
    return isOld && file.isFile() ? [path] : [];
  });
}

async function* imagesWithout(database: Database, originals: ReadonlySet<string>): AsyncGenerator<string> {
  let last: string | undefined;
  for (;;) {
    const where = last === undefined ? {} : { id: { gt: last } };
    const rows = await database.prisma.image.findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const { id } of rows) if (!originals.has(id)) yield id;
    last = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

function summarise(
  { description }: ImageStore,
  { files, bytes }: { readonly files: number; readonly bytes: number },
  missing: number,
  isDeleting: boolean,
): string {
  const count = files === 1 ? "1 file" : `${files} files`;
  const surplus = isDeleting
    ? `${count} (${bytes} bytes) without an image were removed from ${description}`
    : `${count} (${bytes} bytes) in ${description} belong to no image`;
  const remedy = files > 0 && !isDeleting ? "; --delete removes them" : "";
  return `${surplus}${remedy}. ${missing} images lack their original.`;
}
