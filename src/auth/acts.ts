import { ForbiddenError } from "../graphql/user-errors.js";
import type { Actor, Role } from "./role.js";

const WRITERS: readonly Role[] = ["AUTHOR", "EDITOR", "ADMIN"];
const EDITORS: readonly Role[] = ["EDITOR", "ADMIN"];

/**
 * Who may do what, whole. The acts of the workflow stand here with the widest roles; the workflow's own table narrows
 * them by state.
 */
export const ACTS = {
  "create articles": WRITERS,
  "import articles": WRITERS,
  "change articles": WRITERS,
  "submit articles": WRITERS,
  "approve articles": EDITORS,
  "reject articles": EDITORS,
  "publish articles": EDITORS,
  "schedule articles": EDITORS,
  "unschedule articles": EDITORS,
  "unpublish articles": EDITORS,
  "kill articles": EDITORS,
  "manage persons": WRITERS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Act = keyof typeof ACTS;

/** Why somebody may not do something, or null when they may. */
export function forbids(actor: Actor, act: Act): ForbiddenError | null {
  const roles: readonly Role[] = ACTS[act];
  return roles.includes(actor.role) ? null : new ForbiddenError(`The role ${actor.role} does not allow to ${act}.`);
}
