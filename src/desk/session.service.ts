import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor, Role } from "../auth/role.js";
import type { Database } from "../database/client.js";
import type { Clock } from "../lib/clock.js";
import { decodeUuid, encodeUuid } from "../lib/uuid.js";

/*
 * A session is a row whose key and secret are in a cookie, `<id>_<secret>`. It is of an API token, whose name, role and
 * end apply at every request, or of somebody that an issuer identified.
 */

/** What sessions are made and found with. */
export interface DeskSessions {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Seconds after which a session ends, however much it is used: longer than a shift. */
export const SESSION_S = 12 * 60 * 60;

const SECRET_BYTES = 32;
const SESSION_KEY = /^([\w-]{22})_([\w-]{43})$/;

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** Begins a session of an actor and returns the value of its cookie. DeskSessions that have ended are deleted. */
export async function beginSession({ database, clock, newId }: DeskSessions, actor: Actor): Promise<string> {
  const now = clock.now();
  const id = newId();
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const tokenId = actor.issuer === undefined && actor.id !== undefined ? decodeUuid(actor.id) : null;
  await database.prisma.deskSession.deleteMany({ where: { expiresAt: { lte: now } } });
  const row = {
    id,
    hash: hashOf(secret).toString("hex"),
    tokenId,
    issuer: actor.issuer ?? null,
    subject: tokenId === null ? (actor.id ?? null) : null,
    name: actor.name,
    role: actor.role,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_S * 1000),
  };
  await database.prisma.deskSession.create({ data: row, select: { id: true } });
  return `${encodeUuid(id)}_${secret}`;
}

/** The row of a session that has not ended, with its token. */
async function openSession({ database, clock }: DeskSessions, key: string) {
  const [, id = "", secret = ""] = SESSION_KEY.exec(key) ?? [];
  const sessionId = decodeUuid(id);
  if (sessionId === null) return null;
  const row = await database.prisma.deskSession.findUnique({ where: { id: sessionId }, include: { token: true } });
  const isSame = timingSafeEqual(hashOf(secret), Buffer.from(row?.hash ?? hashOf("").toString("hex"), "hex"));
  return row && isSame && row.expiresAt > clock.now() ? row : null;
}

/** Who a session is of; null when it is unknown or has ended, or when its token was revoked or has expired. */
export async function actorOfSession(sessions: DeskSessions, key: string): Promise<Actor | null> {
  const row = await openSession(sessions, key);
  if (!row) return null;
  const { token, name, role, subject, issuer } = row;
  // The column's values are those of Role; only this module writes them.
  if (!token) return { name, role: role as Role, ...(subject !== null && issuer !== null && { id: subject, issuer }) };
  const hasEnded = token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= sessions.clock.now());
  return hasEnded ? null : { name: token.name, role: token.role as Role, id: encodeUuid(token.id) };
}

/** Ends a session, or all sessions of the same token or person. Nothing happens when the session has ended. */
export async function endSession(sessions: DeskSessions, key: string, isEverywhere: boolean): Promise<void> {
  const row = await openSession(sessions, key);
  if (!row) return;
  const { id, tokenId, issuer, subject } = row;
  const all = tokenId === null ? { tokenId, issuer, subject } : { tokenId };
  await sessions.database.prisma.deskSession.deleteMany({ where: isEverywhere ? all : { id } });
}
