/** Copy to be read. */
export interface WireCopy {
  /** What distinguishes it from other copy in this browser. */
  readonly id: string;
  /** The name of its file; null for pasted text. */
  readonly name: string | null;
  readonly content: string;
}

const DECLARED = /(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i;

/** How many bytes are searched for a declared encoding. */
const HEAD_BYTES = 2048;

/** The encodings to try in order: UTF-8, the declared one, and the one that every sequence of bytes is valid in. */
function encodingsOf(bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const [, declared] = DECLARED.exec(head) ?? [];
  return ["utf-8", ...(declared === undefined ? [] : [declared]), "windows-1252"];
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The bytes are not valid in it, or the browser does not know it.
    return null;
  }
}

/** The text of a file of news copy, by the encoding that it declares. */
export async function readCopyFile(file: File): Promise<WireCopy> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = encodingsOf(bytes)
    .map((encoding) => decode(bytes, encoding))
    .find((text) => text !== null);
  return { id: crypto.randomUUID(), name: file.name, content: content ?? "" };
}

/** Copy that was pasted. */
export function pastedCopy(content: string): WireCopy {
  return { id: crypto.randomUUID(), name: null, content };
}
