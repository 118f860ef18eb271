import { runsOf, searchForm, type SearchWord, searchWordsOf } from "../search-index/words.js";

/** Something to find: words that follow each other. A run without spaces, such as Chinese, counts as one of them. */
export interface Term {
  readonly runs: readonly (readonly SearchWord[])[];
  /** Whether the last word is the beginning of a word. */
  readonly isPrefix: boolean;
  /** Whether it was in quotation marks. */
  readonly isQuoted: boolean;
  /** What was written between its runs: an apostrophe, a hyphen. */
  readonly joints: readonly string[];
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

/** Quotation marks that are typed or pasted. */
const QUOTES = '"“”„‟«»‹›＂「」『』｢｣〝〞〟';

/** Operators and what they are about; input methods of East Asia type them in full width. */
const TOKEN = new RegExp(
  String.raw`(?<minus>[-−－])?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}](?<star>[*＊])?|(?<word>[^\s${QUOTES}]+))`,
  "gu",
);

const OR: ReadonlySet<string> = new Set(["OR", "|"]);

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
    const { minus, phrase, star = "", word = "" } = match.groups ?? {};
    if (phrase === undefined && OR.has(word.normalize("NFKC"))) {
      isAlternative = required.length > 0;
      continue;
    }
    const term = readTerm(phrase === undefined ? word : phrase + star, phrase !== undefined, MAX_WORDS - words);
    if (!term) continue;
    words += term.runs.reduce((sum, run) => sum + run.length, 0);
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

function readTerm(text: string, isQuoted: boolean, maxWords: number): Term | null {
  const form = searchForm(text);
  const runs = [...runsOf(firstOf(searchWordsOf(form), maxWords))];
  if (runs.length === 0) return null;
  const joints = runs.slice(1).map((run, at) => form.slice(runs[at]?.at(-1)?.end, run[0]?.start));
  return { runs, isPrefix: /[*＊]$/u.test(text), isQuoted, joints };
}

function* firstOf<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
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
