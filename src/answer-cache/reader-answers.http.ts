import { hash } from "node:crypto";
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { clientAddress } from "../http/client-address.js";
import { tagBody } from "../http/entity-tag.js";
import type { AnswerCache, MakeAnswer } from "./answer-cache.service.js";
import { ReaderAnswer, type SharedAnswer } from "./shared-answer.js";

/** What decides what a request sees; a cache that shares answers has to include it in its key. */
const VARY = "accept, authorization, x-content-view, x-preview-token";

/** Anybody may keep an answer, and asks before each use whether it is still right. */
const KEPT_AND_ASKED = "public, no-cache";

/** Headers that make the answer one for this request alone. */
const OWN_HEADERS = ["authorization", "x-preview-token", "x-show-cost"] as const;

/** Headers that decide how Apollo answers a request: in which format, or that a browser must not send it. */
const FORM_HEADERS = ["accept", "content-type", "apollo-require-preflight", "x-apollo-operation-name"] as const;

/** What answers to readers are sent with. */
export interface ReaderAnswerOptions {
  readonly cache: AnswerCache | null;
  readonly log: FastifyBaseLogger;
  /** Seconds for which a CDN may use an answer without asking; 0 for none. Its keys are purged when something changes. */
  readonly cdnMaxAgeS: number;
}

/** Answers a request: with a ReaderAnswer, or with whatever the handler sends for the request alone. */
export type AnswerReader = (
  request: FastifyRequest,
  reply: FastifyReply,
  make: MakeAnswer<unknown>,
) => Promise<unknown>;

/** Sends answers to readers, from the cache where there is one. */
export function readerAnswers({ cache, log, cdnMaxAgeS }: ReaderAnswerOptions): AnswerReader {
  // With no-cache a CDN would ask as well.
  const cacheControl = cdnMaxAgeS === 0 ? KEPT_AND_ASKED : `public, max-age=0, s-maxage=${cdnMaxAgeS}, must-revalidate`;
  const sendShared = (request: FastifyRequest, reply: FastifyReply, answer: SharedAnswer): unknown => {
    void reply.headers(answer.headers);
    if (isAddressed(request)) {
      void reply.header("vary", VARY).header("cache-control", cacheControl);
      if (answer.isKnown(request.headers["if-none-match"])) return reply.code(304).send();
    }
    const encoding = answer.encodingFor(request.headers["accept-encoding"]);
    return encoding === null ? reply.send(answer.body) : sendEncoded(reply, answer, encoding);
  };
  return async (request, reply, make) => {
    const name = cache && isForReaders(request) ? nameOf(request) : null;
    if (cache === null || name === null) return sendOwn(request, reply, await make(null));
    const startedAt = performance.now();
    const provided = await cache.provide(name, make);
    if ("own" in provided) return sendOwn(request, reply, provided.own);
    if (provided.isHit) logHit(log, request, provided.answer, performance.now() - startedAt);
    return sendShared(request, reply, provided.answer);
  };
}

/** Whether a request asks for what all readers see, in a way that all share. */
function isForReaders({ headers, query, method }: FastifyRequest): boolean {
  if (!isAddressed({ method }) && method !== "POST") return false;
  if (OWN_HEADERS.some((name) => headers[name] !== undefined)) return false;
  const view = headers["x-content-view"];
  if (view !== undefined && String(view).toLowerCase() !== "published") return false;
  return typeof query !== "object" || query === null || !("preview" in query);
}

/** Whether a request names what it asks for by its address alone, so that a client can keep the answer. */
function isAddressed({ method }: Pick<FastifyRequest, "method">): boolean {
  return method === "GET" || method === "HEAD";
}

/** The name of an answer: equal for requests that ask for the same. */
function nameOf({ method, url, body, headers }: FastifyRequest): string {
  const form = FORM_HEADERS.map((name) => headers[name] ?? "");
  return hash("sha256", JSON.stringify([method === "HEAD" ? "GET" : method, url, form, body ?? null]), "base64url");
}

function sendOwn(request: FastifyRequest, reply: FastifyReply, made: unknown): unknown {
  if (!(made instanceof ReaderAnswer)) return made;
  void reply.headers(made.headers);
  if (isAddressed(request)) {
    void reply.header("vary", VARY);
    if (tagBody(request, reply, made.body)) return reply.code(304).send();
  }
  return reply.send(made.body);
}

async function sendEncoded(
  reply: FastifyReply,
  answer: SharedAnswer,
  encoding: NonNullable<ReturnType<SharedAnswer["encodingFor"]>>,
): Promise<unknown> {
  const body = await answer.encoded(encoding);
  const vary = reply.getHeader("vary");
  const varied = vary === undefined ? "accept-encoding" : `${String(vary)}, accept-encoding`;
  return reply.header("content-encoding", encoding).header("vary", varied).send(body);
}

/** One line, as for an operation that is executed. */
function logHit(log: FastifyBaseLogger, request: FastifyRequest, { name }: SharedAnswer, durationMs: number): void {
  if (!request.url.startsWith("/graphql")) return;
  log.info(
    {
      requestId: request.id,
      address: clientAddress(request),
      actor: "anonymous",
      view: "PUBLISHED",
      operation: "query",
      name,
      errors: 0,
      isCached: true,
      durationMs: Math.round(durationMs * 10) / 10,
    },
    "operation",
  );
}
