import { GraphQLError } from "graphql";

/**
 * A request that is larger than a limit allows. Refuses the whole request with the code BAD_USER_INPUT;
 * `extensions.reason` names the limit, `limit` is its value and `found` what the request has.
 */
export class LimitError extends GraphQLError {
  constructor(
    message: string,
    reason: string,
    limit: number,
    found: number,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { extensions: { code: "BAD_USER_INPUT", reason, limit, found, ...more, http: { status: 400 } } });
  }
}
