import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedDatabase, startEmbedded } from "../src/database/embedded.js";
import type { StartupError } from "../src/database/startup-error.js";
import { type Corpus, provideCorpus } from "./corpus.js";
import { postmasterOf } from "./cpu.js";
import { expectAgreement, type Loader, measureSlot, type Slot, startLoader } from "./measure.js";
import { HELP, type Options, readOptions } from "./options.js";
import { canAnswer, QUESTIONS } from "./questions.js";
import { type Findings, reportOf, type Series, writeFindings } from "./report.js";
import { missingPostgraphile } from "./postgraphile.js";
import { PING, type RunningWay, startWay, WAYS } from "./servers.js";

/*
 * Measures every way side by side: the slots of all of them take turns within one run, so that whatever else the
 * machine does meets them alike.
 */

/** What has to be ended at the end, the last first. */
const cleanups: (() => Promise<void>)[] = [];

async function cleanUp(): Promise<void> {
  for (let next = cleanups.pop(); next; next = cleanups.pop()) await next();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function startDatabase({ keepDir }: Options): Promise<EmbeddedDatabase> {
  const dir = keepDir ?? (await mkdtemp(join(tmpdir(), "dateline-bench-")));
  if (keepDir === null) cleanups.push(() => rm(dir, { recursive: true, force: true }));
  // Sessions of servers that were just ended are no news at the end.
  const warn = (line: string): void => (ending === null ? say(line) : undefined);
  const log = { debug: () => undefined, info: say, warn, error: say };
  const onLost = (error: StartupError): void => void end(1, error.message);
  // Filling a large corpus would otherwise wait for one checkpoint after the other.
  const database = await startEmbedded({ dir, log, onLost, settings: { max_wal_size: "2GB" } });
  cleanups.push(() => database.stop());
  return database;
}

/** One way on one corpus, and what it has given so far. */
interface Contender {
  readonly running: RunningWay;
  readonly corpus: Corpus;
}

async function startContenders(corpora: readonly Corpus[]): Promise<Contender[]> {
  const contenders: Contender[] = [];
  // A way's corpora follow each other, so that their slots meet the same conditions.
  for (const way of WAYS) {
    for (const corpus of corpora) {
      const running = await startWay(way, corpus.url);
      cleanups.push(running.stop);
      contenders.push({ running, corpus });
    }
  }
  return contenders;
}

async function runSlots(
  contenders: readonly Contender[],
  loader: Loader,
  postmaster: number,
  { rounds, seconds, connections }: Options,
): Promise<readonly Series[]> {
  const all = QUESTIONS.flatMap((question) =>
    contenders
      .filter(({ running }) => canAnswer(running.way.protocol, question))
      .map((contender) => ({ ...contender, question })),
  );
  const series = all.map(({ running, corpus, question }) => ({
    way: running.way.name,
    question,
    articles: corpus.articles,
    slots: new Array<Slot>(),
  }));
  // The first round warms everything up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { running, corpus, question }] of all.entries()) {
      const order = { question, articles: corpus.articles, seconds, connections };
      const slot = await measureSlot(loader, running, postmaster, order);
      if (round > 0) series[at]?.slots.push(slot);
    }
    say(round === 0 ? "warmed up" : `round ${round} of ${rounds}`);
  }
  return series;
}

async function measureCeiling(loader: Loader, { seconds, connections }: Options): Promise<number> {
  const ping = await startWay(PING, "");
  const order = { protocol: "plain", question: "article", articles: 1, seconds, connections } as const;
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const result = await loader.carryOut({ ...order, port: ping.port });
    rates.push(result.answers / result.seconds);
  }
  await ping.stop();
  return Math.max(...rates);
}

async function measure(options: Options): Promise<Findings> {
  const database = await startDatabase(options);
  const corpora: Corpus[] = [];
  for (const articles of options.sizes) corpora.push(await provideCorpus(database.url, articles, say, "for readers"));
  const missing = missingPostgraphile();
  if (missing !== null) say(missing);
  const contenders = await startContenders(corpora);
  for (const corpus of corpora) {
    const ways = contenders.filter((contender) => contender.corpus === corpus).map(({ running }) => running);
    await expectAgreement(ways, corpus.articles);
  }
  say("all ways give the same JSON");
  const loader = startLoader();
  cleanups.push(loader.stop);
  const ceilingPerSecond = await measureCeiling(loader, options);
  const series = await runSlots(contenders, loader, await postmasterOf(database.dir), options);
  const shares = series.flatMap(({ slots }) => slots.map(({ cpuSeconds, seconds }) => cpuSeconds / seconds));
  return { series, ceilingPerSecond, askingShare: Math.max(...shares) };
}

let ending: Promise<void> | null = null;

/** Ends everything once: what a signal interrupts fails as well, and must not cut the end short. */
function end(status: number, message: string | null): Promise<void> {
  ending ??= (async () => {
    if (message !== null) say(`bench: ${message}`);
    await cleanUp();
    process.exit(status);
  })();
  return ending;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(1, `${signal}: stopping`));
  const findings = await measure(options);
  await writeFindings(options.output, options, findings);
  process.stdout.write(`\n${reportOf(findings)}\n\nEvery slot stands in ${options.output}.\n`);
  await end(0, null);
}

await main().catch((error: unknown) => end(1, error instanceof Error ? (error.stack ?? error.message) : String(error)));
