import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import type { TextToken } from "./tokens.js";

/** What a word shows of itself before its sentence is known. */
export type WordToken = Pick<TextToken, "kind" | "text" | "lower" | "isCapital">;

/** A verb of saying that is before its subject, with what belongs to it. */
export interface VerbGroup {
  /** The token of the verb itself, behind weak pronouns and an auxiliary. */
  readonly verb: number;
  /** The pronoun that is attached to the verb or its auxiliary and is its subject; null when a phrase behind is. */
  readonly pronoun: number | null;
  /** The token behind the group and the adverbs that follow it. */
  readonly end: number;
}

/**
 * Reads the verb of saying that begins at a token as Romance languages put it before its subject: "s'indigne", "a
 * déclaré", "lui a-t-elle répondu", "ha detto", "queixou-se"; null when none does.
 */
export function verbGroupAt(tokens: readonly WordToken[], lexicon: LanguageLexicon, from: number): VerbGroup | null {
  const first = skip(tokens, from, [lexicon.clitics, lexicon.adverbs]);
  const lower = (at: number): string => (tokens[at]?.isCapital === false ? (tokens[at]?.lower ?? "") : "");
  if (lexicon.inverted.has(lower(first))) return closeGroup(tokens, lexicon, first, null);
  if (!lexicon.auxiliaries.has(lower(first))) return null;
  const pronoun = isSubject(lexicon, lower(first + 1)) ? first + 1 : null;
  const verb = skip(tokens, pronoun === null ? first + 1 : first + 2, [lexicon.adverbs]);
  return lexicon.perfects.has(lower(verb)) ? closeGroup(tokens, lexicon, verb, pronoun) : null;
}

/** A verb in two parts, or one that ends as only finite verbs do, that no list has: "a publié", "tuiteó". */
export function unknownGroupAt(tokens: readonly WordToken[], lexicon: LanguageLexicon, from: number): VerbGroup | null {
  const first = skip(tokens, from, [lexicon.clitics, lexicon.adverbs]);
  const lower = (at: number): string => (tokens[at]?.isCapital === false ? (tokens[at]?.lower ?? "") : "");
  const ends = (at: number, list: readonly string[]): boolean =>
    lower(at).length > 3 && list.some((end) => lower(at).endsWith(end));
  if (ends(first, lexicon.verbEnds)) return closeGroup(tokens, lexicon, first, null);
  if (!lexicon.auxiliaries.has(lower(first))) return null;
  const pronoun = isSubject(lexicon, lower(first + 1)) ? first + 1 : null;
  const verb = skip(tokens, pronoun === null ? first + 1 : first + 2, [lexicon.adverbs]);
  return ends(verb, lexicon.perfectEnds) ? closeGroup(tokens, lexicon, verb, pronoun) : null;
}

function closeGroup(
  tokens: readonly WordToken[],
  lexicon: LanguageLexicon,
  verb: number,
  before: number | null,
): VerbGroup {
  const after = tokens[verb + 1]?.lower ?? "";
  if (before === null && isSubject(lexicon, after)) return { verb, pronoun: verb + 1, end: verb + 2 };
  const hangs = lexicon.enclitics.has(after) && lexicon.clitics.has(after);
  return { verb, pronoun: before, end: skip(tokens, hangs ? verb + 2 : verb + 1, [lexicon.adverbs]) };
}

function isSubject(lexicon: LanguageLexicon, lower: string): boolean {
  const pronoun = lexicon.subjectPronouns.get(lower);
  return pronoun !== undefined && pronoun !== "who";
}

function skip(tokens: readonly WordToken[], from: number, lists: readonly ReadonlySet<string>[]): number {
  let at = from;
  while (at < from + 3 && lists.some((list) => list.has(tokens[at]?.lower ?? ""))) at++;
  return at;
}
