import { hash } from "node:crypto";
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { ANONYMOUS } from "../auth/role.js";
import { SHOW_COST } from "../graphql/limits.js";
import { PUBLISHED_VIEW } from "../graphql/loading/view.js";
import { logOperation } from "../graphql/operation-log.js";
import { clientAddress } from "../http/client-address.js";
import { hasTag, tagBody } from "../http/entity-tag.js";
import { isPersonal } from "../http/security-headers.js";
import type { AnswerCache, MakeAnswer, Shared } from "./answer-cache.service.js";
import { KEPT_AND_ASKED, ReaderAnswer, type SharedAnswer } from "./shared-answer.js";

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
  const sendShared = (request: FastifyRequest, reply: FastifyReply, { answer, isHit }: Shared): unknown => {
    void reply.headers(answer.headers);
    if (answer.isEncodable) void reply.header("vary", "accept-encoding");
    if (isAddressed(request)) {
      void reply.header("cache-control", cacheControl);
      if (hasTag(request, answer.etag)) return reply.code(304).send();
    }
    const encoding = answer.encodingFor(request.headers["accept-encoding"]);
    if (encoding !== null) return sendEncoded(reply, answer, encoding);
    return reply.send(isHit ? answer.bytes : answer.parts.body);
  };
  return async (request, reply, make) => {
    const name = cache && isForReaders(request) ? nameOf(request) : null;
    if (cache === null || name === null) return sendOwn(request, reply, await make(null));
    const startedAt = performance.now();
    const provided = await cache.provide(name, make, isAddressed(request));
    if ("own" in provided) return sendOwn(request, reply, provided.own);
    if (provided.isHit) logHit(log, request, provided.answer, performance.now() - startedAt);
    return sendShared(request, reply, provided);
  };
}

/** Whether a request asks for what all readers see, in a way that all share. */
function isForReaders(request: FastifyRequest): boolean {
  if (!isAddressed(request) && request.method !== "POST") return false;
  return !isPersonal(request) && request.headers[SHOW_COST] === undefined;
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
  if (isAddressed(request) && tagBody(request, reply, made.body)) return reply.code(304).send();
  return reply.send(made.body);
}

async function sendEncoded(
  reply: FastifyReply,
  answer: SharedAnswer,
  encoding: NonNullable<ReturnType<SharedAnswer["encodingFor"]>>,
): Promise<unknown> {
  const body = await answer.encoded(encoding);
  return reply.header("content-encoding", encoding).send(body);
}

/** One line, as for an operation that is executed. */
function logHit(log: FastifyBaseLogger, request: FastifyRequest, { name }: SharedAnswer, durationMs: number): void {
  if (!request.url.startsWith("/graphql")) return;
  const caller = { name: ANONYMOUS.name, address: clientAddress(request) };
  const done = {
    requestId: request.id,
    caller,
    view: PUBLISHED_VIEW.kind,
    operation: "query",
    name,
    errors: 0,
    durationMs,
  };
  logOperation(log, { ...done, isCached: true });
}
