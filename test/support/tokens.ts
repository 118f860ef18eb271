import type { Actor, Role } from "../../src/auth/role.js";
import { createApiToken } from "../../src/auth/token.service.js";
import type { Database } from "../../src/database/client.js";
import { UserError } from "../../src/graphql/user-errors.js";
import { newId } from "../../src/lib/new-id.js";

const MAKER: Actor = { name: "Test operator", role: "ADMIN" };

/** The headers of a request by somebody of a role: of a token just made, or none for readers. */
export async function headersOf(
  database: Database,
  role: Role,
  name = `Test ${role.toLowerCase()}`,
): Promise<Readonly<Record<string, string>>> {
  if (role === "READER") return {};
  const work = { database, clock: { now: () => new Date("2000-01-01T00:00:00Z") }, newId, actor: MAKER, origin: null };
  const issued = await createApiToken(work, { name, role });
  if (issued instanceof UserError) throw new Error(issued.message);
  return { authorization: `Bearer ${issued.token}` };
}
