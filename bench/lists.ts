// How long every list takes that readers can ask for, on corpora of several sizes: each filter and each order, its first, next and
// last page and its count, the pages of a person, topic and section, feeds and the news sitemap.
// `npm run bench:lists -- --keep DIR`; with `--all` each filter in each order.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../src/database/embedded.js";
import { formatTable } from "../src/lib/table.js";
import { provideCorpus } from "./corpus.js";
import { HttpConnection } from "./http-client.js";
import { documentOf, HIDDEN_LISTS, LISTS, type ListQuestion } from "./list-questions.js";
import { PAGE_READS } from "./page-reads.js";
import { startWay, type Way } from "./servers.js";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100000,1000000" },
    keep: { type: "string" },
    only: { type: "string", default: "" },
    all: { type: "boolean", default: false },
    output: { type: "string", default: "bench/results/lists.json" },
  },
});

/** Every answer is made: nothing is kept. */
const SERVER: Way = {
  name: "dateline",
  protocol: "graphql",
  module: "../dist/server.js",
  env: { LOG_LEVEL: "silent", CACHE_MB: "0" },
};

/** How often a read is asked for: PostgreSQL plans a statement without its values from the sixth time on. */
const WARMING = 6;
const MEASURED = 3;

/** From here on a read is asked for once more only, in milliseconds. */
const SLOW_MS = 150;

/** One read, and how long it took on each corpus. */
interface Read {
  /** The list or page. */
  readonly name: string;
  readonly what: string;
  readonly medianMs: number[];
}

type Ask = (document: string) => Promise<{ readonly ms: number; readonly text: string }>;

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** A request by its path, or for a document. */
function requestFor(read: string): string {
  const host = "HTTP/1.1\r\nhost: 127.0.0.1\r\n";
  if (read.startsWith("/")) return `GET ${read} ${host}\r\n`;
  const body = JSON.stringify({ query: read });
  return `POST /graphql ${host}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function askerOf(connection: HttpConnection): Ask {
  return async (read) => {
    const startedAtMs = performance.now();
    const { body, status } = await connection.send(requestFor(read));
    const ms = performance.now() - startedAtMs;
    const text = body.toString("utf8");
    if (status !== 200 || text.startsWith('{"errors"')) say(`${read}\n${text.slice(0, 300)}`);
    return { ms, text };
  };
}

async function measure(ask: Ask, read: string): Promise<number> {
  if ((await ask(read)).ms > SLOW_MS) return (await ask(read)).ms;
  for (let time = 1; time < WARMING; time += 1) await ask(read);
  const times: number[] = [];
  while (times.length < MEASURED) times.push((await ask(read)).ms);
  return medianOf(times);
}

/** The documents of a list: its pages, each as a client pages through it, and its count. */
async function documentsOf(ask: Ask, question: ListQuestion): Promise<ReadonlyMap<string, string>> {
  const page = "nodes { __typename } pageInfo { hasNextPage hasPreviousPage endCursor }";
  const documents = new Map([["first page", documentOf(question, "first: 20", page)]]);
  const { text } = await ask(documents.get("first page") ?? "");
  const cursor = /"hasNextPage":true.*"endCursor":("[^"]+")/u.exec(text)?.[1];
  if (cursor) documents.set("next page", documentOf(question, `first: 20, after: ${cursor}`, page));
  if (question.pages.has("last")) documents.set("last page", documentOf(question, "last: 20", page));
  // A number has no order.
  if (question.hasCount && !question.args.includes("orderBy"))
    documents.set("count", documentOf(question, "", "totalCount"));
  return documents;
}

function isAsked({ name, args }: ListQuestion): boolean {
  if (HIDDEN_LISTS.has(name) || !name.includes(values.only)) return false;
  return values.all || !(args.includes("filter") && args.includes("orderBy"));
}

async function measureAll(ask: Ask, found: Map<string, Read>): Promise<void> {
  const note = async (name: string, what: string, read: string): Promise<void> => {
    const known = found.get(`${name} ${what}`) ?? { name, what, medianMs: [] };
    found.set(`${name} ${what}`, known);
    known.medianMs.push(await measure(ask, read));
  };
  for (const [name, read] of Object.entries(PAGE_READS)) {
    if (name.includes(values.only)) await note(name, "", read);
  }
  for (const question of LISTS.filter(isAsked)) {
    for (const [kind, document] of await documentsOf(ask, question)) {
      await note(`${question.name}, ${kind === "count" ? "count" : "pages"}`, `${kind} ${question.args}`, document);
    }
  }
}

const milliseconds = (ms: number | undefined): string => (ms === undefined ? "–" : ms.toFixed(ms < 10 ? 1 : 0));

/** From here on a read of the largest corpus has a line of its own in the report, in milliseconds. */
const REPORTED_MS = 50;

/** A line for each slow read. */
function slowReportOf(reads: readonly Read[], sizes: readonly number[]): string {
  const slow = reads.filter(({ medianMs }) => (medianMs.at(-1) ?? 0) >= REPORTED_MS);
  const rows = slow
    .toSorted((one, other) => (other.medianMs.at(-1) ?? 0) - (one.medianMs.at(-1) ?? 0))
    .map(({ name, what, medianMs }) => [`${name}: ${what}`, ...medianMs.map(milliseconds)]);
  return formatTable([`${REPORTED_MS} ms and more`, ...sizes.map((size) => `${size}: ms`)], rows, null);
}

/** A line for each list: the middle and the slowest of its reads by corpus. */
function reportOf(reads: readonly Read[], sizes: readonly number[]): string {
  const names = [...new Set(reads.map(({ name }) => name))];
  const rows = names.map((name) => {
    const own = reads.filter((read) => read.name === name);
    const at = (index: number): number[] => own.flatMap(({ medianMs }) => medianMs[index] ?? []);
    const slowest = own.toSorted((one, other) => (other.medianMs.at(-1) ?? 0) - (one.medianMs.at(-1) ?? 0))[0];
    const figures = sizes.flatMap((_, index) => [medianOf(at(index)), Math.max(...at(index))].map(milliseconds));
    return [name, String(own.length), ...figures, slowest?.what ?? ""];
  });
  const heads = sizes.flatMap((size) => [`${size}: median ms`, "slowest ms"]);
  return formatTable(["list", "reads", ...heads, "slowest read"], rows, null);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(): Promise<void> {
  const dir = values.keep ?? (await mkdtemp(join(tmpdir(), "dateline-bench-")));
  const log = { debug: () => undefined, info: () => undefined, warn: say, error: say };
  const onLost = ({ message }: Error): void => say(message);
  const database = await startEmbedded({ dir, log, onLost, settings: { max_wal_size: "2GB" } });
  const sizes = values.sizes.split(",").map(Number);
  const found = new Map<string, Read>();
  try {
    for (const size of sizes) {
      const corpus = await provideCorpus(database.url, size, say, "for readers");
      const server = await startWay(SERVER, corpus.url);
      const connection = await HttpConnection.open(server.port);
      await measureAll(askerOf(connection), found);
      connection.close();
      await server.stop();
    }
  } finally {
    await database.stop();
    if (values.keep === undefined) await rm(dir, { recursive: true, force: true });
  }
  await mkdir(dirname(values.output), { recursive: true });
  await writeFile(values.output, `${JSON.stringify({ sizes, reads: [...found.values()] }, null, 2)}\n`);
  const reads = [...found.values()];
  console.log(`${reportOf(reads, sizes)}\n\n${slowReportOf(reads, sizes)}`);
}

await main();
process.exit(0);
