import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionToRunning } from "../../src/database/embedded.js";
import { readPostmasterFile } from "../../src/database/embedded-orphan.js";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";
import { TEMPLATE_DATABASE } from "../support/global-setup.js";
import {
  build,
  cleanUp,
  copyOf,
  dataFolder,
  type Environment,
  type Server,
  startServer,
  withClient,
} from "./support/processes.js";

let template: string;

beforeAll(async () => {
  await build();
  template = await dataFolder();
  const server = await startServer({ DATA_DIR: template, DEMO: "off" });
  await server.process.stop();
});
afterAll(cleanUp);

/** A server on data of its own. */
async function serverOnCopy(
  environment: Environment = {},
): Promise<{ server: Server; dir: string; databaseUrl: string }> {
  const dir = await copyOf(template);
  const server = await startServer({ DATA_DIR: dir, DEMO: "off", ...environment });
  return { server, dir, databaseUrl: (await connectionToRunning(dir)) ?? "" };
}

/** Writes numbers one by one until the connection breaks, and returns the last one that the database answered for. */
async function writeUntilBroken(url: string, onAnswered: (number: number) => void): Promise<number> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("CREATE TABLE answered (number integer PRIMARY KEY)");
  for (let number = 1; ; number += 1) {
    const isDone = await client.query("INSERT INTO answered VALUES ($1)", [number]).then(
      () => true,
      () => false,
    );
    if (!isDone) return number - 1;
    onAnswered(number);
  }
}

async function highestIn(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) => client.query("SELECT max(number) AS highest FROM answered"));
  return Number(rows[0]?.highest);
}

describe("a server that is killed", () => {
  it("loses nothing that was answered, though its PostgreSQL is killed with it", async () => {
    const { server, dir, databaseUrl } = await serverOnCopy();
    const postmaster = await readPostmasterFile(join(dir, "postgres"));
    const answered = await writeUntilBroken(databaseUrl, (number) => {
      if (number !== 200) return;
      server.process.signal("SIGKILL");
      process.kill(postmaster?.pid ?? 0, "SIGKILL");
    });
    await server.process.ended;
    await startServer({ DATA_DIR: dir, DEMO: "off" });
    const kept = await highestIn((await connectionToRunning(dir)) ?? "");
    expect(answered).toBeGreaterThanOrEqual(200);
    // A write whose answer was lost on the way may be there as well.
    expect([answered, answered + 1]).toContain(kept);
  });

  it("leaves a PostgreSQL that the next server ends and takes over with all its data", async () => {
    const { server, dir, databaseUrl } = await serverOnCopy();
    const orphan = await readPostmasterFile(join(dir, "postgres"));
    const writing = writeUntilBroken(databaseUrl, (number) => {
      if (number === 50) server.process.signal("SIGKILL");
    });
    await server.process.ended;
    const again = await startServer({ DATA_DIR: dir, DEMO: "off" });
    const answered = await writing;
    const successor = await readPostmasterFile(join(dir, "postgres"));
    expect(successor?.pid).not.toBe(orphan?.pid);
    expect([answered, answered + 1]).toContain(await highestIn((await connectionToRunning(dir)) ?? ""));
    expect(await again.ask("{ viewer { name } }")).toEqual({ data: { viewer: { name: "anonymous" } } });
  });
});

describe("a server that is asked to end", () => {
  it("answers the requests under way, takes no new ones, and stops its database in order", async () => {
    // Longer than the test may take: it has to end because all is answered, not because time is up.
    const { server, dir, databaseUrl } = await serverOnCopy({ SHUTDOWN_TIMEOUT_MS: "600000" });
    const { asked, refused } = await withClient(databaseUrl, async (client) => {
      await client.query("BEGIN; LOCK TABLE article_head IN ACCESS EXCLUSIVE MODE");
      const waiting = server.ask("{ articles { nodes { slug } } }");
      await untilSomebodyWaits(databaseUrl);
      server.process.signal("SIGTERM");
      await server.process.says(/SIGTERM: finishing the requests under way\./);
      const late = await fetch(`${server.url}/health/ready`).then(
        ({ ok }) => !ok,
        () => true,
      );
      await client.query("COMMIT");
      return { asked: await waiting, refused: late };
    });
    expect(asked).toEqual({ data: { articles: { nodes: [] } } });
    expect(refused).toBe(true);
    expect((await server.process.ended).status).toBe(0);
    await expect(readFile(join(dir, "postgres", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });

  it("waits no longer than SHUTDOWN_TIMEOUT_MS for them, and then still stops its database in order", async () => {
    const limits = { SHUTDOWN_TIMEOUT_MS: "100", STATEMENT_TIMEOUT_MS: "0" };
    const { server, dir, databaseUrl } = await serverOnCopy(limits);
    const client = new Client({ connectionString: databaseUrl });
    client.on("error", () => undefined);
    await client.connect();
    await client.query("BEGIN; LOCK TABLE article_head IN ACCESS EXCLUSIVE MODE");
    const waiting = server.ask("{ articles { nodes { slug } } }").catch(() => null);
    await untilSomebodyWaits(databaseUrl);
    const { status } = await server.process.stop();
    await waiting;
    expect(status).toBe(2);
    await expect(readFile(join(dir, "postgres", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });

  it.each(["SIGHUP", "SIGINT"] as const)("by %s stops its database in order too", async (signal) => {
    const { server, dir } = await serverOnCopy();
    server.process.signal(signal);
    expect((await server.process.ended).status).toBe(0);
    await expect(readFile(join(dir, "postgres", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });

  it("still answers for SHUTDOWN_DELAY_MS, while readiness reports the stop", async () => {
    const url = await createEmptyDatabase(TEMPLATE_DATABASE);
    const server = await startServer({ DATABASE_URL: url, SHUTDOWN_DELAY_MS: "600000" });
    server.process.signal("SIGTERM");
    await server.process.says(/SIGTERM: answering requests for another 600000 ms/);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: "stopping" }]);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const answer = await fetch(`${server.url}/feed.json`);
    expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
    server.process.signal("SIGKILL");
    await server.process.ended;
    const brief = await startServer({ DATABASE_URL: url, SHUTDOWN_DELAY_MS: "1" });
    expect((await brief.process.stop()).status).toBe(0);
    await dropDatabase(url);
  });
});

/** Makes an export larger than what an output takes that nobody reads. */
async function addTopics(dir: string, count: number): Promise<void> {
  const server = await startServer({ DATA_DIR: dir, DEMO: "off" });
  await withClient((await connectionToRunning(dir)) ?? "", (client) =>
    client.query(
      `INSERT INTO topic (id, slug, name)
       SELECT gen_random_uuid(), 'topic-' || number, repeat('Topic ', 30) FROM generate_series(1, $1) number`,
      [count],
    ),
  );
  await server.process.stop();
}

describe("a command that is asked to end", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("by %s stops the database that it started", async (signal) => {
    const dir = await copyOf(template);
    await addTopics(dir, 5000);
    // Nobody reads what it writes, so that it does not end by itself.
    const command = spawn(process.execPath, ["dist/cli.js", "export", "--drafts"], {
      env: { ...process.env, DATA_DIR: dir },
      stdio: ["ignore", "pipe", "ignore"],
    });
    while ((await connectionToRunning(dir)) === null);
    command.kill(signal);
    const [status] = await once(command, "exit");
    command.stdout.destroy();
    expect(status).toBe(128 + constants.signals[signal]);
    await expect(readFile(join(dir, "postgres", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });
});

/** Resolves once a session waits for a lock. */
async function untilSomebodyWaits(url: string): Promise<void> {
  // A connection of its own: within a transaction PostgreSQL shows the sessions as they were at the first look.
  await withClient(url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      if (rowCount) return;
    }
  });
}

describe("health", () => {
  it("is unready while the database does not answer, stays live, and is ready again with it", async () => {
    const url = await createEmptyDatabase(TEMPLATE_DATABASE);
    const server = await startServer({ DATABASE_URL: url });
    const statusOf = async (probe: string): Promise<number> => (await fetch(`${server.url}/health/${probe}`)).status;
    const name = new URL(url).pathname.slice(1);
    const maintenance = new URL("/postgres", url).href;
    await withClient(maintenance, async (client) => {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await client.query("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1", [name]);
      expect([await statusOf("ready"), await statusOf("live")]).toEqual([503, 200]);
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      expect([await statusOf("ready"), await statusOf("live")]).toEqual([200, 200]);
    });
    await server.process.stop();
    await dropDatabase(url);
  });
});
