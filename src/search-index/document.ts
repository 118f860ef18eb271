import { joinedParts, overlappingParts, runsOf, searchForm, type SearchWord, searchWordsOf } from "./words.js";

/** How much a match in a part of a text counts, from A to D as PostgreSQL ranks. D is that of parts of compounds. */
export type Weight = "A" | "B" | "C";

/** A part of a text that is found: a headline, a paragraph, a name. */
export type DocumentPart = readonly [Weight, string];

/** The greatest position that a tsvector distinguishes. */
const MAX_POSITION = 16_383;

/**
 * The bytes of lexemes and positions that a document has at most; a tsvector has room for a megabyte. What a longer text has
 * besides is not found.
 */
const MAX_BYTES = 900_000;

/** How many lexemes a word can have: itself, two stems, and its beginnings and ends as a compound. */
const MAX_LEXEMES = 7;

/** What a tsvector needs for a lexeme and for a position of it, besides its characters, in bytes. */
const LEXEME_BYTES = 8;
const POSITION_BYTES = 2;

/** What separates the positions of two parts, so that no phrase goes from one into the next. */
const GAP = 5;

/** The most positions that a tsvector keeps of one lexeme. */
const MAX_POSITIONS = 255;

/** The lexeme by which a text is found together with a person: that of its author or speaker. */
export function personLexeme(personId: string): string {
  return `@${personId}`;
}

/** The lexeme that all texts of a dictionary have. */
export function dictionaryLexeme(dictionary: string): string {
  return `#${dictionary}`;
}

/** The lexeme of a part of a run without spaces. */
export function partLexeme(part: string): string {
  return `~${part}`;
}

/** A part with its words, and the position of its first word in the numbering of the document. */
export interface PositionedPart {
  readonly weight: Weight;
  /** The text in NFC. */
  readonly text: string;
  readonly words: readonly SearchWord[];
  readonly from: number;
}

/** The parts of a document as `DocumentWords` counts them, as far as positions are distinguished. */
export function* positionedParts(parts: readonly DocumentPart[]): Generator<PositionedPart> {
  let from = 1;
  for (const [weight, part] of parts) {
    const text = searchForm(part);
    const words = [...searchWordsOf(text)];
    yield { weight, text, words, from };
    from += words.length + GAP;
    if (from >= MAX_POSITION) return;
  }
}

/** The words of a document with their weighted positions. Those that begin with @, # or ~ are lexemes already. */
export class DocumentWords {
  readonly #positions = new Map<string, string[]>();
  #bytes = 0;

  /** Adds all words of a document. */
  static of(parts: readonly DocumentPart[], lexemes: readonly (readonly [Weight, string])[]): DocumentWords {
    const words = new DocumentWords();
    for (const [weight, lexeme] of lexemes) words.#add(lexeme, 1, weight);
    let from = 1;
    for (const [weight, part] of parts) from += words.#addText(searchForm(part), from, weight) + GAP;
    return words;
  }

  #add(word: string, position: number, weight: Weight): void {
    const known = this.#positions.get(word);
    // A lexeme has a position once, and all that are too great are the same.
    if (known && (known.length >= MAX_POSITIONS || position > MAX_POSITION)) return;
    const bytes = known ? POSITION_BYTES : POSITION_BYTES + LEXEME_BYTES + Buffer.byteLength(word);
    this.#bytes += bytes * (/^[@#~]/.test(word) ? 1 : MAX_LEXEMES);
    if (this.#bytes > MAX_BYTES) return;
    const entry = `${Math.min(position, MAX_POSITION)}${weight}`;
    if (known) known.push(entry);
    else this.#positions.set(word, [entry]);
  }

  /** Adds the words of one text, and returns how many it has. */
  #addText(text: string, from: number, weight: Weight): number {
    let count = 0;
    for (const run of runsOf(searchWordsOf(text))) {
      for (const { word, position } of run) {
        this.#add(word, from + position, weight);
        for (const part of joinedParts(word)) this.#add(part, from + position, weight);
        count = position + 1;
      }
      if (run[0]?.isSegmented !== true) continue;
      for (const { part, position } of overlappingParts(run)) this.#add(partLexeme(part), from + position, weight);
    }
    return count;
  }

  /** The positions by word, as a tsvector is written. */
  toJSON(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#positions].map(([word, positions]) => [word, positions.join(",")]));
  }
}
