/*
 * What a system that keeps news shares with the reader of copy: the knowledge of characters, names, languages and
 * markup. It loads no parser, so that a server can have it from its start.
 */

export { type InlineStyle, PLAIN_STYLE, styleWithin } from "./intake/intake.inline.js";
export { isNamedNote, isRaisedNote, lowerText, raiseText } from "./intake/intake.raised.js";
export { canonicalLanguage } from "./language-tag.js";
export { LONGEST_PART, MOST_BODY_PARTS, MOST_QUOTES } from "./limits.js";
export { foldName, type NameAt, namesAt, type NameWord, readNameWords } from "./name-words.js";
export { PLATFORM_NAMES } from "./platform-names.js";
export { isBlank, textFault } from "./text-faults.js";
export { judgeLanguage } from "./wire/wire.language.js";
export { holdAt } from "./wire/wire.release.js";
export { warnOfRepeated } from "./wire/wire.repeated-posts.js";
