import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLRequest } from "./request.js";

const MAX_NAME_LENGTH = 200;

/** What the log contains of one operation. */
export interface LoggedOperation extends Pick<GraphQLRequest, "requestId" | "caller"> {
  readonly view: string;
  readonly operation: string | null;
  readonly name: string | null | undefined;
  readonly errors: number;
  readonly durationMs: number;
  /** True for an answer of the cache; absent for one that was made. */
  readonly isCached?: true;
}

/** One line for an operation. Its text and variables are not logged: they may hold unpublished words. */
export function logOperation(log: FastifyBaseLogger, { caller, name, durationMs, ...others }: LoggedOperation): void {
  const line = {
    ...others,
    address: caller.address,
    actor: caller.name,
    name: name?.slice(0, MAX_NAME_LENGTH) ?? null,
    durationMs: Math.round(durationMs * 10) / 10,
  };
  log.info(line, "operation");
}

/** Logs every operation that is executed. */
export function logOperations(log: FastifyBaseLogger): ApolloServerPlugin<GraphQLRequest> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ contextValue, operationName, operation, errors }) => {
          logOperation(log, {
            requestId: contextValue.requestId,
            caller: contextValue.caller,
            view: contextValue.loader.view.kind,
            operation: operation?.operation ?? null,
            name: operationName,
            errors: errors?.length ?? 0,
            durationMs: performance.now() - startedAt,
          });
        },
      };
    },
  };
}
