import type { Transaction } from "../database/client.js";

/** What the rules of texts know of an image. */
export interface LockedImage {
  /** The bare key. */
  readonly id: string;
  /** Empty where it was not written. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly fileName: string | null;
  /** The last day on which it may be published again, at midnight UTC; null without a limit. */
  readonly usableUntil: Date | null;
}

/**
 * Locks images and returns those that exist, by key: none of them is changed or deleted until the transaction ends. To be
 * called after the locks of articles, posts and persons, with all keys at once.
 */
export async function lockAndReadImages(
  tx: Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LockedImage>> {
  if (keys.length === 0) return new Map();
  // Raw for the row lock, which is that of lockSharedRows: the rows are read as they are under it.
  const images = await tx.$queryRaw<LockedImage[]>`
    SELECT id, alt, caption, credit, file_name AS "fileName",
      usable_until::timestamp AT TIME ZONE 'UTC' AS "usableUntil" FROM image
    WHERE id = ANY(${[...new Set(keys)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return new Map(images.map((image) => [image.id, image]));
}
