import type { WireLexicon } from "./wire.lexicon.js";
import { findMarkedSpans, type MarkedSpan, recogniseMarkUse } from "./wire.marks.js";
import { findMentions, readVocabulary } from "./wire.mentions.js";
import { buildEntities, type EntityIndex } from "./wire.persons.js";
import { coverMentions, type ReadParagraph } from "./wire.phrases.js";
import { tokenise } from "./wire.tokens.js";

/** A text with its tokens, quoted stretches, names and whom they stand for. */
export interface ReadText {
  readonly paragraphs: readonly ReadParagraph[];
  /** The quoted stretches of each paragraph. */
  readonly spans: readonly (readonly MarkedSpan[])[];
  readonly entities: EntityIndex;
  readonly lexicon: WireLexicon;
}

/** Reads the paragraphs of one story. */
export function readParagraphs(texts: readonly string[], lexicon: WireLexicon): ReadText {
  const use = recogniseMarkUse(texts);
  const spans = texts.map((text) => findMarkedSpans(text, use));
  const tokens = texts.map((text, index) => tokenise(text, spans[index] ?? []));
  const vocabulary = readVocabulary(tokens);
  const mentions = tokens.map((each, index) => findMentions(each, index, lexicon, vocabulary));
  const paragraphs = texts.map((text, index) => {
    const own = { text, tokens: tokens[index] ?? [], mentions: mentions[index] ?? [] };
    return { ...own, mentionAt: coverMentions(own.tokens, own.mentions), lexicon };
  });
  return { paragraphs, spans, entities: buildEntities(mentions.flat(), lexicon.capitalNouns), lexicon };
}
