import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { corpusSteps } from "../../bench/corpus-sql.js";
import { dropIndexes } from "../../bench/drop-indexes.js";
import { documentOf, HIDDEN_LISTS, idOf, LISTS } from "../../bench/list-questions.js";
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
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): readonly string[] {
  const own =
    node["Node Type"] === "Seq Scan" && large.has(node["Relation Name"] ?? "") ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** The large tables that a query reads as a whole. */
async function wholeTables(document: string, headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { app } = desk;
  app.statements.length = 0;
  await app.data(document, {}, headers);
  const found: string[] = [];
  for (const { sql, params } of app.statements.filter(({ sql: each }) => !/^\s*(BEGIN|COMMIT|SET)\b/iu.test(each))) {
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

describe("few characters of a headline", () => {
  const rowsRead = ({ Plans = [], ...node }: PlanNode): number =>
    (node["Relation Name"] === undefined ? 0 : (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) +
    Plans.reduce((sum, each) => sum + rowsRead(each), 0);

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
