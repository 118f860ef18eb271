import { readDay } from "../text/days.js";

/** Whether the sender lets a story be published. */
export interface StoryRelease {
  /** Why it is not to be published as it is, one sentence; null when nothing speaks against it. */
  readonly hold: string | null;
  /** The moment in UTC at which the hold ends; null when it does not end by itself, and without a hold. */
  readonly heldUntil: string | null;
  /** Whether the sender has taken the story back, also from where it was published. */
  readonly isWithdrawn: boolean;
}

/** Nothing speaks against publishing the story. */
export const FREE: StoryRelease = { hold: null, heldUntil: null, isWithdrawn: false };

/** A hold under which a story is at a moment: its sentence, or null when there is none or it has ended. */
export function holdAt({ hold, heldUntil }: StoryRelease, now: Date): string | null {
  return heldUntil === null || Date.parse(heldUntil) > now.getTime() ? hold : null;
}

/** What two places of one story state, together: of two holds the one that ends later, or never. */
export function joinReleases(one: StoryRelease, other: StoryRelease): StoryRelease {
  const longer = one.hold === null || (other.hold !== null && endOf(other) > endOf(one)) ? other : one;
  const { hold, heldUntil } = longer;
  return { hold, heldUntil, isWithdrawn: one.isWithdrawn || other.isWithdrawn };
}

function endOf({ heldUntil }: StoryRelease): number {
  return heldUntil === null ? Number.POSITIVE_INFINITY : Date.parse(heldUntil);
}

/** No notation of a day begins further behind. */
const FARTHEST_WORD = 40;

const DAY_MS = 86_400_000;

/** The time zone in which a day begins and ends last. */
const LAST_ZONE_MS = 12 * 3_600_000;

/** Which number is the month differs from country to country. */
const AMBIGUOUS = /\d\/\d{1,2}\/\d/u;

/**
 * The hold under which a line such as “Embargo until 3 March 2031, 18:00” puts a story. It ends when the last day that
 * it names is over everywhere on earth; of its hour and zone nothing is believed. Where a day lacks its year or can be
 * read in two ways, or there is none, it does not end by itself.
 */
export function releaseOfLine(line: string): StoryRelease {
  const last = AMBIGUOUS.test(line) ? null : lastDay(line);
  const heldUntil = last === null ? null : new Date(Date.parse(last) + DAY_MS + LAST_ZONE_MS).toISOString();
  return { hold: warnOfEmbargo(line), heldUntil, isWithdrawn: false };
}

function lastDay(line: string): string | null {
  const starts = [...line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].slice(0, FARTHEST_WORD);
  const found = starts.flatMap(({ index }) => readDay(line.slice(index)) ?? []);
  const days = found.flatMap(({ date }) => date ?? []).sort();
  return days.length < found.length ? null : (days.at(-1) ?? null);
}

/** A full sentence for an editor. */
export function warnOfEmbargo(line: string): string {
  return `The copy is under an embargo: “${line.slice(0, 200)}”.`;
}
