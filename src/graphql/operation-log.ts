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
export function logOperation(log: FastifyBaseLogger, done: LoggedOperation): void {
  // Member by member: this runs for every request, and copying the rest of an object is slow.
  const line = {
    requestId: done.requestId,
    view: done.view,
    operation: done.operation,
    errors: done.errors,
    isCached: done.isCached,
    address: done.caller.address,
    actor: done.caller.name,
    name: done.name?.slice(0, MAX_NAME_LENGTH) ?? null,
    durationMs: Math.round(done.durationMs * 10) / 10,
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
