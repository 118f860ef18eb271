import { UserError } from "../graphql/user-errors.js";
import { formatTable } from "../lib/table.js";
import { UsageError } from "../lib/usage-error.js";
import { Role } from "./role.js";
import { createApiToken, revokeApiToken } from "./token.service.js";
import { encodeUuid } from "../lib/uuid.js";
import type { Work } from "./work.js";

/** The parsed command line. */
export interface TokenCommand {
  readonly verb: string | undefined;
  readonly id: string | undefined;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  /** How many days the token works. */
  readonly days?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes, lists or revokes tokens, and returns what to print; the last line of a creation is the token alone. */
export async function runTokenCommand(work: Work, command: TokenCommand): Promise<string> {
  switch (command.verb) {
    case "create":
      return create(work, command);
    case "list":
      return list(work);
    case "revoke":
      return revoke(work, command.id);
    default:
      throw new UsageError("A token command is create, list or revoke.");
  }
}

async function create(work: Work, { role, name, days }: TokenCommand): Promise<string> {
  const wanted = role?.toUpperCase();
  if (wanted === undefined || !isRole(wanted)) {
    throw new UsageError(`--role must be one of ${Object.keys(Role).join(", ").toLowerCase()}.`);
  }
  if (name === undefined) throw new UsageError('--name "…" says under which name the token acts.');
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new UsageError("--days must be a whole number from 1 on.");
  const expiresAt = days === undefined ? null : new Date(work.clock.now().getTime() + Number(days) * DAY_MS);
  const made = await createApiToken(work, { name, role: wanted, expiresAt });
  if (made instanceof UserError) throw new UsageError(made.message);
  return `Made for ${name} (${wanted}), id ${encodeUuid(made.tokenId)}. It is shown this once:\n${made.token}`;
}

function isRole(value: string): value is Role {
  return Object.hasOwn(Role, value);
}

async function list({ database }: Work): Promise<string> {
  const tokens = await database.prisma.apiToken.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  const rows = tokens.map(({ id, name, role, createdAt, expiresAt, revokedAt }) => [
    encodeUuid(id),
    name,
    role,
    createdAt.toISOString(),
    expiresAt?.toISOString() ?? "",
    revokedAt?.toISOString() ?? "",
  ]);
  return formatTable(["id", "name", "role", "made", "expires", "revoked"], rows);
}

async function revoke(work: Work, id: string | undefined): Promise<string> {
  if (id === undefined) throw new UsageError("Name the id of the token to revoke; `list` shows it.");
  const revoked = await revokeApiToken(work, { id });
  if (revoked instanceof UserError) throw new UsageError(revoked.message);
  return `The token ${id} works no more.`;
}
