import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { expectPicture, type PictureLimits } from "./inspect-picture.js";
import { SNIFFED_BYTES } from "./picture-types.js";
import { UploadRefusal } from "./upload.errors.js";

/*
 * Receives the file of an upload: hashed while it arrives, and refused as soon as its first bytes or its length show that it
 * cannot be accepted.
 */

/** A file that was received. */
export interface ReceivedFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly contentHash: string;
  /** The name that was sent with it; null without one. */
  readonly fileName: string | null;
}

/** An upload that has arrived: its file, and the other fields of the form by name. */
export interface ReceivedUpload {
  readonly file: ReceivedFile;
  readonly fields: Readonly<Record<string, string>>;
}

/** The most bytes of a form besides its file. */
export const FORM_BYTES = 65_536;

/** What bounds a form. Its file is bounded while it arrives: the parser of forms would cut it off in silence. */
export const FORM_LIMITS = {
  fileSize: Infinity,
  fieldNameSize: 100,
  fieldSize: 20_000,
  fields: 40,
  files: 1,
  parts: 41,
  headerPairs: 50,
} as const;

/** Where and how files are received. */
export interface Reception {
  /** The folder of incomplete files. */
  readonly folder: string;
  readonly limits: PictureLimits;
}

/** A path for a file that is about to arrive. The caller removes the file. */
export async function pathForUpload({ folder }: Reception): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, randomUUID());
}

/**
 * Receives the body of a request at a path: a form with one file, or the file alone.
 *
 * @throws UploadRefusal when it cannot be accepted.
 */
export async function receiveUpload(
  request: FastifyRequest,
  path: string,
  reception: Reception,
): Promise<ReceivedUpload> {
  const { limits } = reception;
  if (Number(request.headers["content-length"] ?? 0) > limits.maxImageBytes + FORM_BYTES) throw tooLarge(limits);
  if (request.isMultipart()) return receiveForm(request, path, limits);
  const content = await receiveFile(request.raw, path, limits);
  const fields = textsOf(request.query);
  return { file: { ...content, path, fileName: nameInHeader(request) ?? fields["fileName"] ?? null }, fields };
}

async function receiveForm(request: FastifyRequest, path: string, limits: PictureLimits): Promise<ReceivedUpload> {
  const fields: Record<string, string> = {};
  let file: ReceivedFile | null = null;
  for await (const part of request.parts()) {
    if (part.type === "file") {
      file = { ...(await receiveFile(part.file, path, limits)), path, fileName: part.filename || null };
    } else if (part.valueTruncated || part.fieldnameTruncated) {
      const message = `The field ${part.fieldname} is longer than ${FORM_LIMITS.fieldSize} bytes.`;
      throw new UploadRefusal("BAD_REQUEST", message, { argument: part.fieldname, limit: FORM_LIMITS.fieldSize });
    } else fields[part.fieldname] = String(part.value);
  }
  if (file === null)
    throw new UploadRefusal("BAD_REQUEST", 'The form has no file; send it as the field "file".', { argument: "file" });
  return { file, fields };
}

/** The refusal of a file that is larger than the limit. */
export function tooLarge({ maxImageBytes }: PictureLimits): UploadRefusal {
  const message = `The file is larger than ${maxImageBytes} bytes (MAX_IMAGE_BYTES).`;
  return new UploadRefusal("IMAGE_TOO_LARGE", message, { argument: "file", limit: maxImageBytes });
}

/** The content of a file that was received. */
export interface ReceivedContent {
  readonly sizeBytes: number;
  readonly contentHash: string;
}

/**
 * Receives a file at a path. When it returns or throws, the file is closed and can be removed.
 *
 * @throws UploadRefusal when it cannot be accepted.
 */
export async function receiveFile(source: Readable, path: string, limits: PictureLimits): Promise<ReceivedContent> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  const inspect = async function* (arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of arriving) {
      if (head.length < SNIFFED_BYTES) {
        head = Buffer.concat([head, chunk]).subarray(0, SNIFFED_BYTES);
        if (head.length >= SNIFFED_BYTES) expectPicture(head, limits);
      }
      sizeBytes += chunk.length;
      if (sizeBytes > limits.maxImageBytes) throw tooLarge(limits);
      hash.update(chunk);
      yield chunk;
    }
  };
  // The source is not destroyed: its connection still has to carry the refusal.
  const chunks = source.iterator({ destroyOnReturn: false });
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(chunks, inspect, file);
  } catch (error) {
    // The file may still be about to be opened; removed before that, it would stay.
    await finished(file).catch(() => undefined);
    throw error;
  }
  if (sizeBytes === 0) throw new UploadRefusal("BAD_REQUEST", "The file is empty.", { argument: "file" });
  if (head.length < SNIFFED_BYTES) expectPicture(head, limits);
  return { sizeBytes, contentHash: hash.digest("hex") };
}

function textsOf(query: unknown): Readonly<Record<string, string>> {
  const given = Object.entries(query ?? {});
  return Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The name in the header of a file that is sent alone, such as `attachment; filename="harbour.jpg"`. */
function nameInHeader({ headers }: FastifyRequest): string | null {
  const header = headers["content-disposition"] ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/iu.exec(header) ?? [];
  const [, quoted, plain] = /filename=(?:"([^"]*)"|([^;\s]+))/iu.exec(header) ?? [];
  if (encoded === undefined) return quoted ?? plain ?? null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return quoted ?? plain ?? null;
  }
}

/** Makes forms readable on the routes of a server. */
export const FORM_PLUGIN = multipart;
