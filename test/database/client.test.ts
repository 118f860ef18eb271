import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { createDatabase } from "../../src/database/client.js";
import { newId } from "../../src/lib/new-id.js";
import { createStatementNames } from "../../src/database/prepared.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.read("CREATE TABLE desk (name text PRIMARY KEY, lines integer NOT NULL)");
  await db.database.read("INSERT INTO desk VALUES ('city', 0), ('world', 0)");
});
afterEach(() => {
  db.statements.length = 0;
});
afterAll(() => db.close());

test("read returns typed rows: moments as Date, days as text, whole numbers as number, in every zone", async () => {
  const rows = await db.database.read<{
    at: Date;
    on: string;
    count: number;
    price: string;
    tags: string[];
    doc: object;
  }>(
    `SELECT '2025-05-27 23:30:00+03:30'::timestamptz AS at, '2025-05-27'::date AS on, count(*) AS count,
            $1::numeric AS price, ARRAY['a', 'b'] AS tags, '{"b": 1}'::jsonb AS doc FROM desk`,
    ["1.10"],
  );
  expect(rows).toEqual([
    {
      at: new Date("2025-05-27T20:00:00Z"),
      on: "2025-05-27",
      count: 2,
      price: "1.10",
      tags: ["a", "b"],
      doc: { b: 1 },
    },
  ]);
});

test("Prisma reads back the moment and the day that it wrote, whatever the process's zone", async () => {
  expect(new Date("2025-01-01T00:00:00Z").getTimezoneOffset()).not.toBe(0);
  const at = new Date("2025-05-27T20:00:00.123Z");
  const [row] = await db.database.prisma.$queryRaw<
    [{ at: Date; on: Date }]
  >`SELECT ${at}::timestamptz AS at, '2025-05-27'::date AS on`;
  expect(row).toEqual({ at, on: new Date("2025-05-27T00:00:00Z") });
});

test("every statement is heard of: hand-written, Prisma's, and those of a transaction, with its rows", async () => {
  await db.database.read("SELECT name FROM desk WHERE name = ANY ($1)", [["city", "world"]]);
  await db.database.prisma.topic.count();
  await db.database.transaction((tx) => tx.$executeRaw`UPDATE desk SET lines = 0`);
  const heard = db.statements.map(({ sql, rows }) => [sql.trim().replace(/ .*/s, ""), rows]);
  expect(heard).toEqual([
    ["SELECT", 2],
    ["SELECT", 1],
    ["BEGIN", 0],
    ["UPDATE", 2],
    // Looks for changes that a search has to know.
    ["WITH", 0],
    ["COMMIT", 0],
  ]);
  expect(db.statements[0]).toMatchObject({ params: [["city", "world"]], durationMs: expect.any(Number) });
});

test("a statement that fails is heard of and fails as before", async () => {
  await expect(db.database.read("SELECT 1/0")).rejects.toThrow("division by zero");
  expect(db.statements.map(({ sql, rows }) => ({ sql, rows }))).toEqual([{ sql: "SELECT 1/0", rows: 0 }]);
});

test("a text is prepared once for each connection, and a very long one never", async () => {
  const one = await createTestDatabase({ poolSize: 1 });
  onTestFinished(one.close);
  const sql = "SELECT $1::int AS number";
  await one.database.read(sql, [1]);
  await one.database.read(sql, [2]);
  const prepared = await one.database.read("SELECT statement FROM pg_prepared_statements WHERE statement = $1", [sql]);
  expect(prepared).toEqual([{ statement: sql }]);

  const nameOf = createStatementNames();
  expect(nameOf("SELECT 1")).toBe(nameOf("SELECT 1"));
  expect(nameOf("SELECT 2")).not.toBe(nameOf("SELECT 1"));
  expect(nameOf(`SELECT 1${" ".repeat(30_000)}`)).toBeUndefined();
  // Planned with its values each time.
  expect(nameOf("SELECT 1 WHERE 'a' LIKE contains_pattern($1)")).toBeUndefined();
  expect(nameOf("SELECT 1 WHERE strpos('a', $1) > 0")).toBeUndefined();
});

test("a connection keeps the statements that it used last, however many come, also in a transaction that failed", async () => {
  const one = await createTestDatabase({ poolSize: 1 });
  onTestFinished(one.close);
  const odd = (at: number): string => `SELECT ${at} AS number ${" ".repeat(20_000)}`;
  const usual = "SELECT 'usual' AS word";
  for (let at = 0; at < 30; at += 1) {
    expect(await one.database.read(odd(at))).toEqual([{ number: at }]);
    expect(await one.database.read(usual)).toEqual([{ word: "usual" }]);
    if (at % 10 !== 5) continue;
    const failing = one.database.transaction(async (tx) => {
      await tx.$executeRawUnsafe("SELECT 1/0").catch(() => undefined);
      await tx.$queryRawUnsafe(odd(100 + at));
    });
    await expect(failing).rejects.toThrow("current transaction is aborted");
  }
  const [kept] = await one.database.read<{ statements: number; length: number; usual: boolean }>(
    `SELECT count(*) AS statements, sum(length(statement)) AS length, bool_or(statement = $1) AS usual
     FROM pg_prepared_statements`,
    [usual],
  );
  expect(kept?.usual).toBe(true);
  expect(Number(kept?.length)).toBeLessThanOrEqual(200_000);
  expect(Number(kept?.statements)).toBeGreaterThan(5);
  // What was closed is prepared again.
  expect(await one.database.read(odd(0))).toEqual([{ number: 0 }]);
});

test("hand-written statements of a transaction are executed in the order of their calls, between those of Prisma", async () => {
  const seen = await db.database.transaction(async (tx) => {
    const id = newId();
    const [, before] = await Promise.all([
      tx.$executeRaw`INSERT INTO topic (id, slug, name) VALUES (${id}::uuid, 'order', 'Order')`,
      tx.$queryRaw`SELECT name FROM topic WHERE slug = 'order'`,
    ]);
    await tx.topic.update({ where: { id }, data: { name: "Ordered" } });
    const after = await tx.$queryRaw`SELECT name FROM topic WHERE slug = 'order'`;
    return { before, after };
  });
  expect(seen).toEqual({ before: [{ name: "Order" }], after: [{ name: "Ordered" }] });
});

test("no statement of a transaction is executed after its time limit", async () => {
  const late = db.database.transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_sleep(0.3)::text`;
      await tx.$executeRaw`INSERT INTO topic (id, slug, name) VALUES (${newId()}::uuid, 'late', 'Late')`;
    },
    { timeoutMs: 50 },
  );
  await expect(late).rejects.toThrow(/expired transaction|Transaction already closed/);
  expect(await db.database.read("SELECT 1 FROM topic WHERE slug = 'late'")).toEqual([]);
});

test("statements for readers have less time and connections of their own", async () => {
  const split = createDatabase({ url: db.url, poolSize: 1, readerPoolSize: 1, readerTimeoutMs: 100 });
  onTestFinished(() => split.close());
  await expect(split.readAnswer("SELECT pg_sleep(20)", [], "READERS")).rejects.toMatchObject({ code: "57014" });
  const slow = split.read("SELECT pg_sleep(0.5)");
  const first = await Promise.race([
    slow.then(() => "newsroom"),
    split.readAnswer("SELECT 1", [], "READERS").then(() => "reader"),
  ]);
  expect(first).toBe("reader");
  await slow;
});

test("readiness is probed on a connection of its own", async () => {
  const busy = createDatabase({ url: db.url, poolSize: 1 });
  onTestFinished(() => busy.close());
  const held = await busy.pool.connect();
  expect(await busy.probe()).toBe("WRITE");
  held.release();
});

test.each([
  ["parsed", "SELECT json_build_object('text', repeat('é', $1)) AS json"],
  ["passed on", "SELECT json_build_object('text', repeat('é', $1))::text AS json"],
])("a row that is larger than an answer may be is not %s, and reported with its size", async (_name, sql) => {
  const small = createDatabase({ url: db.url, poolSize: 1, maxAnswerBytes: 1_000 });
  onTestFinished(() => small.close());
  expect(await small.readAnswer(sql, [400], "READERS")).toHaveLength(1);
  await expect(small.readAnswer(sql, [600], "READERS")).rejects.toMatchObject({ bytes: 1213, maxBytes: 1_000 });
  // The connection is as good as before, and other reads are not limited.
  expect(await small.readAnswer(sql, [400], "READERS")).toHaveLength(1);
  expect(await small.read(sql, [600])).toHaveLength(1);
});

test("a transaction that meets a serialization failure runs again and both writes count", async () => {
  let runs = 0;
  const isolationLevel = "Serializable" as const;
  const both = barrier(2);
  const addLine = () =>
    db.database.transaction(
      async (tx) => {
        runs += 1;
        const [row] = await tx.$queryRaw<[{ sum: number }]>`SELECT sum(lines)::int AS sum FROM desk`;
        await both();
        await tx.$executeRaw`UPDATE desk SET lines = ${row.sum + 1} WHERE name = 'city'`;
      },
      { isolationLevel },
    );
  await Promise.all([addLine(), addLine()]);
  expect(runs).toBeGreaterThan(2);
  expect(await db.database.read("SELECT lines FROM desk WHERE name = 'city'")).toEqual([{ lines: 2 }]);
});

test("a serialization failure that shows only at the commit is met the same way", async () => {
  await db.database.read("UPDATE desk SET lines = 0");
  let runs = 0;
  const bothWrote = barrier(2);
  const bothRead = barrier(2);
  const copySum = (name: string) =>
    db.database.transaction(
      async (tx) => {
        runs += 1;
        const [row] = await tx.$queryRaw<[{ sum: number }]>`SELECT sum(lines)::int AS sum FROM desk`;
        await bothRead();
        await tx.$executeRaw`UPDATE desk SET lines = ${row.sum + 1} WHERE name = ${name}`;
        await bothWrote();
      },
      { isolationLevel: "Serializable" },
    );
  await Promise.all([copySum("city"), copySum("world")]);
  expect(runs).toBe(3);
  const lines = await db.database.read<{ lines: number }>("SELECT lines FROM desk ORDER BY lines");
  expect(lines).toEqual([{ lines: 1 }, { lines: 2 }]);
});

test("a transaction that meets a deadlock runs again", async () => {
  let runs = 0;
  const both = barrier(2);
  const touch = (first: string, second: string) =>
    db.database.transaction(async (tx) => {
      runs += 1;
      await tx.$executeRaw`UPDATE desk SET lines = 9 WHERE name = ${first}`;
      await both();
      await tx.$executeRaw`UPDATE desk SET lines = 9 WHERE name = ${second}`;
    });
  await Promise.all([touch("city", "world"), touch("world", "city")]);
  expect(runs).toBe(3);
});

test("a transaction fails after its attempts, and at once on any other error", async () => {
  let runs = 0;
  const conflict = db.database.transaction(
    async (tx) => {
      runs += 1;
      await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
    },
    { maxAttempts: 3 },
  );
  await expect(conflict).rejects.toThrow(/again/);
  expect(runs).toBe(3);
  const fault = db.database.transaction(async (tx) => {
    runs += 1;
    await tx.$executeRaw`INSERT INTO desk VALUES ('sports', 1)`;
    throw new Error("a fault of ours");
  });
  await expect(fault).rejects.toThrow("a fault of ours");
  expect(runs).toBe(4);
  expect(await db.database.read("SELECT FROM desk WHERE name = 'sports'")).toEqual([]);
});

test("a statement that runs too long is cancelled", async () => {
  const slow = createDatabase({ url: db.url, poolSize: 1, statementTimeoutMs: 50 });
  onTestFinished(() => slow.close());
  await expect(slow.read("SELECT pg_sleep(10)")).rejects.toThrow(/statement timeout/);
});

test("a connection that breaks while idle is reported and replaced", async () => {
  const broken: Error[] = [];
  const pooled = createDatabase({
    url: db.url,
    poolSize: 1,
    applicationName: "to-be-ended",
    onConnectionLost: (error) => broken.push(error),
  });
  onTestFinished(() => pooled.close());
  await pooled.ping();
  const removed = new Promise((resolve) => pooled.pool.once("remove", resolve));
  await db.database.read(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'to-be-ended'",
  );
  await removed;
  expect(broken.map(({ message }) => message)).toEqual(["terminating connection due to administrator command"]);
  await pooled.ping();
});

test("ping rejects without a server, and a closed database can be closed again", async () => {
  const url = new URL(db.url);
  url.port = "1";
  const nobody = createDatabase({ url: url.href });
  await expect(nobody.ping()).rejects.toThrow(/ECONNREFUSED/);
  await nobody.close();
  await nobody.close();
});

test("the sessions run in UTC under the application's name", async () => {
  const [row] = await db.database.read(
    "SELECT current_setting('timezone') AS zone, current_setting('application_name') AS name",
  );
  expect(row).toEqual({ zone: "UTC", name: "dateline" });
});

/** Returns a function that resolves for its first callers only when all of them have called it, and at once afterwards. */
function barrier(size: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived >= size) open();
    return all;
  };
}
