import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { BARE_HEADERS } from "./security-headers.js";

/*
 * Errors of requests that never reach a route: the request is no HTTP, is too large or too slow, or its address cannot
 * be decoded. They have the same shape as all other errors.
 */

function bodyOf(message: string, requestId?: string): string {
  const extensions = { code: "BAD_REQUEST", ...(requestId === undefined ? {} : { requestId }) };
  return JSON.stringify({ errors: [{ message, extensions }] });
}

/** Answers a request whose address the router cannot read. */
export function answerFrameworkError(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply
    .code(400)
    .headers({ ...BARE_HEADERS, "x-request-id": request.id })
    .type("application/json; charset=utf-8")
    .send(bodyOf("The address of the request cannot be decoded.", request.id));
}

const TOO_SLOW = [408, "The request was not complete in time."] as const;
const TOO_LARGE = [431, "The headers of the request are too large."] as const;
const NO_HTTP = [400, "The request is not valid HTTP."] as const;

function explain(code: string | undefined): typeof TOO_SLOW | typeof TOO_LARGE | typeof NO_HTTP {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return TOO_SLOW;
  return code === "HPE_HEADER_OVERFLOW" ? TOO_LARGE : NO_HTTP;
}

/** Answers a connection on which no request can be read, and closes it. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, message] = explain(error.code);
  const body = bodyOf(message);
  const headers = {
    ...BARE_HEADERS,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  socket.destroySoon();
}
