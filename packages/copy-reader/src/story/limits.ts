/** The most parts of a body: paragraphs and placed posts together. */
export const MOST_BODY_PARTS = 2000;

/** The longest text of a paragraph or a post, in UTF-16 code units. */
export const LONGEST_PART = 100_000;

/** The most quotes of a paragraph. */
export const MOST_QUOTES = 200;
