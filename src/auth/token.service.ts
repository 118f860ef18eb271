import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "../database/client.js";
import { decodeUuid, encodeUuid } from "../lib/uuid.js";
import { Issues, RULES } from "../validation/issues.js";
import { NotFoundError, type UserError } from "../graphql/user-errors.js";
import { isReservedName } from "./reserved-names.js";
import type { Actor, Role } from "./role.js";
import { record, refuse, type Work, write } from "./work.js";

/*
 * API tokens look like `dln_<id>_<secret>`. The id finds the row; the secret is compared with a hash in constant time.
 * A secret of 32 random bytes needs no slow hash: there is nothing to guess.
 */

/** The prefix of every token, by which scanners recognise leaked secrets. */
const PREFIX = "dln_";
const SECRET_BYTES = 32;

/** A whole token: the prefix, an id of 22 characters and a secret of 43. */
const TOKEN = /^dln_([\w-]{22})_([\w-]{43})$/;

/** A token that was just made; it cannot be shown again. */
export interface IssuedToken {
  /** The bare key. */
  readonly tokenId: string;
  readonly token: string;
}

/** Who a token is for. */
export interface TokenRequest {
  readonly name: string;
  readonly role: Role;
  /** When the token expires; null if it is valid until it is revoked. */
  readonly expiresAt?: Date | null | undefined;
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Makes a token. */
export async function createApiToken(work: Work, request: TokenRequest): Promise<IssuedToken | UserError> {
  return write(work, "createApiToken", async (tx) => {
    const issues = new Issues();
    const name = issues.text(request.name, ["input", "name"], RULES.line);
    const now = work.clock.now();
    if (request.expiresAt && request.expiresAt <= now)
      issues.add(["input", "expiresAt"], "The moment has passed.", { reason: "MOMENT_PASSED" });
    if (isReservedName(name))
      issues.add(["input", "name"], "The server itself acts under this name; choose another.", {
        reason: "RESERVED_NAME",
      });
    if (issues.error) refuse(issues.error);
    const tokenId = work.newId();
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const row = {
      id: tokenId,
      name,
      role: request.role,
      hash: hashOf(secret),
      createdAt: now,
      createdBy: work.actor.name,
    };
    await tx.apiToken.create({ data: { ...row, expiresAt: request.expiresAt ?? null }, select: { id: true } });
    record(work, tx, "createApiToken", { type: "ApiToken", id: tokenId }, `${name} (${request.role})`);
    return { tokenId, token: `${PREFIX}${encodeUuid(tokenId)}_${secret}` };
  });
}

/** Makes a token useless at once. Doing it again changes nothing. */
export async function revokeApiToken(
  work: Work,
  input: { readonly id: string },
): Promise<{ tokenId: string } | UserError> {
  return write(work, "revokeApiToken", async (tx) => {
    const tokenId = decodeUuid(input.id);
    const row = tokenId === null ? null : await tx.apiToken.findUnique({ where: { id: tokenId } });
    if (!row) return refuse(new NotFoundError("There is no token of this id.", ["input", "id"]));
    if (row.revokedAt === null) {
      await tx.apiToken.update({ where: { id: row.id }, data: { revokedAt: work.clock.now() }, select: { id: true } });
      record(work, tx, "revokeApiToken", { type: "ApiToken", id: row.id }, row.name);
    }
    return { tokenId: row.id };
  });
}

/** The bare key of the API token that a text names, whether or not there is one; null when it has another form. */
export function tokenIdOf(token: string): string | null {
  const [, id = ""] = TOKEN.exec(token) ?? [];
  return decodeUuid(id);
}

/** Whether a text looks like an API token, whether it is valid or not. */
export function isApiToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** The actor of a token; null when it is unknown, revoked or expired. */
export async function actorOfToken(database: Database, token: string, now: Date): Promise<Actor | null> {
  const [, id = "", secret = ""] = TOKEN.exec(token) ?? [];
  const tokenId = decodeUuid(id);
  if (tokenId === null) return null;
  const row = await database.prisma.apiToken.findUnique({ where: { id: tokenId } });
  // Compared also when there is no row, so that timing reveals nothing.
  const isSame = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(row?.hash ?? hashOf("")));
  if (!row || !isSame || row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null;
  return { name: row.name, role: row.role as Role, id: encodeUuid(row.id) };
}
