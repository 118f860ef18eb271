// What requests that are small to send and expensive to answer cost the server, and how long an ordinary reader waits
// beside them. `npm run bench:attack -- [--server DIR] [--articles 2000]`; DIR is another checkout that was built.
import { fork } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startEmbedded } from "../src/database/embedded.js";
import { freePort } from "../src/database/embedded-postmaster.js";
import { formatTable } from "../src/lib/table.js";
import { type Attack, type AttackRequest, ATTACKS } from "./attacks.js";
import { provideCorpus } from "./corpus.js";
import { postmasterOf, processCpuSeconds } from "./cpu.js";
import { stopChild } from "./servers.js";

/** After so long an attack counts as one that hangs the server, which is started again. */
const PATIENCE_MS = 15_000;
const READER_PAUSE_MS = 20;
const READ = JSON.stringify({ query: "{ articles(first: 1) { nodes { headline paragraphs { text } } } }" });

interface Target {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

async function startServer(dir: string, databaseUrl: string): Promise<Target> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    HOST: "127.0.0.1",
    DEMO: "off",
    // What is measured is each request, not how many of them one address may send.
    RATE_LIMIT_PER_ADDRESS: "1000000",
  };
  const module = resolve(dir, "dist/server.js");
  const child = fork(module, {
    env: { ...env, PORT: String(port), DATABASE_URL: databaseUrl },
    execArgv: [],
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    if ((await send(url, READ, 1_000)).startsWith("200")) break;
    await pause(50);
  }
  return { url, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

/** The status of an answer and the code of its first error; "hung" where there was none in time. */
async function send(url: string, body: string, timeoutMs = PATIENCE_MS): Promise<string> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body, signal });
    const text = await answer.text();
    const extensions = /"code":"(\w+)"(?:,"reason":"(\w+)")?/.exec(text);
    return [answer.status, extensions?.[2] ?? extensions?.[1] ?? ""].join(" ").trim();
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "hung" : "no answer";
  }
}

async function statusOf(pid: number, field: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024;
}

/** The largest memory of its own that one session of PostgreSQL has now, in megabytes. */
async function largestBackend(postmaster: number): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const sizes = await Promise.all(
    pids.map(async (pid) => ((await statusOf(pid, "PPid")) * 1024 === postmaster ? statusOf(pid, "RssAnon") : 0)),
  );
  return Math.max(0, ...sizes);
}

/** Repeats something until it is stopped, and resolves with the largest number that came of it. */
function repeat(measureOnce: () => Promise<number>, pauseMs: number): () => Promise<number> {
  const state = { isOver: false, most: 0 };
  const loop = (async () => {
    while (!state.isOver) {
      state.most = Math.max(state.most, await measureOnce());
      await pause(pauseMs);
    }
  })();
  return async () => {
    state.isOver = true;
    await loop;
    return state.most;
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await run();
  return performance.now() - startedAtMs;
}

async function measure(attack: Attack, target: Target, postmaster: number): Promise<string[]> {
  const [cpu, memory] = [(await processCpuSeconds(target.pid)) ?? 0, await statusOf(target.pid, "VmRSS")];
  const stopReader = repeat(() => timed(() => send(target.url, READ)), READER_PAUSE_MS);
  const stopWatching = repeat(() => largestBackend(postmaster), 100);
  let answers: string[] = [];
  const tookMs = await timed(async () => {
    answers = await Promise.all(attack.requests.map((one: AttackRequest) => send(target.url, JSON.stringify(one))));
  });
  const [waitedMs, backend] = [await stopReader(), await stopWatching()];
  const cpuSeconds = ((await processCpuSeconds(target.pid)) ?? 0) - cpu;
  const grown = (await statusOf(target.pid, "VmRSS")) - memory;
  const told = [...new Set(answers)].slice(0, 2).join(", ");
  const figures = [tookMs, cpuSeconds * 1000, grown, backend, waitedMs];
  return [attack.name, told, ...figures.map((figure) => String(Math.round(figure)))];
}

const HEAD = ["attack", "answers", "ms", "server CPU ms", "RSS + MB", "largest backend MB", "reader waits ms"];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { server: { type: "string", default: "." }, articles: { type: "string", default: "2000" } },
  });
  const dir = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: say };
  const database = await startEmbedded({ dir, log, onLost: (error) => say(error.message) });
  try {
    const { url } = await provideCorpus(database.url, Number(values.articles), say);
    const postmaster = await postmasterOf(database.dir);
    const rows: string[][] = [];
    let target = await startServer(values.server, url);
    for (const attack of ATTACKS) {
      rows.push(await measure(attack, target, postmaster));
      say(rows.at(-1)?.join(" | ") ?? "");
      // Each begins with a server that is well and keeps nothing of the attack before.
      await target.stop();
      target = await startServer(values.server, url);
    }
    await target.stop();
    process.stdout.write(`${formatTable(HEAD, rows)}\n`);
  } finally {
    await database.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

await main();
