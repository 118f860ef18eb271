import { runsOf, searchForm, type SearchWord, searchWordsOf } from "../search-index/words.js";

/** Something to find: words that follow each other. A run without spaces, such as Chinese, counts as one of them. */
export interface Term {
  readonly runs: readonly (readonly SearchWord[])[];
  /** Whether the last word is the beginning of a word. */
  readonly isPrefix: boolean;
  /** Whether it was in quotation marks. */
  readonly isQuoted: boolean;
}

/** A query as it was read. A text matches when it has a term of each group and none of those excluded. */
export interface SearchQuery {
  readonly required: readonly (readonly Term[])[];
  readonly excluded: readonly Term[];
}

/** The most words of a query; what follows is not read. */
const MAX_WORDS = 40;

/** The most characters of a query that are read. */
const MAX_LENGTH = 10_000;

/** Quotation marks that are typed or pasted, and operators outside of them. */
const TOKEN = /(?<minus>-)?(?:["“”„‟«»＂](?<phrase>[^"“”„‟«»＂]*)["“”„‟«»＂]|(?<word>[^\s"“”„‟«»＂]+))/gu;

/**
 * Reads a query as web search engines do: words must all be found, `OR` or `|` between two makes either of them enough,
 * `-` before one excludes it, quotation marks make a phrase, and `*` behind a word a prefix. Every text is a query; what is
 * neither a word nor an operator is not read.
 */
export function parseQuery(text: string): SearchQuery {
  const required: Term[][] = [];
  const excluded: Term[] = [];
  let words = 0;
  let isAlternative = false;
  for (const match of text.slice(0, MAX_LENGTH).matchAll(TOKEN)) {
    const { minus, phrase, word = "" } = match.groups ?? {};
    if (phrase === undefined && (word === "OR" || word === "|")) {
      isAlternative = required.length > 0;
      continue;
    }
    const term = phrase === undefined ? readTerm(word, false) : readTerm(phrase, true);
    if (!term) continue;
    words += term.runs.reduce((sum, run) => sum + run.length, 0);
    if (words > MAX_WORDS) break;
    if (minus !== undefined && isAtStart(text, match.index)) excluded.push(term);
    else if (isAlternative) required.at(-1)?.push(term);
    else required.push([term]);
    isAlternative = false;
  }
  return { required, excluded };
}

/** Whether a minus excludes what follows: in "well-known" it does not. */
function isAtStart(text: string, at: number): boolean {
  return at === 0 || /\s/u.test(text.charAt(at - 1));
}

function readTerm(text: string, isQuoted: boolean): Term | null {
  const runs = [...runsOf(searchWordsOf(searchForm(text.slice(0, MAX_LENGTH))))].slice(0, MAX_WORDS);
  if (runs.length === 0) return null;
  return { runs, isPrefix: text.endsWith("*"), isQuoted };
}

/** The words of a query in the form in which the database folds and stems them, each once. */
export function lookedUpWords({ required, excluded }: SearchQuery): readonly string[] {
  const terms = [...required.flat(), ...excluded];
  return [...new Set(terms.flatMap(({ runs }) => runs.flatMap((run) => run.map(({ word }) => word))))];
}

/** The words of a query that is nothing but words: the name of a person may be among them. Null for any other query. */
export function plainWords({ required, excluded }: SearchQuery): readonly string[] | null {
  if (excluded.length > 0 || required.length === 0) return null;
  const words = required.map(([term, ...others]) => {
    const [run, ...more] = term?.runs ?? [];
    const isPlain = others.length === 0 && more.length === 0 && term?.isPrefix === false && !term.isQuoted;
    return isPlain && run?.length === 1 ? run[0]?.word : undefined;
  });
  return words.every((word) => word !== undefined) ? words : null;
}
