// What a write costs beside the bare SQL of the same rows: statements and milliseconds, side by side in one run on a
// throw-away database. `npm run bench:writes`.
import "reflect-metadata";
import { addParagraph } from "../src/body/body-edit.service.js";
import { createArticle } from "../src/article/article.service.js";
import { updateArticle } from "../src/article/update-article.service.js";
import type { Work } from "../src/auth/work.js";
import type { Database } from "../src/database/client.js";
import { encodeNodeId } from "../src/graphql/node-id.js";
import { UserError } from "../src/graphql/user-errors.js";
import { newId } from "../src/lib/new-id.js";
import { formatTable } from "../src/lib/table.js";
import { publishArticle } from "../src/publishing/publishing.service.js";
import { onThrowAwayDatabase } from "./throw-away.js";

const ROUNDS = 100;
const PARAGRAPHS = 12;

/** One act, and what it costs through the services and as bare statements of the same rows. */
interface Measured {
  readonly act: string;
  readonly statements: number;
  readonly serviceMs: number;
  readonly bareMs: number;
}

function done<Done extends object>(result: Done | UserError): Done {
  if (result instanceof UserError) throw new Error(result.message);
  return result;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** An article of twelve paragraphs with a quote each, for every round its own. */
async function makeArticle(work: Work): Promise<{ id: string; key: string; version: number }> {
  const body = Array.from({ length: PARAGRAPHS }, (_, at) => ({
    paragraph: {
      text: `Paragraph ${at}: “We keep the port open,” she said.`,
      quotes: [{ exact: "We keep the port open" }],
    },
  }));
  const { articleId, version } = done(await createArticle(work, { headline: "Port stays open", body }));
  return { id: encodeNodeId("Article", articleId), key: articleId, version };
}

/** The same rows as the act writes, in one transaction of hand-written statements without a rule or a record. */
async function bare(database: Database, statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    for (const [text, values] of statements) await client.query(text, [...values]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

const COPIED = ["article_head", "article_topic", "paragraph", "placement", "quote", "mention", "appearance"];

const ACTS: Readonly<
  Record<
    string,
    {
      readonly service: (work: Work, article: { id: string; version: number }) => Promise<object>;
      readonly bare: (key: string) => readonly (readonly [string, readonly unknown[]])[];
    }
  >
> = {
  updateArticle: {
    service: (work, { id, version }) => updateArticle(work, { id, expectedVersion: version, headline: "Port closes" }),
    bare: (key) => [
      ["UPDATE article SET version = version + 1 WHERE id = $1", [key]],
      [
        "UPDATE article_head SET headline = 'Port closes', version = version + 1, updated_at = now() WHERE article_id = $1 AND head = 'DRAFT'",
        [key],
      ],
    ],
  },
  addParagraph: {
    service: (work, { id, version }) =>
      addParagraph(work, { articleId: id, expectedVersion: version, paragraph: { text: "One more paragraph." } }),
    bare: (key) => [
      ["UPDATE article SET version = version + 1 WHERE id = $1", [key]],
      [
        "UPDATE article_head SET version = version + 1, updated_at = now() WHERE article_id = $1 AND head = 'DRAFT'",
        [key],
      ],
      [
        "INSERT INTO paragraph (id, head, article_id, position, text) VALUES ($2, 'DRAFT', $1, 12, 'One more paragraph.')",
        [key, newId()],
      ],
    ],
  },
  publishArticle: {
    service: (work, { id, version }) => publishArticle(work, { id, expectedVersion: version }),
    bare: (key) => [
      [
        "UPDATE article SET state = 'PUBLISHED', version = version + 1, published_at = now(), first_published_at = now() WHERE id = $1",
        [key],
      ],
      ...COPIED.map((table): readonly [string, readonly unknown[]] => [
        `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '{"head": "PUBLISHED"}')).* FROM ${table} r WHERE article_id = $1 AND head = 'DRAFT'`,
        [key],
      ]),
    ],
  },
};

async function measure(work: Work, statements: { count: number }): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const [act, { service, bare: rows }] of Object.entries(ACTS)) {
    const times: { service: number[]; bare: number[] } = { service: [], bare: [] };
    let counted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, other] = [await makeArticle(work), await makeArticle(work)];
      statements.count = 0;
      times.service.push(await timed(async () => done(await service(work, one))));
      counted = statements.count;
      times.bare.push(await timed(() => bare(work.database, rows(other.key))));
    }
    results.push({ act, statements: counted, serviceMs: median(times.service), bareMs: median(times.bare) });
    process.stderr.write(`${act} measured\n`);
  }
  return results;
}

await onThrowAwayDatabase(async (work, statements) => {
  const results = await measure(work, statements);
  const rows = results.map(({ act, statements: count, serviceMs, bareMs }) => [
    act,
    String(count),
    serviceMs.toFixed(1),
    bareMs.toFixed(1),
    (serviceMs / bareMs).toFixed(1),
  ]);
  console.log(formatTable(["act", "statements", "median ms", "bare SQL ms", "ratio"], rows));
});
