import { betweenNames } from "../lexicon/small-words.js";
import { SIGN_OFF, SIGN_OFF_BY, SIGN_OFF_INTO, SIGN_OFF_JOINT, SIGN_OFF_OPENER } from "../lexicon/furniture.js";
import { anyOf } from "../lexicon/wordings.js";

/*
 * Sign-offs: the lines in which an agency names who reported, wrote and edited a story. A line counts as one only when
 * each of its parts is a role and a list of names. A sentence that begins with the same words is text of the story.
 */

const role = anyOf(SIGN_OFF);
const roleList = String.raw`${role}(?:(?:\s*[,/&]\s*|,?\s+${anyOf(SIGN_OFF_JOINT)}\s+)${role})*`;
const opener = String.raw`(?:${anyOf(SIGN_OFF_OPENER)}\s+)*`;
const by = String.raw`(?:\s+${anyOf(SIGN_OFF_INTO)}\s+\p{L}+)?(?:\s*:|\s+${anyOf(SIGN_OFF_BY)})?`;
const part = new RegExp(`^${opener}${roleList}${by}\\s+(?<names>\\S.*)$`, "iu");
const open = new RegExp(`(?:^|[\\s(])${opener}${role}\\b`, "iu");

/** Whether a text names nothing but people and places: capitalised words and what joins them. */
export function isNameList(text: string, mostOthers = 0): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’@_-]*/gu) ?? [];
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  const others = words.filter((word) => !/^\p{Lu}/u.test(word) && !betweenNames.has(word.toLowerCase()));
  return names.length > 0 && others.length <= mostOthers;
}

/** Whether a text is a sign-off as a whole: “Reporting by A and B; editing by C”. */
export function isCredit(text: string): boolean {
  const bare = text.replace(/^\W*\(|\)\W*$/gu, "").trim();
  if (/["“”„«»!?]/u.test(bare)) return false;
  const parts = bare.split(/\s*[;,]\s*|(?<=\p{Ll}{2})\.\s+/u);
  const whole = parts.map((each) => each.replace(/[.\s]+$/u, "")).filter((each) => each !== "");
  return whole.length > 0 && whole.every((each, index) => isCreditPart(each, index));
}

function isCreditPart(text: string, index: number): boolean {
  const names = part.exec(text)?.groups?.["names"];
  if (names !== undefined) return isNameList(names);
  return index > 0 && isNameList(text) && text.split(" ").length <= 14;
}

/** The addresses of those who signed, in double brackets behind a sign-off. */
const addresses = /\s*\(\([^()]{0,200}(?:@|\+\d)[^()]{0,200}\)\)\s*$/u;

/** Where a sign-off begins that closes a paragraph behind a whole sentence; null when there is none. */
export function findClosingCredit(text: string): number | null {
  const from = Math.max(0, text.length - longestCredit);
  const tail = text.slice(from);
  for (const { index } of tail.matchAll(/(?<=[.!?…]["”»’“')\]]{0,3})\s{1,3}(?=\(?\p{Lu})/gu)) {
    const rest = tail.slice(index).trim().replace(addresses, "");
    const isEnclosed = /^\([^()]*\)[.\s]*$/u.test(rest);
    if (open.test(rest.slice(0, 40)) && (isEnclosed || !rest.includes("(")) && isCredit(rest)) return from + index;
  }
  return null;
}

/** No sign-off is longer, in UTF-16 code units. */
const longestCredit = 400;
