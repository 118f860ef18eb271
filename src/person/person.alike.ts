import { type NameWord, readNameWords } from "@dateline/copy-reader/text";

/**
 * In what two names differ that may be one person's: where they are parted, how their letters or sounds are written, in
 * their order, in a middle name, a small word, a Jr. or Sr., an initial, a further family name, or in that one of them is
 * a family name alone.
 */
export type NameDifference =
  | "parting"
  | "letters"
  | "spelling"
  | "order"
  | "middle"
  | "particle"
  | "suffix"
  | "initial"
  | "further"
  | "family";

/** What two words of names may differ in. */
type WordDifference = "letters" | "spelling";

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);

/**
 * Returns in what two names differ, at most in two ways; an empty list when they are the same as names are folded, null
 * when they are hardly one person's. Names in Chinese characters are the same or not.
 */
export function compareNames(one: string, other: string): readonly NameDifference[] | null {
  const [a, b] = [readNameWords(one), readNameWords(other)];
  if (a.length === 0 || b.length === 0) return null;
  if (joined(a, " ") === joined(b, " ")) return [];
  if (a.some(isCharacter) || b.some(isCharacter)) return null;
  if (joined(a, "") === joined(b, "")) return ["parting"];
  const [bareA, bareB] = [withoutSuffix(a), withoutSuffix(b)];
  if (joined(bareA, " ") === joined(bareB, " ")) return ["suffix"];
  for (const likeness of LIKENESSES) {
    const shape = compareShapes(bareA, bareB, likeness.isLike);
    if (shape !== null) return [...(shape === "same" ? [] : [shape]), ...likeness.differences];
  }
  return null;
}

/** The words of a name as they are folded, without particles and suffixes; none for a name in Chinese characters. */
export function coreWords(name: string): readonly string[] {
  const words = withoutSuffix(readNameWords(name));
  return words.some(isCharacter) ? [] : foldedOf(words.filter((word) => !word.isParticle));
}

/** The family name when a name is nothing else, with its particles or not: `Okorin`, `von der Heide`; otherwise null. */
export function loneName(name: string): string | null {
  const [only, ...others] = coreWords(name);
  return only !== undefined && only.length > 1 && others.length === 0 ? only : null;
}

function joined(words: readonly NameWord[], by: string): string {
  return words.map(({ folded }) => folded).join(by);
}

function isCharacter(word: NameWord): boolean {
  return word.isCharacter;
}

function withoutSuffix(words: readonly NameWord[]): readonly NameWord[] {
  const last = words.at(-1);
  return words.length > 1 && last && SUFFIXES.has(last.folded) ? words.slice(0, -1) : words;
}

type Likeness = (one: string, other: string) => boolean;

/** Words are compared in three ways, the strictest first. */
const LIKENESSES: readonly { readonly isLike: Likeness; readonly differences: readonly WordDifference[] }[] = [
  { isLike: (one, other) => one === other, differences: [] },
  { isLike: (one, other) => lettersOf(one) === lettersOf(other), differences: ["letters"] },
  { isLike: (one, other) => soundsOf(one) === soundsOf(other), differences: ["spelling"] },
];

/** Umlauts and the like that are written as two letters, as one: `mueller` as `muller`, `aasen` as `asen`. */
function lettersOf(word: string): string {
  return word.replace(/([aou])e|aa/gu, (pair, vowel: string | undefined) => vowel ?? pair.slice(1));
}

/**
 * A word as names from other scripts are spelled in several ways: `mohammed` as `muhammad`, `aleksey` as `alexei`.
 * Words of two letters, and those of other scripts, are left as they are.
 */
function soundsOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/u.test(word)) return word;
  return word
    .replaceAll("ph", "f")
    .replaceAll("x", "ks")
    .replace(/ou|oo/gu, "u")
    .replaceAll("ee", "i")
    .replace(/[yj]/gu, "i")
    .replace(/[cq]/gu, "k")
    .replaceAll("w", "v")
    .replaceAll("e", "a")
    .replaceAll("o", "u")
    .replace(/(.)\1+/gu, "$1")
    .replace(/(?<=.{2})h$/u, "");
}

type Shape = Exclude<NameDifference, WordDifference | "parting" | "suffix"> | "same";

function compareShapes(a: readonly NameWord[], b: readonly NameWord[], isLike: Likeness): Shape | null {
  const [one, other] = [foldedOf(a), foldedOf(b)];
  if (areLike(one, other, isLike)) return "same";
  if (areLike(rotated(one), other, isLike) || areLike(one, rotated(other), isLike)) return "order";
  const [coreA, coreB] = [coreOf(a), coreOf(b)];
  if (coreA.length > 1 && areLike(coreA, coreB, isLike)) return "particle";
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (short.length > 1 && isAbridged(long, short, isLike)) return "middle";
  return compareCores(coreA, coreB, isLike);
}

function compareCores(a: readonly string[], b: readonly string[], isLike: Likeness): Shape | null {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const isOneFamily = isLike(long.at(-1) ?? "", short.at(-1) ?? "");
  if (short.length === 1) return long.length > 1 && isOneFamily ? "family" : null;
  if (isOneFamily && isInitialOf(long[0], short[0])) return "initial";
  const isLonger = long.length > short.length && isLike(long[0] ?? "", short[0] ?? "");
  return isLonger && isWithin(long, short, isLike) ? "further" : null;
}

function foldedOf(words: readonly NameWord[]): readonly string[] {
  return words.map(({ folded }) => folded);
}

/** The words without the small ones, or all when there are no others. */
function coreOf(words: readonly NameWord[]): readonly string[] {
  const core = words.filter((word) => !word.isParticle);
  return foldedOf(core.length > 0 ? core : words);
}

function areLike(one: readonly string[], other: readonly string[], isLike: Likeness): boolean {
  return one.length === other.length && one.every((word, at) => isLike(word, other[at] ?? ""));
}

/** The family name, which was first, after the others. */
function rotated(words: readonly string[]): readonly string[] {
  return [...words.slice(1), ...words.slice(0, 1)];
}

/** Whether both names begin and end alike, and the middle names of the shorter are among those of the longer. */
function isAbridged(long: readonly string[], short: readonly string[], isLike: Likeness): boolean {
  if (!isLike(long[0] ?? "", short[0] ?? "") || !isLike(long.at(-1) ?? "", short.at(-1) ?? "")) return false;
  const isSame: Likeness = (one, other) => isLike(one, other) || isInitialOf(one, other);
  return long.length > 2 && isWithin(long.slice(1, -1), short.slice(1, -1), isSame);
}

/** Whether the words of the shorter are in the longer, in their order. */
function isWithin(long: readonly string[], short: readonly string[], isLike: Likeness): boolean {
  let at = 0;
  for (const word of long) if (at < short.length && isLike(word, short[at] ?? "")) at += 1;
  return at === short.length;
}

function isInitialOf(one: string | undefined, other: string | undefined): boolean {
  const [short = "", long = ""] = (one?.length ?? 0) < (other?.length ?? 0) ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}
