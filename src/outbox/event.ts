import { Prisma } from "../generated/prisma/client.js";
import type { NodeType } from "../graphql/node-id.js";
import { postgresJson } from "../lib/postgres-json.js";

const { sql } = Prisma;

/** What happened: an editorial act, as its transaction writes it. */
export interface NewEvent {
  /** Null: the moment at which the transaction began, by the clock of the database. */
  readonly at: Date | null;
  /** The name of the act. */
  readonly act: string;
  readonly subject: NodeType;
  /** A bare key. */
  readonly subjectId: string;
  /** The version of the article after the act; null where the subject is no article. */
  readonly articleVersion: number | null;
  /** The name under which the act was done. */
  readonly actor: string;
  readonly actorId: string | null;
  readonly actorIssuer: string | null;
}

/**
 * The statement that writes events, in their order. Raw because an act and its event are one statement, of which this is a
 * part.
 */
export function insertEvents(events: readonly NewEvent[]): Prisma.Sql {
  return sql`
    INSERT INTO event (at, act, subject, subject_id, article_version, actor, actor_id, actor_issuer)
    SELECT coalesce(e.at, now()), e.act, e.subject, e."subjectId",
      e."articleVersion", e.actor, e."actorId", e."actorIssuer"
    FROM json_to_recordset(${postgresJson(events)}::json) AS e(at timestamptz, act text, subject text,
      "subjectId" uuid, "articleVersion" integer, actor text, "actorId" text, "actorIssuer" text)`;
}
