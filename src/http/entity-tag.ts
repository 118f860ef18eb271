import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Sets the entity tag of a body, and finds out whether the client has this very body. The tag is weak, because the bytes
 * of an answer depend on its compression (RFC 9110, section 8.8.1).
 */
export function tagBody(request: FastifyRequest, reply: FastifyReply, body: string): boolean {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  void reply.header("etag", `W/${tag}`);
  const known = request.headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//, "")) ?? [];
  return known.includes(tag) || known.includes("*");
}
