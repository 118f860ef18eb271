import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError, OperationTypeNode } from "graphql";
import { z } from "zod";
import { isOutage } from "../database/outage.js";
import { RETRY_AFTER_S, UNAVAILABLE_MESSAGE } from "./errors.js";
import type { GraphQLRequest } from "./request.js";

/** The codes of errors that the caller can fix. An error with another code, or none, is a fault of the server and is masked. */
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
  "QUERY_TIMEOUT",
  "SERVICE_UNAVAILABLE",
  "RATE_LIMITED",
]);

function isExpected(formatted: GraphQLFormattedError): boolean {
  return EXPECTED.has(formatted.extensions?.["code"]);
}

/** Messages repeat what was sent; this much of it is enough. */
const MAX_MESSAGE_LENGTH = 2_000;

/** Names of the schema that an error proposes for an unknown one, at its end. */
const SUGGESTION = / ?Did you mean .*$/s;

/**
 * The message of an expected error, cut to a readable length.
 *
 * @param hasSuggestions whether it may propose names of the schema.
 */
function messageOf(message: string, hasSuggestions: boolean): string {
  const shown = hasSuggestions ? message : message.replace(SUGGESTION, "");
  return shown.length > MAX_MESSAGE_LENGTH ? `${shown.slice(0, MAX_MESSAGE_LENGTH)}…` : shown;
}

/**
 * Makes errors fit for callers. While the database is not available, that the request can be tried again; any other
 * unexpected error is masked, because its text may contain what is not public.
 */
export function errorMasker(
  hasSuggestions: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const own = isRefusal(error) ? { ...formatted, extensions: { code: "BAD_REQUEST" } } : formatted;
    return isExpected(own) ? { ...own, message: messageOf(own.message, hasSuggestions) } : maskError(own, error);
  };
}

const REFUSED = z.object({ extensions: z.object({ http: z.object({ status: z.literal(400) }) }) });

/** Whether Apollo refuses a request as malformed without a code, such as a persisted query with the hash of another text. */
function isRefusal(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions["code"] === undefined && REFUSED.safeParse(error).success;
}

function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { path, locations } = formatted;
  const [message, code] = isOutage(unwrapResolverError(error))
    ? [UNAVAILABLE_MESSAGE, "SERVICE_UNAVAILABLE"]
    : ["Something went wrong on the server. The request id identifies the cause in its log.", "INTERNAL_SERVER_ERROR"];
  return { message, ...(path ? { path } : {}), ...(locations ? { locations } : {}), extensions: { code } };
}

/** Where unexpected errors go. */
export type ReportError = (
  error: unknown,
  context: { readonly requestId: string; readonly operation: string | null },
) => void;

/** Repeats the request's id in every error of an answer, and reports the unexpected ones with it. */
export function reportErrors(report: ReportError): ApolloServerPlugin<GraphQLRequest> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          const cause = unwrapResolverError(error);
          const isOurs = cause instanceof GraphQLError ? !EXPECTED.has(cause.extensions["code"]) : true;
          // Apollo sets the codes of parse and validation errors later; they have no cause in the server.
          const isResolved = error.path !== undefined || !(cause instanceof GraphQLError);
          if (isOurs && isResolved) {
            report(cause, { requestId: contextValue.requestId, operation: operationName?.slice(0, 200) ?? null });
          }
        }
      },
      willSendResponse: async ({ response, contextValue, operation }) => {
        if (response.body.kind !== "single") return;
        const { errors, data } = response.body.singleResult;
        if (!errors) return;
        if (isUnavailable(errors, data, operation?.operation)) {
          response.http.status = 503;
          response.http.headers.set("retry-after", String(RETRY_AFTER_S));
        }
        response.body.singleResult.errors = errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId: contextValue.requestId },
        }));
      },
    }),
  };
}

/**
 * Whether the whole request should be tried again: a query of which any part met an outage, or a mutation of which nothing
 * was done.
 */
function isUnavailable(
  errors: readonly GraphQLFormattedError[],
  data: Readonly<Record<string, unknown>> | null | undefined,
  operation: OperationTypeNode | undefined,
): boolean {
  if (!errors.some(({ extensions }) => extensions?.["code"] === "SERVICE_UNAVAILABLE")) return false;
  if (operation !== OperationTypeNode.MUTATION) return true;
  return Object.values(data ?? {}).every((value) => value === null);
}
