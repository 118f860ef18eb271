import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance } from "fastify";

/** Smaller answers fit one packet anyway. */
export const THRESHOLD_BYTES = 1024;

/** Brotli's default is made for files that are compressed once: it takes fifty times as long as this. */
export const BROTLI_QUALITY = 4;

/**
 * Compresses answers with Brotli or gzip for clients that accept it. Compressed requests are not read: their size is not
 * known before. Must be registered after every hook that changes the body of an answer.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    threshold: THRESHOLD_BYTES,
    encodings: ["br", "gzip"],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}
