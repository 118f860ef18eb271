import type { Wording } from "./wording.js";

/** The reading page in English. */
export const english: Wording = {
  skip: "Skip to the article",
  published: "Published {moment}",
  updated: "Updated {moment}",
  draft: "Draft: not published",
  changes: "Changes to this article",
  corrections: {
    CORRECTION: "Correction",
    CLARIFICATION: "Clarification",
    UPDATE: "Update",
    RETRACTION: "Retraction",
  },
  quoted: "Quoted in this article",
  quote: "Quote {number}",
  quoteInText: "Quote {number} in the text",
  unnamed: "Speaker not named",
  verdicts: {
    EXACT: "Word for word as in the source",
    MARKED_EDIT: "As in the source; cuts and additions are marked",
    ALTERED: "Differs from the source; nothing marks it",
    NOT_FOUND: "Not found in the source",
    NOT_COMPARABLE: "A translation, not compared word by word",
    UNSOURCED: "No source on file to check against",
  },
  paraphrase: "In the article’s own words",
  translation: "Translated",
  share: "{share} of the words match the source",
  differences: {
    ADDED: "Only in the quote: {quoted}",
    REMOVED: "Only in the source: {original}",
    CHANGED: "In the source: {original}; in the quote: {quoted}",
  },
  source: "Source: {source}",
  sources: "Sources of the quotes",
  post: "post by {author}",
  postOn: "post by {author} on {platform}",
  original: "Original post",
  availability: {
    UNKNOWN: "Kept as it read on {day}.",
    LIVE: "Kept as it read on {day}; unchanged there.",
    EDITED: "Kept as it read on {day}; since edited there.",
    DELETED: "Kept as it read on {day}; since deleted there.",
  },
  notices: {
    GONE: { title: "This article has been withdrawn", text: "Withdrawn {moment}" },
    MISSING: {
      title: "There is no article here",
      text: "The address may be wrong, or the article is no longer published.",
    },
    MOVED: { title: "This article has moved", text: "It is now at {address}." },
  },
};
