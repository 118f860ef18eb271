import { Client, type ClientBase, type Pool } from "pg";
import { interceptQueries } from "./intercept.js";

/*
 * What keeps the sessions of a pool trustworthy: each runs in UTC, and one that is silent is dropped.
 */

/** A connection on which a query was not answered in time. It has been destroyed, so the query's outcome is unknown. */
export class SilentConnectionError extends Error {
  override readonly name = "SilentConnectionError";

  constructor(timeoutMs: number) {
    super(`The database did not answer within ${timeoutMs} ms; the connection was dropped.`);
  }
}

/** A session that cannot be used, because the settings it was opened with were not applied. */
export class SessionError extends Error {
  override readonly name = "SessionError";
}

/**
 * Resolves when a new session runs in UTC. Prisma's adapter discards the offset of a moment, so a session in another
 * zone would silently shift every moment that it reads.
 *
 * @throws SessionError when something between server and database has discarded the setting.
 */
export async function assertUtc(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ zone: string }>("SELECT current_setting('TimeZone') AS zone");
  const zone = rows[0]?.zone ?? "unknown";
  if (zone === "UTC") return;
  throw new SessionError(
    `The database sessions run in the time zone ${zone} although UTC was requested; connect without a pooler that ` +
      "discards start-up options, or run ALTER DATABASE … SET timezone TO 'UTC'.",
  );
}

/** Drops silent connections: after a failover, a connection that looks open may never answer again. */
export class SilenceWatch {
  /** The connections on which no query is in progress, and those on which some are. */
  readonly #queries = new Map<ClientBase, number>();

  /** @param timeoutMs How long a query may take before its connection is dropped; 0 is no limit. */
  constructor(
    pool: Pool,
    readonly timeoutMs: number,
  ) {
    pool.on("connect", (client) => this.#watch(client));
    pool.on("remove", (client) => void this.#queries.delete(client));
  }

  /**
   * Drops every connection on which no query is in progress: when one connection is silent, the others that were opened
   * before are suspect. The pool opens new ones.
   */
  dropIdle(): void {
    for (const [client, count] of this.#queries) {
      if (count === 0) destroy(client, this.timeoutMs);
    }
  }

  #watch(client: ClientBase): void {
    this.#queries.set(client, 0);
    interceptQueries(client, () => {
      this.#count(client, 1);
      const timer = this.timeoutMs === 0 ? undefined : setTimeout(() => this.#dropSilent(client), this.timeoutMs);
      return () => {
        clearTimeout(timer);
        this.#count(client, -1);
      };
    });
  }

  #count(client: ClientBase, change: number): void {
    const count = this.#queries.get(client);
    if (count !== undefined) this.#queries.set(client, count + change);
  }

  #dropSilent(client: ClientBase): void {
    destroy(client, this.timeoutMs);
    this.dropIdle();
  }
}

/** The driver fails every query of the connection with this error, and its pool removes it. */
function destroy(client: ClientBase, timeoutMs: number): void {
  cutConnection(client, new SilentConnectionError(timeoutMs));
}

/** Closes the connection at once, without the leave of the database. */
export function cutConnection(client: ClientBase, error?: Error): void {
  if (client instanceof Client) client.connection.stream.destroy(error);
}
