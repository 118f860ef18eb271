import { isForeignMarkup, readRoot } from "../layout/stray-markup.js";
import { isEmail } from "./letter/message.js";
import type { CopyFormat } from "./format.js";
import { detectEnvelope } from "./envelope/messages.js";
import { isWxr } from "./wordpress/export.js";

/** Enough of a document to state what it is by. */
const HEAD_LENGTH = 20_000;

/** Tags that prose does not hold by chance. */
const HTML_TAG =
  /<(?:!doctype html|html|head|body|article|section|main|div|p|h[1-6]|blockquote|ul|ol|figure|iframe|table|br|span|strong|em|a\s[^<>]{0,300}href=)(?:[\s>/]|(?<=href=))/giu;

/**
 * Recognises what copy is written in, from its beginning alone; what is nothing else is plain text, also XML of another kind,
 * which the reader of text refuses.
 */
export function detectFormat(content: string): CopyFormat {
  if (isEmail(content)) return "EMAIL";
  if (isWxr(content)) return "WXR";
  const envelope = detectEnvelope(content);
  if (envelope !== null) return envelope;
  const head = content.slice(0, HEAD_LENGTH).replace(/^[\ufeff\s]+/u, "");
  if (isJson(head)) return "NINJS";
  const root = readRoot(head)?.name.toLowerCase();
  if (root === "nitf") return "NITF";
  if (root === "newsitem" || root === "newsmessage" || root === "packageitem") return "NEWSML_G2";
  if (root === "html") return "HTML";
  if (isForeignMarkup(content)) return "TEXT";
  return isHtml(head) ? "HTML" : "TEXT";
}

function isJson(head: string): boolean {
  return /^(?:\[\s*)?\{\s*(?:"[^"\n]{1,80}"\s*:|\})/u.test(head);
}

/** Markup at the very start, or several tags further on. */
function isHtml(head: string): boolean {
  if (/^<(?:[a-z][a-z0-9-]{0,20})[\s>/]/iu.test(head) && /<\/[a-z]|\/>|>/iu.test(head.slice(0, 2000))) return true;
  return (
    (head.match(HTML_TAG)?.length ?? 0) >= 2 &&
    /<\/(?:p|div|a|blockquote|h[1-6]|ul|body|html|span|strong|em)>|<br/iu.test(head)
  );
}
