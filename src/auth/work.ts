import { type AuditDetail, type KeptNote, keptDetails } from "./audit-note.js";
import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Database, Transaction } from "../database/client.js";
import { addToLastStatement } from "../database/transaction.js";
import { Prisma } from "../generated/prisma/client.js";
import type { NodeType } from "../graphql/node-id.js";
import type { UserError } from "../graphql/user-errors.js";
import type { Clock } from "../lib/clock.js";
import { insertEvents, type NewEvent } from "../outbox/event.js";
import { postgresJson } from "../lib/postgres-json.js";
import { type Act, forbids, isEditorial } from "./acts.js";
import { isRace } from "./race.js";
import type { Actor } from "./role.js";

const { sql } = Prisma;

/** Which rules a text has to keep to be published. */
export interface PublishingRules {
  readonly requiresImageAlt: boolean;
  readonly requiresImageCredit: boolean;
  /** Whether no image is published after the last day of its use. */
  readonly checksImageExpiry: boolean;
  /** The time zone of the newsroom, which decides when a day begins. */
  readonly timeZone: string;
}

/** The rules where nothing else is set. */
export const DEFAULT_PUBLISHING_RULES: PublishingRules = {
  requiresImageAlt: true,
  requiresImageCredit: false,
  checksImageExpiry: true,
  timeZone: "UTC",
};

/** The rules as a part of Work; without rules it has the default ones. */
export function rulesOf(rules: PublishingRules | undefined): Pick<Work, "rules"> {
  return rules ? { rules } : {};
}

/** What a service needs to write: the database, the actor, and the source of time and new keys. */
export interface Work {
  readonly database: Database;
  readonly clock: Clock;
  /** A new key: a UUID, the later one the greater. */
  readonly newId: () => string;
  readonly actor: Actor;
  /** The rules of publishing; the default ones where absent. */
  readonly rules?: PublishingRules;
  /** The address that the request came from; null for commands and jobs of the server. */
  readonly origin: string | null;
  /** Whether the writes are part of a transaction that somebody else ends; see joinTransaction. */
  readonly isJoined?: boolean;
}

/** How often a write that met another one may run in all. */
const MAX_RUNS = 10;

/** The same write, waiting for all others that run again: many that want one slug get theirs one after the other. */
function inTurn<Result>(fn: (tx: Transaction) => Promise<Result>): (tx: Transaction) => Promise<Result> {
  return async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.reruns})`;
    return fn(tx);
  };
}

/** Carries an expected outcome out of a transaction, so that all it wrote is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: UserError) {
    super(refusal.message);
  }
}

/** Ends a write with an expected outcome: everything that it wrote so far is undone. */
export function refuse(refusal: UserError): never {
  throw new Refused(refusal);
}

/**
 * Runs an act in one transaction when the actor may do it, and returns its result, or the outcome that it was refused
 * with, of which nothing is written. `fn` may run several times: see Database.transaction, and isRace.
 */
export async function write<Result>(
  work: Work,
  act: Act,
  fn: (tx: Transaction) => Promise<Result>,
): Promise<Result | UserError> {
  const denied = forbids(work.actor, act);
  if (denied) return denied;
  // A transaction that failed takes no further statement, so only the caller that began it can run it again.
  const maxRuns = work.isJoined ? 1 : MAX_RUNS;
  for (let run = 1; ; run += 1) {
    try {
      return await work.database.transaction(run === 1 ? fn : inTurn(fn));
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      if (run >= maxRuns || !isRace(error)) throw error;
    }
  }
}

/** Ends a dry run: everything that it wrote is undone. */
class DryRunEnd extends Error {}

/**
 * Runs an act as `write` does, and returns what it would return; then everything that it wrote is undone. So a dry run
 * meets every rule that the write itself meets.
 */
export async function dryRun<Result>(
  work: Work,
  act: Act,
  fn: (tx: Transaction) => Promise<Result>,
): Promise<Result | UserError> {
  const results: Result[] = [];
  try {
    return await write<never>(work, act, async (tx) => {
      results.push(await fn(tx));
      throw new DryRunEnd();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
    const [result] = results.slice(-1);
    if (result === undefined) throw error;
    return result;
  }
}

/** The same work with every write joining one transaction, so that several writes are accepted or refused together. */
export function joinTransaction(work: Work, tx: Transaction): Work {
  return { ...work, isJoined: true, database: { ...work.database, transaction: (fn) => fn(tx) } };
}

/** What an act was done to, by its bare key; of an article with the version that the act made. */
export type Subject =
  | { readonly type: "Article"; readonly id: string; readonly version: number }
  | { readonly type: Exclude<NodeType, "Article"> | "ApiToken"; readonly id: string };

/** An act as the audit log and the events have it. */
type RecordedAct = Omit<NewEvent, "at" | "subject"> & {
  readonly id: string;
  readonly at: Date;
  readonly role: Actor["role"];
  readonly act: Act;
  readonly subject: Subject["type"];
  readonly detail: string | null;
  readonly notes: readonly KeptNote[];
  readonly origin: string | null;
};

const recorded = new WeakMap<Transaction, RecordedAct[]>();

/**
 * Adds an act to the audit log and, where it is editorial, to the events, in the act's own transaction: what is not recorded
 * was not done. The rows are written by the last statement of the transaction, in the order of the acts.
 */
export function record(
  work: Work,
  tx: Transaction,
  act: Act,
  subject: Subject,
  ...details: readonly AuditDetail[]
): void {
  const { actor, origin } = work;
  const entry: RecordedAct = {
    id: work.newId(),
    at: work.clock.now(),
    actor: actor.name,
    actorId: actor.id ?? null,
    actorIssuer: actor.issuer ?? null,
    role: actor.role,
    act,
    subject: subject.type,
    subjectId: subject.id,
    articleVersion: subject.type === "Article" ? subject.version : null,
    ...keptDetails(details),
    origin,
  };
  const acts = recorded.get(tx) ?? [];
  if (acts.length === 0) addToLastStatement(tx, () => insertActs(acts));
  recorded.set(tx, acts);
  acts.push(entry);
}

function insertActs(acts: readonly RecordedAct[]): Prisma.Sql {
  const events = acts.flatMap((act) => {
    const { subject } = act;
    return subject !== "ApiToken" && isEditorial(act.act) ? [{ ...act, subject }] : [];
  });
  const logged = sql`logged AS (
    INSERT INTO audit_entry (id, at, actor, actor_id, actor_issuer, role, act, subject, subject_id, detail, notes, origin)
    SELECT id, at, actor, "actorId", "actorIssuer", role, act, subject, "subjectId", detail, notes, origin
    FROM json_to_recordset(${postgresJson(acts)}::json) AS a(id uuid, at timestamptz, actor text, "actorId" text,
      "actorIssuer" text, role text, act text, subject text, "subjectId" uuid, detail text, notes jsonb, origin text))`;
  return events.length === 0 ? logged : sql`${logged}, noted AS (${insertEvents(events)})`;
}
