import { isCompounding } from "../search-index/dictionaries.js";
import { dictionaryLexeme, partLexeme, personLexeme } from "../search-index/document.js";
import { joinedParts, overlappingParts, type SearchWord } from "../search-index/words.js";
import type { SearchQuery, Term } from "./query.parse.js";

/** What the dictionaries of the database make of the words of a query. */
export interface Lexicon {
  /** The dictionaries of the texts that there are. */
  readonly dictionaries: readonly string[];
  readonly words: Readonly<
    Record<
      string,
      {
        readonly folded: string;
        readonly by: Readonly<Record<string, { readonly lexemes: readonly string[]; readonly isStop: boolean }>>;
      }
    >
  >;
  /** Persons with a name among the words, and which. */
  readonly persons: readonly { readonly id: string; readonly words: readonly string[] }[];
}

/** A query for texts of one dictionary, in the syntax of tsquery. */
export interface DictionaryQuery {
  readonly dictionary: string;
  /** Matches texts of this dictionary only. */
  readonly query: string;
  /** Its words alone, to rank texts that match. */
  readonly words: string;
  /** The lexemes that are marked in snippets, and the beginnings of such. */
  readonly lexemes: readonly string[];
  readonly prefixes: readonly string[];
}

/** A query in the syntax of tsquery. */
export interface TextQuery {
  readonly byDictionary: readonly DictionaryQuery[];
  /** Finds what any of them finds. */
  readonly any: string;
}

/** The shortest word that is also found as a part of compounds. */
const SHORTEST_PART = 4;

/** The shortest beginning of a word, in a script with spaces. */
const SHORTEST_PREFIX = 2;

const APOSTROPHE = /^['’‘ʼʻ＇`´]$/u;

const HANGUL = /^\p{sc=Hangul}+$/u;

/** Writes a query for each dictionary with its stems and stop words. Null when no text can match. */
export function writeTextQuery(query: SearchQuery, lexicon: Lexicon): TextQuery | null {
  const byDictionary = lexicon.dictionaries.flatMap(
    (dictionary) => new QueryWriter(dictionary, lexicon).write(query) ?? [],
  );
  if (byDictionary.length === 0) return null;
  return { byDictionary, any: byDictionary.map((each) => `(${each.query})`).join(" | ") };
}

/** Writes queries for the texts of one dictionary, and notes the lexemes that they look for. */
class QueryWriter {
  readonly #lexemes = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #persons = new Map<string, string[]>();

  constructor(
    readonly dictionary: string,
    readonly lexicon: Lexicon,
  ) {
    for (const { id, words } of lexicon.persons) {
      for (const word of words) this.#persons.set(word, [...(this.#persons.get(word) ?? []), personLexeme(id)]);
    }
  }

  write({ required, excluded }: SearchQuery): DictionaryQuery | null {
    const isNeeded = required.filter((group) => !group.every((term) => this.#isStopWord(term)));
    // Of a group whose words are nothing but accents nothing is left.
    const groups = (isNeeded.length > 0 ? isNeeded : required).flatMap(
      (group) => either(group.map((term) => this.#term(term))) ?? [],
    );
    if (groups.length === 0) return null;
    const unwanted = new QueryWriter(this.dictionary, { ...this.lexicon, persons: [] });
    const not = excluded.flatMap((term) => {
      const text = unwanted.#term(term);
      return text === null ? [] : [`!${text}`];
    });
    const words = groups.join(" & ");
    const query = [quoted(dictionaryLexeme(this.dictionary)), words, ...not].join(" & ");
    return { dictionary: this.dictionary, query, words, lexemes: [...this.#lexemes], prefixes: [...this.#prefixes] };
  }

  /** Whether nothing of a term need be found: "the", "don't". */
  #isStopWord({ runs, isPrefix, isQuoted }: Term): boolean {
    return !isPrefix && !isQuoted && runs.every((run) => this.#isStopRun(run));
  }

  #isStopRun([word, ...others]: readonly SearchWord[]): boolean {
    return (
      others.length === 0 && word !== undefined && this.lexicon.words[word.word]?.by[this.dictionary]?.isStop === true
    );
  }

  /** The runs of a term without the stop words that an apostrophe joins to its beginning or end: "l'île", "Harrow's". */
  #runsOf({ runs, isQuoted, joints }: Term): Term["runs"] {
    if (isQuoted || runs.every((run) => this.#isStopRun(run))) return runs;
    const isJoined = (run: readonly SearchWord[], joint: string | undefined): boolean =>
      joint !== undefined && APOSTROPHE.test(joint) && this.#isStopRun(run);
    const from = runs.findIndex((run, at) => !isJoined(run, joints[at]));
    const to = runs.findLastIndex((run, at) => !isJoined(run, joints[at - 1]));
    return runs.slice(from, to + 1);
  }

  #term(term: Term): string | null {
    const { isPrefix, isQuoted } = term;
    const runs = this.#runsOf(term);
    const isAlone = runs.length === 1;
    const parts = runs.map((run, at) =>
      run[0]?.isSegmented === true
        ? this.#run(run, isQuoted)
        : this.#word(run[0]?.word ?? "", {
            isPrefix: isPrefix && at === runs.length - 1,
            isLoose: isAlone && !isQuoted,
          }),
    );
    const known = parts.filter((part) => part !== null);
    if (known.length === 0) return null;
    return known.length === 1 ? (known[0] ?? null) : `(${known.join(" <-> ")})`;
  }

  /** One word of a script with spaces. `isLoose`: also as a part of compounds, and by the names of authors and speakers. */
  #word(word: string, { isPrefix, isLoose }: { readonly isPrefix: boolean; readonly isLoose: boolean }): string | null {
    const entry = this.lexicon.words[word];
    if (!entry || entry.folded === "") return null;
    const { folded } = entry;
    if ((isPrefix && folded.length >= SHORTEST_PREFIX) || HANGUL.test(folded)) return this.#prefix(folded);
    const lexemes = entry.by[this.dictionary]?.lexemes ?? [folded];
    const found = lexemes.map((lexeme) => this.#lexeme(lexeme));
    if (!isLoose) return either(found);
    if (isCompounding(this.dictionary)) found.push(...this.#compounds(folded, lexemes));
    found.push(...(this.#persons.get(word) ?? []).map(quoted));
    const parts = joinedParts(word).map((part) => this.#lexeme(part));
    if (parts.length > 0) found.push(`(${parts.join(" & ")})`);
    return either(found);
  }

  #compounds(folded: string, lexemes: readonly string[]): readonly string[] {
    const ends = lexemes.filter(({ length }) => length >= SHORTEST_PART).map((lexeme) => `<${reversed(lexeme)}`);
    const starts = folded.length >= SHORTEST_PART ? [`>${folded}`] : [];
    return [...starts, ...ends].map((beginning) => this.#prefix(beginning));
  }

  /** A run without spaces: as the dictionary divides it, or by its parts. */
  #run(run: readonly SearchWord[], isQuoted: boolean): string | null {
    const words = run.map(({ word }, at) =>
      at === run.length - 1 && !isQuoted ? this.#prefix(word) : this.#lexeme(word),
    );
    const divided = words.length === 1 ? words[0] : `(${words.join(" <-> ")})`;
    const parts = overlappingParts(run);
    // A word of the dictionary that is no longer than a part would be found in others: 京都 in 東京都.
    if (words.length === 1 && parts.length === 1) return divided ?? null;
    const found = [...new Set(parts.map(({ part }) => partLexeme(part)))].map((part) => this.#lexeme(part));
    return either([divided ?? null, found.length === 1 ? (found[0] ?? null) : `(${found.join(" & ")})`]);
  }

  #lexeme(lexeme: string): string {
    this.#lexemes.add(lexeme);
    return quoted(lexeme);
  }

  #prefix(beginning: string): string {
    this.#prefixes.add(beginning);
    return `${quoted(beginning)}:*`;
  }
}

/** Any of some queries; null when there is none. */
function either(queries: readonly (string | null)[]): string | null {
  const known = [...new Set(queries.filter((query) => query !== null))];
  if (known.length === 0) return null;
  return known.length === 1 ? (known[0] ?? null) : `(${known.join(" | ")})`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
