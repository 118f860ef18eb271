import { UserError } from "../graphql/user-errors.js";
import type { Role } from "./role.js";
import { createApiToken } from "./token.service.js";
import type { Work } from "./work.js";

/** The roles that a newsroom begins with. */
const ROLES: readonly Role[] = ["AUTHOR", "EDITOR", "ADMIN"];

/** A token to show once. */
export interface FirstToken {
  readonly role: Role;
  readonly token: string;
  /** When the token expires; null if it is valid until it is revoked. */
  readonly expiresAt: Date | null;
}

/** How long the first token that manages others works: long enough to make tokens for the people of the newsroom. */
const ADMIN_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes one token for each role that writes, that of ADMIN for 30 days, where there are no tokens yet; nothing where there are. */
export async function issueFirstTokens(work: Work): Promise<readonly FirstToken[]> {
  if ((await work.database.prisma.apiToken.count()) > 0) return [];
  const tokens: FirstToken[] = [];
  for (const role of ROLES) {
    const expiresAt = role === "ADMIN" ? new Date(work.clock.now().getTime() + ADMIN_DAYS * DAY_MS) : null;
    const made = await createApiToken(work, { name: `First ${role.toLowerCase()}`, role, expiresAt });
    if (made instanceof UserError) throw new Error(made.message);
    tokens.push({ role, token: made.token, expiresAt });
  }
  return tokens;
}
