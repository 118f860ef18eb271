import type { TagParseRule } from "prosemirror-model";
import type { ParagraphStyle } from "./body.ts";

/*
 * Reading of HTML from elsewhere. Word, Google Docs and web pages say what is bold, italic or a point of a list in style
 * attributes. A policy without inline styles empties these before the editor reads them, so `withReadableStyles` renames
 * the attribute; under its new name it is data and styles nothing.
 */

/** The attribute that holds what was the style of a pasted element. */
const STYLE = "data-pasted-style";

/** Elements whose content is not text of the story, and what office programs write between comments. */
const UNREADABLE = /<(style|script|title|xml|o:p)\b[^]*?<\/\1\s*>/giu;
/** Comments, and with them the conditional ones, of which the content of a drawn bullet is part. */
const COMMENTS = /<!--\[if [^]*?<!\[endif\]-->|<!\[if !supportLists\]>[^]*?<!\[endif\]>|<!--[^]*?-->|<!\[[^>]*>/giu;

/** An attribute with a script, which a policy reports where it is parsed. */
const HANDLER = /\son[a-z]+\s*=/giu;

/** Pasted HTML with styles that can be read and do nothing, and without scripts. */
export function withReadableStyles(html: string): string {
  return html
    .replace(COMMENTS, "")
    .replace(UNREADABLE, "")
    .replace(/<[a-z][^<>]*>/giu, (tag) =>
      tag.replace(/\sstyle\s*=/giu, ` ${STYLE}=`).replace(HANDLER, " data-pasted-script="),
    )
    .normalize("NFC");
}

function styleIn(dom: HTMLElement): string {
  return dom.getAttribute(STYLE) ?? "";
}

const isBold = (dom: HTMLElement): boolean => /font-weight:\s*(?:bold|[6-9]00)/iu.test(styleIn(dom));
const isLight = (dom: HTMLElement): boolean => /font-weight:\s*(?:normal|[1-5]00)/iu.test(styleIn(dom));
const isItalic = (dom: HTMLElement): boolean => /font-style:\s*(?:italic|oblique)/iu.test(styleIn(dom));
const isUpright = (dom: HTMLElement): boolean => /font-style:\s*normal/iu.test(styleIn(dom));

/** The style of a pasted paragraph: points of lists as HTML and Word have them, titles as Word has them. */
export function pastedStyle(dom: HTMLElement): ParagraphStyle {
  const point = dom.tagName === "LI" ? dom : dom.closest("li");
  if (point) return point.parentElement?.tagName === "OL" ? "NUMBERED" : "BULLET";
  if (/mso-list:/iu.test(styleIn(dom))) return "BULLET";
  if (dom.className.startsWith("MsoTitle")) return "HEADING";
  return dom.className.startsWith("MsoSubtitle") ? "SUBHEADING" : "BODY";
}

/** The address of a pasted link, or false for one that no article may have. */
export function linkIn(dom: HTMLElement): { readonly href: string } | false {
  return readAddress(dom.getAttribute("href") ?? "") ?? false;
}

/** An absolute http or https address in its normal form, or null. */
export function readAddress(written: string): { readonly href: string } | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  return url && (url.protocol === "http:" || url.protocol === "https:") ? { href: url.href } : null;
}

const when =
  (holds: (dom: HTMLElement) => boolean): NonNullable<TagParseRule["getAttrs"]> =>
  (dom) =>
    holds(dom) ? null : false;

/** How pasted letters become strong and emphasised. Google Docs wraps all that it copies into a `b` of normal weight. */
export const PASTED_MARKS = {
  strong: [
    { tag: "strong", getAttrs: when((dom) => !isLight(dom)) },
    { tag: "b", getAttrs: when((dom) => !isLight(dom)) },
    { tag: "span", consuming: false, getAttrs: when(isBold) },
  ],
  emphasis: [
    { tag: "em", getAttrs: when((dom) => !isUpright(dom)) },
    { tag: "i", getAttrs: when((dom) => !isUpright(dom)) },
    { tag: "span", consuming: false, getAttrs: when(isItalic) },
  ],
} satisfies Readonly<Record<string, TagParseRule[]>>;

/** Control characters, which no text of an article may have; tabs become spaces. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** Pasted plain text as the editor takes it: composed, with line feeds and without control characters. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replaceAll("\t", " ")
    .replace(CONTROLS, "")
    .normalize("NFC");
}
