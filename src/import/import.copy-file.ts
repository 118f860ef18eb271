import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import {
  type ChunkDecoder,
  type Copy,
  type CopyPiece,
  createSplitter,
  decodeBytes,
  decodeChunks,
  type ExportedPictures,
  formatOf,
  type KnownEncoding,
  STREAMED,
  CopyError,
  type CopyFormat,
} from "@dateline/copy-reader";
import { explainFileError, ImportFault, MAX_FILE_BYTES, readBytes } from "./import.files.js";

/** A file of copy whose stories come one by one. */
export interface CopyFile {
  readonly format: CopyFormat;
  /** What of its characters an editor should know, in sentences. */
  readonly warnings: readonly string[];
  /** @throws ImportFault with the line where the file cannot be taken apart further. */
  readonly pieces: AsyncGenerator<PieceOfFile>;
}

/** A piece of a file, and how much of the file has been read by then, from 0 to 1. */
export interface PieceOfFile {
  readonly piece: CopyPiece;
  readonly share: number;
}

/** Enough of a file to see what it is. */
const HEAD_BYTES = 65_536;

/**
 * Opens a file of copy. One in a format that holds many stories is read piece by piece and may be of any size; of it no
 * more than one story is kept at once. Throws an ImportFault when it cannot be read or is too large.
 */
export async function openCopyFile(
  file: string,
  { format: chosen, encoding }: Pick<Copy, "format"> & KnownEncoding,
): Promise<CopyFile> {
  const { head, size } = await readHead(file);
  const { content } = decodeBytes(head, { encoding, isHead: true });
  const format = formatOf(content, chosen);
  // The parts of a letter are in encodings of their own.
  if (format === "EMAIL") return { format, warnings: [], pieces: streamPieces(file, format, size, undefined) };
  if (STREAMED.has(format) && (format === "WXR" || size > MAX_FILE_BYTES))
    return { format, warnings: [], pieces: streamPieces(file, format, size, encoding) };
  const bytes = await readBytes(file);
  const whole = atFile(file, () => decodeBytes(bytes, { encoding }));
  const found = formatOf(whole.content, chosen);
  return { format: found, warnings: whole.warnings, pieces: splitWhole(file, found, whole.content) };
}

/** Each byte as one character, which TextDecoder does for no encoding. */
const BINARY: ChunkDecoder = { take: (bytes) => Buffer.from(bytes).toString("latin1"), end: () => "" };

async function readHead(file: string): Promise<{ readonly head: Uint8Array; readonly size: number }> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
      return { head: head.subarray(0, bytesRead), size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ImportFault(`${file} cannot be read: ${explainFileError(error)}.`, { cause: error });
  }
}

async function* splitWhole(file: string, format: CopyFormat, content: string): AsyncGenerator<PieceOfFile> {
  const splitter = createSplitter(format);
  const pieces = atFile(file, () => [...splitter.take(content), ...splitter.end()]);
  for (const piece of pieces) yield { piece, share: 1 };
}

async function* streamPieces(
  file: string,
  format: CopyFormat,
  size: number,
  encoding: string | undefined,
): AsyncGenerator<PieceOfFile> {
  const isBinary = format === "EMAIL";
  const pictures: ExportedPictures = new Map();
  if (format === "WXR") await scanPictures(file, encoding, pictures);
  const splitter = createSplitter(format, { isBinary, pictures });
  const decoder = isBinary ? BINARY : decodeChunks(encoding);
  let done = 0;
  for await (const chunk of createReadStream(file)) {
    if (!(chunk instanceof Uint8Array)) continue;
    done += chunk.length;
    const share = size === 0 ? 1 : done / size;
    for (const piece of atFile(file, () => splitter.take(decoder.take(chunk)))) yield { piece, share };
  }
  for (const piece of atFile(file, () => [...splitter.take(decoder.end()), ...splitter.end()]))
    yield { piece, share: 1 };
}

/** Goes through an export for its pictures, whose entries are often behind those of the stories that show them. */
async function scanPictures(file: string, encoding: string | undefined, pictures: ExportedPictures): Promise<void> {
  const splitter = createSplitter("WXR", { pictures });
  const decoder = decodeChunks(encoding);
  try {
    for await (const chunk of createReadStream(file))
      if (chunk instanceof Uint8Array) splitter.take(decoder.take(chunk));
  } catch (error) {
    // The stories before the fault are imported, and the fault is reported then.
    if (!(error instanceof CopyError)) throw error;
  }
}

function atFile<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof CopyError) throw new ImportFault(`${file}:${error.line}: ${error.message}`);
    throw error;
  }
}
