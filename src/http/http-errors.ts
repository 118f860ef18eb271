import type { FastifyError, FastifyInstance } from "fastify";

/** What a caller is told of a request that never became an operation; null when the fault is ours. */
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

/** Gives requests that fail outside of GraphQL an answer of the same shape: typed, with the request's id, and masked. */
export function answerHttpErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const told = explain(error, server.initialConfig.bodyLimit ?? 0);
    if (told === null) request.log.error({ err: error, requestId: request.id }, "unexpected error");
    const code = told === null ? "INTERNAL_SERVER_ERROR" : "BAD_REQUEST";
    const message = told ?? "Something went wrong on the server. The request id leads to the cause in its log.";
    return reply
      .code(told === null ? 500 : (error.statusCode ?? 400))
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
