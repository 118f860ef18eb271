import { CopyError } from "../story/fault.js";
import { fromWindows } from "../text/windows-1252.js";
import { DOUBLED_AND_LOST, PUT_RIGHT, undouble } from "./doubled.js";
import { guessEncoding } from "./guess.js";

/** The text that the bytes of a file hold. */
export interface DecodedCopy {
  readonly content: string;
  /** Full sentences for the editor: what was guessed, and what is missing. */
  readonly warnings: readonly string[];
}

/** Declarations are at the very beginning of a document. */
const DECLARATION_BYTES = 2048;

const DECLARATION =
  /<\?xml[^>]{0,200}encoding\s?=\s?["']([\w:.-]{2,40})["']|<meta[^>]{0,200}charset\s?=\s?["']?([\w:.-]{2,40})/iu;

/** Enough bytes to recognise an encoding. */
const SAMPLE_BYTES = 20_000;

const CUT_OFF = "The file ends within a character; it may have been cut off.";

/**
 * Decodes the bytes of a file: in the encoding that is stated, otherwise by their byte order mark, as UTF-16 where every second
 * byte is zero, as UTF-8 where they are valid UTF-8, otherwise in the encoding that the document declares for itself, otherwise in
 * the one legacy encoding in which they make words of a language. What is left is decoded as UTF-8 with replacement
 * characters, which readers of copy refuse.
 *
 * @throws CopyError that names the encodings in question where several may be right, and where text was encoded as
 * UTF-8 twice and is not whole any more. Never for the beginning of a file alone.
 */
export function decodeBytes(bytes: Uint8Array, { encoding, isHead = false }: KnownEncoding = {}): DecodedCopy {
  if (encoding !== undefined) return cutEnd(decodeAs(bytes, encoding));
  if (!isHead) return decodeUnknown(bytes);
  try {
    return { content: decodeUnknown(bytes).content, warnings: [] };
  } catch (error) {
    if (error instanceof CopyError) return { content: new TextDecoder("latin1").decode(bytes), warnings: [] };
    throw error;
  }
}

/** What is known of bytes before they are decoded. */
export interface KnownEncoding {
  /** As the Encoding Standard names it; seen from the bytes where absent. */
  readonly encoding?: string | undefined;
  /** Whether the bytes are only the beginning of a file, and may end within a character. */
  readonly isHead?: boolean;
}

/** Decodes a file while it comes in. */
export interface ChunkDecoder {
  readonly take: (bytes: Uint8Array) => string;
  readonly end: () => string;
}

/**
 * Decodes a file piece by piece: in the encoding that is stated, otherwise by its byte order mark or in the one that its first
 * piece declares, otherwise as UTF-8.
 */
export function decodeChunks(encoding: string | undefined): ChunkDecoder {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const start = (bytes: Uint8Array) =>
    new TextDecoder(encoding ?? markedEncoding(bytes) ?? declaredEncoding(bytes) ?? "utf-8");
  return {
    take: (bytes) => {
      decoder ??= start(bytes);
      return decoder.decode(bytes, { stream: true });
    },
    end: () => decoder?.decode() ?? "",
  };
}

function decodeUnknown(bytes: Uint8Array): DecodedCopy {
  const wide = markedEncoding(bytes) ?? unmarkedEncoding(bytes);
  if (wide !== null) return cutEnd(new TextDecoder(wide).decode(bytes));
  const escaped = isEscaped(bytes) ? "iso-2022-jp" : null;
  if (escaped !== null) return cutEnd(new TextDecoder(escaped).decode(bytes));
  const decoded = decodeUtf8(bytes);
  return decoded === null ? decodeLegacy(bytes) : onceEncoded(decoded);
}

/** The text as it was meant where it was encoded twice. */
function onceEncoded(decoded: DecodedCopy): DecodedCopy {
  const doubled = undouble(decoded.content);
  if (doubled === null) return decoded;
  if (doubled.content === null) throw new CopyError(DOUBLED_AND_LOST, 1);
  return { content: doubled.content, warnings: [...decoded.warnings, PUT_RIGHT] };
}

/** The text of {@link decodeBytes} alone. */
export function decodeCopy(bytes: Uint8Array): string {
  return decodeBytes(bytes).content;
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Spaces, line ends and Latin letters have a zero for their one half, always on the same side. */
function unmarkedEncoding(bytes: Uint8Array): string | null {
  const zeros = [0, 0] as [number, number];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (Math.max(even, odd) < sample.length / 40 || Math.min(even, odd) * 20 > Math.max(even, odd)) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length - (sample.length % 2)));
  return /[\u0000-\u0008\ufffd]/u.test(text.slice(0, -1)) ? null : encoding;
}

/** The escapes by which ISO-2022-JP changes into its Japanese characters and back. */
function isEscaped(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, SAMPLE_BYTES));
  return /\u001b\$[@B]/u.test(head) && /\u001b\([BJ]/u.test(head);
}

/** As UTF-8, also where the last character is cut; null where the bytes are none. */
function decodeUtf8(bytes: Uint8Array): DecodedCopy | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let content: string;
  try {
    content = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    decoder.decode();
    return { content, warnings: [] };
  } catch {
    // In a text that has been plain so far, a single high byte at the end may as well be of a legacy encoding.
    return /[^\p{ASCII}]/u.test(content) ? { content, warnings: [CUT_OFF] } : null;
  }
}

function decodeLegacy(bytes: Uint8Array): DecodedCopy {
  const declared = declaredEncoding(bytes);
  if (declared !== null && canBeIn(bytes, declared)) return cutEnd(decodeAs(bytes, declared));
  const { encoding, candidates } = guessEncoding(bytes.subarray(0, SAMPLE_BYTES));
  if (encoding !== null) {
    const named = declared === null ? "names no encoding" : `cannot be in ${declared}, which it names`;
    return {
      content: decodeAs(bytes, encoding),
      warnings: [`The file is not UTF-8 and ${named}; it was read as ${encoding}.`],
    };
  }
  if (candidates.length === 0) return { content: new TextDecoder("utf-8").decode(bytes), warnings: [] };
  const message = `The file is not UTF-8 and names no encoding; it may be in ${candidates.join(" or ")}. Name the right one with --encoding.`;
  throw new CopyError(message, 1);
}

function canBeIn(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === "windows-1252" ? fromWindows(text) : text;
}

/** The encoding that the document declares; null where that is none, or one that these bytes cannot be in. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const match = DECLARATION.exec(head);
  const label = match?.[1] ?? match?.[2];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-") ? null : encoding;
  } catch {
    return null;
  }
}

function cutEnd(text: string): DecodedCopy {
  if (!text.endsWith("\ufffd")) return { content: text, warnings: [] };
  return { content: text.slice(0, -1), warnings: [CUT_OFF] };
}
