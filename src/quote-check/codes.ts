import { isUnspaced } from "./scan.js";
import { type Boundary, type ReadText, lowerFirst } from "./words.js";

/**
 * A text as numbers, one a word, so that words are compared without reading them: equal numbers are equal words. `strict`
 * minds the case, `first` all of it but the first letter's, `loose` none; `weight` says how much a word contributes.
 */
export interface CodedText extends ReadText {
  readonly strict: Int32Array;
  readonly first: Int32Array;
  readonly loose: Int32Array;
  readonly weight: Int32Array;
}

/** Numbers the distinct words of the texts that are to be compared with one another. */
export class Vocabulary {
  private readonly codes = new Map<string, number>();
  private readonly first: number[] = [];
  private readonly loose: number[] = [];
  private readonly weight: number[] = [];

  /** @param base A vocabulary whose words are known already; it must not grow any more. */
  constructor(private readonly base: Vocabulary | null = null) {}

  /** Returns the text with the number of every word, in time linear in its length. */
  code<Read extends ReadText>(read: Read): Read & CodedText {
    const length = read.words.length;
    const [strict, first, loose] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
    const weight = new Int32Array(length);
    for (const [index, word] of read.words.entries()) {
      const code = this.codeOf(word.key, word.isSilent);
      strict[index] = code;
      const { own, at } = this.#place(code);
      first[index] = own.first[at] ?? code;
      loose[index] = own.loose[at] ?? code;
      weight[index] = own.weight[at] ?? 1;
    }
    return { ...read, strict, first, loose, weight };
  }

  /** Whether a text coded so far has the word, in any case. */
  isKnown(key: string): boolean {
    return this.#find(key.toLowerCase()) !== undefined;
  }

  #find(key: string): number | undefined {
    return this.base?.codes.get(key) ?? this.codes.get(key);
  }

  /** The vocabulary that a number belongs to, and its index there. */
  #place(code: number): { own: Vocabulary; at: number } {
    const size = this.base?.codes.size ?? 0;
    return this.base && code < size ? { own: this.base, at: code } : { own: this, at: code - size };
  }

  private codeOf(key: string, isSilent = false): number {
    const known = this.#find(key);
    if (known !== undefined) return known;
    const at = this.codes.size;
    const code = at + (this.base?.codes.size ?? 0);
    this.codes.set(key, code);
    this.weight[at] = isSilent ? 1 : weigh(key);
    const initial = lowerFirst(key);
    const lower = key.toLowerCase();
    this.first[at] = initial === key ? code : this.codeOf(initial);
    this.loose[at] = lower === key ? code : this.codeOf(lower);
    return code;
  }
}

/** Boundaries that agree with any other: a mark that writers set differently. */
const FREE: ReadonlySet<Boundary> = new Set<Boundary>(["loose", "trail", "abbreviation"]);

/** Whether two texts stop alike at this place. A pause agrees with every stop, but not with none. */
export function agree(one: Boundary, other: Boundary): boolean {
  if (one === other || FREE.has(one) || FREE.has(other)) return true;
  return (one === "pause" && other !== "none") || (other === "pause" && one !== "none");
}

/** Whether a sentence or question ends after the word at this index. */
export function endsSentence(text: ReadText, index: number): boolean {
  const after = text.words[index]?.after;
  return after === "sentence" || after === "question";
}

/** Whether any mark but a quotation mark is between the word at this index and the next one. */
export function endsClause(text: ReadText, index: number): boolean {
  return /[^\s\p{Quotation_Mark}]/u.test(text.text.slice(text.words[index]?.end, text.words[index + 1]?.start));
}

/**
 * How much a word contributes: its letters, at most eight, so that `the` weighs less than `inducements`. A number weighs three
 * at least, a character of a script without spaces two.
 */
function weigh(key: string): number {
  if (isUnspaced(key)) return 2;
  const letters = Math.min(key.length, 8);
  return /^\p{N}/u.test(key) ? Math.max(letters, 3) : letters;
}
