import { APOLOGY, HELP, NOTICES, OWN_NOTICES } from "../lexicon/notices.js";
import { anyOf } from "../lexicon/wordings.js";

/** A notice is a sentence or two. */
const longestNotice = 240;
/** A notice over a signature is one short sentence; an author who writes more of a deletion writes a post. */
const longestSigned = 70;
/** How far into the notice the word may be that says what is gone. */
const openingLength = 60;

const apology = new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${anyOf(APOLOGY)}[^\p{L}]+)?`, "iu");

const notices = Object.values(NOTICES).map(({ opening, gone }) => ({
  opening: new RegExp(opening, "iu"),
  gone: new RegExp(gone, "iu"),
}));

const ownNotice = new RegExp(`^${anyOf(OWN_NOTICES)}$`, "iu");

const helpBehind = new RegExp(String.raw`\s*\.?\s*${anyOf(HELP)}?\s*[.!]?\s*$`, "iu");

/** Whether words are a notice of the platform itself, which no author signs, whatever day or account is by it. */
export function isOwnNotice(text: string): boolean {
  if (text.length > longestNotice) return false;
  const bare = text.replace(/\s+/gu, " ").replace(apology, "").replace(helpBehind, "");
  return ownNotice.test(bare);
}

/** Whether words are the notice that a post is gone, hidden or not found, in the languages in which platforms state so. */
export function isPlaceholder(text: string): boolean {
  const bare = text.slice(0, longestNotice + 1).replace(apology, "");
  if (text.length > longestNotice) return false;
  if (isOwnNotice(text)) return true;
  return notices.some(({ opening, gone }) => opening.test(bare.slice(0, openingLength)) && gone.test(bare));
}

/** Whether the words over a signature with a day are such a notice and not what its author wrote. */
export function isSignedPlaceholder(text: string): boolean {
  return isOwnNotice(text) || (text.length <= longestSigned && !/[\n#]|https?:/u.test(text) && isPlaceholder(text));
}
