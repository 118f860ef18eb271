import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { ExecuteOperation } from "./execution.js";
import type { GraphQLRequest } from "./request.js";

type Gateway = NonNullable<ApolloServerOptions<BaseContext>["gateway"]>;

/** What lets Apollo Server execute operations by a function: its interface for gateways, which has no other use here. */
export function executingBy(schema: GraphQLSchema, execute: ExecuteOperation): Gateway {
  return {
    load: async () => ({
      executor: ({ document, operation, request, context }) =>
        execute({
          document,
          operation,
          operationName: request.operationName,
          variables: request.variables,
          // The interface does not know the type of the context, which is that of the server.
          context: context as GraphQLRequest,
        }),
    }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
