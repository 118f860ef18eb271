import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLRequest } from "./request.js";

const MAX_NAME_LENGTH = 200;

/** One line for each operation. Its text and variables are not logged: they may hold unpublished words. */
export function logOperations(log: FastifyBaseLogger): ApolloServerPlugin<GraphQLRequest> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ contextValue, operationName, operation, errors }) => {
          log.info(
            {
              requestId: contextValue.requestId,
              address: contextValue.caller.address,
              actor: contextValue.caller.name,
              view: contextValue.loader.view.kind,
              operation: operation?.operation ?? null,
              name: operationName?.slice(0, MAX_NAME_LENGTH) ?? null,
              errors: errors?.length ?? 0,
              durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
            },
            "operation",
          );
        },
      };
    },
  };
}
