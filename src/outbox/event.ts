import { Prisma } from "../generated/prisma/client.js";
import type { NodeType } from "../graphql/node-id.js";

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
  /** The name under which the act was done. */
  readonly actor: string;
  readonly actorId: string | null;
  readonly actorIssuer: string | null;
}

/**
 * The statement that writes events, which may follow a WITH clause. It takes the version of an article from its row as the
 * transaction has written it.
 *
 * Raw because Prisma cannot join this with another INSERT: an act and its event are one statement.
 */
export function insertEvents(events: readonly NewEvent[]): Prisma.Sql {
  return sql`
    INSERT INTO event (at, act, subject, subject_id, article_version, actor, actor_id, actor_issuer)
    SELECT coalesce(e.at, now()), e.act, e.subject, e."subjectId",
      CASE WHEN e.subject = 'Article' THEN (SELECT a.version FROM article a WHERE a.id = e."subjectId") END,
      e.actor, e."actorId", e."actorIssuer"
    FROM json_to_recordset(${JSON.stringify(events)}::json) AS e(at timestamptz, act text, subject text,
      "subjectId" uuid, actor text, "actorId" text, "actorIssuer" text)`;
}
