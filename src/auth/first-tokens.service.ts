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
}

/** Makes one token for each role that writes, where there are no tokens yet; nothing where there are. */
export async function issueFirstTokens(work: Work): Promise<readonly FirstToken[]> {
  if ((await work.database.prisma.apiToken.count()) > 0) return [];
  const tokens: FirstToken[] = [];
  for (const role of ROLES) {
    const made = await createApiToken(work, { name: `First ${role.toLowerCase()}`, role });
    if (made instanceof UserError) throw new Error(made.message);
    tokens.push({ role, token: made.token });
  }
  return tokens;
}
