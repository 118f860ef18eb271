// What a write costs beside the bare SQL of the same rows: statements and milliseconds, side by side in one run on a
// throw-away database. `npm run bench:writes`.
import "reflect-metadata";
import { addParagraph } from "../src/body/body-edit.service.js";
import { createArticle } from "../src/article/article.service.js";
import { updateArticle } from "../src/article/update-article.service.js";
import type { Work } from "../src/auth/work.js";
import { encodeNodeId } from "../src/graphql/node-id.js";
import { UserError } from "../src/graphql/user-errors.js";
import { formatTable } from "../src/lib/table.js";
import { publishArticle, scheduleArticle } from "../src/publishing/publishing.service.js";
import { addQuote } from "../src/quote/quote-edit.service.js";
import {
  ADDED_QUOTE,
  BARE_WRITES,
  bareCreation,
  type BenchArticle,
  HEADLINE,
  PARAGRAPHS,
  QUOTED,
  writeBare,
} from "./bare-writes.js";
import { onThrowAwayDatabase } from "./throw-away.js";

const ROUNDS = 100;
/** Rounds that are not measured, after which the statistics of the tables are taken. */
const WARM_UP_ROUNDS = 20;

const BODY = PARAGRAPHS.map((text) => ({ paragraph: { text, quotes: [{ exact: QUOTED }] } }));
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** An article that an act is sent to. */
interface Target extends BenchArticle {
  readonly id: string;
  readonly expectedVersion: number;
}

/** The same acts as BARE_WRITES, through the services. */
const SERVICES: Readonly<Record<keyof typeof BARE_WRITES, (work: Work, at: Target) => Promise<object>>> = {
  updateArticle: (work, { id, expectedVersion }) =>
    updateArticle(work, { id, expectedVersion, headline: "Port closes" }),
  addParagraph: (work, { id, expectedVersion }) =>
    addParagraph(work, { articleId: id, expectedVersion, paragraph: { text: "One more paragraph." } }),
  addQuote: (work, { paragraphId, expectedVersion }) => {
    const quote = { exact: ADDED_QUOTE, kind: "DIRECT" } as const;
    return addQuote(work, { paragraphId: encodeNodeId("Paragraph", paragraphId), expectedVersion, quote });
  },
  publishArticle: (work, { id, expectedVersion }) => publishArticle(work, { id, expectedVersion }),
  scheduleArticle: (work, { id, expectedVersion }) =>
    scheduleArticle(work, { id, expectedVersion, publishAt: new Date(Date.now() + YEAR_MS) }),
};

function done<Done extends object>(result: Done | UserError): Done {
  if (result instanceof UserError) throw new Error(result.message);
  return result;
}

let created = 0;

/** Each has its own headline, and so its slug is the first that is tried. */
function create(work: Work) {
  created += 1;
  return createArticle(work, { headline: `${HEADLINE} ${created}`, body: BODY });
}

/** An article of twelve paragraphs with a quote each, for every measurement its own. */
async function makeArticle(work: Work): Promise<Target> {
  const { articleId, version } = done(await create(work));
  const [first] = await work.database.read<{ id: string }>(
    "SELECT id FROM paragraph WHERE article_id = $1 AND head = 'DRAFT' ORDER BY position LIMIT 1",
    [articleId],
  );
  return { id: encodeNodeId("Article", articleId), articleId, expectedVersion: version, paragraphId: first?.id ?? "" };
}

/** Runs one act in one of three ways. */
interface Runs {
  readonly service: () => Promise<unknown>;
  readonly text: () => Promise<unknown>;
  readonly all: () => Promise<unknown>;
}

const ACTS: Readonly<Record<string, (work: Work) => Promise<Runs>>> = {
  createArticle: async (work) => {
    const [text, all] = [bareCreation(), bareCreation()];
    return {
      service: async () => done(await create(work)),
      text: () => writeBare(work.database, text.text),
      all: () => writeBare(work.database, [...all.text, ...all.others]),
    };
  },
  ...Object.fromEntries(Object.entries(BARE_WRITES).map(([act, bare]) => [act, runsOf(act, bare)])),
};

function runsOf(act: string, bare: (typeof BARE_WRITES)[keyof typeof BARE_WRITES]): (work: Work) => Promise<Runs> {
  return async (work) => {
    const [one, other, third] = [await makeArticle(work), await makeArticle(work), await makeArticle(work)];
    // The keys of both tables are the same, which the object's entries do not know.
    const service = SERVICES[act as keyof typeof BARE_WRITES];
    return {
      service: async () => done(await service(work, one)),
      text: () => writeBare(work.database, bare.text(other)),
      all: () => writeBare(work.database, [...bare.text(third), ...bare.others(third)]),
    };
  };
}

/** The times of an act in milliseconds, and the statements that it costs through the services. */
class Measured {
  readonly service: number[] = [];
  readonly text: number[] = [];
  readonly all: number[] = [];
  statements = 0;

  row(act: string): string[] {
    const [service, text, all] = [median(this.service), median(this.text), median(this.all)];
    const times = [service, all, service / all, text, service / text];
    return [act, String(this.statements), ...times.map((time) => time.toFixed(1))];
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** Runs all acts in turn, so that all of them meet tables of the same size. */
async function measure(work: Work, counter: { count: number }, rounds: number): Promise<Map<string, Measured>> {
  const results = new Map(Object.keys(ACTS).map((act) => [act, new Measured()]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [act, prepare] of Object.entries(ACTS)) {
      const runs = await prepare(work);
      const result = results.get(act) ?? new Measured();
      counter.count = 0;
      result.service.push(await timed(runs.service));
      result.statements = counter.count;
      result.text.push(await timed(runs.text));
      result.all.push(await timed(runs.all));
    }
  }
  return results;
}

await onThrowAwayDatabase(async (work, counter) => {
  await measure(work, counter, WARM_UP_ROUNDS);
  await work.database.pool.query("VACUUM ANALYZE");
  const results = await measure(work, counter, ROUNDS);
  const titles = ["act", "statements", "median ms", "all rows by SQL", "ratio", "text alone by SQL", "ratio"];
  console.log(
    formatTable(
      titles,
      [...results].map(([act, result]) => result.row(act)),
    ),
  );
});
