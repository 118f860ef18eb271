import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "../../src/database/migrate.js";
import { MIGRATIONS_DIR, readMigrations } from "../../src/database/migrations.js";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";
import { TEMPLATE_DATABASE } from "../support/global-setup.js";
import {
  build,
  cleanUp,
  dataFolder,
  refusedServer,
  runCommand,
  startServer,
  temporaryFolder,
  withClient,
} from "./support/processes.js";

beforeAll(build);
afterAll(cleanUp);

async function databaseFrom(template?: string): Promise<string> {
  const url = await createEmptyDatabase(template);
  onTestFinished(() => dropDatabase(url));
  return url;
}

/** A database as the version left it whose last migration is not in this one's place yet. */
async function olderDatabase(): Promise<{ url: string; missing: string }> {
  const all = await readMigrations(MIGRATIONS_DIR);
  const dir = await temporaryFolder();
  for (const { name } of all.slice(0, -1)) await cp(join(MIGRATIONS_DIR, name), join(dir, name), { recursive: true });
  const url = await databaseFrom();
  await migrate(url, dir);
  return { url, missing: all.at(-1)?.name ?? "" };
}

/** A database that a newer version than this one has migrated. */
async function newerDatabase(sql: string): Promise<string> {
  const dir = await temporaryFolder();
  await cp(MIGRATIONS_DIR, dir, { recursive: true });
  await mkdir(join(dir, "99991231000000_future"));
  await writeFile(join(dir, "99991231000000_future", "migration.sql"), sql);
  const url = await databaseFrom(TEMPLATE_DATABASE);
  await migrate(url, dir);
  return url;
}

async function appliedIn(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations ORDER BY name"),
  );
  return rows.map(({ name }) => name);
}

describe("a database of an older version", () => {
  it("is refused by every command except migrate, and left unchanged", async () => {
    const { url, missing } = await olderDatabase();
    const before = await appliedIn(url);
    const file = join(await temporaryFolder(), "copy.txt");
    await writeFile(file, "PORT MALDEN – The mole opens on Friday.");
    for (const args of [["token", "list"], ["export"], ["import", file]]) {
      const { status, stdout, stderr } = await runCommand(args, { DATABASE_URL: url });
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`1 of its migrations are missing (the first is ${missing}); start the server`);
    }
    expect(await appliedIn(url)).toEqual(before);
    const migrated = await runCommand(["migrate"], { DATABASE_URL: url });
    expect(migrated).toMatchObject({ status: 0, stdout: `${missing}\n` });
    expect(migrated.stderr).toBe("1 migration was applied in the PostgreSQL of DATABASE_URL.\n");
    expect(await appliedIn(url)).toEqual([...before, missing]);
    expect((await runCommand(["token", "list"], { DATABASE_URL: url })).status).toBe(0);
    expect((await runCommand(["migrate"], { DATABASE_URL: url })).stderr).toMatch(/^Nothing to do/);
  });
});

describe("an empty database", () => {
  it("is set up by a command where it is the embedded one and no server runs, and refused elsewhere", async () => {
    const embedded = await runCommand(["export"], { DATA_DIR: await dataFolder() });
    expect([embedded.status, embedded.stdout]).toEqual([0, ""]);
    const url = await databaseFrom();
    const refused = await runCommand(["export"], { DATABASE_URL: url });
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/older than this version/)]);
  });
});

describe("a database of a newer version", () => {
  it("serves the older server and its commands where the migrations are declared as compatible", async () => {
    const url = await newerDatabase(
      "-- Compatibility: expand\nALTER TABLE person ADD COLUMN pronouns text; CREATE TABLE shelf (name text);",
    );
    const token = await runCommand(["token", "create", "--role", "author", "--name", "N"], { DATABASE_URL: url });
    const secret = token.stdout.trimEnd().split("\n").at(-1);
    const server = await startServer({ DATABASE_URL: url });
    const mutation = 'mutation { createPerson(input: { name: "Ada Quill" }) { __typename } }';
    expect(await server.ask(mutation, {}, secret)).toEqual({
      data: { createPerson: { __typename: "CreatePersonPayload" } },
    });
    await server.process.stop();
  });

  it("is refused where they are not", async () => {
    const url = await newerDatabase("ALTER TABLE person RENAME COLUMN role TO office;");
    const refused = /migrated by a newer version with which this one is not compatible \(99991231000000_future\)/;
    expect(await refusedServer({ DATABASE_URL: url })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(refused),
    });
    const command = await runCommand(["token", "list"], { DATABASE_URL: url });
    expect(command).toMatchObject({ status: 1, stderr: expect.stringMatching(refused) });
  });
});
