import { tieConfidence } from "../story/confidence.js";
import { findClosing } from "./framed.js";
import { fitsCue, isBareCue, isFiniteCue, sourceAt } from "../quotation/cues.js";
import { listPhrases, phraseAt, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import { bareNounBefore, subjectAfter, subjectBefore } from "./subjects.js";
import type { Attribution } from "./ties.js";
import { readBearer, readOrigin, subjectBehindObject } from "./verb-second.js";

/** How far before a quotation its verb is looked for, in tokens. */
const reach = 60;

/** Reads the speaker before the quotation: the nearest verb or particle of saying in its sentence, and its subject. */
export function readBefore(paragraph: ReadParagraph, quote: number): Attribution | null {
  const low = sentenceStart(paragraph, quote);
  const label =
    readLabel(paragraph, quote, low) ?? readBearer(paragraph, quote, low) ?? readVerbFinal(paragraph, quote, low);
  if (label) return label;
  const closing = findClosing(paragraph, quote, low);
  const subject = closing && finiteSubject(paragraph, closing.auxiliary, low, quote);
  if (subject)
    return { phrase: subject, rule: "before", cue: closing.cue, isTight: true, confidence: tieConfidence.closing };
  let nearest: Attribution | null = null;
  let side: Attribution | null = null;
  for (let cue = quote - 1; cue >= low && cue > quote - reach; cue--) {
    const found = readCue(paragraph, cue, low, quote);
    if (!found) continue;
    if (isInAside(paragraph, cue, quote)) continue;
    if (!found.isTight && isReduced(paragraph, cue)) {
      side ??= found;
      continue;
    }
    const isEmpty = !isGood(found) && paragraph.lexicon.weakCues.has(paragraph.tokens[cue]?.lower ?? "");
    const isSure = (found.isTight && !isEmpty) || isPlainSpeech(paragraph, cue, found);
    if (isSure) return nearest && isGood(nearest) ? nearest : found;
    nearest ??= found;
  }
  return nearest ?? side;
}

/** The first token of the quotation's sentence. */
export function sentenceStart(paragraph: ReadParagraph, quote: number): number {
  const { tokens } = paragraph;
  let low = quote;
  while (low > 0 && low > quote - 90 && tokens[low - 1]?.sentence === tokens[quote]?.sentence) low--;
  return low;
}

/** "his plan, which the board estimates would cost a lot, would risk": a verb in a clause that a comma has closed. */
function isInAside({ tokens, lexicon }: ReadParagraph, cue: number, quote: number): boolean {
  if (lexicon.verbSecond) return false;
  for (let at = cue - 1; at > 0 && at > cue - 10 && tokens[at]?.kind === "word"; at--) {
    if (!lexicon.particles.asides.has(tokens[at]?.lower ?? "") || tokens[at - 1]?.text !== ",") continue;
    const close = tokens.slice(cue, quote - 1).findIndex((token) => token.text === ",");
    return close >= 0 && tokens[cue + close + 1]?.kind === "word";
  }
  return false;
}

/** "leaflets by Marlow calling for a pause": a participle right behind a noun describes the noun. */
function isReduced({ tokens, lexicon }: ReadParagraph, cue: number): boolean {
  if (lexicon.verbSecond || !lexicon.participles.has(tokens[cue]?.lower ?? "")) return false;
  const before = tokens[cue - 1];
  const small = [lexicon.prepositions, lexicon.conjunctions, lexicon.auxiliaries, lexicon.adverbs, lexicon.passives];
  return before?.kind === "word" && !small.some((list) => list.has(before.lower));
}

/** A verb of saying with a person or group as its subject. */
function isPlainSpeech(paragraph: ReadParagraph, cue: number, found: Attribution): boolean {
  if (paragraph.lexicon.weakCues.has(paragraph.tokens[cue]?.lower ?? "")) return false;
  return isGood(found);
}

function isGood({ phrase }: Pick<Attribution, "phrase">): boolean {
  if (phrase.kind === "pronoun") return phrase.pronoun !== "it";
  return phrase.mention !== null && phrase.mention.kind !== "place";
}

/** "SMITH: …" in a transcript, "Minister Schmidt: …" in a report, "…, so Schmidt weiter: …". */
function readLabel(paragraph: ReadParagraph, quote: number, low: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  if (tokens[quote - 1]?.text !== ":") return null;
  let end = quote - 2;
  while (end > low && lexicon.adverbs.has(tokens[end]?.lower ?? "")) end--;
  const phrase = phraseAt(paragraph, low, quote - 1);
  if (phrase?.kind === "name" && phrase.last === quote - 2)
    return { phrase, rule: "label", cue: ":", isTight: true, confidence: tieConfidence.label };
  for (let at = end; at > low && at > end - 12; at--) {
    const opener = tokens[at - 1]?.lower ?? "";
    const opens = lexicon.labelOpeners.has(opener) || (opener === "," && paragraph.mentionAt[at]?.kind === "person");
    const labelled = opens ? phraseAt(paragraph, at, quote - 1) : null;
    if (labelled?.last === end && labelled.kind !== "pronoun")
      return { phrase: labelled, rule: "label", cue: ":", isTight: true, confidence: tieConfidence.labelledAside };
  }
  return null;
}

/** "Ayşe Kaya, “…” dedi.": a full name before the quotation and the verb right behind it. */
function readVerbFinal(paragraph: ReadParagraph, quote: number, low: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const verb = tokens[quote + 1];
  if (!lexicon.verbFinal || !verb || !lexicon.cues.has(verb.lower)) return null;
  const end = tokens[quote - 1]?.text === "," ? quote - 2 : quote - 1;
  const mention = paragraph.mentionAt[end];
  if (mention?.last !== end || mention.prefix < low || mention.names.length < 2) return null;
  const phrase: SpeakerPhrase = { first: mention.prefix, last: end, kind: "name", mention, pronoun: null };
  return { phrase, rule: "before", cue: verb.text, isTight: true, confidence: tieConfidence.verbFinal };
}

function readCue(paragraph: ReadParagraph, cue: number, low: number, quote: number): Attribution | null {
  const source = sourceAt(paragraph, cue, quote);
  if (source)
    return {
      phrase: source.phrase,
      rule: "source",
      cue: source.words,
      isTight: true,
      confidence: tieConfidence.source,
    };
  const agent = agentAt(paragraph, cue, quote);
  if (agent)
    return {
      phrase: agent,
      rule: "before",
      cue: paragraph.tokens[cue]?.text ?? "",
      isTight: false,
      confidence: tieConfidence.passive,
    };
  const token = paragraph.tokens[cue];
  const isFinite = isFiniteCue(paragraph, cue);
  const isOpen = isBareCue(paragraph, cue) || paragraph.lexicon.participles.has(token?.lower ?? "");
  // "accusing Jones of lying": the participle behind "of" shows what the object does.
  if (!token || (!isFinite && (!isOpen || paragraph.tokens[cue - 1]?.lower === "of"))) return null;
  if (isRelative(paragraph, cue) && !onlyLinksBetween(paragraph, cue, quote)) return null;
  const cited = citedAt(paragraph, cue, low, quote);
  if (cited && isGood({ phrase: cited }))
    return { phrase: cited, rule: "before", cue: token.text, isTight: true, confidence: tieConfidence.cited };
  const phrase = isFinite ? finiteSubject(paragraph, cue, low, quote) : mainSubject(paragraph, cue, low);
  if (!phrase || !fitsCue(paragraph, cue, phrase)) return null;
  const isTight = onlyLinksBetween(paragraph, Math.max(cue, phrase.last), quote);
  return {
    phrase,
    rule: "before",
    cue: token.text,
    isTight,
    confidence: isTight ? tieConfidence.before : tieConfidence.beforeApart,
  };
}

/** "the movement that questioned it": the verb of a clause about a thing is not that of the sentence. */
function isRelative({ tokens, lexicon }: ReadParagraph, cue: number): boolean {
  return lexicon.particles.relatives.has(tokens[cue - 1]?.lower ?? "");
}

/** "The paper quoted Smith: “…”", "quoted Smith as saying": the object of the verb speaks. */
function citedAt(paragraph: ReadParagraph, cue: number, low: number, quote: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const isSaying = tokens[cue - 1]?.lower === "as" && lexicon.participles.has(tokens[cue]?.lower ?? "");
  for (let at = cue; at >= low && at > cue - (isSaying ? 15 : 1); at--) {
    if (lexicon.citers.has(tokens[at]?.lower ?? "")) return subjectAfter(paragraph, at, quote);
  }
  return null;
}

/** "he was asked by Mary Smith": in the passive the agent speaks. */
function agentAt(paragraph: ReadParagraph, cue: number, quote: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const isPassive = lexicon.passives.has(tokens[cue - 1]?.lower ?? "") && lexicon.cues.has(tokens[cue]?.lower ?? "");
  return isPassive && tokens[cue + 1]?.lower === "by" ? subjectAfter(paragraph, cue + 1, quote) : null;
}

/** "was described as “…” by Smith": the agent of a passive is behind the quotation. */
export function readAgent(paragraph: ReadParagraph, quote: number, low: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  if (lexicon.verbSecond || tokens[quote + 1]?.lower !== "by") return null;
  for (let cue = quote - 1; cue > low && cue > quote - 6; cue--) {
    const token = tokens[cue];
    if (!token || !lexicon.cues.has(token.lower) || !isPassive(paragraph, cue)) continue;
    const phrase = subjectAfter(paragraph, quote + 1, tokens.length);
    return phrase && { phrase, rule: "inverted", cue: token.text, isTight: true, confidence: tieConfidence.agent };
  }
  return null;
}

/** "were described", "has been widely branded". */
function isPassive({ tokens, lexicon }: ReadParagraph, cue: number): boolean {
  let at = cue - 1;
  while (at > cue - 3 && (lexicon.adverbs.has(tokens[at]?.lower ?? "") || /.ly$/u.test(tokens[at]?.lower ?? ""))) at--;
  return lexicon.passives.has(tokens[at]?.lower ?? "");
}

/** The subject of a finite verb; verb-second languages and inverted openings have it behind the verb. */
export function finiteSubject(paragraph: ReadParagraph, cue: number, low: number, quote: number): SpeakerPhrase | null {
  const joined = isCoordinated(paragraph, cue) ? joinedSubject(paragraph, cue, low) : null;
  if (joined) return joined;
  const origin = readOrigin(paragraph, cue, quote);
  if (origin) return origin;
  const left = subjectBefore(paragraph, cue, low);
  const isLone = left !== null && left.phrase.first === low && left.phrase.last === low;
  const shifted = isLone ? subjectBehindObject(paragraph, cue, quote) : null;
  if (shifted) return shifted;
  const isInverted = paragraph.lexicon.verbSecond || !paragraph.lexicon.guesses || cue === low;
  const isPlain = left !== null && paragraph.lexicon.verbSecond && !isPerson(left.phrase);
  const person = isPlain ? subjectAfter(paragraph, cue, quote) : null;
  if (person?.mention?.kind === "person") return person;
  const opensOblique = paragraph.lexicon.verbSecond && isOblique(paragraph, low);
  const behind = opensOblique && !isCoordinated(paragraph, cue) ? subjectAfter(paragraph, cue, quote) : null;
  if (behind && behind.pronoun !== "it") return behind;
  if (left && (left.score >= 6 || (isInverted && isCoordinated(paragraph, cue)))) return left.phrase;
  const right = isInverted ? subjectAfter(paragraph, cue, quote) : null;
  if (right) return right;
  const bare = bareNounBefore(paragraph, cue, low);
  return left && (left.score > 2 || !bare) ? left.phrase : bare;
}

function isPerson(phrase: SpeakerPhrase): boolean {
  return (
    phrase.kind === "pronoun" ||
    (phrase.mention !== null && (phrase.mention.kind === "person" || phrase.mention.names.length > 1))
  );
}

/** A German sentence that opens with a preposition or an adverb has its subject behind the verb. */
function isOblique(paragraph: ReadParagraph, low: number): boolean {
  const lower = paragraph.tokens[low]?.lower ?? "";
  const { prepositions, adverbs } = paragraph.lexicon;
  return prepositions.has(lower) || adverbs.has(lower) || lower === "als";
}

function isCoordinated(paragraph: ReadParagraph, cue: number): boolean {
  return paragraph.lexicon.particles.joinsVerbs.has(paragraph.tokens[cue - 1]?.lower ?? "");
}

/** "Smith met Jones and said": two joined verbs have one subject, that of the first. */
function joinedSubject(paragraph: ReadParagraph, cue: number, low: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  if (lexicon.verbSecond) return null;
  for (let verb = cue - 2; verb > low; verb--) {
    if (tokens[verb]?.kind === "quote") return null;
    if (tokens[verb]?.text === ",") return clauseOpener(paragraph, verb + 1, cue);
    if (lexicon.subjectPronouns.get(tokens[verb]?.lower ?? "") === "who")
      return subjectBefore(paragraph, verb + 1, low)?.phrase ?? null;
    if (!isFiniteCue(paragraph, verb) && !lexicon.verbs.has(tokens[verb]?.lower ?? "")) continue;
    const found = subjectBefore(paragraph, verb, low);
    if (found && found.score >= 5) return found.phrase;
  }
  return null;
}

/** "When Jones asked, Smith cut him off and said": the comma begins the clause of both verbs. */
function clauseOpener(paragraph: ReadParagraph, first: number, cue: number): SpeakerPhrase | null {
  const phrase = phraseAt(paragraph, first, cue);
  const next = phrase ? paragraph.tokens[phrase.last + 1] : undefined;
  return phrase && isGood({ phrase }) && next?.kind === "word" ? phrase : null;
}

/** "… , adding", "… to call": the subject is that of the main verb before it. */
function mainSubject(paragraph: ReadParagraph, at: number, low: number): SpeakerPhrase | null {
  const nearest = subjectBefore(paragraph, at, low);
  const isBeside = nearest !== null && nearest.phrase.last === at - 1;
  if (
    isBeside &&
    (nearest.score >= 5 ||
      paragraph.lexicon.particles.agents.has(paragraph.tokens[nearest.phrase.first - 1]?.lower ?? ""))
  )
    return nearest.phrase;
  const clause = clauseSubject(paragraph, at, low);
  if (clause) return clause;
  for (let cue = at - 1; cue > low; cue--) {
    const found = isFiniteCue(paragraph, cue) ? subjectBefore(paragraph, cue, low) : null;
    if (found && found.score > 3) return found.phrase;
  }
  const [first] = listPhrases(paragraph, low, at);
  return nearest && nearest.score >= 2.2 ? nearest.phrase : (first ?? null);
}

/** "… when Smith interrupted the speech, shouting": anybody who opens the clause acts in it, not the object before the comma. */
function clauseSubject(paragraph: ReadParagraph, at: number, low: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const { beforeParticiples, clauseOpeners } = lexicon.particles;
  const preceding = tokens[at - 1]?.lower ?? "";
  if (lexicon.verbSecond || (preceding !== "," && !beforeParticiples.has(preceding))) return null;
  for (let first = at - 2; first >= low; first--) {
    const before = tokens[first - 1];
    const opens = first === low || (before !== undefined && clauseOpeners.has(before.lower));
    const phrase = opens ? phraseAt(paragraph, first, at) : null;
    const isMeant = phrase && (first === low ? phrase.pronoun !== "it" : phrase.kind !== "pronoun");
    if (isMeant && isActing(paragraph, phrase.last + 1, at)) return phrase;
  }
  return null;
}

/** A past tense, or a verb that is known, right behind the phrase. */
function isActing({ tokens, lexicon }: ReadParagraph, at: number, to: number): boolean {
  const verb = tokens[at];
  if (at >= to || verb?.kind !== "word" || verb.isCapital) return false;
  return /.ed$/u.test(verb.lower) || lexicon.verbs.has(verb.lower) || lexicon.cues.has(verb.lower);
}

function onlyLinksBetween(paragraph: ReadParagraph, from: number, quote: number): boolean {
  for (let index = from + 1; index < quote; index++) {
    const token = paragraph.tokens[index];
    if (!token || (token.kind !== "mark" && !paragraph.lexicon.particles.links.has(token.lower))) return false;
  }
  return true;
}
