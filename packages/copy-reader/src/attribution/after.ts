import { tieConfidence } from "../story/confidence.js";
import { readFramed } from "./framed.js";
import { fitsCue, isFiniteCue, sourceAt } from "../quotation/cues.js";
import { promoteApposition } from "../phrases/extent.js";
import { isFunctionWord, phraseAt, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import { bareNounBefore, citedBy, subjectAfter, subjectBefore } from "./subjects.js";
import { readOrigin, readUnknownSecond } from "./verb-second.js";
import { unknownGroupAt, verbGroupAt } from "../phrases/verb-groups.js";
import { type Attribution, behindMarks, endsFull, endsOpen, lastWords } from "./ties.js";

/** How far after a quotation its speaker is looked for, in tokens. */
const reach = 45;

/** Reads the speaker that follows the quotation: "…", Smith said; "…", said Smith; "…", according to Smith. */
export function readAfter(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens } = paragraph;
  const from = behindMarks(paragraph, quote);
  const first = tokens[from];
  if (!first || first.kind !== "word") return readInBrackets(paragraph, quote);
  const to = stretchEnd(paragraph, from);
  const isOver = endsFull(paragraph, quote) || (tokens[from - 1]?.text === "." && !endsOpen(paragraph, quote));
  const isFresh = isOver && first.isCapital;
  const direct = isFresh
    ? null
    : (readSource(paragraph, from, to) ?? readInverted(paragraph, from, to) ?? readFramed(paragraph, from, to));
  if (direct) return direct;
  const named = readInBrackets(paragraph, quote) ?? readTraced(paragraph, from, to);
  if (named) return named;
  const how = readHow(paragraph, from, to) ?? readNameAlone(paragraph, quote, from);
  if (how) return how;
  const isFirst = tokens[quote - 1]?.sentence !== tokens[quote]?.sentence;
  const isStrict = isOver || (!endsOpen(paragraph, quote) && !isFirst);
  return readStated(paragraph, from, to, isStrict) ?? readUnknownVerb(paragraph, quote, from, to);
}

/** The end of the words that are together behind a quotation: of the sentence, or before the next quotation. */
export function stretchEnd(paragraph: ReadParagraph, from: number): number {
  const { tokens } = paragraph;
  let to = from;
  while (
    to < from + reach &&
    tokens[to] &&
    tokens[to]?.kind !== "quote" &&
    tokens[to]?.sentence === tokens[from]?.sentence
  )
    to++;
  return to;
}

function readSource(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const source = sourceAt(paragraph, from, to);
  return (
    source && {
      phrase: source.phrase,
      rule: "source",
      cue: source.words,
      isTight: true,
      confidence: tieConfidence.source,
    }
  );
}

/** "said Smith", "sagte der Minister". */
export function readInverted(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  if (lexicon.namesSpeakerInside) return readGroup(paragraph, from, to);
  const skips = lexicon.adverbs.has(tokens[from]?.lower ?? "") && lexicon.cues.has(tokens[from + 1]?.lower ?? "");
  const isCompound =
    lexicon.auxiliaries.has(tokens[from]?.lower ?? "") && lexicon.perfects.has(tokens[from + 1]?.lower ?? "");
  const opener = tokens[from]?.lower ?? "";
  const isBare = !lexicon.inverted.has(opener) || lexicon.labelOpeners.has(opener);
  const at = isCompound || (skips && isBare) ? from + 1 : from;
  const cue = tokens[at];
  if (!cue || cue.isCapital || (!isCompound && !lexicon.inverted.has(cue.lower))) return null;
  const subject = subjectAfter(paragraph, at, to);
  const phrase = subject && lexicon.citers.has(cue.lower) ? citedBy(paragraph, subject, to) : subject;
  return phrase && { phrase, rule: "inverted", cue: cue.text, isTight: true, confidence: tieConfidence.inverted };
}

/** "s'indigne Martin", "a-t-elle ajouté", "ha detto il sindaco": a verb with what belongs to it, and its subject. */
function readGroup(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const isKnown = verbGroupAt(tokens, lexicon, from) !== null;
  const group = verbGroupAt(tokens, lexicon, from) ?? unknownGroupAt(tokens, lexicon, from);
  const cue = tokens[group?.verb ?? -1];
  if (!group || !cue) return null;
  const at = group.pronoun;
  const next = subjectAfter(paragraph, group.end - 1, to);
  const isSure = isKnown || next?.kind === "pronoun" || isPersonLike(next);
  const behind = (isSure ? next : null) ?? personBehind(paragraph, group.end, to);
  const phrase = at === null ? behind : phraseAt(paragraph, at, to);
  const meant = phrase && lexicon.citers.has(cue.lower) ? citedBy(paragraph, phrase, to) : phrase;
  if (!isKnown && meant?.kind !== "pronoun" && !isPersonLike(meant)) return null;
  return (
    meant && {
      phrase: meant,
      rule: "inverted",
      cue: cue.text,
      isTight: true,
      confidence: isKnown ? tieConfidence.inverted : tieConfidence.unknownVerb,
    }
  );
}

/** A person, or a full name that may be one. */
function isPersonLike(phrase: SpeakerPhrase | null): boolean {
  const mention = phrase?.mention;
  return mention?.kind === "person" || (mention?.kind === "unknown" && mention.names.length > 1);
}

/** "«…», afirma.": a verb of saying behind the quotation that leaves out its subject, as three of the languages may. */
export function isSubjectless(paragraph: ReadParagraph, quote: number): boolean {
  const { tokens, lexicon } = paragraph;
  const from = /^[,–—-]$/u.test(tokens[quote + 1]?.text ?? "") ? quote + 2 : quote + 1;
  if (!lexicon.readsSubjectless || tokens[from]?.sentence !== tokens[quote]?.sentence) return false;
  return (
    verbGroupAt(tokens, lexicon, from) !== null && readGroup(paragraph, from, stretchEnd(paragraph, from)) === null
  );
}

/** "escribió en sus redes Ana Lima", "a dit à la presse le maire": anybody who is behind where and when it was said. */
function personBehind(paragraph: ReadParagraph, from: number, to: number): SpeakerPhrase | null {
  const { tokens, mentionAt, lexicon } = paragraph;
  for (let at = from; at < to && tokens[at]?.kind === "word"; at++) {
    const opensOffice =
      lexicon.determiners.has(tokens[at]?.lower ?? "") && lexicon.titles.has(tokens[at + 1]?.lower ?? "");
    const isHung = lexicon.prepositions.has(tokens[at - 1]?.lower ?? "");
    const mention = mentionAt[at];
    const isFull = mention?.kind === "unknown" && mention.names.length > 1 && mention.prefix === at;
    if (!isHung && (opensOffice || isFull || mention?.kind === "person")) {
      const phrase = phraseAt(paragraph, at, to);
      return phrase && promoteApposition(paragraph, phrase);
    }
  }
  return null;
}

/** "“…” (Mary Smith)": a name in brackets behind the quotation. */
function readInBrackets(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens, mentionAt } = paragraph;
  const mention = tokens[quote + 1]?.text === "(" ? mentionAt[quote + 2] : undefined;
  if (!mention || mention.prefix !== quote + 2 || mention.names.length < 2 || mention.kind === "place") return null;
  const end = tokens[mention.last + 1]?.text === "," ? mention.last + 3 : mention.last + 1;
  if (tokens[end]?.text !== ")" || mention.kind === "organisation") return null;
  const phrase: SpeakerPhrase = { first: mention.prefix, last: mention.last, kind: "name", mention, pronoun: null };
  return { phrase, rule: "after", cue: "(", isTight: true, confidence: tieConfidence.nameAlone };
}

/** "„…“ stammt von Martin". */
function readTraced(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const phrase = readOrigin(paragraph, from, to);
  const cue = paragraph.tokens[from]?.text ?? "";
  return phrase && { phrase, rule: "after", cue, isTight: true, confidence: tieConfidence.traced };
}

/** "“…” is how Smith put it". */
function readHow(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const { equating, manners } = lexicon.particles;
  if (!equating.has(tokens[from]?.lower ?? "") || !manners.has(tokens[from + 1]?.lower ?? "")) return null;
  const phrase = phraseAt(paragraph, from + 2, to);
  const cue = phrase ? tokens[phrase.last + 1] : undefined;
  if (!phrase || !cue || !isFiniteCue(paragraph, phrase.last + 1)) return null;
  return { phrase, rule: "after", cue: cue.text, isTight: true, confidence: tieConfidence.how };
}

/** "“…,” Rep. Ann Smith (D-N.Y.).": a name behind a comma with nothing else in its sentence. */
function readNameAlone(paragraph: ReadParagraph, quote: number, from: number): Attribution | null {
  const { tokens } = paragraph;
  if (!/[,،]$/u.test(lastWords(paragraph, quote))) return null;
  const phrase = phraseAt(paragraph, from, tokens.length);
  if (phrase?.mention?.kind !== "person") return null;
  let end = phrase.last + 1;
  if (tokens[end]?.text === "(") while (tokens[end] && tokens[end - 1]?.text !== ")") end++;
  const isAlone = tokens[end] === undefined || (tokens[end]?.text === "." && tokens[end + 1]?.kind !== "word");
  return isAlone ? { phrase, rule: "after", cue: ",", isTight: true, confidence: tieConfidence.nameAlone } : null;
}

/** `Smith said`, `Smith, a lawyer from Iowa, told reporters`. */
function readStated(paragraph: ReadParagraph, from: number, to: number, isStrict: boolean): Attribution | null {
  for (let cue = from + 1; cue < to; cue++) {
    const phrase = isFiniteCue(paragraph, cue) ? statedSubject(paragraph, cue, from, to) : null;
    if (!phrase || !fitsCue(paragraph, cue, phrase)) continue;
    if (isStrict && !closesAttribution(paragraph, cue, from, to)) return null;
    const word = paragraph.tokens[cue]?.text ?? "";
    return {
      phrase,
      rule: "after",
      cue: word,
      isTight: true,
      confidence: phrase.last === cue - 1 ? tieConfidence.after : tieConfidence.afterDescription,
    };
  }
  return null;
}

function statedSubject(paragraph: ReadParagraph, cue: number, from: number, to: number): SpeakerPhrase | null {
  const found = subjectBefore(paragraph, cue, from);
  const isInverted =
    paragraph.tokens[cue - 1]?.text === "," && paragraph.lexicon.inverted.has(paragraph.tokens[cue]?.lower ?? "");
  const isSure = found !== null && found.score >= 5 && found.phrase.kind !== "pronoun";
  const behind = isInverted && !isSure ? subjectAfter(paragraph, cue, to) : null;
  if (behind?.mention) return behind;
  if (found && found.phrase.first <= from + 1 && found.score > 2.5) return found.phrase;
  const bare = bareNounBefore(paragraph, cue, from);
  return bare && bare.first <= from + 1 ? bare : null;
}

/** After a full stop "Smith said" only belongs to the quotation before it when nothing said follows. */
function closesAttribution(paragraph: ReadParagraph, cue: number, from: number, to: number): boolean {
  const next = paragraph.tokens[cue + 1];
  if (cue - from > 8) return false;
  if (!next || cue + 1 >= to) return paragraph.tokens[to]?.kind !== "quote";
  return next.text === ".";
}

/** After a comma inside the marks a name with any verb is the speaker: "…," Smith barked. */
function readUnknownVerb(paragraph: ReadParagraph, quote: number, from: number, to: number): Attribution | null {
  const second = readUnknownSecond(paragraph, from, to);
  if (second) return second;
  if (!/[,،!?]$/u.test(lastWords(paragraph, quote))) return null;
  const inverted = readUnknownInverted(paragraph, from, to);
  if (inverted || !/[,،]$/u.test(lastWords(paragraph, quote))) return inverted;
  const phrase = phraseAt(paragraph, from, to);
  const verb = phrase && paragraph.tokens[phrase.last + 1];
  if (!phrase || phrase.kind === "nominal" || verb?.kind !== "word" || verb.isCapital) return null;
  if (paragraph.lexicon.prepositions.has(verb.lower) || paragraph.lexicon.conjunctions.has(verb.lower)) return null;
  if (isFunctionWord(paragraph, phrase.last + 1) && !paragraph.lexicon.verbs.has(verb.lower)) return null;
  return { phrase, rule: "after", cue: verb.text, isTight: true, confidence: tieConfidence.unknownVerbApart };
}

/** "…!" beamed Mary Smith: any past tense before a person. */
function readUnknownInverted(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const verb = paragraph.tokens[from];
  if (verb?.kind !== "word" || verb.isCapital || !/(?:ed|te)$/u.test(verb.lower)) return null;
  const phrase = subjectAfter(paragraph, from, to);
  if (phrase?.mention?.kind !== "person") return null;
  return { phrase, rule: "inverted", cue: verb.text, isTight: true, confidence: tieConfidence.unknownVerb };
}

/** Reads a speaker at the end of a sentence that quotes in its midst: "… the “plan” of the party, said Smith." */
export function readTrailing(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens } = paragraph;
  const sentence = tokens[quote]?.sentence;
  for (let index = quote + 1; index < quote + reach && tokens[index]?.sentence === sentence; index++) {
    if (tokens[index]?.text !== ",") continue;
    const found = trailingAt(paragraph, index + 1);
    if (found) return { ...found, rule: "trailing", isTight: false, confidence: tieConfidence.trailing };
  }
  return null;
}

function trailingAt(paragraph: ReadParagraph, from: number): Attribution | null {
  const to = stretchEnd(paragraph, from);
  const inverted = readSource(paragraph, from, to) ?? readInverted(paragraph, from, to);
  if (inverted && !paragraph.lexicon.weakCues.has(inverted.cue)) return inverted;
  const phrase = phraseAt(paragraph, from, to);
  const cue = phrase ? phrase.last + 1 : to;
  if (!phrase || !isFiniteCue(paragraph, cue) || paragraph.lexicon.weakCues.has(paragraph.tokens[cue]?.lower ?? ""))
    return null;
  const next = paragraph.tokens[cue + 1];
  const ends =
    !next ||
    /^[.,]$/u.test(next.text) ||
    paragraph.lexicon.prepositions.has(next.lower) ||
    paragraph.lexicon.adverbs.has(next.lower);
  return ends
    ? {
        phrase,
        rule: "after",
        cue: paragraph.tokens[cue]?.text ?? "",
        isTight: false,
        confidence: tieConfidence.trailing,
      }
    : null;
}
