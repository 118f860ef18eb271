import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { corpusSteps, slugOf } from "../../bench/corpus-sql.js";
import { dropIndexes } from "../../bench/drop-indexes.js";
import { documentOf, HIDDEN_LISTS, idOf, LISTS } from "../../bench/list-questions.js";
import type { TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";

/*
 * The plan of every list of the schema, by each filter in each order, for readers and for editors: none reads a large table
 * as a whole. Plans are read, not clocks.
 */

/**
 * LIST_PLAN_ARTICLES runs the same tests on another number. Below some thousand a scan of a table can be the better plan.
 */
const ARTICLES = Number(process.env["LIST_PLAN_ARTICLES"] ?? 6_000);

let desk: Desk;
/** The tables that a plan must not read as a whole. */
let large: ReadonlySet<string>;
beforeAll(async () => {
  desk = await Desk.open();
  const [row] = await desk.app.database.read<{ name: string }>("SELECT current_database() AS name");
  const url = new URL(inject("databaseServerUrl"));
  url.pathname = row?.name ?? "";
  // A connection of its own: those of the app drop a statement that takes long.
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    // The role stops the foreign keys and triggers: what they keep equal is written by the corpus.
    await client.query("SET session_replication_role = replica");
    const indexes = await dropIndexes(client);
    for (const { sql } of corpusSteps(ARTICLES)) await client.query(sql);
    await client.query(`
      UPDATE article SET state = 'KILLED', killed_at = published_at, kill_reason = 'Forged.' WHERE version = 2
        AND id IN (SELECT id FROM article ORDER BY id LIMIT 20 OFFSET 1000);
      UPDATE image SET is_used = TRUE;
      INSERT INTO audit_entry (id, at, actor, actor_id, role, act, subject, subject_id)
        SELECT gen_random_uuid(), a.created_at, 'A', 'busy', 'AUTHOR', act, 'Article', a.id
        FROM article a CROSS JOIN unnest(ARRAY['createArticle', 'updateArticle', 'publishArticle']) act;
      INSERT INTO revision (id, article_id, number, created_at, author, document)
        SELECT gen_random_uuid(), id, 1, created_at, 'A', '{}' FROM article;
      INSERT INTO search_document (kind, key, head, article_id, dictionary, language, published_at, title, text)
        SELECT 'ARTICLE', article_id, head, article_id, 'english', 'en', published_at, to_tsvector('english', headline),
          setweight(array_to_tsvector(ARRAY['#english', 'w' || article_id]), 'A')
        FROM article_head`);
    // A topic and a section with three old articles each, a section with none, and a topic and a section with all of them.
    await client.query(`
      INSERT INTO topic (id, slug, name) SELECT bench_id(3, n), 'topic-' || n, 'Topic ' || n FROM generate_series(100, 101) n;
      INSERT INTO topic_slug (slug, topic_id) SELECT slug, id FROM topic WHERE slug IN ('topic-100', 'topic-101');
      INSERT INTO section (id, slug, name, position) SELECT bench_id(7, n), 'section-' || n, 'S', n FROM generate_series(100, 102) n;
      INSERT INTO section_slug (slug, section_id) SELECT slug, id FROM section WHERE position >= 100;
      UPDATE section SET parent_id = bench_id(7, 102) WHERE position < 102;
      UPDATE article_head SET section_id = bench_id(7, 100) WHERE article_id IN (SELECT bench_id(1, n) FROM generate_series(3, 5) n);
      INSERT INTO article_topic (article_id, head, topic_id, position)
        SELECT article_id, head, bench_id(3, 101), 2 FROM article_head
        UNION ALL SELECT bench_id(1, n), head, bench_id(3, 100), 3
          FROM generate_series(3, 5) n, (VALUES ('DRAFT'), ('PUBLISHED')) h(head)`);
    for (const index of indexes) await client.query(index);
    await client.query("SELECT recount_lists()");
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
  const tables = await desk.app.database.read<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND reltuples >= $1`,
    [ARTICLES * 0.9],
  );
  large = new Set(tables.map(({ name }) => name));
}, 900_000);
afterAll(() => desk.app.close());

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): readonly string[] {
  const own =
    node["Node Type"] === "Seq Scan" && large.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** What was read, without what begins and ends transactions. */
function statementsOf({ statements }: TestApp): TestApp["statements"] {
  return statements.filter(({ sql }) => !/^\s*(BEGIN|COMMIT|SET)\b/iu.test(sql));
}

/** The large tables that a query reads as a whole. */
async function wholeTables(document: string, headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { app } = desk;
  app.statements.length = 0;
  await app.data(document, {}, headers);
  const found: string[] = [];
  for (const { sql, params } of statementsOf(app)) {
    const { rows } = await app.database.pool.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
      `EXPLAIN (FORMAT JSON) ${sql}`,
      [...params],
    );
    found.push(...rows.flatMap((row) => row["QUERY PLAN"]).flatMap(({ Plan }) => scansOf(Plan)));
  }
  return found;
}

describe("totalCount", () => {
  it.each([
    ["Topic", "articles"],
    ["Person", "articles"],
    ["Person", "written"],
    ["EmbeddedPost", "articles"],
  ] as const)(
    "of %s.%s counts the rows that refer to the articles, without reading the articles",
    async (type, field) => {
      const { app } = desk;
      app.statements.length = 0;
      const document = `{ node(id: ${JSON.stringify(idOf(type, 5))}) { ... on ${type} { ${field} { totalCount } } } }`;
      const { node } = await app.data<{ node: Record<string, { totalCount: number }> }, object>(document);
      expect(node[field]?.totalCount).toBeGreaterThan(0);
      expect(app.statements.map(({ sql }) => sql).join(" ")).not.toContain("article_head");
    },
  );
});

/** How many rows of tables the execution of a plan has looked at. */
function rowsRead({ Plans = [], ...node }: PlanNode): number {
  const loops = node["Actual Loops"] ?? 1;
  const own = (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0);
  return (node["Relation Name"] === undefined ? 0 : own * loops) + Plans.reduce((sum, each) => sum + rowsRead(each), 0);
}

/** The rows that a statement looks at when it is planned without its values, as PostgreSQL does from the sixth time on. */
async function rowsReadUnseen({ sql, params }: TestApp["statements"][number]): Promise<number> {
  const client = await desk.app.database.pool.connect();
  try {
    await client.query(`SET plan_cache_mode = force_generic_plan; PREPARE unseen AS ${sql}`);
    const values = params.map((value) =>
      client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value)),
    );
    const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE unseen${values.length > 0 ? `(${values.join(", ")})` : ""}`,
    );
    return rows.flatMap((row) => row["QUERY PLAN"]).reduce((sum, { Plan }) => sum + rowsRead(Plan), 0);
  } finally {
    client.release(true);
  }
}

describe("a topic or section", () => {
  const page = "(first: 20) { nodes { slug } }";
  const byKind = (number: number): Readonly<Record<string, string>> => ({
    "filter by topic id": `articles(filter: { topicId: ${JSON.stringify(idOf("Topic", number))} })`,
    "filter by topic slug": `articles(filter: { topicSlug: "topic-${number}" })`,
    topic: `topic(slug: "topic-${number}")`,
    "filter by section id": `articles(filter: { sectionId: ${JSON.stringify(idOf("Section", number))} })`,
    "filter by section slug": `articles(filter: { sectionSlug: "section-${number}" })`,
    section: `section(slug: "section-${number}")`,
  });
  const documentsOf = (number: number): readonly (readonly [string, string])[] =>
    Object.entries(byKind(number)).map(([kind, field]) => {
      const isFilter = field.startsWith("articles");
      return [
        kind,
        isFilter ? `{ ${field.replace("(", "(first: 20, ")} { nodes { slug } } }` : `{ ${field} { articles${page} } }`,
      ];
    });
  const slugsOf = (from: number, count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => slugOf(from - at));

  async function readSlugs(document: string): Promise<readonly string[]> {
    desk.app.statements.length = 0;
    const data = await desk.app.data<Record<string, unknown>, object>(document, {});
    return [...JSON.stringify(data).matchAll(/"slug":"([^"]+)"/g)].map(([, slug]) => slug ?? "");
  }

  it.each(documentsOf(100))(
    "with few articles has its page without a look at those of others, by %s",
    async (_, document) => {
      expect(await readSlugs(document)).toEqual(slugsOf(5, 3));
      for (const statement of statementsOf(desk.app))
        expect(await rowsReadUnseen(statement)).toBeLessThan(ARTICLES / 12);
    },
  );

  it.each(documentsOf(101).filter(([kind]) => !kind.includes("topic")))(
    "without articles has its page without a look at those of others, by %s",
    async (_, document) => {
      expect(await readSlugs(document)).toEqual([]);
      for (const statement of statementsOf(desk.app))
        expect(await rowsReadUnseen(statement)).toBeLessThan(ARTICLES / 12);
    },
  );

  it.each([
    ...documentsOf(101).filter(([kind]) => kind.includes("topic")),
    ...documentsOf(102).filter(([kind]) => kind.includes("section")),
  ])("with more articles than are sorted has its page by the order of all, by %s", async (_, document) => {
    expect(await readSlugs(document)).toEqual(slugsOf(ARTICLES - 1, 20));
    for (const statement of statementsOf(desk.app)) expect(await rowsReadUnseen(statement)).toBeLessThan(ARTICLES / 4);
  });
});

describe("a page behind a cursor", () => {
  it.each(["ASC", "DESC"])(
    "finds in the index whether there are rows before it, in the order %s",
    async (direction) => {
      const list = `orderBy: { field: CREATED_AT, direction: ${direction} }`;
      const found = await desk.app.data<{ quotes: { pageInfo: { endCursor: string } } }, object>(
        `{ quotes(first: 20, ${list}) { pageInfo { endCursor } } }`,
        {},
      );
      desk.app.statements.length = 0;
      const after = JSON.stringify(found.quotes.pageInfo.endCursor);
      const { quotes } = await desk.app.data<{ quotes: { pageInfo: { hasPreviousPage: boolean } } }, object>(
        `{ quotes(first: 20, after: ${after}, ${list}) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }`,
        {},
      );
      expect(quotes.pageInfo).toEqual({ hasPreviousPage: true, hasNextPage: true });
      for (const statement of statementsOf(desk.app))
        expect(await rowsReadUnseen(statement)).toBeLessThan(ARTICLES / 12);
    },
  );
});

describe("the news sitemap", () => {
  it("looks at the articles of two days only", async () => {
    desk.app.statements.length = 0;
    const { statusCode } = await desk.app.http.inject("/news-sitemap.xml");
    expect(statusCode).toBe(200);
    const [statement] = statementsOf(desk.app).filter(({ sql }) => sql.includes("first_published_at"));
    if (!statement) throw new Error("The sitemap reads no articles.");
    expect(await rowsReadUnseen(statement)).toBeLessThan(ARTICLES / 12);
  });
});

describe("few characters of a headline", () => {
  it.each(["zq", "th", "77", "(", "Ω"])(
    "%s are found by readers without reading the headlines as a whole, however frequent they are",
    async (characters) => {
      const { app } = desk;
      for (const selected of ["nodes { slug }", "nodes { slug } pageInfo { hasNextPage }"]) {
        app.statements.length = 0;
        await app.data(`{ articles(first: 20, filter: { headlineContains: "${characters}" }) { ${selected} } }`, {});
        const [statement] = app.statements;
        const { rows } = await app.database.pool.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.sql}`,
          [...(statement?.params ?? [])],
        );
        const read = rows.flatMap((row) => row["QUERY PLAN"]).reduce((sum, { Plan }) => sum + rowsRead(Plan), 0);
        expect(read).toBeLessThan(ARTICLES / 4);
      }
    },
  );
});

describe("a page of a list", () => {
  it("is tested on tables that are large", () => {
    const expected = ["article", "article_head", "quote", "paragraph", "article_topic", "appearance", "embedded_post"];
    expect([...large]).toEqual(expect.arrayContaining(expected));
  });

  const names = [...new Set(LISTS.map(({ name }) => name))];
  it.each(names)(
    "%s reads no large table as a whole, by any filter in any order",
    async (name) => {
      const faults: string[] = [];
      for (const one of LISTS.filter((each) => each.name === name)) {
        const draft = { ...desk.headers.ADMIN, "x-content-view": "draft" };
        const views = HIDDEN_LISTS.has(name) ? { editors: draft } : { readers: {}, editors: draft };
        for (const [view, headers] of Object.entries(views)) {
          const tables = await wholeTables(documentOf(one), headers);
          if (tables.length > 0) faults.push(`${one.name}(${one.args}) for ${view}: ${tables.join(", ")}`);
        }
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
