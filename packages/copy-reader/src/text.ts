/*
 * What a system that keeps news shares with the reader of copy: the knowledge of characters, names, languages and
 * markup. It loads no parser, so that a server can have it from its start.
 */

export { type InlineStyle, PLAIN_STYLE, styleWithin } from "./formats/page/inline.js";
export { isNamedNote, isRaisedNote, lowerText, raiseText } from "./formats/page/raised.js";
export { canonicalLanguage } from "./text/language-tag.js";
export { LONGEST_PART, MOST_BODY_PARTS, MOST_QUOTES } from "./story/limits.js";
export { foldName, type NameAt, namesAt, type NameWord, readNameWords } from "./text/name-words.js";
export { PLATFORM_NAMES } from "./text/platform-names.js";
export { isBlank, textFault } from "./text/faults.js";
export { judgeLanguage } from "./text/language.js";
export { elementsAndImages } from "./story/elements-and-images.js";
export { holdAt } from "./story/release.js";
export { warnOfRepeated } from "./posts/repeated.js";
export {
  because,
  explained,
  READING_SENTENCES,
  type ReadingReason,
  type ReadingReasonCode,
  type Reason,
  type ReasonSentence,
  sentenceOf,
} from "./story/reasons.js";
