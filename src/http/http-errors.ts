import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { isOutage } from "../database/outage.js";
import { RETRY_AFTER_S, ServiceUnavailableError, UNAVAILABLE_MESSAGE } from "../graphql/errors.js";

/** The message for a request that never became an operation; null when the fault is the server's. */
function explain(error: FastifyError, maxBodyBytes: number): string | null {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return `The body of the request is too large: at most ${maxBodyBytes} bytes are allowed.`;
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return "The body of the request is not JSON.";
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return "The body of the request must be sent as application/json.";
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? error.message : null;
  }
}

/** Puts the request's id into every error of an answer that does not have it yet; null where there is nothing to do. */
function withRequestId(payload: string, requestId: string): string | null {
  const answer = JSON.parse(payload) as { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] };
  if (!Array.isArray(answer.errors)) return null;
  const errors = answer.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...answer, errors });
}

function isFailedJson(reply: FastifyReply, payload: unknown): payload is string {
  const type = String(reply.getHeader("content-type"));
  return reply.statusCode >= 400 && typeof payload === "string" && type.includes("json");
}

function sendUnavailable(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.warn({ err: error, requestId: request.id }, "service unavailable");
  const answer = { message: UNAVAILABLE_MESSAGE, extensions: { code: "SERVICE_UNAVAILABLE", requestId: request.id } };
  void reply.code(503).header("retry-after", RETRY_AFTER_S).header("cache-control", "no-store");
  return reply.send({ errors: [answer] });
}

/** What Apollo Server reads of the errors that refuse a whole request. */
interface RefusalExtensions {
  readonly code?: string;
  readonly http?: { readonly status?: number; readonly headers?: ReadonlyMap<string, string> };
}

/** Answers requests that fail outside of GraphQL in the same shape: typed, with the request's id, and masked. */
export function answerHttpErrors(server: FastifyInstance): void {
  // What Apollo refuses before there is an operation passes none of its plugins.
  server.addHook("onSend", (request, reply, payload, done) => {
    const answer = isFailedJson(reply, payload) ? withRequestId(payload, request.id) : null;
    if (answer !== null) void reply.header("content-length", Buffer.byteLength(answer));
    done(null, answer ?? payload);
  });
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    // The client disconnected while it sent its request: the answer is not read, and this is no fault of the server.
    if (request.raw.destroyed && !request.raw.complete) return reply.code(400).send();
    if (error instanceof ServiceUnavailableError || isOutage(error)) return sendUnavailable(error, request, reply);
    if (error instanceof GraphQLError) {
      // The caller is identified in the same way for every route, with the same messages.
      const { code = "BAD_USER_INPUT", http, ...rest } = error.extensions as RefusalExtensions;
      const refusal = { message: error.message, extensions: { code, ...rest, requestId: request.id } };
      return reply
        .code(http?.status ?? 400)
        .headers(Object.fromEntries(http?.headers ?? []))
        .send({ errors: [refusal] });
    }
    const explanation = explain(error, server.initialConfig.bodyLimit ?? 0);
    if (explanation === null) request.log.error({ err: error, requestId: request.id }, "unexpected error");
    const code = explanation === null ? "INTERNAL_SERVER_ERROR" : "BAD_REQUEST";
    const message =
      explanation ?? "Something went wrong on the server. The request id identifies the cause in its log.";
    return reply
      .code(explanation === null ? 500 : (error.statusCode ?? 400))
      .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.method} ${request.url.slice(0, 200)}; GraphQL is at /graphql.`,
          extensions: { code: "NOT_FOUND", requestId: request.id },
        },
      ],
    }),
  );
}
