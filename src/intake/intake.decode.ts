/** Declarations stand at the very beginning of a document. */
const DECLARATION_BYTES = 2048;

const DECLARATION = /<\?xml[^>]{0,200}encoding=["']([\w-]{2,40})["']|<meta[^>]{0,200}charset=["']?([\w-]{2,40})/iu;

/**
 * Decodes the bytes of a file: by their byte order mark, as UTF-8 where they are valid UTF-8, else in the encoding that
 * the document declares for itself, else as UTF-8 with replacement characters, which readers of copy refuse.
 */
export function decodeCopy(bytes: Uint8Array): string {
  const mark = markedEncoding(bytes);
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(declaredEncoding(bytes)).decode(bytes);
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const match = DECLARATION.exec(head);
  const label = match?.[1] ?? match?.[2] ?? "utf-8";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "utf-8";
  }
}
