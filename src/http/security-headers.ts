import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import helmet from "helmet";

/** For answers that are no page: nothing may be loaded, run or framed, should a browser show one. */
const DATA_POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** For pages that bring a policy of their own in their head, such as the landing page of GraphQL. */
const PAGE_POLICY = "object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** The headers of answers that are written before a request is known, and pass no hook. */
export const BARE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": DATA_POLICY,
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

const YEAR_S = 365 * 24 * 60 * 60;

/** What decides what a request sees; a cache that shares answers has to include it in its key. */
const VIEW_HEADERS = ["authorization", "x-content-view", "x-preview-token"] as const;

/** Whether a request has anything that lets it see more than readers see. */
export function isPersonal({ headers, query }: FastifyRequest): boolean {
  const { preview } = (query ?? {}) as { readonly preview?: unknown };
  return preview !== undefined || VIEW_HEADERS.some((name) => headers[name] !== undefined);
}

/** The names of a `Vary` header and some more, each once. */
function varyOn(current: ReturnType<FastifyReply["getHeader"]>, names: readonly string[]): string {
  if (current === undefined) return names.join(", ");
  const present = [current ?? ""].flat().join().split(",");
  const all = [...present, ...names].map((name) => name.trim().toLowerCase()).filter((name) => name !== "");
  return all.includes("*") ? "*" : [...new Set(all)].join(", ");
}

/** Whether an answer is the same for everybody and never changes under its address, such as a file of a page. */
function isImmutable(reply: FastifyReply): boolean {
  return String(reply.getHeader("cache-control")).includes("immutable");
}

/** No cache stores what depends on a token, and none returns one request's view to another. */
function guardCaches(request: FastifyRequest, reply: FastifyReply): void {
  if (isImmutable(reply)) return;
  const names = request.url.startsWith("/graphql") ? [...VIEW_HEADERS, "accept"] : VIEW_HEADERS;
  reply.header("vary", varyOn(reply.getHeader("vary"), names));
  if (isPersonal(request)) reply.header("cache-control", "private, no-store");
  else if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader("content-type")).startsWith("text/html");
}

/** The headers that helmet sets on every answer of a server with these options, by name. */
function helmetHeaders(isHttps: boolean): ReturnType<ServerResponse["getHeaders"]> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const setHeaders = helmet({
    // Set for each answer, because it depends on the type of the answer.
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: YEAR_S, includeSubDomains: false } : false,
    // Pages of other origins may call the API, and feeds are read everywhere.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin-allow-popups" },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
  setHeaders(response.req, response, () => undefined);
  return response.getHeaders();
}

/**
 * Sets the security and cache headers of every answer, errors and unknown addresses included. A route may set a stricter
 * `Content-Security-Policy`. Must be registered before all routes and other hooks.
 *
 * @param isHttps Whether clients reach the server over TLS; they are then asked to do so always, for this host alone.
 */
export function secureAnswers(server: FastifyInstance, { isHttps }: { readonly isHttps: boolean }): void {
  // helmet's headers never change, so it runs once and not for each request.
  const headers = helmetHeaders(isHttps);
  server.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  server.addHook("onSend", (request, reply, payload, done) => {
    if (!reply.hasHeader("content-security-policy")) {
      void reply.header("content-security-policy", isPage(reply) ? PAGE_POLICY : DATA_POLICY);
    }
    guardCaches(request, reply);
    done(null, payload);
  });
}
