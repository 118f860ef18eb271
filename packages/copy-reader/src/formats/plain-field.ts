import { elementText, readHtmlTree } from "./page/tree.js";

const NAMES =
  "a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|q|s|section|small|span|strike|strong|sub|sup|time|tt|u|ul|var|wbr";
const TAG = new RegExp(`<(?:/?(?:${NAMES})(?:\\s[^<>]{0,1000})?/?>|!--)`, "iu");
/** The beginning of what looks like a tag and is none that text is marked up with. */
const OTHER = new RegExp(`<(?!/?(?:${NAMES})(?:[\\s/][^<>]{0,1000})?>|!--)`, "giu");
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iu;

/** Markup is wrapped in character references no more often than this. */
const MOST_PASSES = 3;

/** A field is judged no further than this, in UTF-16 code units. */
const LONGEST_FIELD = 20_000;

/**
 * The text of a field that should be plain, without the markup that senders leave in it, also where that is written in
 * character references. What only looks like a tag, such as “<unknown>”, stays.
 */
export function plainField(text: string): string {
  let plain = text.slice(0, LONGEST_FIELD);
  for (let pass = 0; pass < MOST_PASSES && (TAG.test(plain) || REFERENCE.test(plain)); pass += 1) {
    plain = elementText(readHtmlTree(plain.replace(OTHER, "&lt;")));
  }
  return plain;
}
