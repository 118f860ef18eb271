import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { clientAddress } from "./client-address.js";

/**
 * One line for each answer that no operation stands behind, and for each that was refused. Of the address only the path
 * is told: what follows it may hold a preview token.
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
