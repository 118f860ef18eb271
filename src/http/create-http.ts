import { randomUUID } from "node:crypto";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";

/** What the HTTP server is made of. */
export interface HttpOptions {
  readonly log: FastifyBaseLogger;
  /** Whether the address of a request is sent by a proxy in front of the server. */
  readonly isBehindProxy: boolean;
  /** The largest body of a request, in bytes. */
  readonly maxBodyBytes: number;
}

/** What a client may send as the id of its request; anything else gets an id of ours. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** An HTTP server without routes that does not listen yet. */
export function createHttp({ log, maxBodyBytes, isBehindProxy }: HttpOptions): FastifyInstance {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    // While it stops, what still comes over an open connection is answered as ever; then the connection is closed.
    return503OnClosing: false,
    bodyLimit: maxBodyBytes,
    trustProxy: isBehindProxy,
    // Requests under way are finished; connections that only wait for a next one are closed.
    forceCloseConnections: "idle",
    genReqId: ({ headers }) => {
      const told = headers["x-request-id"];
      return typeof told === "string" && REQUEST_ID.test(told) ? told : randomUUID();
    },
  });
}
