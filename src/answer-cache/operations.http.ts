import type { ApolloServer, BaseContext } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
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
    const own = async (asked: FastifyRequest): Promise<Context> => {
      const made = await context(asked);
      return keys ? { ...made, loader: made.loader.withKeys(keys) } : made;
    };
    const body: unknown = await fastifyApolloHandler(apollo, { context: own }).call(request.server, request, reply);
    if (keys?.isComplete !== true || reply.statusCode !== 200 || typeof body !== "string") return body;
    return new ReaderAnswer({ "content-type": String(reply.getHeader("content-type")) }, body);
  };
  // Apollo refuses HEAD, so that it is refused whether an answer is kept or not.
  return (request, reply) =>
    request.method === "HEAD"
      ? execute(request, reply, null)
      : answer(request, reply, (keys) => execute(request, reply, keys));
}
