import { isNegation, isNegativePrefix, negatesUnspaced } from "./negations.js";
import { isUnspaced } from "./scan.js";
import { type ReadText, type Word, holdsEllipsis, readText } from "./words.js";

/**
 * A place where the quotation marks a difference from its source. `at` is the index of the quoted word that
 * follows it (the number of words: the end); `skips` how many words of the source may be missing there, Infinity for an
 * ellipsis; `isDots` distinguishes a bare ellipsis, which may be in the source too, from anything in brackets.
 */
export interface EditMark {
  readonly at: number;
  readonly skips: number;
  readonly isDots: boolean;
  /** What brackets insert, when it negates; otherwise null. */
  readonly inserted: string | null;
}

/** The quoted words without what the quoting hand put in brackets, and the marks in the order of their places. */
export interface MarkedText extends ReadText {
  readonly marks: readonly EditMark[];
}

/**
 * The most words of the source that a bracketed insertion may represent. `[the minister]` replaces a phrase; whatever
 * drops more than that needs an ellipsis.
 */
export const BRACKET_SKIPS = 10;

/** Bracketed remarks longer than 200 characters are read as text. */
const BRACKETS = /[[［]([^[\]［］]{0,200})[\]］]/gu;

/** Whether a text holds square brackets with anything in them. */
export function holdsBrackets(text: string): boolean {
  return text.search(BRACKETS) >= 0;
}

/**
 * Reads quoted words and the marks among them: `…`, `...`, `[...]`, `[the minister]`, `[sic]`, a changed first letter as
 * in `[W]e`, a changed ending as in `need[s]`. `isKnown` returns whether the source has a word, so that `[W]e` is read as
 * the source's `we` and `[un]moved` as a replaced word. Linear in the length of the text.
 */
export function readMarkedText(raw: string, isKnown: (key: string) => boolean): MarkedText {
  return readMarks(readText(raw), isKnown);
}

/** The same for a text that is read into words already. */
export function readMarks(read: ReadText, isKnown: (key: string) => boolean): MarkedText {
  const reader = new MarkReader(read, isKnown);
  for (const bracket of read.text.matchAll(BRACKETS)) reader.takeBracket(bracket.index, bracket[1] ?? "");
  return reader.finish();
}

class MarkReader {
  private readonly kept: Word[] = [];
  private readonly marks = new Map<number, EditMark>();
  private next = 0;

  constructor(
    private readonly read: ReadText,
    private readonly isKnown: (key: string) => boolean,
  ) {
    if (holdsEllipsis(this.gapBefore(0))) this.mark(Number.POSITIVE_INFINITY, !this.gapBefore(0).includes("["));
  }

  takeBracket(start: number, inner: string): void {
    this.takeWordsBefore(start);
    const end = start + inner.length + 2;
    const first = this.next;
    while (this.startOf(this.next) < end) this.next += 1;
    if (this.read.words.slice(first, this.next).some((word) => word.after === "trail")) this.markDots(this.next - 1);
    const isRemark = this.next === first || inner.trim().toLowerCase() === "sic";
    const isEnding = !isRemark && isSpaced(this.kept.at(-1)) && this.kept.at(-1)?.end === start;
    const isBeginning = !isRemark && isSpaced(this.read.words[this.next]) && this.startOf(this.next) === end;
    if (isEnding) this.kept.pop();
    if (isBeginning && !isEnding && this.takeJoined(inner, end)) return;
    const replaced = isBeginning ? (this.read.words[this.next]?.key ?? "") : "";
    if (isBeginning) this.next += 1;
    const isOpposite = replaced !== "" && isNegativePrefix(inner) && this.isKnown(replaced);
    const hasNegation = this.read.words.slice(first, this.next).some(({ key }) => isNegation(key));
    const isNegating = !isRemark && (isOpposite || hasNegation || negatesUnspaced(inner));
    this.mark(isRemark ? 0 : BRACKET_SKIPS, false, isNegating ? inner + (isOpposite ? replaced : "") : null);
  }

  finish(): MarkedText {
    this.takeWordsBefore(Number.POSITIVE_INFINITY);
    const marks = [...this.marks.values()].sort((one, other) => one.at - other.at);
    return { text: this.read.text, words: this.kept, marks };
  }

  /** Takes `[W]e` as one word when the source has it in either case; the case of a marked word is free. */
  private takeJoined(inner: string, end: number): boolean {
    const word = this.read.words[this.next];
    if (!word || !/^\p{L}+$/u.test(inner) || !this.isKnown(inner + word.key)) return false;
    this.mark(0, false);
    this.kept.push({ ...word, key: inner + word.key, start: end - inner.length - 2 });
    if (word.after === "trail") this.markDots(this.next);
    this.next += 1;
    return true;
  }

  private takeWordsBefore(offset: number): void {
    while (this.next < this.read.words.length && this.startOf(this.next) < offset) {
      const word = this.read.words[this.next];
      if (word) this.kept.push(word);
      if (word?.after === "trail") this.markDots(this.next);
      this.next += 1;
    }
  }

  private markDots(index: number): void {
    this.mark(Number.POSITIVE_INFINITY, !/[[\]［］]/u.test(this.gapBefore(index + 1)));
  }

  private mark(skips: number, isDots: boolean, negation: string | null = null): void {
    const at = this.kept.length;
    const other = this.marks.get(at);
    const inserted = negation ?? other?.inserted ?? null;
    const isOnlyDots = isDots && (other?.isDots ?? true);
    this.marks.set(at, { at, skips: Math.max(skips, other?.skips ?? 0), isDots: isOnlyDots, inserted });
  }

  private startOf(index: number): number {
    return this.read.words[index]?.start ?? Number.POSITIVE_INFINITY;
  }

  private gapBefore(index: number): string {
    return this.read.text.slice(this.read.words[index - 1]?.end ?? 0, this.read.words[index]?.start);
  }
}

/** Whether a bracket touching this word edits it: in scripts without spaces everything touches everything. */
function isSpaced(word: Word | undefined): boolean {
  return word !== undefined && !isUnspaced(word.key);
}
