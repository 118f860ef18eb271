import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { verbGroupAt, type WordToken } from "./verb-groups.js";

/*
 * Papers in Romance languages name the speaker within the marks: « Nous devons agir, a déclaré la maire, et vite. » The
 * clause that does so is the reporting clause. It is behind a comma, a dash or the end of a sentence, opens with a verb of
 * saying, has its subject behind the verb, and closes with the next mark. Its words are the reporter's although the
 * quotation marks hold them: the reader takes them as if the marks closed before and opened again behind, so that names,
 * offices, days and pronouns in them are read as anywhere else, while the quotation stays one stretch.
 */

/** The position of a clause that names the speaker of the words around it; the end is exclusive. */
export interface ReportingClause {
  /** The comma or dash that opens it, or its verb where a sentence ends before. */
  readonly first: number;
  /** Behind the mark that closes it. */
  readonly end: number;
}

/** A reporting clause of more words is a sentence of the speaker. */
const longest = 28;

/** Finds the reporting clauses among the words of one quotation, in order. */
export function findReportingClauses(
  words: readonly WordToken[],
  lexicon: LanguageLexicon,
): readonly ReportingClause[] {
  if (!lexicon.namesSpeakerInside) return [];
  const found: ReportingClause[] = [];
  let depth = 0;
  let from = 1;
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? "";
    if (/^[“„«‹]$/u.test(text)) depth++;
    else if (/^[”»›]$/u.test(text)) depth--;
    const clause = depth <= 0 && at >= from ? clauseAt(words, at, lexicon) : null;
    if (!clause) continue;
    found.push(clause);
    from = clause.end + 1;
    at = clause.end - 1;
  }
  return found;
}

/** Finds the reporting clauses of speech that a dash opens, in order; here every language may have them. */
export function findClauses(words: readonly WordToken[], lexicon: LanguageLexicon): readonly ReportingClause[] {
  const found: ReportingClause[] = [];
  for (let at = 1; at < words.length; at++) {
    const clause = clauseAt(words, at, lexicon, true);
    if (!clause) continue;
    found.push(clause);
    at = clause.end - 1;
  }
  return found;
}

function clauseAt(
  words: readonly WordToken[],
  mark: number,
  lexicon: LanguageLexicon,
  isDash = false,
): ReportingClause | null {
  const opener = words[mark]?.text ?? "";
  if (words[mark]?.kind !== "mark" || !/^[,!?…—–-]$/u.test(opener)) return null;
  // A question ends where it is asked; a comma or a dash may follow its mark.
  if (/^[,—–-]$/u.test(words[mark + 1]?.text ?? "")) return null;
  const group = verbGroupAt(words, lexicon, mark + 1);
  if (!group) return null;
  const isNamed =
    group.pronoun === null ? opensSubject(words, group.end, lexicon, isDash) : isThird(words[group.pronoun], lexicon);
  if (!isNamed) return null;
  const end = clauseEnd(words, group.end, /^[—–-]$/u.test(opener), lexicon);
  return end === null ? null : { first: /^[!?…]$/u.test(opener) ? mark + 1 : mark, end };
}

/** Anybody who speaks of themselves goes on speaking: "ai-je répondu". */
function isThird(pronoun: WordToken | undefined, lexicon: LanguageLexicon): boolean {
  return /^(?:he|she|they)$/u.test(lexicon.subjectPronouns.get(pronoun?.lower ?? "") ?? "");
}

function opensSubject(words: readonly WordToken[], at: number, lexicon: LanguageLexicon, isDash: boolean): boolean {
  const word = words[at];
  if (word?.kind !== "word" || lexicon.conjunctions.has(word.lower)) return false;
  if (isDash && !lexicon.namesSpeakerInside) return !lexicon.prepositions.has(word.lower);
  if (lexicon.prepositions.has(word.lower)) return subjectFollows(words, at, lexicon);
  const { determiners, titles, courtesies } = lexicon;
  return word.isCapital || [determiners, titles, courtesies].some((list) => list.has(word.lower));
}

/** "a déclaré à la presse le maire de Quercy": an office or a full name behind where it was said. */
function subjectFollows(words: readonly WordToken[], from: number, lexicon: LanguageLexicon): boolean {
  for (let at = from + 1; at < from + longest && words[at]?.kind === "word"; at++) {
    const [word, next, before] = [words[at], words[at + 1], words[at - 1]?.lower ?? ""];
    if (lexicon.prepositions.has(before) || lexicon.determiners.has(before)) continue;
    if (lexicon.determiners.has(word?.lower ?? "") && lexicon.titles.has(next?.lower ?? "")) return true;
    if (word?.isCapital && next?.isCapital) return true;
  }
  return false;
}

/** Behind the mark that ends the reporting clause, with the description behind a name; null when it runs on for too long. */
function clauseEnd(
  words: readonly WordToken[],
  from: number,
  isDashed: boolean,
  lexicon: LanguageLexicon,
): number | null {
  const closes = isDashed ? /^[—–.;-]$/u : /^[,.;:—–…]$/u;
  const at = nextMark(words, from, closes);
  if (at === null || /^[!?]$/u.test(words[at]?.text ?? "")) return null;
  const isDescribed = words[at]?.text === "," && describes(words, from, at, lexicon);
  const last = (isDescribed ? nextMark(words, at + 1, closes) : null) ?? at;
  return Math.min(words.length, last + 1);
}

/** The next mark of a kind, or one that ends a question, with parentheses passed over; null when it is too far. */
function nextMark(words: readonly WordToken[], from: number, closes: RegExp): number | null {
  let isInside = false;
  for (let at = from; at <= from + longest; at++) {
    const word = words[at];
    if (!word) return words.length;
    if (word.text === "(") isInside = true;
    else if (word.text === ")") isInside = false;
    else if (!isInside && word.kind === "mark" && (closes.test(word.text) || /^[!?]$/u.test(word.text))) return at;
  }
  return null;
}

/** ", capitaine du port,", ", 34 ans,", ", Anne Martin,": what describes or names anybody who is before the comma. */
function describes(words: readonly WordToken[], from: number, comma: number, lexicon: LanguageLexicon): boolean {
  const [next, second] = [words[comma + 1], words[comma + 2]];
  if (next?.kind !== "word") return false;
  if (/^[1-9]\d$/u.test(next.text)) return second?.kind === "word";
  if (!next.isCapital) return lexicon.titles.has(next.lower) && words[comma - 1]?.isCapital === true;
  // "le maire de Quercy": a single capital is that of a place.
  const isNamed = words.slice(from, comma).some((word, index) => word.isCapital && words[from + index + 1]?.isCapital);
  let end = comma + 1;
  while (words[end]?.isCapital) end++;
  return !isNamed && second?.isCapital === true && words[end]?.kind !== "word";
}
