// How fast a newsroom is exported and restored, in articles a second, on throw-away databases. `npm run bench:exports`.
import "reflect-metadata";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createArticle } from "../src/article/article.service.js";
import type { Work } from "../src/auth/work.js";
import { exportTo, restoreFile } from "../src/export/export.command.js";
import { encodeNodeId } from "../src/graphql/node-id.js";
import { UserError } from "../src/graphql/user-errors.js";
import { formatTable } from "../src/lib/table.js";
import { createPerson } from "../src/person/person.service.js";
import { publishArticle } from "../src/publishing/publishing.service.js";
import { onThrowAwayDatabase } from "./throw-away.js";

const ARTICLES = Number(process.argv[2] ?? 10_000);
const PARAGRAPHS = 8;
const WRITERS = 4;

function done<Done extends object>(result: Done | UserError): Done {
  if (result instanceof UserError) throw new Error(result.message);
  return result;
}

async function writeArticle(work: Work, speakerId: string): Promise<void> {
  const body = Array.from({ length: PARAGRAPHS }, (_, at) => ({
    paragraph: {
      text: `Paragraph ${at} of an article whose sentences are as long as those of the trade: “We keep the port open,” she said.`,
      quotes: at % 2 === 0 ? [{ exact: "We keep the port open", speakerId }] : [],
    },
  }));
  const input = { headline: "The port of Malden stays open", topics: ["Harbour", "Trade"], body };
  const { articleId, version } = done(await createArticle(work, input));
  done(await publishArticle(work, { id: encodeNodeId("Article", articleId), expectedVersion: version }));
}

interface Timed<Result> {
  readonly seconds: number;
  /** Of this process alone, without PostgreSQL's: the same on a machine that is busy. */
  readonly cpuSeconds: number;
  readonly result: Result;
}

async function timed<Result>(run: () => Promise<Result>): Promise<Timed<Result>> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6, result };
}

const folder = await mkdtemp(join(tmpdir(), "dateline-bench-export-"));
const file = join(folder, "newsroom.jsonl");
const rows: string[][] = [];

function add(act: string, { seconds, cpuSeconds }: Timed<unknown>, bytes: number): void {
  const rate = (ARTICLES / seconds).toFixed(0);
  rows.push([act, String(ARTICLES), seconds.toFixed(1), cpuSeconds.toFixed(1), rate, (bytes / 1e6).toFixed(1)]);
}

try {
  await onThrowAwayDatabase(async (work) => {
    const person = encodeNodeId("Person", done(await createPerson(work, { name: "Ilse Harrow" })).personId);
    let left = ARTICLES;
    const writer = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await writeArticle(work, person);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    add("export", await timed(() => exportTo(work.database, file, { withDrafts: true })), (await stat(file)).size);
  });
  await onThrowAwayDatabase(async ({ database }) => {
    const restored = await timed(() => restoreFile(database, file));
    add("restore", restored, (await stat(file)).size);
    console.log(restored.result);
  });
  console.log(formatTable(["act", "articles", "seconds", "CPU seconds", "articles/s", "MB"], rows));
} finally {
  await rm(folder, { recursive: true });
}
