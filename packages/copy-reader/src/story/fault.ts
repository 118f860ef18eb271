import { readForeignRoot } from "../layout/stray-markup.js";

/** Copy that cannot be read as text; the message is one sentence for the editor, the line counts from 1. */
export class CopyError extends Error {
  override readonly name = "WireCopyError";
  readonly code = "WIRE_COPY_UNREADABLE" as const;

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

const binarySignatures: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "a zip archive or an office document"],
  ["%PDF-", "a PDF document"],
  ["{\\rtf", "a rich text document"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u001f\ufffd", "a gzip archive"],
  ["\ufffdPNG", "an image"],
  ["\u0089PNG", "an image"],
  ["GIF8", "an image"],
  ["\u00d0\u00cf\u0011", "an office document"],
];

/** One replacement character in this many characters is a slip; more show a wrongly decoded file. */
const charactersPerReplacement = 200;

/** Throws a {@link CopyError} when the content is empty, binary, wrongly decoded, or holds no text. */
export function refuseUnreadable(content: string): void {
  const found = binarySignatures.find(([signature]) => content.startsWith(signature));
  if (found) throw new CopyError(`The content is ${found[1]}, not text; save it as plain text first.`, 1);
  if (content.trim() === "") throw new CopyError("The content is empty.", 1);
  refuseControlCharacters(content);
  refuseWrongEncoding(content);
  if (!/\p{L}/u.test(content)) throw new CopyError("The content holds no words.", 1);
}

/** Throws a {@link CopyError} that names the root element when the content is XML of a kind that is not read. */
export function refuseForeignMarkup(content: string): void {
  const root = readForeignRoot(content);
  if (root === null) return;
  const message = `The content is XML with the root element ${root.name}, which is not read; plain text, HTML, ninjs, NITF and NewsML-G2 are.`;
  throw new CopyError(message, lineAt(content, root.start));
}

function refuseControlCharacters(content: string): void {
  const nul = content.indexOf("\0");
  if (nul < 0) return;
  const utf16 = /^(?:[^\0]\0|\0[^\0]){3}/.test(content.slice(0, 6));
  const cause = utf16 ? "is UTF-16 read as UTF-8; save it as UTF-8" : "holds binary data (a NUL character)";
  throw new CopyError(`The content ${cause}.`, lineAt(content, nul));
}

function refuseWrongEncoding(content: string): void {
  const first = content.indexOf("\ufffd");
  if (first < 0) return;
  const count = content.split("\ufffd").length - 1;
  if (count * charactersPerReplacement < content.length) return;
  const message = "The content was decoded with the wrong character encoding; save it as UTF-8.";
  throw new CopyError(message, lineAt(content, first));
}

function lineAt(content: string, offset: number): number {
  return content.slice(0, offset).split("\n").length;
}
