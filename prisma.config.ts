import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI wants a native schema engine, which its package downloads at install and which is missing where that is
// not allowed. It reads this file before it looks for one, so naming our stand-in here is early enough; somebody who
// has the native engine names it in the environment.
const engine = fileURLToPath(new URL("scripts/schema-engine.mjs", import.meta.url));
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= engine;
  allowExecution(engine);
} else if (["generate", "validate", "format"].includes(process.argv[2] ?? "")) {
  // Windows cannot execute a script; these three never start the engine and only want the file to exist.
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= engine;
}

// An archive or a copy may have lost the bit, and a checkout that cannot be written to must still work without it.
function allowExecution(path: string): void {
  try {
    chmodSync(path, 0o755);
  } catch {
    return;
  }
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only the commands that work on a database use it; without DATABASE_URL they say that this one does not answer.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/postgres" },
});
