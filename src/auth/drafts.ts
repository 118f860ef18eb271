import { ForbiddenQueryError } from "../graphql/errors.js";
import { forbids } from "./acts.js";
import type { Actor } from "./role.js";

/**
 * Queries have no error unions, so a refusal is a top-level error.
 *
 * @throws ForbiddenQueryError when the caller may not read drafts.
 */
export function expectReadsDrafts(actor: Actor): void {
  const denied = forbids(actor, "readDrafts");
  if (denied) throw new ForbiddenQueryError(denied.message);
}
