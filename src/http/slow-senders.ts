import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerClientError } from "./early-errors.js";

/** How often requests that are not complete are looked for, in milliseconds. */
const CHECK_INTERVAL_MS = 1000;

/** Which time a request has to arrive. */
export interface SendingTimes {
  /** In milliseconds; 0 is no limit. */
  readonly requestTimeoutMs: number;
  /** The same for uploads, which are larger. */
  readonly uploadTimeoutMs: number;
}

/** The longest of these times, which the connection itself allows; 0 is no limit. */
export function longestTime({ requestTimeoutMs, uploadTimeoutMs }: SendingTimes): number {
  return requestTimeoutMs === 0 || uploadTimeoutMs === 0 ? 0 : Math.max(requestTimeoutMs, uploadTimeoutMs);
}

/**
 * Cuts requests whose body does not arrive in time. Node.js has one time for all requests; this is for those that have less
 * than the longest. Requests are looked at once a second.
 */
export function cutSlowSenders(
  server: FastifyInstance,
  times: SendingTimes,
  isUpload: (request: FastifyRequest) => boolean,
): void {
  const arriving = new Map<FastifyRequest, number>();
  server.addHook("preParsing", (request, _reply, _payload, done) => {
    if (!request.raw.complete) arriving.set(request, performance.now());
    done();
  });
  server.addHook("preValidation", (request, _reply, done) => {
    // The body of an upload is read later, by its route.
    if (!isUpload(request)) arriving.delete(request);
    done();
  });
  server.addHook("onResponse", (request, _reply, done) => {
    arriving.delete(request);
    done();
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const [request, sinceMs] of arriving) {
      const limitMs = isUpload(request) ? times.uploadTimeoutMs : times.requestTimeoutMs;
      const isOver = request.raw.complete || request.raw.destroyed;
      const isSlow = !isOver && limitMs > 0 && nowMs - sinceMs > limitMs;
      if (isOver || isSlow) arriving.delete(request);
      if (isSlow)
        answerClientError(Object.assign(new Error("slow"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), request.raw.socket);
    }
  }, CHECK_INTERVAL_MS);
  timer.unref();
  server.addHook("onClose", async () => clearInterval(timer));
}
