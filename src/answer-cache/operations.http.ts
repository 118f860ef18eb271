import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ChangeKeys } from "../graphql/loading/change-keys.js";
import type { GraphQLRequest } from "../graphql/request.js";
import type { AnswerReader } from "./reader-answers.http.js";
import { ReaderAnswer } from "./shared-answer.js";

/** What answers GraphQL requests. */
export interface OperationOptions<Context extends GraphQLRequest & BaseContext> {
  readonly apollo: ApolloServer<Context>;
  readonly context: (request: FastifyRequest) => Promise<Context>;
  readonly answer: AnswerReader;
}

/** Handles the requests of the GraphQL endpoint. */
export function operationHandler<Context extends GraphQLRequest & BaseContext>({
  apollo,
  context,
  answer,
}: OperationOptions<Context>): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const execute = async (request: FastifyRequest, reply: FastifyReply, keys: ChangeKeys | null): Promise<unknown> => {
    const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: toGraphQLRequest(request),
      context: async () => {
        const made = await context(request);
        return keys ? { ...made, loader: made.loader.withKeys(keys) } : made;
      },
    });
    if (body.kind !== "complete") throw new Error("Answers in parts are not served.");
    const isRead = status === undefined && keys?.isComplete === true;
    if (isRead) return new ReaderAnswer(Object.fromEntries(headers), body.string);
    for (const [name, value] of headers) void reply.header(name, value);
    void reply.code(status ?? 200);
    return body.string;
  };
  return (request, reply) => answer(request, reply, (keys) => execute(request, reply, keys));
}

function toGraphQLRequest(request: FastifyRequest) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const at = request.url.indexOf("?");
  return { body: request.body, method: request.method, headers, search: at < 0 ? "" : request.url.slice(at) };
}
