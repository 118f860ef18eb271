import { Client } from "pg";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

/** The oldest PostgreSQL that Dateline's SQL is written for. */
export const MINIMUM_POSTGRESQL = 14;

/** How long to wait for a connection, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Resolves when the server can live on the database at `url`, and changes nothing there.
 *
 * @throws StartupError when it is unreachable, refuses the account, does not exist, is older than MINIMUM_POSTGRESQL,
 * cannot be written to, does not speak UTF-8, or lacks the pg_trgm extension and the right to create it. No sentence
 * holds the password.
 */
export async function assertUsable(url: string, remedy = "check DATABASE_URL"): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: "dateline-check",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // What breaks later makes a statement fail, which is reported there.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await assertVersion(client);
    await assertWritable(client);
    await assertExtension(client);
  } catch (error) {
    throw error instanceof StartupError ? error : sentenceFor(error, url, remedy);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function assertVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major >= MINIMUM_POSTGRESQL) return;
  throw new StartupError(
    `The database is PostgreSQL ${major} and Dateline needs ${MINIMUM_POSTGRESQL} or newer; upgrade it or let ` +
      "DATABASE_URL name another server.",
  );
}

interface Abilities {
  readonly encoding: string;
  readonly is_standby: boolean;
  readonly may_create_tables: boolean;
}

/** A database that was migrated by another account is fine: then this one needs no right to create tables. */
const ABILITIES = `SELECT getdatabaseencoding() AS encoding,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS is_standby,
  to_regclass('_prisma_migrations') IS NOT NULL
    OR coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create_tables`;

async function assertWritable(client: Client): Promise<void> {
  const { rows } = await client.query<Abilities>(ABILITIES);
  const abilities = rows[0];
  if (abilities === undefined) throw new Error("no answer to a query for one row");
  if (abilities.encoding !== "UTF8") {
    throw new StartupError(
      `The database is encoded in ${abilities.encoding} and cannot hold every language; create one with ENCODING 'UTF8'.`,
    );
  }
  if (abilities.is_standby) {
    throw new StartupError("The database can only be read; let DATABASE_URL name the primary server.");
  }
  if (!abilities.may_create_tables) {
    throw new StartupError(
      "The database account may not create tables; let the owner run GRANT CREATE ON SCHEMA public TO that account.",
    );
  }
}

async function assertExtension(client: Client): Promise<void> {
  // Rights differ between providers too much to be read out of a catalog: trying and rolling back is reliable.
  await client.query("BEGIN");
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
  } catch (cause) {
    // Another starter created it this very moment.
    if (codeOf(cause) !== "23505") throw extensionSentence(cause);
  } finally {
    await client.query("ROLLBACK");
  }
}

function extensionSentence(cause: unknown): StartupError {
  const isForbidden = codeOf(cause) === "42501";
  return new StartupError(
    isForbidden
      ? "The database account may not create the pg_trgm extension; let an administrator run CREATE EXTENSION pg_trgm " +
          "in that database."
      : `The database server has no pg_trgm extension (${messageOf(cause)}); install PostgreSQL's contrib package there.`,
    { cause },
  );
}

function sentenceFor(error: unknown, url: string, remedy: string): StartupError {
  const { host, database, user } = partsOf(url);
  const sentences: Record<string, string> = {
    "28P01": `The database at ${host} refused the password of ${user}; ${remedy}.`,
    "28000": `The database at ${host} refused the account ${user} (${messageOf(error)}); ${remedy}.`,
    "3D000": `The server at ${host} has no database ${database}; create it or ${remedy}.`,
    "42501": `The account ${user} may not use the database ${database} (${messageOf(error)}); let its owner grant that.`,
    "53300": `The database at ${host} has no connection left; end some or raise its max_connections.`,
    "57P03": `The database at ${host} is not ready (${messageOf(error)}); try again in a moment.`,
  };
  const sentence =
    sentences[codeOf(error) ?? ""] ??
    (isUnreachable(error)
      ? `The database at ${host} cannot be reached (${messageOf(error)}); start it or ${remedy}.`
      : `The database ${database} at ${host} cannot be used (${messageOf(error)}); ${remedy}.`);
  return new StartupError(sentence, { cause: error });
}

const NETWORK_ERRORS = /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE)/;

function isUnreachable(error: unknown): boolean {
  const code = codeOf(error) ?? "";
  return NETWORK_ERRORS.test(code) || /timeout|Connection terminated/i.test(messageOf(error));
}

function partsOf(url: string): { host: string; database: string; user: string } {
  const { hostname, port, pathname, username } = new URL(url);
  return {
    host: `${hostname || "localhost"}:${port || "5432"}`,
    database: `"${decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username)}"`,
    user: `"${decodeURIComponent(username)}"`,
  };
}
