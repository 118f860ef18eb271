import { randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, copyFile, type FileHandle, mkdir, open, opendir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { codeOf, messageOf } from "../database/startup-error.js";
import { type ImageStore, type NewContent, type ObjectContent, type StoredObject, StoreError } from "./image-store.js";

/** The folder of files that are not complete yet, within the folder of a store. */
const INCOMING = "incoming";

/** What the codes of the file system mean for an operator. */
const EXPLAINED: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
};

/** Images in a folder. It is made when the first image is stored. Several servers may share it. */
export class FolderStore implements ImageStore {
  readonly description: string;

  constructor(readonly folder: string) {
    this.description = `the folder ${folder}`;
  }

  /** The folder of files that are not complete yet. A file there that is a day old belongs to no process that runs. */
  get incoming(): string {
    return join(this.folder, INCOMING);
  }

  /** The file is written beside, flushed to the disk and then renamed, so that no reader and no crash sees half of it. */
  async put(key: string, content: NewContent): Promise<void> {
    const path = this.#path(key);
    const unfinished = join(this.incoming, randomUUID());
    try {
      await mkdir(this.incoming, { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (content instanceof Uint8Array) await writeFile(unfinished, content, { mode: 0o600 });
      else await copyFile(content.file, unfinished, constants.COPYFILE_FICLONE);
      await flush(unfinished, "r+");
      await rename(unfinished, path);
      await flush(dirname(path), "r");
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw this.#fault(error);
    }
  }

  async get(key: string): Promise<ObjectContent | null> {
    const path = this.#path(key);
    let handle: FileHandle | null = null;
    try {
      handle = await open(path, "r");
      const { size } = await handle.stat();
      return { sizeBytes: size, stream: createReadStream(path, { fd: handle }) };
    } catch (error) {
      await handle?.close();
      if (isMissing(error)) return null;
      throw this.#fault(error);
    }
  }

  async has(key: string): Promise<boolean> {
    try {
      await access(this.#path(key));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw this.#fault(error);
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true }).catch((error: unknown) => {
      throw this.#fault(error);
    });
  }

  async *list(prefix: string): AsyncGenerator<StoredObject> {
    for await (const path of filesIn(join(this.folder, prefix))) {
      const found = await stat(path).catch(() => null);
      // A file may be removed while the folder is listed.
      if (found === null) continue;
      const key = relative(this.folder, path).split(sep).join("/");
      yield { key, sizeBytes: found.size, storedAt: found.mtime };
    }
  }

  #path(key: string): string {
    // Keys are made of ids and sizes; anything else would be a mistake in the program.
    if (!/^[a-z]+(?:\/[\w-][\w.-]*)+$/u.test(key)) throw new Error(`${JSON.stringify(key)} is no key of an object.`);
    return join(this.folder, ...key.split("/"));
  }

  #fault(error: unknown): StoreError {
    const reason = EXPLAINED[codeOf(error) ?? ""] ?? messageOf(error);
    return new StoreError(`The images in ${this.folder} cannot be read or written: ${reason}.`, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

async function flush(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}
