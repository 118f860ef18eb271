import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { findDashSpans, isDashSpeech } from "./dashes.js";
import { findMarkedSpans, type MarkedSpan, recogniseMarkUse } from "./marks.js";
import { findNameMentions, readNameVocabulary } from "./mentions.js";
import { buildEntities, type EntityIndex } from "./persons.js";
import { coverMentions, type ReadParagraph } from "./speaker-phrases.js";
import { tokenise } from "./tokens.js";

/** A text with its tokens, quoted stretches, names and the entities that they refer to. */
export interface TokenisedText {
  readonly paragraphs: readonly ReadParagraph[];
  /** The quoted stretches of each paragraph. */
  readonly spans: readonly (readonly MarkedSpan[])[];
  readonly entities: EntityIndex;
  readonly lexicon: LanguageLexicon;
}

/** No paragraph of a story is longer; what is goes unread behind this, so that a flood of words costs little. */
const longestParagraph = 200_000;

/** Reads the paragraphs of one story; a paragraph is read for names and quotations in its first 200,000 characters. */
export function readParagraphs(paragraphs: readonly string[], lexicon: LanguageLexicon): TokenisedText {
  const texts = paragraphs.map((text) => text.slice(0, longestParagraph));
  return readTexts(texts, lexicon);
}

function readTexts(texts: readonly string[], lexicon: LanguageLexicon): TokenisedText {
  const use = recogniseMarkUse(texts);
  const hasDialogue = texts.some((text) => isDashSpeech(text, lexicon));
  const spans = texts.map((text) => findDashSpans(text, lexicon, hasDialogue) ?? findMarkedSpans(text, use));
  const tokens = texts.map((text, index) => tokenise(text, spans[index] ?? [], lexicon));
  const vocabulary = readNameVocabulary(tokens);
  const mentions = tokens.map((each, index) => findNameMentions(each, index, lexicon, vocabulary));
  const paragraphs = texts.map((text, index) => {
    const own = { text, tokens: tokens[index] ?? [], mentions: mentions[index] ?? [] };
    return { ...own, mentionAt: coverMentions(own.tokens, own.mentions), lexicon };
  });
  return { paragraphs, spans, entities: buildEntities(mentions.flat(), lexicon.capitalisesNouns), lexicon };
}
