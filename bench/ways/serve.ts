import { createServer, type RequestListener } from "node:http";
import { Pool, types } from "pg";

/** Serves on the loopback port that the parent chose, and ends with the parent. */
export function serve(listener: RequestListener): void {
  createServer(listener).listen(Number(process.env["PORT"]), "127.0.0.1");
  process.on("disconnect", () => process.exit(0));
}

/** As many connections as the application opens where nothing else is set. */
export function createPool(): Pool {
  // A day stays the text that PostgreSQL sends.
  types.setTypeParser(types.builtins.DATE, String);
  return new Pool({ connectionString: process.env["DATABASE_URL"], max: 10, options: "-c TimeZone=UTC" });
}
