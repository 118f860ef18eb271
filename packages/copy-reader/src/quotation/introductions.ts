import { tieConfidence } from "../story/confidence.js";
import { finiteSubject, sentenceStart } from "../attribution/before.js";
import { isFiniteCue, sourceAt } from "./cues.js";
import { listPhrases, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { subjectAfter, subjectBefore } from "../attribution/subjects.js";
import type { PlacedAttribution, QuoteSite } from "../attribution/ties.js";

/*
 * Speakers that the sentences around a quotation name, where its own names none.
 */

/** How many paragraphs above its last words a speaker may still be reported. */
const reportedParagraphs = 3;

/** The sentence before a quotation that is alone; `spoke` shows whether the paragraph above has a speaker already. */
export function readIntroduction(text: TokenisedText, site: QuoteSite, spoke: boolean): PlacedAttribution | null {
  const inside = introductionIn(text, site.paragraph, site.token) ?? unspokenSubject(text, site);
  if (inside) return inside;
  const above = text.paragraphs[site.paragraph - 1];
  if (!above || site.token > 0) return null;
  const announces = /[:：]\s*$/u.test(above.text.slice(-4));
  return spoke && !announces ? null : introductionIn(text, site.paragraph - 1, above.tokens.length);
}

/** "Ana Lima habló ayer. Añadió: …": where the verb needs no subject, that of the sentence before goes on. */
function unspokenSubject(text: TokenisedText, site: QuoteSite): PlacedAttribution | null {
  const paragraph = text.paragraphs[site.paragraph];
  if (!paragraph?.lexicon.readsSubjectless || site.token === 0 || paragraph.tokens[site.token - 1]?.text !== ":")
    return null;
  const start = sentenceStart(paragraph, site.token - 1);
  return isFiniteCue(paragraph, start) ? introductionIn(text, site.paragraph, start) : null;
}

function introductionIn(text: TokenisedText, index: number, end: number): PlacedAttribution | null {
  const paragraph = text.paragraphs[index];
  const last = paragraph?.tokens[end - 1];
  if (!paragraph || !last || last.kind === "quote") return null;
  const from = sentenceStart(paragraph, end - 1);
  const voice = voiceIn(paragraph, from, end);
  const phrase = voice ?? (paragraph.lexicon.guesses ? firstSubject(paragraph, from, end) : null);
  const confidence = voice ? tieConfidence.voiceBefore : tieConfidence.subjectBefore;
  return phrase && { phrase, rule: "subject", cue: "", isTight: false, confidence, paragraph: index };
}

/** The subject of the last verb of saying in a sentence. */
function voiceIn(paragraph: ReadParagraph, from: number, end: number): SpeakerPhrase | null {
  for (let cue = end - 1; cue >= from; cue--) {
    const phrase = isFiniteCue(paragraph, cue) ? speakerOf(paragraph, cue, from, end) : null;
    if (phrase) return phrase;
  }
  return null;
}

function speakerOf(paragraph: ReadParagraph, cue: number, from: number, end: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const left = subjectBefore(paragraph, cue, from);
  const isInverted = tokens[cue - 1]?.text === "," && lexicon.inverted.has(tokens[cue]?.lower ?? "");
  const behind = isInverted ? subjectAfter(paragraph, cue, end) : null;
  if (behind?.mention && left?.phrase.kind === "pronoun") return behind;
  if (left && left.score >= 5) return left.phrase;
  if (behind && behind.pronoun !== "it") return behind;
  if (lexicon.verbSecond && !lexicon.weakCues.has(tokens[cue]?.lower ?? ""))
    return finiteSubject(paragraph, cue, from, end);
  return left && left.score > 4 ? left.phrase : null;
}

function firstSubject(paragraph: ReadParagraph, from: number, end: number): SpeakerPhrase | null {
  const phrases = listPhrases(paragraph, from, end);
  return phrases.find((phrase) => phrase.kind !== "nominal" && phrase.pronoun !== "it") ?? phrases[0] ?? null;
}

/** Whether the sentence is stated in the mood of reported speech: the speaker is in one before it. */
export function isReported(text: TokenisedText, site: QuoteSite): boolean {
  if (text.lexicon.reported.size === 0) return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const sentence = tokens[site.token]?.sentence;
  const own = tokens
    .slice(Math.max(0, site.token - 60), site.token + 40)
    .filter((token) => token.sentence === sentence);
  return own.some((token) => text.lexicon.reported.has(token.lower));
}

/** The nearest sentence before with a verb of saying, a few paragraphs up at most. */
export function readReported(text: TokenisedText, site: QuoteSite): PlacedAttribution | null {
  for (let index = site.paragraph; index >= Math.max(0, site.paragraph - reportedParagraphs); index--) {
    const paragraph = text.paragraphs[index];
    const end =
      paragraph && (index === site.paragraph ? sentenceStart(paragraph, site.token) : paragraph.tokens.length);
    const phrase = paragraph && end !== undefined ? lastVoice(paragraph, end) : null;
    if (phrase)
      return {
        phrase,
        rule: "subject",
        cue: "",
        isTight: false,
        confidence: tieConfidence.voiceBefore,
        paragraph: index,
      };
  }
  return null;
}

/** The subject of the last verb of saying before a position. */
function lastVoice(paragraph: ReadParagraph, end: number): SpeakerPhrase | null {
  for (let cue = end - 1; cue >= 0 && cue > end - 120; cue--) {
    const token = paragraph.tokens[cue];
    const aside = readAside(paragraph, cue);
    if (aside) return aside;
    if (!token || !isFiniteCue(paragraph, cue) || paragraph.lexicon.reported.has(token.lower)) continue;
    const low = sentenceStart(paragraph, cue);
    const left = subjectBefore(paragraph, cue, low);
    if (left && left.score >= 6) return left.phrase;
    const right = subjectAfter(paragraph, cue, Math.min(paragraph.tokens.length, cue + 30));
    if (right ?? left) return right ?? left?.phrase ?? null;
  }
  return null;
}

/** "Es sei, so Schmidt, ein Fehler", "laut Schmidt": a speaker stated without a verb. */
function readAside(paragraph: ReadParagraph, at: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const end = Math.min(tokens.length, at + 30);
  const source = sourceAt(paragraph, at, end);
  if (source) return source.phrase;
  const isAside = tokens[at - 1]?.text === "," && lexicon.labelOpeners.has(tokens[at]?.lower ?? "");
  const phrase = isAside ? subjectAfter(paragraph, at, end) : null;
  return phrase && phrase.kind !== "pronoun" ? phrase : null;
}

/** "„…“ Das sagte Schmidt am Montag": the next sentence shows who said the one before. */
export function readSummary(text: TokenisedText, site: QuoteSite): PlacedAttribution | null {
  const paragraph = text.paragraphs[site.paragraph];
  if (!paragraph?.lexicon.verbSecond) return null;
  const { tokens } = paragraph;
  let at = site.token + 1;
  while (at < site.token + 12 && tokens[at] && tokens[at]?.sentence === tokens[site.token]?.sentence) at++;
  if (!paragraph.lexicon.particles.summing.has(tokens[at]?.lower ?? "") || !isFiniteCue(paragraph, at + 1)) return null;
  if (paragraph.lexicon.weakCues.has(tokens[at + 1]?.lower ?? "")) return null;
  const phrase = subjectAfter(paragraph, at + 1, Math.min(tokens.length, at + 20));
  const cue = tokens[at + 1]?.text ?? "";
  return (
    phrase && {
      phrase,
      rule: "inverted",
      cue,
      isTight: true,
      confidence: tieConfidence.summary,
      paragraph: site.paragraph,
    }
  );
}
