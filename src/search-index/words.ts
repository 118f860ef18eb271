/** A word of a text, as it is looked up: in lower case and compatibility form. */
export interface SearchWord {
  readonly word: string;
  /** UTF-16 code units into the text in NFC. */
  readonly start: number;
  readonly end: number;
  /** Counted from 0. */
  readonly position: number;
  /** Whether it is part of a run without spaces, of which a dictionary decides the words. */
  readonly isSegmented: boolean;
}

/** A longer word is found by its beginning. */
const MAX_WORD_LENGTH = 60;

/** Scripts that are written without spaces between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;

/** Signs of such runs that belong to no script: of length, of repetition, and of voicing in half width. */
const SIGNS = "ーｰ々〆ﾞﾟ";

/** Apostrophes that Unicode calls letters: they end a word as the others do. */
const APOSTROPHES = "ʼʻ";

/** A letter, digit or mark of a script with spaces. */
const SPACED = String.raw`(?:(?![${UNSPACED}${SIGNS}${APOSTROPHES}])[\p{L}\p{N}\p{M}])`;

/** A word with spaces around it, a run without spaces, or a pictograph; joiners inside a word belong to it. */
const RUN = new RegExp(
  String.raw`(?<unspaced>[${UNSPACED}${SIGNS}][${UNSPACED}\p{M}${SIGNS}]*)|${SPACED}+(?:[\u200C\u200D\u00AD\u2060]+${SPACED}+)*|\p{Extended_Pictographic}`,
  "gu",
);

/** The length of the pieces of a run that are segmented: the time for a segment grows with its text. */
const PIECE_LENGTH = 500;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** A text in the form that offsets of its words count in. */
export function searchForm(text: string): string {
  return text.normalize("NFC");
}

/** A word as it is looked up. The database folds it further. */
export function lookUpForm(word: string): string {
  const whole = word.normalize("NFKC").toLowerCase();
  // By characters: half of one is no text.
  return whole.length <= MAX_WORD_LENGTH ? whole : [...whole].slice(0, MAX_WORD_LENGTH).join("");
}

/** The words of a text in the form of `searchForm`, in order. */
export function* searchWordsOf(text: string): Generator<SearchWord> {
  let position = 0;
  for (const piece of piecesOf(text)) {
    yield { ...piece, position };
    position += 1;
  }
}

type Piece = Omit<SearchWord, "position">;

function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    if (match.groups?.["unspaced"] === undefined) {
      const word = lookUpForm(run);
      if (word !== "") yield { word, start: match.index, end: match.index + run.length, isSegmented: false };
    } else yield* segmentsOf(run, match.index);
  }
}

function* segmentsOf(run: string, from: number): Generator<Piece> {
  for (let at = 0; at < run.length; at += PIECE_LENGTH) {
    for (const { segment, index } of segmenter.segment(run.slice(at, at + PIECE_LENGTH))) {
      const start = from + at + index;
      yield { word: lookUpForm(segment), start, end: start + segment.length, isSegmented: true };
    }
  }
}

/** The length of the parts that find a run where a dictionary divides it in another way. */
function partLength(run: string): number {
  return /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(run) ? 3 : 2;
}

/**
 * The overlapping parts of the words of one run, each with the position of the word that it begins in: the run `abcd` has
 * `ab`, `bc` and `cd`.
 */
export function overlappingParts(run: readonly SearchWord[]): readonly { part: string; position: number }[] {
  const characters = run.flatMap(({ word, position }) => [...word].map((character) => ({ character, position })));
  const length = partLength(characters[0]?.character ?? "");
  const last = Math.max(1, characters.length - length + 1);
  return characters.slice(0, last).map(({ position }, at) => ({
    part: characters
      .slice(at, at + length)
      .map(({ character }) => character)
      .join(""),
    position,
  }));
}

/** The words of a text in groups: each run without spaces is one, and so is each other word. */
export function* runsOf(words: Iterable<SearchWord>): Generator<readonly SearchWord[]> {
  let run: SearchWord[] = [];
  for (const word of words) {
    const before = run.at(-1);
    if (before && !(before.isSegmented && word.isSegmented && before.end === word.start)) {
      yield run;
      run = [];
    }
    run.push(word);
  }
  if (run.length > 0) yield run;
}

/** The parts of a word with joiners inside, such as a Persian one, which is also written with spaces. */
export function joinedParts(word: string): readonly string[] {
  const parts = word.split(/(?:\u200C|\u200D|\u2060)+/u).filter((part) => part !== "");
  return parts.length < 2 ? [] : parts;
}
