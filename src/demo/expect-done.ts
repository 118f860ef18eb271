import { UserError, ValidationError } from "../graphql/user-errors.js";

/** The result of a write of the demo newsroom, all of which are accepted. */
export function expectDone<Done extends object>(result: Done | UserError): Done {
  if (!(result instanceof UserError)) return result;
  const issues =
    result instanceof ValidationError ? result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
  throw new Error(`The demo newsroom does not fit: ${[result.message, ...issues].join("\n")}`);
}
