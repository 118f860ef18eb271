import type { Readable } from "node:stream";

/*
 * The files of images are objects under keys: the original of an image, and its renditions, which can be made again. An
 * object is never changed: its key belongs to one image, whose file stays the same.
 */

/** An object without its content. */
export interface StoredObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly storedAt: Date;
}

/** The content of an object. It must be read to its end, or destroyed. */
export interface ObjectContent {
  readonly sizeBytes: number;
  readonly stream: Readable;
}

/** Content to store: bytes, or the path of a file, which stays where it is. */
export type NewContent = Uint8Array | { readonly file: string; readonly sizeBytes: number };

/** Where the files of images are. All methods throw a StoreError when the store does not answer or refuses. */
export interface ImageStore {
  /** What it is, for a sentence: "the folder /data/images". */
  readonly description: string;
  /** Stores an object completely or not at all. */
  put(key: string, content: NewContent, mediaType: string): Promise<void>;
  /** Opens an object; null where there is none. */
  get(key: string): Promise<ObjectContent | null>;
  has(key: string): Promise<boolean>;
  /** Removes an object; nothing happens where there is none. */
  delete(key: string): Promise<void>;
  /** The objects whose keys begin with a prefix that ends with a slash, in no particular order. */
  list(prefix: string): AsyncIterable<StoredObject>;
}

/** A store that does not answer or refuses; the message is one sentence without secrets. */
export class StoreError extends Error {}

/** What the keys of originals begin with. */
export const ORIGINALS = "originals/";

/** What the keys of renditions begin with. */
export const RENDITIONS = "renditions/";

/** The key of the original of an image, by the bare key of its row. */
export function originalKey(imageId: string): string {
  return `${ORIGINALS}${imageId}`;
}

/** What the keys of the renditions of an image begin with, by the bare key of its row. */
export function renditionsOf(imageId: string): string {
  return `${RENDITIONS}${imageId}/`;
}

/** The bare key of the image that an object belongs to; null for an object of another kind. */
export function imageOfObject(key: string): string | null {
  const [, original, rendition] = /^(?:originals\/([\da-f-]{36})|renditions\/([\da-f-]{36})\/[^/]+)$/u.exec(key) ?? [];
  return original ?? rendition ?? null;
}

/** Removes the original of an image and all its renditions. */
export async function deleteObjectsOf(store: ImageStore, imageId: string): Promise<void> {
  // The original first: without it no further rendition is made.
  await store.delete(originalKey(imageId));
  for await (const { key } of store.list(renditionsOf(imageId))) await store.delete(key);
}
