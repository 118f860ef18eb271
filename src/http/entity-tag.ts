import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * The entity tag of a body. It is weak, because the bytes of an answer depend on its compression (RFC 9110, section 8.8.1).
 */
export function entityTagOf(body: string): string {
  return `W/"${hash("sha256", body, "base64url").slice(0, 27)}"`;
}

/** Whether a client has the body with a tag, by its `If-None-Match` header. */
export function hasTag(request: FastifyRequest, tag: string): boolean {
  const known = request.headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//, "")) ?? [];
  return known.includes(tag.slice(2)) || known.includes("*");
}

/** Sets the entity tag of a body, and finds out whether the client has this very body. */
export function tagBody(request: FastifyRequest, reply: FastifyReply, body: string): boolean {
  const tag = entityTagOf(body);
  void reply.header("etag", tag);
  return hasTag(request, tag);
}
