#!/usr/bin/env node
// Stands in for the native schema engine that Prisma's CLI would download: the same arguments and the same JSON-RPC
// over standard input and output, served by the WebAssembly build of that engine out of the npm registry. The file
// prisma.config.ts names it in PRISMA_SCHEMA_ENGINE_BINARY. Only the CLI uses it; the server applies migrations itself.
//
// The engine talks to PostgreSQL through @prisma/adapter-pg, three faults of which are corrected here (see `correct`):
// 1. executeScript cuts a script at every semicolon, also inside functions and DO blocks;
// 2. columns of the catalog's type "char" are refused;
// 3. the shadow database's connection opens the main database when that is given as an address.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client, escapeIdentifier } from "pg";

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

const args = process.argv.slice(2);
const datasource = JSON.parse(optionValues("--datasource")[0] ?? "{}");
const panic = watchPanics();
await loadEngine();

if (args.includes("--version")) {
  process.stdout.write(`schema-engine-cli ${bindings.version()}\n`);
} else if (args.includes("cli")) {
  await runCommand();
} else {
  serve();
}

function optionValues(name) {
  return args.flatMap((arg, index) => (arg === name ? [args[index + 1]] : []));
}

/** The engine hands a panic's words to this global before it traps. */
function watchPanics() {
  const registry = { message: "", set_message: (message) => Object.assign(registry, { message }) };
  globalThis.PRISMA_WASM_PANIC_REGISTRY = registry;
  return registry;
}

async function loadEngine() {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(readFileSync(glue.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** Log lines on standard error are JSON in the native engine's form; the CLI reads error codes out of them. */
function log(level, message, errorCode) {
  const fields = { message, error_code: errorCode };
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

// ---- databases ------------------------------------------------------------------------------------------------------

function databaseOf(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** Runs a statement in the server's maintenance database: one cannot create or drop the database one is in. */
async function administer(url, sql) {
  for (const database of ["postgres", "template1"]) {
    try {
      return await queryOnce(withDatabase(url, database), sql);
    } catch (error) {
      if (error.code !== "3D000" || database === "template1") throw error;
    }
  }
}

async function queryOnce(url, sql) {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url) {
  const name = databaseOf(url);
  await administer(url, `CREATE DATABASE ${escapeIdentifier(name)}`);
  return name;
}

async function openAdapter(url) {
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }, { schema }).connect();
  return mend(adapter);
}

function mend(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  const narrow = new WeakMap();
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    narrow.set(result.rows, disguiseCharColumns(result.fields));
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of narrow.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

function disguiseCharColumns(fields) {
  return fields.flatMap((field, column) => {
    if (field.dataTypeID !== CHAR_OID) return [];
    field.dataTypeID = BPCHAR_OID;
    return [column];
  });
}

/** Shadow databases that are open; the engine does not always dispose of one. */
const shadows = new Set();

async function openShadow() {
  if (datasource.shadowDatabaseUrl) return openAdapter(datasource.shadowDatabaseUrl);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const url = withDatabase(datasource.url, name);
  await createDatabase(url);
  const adapter = await openAdapter(url);
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    if (!shadows.delete(adapter)) return;
    await dispose();
    await administer(datasource.url, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`);
  };
  shadows.add(adapter);
  return adapter;
}

// ---- `schema-engine cli <command>` ----------------------------------------------------------------------------------

async function runCommand() {
  const { url } = datasource;
  try {
    if (args.includes("can-connect-to-database")) {
      await queryOnce(url, "SELECT 1");
      log("INFO", "Connection successful");
    } else if (args.includes("create-database")) {
      log("INFO", `Successfully created ${await createDatabase(url)}`);
    } else if (args.includes("drop-database")) {
      await administer(url, `DROP DATABASE IF EXISTS ${escapeIdentifier(databaseOf(url))} WITH (FORCE)`);
    }
  } catch (error) {
    const prismaCodes = {
      "3D000": "P1003",
      "42P04": "P1009",
      ECONNREFUSED: "P1001",
      ENOTFOUND: "P1001",
      "28P01": "P1000",
    };
    log("ERROR", error.message || String(error), prismaCodes[error.code] ?? "P1011");
    process.exitCode = 1;
  }
}

// ---- JSON-RPC -------------------------------------------------------------------------------------------------------

function serve() {
  const engine = lazily(() => {
    const datamodels = optionValues("--datamodels").map((file) => [file, readFileSync(file, "utf8")]);
    const factory = {
      provider: "postgres",
      adapterName: "dateline-schema-engine",
      connect: () => openAdapter(datasource.url),
      connectToShadowDb: openShadow,
    };
    const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
    return bindings.SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
  });
  // The engine is not made for two calls at once, so each waits for the one before.
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => {
    if (line.trim() !== "") queue = queue.then(() => answer(engine, JSON.parse(line)));
  });
  lines.on("close", () => void queue.then(disposeShadows).then(() => process.exit(0)));
}

async function disposeShadows() {
  for (const shadow of shadows) await shadow.dispose().catch((error) => log("WARN", error.message));
}

function lazily(create) {
  let value;
  return () => (value ??= create());
}

async function answer(engine, { id, method, params }) {
  // Without a method it is the acknowledgement of our own "print" below.
  if (method === undefined) return;
  try {
    const result = await call(engine, method, params ?? {});
    if (method === "diff" && typeof result?.stdout === "string") {
      send({ id: randomUUID(), method: "print", params: { content: result.stdout } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    const data = {
      is_panic: panic.message !== "",
      message: panic.message || error?.message || String(error),
      error_code: error?.code,
      meta: error?.meta ?? null,
    };
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  }
}

async function call(engine, method, params) {
  if (method === "createDatabase") {
    return { databaseName: await createDatabase(params.datasource?.url ?? datasource.url) };
  }
  const ready = await engine();
  if (method === "getDatabaseVersion") return ready.version(params);
  // These two read what the history of migrations amounts to from a cache that only devDiagnostic fills.
  if (method === "evaluateDataLoss" || method === "createMigration") {
    await ready.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  return ready[method](params);
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
