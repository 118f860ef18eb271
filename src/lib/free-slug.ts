import { MAX_SLUG_LENGTH } from "./slug.js";

/** Looks up which of some slugs are taken. */
export type FindTaken = (candidates: readonly string[]) => Promise<readonly string[]>;

/** A wanted slug with a number, of at most MAX_SLUG_LENGTH code units. A long one is shortened. */
function numbered(wanted: string, number: number): string {
  const ending = `-${number}`;
  const kept = wanted.slice(0, MAX_SLUG_LENGTH - ending.length).toWellFormed();
  return kept.replace(/[-\uFFFD]+$/u, "") + ending;
}

/** How many numbered slugs are tried in the first look-up; twice as many in each further one. */
const FIRST_BATCH = 50;

/**
 * The first free one of: the wanted slug, then the same with -2, -3 and so on. Two writers can get the same one at
 * the same moment; the unique index then refuses the second.
 */
export async function freeSlug(wanted: string, findTaken: FindTaken): Promise<string> {
  for (let from = 1, length = FIRST_BATCH; ; from += length, length *= 2) {
    const candidates = Array.from({ length }, (_, at) => (from + at === 1 ? wanted : numbered(wanted, from + at)));
    const taken = new Set(await findTaken(candidates));
    const free = candidates.find((slug) => !taken.has(slug));
    if (free !== undefined) return free;
  }
}
