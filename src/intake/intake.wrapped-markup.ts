const CDATA = /^\s*<!\[CDATA\[(?<inner>[^]*?)\]\]>\s*$/u;
const ESCAPED =
  /^\s*&lt;(?:!doctype|!--|html|article|section|div|p|h[1-6]|ul|ol|blockquote|figure|span|strong|em|br)\b/iu;

/** Markup out of what senders wrap it in once too often: a CDATA section, or a second escape. */
export function unwrapMarkup(value: string): string {
  const inner =
    value.length > 12 && value.trimStart().startsWith("<![CDATA[") ? CDATA.exec(value)?.groups?.["inner"] : undefined;
  const text = inner ?? value;
  if (!ESCAPED.test(text.slice(0, 200)) || /<\/?p[\s>]/iu.test(text)) return text;
  return text
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&#39;|&apos;/gu, "'")
    .replace(/&amp;/gu, "&");
}
