import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { clientAddress } from "./client-address.js";

/**
 * One line for each answer without an operation, and for each refused request. Of the address only the path
 * is logged: what follows it may contain a preview token.
 */
export function logAnswer(log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split("?", 1)[0]?.slice(0, 500);
  if (reply.statusCode < 400 && (path === "/graphql" || path?.startsWith("/health/"))) return;
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  log.info(
    {
      requestId: request.id,
      address: clientAddress(request),
      method: request.method,
      path,
      status: reply.statusCode,
      durationMs,
    },
    "answer",
  );
}
