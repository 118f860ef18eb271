import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { createDatabase } from "../../src/database/client.js";
import { connectionToRunning } from "../../src/database/embedded.js";
import { remedyOf, StartupError } from "../../src/database/startup-error.js";
import {
  dataFolder,
  initialisedFolder,
  Log,
  postmasterOf,
  removeInitialisedFolder,
  start,
  startHolder,
  startUncollected,
  untilGone,
} from "./support/processes.js";

afterAll(removeInitialisedFolder);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the data folder", () => {
  test("keeps its data, its password and its order of letters from one start to the next", async () => {
    const dir = await dataFolder();
    const first = await start(dir);
    await query(first.url, "CREATE TABLE kept AS SELECT 'Zoë' AS name");
    await first.stop();
    await first.stop();

    const second = await start(dir);
    expect(await query(second.url, "SELECT name FROM kept")).toEqual([{ name: "Zoë" }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    const order =
      "SELECT string_agg(l, '' ORDER BY l) AS o, upper('é') AS u, current_setting('timezone') AS z FROM unnest('{b,A,a,ä,B}'::text[]) l";
    expect(await query(second.url, order)).toEqual([{ o: "ABabä", u: "É", z: "UTC" }]);
  });

  test("is durable: fsync is on and the secret can be read by its owner alone", async () => {
    const { url, dir } = await start(await initialisedFolder());
    const durable =
      "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages";
    expect(await query(url, durable)).toEqual([{ fsync: "on", commit: "on", pages: "on" }]);
    expect((await stat(join(dir, "dateline.secret"))).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toMatch(/^[\w-]{43}$/);
  });

  test("admits nobody without the password", async () => {
    const { url } = await start(await initialisedFolder());
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    wrong.password = "";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password/);
  });

  test("is cleared of an initialisation that was killed half way", async () => {
    const dir = await dataFolder();
    await mkdir(join(dir, "postgres.init-a1b2c3", "data", "base"), { recursive: true });
    await writeFile(join(dir, "postgres.init-a1b2c3", "secret"), "old");
    const { url } = await start(dir);
    expect((await readdir(dir)).sort()).toEqual(["holder.json", "postgres"]);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("of another major version is refused and left unchanged", async () => {
    const dir = await dataFolder();
    await mkdir(join(dir, "postgres"), { recursive: true });
    await writeFile(join(dir, "postgres", "PG_VERSION"), "15\n");
    await expect(start(dir)).rejects.toThrow(/are of PostgreSQL 15, and this is PostgreSQL 18; .*DATA_DIR/);
    await expect(start(dir)).rejects.toThrow(StartupError);
    expect(await readFile(join(dir, "postgres", "PG_VERSION"), "utf8")).toBe("15\n");
  });

  test("that cannot be created is refused with its path and the remedy", async () => {
    const dir = await dataFolder();
    await writeFile(dir, "a file where the folder should be");
    await expect(start(join(dir, "below"))).rejects.toThrow(
      new RegExp(`^The data folder ${dir}/below cannot be written to .*DATA_DIR`),
    );
    await expect(start(dir)).rejects.toThrow(StartupError);
  });

  test.runIf(process.getuid?.() === 0)(
    "below a folder closed to PostgreSQL's account leads to data elsewhere",
    async () => {
      const parent = await dataFolder();
      await mkdir(parent, { mode: 0o700 });
      const dir = join(parent, "inner");
      const first = await start(dir);
      onTestFinished(async () => {
        const { rm } = await import("node:fs/promises");
        await rm(join(first.dir, ".."), { recursive: true });
      });
      expect(first.dir.startsWith("/var/lib/dateline/data-")).toBe(true);
      expect(await connectionToRunning(dir)).toBe(first.url);
      await query(first.url, "CREATE TABLE kept ()");
      await first.stop();
      const second = await start(dir);
      expect(await query(second.url, "TABLE kept")).toEqual([]);
    },
  );
});

describe("a data folder that was damaged", () => {
  test("starts with an empty postmaster.pid, which a crash leaves, and reports its removal", async () => {
    const dir = await initialisedFolder();
    await writeFile(join(dir, "postgres", "postmaster.pid"), "");
    const log = new Log();
    const { url } = await start(dir, { log });
    expect(log.lines.join("\n")).toMatch(/Removing \S+postmaster\.pid, which names no process/);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("is refused with the file to restore when its password is empty", async () => {
    const dir = await initialisedFolder();
    await writeFile(join(dir, "postgres", "dateline.secret"), "\n");
    const refusal = start(dir);
    await expect(refusal).rejects.toThrow(StartupError);
    await expect(refusal).rejects.toThrow(/dateline\.secret is empty; restore that file from a backup/);
  });

  test.runIf(process.getuid?.() === 0)("is refused with the command that helps when root owns it", async () => {
    const dir = await initialisedFolder();
    await chown(join(dir, "postgres"), 0, 0);
    await expect(start(dir)).rejects.toThrow(/belong to root, .* "chown -R \d+:\d+ \S+postgres"/);
  });

  test.runIf(process.getuid?.() === 0)(
    "is refused with PostgreSQL's own words when root owns a part of it",
    async () => {
      const dir = await initialisedFolder();
      await chown(join(dir, "postgres", "global"), 0, 0);
      await expect(start(dir)).rejects.toThrow(/did not start: .*Permission denied/);
    },
  );
});

test("a full disk is called that, whatever was to be written", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  expect(remedyOf(full, "ask the owner")).toBe("the disk is full: free some space and start again");
  expect(remedyOf(new Error("other"), "ask the owner")).toBe("ask the owner");
});

describe("the lock of the data folder", () => {
  test("refuses a second server with the folder and the first one's process number, and does the first no harm", async () => {
    const dir = await initialisedFolder();
    const first = await startHolder(dir);
    const refusal = start(dir);
    await expect(refusal).rejects.toThrow(StartupError);
    await expect(refusal).rejects.toThrow(
      `The data folder ${dir} is in use by another Dateline server (process ${first.pid}); stop that one or let DATA_DIR name another folder.`,
    );
    expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("is used by exactly one of several servers that start at once", async () => {
    const dir = await dataFolder();
    const starts = await Promise.allSettled([startHolder(dir), startHolder(dir), start(dir), start(dir)]);
    const refusals = starts.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    const sentence = expect.stringMatching(/is in use by another Dateline server \(process \d+\)/);
    expect(refusals).toEqual([sentence, sentence, sentence]);
  });

  test("is free after its holder stopped or failed to start", async () => {
    const dir = await dataFolder();
    await mkdir(join(dir, "postgres"), { recursive: true });
    await writeFile(join(dir, "postgres", "PG_VERSION"), "15\n");
    await expect(start(dir)).rejects.toThrow(/PostgreSQL 15/);
    await rm(join(dir, "postgres"), { recursive: true });
    await (await start(dir)).stop();
    await start(dir);
  });
});

describe("a command beside the server", () => {
  test("finds the database of the running server, and none when that stopped or was killed", async () => {
    const dir = await initialisedFolder();
    expect(await connectionToRunning(dir)).toBeNull();
    const holder = await startHolder(dir);
    const url = await connectionToRunning(dir);
    expect(url).toBe(holder.url);
    expect(await query(url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await holder.kill();
    expect(await connectionToRunning(dir)).toBeNull();
    const next = await start(dir);
    expect(await connectionToRunning(dir)).toBe(next.url);
    await next.stop();
    expect(await connectionToRunning(dir)).toBeNull();
  });
});

describe("after a SIGKILL", () => {
  test("of the server its PostgreSQL is stopped in order and nothing that was answered is lost", async () => {
    const dir = await initialisedFolder();
    const holder = await startHolder(dir, "--write");
    await holder.untilAnswered(50);
    await holder.kill();
    const orphan = await postmasterOf(holder.dir);

    const log = new Log();
    const { url } = await start(dir, { log });
    expect(log.lines.join("\n")).toContain(
      `Stopping the PostgreSQL (process ${orphan}) that an earlier server left running`,
    );
    const [row] = await query(url, "SELECT count(*)::int AS count, max(number) AS last FROM answered");
    // A write whose answer was under way may be there as well.
    expect(row).toEqual({ count: expect.any(Number), last: (row as { count: number }).count });
    expect((row as { count: number }).count).toBeGreaterThanOrEqual(holder.answered());
  });

  test("of the server and of PostgreSQL nothing that was answered is lost", async () => {
    const dir = await initialisedFolder();
    const holder = await startHolder(dir, "--write");
    await holder.untilAnswered(50);
    const postmaster = await postmasterOf(holder.dir);
    await holder.kill();
    process.kill(postmaster, "SIGKILL");
    const { url } = await start(dir);
    const [row] = await query(url, "SELECT count(*)::int AS count FROM answered");
    expect((row as { count: number }).count).toBeGreaterThanOrEqual(holder.answered());
  });

  test("of PostgreSQL alone it starts again on the same port and a pool continues", async () => {
    const log = new Log();
    const { url, dir, port } = await start(await initialisedFolder(), { log });
    const lost: string[] = [];
    const database = createDatabase({ url, onConnectionLost: (error) => lost.push(error.message) });
    onTestFinished(() => database.close());
    await database.read("CREATE TABLE kept AS SELECT 1 AS one");
    process.kill(await postmasterOf(dir), "SIGKILL");
    await log.until(/PostgreSQL runs again/);
    expect(await database.read("SELECT one FROM kept")).toEqual([{ one: 1 }]);
    expect(new URL(url).port).toBe(String(port));
    expect(lost.length).toBeGreaterThan(0);
  });

  test("repeated exits of PostgreSQL end in an error with one sentence", async () => {
    const log = new Log();
    const events = new EventEmitter();
    const lost = once(events, "lost");
    const { dir } = await start(await initialisedFolder(), { log, onLost: (error) => events.emit("lost", error) });
    for (let kill = 1; kill <= 5; kill += 1) {
      process.kill(await postmasterOf(dir), "SIGKILL");
      await log.until(/PostgreSQL runs again/, kill);
    }
    process.kill(await postmasterOf(dir), "SIGKILL");
    const [error] = await lost;
    expect(error).toBeInstanceOf(StartupError);
    expect(error.message).toMatch(/restarted 5 times, never ran for a minute in between/);
  });

  test("of PostgreSQL a session that outlives it is waited for", async () => {
    const log = new Log();
    const { url, dir } = await start(await initialisedFolder(), { log });
    const client = new Client({ connectionString: url });
    client.on("error", () => undefined);
    await client.connect();
    // A session that computes does not look whether its postmaster is still there.
    const busy = client.query("SELECT count(*) FROM generate_series(1, 8000000)").catch(() => undefined);
    process.kill(await postmasterOf(dir), "SIGKILL");
    await log.until(/PostgreSQL runs again/);
    await busy;
    expect(log.lines.join("\n")).toMatch(/pre-existing shared memory block/);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("of PostgreSQL while it is being stopped, its number is no obstacle though its parent has not collected it", async () => {
    const dir = await initialisedFolder();
    const postmaster = await startUncollected(join(dir, "postgres"));
    const log = new Log();
    const info = (line: string): void => {
      if (line.startsWith("Stopping the PostgreSQL")) process.kill(postmaster, "SIGKILL");
      log.info(line);
    };
    const { url } = await start(dir, { log: { ...log, info } });
    expect(log.lines.join("\n")).toContain(`Stopping the PostgreSQL (process ${postmaster})`);
    // A dead process that is not collected keeps its number.
    expect(() => process.kill(postmaster, 0)).not.toThrow();
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("a process that has the old PostgreSQL's number now is never signalled", async () => {
    const dir = await initialisedFolder();
    const holder = await startHolder(dir);
    const postmaster = await postmasterOf(holder.dir);
    await holder.kill();
    process.kill(postmaster, "SIGKILL");
    await untilGone(postmaster);
    // The stranger runs as PostgreSQL's own account, so that nothing but its own innocence protects it.
    const { uid, gid } = await stat(holder.dir);
    const stranger = spawn("sleep", ["600"], { uid, gid, stdio: "ignore" });
    onTestFinished(() => void stranger.kill("SIGKILL"));
    const pidFile = join(holder.dir, "postmaster.pid");
    await writeFile(pidFile, (await readFile(pidFile, "utf8")).replace(/^\d+/, String(stranger.pid)));

    const { url } = await start(dir);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });
});

test("a stop while PostgreSQL is being started again ends both and frees the folder", async () => {
  const dir = await initialisedFolder();
  const log = new Log();
  const embedded = await start(dir, { log });
  process.kill(await postmasterOf(embedded.dir), "SIGKILL");
  await log.until(/ended unbidden/);
  await embedded.stop();
  await expect(query(embedded.url, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
  await start(dir);
});

test("no line of the log holds the password or a statement", async () => {
  const log = new Log();
  const { url } = await start(await initialisedFolder(), { log });
  await expect(query(url, "SELECT 'confidential' FROM nowhere")).rejects.toThrow(/nowhere/);
  expect(log.lines.join("\n")).not.toContain("confidential");
  expect(log.lines.join("\n")).not.toContain(new URL(url).password);
});
