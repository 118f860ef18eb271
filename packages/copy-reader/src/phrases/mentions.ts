import { isMonthName } from "../lexicon/months.js";
import { firstNames, nameParticles, nameSuffixes } from "../lexicon/names.js";
import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { classify, guessGender, isTitle, type MentionKind } from "./mention-kinds.js";
import type { TextToken } from "./tokens.js";

/** A name where it is in a paragraph; token positions are inclusive. */
export interface NameMention {
  readonly paragraph: number;
  /** The first token of the titles before the name, or of the name itself. */
  readonly prefix: number;
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly kind: MentionKind;
  readonly gender: "he" | "she" | null;
  readonly isPossessive: boolean;
  /** Whether neither an article nor an adjective is before it, so that it may be a name where every noun has a capital. */
  readonly isBare: boolean;
  /** Whether a verb of saying is right beside it. */
  readonly isVoice: boolean;
  /** Whether it is one word that the document elsewhere has behind a first name. */
  readonly isFamily: boolean;
  readonly sentence: number;
}

/** What the whole document states about its words. */
export interface NameVocabulary {
  /** Words that follow a first name, as family names do; lower case. */
  readonly families: ReadonlySet<string>;
  /** Words that occur in lower case as well, so that their capital at the head of a sentence means nothing. */
  readonly lower: ReadonlySet<string>;
  /** Words that have a capital within a sentence; lower case. */
  readonly inner: ReadonlySet<string>;
}

function followsFirstName(tokens: readonly TextToken[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.isCapital === true && before.sentence === tokens[index]?.sentence && firstNames.has(before.lower);
}

function opensAt(tokens: readonly TextToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.sentence !== tokens[at]?.sentence || before?.kind === "quote" || before?.text === ":";
}

/** Collects what the words of a document are. */
export function readNameVocabulary(paragraphs: readonly (readonly TextToken[])[]): NameVocabulary {
  const lower = new Set<string>();
  const families = new Set<string>();
  const inner = new Set<string>();
  for (const tokens of paragraphs) {
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== "word") continue;
      if (token.isCapital && !opensAt(tokens, index)) inner.add(token.lower);
      if (!token.isCapital) lower.add(token.lower);
      else if (followsFirstName(tokens, index)) families.add(token.lower);
    }
  }
  return { lower, families, inner };
}

/** Finds the names in one paragraph, outside its quotations, in order. */
export function findNameMentions(
  tokens: readonly TextToken[],
  paragraph: number,
  lexicon: LanguageLexicon,
  vocabulary: NameVocabulary,
): readonly NameMention[] {
  const mentions: NameMention[] = [];
  if (!lexicon.readsNames) return mentions;
  for (let index = 0; index < tokens.length; ) {
    const end = runEnd(tokens, index, lexicon);
    if (end > index) mentions.push(...splitRun(tokens, index, end, paragraph, lexicon, vocabulary));
    index = Math.max(end, index + 1);
  }
  return mentions;
}

/** The position after a run of capitalised words that begins here; the position itself when none does. */
function runEnd(tokens: readonly TextToken[], from: number, lexicon: LanguageLexicon): number {
  if (!startsName(tokens[from])) return from;
  let end = from + 1;
  for (;;) {
    if (tokens[end]?.sentence === tokens[from]?.sentence && continuesName(tokens[end])) {
      end++;
      continue;
    }
    if (tokens[end]?.text === "&" && startsName(tokens[end + 1])) {
      end += 2;
      continue;
    }
    if (isNickname(tokens, from, end)) {
      end += 2;
      continue;
    }
    const particles = countParticles(tokens, end);
    const joins = particles > 0 && startsName(tokens[end + particles]) && takesParticle(tokens[end - 1], lexicon);
    if (!joins) return end;
    end += particles + 1;
  }
}

/** Juan “Chico” Perrin: a short quotation between the parts of a name belongs to it. */
function isNickname(tokens: readonly TextToken[], from: number, end: number): boolean {
  const [quote, next] = [tokens[end], tokens[end + 1]];
  if (quote?.kind !== "quote" || !quote.isCapital || quote.end - quote.start > longestNickname || end - from > 2)
    return false;
  return startsName(next) && next?.sentence === tokens[from]?.sentence && quote.sentence === next?.sentence;
}

/** With its marks, in UTF-16 code units. */
const longestNickname = 20;

function countParticles(tokens: readonly TextToken[], at: number): number {
  if (!isParticle(tokens[at])) return 0;
  return isParticle(tokens[at + 1]) ? 2 : 1;
}

/** German articles look like particles: only behind a first name are they part of a name. */
function takesParticle(before: TextToken | undefined, lexicon: LanguageLexicon): boolean {
  return !lexicon.capitalisesNouns || firstNames.has(before?.lower ?? "");
}

/** Scripts that have no capitals: a Latin letter among their signs makes no name. */
const uncased = /[\u3040-\u30ff\u3400-\u9fff]/u;

function startsName(token: TextToken | undefined): boolean {
  if (token?.kind !== "word" || token.lower === "i" || uncased.test(token.text)) return false;
  if (/^\p{Lu}-\p{Ll}/u.test(token.text)) return false;
  return token.isCapital || (token.text !== token.lower && /^(?:al|el|d|l)[-'’]\p{Lu}/u.test(token.text));
}

function continuesName(token: TextToken | undefined): boolean {
  return startsName(token) || (token?.kind === "word" && nameSuffixes.has(token.lower));
}

function isParticle(token: TextToken | undefined): boolean {
  return token?.kind === "word" && nameParticles.has(token.lower);
}

function splitRun(
  tokens: readonly TextToken[],
  from: number,
  end: number,
  paragraph: number,
  lexicon: LanguageLexicon,
  vocabulary: NameVocabulary,
): readonly NameMention[] {
  let start = from;
  while (start < end && isNoName(tokens, start, end, lexicon, vocabulary)) start++;
  const isShortName = end - start === 2 && firstNames.has(tokens[start]?.lower ?? "");
  const stop = isShortName ? end : nameStop(tokens, start, end, lexicon);
  if (stop <= start) return [];
  const isFamily = stop - start === 1 && vocabulary.families.has(tokens[start]?.lower ?? "");
  const first = isFamily ? start : nameStart(tokens, start, stop, lexicon);
  return first === null ? [] : [{ ...buildMention(tokens, { start, first, stop }, paragraph, lexicon), isFamily }];
}

/** Days and small words at the end of a run belong to no name: "Smith Tuesday". */
function nameStop(tokens: readonly TextToken[], start: number, end: number, lexicon: LanguageLexicon): number {
  let stop = end;
  while (stop > start && lexicon.common.has(tokens[stop - 1]?.lower ?? "")) stop--;
  return stop;
}

/** A capital at the head of a sentence, on a common word or a day, makes no name. */
function isNoName(
  tokens: readonly TextToken[],
  at: number,
  end: number,
  lexicon: LanguageLexicon,
  vocabulary: NameVocabulary,
): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (lexicon.common.has(token.lower))
    return !(at + 1 < end && firstNames.has(token.lower) && !isMonthName(token.lower));
  const opensSentence = opensAt(tokens, at);
  const isNamed = at + 1 < end && firstNames.has(token.lower);
  if (opensSentence && !isNamed && (isGrammar(token.lower, lexicon) || isOpener(token.lower, lexicon))) return true;
  if (opensSentence && at + 1 < end && /.{3}ing$/u.test(token.lower) && !firstNames.has(token.lower)) return true;
  if (!opensSentence || isTitle(token, lexicon) || firstNames.has(token.lower)) return false;
  const isUnsure = lexicon.readsSubjectless || !lexicon.guesses;
  if (isUnsure && at + 1 === end && isLoneOpener(tokens, at, lexicon, vocabulary)) return true;
  return (
    vocabulary.lower.has(token.lower) ||
    (lexicon.cues.has(token.lower) && (at + 1 < end || lexicon.readsSubjectless)) ||
    lexicon.participles.has(token.lower)
  );
}

/** "Ahora", "Ici": a word that has a capital only at the head of a sentence, and does nothing there, is no name. */
function isLoneOpener(
  tokens: readonly TextToken[],
  at: number,
  lexicon: LanguageLexicon,
  vocabulary: NameVocabulary,
): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  const acts = [lexicon.cues, lexicon.verbs, lexicon.auxiliaries, lexicon.clitics].some((words) => words.has(next));
  return !acts && !vocabulary.inner.has(tokens[at]?.lower ?? "");
}

/** "Zusammenfassend", "Erfreulicherweise": a word that opens a sentence as an adverb. */
export function isOpener(lower: string, { openerEnds }: LanguageLexicon): boolean {
  return lower.length > 6 && openerEnds.some((end) => lower.endsWith(end));
}

function isGrammar(lower: string, lexicon: LanguageLexicon): boolean {
  const { adverbs, prepositions, conjunctions, determiners, auxiliaries } = lexicon;
  return [adverbs, prepositions, conjunctions, determiners, auxiliaries].some((words) => words.has(lower));
}

/** Where the name begins after its titles; null when the run is nothing but titles. */
function nameStart(tokens: readonly TextToken[], start: number, stop: number, lexicon: LanguageLexicon): number | null {
  let first = start;
  for (let index = start; index < stop; index++) if (isTitle(tokens[index], lexicon)) first = index + 1;
  const opensWithFirstName = firstNames.has(tokens[start]?.lower ?? "") && stop - start >= 2;
  if (first >= stop) return opensWithFirstName ? start : nameInTitle(tokens, start, stop);
  if (first > start && opensWithFirstName && !isTitle(tokens[start], lexicon))
    return nameBeforeTitle(tokens, start, first, stop);
  if (first === start && stop - start > 2) {
    for (let index = start + 1; index < stop - 1; index++) {
      const isMiddle = firstNames.has(tokens[index - 1]?.lower ?? "");
      if (firstNames.has(tokens[index]?.lower ?? "") && !isMiddle && !opensWithFirstName) return index;
    }
  }
  return first;
}

/** "Rep. Peter King": a first name before a word of office makes that a family name. */
function nameInTitle(tokens: readonly TextToken[], start: number, stop: number): number | null {
  const first = stop - 2;
  return first > start && firstNames.has(tokens[first]?.lower ?? "") ? first : null;
}

/** "Hillary Clinton Campaign Manager Robby Mook" names the second; "Peter King" is one name that holds a title. */
function nameBeforeTitle(tokens: readonly TextToken[], start: number, first: number, stop: number): number {
  return stop - first >= 2 || first - start > 2 || firstNames.has(tokens[first]?.lower ?? "") ? first : start;
}

function buildMention(
  tokens: readonly TextToken[],
  run: { readonly start: number; readonly first: number; readonly stop: number },
  paragraph: number,
  lexicon: LanguageLexicon,
): Omit<NameMention, "isFamily"> {
  const own = tokens.slice(run.first, run.stop).filter(({ kind }) => kind !== "quote");
  const names = own.map((token) => token.text);
  const titles = tokens.slice(run.start, run.first).map((token) => token.text);
  const evidence = { names, titles, before: tokens[run.start - 1], after: tokens.slice(run.stop, run.stop + 9) };
  const article = articleGender(tokens, run, lexicon);
  return {
    paragraph,
    prefix: run.start,
    first: run.first,
    last: run.stop - 1,
    names,
    titles,
    kind: classify(evidence, lexicon),
    gender: guessGender({ ...evidence, article }, lexicon),
    isPossessive: tokens[run.stop]?.text === "'s",
    isBare:
      !lexicon.capitalisesNouns ||
      isBare(tokens[run.start - 1], tokens[run.first], lexicon) ||
      followsPast(tokens, run.start - 1, lexicon),
    isVoice: speaksBeside(tokens, run.start - 1, lexicon) || speaksBeside(tokens, run.stop, lexicon),
    sentence: tokens[run.first]?.sentence ?? 0,
  };
}

/** "la maire Anne Martin": the article before an office, or before several, shows who holds it. */
function articleGender(
  tokens: readonly TextToken[],
  run: { readonly start: number; readonly first: number },
  lexicon: LanguageLexicon,
): "he" | "she" | null {
  let at = run.start - 1;
  while (at >= run.start - 4 && isTitle(tokens[at], lexicon)) at--;
  if (at === run.start - 1 && run.first === run.start) return null;
  const gender = lexicon.articles.get(tokens[at]?.lower ?? "");
  return gender === "he" || gender === "she" ? gender : null;
}

/** "Später spielte Martin": a past tense that no article makes an adjective. */
function followsPast(tokens: readonly TextToken[], at: number, lexicon: LanguageLexicon): boolean {
  const [verb, before] = [tokens[at], tokens[at - 1]];
  if (verb?.kind !== "word" || verb.isCapital || !verb.lower.endsWith("te")) return false;
  return before?.kind === "word" && !lexicon.determiners.has(before.lower) && !lexicon.prepositions.has(before.lower);
}

function isBare(before: TextToken | undefined, name: TextToken | undefined, lexicon: LanguageLexicon): boolean {
  if (!before || before.sentence !== name?.sentence || before.kind !== "word") return true;
  if (lexicon.determiners.has(before.lower)) return false;
  const { cues, prepositions, conjunctions, labelOpeners, auxiliaries } = lexicon;
  return [cues, prepositions, conjunctions, labelOpeners, auxiliaries].some((words) => words.has(before.lower));
}

function speaksBeside(tokens: readonly TextToken[], at: number, lexicon: LanguageLexicon): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || token.isCapital) return false;
  if (lexicon.labelOpeners.has(token.lower)) return tokens[at - 1]?.text === "," || tokens[at - 1]?.kind === "quote";
  return lexicon.cues.has(token.lower) && !lexicon.weakCues.has(token.lower);
}
