import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";

/**
 * An invalid request, which the caller can fix. Becomes a top-level error with the code
 * BAD_USER_INPUT; `extensions.argument` names the argument at fault.
 */
export class BadInputError extends GraphQLError {
  constructor(
    message: string,
    readonly argument: string,
  ) {
    super(message, { extensions: { code: "BAD_USER_INPUT", argument } });
  }
}

/** A header that cannot be understood. Refuses the whole request with BAD_USER_INPUT; `extensions.header` names it. */
export class BadHeaderError extends GraphQLError {
  constructor(message: string, header: string) {
    super(message, { extensions: { code: "BAD_USER_INPUT", header, http: { status: 400 } } });
  }
}

/** A token that is unknown, expired, revoked or malformed. Becomes a top-level error with the code UNAUTHENTICATED. */
export class UnauthenticatedError extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } });
  }
}

/** A query that the caller's role does not allow. Becomes a top-level error with the code FORBIDDEN. */
export class ForbiddenQueryError extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: "FORBIDDEN" } });
  }
}

/** How many seconds a client should wait before it tries again while the database is not available. */
export const RETRY_AFTER_S = 5;

/** What a caller reads while the database is not available. */
export const UNAVAILABLE_MESSAGE = "The service is temporarily unavailable; try again in a few seconds.";

/** The database is not available now. Refuses the whole request with SERVICE_UNAVAILABLE; the same request may succeed later. */
export class ServiceUnavailableError extends GraphQLError {
  constructor(cause: unknown) {
    const headers = new HeaderMap([["retry-after", String(RETRY_AFTER_S)]]);
    super(UNAVAILABLE_MESSAGE, {
      extensions: { code: "SERVICE_UNAVAILABLE", http: { status: 503, headers } },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
  }
}

/** A statement took longer than it may. Becomes a top-level error with the code QUERY_TIMEOUT. */
export class QueryTimeoutError extends GraphQLError {
  constructor() {
    super("The database took longer than a read may take; ask for less, or for a narrower filter.", {
      extensions: { code: "QUERY_TIMEOUT" },
    });
  }
}

/** The client sent more than its share. Refuses the whole request with RATE_LIMITED; `extensions.retryAfterSeconds` says when to try again. */
export class RateLimitedError extends GraphQLError {
  constructor(limit: number, retryAfterSeconds: number) {
    const headers = new HeaderMap([["retry-after", String(retryAfterSeconds)]]);
    super(`Too many requests: at most ${limit} are answered in a minute. Try again in ${retryAfterSeconds} seconds.`, {
      extensions: { code: "RATE_LIMITED", retryAfterSeconds, http: { status: 429, headers } },
    });
  }
}

/**
 * Too many requests wait for the database. Refuses the request with SERVICE_UNAVAILABLE; `extensions.reason` is
 * TOO_BUSY. The same request may succeed later.
 */
export class TooBusyError extends GraphQLError {
  constructor() {
    const headers = new HeaderMap([["retry-after", String(RETRY_AFTER_S)]]);
    super("Too many requests that cost as much are waiting; ask for less, or try again in a few seconds.", {
      extensions: { code: "SERVICE_UNAVAILABLE", reason: "TOO_BUSY", http: { status: 503, headers } },
    });
  }
}

/** The server has more to do than it can. Refuses the whole request with SERVICE_UNAVAILABLE; the same request may succeed later. */
export class OverloadedError extends GraphQLError {
  constructor() {
    const headers = new HeaderMap([["retry-after", String(RETRY_AFTER_S)]]);
    super("The server is overloaded; try again in a few seconds.", {
      extensions: { code: "SERVICE_UNAVAILABLE", http: { status: 503, headers } },
    });
  }
}
