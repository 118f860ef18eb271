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
import { HEAD_TABLES } from "../src/draft/head.js";
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
  /** Of the rows of the text alone. */
  readonly textMs: number;
  /** Of all rows that the act leaves: also the audit log, the event, the revision and the search documents. */
  readonly allMs: number;
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
async function bare(database: Database, statements: Statements): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    for (const [text, values] of statements) await client.query(text, [...values]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

type Statements = readonly (readonly [string, readonly unknown[]])[];

/** The rows of the record of an act. */
function recordRows(act: string, key: string): Statements {
  return [
    [
      `INSERT INTO audit_entry (id, at, actor, role, act, subject, subject_id)
       VALUES ($1, now(), 'Bench', 'ADMIN', $2, 'Article', $3)`,
      [newId(), act, key],
    ],
    [
      `INSERT INTO event (at, act, subject, subject_id, article_version, actor)
       VALUES (now(), $1, 'Article', $2, 2, 'Bench')`,
      [act, key],
    ],
    ["DELETE FROM search_pending WHERE transaction = pg_current_xact_id()::text::bigint", []],
  ];
}

/** The search document of a draft whose text was changed. */
function foundRows(key: string): Statements {
  return [
    [
      `UPDATE search_document SET title = to_tsvector('english', 'Port closes'), text = text || to_tsvector('english', 'Port closes')
       WHERE kind = 'ARTICLE' AND key = $1 AND head = 'DRAFT'`,
      [key],
    ],
  ];
}

/** What a publication leaves besides the text: a revision of all rows, and the search documents of the copy. */
function publicationRows(key: string): Statements {
  const rows = HEAD_TABLES.map(
    (table) =>
      `'${table}', (SELECT jsonb_agg(to_jsonb(r)) FROM ${table} r WHERE article_id = $2 AND head = 'PUBLISHED')`,
  );
  return [
    [
      `INSERT INTO revision (id, article_id, number, created_at, author, document)
       SELECT $1, $2::uuid, 1, now(), 'Bench', jsonb_build_object(${rows.join(", ")})`,
      [newId(), key],
    ],
    [
      `INSERT INTO search_document
       SELECT (jsonb_populate_record(d, '{"head": "PUBLISHED"}')).* FROM search_document d WHERE article_id = $1 AND head = 'DRAFT'`,
      [key],
    ],
  ];
}

const ACTS: Readonly<
  Record<
    string,
    {
      readonly service: (work: Work, article: { id: string; version: number }) => Promise<object>;
      readonly bare: (key: string) => Statements;
      /** The rows that the act leaves besides. */
      readonly more: (key: string) => Statements;
    }
  >
> = {
  updateArticle: {
    more: (key) => [...foundRows(key), ...recordRows("updateArticle", key)],
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
    more: (key) => [...foundRows(key), ...recordRows("addParagraph", key)],
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
    more: (key) => [...publicationRows(key), ...recordRows("publishArticle", key)],
    service: (work, { id, version }) => publishArticle(work, { id, expectedVersion: version }),
    bare: (key) => [
      [
        "UPDATE article SET state = 'PUBLISHED', version = version + 1, published_at = now(), first_published_at = now() WHERE id = $1",
        [key],
      ],
      ...HEAD_TABLES.map((table): readonly [string, readonly unknown[]] => [
        `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '{"head": "PUBLISHED"}')).* FROM ${table} r WHERE article_id = $1 AND head = 'DRAFT'`,
        [key],
      ]),
    ],
  },
};

async function measure(work: Work, statements: { count: number }): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const [act, { service, bare: rows, more }] of Object.entries(ACTS)) {
    const times: { service: number[]; text: number[]; all: number[] } = { service: [], text: [], all: [] };
    let counted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, other, third] = [await makeArticle(work), await makeArticle(work), await makeArticle(work)];
      statements.count = 0;
      times.service.push(await timed(async () => done(await service(work, one))));
      counted = statements.count;
      times.text.push(await timed(() => bare(work.database, rows(other.key))));
      times.all.push(await timed(() => bare(work.database, [...rows(third.key), ...more(third.key)])));
    }
    const [serviceMs, textMs, allMs] = [median(times.service), median(times.text), median(times.all)];
    results.push({ act, statements: counted, serviceMs, textMs, allMs });
    process.stderr.write(`${act} measured\n`);
  }
  return results;
}

await onThrowAwayDatabase(async (work, statements) => {
  const results = await measure(work, statements);
  const rows = results.map(({ act, statements: count, serviceMs, textMs, allMs }) => [
    act,
    String(count),
    serviceMs.toFixed(1),
    allMs.toFixed(1),
    (serviceMs / allMs).toFixed(1),
    textMs.toFixed(1),
    (serviceMs / textMs).toFixed(1),
  ]);
  const titles = ["act", "statements", "median ms", "all rows by SQL", "ratio", "text alone by SQL", "ratio"];
  console.log(formatTable(titles, rows));
});
