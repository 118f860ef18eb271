import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createDatabase, type Database, type DatabaseOptions } from "../../src/database/client.js";
import { isOutage } from "../../src/database/outage.js";
import { createTestDatabase, dropDatabase, type TestDatabase } from "../support/database.js";
import { startProxy } from "./support/proxy.js";

/** Whether a small disk can be made here to fill up, which takes the rights of root. */
const canMount = ((): boolean => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const { status } = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
  if (status !== 0) console.warn("SKIPPED: a full disk cannot be tested, because no disk can be mounted here.");
  return status === 0;
})();

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

function connectTo(url: string, options: Partial<DatabaseOptions> = {}): Database {
  const database = createDatabase({ url, poolSize: 2, ...options });
  onTestFinished(() => database.close());
  return database;
}

/** The error that a promise is rejected with. */
async function errorOf(failing: Promise<unknown>): Promise<unknown> {
  return failing.then(
    () => expect.fail("It was not rejected."),
    (error: unknown) => error,
  );
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: new URL("/postgres", db.url).href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe("connections that are silent although the database can be reached", () => {
  it("are dropped when a query is not answered in time, the idle ones with it, and new ones take their place", async () => {
    const proxy = await startProxy(db.url);
    const database = connectTo(proxy.url, { silenceTimeoutMs: 3000 });
    await Promise.all([database.ping(), database.ping()]);
    expect(proxy.accepted()).toBe(2);
    proxy.silenceOpen();
    const error = await errorOf(database.read("SELECT 1"));
    expect([String(error), isOutage(error)]).toEqual([expect.stringMatching(/did not answer within 3000 ms/), true]);
    await Promise.all([database.ping(), database.ping()]);
    expect(proxy.accepted()).toBe(4);
  });

  it("end a transaction of Prisma, whose connection is not used again", async () => {
    const proxy = await startProxy(db.url);
    const database = connectTo(proxy.url, { silenceTimeoutMs: 3000 });
    const error = await errorOf(
      database.transaction(async (tx) => {
        proxy.silenceOpen();
        await tx.$executeRaw`SELECT 2`;
      }),
    );
    expect(isOutage(error)).toBe(true);
    expect(await database.transaction((tx) => tx.topic.count())).toBe(0);
  });

  it("are dropped when the health check is not answered", async () => {
    const proxy = await startProxy(db.url);
    const database = connectTo(proxy.url, { connectTimeoutMs: 3000 });
    await Promise.all([database.ping(), database.ping()]);
    expect(await database.probe()).toBe("WRITE");
    proxy.silenceOpen();
    expect(await database.probe()).toBe("NONE");
    expect(await database.probe()).toBe("WRITE");
  });
});

describe("what the database can do", () => {
  it("is to read only while it is read-only", async () => {
    const name = new URL(db.url).pathname.slice(1);
    await administer(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    onTestFinished(() => administer(`ALTER DATABASE ${name} RESET default_transaction_read_only`));
    const database = connectTo(db.url);
    expect(await database.probe()).toBe("READ_ONLY");
    const error = await errorOf(database.transaction((tx) => tx.$executeRaw`CREATE TABLE more ()`));
    expect(isOutage(error)).toBe(true);
    expect(await database.read("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it.runIf(canMount)("is to read only while the disk is full", async () => {
    const disk = await mkdtemp(join(tmpdir(), "dateline-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs", disk]);
    onTestFinished(() => void execFileSync("umount", [disk]));
    const name = new URL(db.url).pathname.slice(1);
    const folder = join(disk, "space");
    await mkdir(folder);
    const [data] = await db.database.read<{ dir: string }>("SELECT current_setting('data_directory') AS dir");
    const { uid, gid } = await stat(data?.dir ?? "");
    await chown(folder, uid, gid);
    await administer(`CREATE TABLESPACE ${name} LOCATION '${folder}'`);
    onTestFinished(() => administer(`DROP TABLESPACE ${name}`));
    await administer(`ALTER DATABASE ${name} SET temp_tablespaces = ${name}`);
    onTestFinished(() => administer(`ALTER DATABASE ${name} RESET temp_tablespaces`));
    expect(await connectTo(db.url).probe()).toBe("DISK_FULL");
  });

  it("does nothing without listeners", async () => {
    expect(await connectTo("postgresql://desk@127.0.0.1:1/news").probe()).toBe("NONE");
  });
});

describe("an outage", () => {
  it("is the error of reads, Prisma and transactions when no server listens", async () => {
    const database = connectTo("postgresql://desk@127.0.0.1:1/news");
    const errors = await Promise.all([
      errorOf(database.read("SELECT 1")),
      errorOf(database.prisma.topic.count()),
      errorOf(database.transaction((tx) => tx.topic.count())),
    ]);
    expect(errors.map(isOutage)).toEqual([true, true, true]);
  });

  it("is a connection that is hung up on, and one that is never answered", async () => {
    const hangingUp = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    const silent = createServer((socket) => void socket.on("error", () => undefined)).listen(0, "127.0.0.1");
    await Promise.all([once(hangingUp, "listening"), once(silent, "listening")]);
    for (const server of [hangingUp, silent]) {
      onTestFinished(() => void server.close());
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const database = connectTo(`postgresql://desk@127.0.0.1:${port}/news`, { connectTimeoutMs: 200 });
      expect(isOutage(await errorOf(database.read("SELECT 1")))).toBe(true);
      expect(isOutage(await errorOf(database.prisma.topic.count()))).toBe(true);
    }
  });

  it("is a database that is closed to connections, and one that is gone", async () => {
    const { url, database } = await createTestDatabase();
    const name = new URL(url).pathname.slice(1);
    await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    expect(isOutage(await errorOf(database.read("SELECT 1")))).toBe(true);
    await dropDatabase(url);
    expect(isOutage(await errorOf(database.prisma.topic.count()))).toBe(true);
    await database.close();
  });

  it("is a statement whose session is ended by an administrator", async () => {
    const database = connectTo(db.url);
    const error = await errorOf(
      database.transaction((tx) => tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`),
    );
    expect(isOutage(error)).toBe(true);
  });

  it("is no fault of a statement: what is wrong with it will be wrong again", async () => {
    const errors = await Promise.all([
      errorOf(db.database.read("SELECT 1/0")),
      errorOf(db.database.read("SELECT nothing")),
      errorOf(db.database.transaction((tx) => tx.$executeRaw`INSERT INTO person_slug VALUES ('a', NULL)`)),
    ]);
    expect(errors.map(isOutage)).toEqual([false, false, false]);
    expect(isOutage(new Error("a fault of ours"))).toBe(false);
  });
});

describe("a session", () => {
  it("in another time zone than UTC is refused, because its moments would be shifted", async () => {
    const url = new URL(db.url);
    // What a pooler does that discards start-up options.
    const database = connectTo(url.href);
    database.pool.options.options = "-c TimeZone=America/New_York";
    const error = await errorOf(database.read("SELECT 1"));
    expect(String(error)).toMatch(/time zone America\/New_York although UTC was requested/);
  });
});

describe("closing", () => {
  it("resolves when no session is left in the database", async () => {
    const database = createDatabase({ url: db.url, poolSize: 3, applicationName: "closing" });
    await Promise.all([database.ping(), database.ping(), database.prisma.topic.count()]);
    const ended: unknown[] = [];
    database.pool.on("remove", (client) => ended.push(client));
    await database.close();
    expect(ended.length).toBe(3);
  });

  it("does not wait for a connection that is silent", async () => {
    const proxy = await startProxy(db.url);
    const database = createDatabase({ url: proxy.url });
    await database.ping();
    proxy.silenceOpen();
    await expect(database.close()).resolves.toBeUndefined();
  });
});
