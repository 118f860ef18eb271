import { CopyError } from "../../story/fault.js";

/** Where a parser of XML met a fault. */
interface Place {
  readonly line: number;
  /** In UTF-16 code units. */
  readonly position: number;
}

/** Throws a CopyError that names the fault of XML, and the line of what causes it. */
export function refuseBroken(error: Error, xml: string, { line, position }: Place): never {
  const fault = error.message.replace(/^[\d:\s]+/u, "").replace(/\.$/u, "");
  const bare = bareAmpersand(xml.slice(0, position));
  if (bare !== null)
    throw new CopyError("The XML holds a bare “&”; a plain ampersand is written &amp;.", lineAt(xml, bare));
  if (/undefined entity/u.test(fault)) throw new CopyError(explainEntity(xml.slice(0, position)), line);
  if (/unclosed tag|unexpected end/u.test(fault))
    throw new CopyError("The XML ends before its elements are closed; it may have been cut off.", line);
  if (/disallowed character in tag name/u.test(fault) && /<[\s\d=]\S?$/u.test(xml.slice(0, position)))
    throw new CopyError("The XML holds a bare “<”; a plain less-than sign is written &lt;.", line);
  throw new CopyError(`The XML is not well-formed: ${fault}.`, line);
}

/** Sections in which a literal ampersand is allowed, and ampersands that begin no reference. */
const AMPERSAND =
  /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$)|&(?!#?[\p{L}\p{N}_:][\p{L}\p{N}_:.-]*;)/gu;

/** The offset of the first literal ampersand that is not allowed; null when there is none. */
function bareAmpersand(xml: string): number | null {
  for (const { index, 0: found } of xml.matchAll(AMPERSAND)) if (found === "&") return index;
  return null;
}

function explainEntity(before: string): string {
  const name = /&([^\s;&<]{1,80});$/u.exec(before)?.[1];
  const what = name === undefined ? "an entity of its own" : `the entity &${name}; of its own`;
  return `The XML refers to ${what}, and such entities are not expanded; a plain ampersand is written &amp;.`;
}

function lineAt(content: string, offset: number): number {
  return content.slice(0, offset).split("\n").length;
}
