import type { Transaction } from "../database/client.js";
import { lockSharedRows } from "../database/row-locks.js";

/** The columns of an image that rules of texts look at. */
const COLUMNS = {
  id: true,
  alt: true,
  caption: true,
  credit: true,
  fileName: true,
  usableUntil: true,
} as const;

/** What the rules of texts know of an image. */
export interface LockedImage {
  /** The bare key. */
  readonly id: string;
  /** Empty where nobody has written it. */
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
  const ids = [...(await lockSharedRows(tx, { Image: keys }))];
  if (ids.length === 0) return new Map();
  const images = await tx.image.findMany({ where: { id: { in: ids } }, select: COLUMNS });
  return new Map(images.map((image) => [image.id, image]));
}
