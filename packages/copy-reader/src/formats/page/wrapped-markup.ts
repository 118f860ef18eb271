import { decodeXML } from "entities";

const CDATA = /^\s*<!\[CDATA\[(?<inner>[^]*?)\]\]>\s*$/u;
const NAMES = "!doctype|!--|html|article|section|div|p|h[1-6]|ul|ol|li|blockquote|figure|span|strong|em|br|a|b|i";
/** Markup whose tags are written in character references, once or several times over. */
const ESCAPED = new RegExp(`^\\s*&(?:amp;){0,2}lt;(?:${NAMES})(?![\\w-])`, "iu");
/** The same anywhere in a text. */
const ESCAPED_END =
  /&(?:amp;){0,2}lt;(?:\/(?:p|div|h[1-6]|ul|ol|li|blockquote)|br\s{0,4}\/?)\s{0,4}&(?:amp;){0,2}gt;/iu;

/** Markup is escaped no more often than this. */
const MOST_PASSES = 3;

/** Markup out of what senders wrap it in once too often: a CDATA section, or further escapes. */
export function unwrapMarkup(value: string): string {
  const inner =
    value.length > 12 && value.trimStart().startsWith("<![CDATA[") ? CDATA.exec(value)?.groups?.["inner"] : undefined;
  let text = inner ?? value;
  for (let pass = 0; pass < MOST_PASSES && isEscaped(text); pass += 1) text = decodeXML(text);
  return text;
}

function isEscaped(text: string): boolean {
  if (/<\/?(?:p|div)[\s>]/iu.test(text)) return false;
  return ESCAPED.test(text.slice(0, 200)) || ESCAPED_END.test(text);
}
