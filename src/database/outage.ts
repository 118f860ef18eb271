import { everyCause, sqlStateOf } from "./sql-state.js";
import { codeOf, messageOf } from "./startup-error.js";

/** Errors of the network, and names that are not resolved. */
const NETWORK = /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE)/u;

/**
 * SQLSTATE of a connection that failed (class 08), of a refused account or a missing database (28, 3D000), of a database
 * that shuts down, starts or is closed (57P, 55000 at the connection), of too many connections, a full disk or too little
 * memory (class 53), of a read-only database, and of a failed disk (58030).
 */
const UNAVAILABLE = /^(08...|28...|3D000|57P0[1-5]|53...|25006|58030)$/u;

/**
 * Prisma: unreachable, timed out, connection closed, too many connections, no free connection, and a transaction that
 * could not be started or was lost.
 */
const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2037", "P2024", "P2028"]);

/** What Prisma's adapter calls these. */
const KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TlsConnectionError",
]);

/** What the driver and its pool report without a code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|The server does not support SSL|.* is not currently accepting connections)/u;

const NAMES = new Set(["SilentConnectionError", "SessionError"]);

/** Whether an error means that the database is not available now, so that the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  return everyCause(error).some(isOutageItself);
}

/** Whether an error means that the database does not accept writes: its disk is full, or it is read-only. */
export function refusesWrites(error: unknown): boolean {
  return everyCause(error).some((cause) => /^(53100|25006)$/u.test(sqlStateOf(cause) ?? ""));
}

function isOutageItself(error: object): boolean {
  const code = codeOf(error) ?? "";
  if (NETWORK.test(code) || PRISMA.has(code) || UNAVAILABLE.test(sqlStateOf(error) ?? "")) return true;
  if ("kind" in error && typeof error.kind === "string" && KINDS.has(error.kind)) return true;
  return error instanceof Error && (NAMES.has(error.name) || MESSAGES.test(messageOf(error)));
}
