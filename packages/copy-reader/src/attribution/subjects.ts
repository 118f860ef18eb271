import { extendPrepositions, promoteApposition } from "../phrases/extent.js";
import {
  isFunctionWord,
  listPhrases,
  phraseAt,
  type ReadParagraph,
  type SpeakerPhrase,
} from "../phrases/speaker-phrases.js";

/** A phrase with how well it fits as the subject of a verb of saying. */
export interface ScoredPhrase {
  readonly phrase: SpeakerPhrase;
  readonly score: number;
}

/** No subject is further from its verb than about this many tokens. */
const reach = 70;

/** Finds the subject of the verb at `cue` among the words to its left, down to `from`. */
export function subjectBefore(paragraph: ReadParagraph, cue: number, from: number): ScoredPhrase | null {
  const low = Math.max(from, cue - reach);
  const phrases = listPhrases(paragraph, low, cue);
  let best: ScoredPhrase | null = null;
  for (const [order, phrase] of phrases.entries()) {
    if (paragraph.tokens[phrase.first - 1]?.text === "(") continue;
    const score = gapScore(paragraph, phrase, cue) + placeScore(paragraph, phrase, low) + (order === 0 ? 1 : 0);
    if (score > (best?.score ?? 0)) best = { phrase, score };
  }
  if (!best) return null;
  const meant = nameBefore(paragraph, antecedentOfWho(best.phrase, phrases), phrases);
  const joined = joinSubjects(paragraph, meant, phrases, cue);
  if (joined) return { ...best, phrase: joined };
  return { ...best, phrase: promoteApposition(paragraph, withDescription(paragraph, meant, phrases)) };
}

/** "Der Bund und die Länder erklärten": a plural verb has both for its subject. */
function joinSubjects(
  { tokens, lexicon }: ReadParagraph,
  phrase: SpeakerPhrase,
  phrases: readonly SpeakerPhrase[],
  cue: number,
): SpeakerPhrase | null {
  if (!lexicon.verbSecond || tokens[cue]?.lower.endsWith("en") !== true || phrase.kind === "pronoun") return null;
  if (!lexicon.particles.joinsNouns.has(tokens[phrase.first - 1]?.lower ?? "") || phrase.last !== cue - 1) return null;
  const other = phrases.find(({ last, kind }) => last === phrase.first - 2 && kind !== "pronoun");
  return other ? { first: other.first, last: phrase.last, kind: "nominal", mention: null, pronoun: null } : null;
}

/** "Smith, who said": the one meant is Smith. */
function antecedentOfWho(phrase: SpeakerPhrase, phrases: readonly SpeakerPhrase[]): SpeakerPhrase {
  if (phrase.pronoun !== "who") return phrase;
  const near = phrases.findLast((other) => other.last < phrase.first && other.kind !== "pronoun");
  return near && phrase.first - near.last <= 2 ? near : phrase;
}

/** "Mary Smith, the chief engineer of the port, said": the one meant is the name before the description. */
function nameBefore(paragraph: ReadParagraph, phrase: SpeakerPhrase, phrases: readonly SpeakerPhrase[]): SpeakerPhrase {
  if (phrase.kind === "pronoun" || phrase.mention?.kind === "person") return phrase;
  if (
    paragraph.tokens[phrase.first - 1]?.text !== "," ||
    !paragraph.lexicon.determiners.has(paragraph.tokens[phrase.first]?.lower ?? "")
  )
    return phrase;
  const named = phrases.find((other) => other.last === phrase.first - 2 && other.mention !== null);
  return named?.mention && named.mention.kind !== "place" && named.mention.names.length > 1 ? named : phrase;
}

/** "another friend, Mary Smith, said": the description before the name belongs to it. */
function withDescription(
  paragraph: ReadParagraph,
  phrase: SpeakerPhrase,
  phrases: readonly SpeakerPhrase[],
): SpeakerPhrase {
  if (phrase.kind !== "name" || paragraph.tokens[phrase.first - 1]?.text !== ",") return phrase;
  const described = phrases.find(
    (other) => other.kind === "nominal" && promoteApposition(paragraph, other).mention === phrase.mention,
  );
  return described ? { ...phrase, first: described.first } : phrase;
}

/** What is between a phrase and the verb shows whether the one is the subject of the other. */
function gapScore(paragraph: ReadParagraph, phrase: SpeakerPhrase, cue: number): number {
  const { tokens, lexicon } = paragraph;
  const last = lexicon.verbSecond ? Math.min(extendPrepositions(paragraph, phrase.last), cue - 1) : phrase.last;
  let from = skipParenthesis(paragraph, last + 1, cue);
  let to = cue;
  while (to > from && isLight(paragraph, to - 1)) to--;
  while (from < to && lexicon.adverbs.has(tokens[from]?.lower ?? "")) from++;
  if (from >= to) return 7;
  const length = to - from;
  const opens = tokens[from]?.text ?? "";
  const closes = tokens[to - 1]?.kind === "quote" ? "," : (tokens[to - 1]?.text ?? "");
  if (/^[,(—–-]$/u.test(opens) && /^[,)—–-]$/u.test(closes)) return 5.5 - length * 0.06;
  if (lexicon.prepositions.has(opens) && isPlainPhrase(paragraph, from, to)) return 4.5 - length * 0.1;
  if (closes === "," || lexicon.particles.opensVerb.has(closes)) return 3 - length * 0.05;
  return 1.5 - length * 0.06;
}

/** "Smith (SPD) said": a parenthesis right behind a name does not affect its verb. */
function skipParenthesis({ tokens }: ReadParagraph, from: number, to: number): number {
  if (tokens[from]?.text !== "(") return from;
  for (let at = from + 1; at < to && at < from + 8; at++) if (tokens[at]?.text === ")") return at + 1;
  return from;
}

function isLight(paragraph: ReadParagraph, index: number): boolean {
  const token = paragraph.tokens[index];
  if (token?.kind !== "word") return false;
  const { adverbs, auxiliaries } = paragraph.lexicon;
  return (
    adverbs.has(token.lower) ||
    auxiliaries.has(token.lower) ||
    (/.ly$/u.test(token.lower) && !token.isCapital && !paragraph.lexicon.inflects)
  );
}

/** Prepositions with their nouns, such as "of the committee in Berlin". */
function isPlainPhrase(paragraph: ReadParagraph, from: number, to: number): boolean {
  const { tokens, lexicon } = paragraph;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (!token || token.kind !== "word") return false;
    if (lexicon.subjectPronouns.has(token.lower) || lexicon.auxiliaries.has(token.lower)) return false;
    if (lexicon.cues.has(token.lower) && !token.isCapital) return false;
  }
  return true;
}

function placeScore(paragraph: ReadParagraph, phrase: SpeakerPhrase, low: number): number {
  const { tokens, lexicon } = paragraph;
  const before = tokens[phrase.first - 1];
  let score = kindScore(phrase);
  if (phrase.first === low || before?.sentence !== tokens[phrase.first]?.sentence) score += 1.5;
  else if (lexicon.prepositions.has(before?.lower ?? "")) score -= 3;
  else if (before && lexicon.cues.has(before.lower)) score -= 2;
  else if (before?.kind === "mark" || lexicon.conjunctions.has(before?.lower ?? "")) score += 1;
  if (tokens[phrase.last + 1]?.text === "'s") score -= 6;
  if (lexicon.obliqueArticles.has(tokens[phrase.first]?.lower ?? "")) score -= 4;
  return lexicon.inflects && isGenitive(paragraph, phrase) ? score - 4 : score;
}

/** A German noun phrase right behind a noun is its genitive. */
function isGenitive(paragraph: ReadParagraph, phrase: SpeakerPhrase): boolean {
  const before = paragraph.tokens[phrase.first - 1];
  if (phrase.kind === "pronoun" || before?.kind !== "word" || !before.isCapital) return false;
  return !isFunctionWord(paragraph, phrase.first - 1);
}

const pronounScores = { he: 0.5, she: 0.5, they: 0, it: -1.5, who: 0, i: -0.5, we: -0.5 } as const;

function kindScore(phrase: SpeakerPhrase): number {
  if (phrase.pronoun) return pronounScores[phrase.pronoun];
  if (!phrase.mention) return -0.5;
  if (phrase.mention.kind === "place") return -2.5;
  return phrase.mention.kind === "person" ? 0.5 : 0;
}

/** Finds the subject that follows an inverted verb, as in "said the minister". */
export function subjectAfter(paragraph: ReadParagraph, cue: number, to: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  let first = cue + 1;
  while (first < to && isLight(paragraph, first) && !paragraph.mentionAt[first]) first++;
  const direct = phraseAt(paragraph, first, to);
  if (direct?.kind === "pronoun") return direct.pronoun === "who" ? null : direct;
  if (direct && lexicon.obliqueArticles.has(tokens[first]?.lower ?? "")) return null;
  const phrase = lexicon.capitalisesNouns && direct ? direct : longer(direct, bareNoun(paragraph, first, to));
  return phrase && promoteApposition(paragraph, withSecondOffice(paragraph, phrase, to));
}

/** "former Gov. and Board Chairwoman Mary Smith": two offices without an article are those of one person. */
function withSecondOffice(paragraph: ReadParagraph, phrase: SpeakerPhrase, to: number): SpeakerPhrase {
  const { tokens, mentionAt, lexicon } = paragraph;
  const joint = tokens[phrase.last + 1]?.lower ?? "";
  const isJoined = joint === "&" || lexicon.particles.joining.has(joint);
  if (phrase.kind === "pronoun" || phrase.mention?.kind === "person" || !isJoined) return phrase;
  if (
    !lexicon.titles.has(tokens[phrase.last]?.lower ?? "") ||
    lexicon.determiners.has(tokens[phrase.first]?.lower ?? "")
  )
    return phrase;
  let at = phrase.last + 2;
  while (
    at < to &&
    at < phrase.last + 6 &&
    tokens[at]?.kind === "word" &&
    !mentionAt[at] &&
    !isFunctionWord(paragraph, at)
  )
    at++;
  const mention = mentionAt[at];
  const isHeld = mention !== undefined && mention.last < to && (mention.titles.length > 0 || at > phrase.last + 2);
  return isHeld && mention.kind !== "place" ? { ...phrase, last: mention.last, kind: "name", mention } : phrase;
}

/** "zitierte die Zeitung den Minister": anybody who is behind the one who quotes speaks; null when nobody does. */
export function citedBy(paragraph: ReadParagraph, subject: SpeakerPhrase, to: number): SpeakerPhrase {
  const { mention } = subject;
  if (mention && mention.prefix > subject.first) return { ...subject, first: mention.prefix };
  const object = phraseAt(paragraph, subject.last + 1, to);
  return object && object.pronoun !== "it" ? promoteApposition(paragraph, object) : subject;
}

function longer(left: SpeakerPhrase | null, right: SpeakerPhrase | null): SpeakerPhrase | null {
  if (!left || !right) return left ?? right;
  return right.last > left.last ? right : left;
}

/** A noun without an article: "said officials", "said spokesman John Smith", "said Berlin-based analysts". */
function bareNoun(paragraph: ReadParagraph, first: number, to: number): SpeakerPhrase | null {
  const { tokens, mentionAt, lexicon } = paragraph;
  let end = first;
  let opened = first;
  while (opened < to && lexicon.determiners.has(tokens[opened]?.lower ?? "")) opened++;
  // A further article begins another phrase: "dijo Ana Lima el martes".
  const runsOn = (at: number): boolean =>
    tokens[at]?.kind === "word" &&
    (at < opened || mentionAt[at] !== undefined || !lexicon.determiners.has(tokens[at]?.lower ?? "")) &&
    (mentionAt[at] !== undefined || !(isFunctionWord(paragraph, at) || isLight(paragraph, at)));
  while (end < to && runsOn(end)) end++;
  if (end === first || tokens[end - 1]?.text === "'s" || isArticleless(paragraph, first, end - 1)) return null;
  return toPhrase(paragraph, first, end - 1);
}

/** A noun without an article right before its verb: "Officials said", "campaign aides say". */
export function bareNounBefore(paragraph: ReadParagraph, cue: number, from: number): SpeakerPhrase | null {
  let last = cue - 1;
  while (last >= from && isLight(paragraph, last)) last--;
  let first = last;
  while (first >= from && paragraph.tokens[first]?.kind === "word" && !isFunctionWord(paragraph, first)) first--;
  return first === last || isArticleless(paragraph, first + 1, last) ? null : toPhrase(paragraph, first + 1, last);
}

/** Romance nouns have an article unless they are names, offices or plurals: what has none is a verb or an adverb. */
function isArticleless({ tokens, mentionAt, lexicon }: ReadParagraph, first: number, last: number): boolean {
  const opener = tokens[first]?.lower ?? "";
  if (!lexicon.describesBehindNouns || mentionAt[last] || lexicon.determiners.has(opener)) return false;
  return !lexicon.titles.has(opener) && !/[^s]s$/u.test(opener);
}

function toPhrase(paragraph: ReadParagraph, first: number, last: number): SpeakerPhrase {
  const mention = paragraph.mentionAt[last] ?? null;
  return { first, last, kind: mention ? "name" : "nominal", mention, pronoun: null };
}
