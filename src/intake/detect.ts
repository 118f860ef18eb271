import type { WireFormat } from "./intake.format.js";

/** Enough of a document to tell what it is by. */
const HEAD_LENGTH = 20_000;

/** Tags that prose does not hold by chance. */
const HTML_TAG =
  /<(?:!doctype html|html|head|body|article|section|main|div|p|h[1-6]|blockquote|ul|ol|figure|iframe|table|br|span|strong|em|a\s[^<>]{0,300}href=)(?:[\s>/]|(?<=href=))/giu;

/** Tells what copy is written in, from its beginning alone; what is nothing else is plain text. */
export function detectFormat(content: string): WireFormat {
  const head = content.slice(0, HEAD_LENGTH).replace(/^[\ufeff\s]+/u, "");
  if (isJson(head)) return "NINJS";
  const root = rootOf(head);
  if (root === "nitf") return "NITF";
  if (root === "newsitem" || root === "newsmessage" || root === "packageitem") return "NEWSML_G2";
  if (root === "html") return "HTML";
  return isHtml(head) ? "HTML" : "TEXT";
}

function isJson(head: string): boolean {
  return /^(?:\[\s*)?\{\s*(?:"[^"\n]{1,80}"\s*:|\})/u.test(head);
}

/** The name of the first element behind declarations, comments and instructions, where the document begins with markup. */
function rootOf(head: string): string | null {
  let rest = head;
  for (let passed = 0; passed < 50; passed += 1) {
    const skipped = skipPrologue(rest);
    if (skipped === 0) break;
    rest = rest.slice(skipped).trimStart();
  }
  return /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]/u.exec(rest)?.[1]?.toLowerCase() ?? null;
}

function skipPrologue(text: string): number {
  const ends = text.startsWith("<!--") ? "-->" : text.startsWith("<?") ? "?>" : null;
  if (ends !== null) return Math.max(0, text.indexOf(ends) + ends.length);
  return /^<!DOCTYPE[^[>]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>/iu.exec(text)?.[0].length ?? 0;
}

/** Markup at the very start, or several tags further on. */
function isHtml(head: string): boolean {
  if (/^<(?:[a-z][a-z0-9-]{0,20})[\s>/]/iu.test(head) && /<\/[a-z]|\/>|>/iu.test(head.slice(0, 2000))) return true;
  return (
    (head.match(HTML_TAG)?.length ?? 0) >= 2 &&
    /<\/(?:p|div|a|blockquote|h[1-6]|ul|body|html|span|strong|em)>|<br/iu.test(head)
  );
}
