// How long searches take on 100,000 articles of invented words, beside a hand-written statement on the same index, and how
// long the upgrade takes that indexes them. `npm run bench:search`, `-- --articles 5000` for a small corpus.
import "reflect-metadata";
import { parseArgs } from "node:util";
import { execute, parse } from "graphql";
import type { Database } from "../src/database/client.js";
import { Loader } from "../src/graphql/loading/loader.js";
import type { RunStatement } from "../src/graphql/loading/run-statement.js";
import { PUBLISHED_VIEW } from "../src/graphql/loading/view.js";
import { systemClock } from "../src/lib/clock.js";
import { formatTable } from "../src/lib/table.js";
import { schema } from "../src/schema.js";
import { indexBacklog } from "../src/search/backlog.service.js";
import { fillSearchCorpus, type SearchCorpus } from "./search-corpus.js";
import { onThrowAwayDatabase } from "./throw-away.js";

const { values } = parseArgs({
  options: { articles: { type: "string", default: "100000" }, rounds: { type: "string", default: "60" } },
});

const DOCUMENT = `query ($query: String!, $first: Int) {
  search(query: $query, first: $first) {
    nodes { score snippet node { ... on Article { headline slug } ... on Quote { text } ... on Person { name } ... on EmbeddedPost { text } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What a newsroom would write without the application: one statement, the same index, no snippet. */
const PLAIN = `SELECT d.key, h.headline, ts_rank(d.text, q) AS score
  FROM search_document d JOIN article_head h ON h.article_id = d.article_id AND h.head = d.head,
    to_tsquery('english', $1) q
  WHERE d.head = 'PUBLISHED' AND d.kind = 'ARTICLE' AND d.text @@ q ORDER BY score DESC, d.key LIMIT 20`;

interface Series {
  readonly name: string;
  readonly searchMs: number[];
  readonly plainMs: number[];
  hits: number;
}

function quantile(times: readonly number[], part: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}

async function timed(times: number[], run: () => Promise<unknown>): Promise<void> {
  const startedAtMs = performance.now();
  await run();
  times.push(performance.now() - startedAtMs);
}

/** A reader who asks the schema itself: everything but HTTP. */
function openReader(database: Database): (query: string) => Promise<number> {
  const document = parse(DOCUMENT);
  const run: RunStatement = (text, params) => database.readAnswer(text, params, "READERS");
  return async (query) => {
    const contextValue = { loader: new Loader(run, PUBLISHED_VIEW), work: { clock: systemClock } };
    const { data, errors } = await execute({ schema, document, contextValue, variableValues: { query, first: 20 } });
    if (errors) throw errors[0] ?? new Error("The answer has errors.");
    const { search } = data as unknown as { search: { nodes: readonly unknown[] } };
    return search.nodes.length;
  };
}

async function measure(database: Database, corpus: SearchCorpus): Promise<readonly Series[]> {
  const ask = openReader(database);
  const rounds = Number(values.rounds);
  const all: Series[] = corpus.kinds.map(({ name }) => ({ name, searchMs: [], plainMs: [], hits: 0 }));
  for (let round = -5; round < rounds; round += 1) {
    for (const [at, kind] of corpus.kinds.entries()) {
      const series = all[at];
      const { query, plain } = kind.make();
      if (!series) continue;
      const counted = round >= 0;
      await timed(counted ? series.searchMs : [], async () => {
        series.hits += await ask(query);
      });
      if (plain !== null) await timed(counted ? series.plainMs : [], () => database.read(PLAIN, [plain]));
    }
  }
  return all;
}

function report(all: readonly Series[]): string {
  const row = ({ name, searchMs, plainMs, hits }: Series): string[] => [
    name,
    quantile(searchMs, 0.5),
    quantile(searchMs, 0.99),
    plainMs.length === 0 ? "–" : quantile(plainMs, 0.5),
    plainMs.length === 0 ? "–" : quantile(plainMs, 0.99),
    (hits / (searchMs.length + 5)).toFixed(1),
  ];
  const together = {
    name: "all",
    searchMs: all.flatMap(({ searchMs }) => searchMs),
    plainMs: all.flatMap(({ plainMs }) => plainMs),
    hits: 0,
  };
  const rows = [...all.map(row), row(together).with(5, "–")];
  return formatTable(["query", "p50 ms", "p99 ms", "plain p50", "plain p99", "hits"], rows);
}

await onThrowAwayDatabase(async ({ database }) => {
  const articles = Number(values.articles);
  const corpus = await fillSearchCorpus(database, articles);
  const startedAtMs = performance.now();
  const indexed = await indexBacklog(database, { info: (...line: unknown[]) => console.error(line.at(-1)) } as never);
  const seconds = (performance.now() - startedAtMs) / 1000;
  await database.pool.query("VACUUM ANALYZE");
  const [size] = await database.read<{ table: string; indexes: string }>(
    `SELECT pg_size_pretty(pg_table_size('search_document')) AS "table",
      pg_size_pretty(pg_indexes_size('search_document')) AS indexes`,
  );
  const all = await measure(database, corpus);
  console.log(`${articles} articles; ${indexed} things indexed in ${seconds.toFixed(0)} s;`);
  console.log(`documents ${size?.table ?? ""}, their indexes ${size?.indexes ?? ""}`);
  console.log(report(all));
});
