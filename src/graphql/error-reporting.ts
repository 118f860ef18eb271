import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { RequestContext } from "./request.js";

/** The codes that tell a caller what to mend. Whatever has another code, or none, is our fault and is masked. */
const EXPECTED: ReadonlySet<unknown> = new Set([
  "BAD_USER_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "BAD_REQUEST",
]);

function isExpected(formatted: GraphQLFormattedError): boolean {
  return EXPECTED.has(formatted.extensions?.["code"]);
}

/** What a caller is told of an error: an unexpected one is masked, for its text may hold what is nobody's business. */
export function maskError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (isExpected(formatted)) return formatted;
  const { path, locations } = formatted;
  return {
    message: "Something went wrong on the server. The request id leads to the cause in its log.",
    ...(path ? { path } : {}),
    ...(locations ? { locations } : {}),
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/** Where unexpected errors go. */
export type ReportError = (
  error: unknown,
  context: { readonly requestId: string; readonly operation: string | null },
) => void;

/** Repeats the request's id in every error of an answer, and reports the unexpected ones with it. */
export function reportErrors(report: ReportError): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          const cause = unwrapResolverError(error);
          const isOurs = cause instanceof GraphQLError ? !EXPECTED.has(cause.extensions["code"]) : true;
          // Apollo gives parse and validation errors their codes only later; they have no cause of ours.
          const isResolved = error.path !== undefined || !(cause instanceof GraphQLError);
          if (isOurs && isResolved) {
            report(cause, { requestId: contextValue.requestId, operation: operationName ?? null });
          }
        }
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== "single") return;
        const { errors } = response.body.singleResult;
        if (!errors) return;
        response.body.singleResult.errors = errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId: contextValue.requestId },
        }));
      },
    }),
  };
}
