// How long the server takes to start, and whether its memory stays bounded over a million requests with a small heap.
// `npm run bench:endurance`, `-- --requests 100000` for a short run.
import { fork } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startEmbedded } from "../src/database/embedded.js";
import { freePort } from "../src/database/embedded-postmaster.js";
import { formatTable } from "../src/lib/table.js";
import { provideCorpus } from "./corpus.js";
import { startLoader } from "./measure.js";
import { QUESTIONS } from "./questions.js";
import { type RunningWay, startWay, stopChild, type Way } from "./servers.js";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "1000000" },
    articles: { type: "string", default: "20000" },
    heap: { type: "string", default: "512" },
  },
});
const [REQUESTS, ARTICLES] = [Number(values.requests), Number(values.articles)];

/** How long one question is asked before the next one, in seconds. */
const SLOT_S = 5;

const server = fileURLToPath(new URL("../dist/server.js", import.meta.url));

/** Seconds from the start of a server on its own database until it is ready. */
async function secondsToStart(dir: string): Promise<number> {
  const port = String(await freePort());
  const startedAtMs = performance.now();
  const env = { ...process.env, NODE_ENV: "production", DATA_DIR: dir, PORT: port, LOG_LEVEL: "silent" };
  const child = fork(server, { env, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error("The server did not start.");
    await pause(20);
  }
  const seconds = (performance.now() - startedAtMs) / 1000;
  await stopChild(child);
  return seconds;
}

async function measureStarts(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-start-"));
  await chmod(dir, 0o711);
  try {
    const data = join(dir, "data");
    console.log(`Start with a new database and the demo newsroom: ${(await secondsToStart(data)).toFixed(1)} s`);
    console.log(`Start with the database of before: ${(await secondsToStart(data)).toFixed(1)} s`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A line of what Linux reports about the memory of a process, in megabytes. */
async function megabytesOf(pid: number, name: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1024;
}

/** Asks all questions in turn until the server has answered often enough; every answer has to be a right one. */
async function endure({ port, pid, way }: RunningWay): Promise<void> {
  const loader = startLoader();
  const rows: string[][] = [];
  let answers = 0;
  const startedAtMs = performance.now();
  while (answers < REQUESTS) {
    for (const question of QUESTIONS) {
      const order = { port, protocol: way.protocol, question, articles: ARTICLES, seconds: SLOT_S, connections: 16 };
      answers += (await loader.carryOut(order)).answers;
    }
    rows.push([String(answers), (await megabytesOf(pid, "VmRSS")).toFixed(0)]);
    process.stderr.write(`${answers} of ${REQUESTS} requests\n`);
  }
  const seconds = (performance.now() - startedAtMs) / 1000;
  await loader.stop();
  console.log(formatTable(["answers", "memory MB"], rows));
  const most = (await megabytesOf(pid, "VmHWM")).toFixed(0);
  console.log(`${answers} answers in ${seconds.toFixed(0)} s, all of them right; at most ${most} MB of memory.`);
}

async function main(): Promise<void> {
  await measureStarts();
  const dir = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  await chmod(dir, 0o711);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
  const database = await startEmbedded({ dir, log, onLost: ({ message }) => say(message) });
  try {
    const corpus = await provideCorpus(database.url, ARTICLES, say, "for readers");
    const env = { LOG_LEVEL: "info", NODE_OPTIONS: `--max-old-space-size=${values.heap}` };
    const way: Way = { name: "dateline", protocol: "graphql", module: "../dist/server.js", env };
    const running = await startWay(way, corpus.url);
    await endure(running);
    await running.stop();
  } finally {
    await database.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

await main();
process.exit(0);
