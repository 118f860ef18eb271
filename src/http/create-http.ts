import { randomUUID } from "node:crypto";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import { answerClientError, answerFrameworkError } from "./early-errors.js";
import { longestTime, type SendingTimes } from "./slow-senders.js";
import type { TrustedProxies } from "./trusted-proxies.js";

/** The parts of the HTTP server. */
export interface HttpOptions extends SendingTimes {
  readonly log: FastifyBaseLogger;
  readonly trustedProxies: TrustedProxies;
  /** The largest body of a request, in bytes. */
  readonly maxBodyBytes: number;
  /** The most connections at once. */
  readonly maxConnections: number;
}

/** What a client may send as the id of its request; anything else gets an id of ours. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Milliseconds in which the headers of a request have to arrive. */
const HEADERS_TIMEOUT_MS = 10_000;

/** How often connections that send too slowly are looked for, in milliseconds. */
const CHECK_INTERVAL_MS = 1000;

/** Milliseconds that a connection is kept for a next request: longer than the 60 seconds of common load balancers. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** The most bytes of a request's line and headers together. */
const MAX_HEADER_BYTES = 16_384;

/**
 * Trust by number is decided by the distance alone, so the server must not be reachable around its proxies. Fastify
 * itself trusts no address if it is configured with a number.
 */
function trustOf(proxies: TrustedProxies): NonNullable<FastifyServerOptions["trustProxy"]> {
  if (typeof proxies === "number") return (_address, hop) => hop < proxies;
  return proxies === null ? false : [...proxies];
}

function requestId({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** An HTTP server without routes that does not listen yet. */
export function createHttp(options: HttpOptions): FastifyInstance {
  const { log, maxBodyBytes, requestTimeoutMs, maxConnections } = options;
  const http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    // While it stops, what still comes over an open connection is answered as ever; then the connection is closed.
    return503OnClosing: false,
    bodyLimit: maxBodyBytes,
    trustProxy: trustOf(options.trustedProxies),
    // Requests under way are finished; connections that only wait for a next one are closed.
    forceCloseConnections: "idle",
    requestTimeout: longestTime(options),
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    http: {
      headersTimeout: requestTimeoutMs === 0 ? 0 : Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    // A name in an address is bounded by the size of the headers; one that is longer than any slug finds nothing.
    routerOptions: { maxParamLength: MAX_HEADER_BYTES },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    genReqId: requestId,
  });
  http.server.maxConnections = maxConnections;
  return http;
}
