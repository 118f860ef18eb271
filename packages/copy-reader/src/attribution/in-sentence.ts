import { tieConfidence } from "../story/confidence.js";
import { readAfter, readTrailing } from "./after.js";
import { readAgent, readBefore, sentenceStart } from "./before.js";
import { isImpersonal, readImpersonal } from "./framed.js";
import { readReportingClause } from "./reporting-clause.js";
import {
  isFunctionWord,
  listPhrases,
  phraseAt,
  type ReadParagraph,
  type SpeakerPhrase,
} from "../phrases/speaker-phrases.js";
import { subjectAfter } from "./subjects.js";
import { verbSecondSubject } from "./verb-second.js";
import { type Attribution, endsOpen } from "./ties.js";

/** Reads who says the quotation at a token from its own sentence; null when the sentence names nobody. */
export function attributeInSentence(paragraph: ReadParagraph, quote: number): Attribution | null {
  const found = findInSentence(paragraph, quote);
  return found && isImpersonal(paragraph, found) ? readImpersonal(paragraph, found) : found;
}

function findInSentence(paragraph: ReadParagraph, quote: number): Attribution | null {
  const clause = readReportingClause(paragraph, quote);
  if (clause) return clause;
  const agent = readAgent(paragraph, quote, sentenceStart(paragraph, quote));
  if (agent) return agent;
  const after = readAfter(paragraph, quote);
  const before = readBefore(paragraph, quote);
  if (after && before) return choose(paragraph, quote, after, before);
  if (after) return after;
  const main = mainClause(paragraph, quote);
  if (main) return main;
  const trailing = before?.isTight && isSomebody(before.phrase) ? null : readTrailing(paragraph, quote);
  return trailing ?? before ?? subjectOfSentence(paragraph, quote);
}

/** A comma at the end of the quotation announces the speaker behind it; a colon before it, the one in front. */
function choose(paragraph: ReadParagraph, quote: number, after: Attribution, before: Attribution): Attribution {
  const openEnd = endsOpen(paragraph, quote);
  const isWhole = paragraph.tokens[quote]?.isCapital === true;
  if (!isSomebody(after.phrase) && isSomebody(before.phrase)) return before;
  if (isSomebody(after.phrase) && !isSomebody(before.phrase) && openEnd) return after;
  if (openEnd && isWhole && after.isTight && after.rule !== "source") return after;
  if (openEnd && after.isTight && paragraph.lexicon.weakCues.has(before.cue.toLowerCase())) return after;
  const opener = paragraph.tokens[quote - 1]?.text ?? "";
  if (before.isTight && (opener === ":" || !openEnd)) return before;
  if (before.isTight && !startsFresh(paragraph, quote) && !isWhole) return before;
  return openEnd || after.rule !== "after" ? after : before;
}

/** A name or a pronoun for a person, as opposed to a thing that is said to say something. */
function isSomebody(phrase: SpeakerPhrase): boolean {
  if (phrase.kind === "pronoun") return phrase.pronoun !== "it";
  return phrase.mention !== null && phrase.mention.kind !== "place";
}

function startsFresh(paragraph: ReadParagraph, quote: number): boolean {
  return paragraph.tokens[quote - 1]?.sentence !== paragraph.tokens[quote]?.sentence;
}

/** "Conceding that the plan “has its faults,” Smith voted for it": anybody who the sentence is about said so. */
function mainClause(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const opener = tokens[sentenceStart(paragraph, quote)];
  if (!opener || !lexicon.participles.has(opener.lower) || !endsOpen(paragraph, quote)) return null;
  let first = quote + 1;
  while (
    tokens[first] &&
    (tokens[first]?.text === "," || lexicon.particles.concessions.has(tokens[first]?.lower ?? ""))
  )
    first++;
  const phrase = phraseAt(paragraph, first, tokens.length);
  if (!phrase || !isSomebody(phrase)) return null;
  return { phrase, rule: "before", cue: opener.text, isTight: false, confidence: tieConfidence.mainClause };
}

/** Words quoted within a sentence without a verb of saying are mostly those of its subject. */
function subjectOfSentence(paragraph: ReadParagraph, quote: number): Attribution | null {
  const low = sentenceStart(paragraph, quote);
  if (low === quote || !paragraph.lexicon.guesses) return null;
  const bearer = readWords(paragraph, quote);
  if (bearer) return bearer;
  const owner = possessorBefore(paragraph, quote, low);
  if (owner)
    return { phrase: owner, rule: "possessive", cue: "", isTight: false, confidence: tieConfidence.possessive };
  const second = paragraph.lexicon.verbSecond ? verbSecondSubject(paragraph, low, quote) : null;
  const phrases = listPhrases(paragraph, low, quote).filter((phrase) => canBeSubject(paragraph, phrase));
  const phrase = second ?? phrases.find((each) => each.kind !== "nominal" && each.pronoun !== "it") ?? phrases[0];
  const isLabel = paragraph.tokens[quote - 1]?.text === ":";
  return phrase
    ? {
        phrase,
        rule: "subject",
        cue: "",
        isTight: isLabel,
        confidence: isLabel ? tieConfidence.colon : tieConfidence.subject,
      }
    : null;
}

/** "Mit den Worten „…“ trat Schmidt zurück": the subject behind the verb said them. */
function readWords(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const noun = tokens[quote - 1];
  if (!lexicon.particles.wordsOf.has(noun?.lower ?? "")) return null;
  const phrase = tokens[quote + 1]?.kind === "word" ? subjectAfter(paragraph, quote + 1, tokens.length) : null;
  return phrase && { phrase, rule: "before", cue: noun?.text ?? "", isTight: true, confidence: tieConfidence.wordsOf };
}

function possessorBefore(paragraph: ReadParagraph, quote: number, low: number): SpeakerPhrase | null {
  for (let index = quote - 1; index >= low && index > quote - 5; index--) {
    const mention = paragraph.mentionAt[index];
    if (mention?.isPossessive)
      return { first: mention.prefix, last: mention.last, kind: "name", mention, pronoun: null };
    if (isFunctionWord(paragraph, index) && paragraph.tokens[index]?.lower !== "of") return null;
  }
  return null;
}

function canBeSubject(paragraph: ReadParagraph, phrase: SpeakerPhrase): boolean {
  const before = paragraph.tokens[phrase.first - 1]?.lower ?? "";
  if (phrase.pronoun === "who" && paragraph.lexicon.describesBehindNouns) return false;
  if (paragraph.lexicon.obliqueArticles.has(paragraph.tokens[phrase.first]?.lower ?? "")) return false;
  return !paragraph.lexicon.prepositions.has(before) && paragraph.tokens[phrase.last + 1]?.text !== "'s";
}
