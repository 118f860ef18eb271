import { addresses, adjectiveEnds, honorifics, indefiniteArticles, officeAdjectives } from "../lexicon/persons.js";
import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { groupNouns } from "../lexicon/things.js";
import type { NameMention } from "./mentions.js";
import type { NamedEntity } from "./persons.js";
import { isFunctionWord, isHolder, type ReadParagraph } from "./speaker-phrases.js";
import type { TokenisedText } from "./read-text.js";
import type { TextToken } from "./tokens.js";

/** A description longer than this is a clause, no office. */
const longestRole = 90;

/** The office or description the text has a person, best first; null when it has none. */
export function findRole(text: TokenisedText, entity: NamedEntity): string | null {
  const roles = entity.mentions.flatMap((mention) => rolesAt(text, mention));
  return roles.sort((a, b) => b.weight - a.weight)[0]?.role ?? null;
}

/** Every office and description the text has a person. */
export function findRoles(text: TokenisedText, entity: NamedEntity): readonly string[] {
  return entity.mentions.flatMap((mention) => rolesAt(text, mention).map(({ role }) => role));
}

/** The office the text has a person at one mention of them, null when it has none there. */
export function findRoleAt(text: TokenisedText, mention: NameMention | null): string | null {
  return mention ? (rolesAt(text, mention)[0]?.role ?? null) : null;
}

interface WeighedRole {
  readonly role: string;
  readonly weight: number;
}

/** Worked out once for each mention. */
const known = new WeakMap<NameMention, readonly WeighedRole[]>();

function rolesAt(text: TokenisedText, mention: NameMention): readonly WeighedRole[] {
  const found = known.get(mention) ?? readRolesAt(text, mention);
  known.set(mention, found);
  return found;
}

function readRolesAt(text: TokenisedText, mention: NameMention): readonly WeighedRole[] {
  const paragraph = text.paragraphs[mention.paragraph];
  if (!paragraph) return [];
  const before = roleBefore(paragraph, mention) ?? officeBefore(paragraph, mention) ?? roleInFront(paragraph, mention);
  const after = roleAfter(paragraph, mention);
  const full = mention.names.length > 1 ? 1 : 0;
  return [
    ...(before ? [{ role: before, weight: 2 + full + Math.min(1, before.split(" ").length * 0.3) }] : []),
    ...(after ? [{ role: after, weight: 1.5 + full }] : []),
  ];
}

/** "Isenmark Chancellor Doctor Radomil Estavan", "campaign manager Tess Okorin". */
function roleBefore(paragraph: ReadParagraph, mention: NameMention): string | null {
  const { tokens, lexicon } = paragraph;
  let first = mention.prefix;
  while (first > 0 && isRoleWord(paragraph, first - 1, mention.sentence)) first--;
  const words = tokens.slice(first, mention.first).filter((token) => !lexicon.courtesies.has(token.lower));
  const from = words.findLastIndex((token) => !belongsToRole(paragraph, token)) + 1;
  const own = words.slice(opensWithNoun(paragraph, words, from) ? from - 1 : from);
  const offices = own.filter(
    (token, at) =>
      isOffice(paragraph, token.lower) && (!officeAdjectives.has(token.lower) || (at > 0 && at === own.length - 1)),
  );
  if (offices.every((token) => addresses.has(token.lower))) return null;
  // An honorific right before the name is part of how one is addressed, not of the office before it.
  const last = own.at(-1);
  const kept = last && offices.length > 1 && honorifics.has(last.lower) ? own.slice(0, -1) : own;
  const [start, end] = [kept[0]?.start ?? 0, kept.at(-1)?.end ?? 0];
  return end - start > longestRole ? null : tidy(paragraph.text.slice(start, end));
}

/** "energy commissioner", "harbour master": one noun in small letters may say of what the office is. */
function opensWithNoun({ lexicon }: ReadParagraph, words: readonly TextToken[], from: number): boolean {
  const [noun, office] = [words[from - 1], words[from]];
  if (
    lexicon.capitalisesNouns ||
    lexicon.describesBehindNouns ||
    !noun ||
    !office ||
    office.isCapital ||
    noun.isCapital
  )
    return false;
  return !/(?:ed|ly|ing)$/u.test(noun.lower);
}

/** "The energy minister, Anna Smith, said": the office is in front with a comma. */
function roleInFront(paragraph: ReadParagraph, mention: NameMention): string | null {
  const { tokens, lexicon } = paragraph;
  const next = tokens[mention.last + 1];
  if (tokens[mention.prefix - 1]?.text !== "," || (next?.kind === "word" && next.sentence === mention.sentence))
    return null;
  const end = mention.prefix - 2;
  let first = end;
  while (first > end - 9 && isRoleWord(paragraph, first, mention.sentence)) first--;
  const article = tokens[first]?.lower ?? "";
  const isOfOffice = isOffice(paragraph, tokens[end]?.lower ?? "");
  if (first === end || !isOfOffice || !lexicon.determiners.has(article)) return null;
  return tidy(paragraph.text.slice(tokens[first + 1]?.start ?? 0, tokens[end]?.end ?? 0));
}

/** How far before a name the article of its office may be, in tokens. */
const officeReach = 12;

/** "la ministre de la Santé Anne Martin", "el portavoz del puerto, Juan Roca,": an office with what is attached to it. */
function officeBefore(paragraph: ReadParagraph, mention: NameMention): string | null {
  const { tokens, lexicon, text } = paragraph;
  const isApposed = tokens[mention.prefix - 1]?.text === "," && tokens[mention.last + 1]?.kind !== "word";
  if (!lexicon.describesBehindNouns || (!isApposed && !isHolder(paragraph, mention))) return null;
  const end = isApposed ? mention.prefix - 2 : mention.first - 1;
  for (let at = end; at > 0 && at > end - officeReach; at--) {
    const token = tokens[at];
    if (token?.kind !== "word" || token.sentence !== mention.sentence || isVerb(lexicon, token)) return null;
    const isOpen = lexicon.titles.has(token.lower) && lexicon.articles.has(tokens[at - 1]?.lower ?? "");
    const isWhole = at === end || lexicon.attaching.has(tokens[at + 1]?.lower ?? "");
    if (isOpen && isWhole) return tidy(text.slice(token.start, tokens[end]?.end ?? token.end));
  }
  return null;
}

function belongsToRole(paragraph: ReadParagraph, token: TextToken): boolean {
  if (token.isCapital || isOffice(paragraph, token.lower) || groupNouns.has(token.lower)) return true;
  if (paragraph.lexicon.inflects) return /(?:e|er|en|es)$/u.test(token.lower);
  return officeAdjectives.has(token.lower) || adjectiveEnds.some((end) => token.lower.endsWith(end));
}

function isRoleWord(paragraph: ReadParagraph, index: number, sentence: number): boolean {
  const token = paragraph.tokens[index];
  if (token?.kind !== "word" || token.sentence !== sentence) return false;
  if (paragraph.mentionAt[index]?.kind === "person") return false;
  return !isFunctionWord(paragraph, index) && !paragraph.lexicon.determiners.has(token.lower) && token.text !== "'s";
}

/** Whether a word names an office, courtesies aside. */
export function isOffice({ lexicon }: Pick<ReadParagraph, "lexicon">, lower: string): boolean {
  const { titles, courtesies, titleEnds } = lexicon;
  return (titles.has(lower) && !courtesies.has(lower)) || titleEnds.some((ending) => lower.endsWith(ending));
}

/** "Ann Smith, a law professor at the university," */
function roleAfter(paragraph: ReadParagraph, mention: NameMention): string | null {
  const { tokens, lexicon } = paragraph;
  const at = mention.last + 1;
  if (tokens[at]?.text !== ",") return null;
  let end = at + 1;
  while (tokens[end] && tokens[end]?.kind === "word" && tokens[end]?.sentence === mention.sentence && end < at + 16)
    end++;
  const words = tokens.slice(at + 1, end);
  const opener = words[0]?.lower ?? "";
  const opensAsRole = indefiniteArticles.has(opener) || isOffice(paragraph, opener);
  const stop = tokens[end];
  const closed = stop === undefined || stop.kind === "quote" || /^[,.;)–—]$/u.test(stop.text);
  if (!closed || words.length < 2 || words.some((token) => lexicon.subjectPronouns.has(token.lower))) return null;
  if (!opensAsRole && !words.some(({ lower }) => isOffice(paragraph, lower) || groupNouns.has(lower))) return null;
  if (words.some((token) => isVerb(lexicon, token))) return null;
  const role = paragraph.text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  return role.length > longestRole ? null : tidy(role);
}

function isVerb(lexicon: LanguageLexicon, token: TextToken): boolean {
  if (token.isCapital) return false;
  return [lexicon.cues, lexicon.verbs, lexicon.auxiliaries, lexicon.passives].some((words) => words.has(token.lower));
}

function tidy(role: string): string {
  return role
    .replace(/^(?:the|a|an|der|die|das|ein|eine)\s+/iu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
