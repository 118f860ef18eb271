import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../support/desk.js";

const ARTICLES = 100_000;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  // The role stops the foreign keys and triggers: what they keep equal is written here.
  await desk.app.database.pool.query(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS id,
      timestamptz '2020-01-01' + n * interval '10 minutes' AS at FROM generate_series(1, ${ARTICLES}) n;
    INSERT INTO article (id, state, version, created_at, first_published_at, published_at, published_version, trashed_at)
      SELECT id, CASE WHEN n % 500 = 0 THEN 'DRAFT' ELSE 'PUBLISHED' END, 2, at, at, at,
        CASE WHEN n % 500 = 0 THEN NULL WHEN n % 700 = 0 THEN 1 ELSE 2 END, CASE WHEN n % 1000 = 0 THEN at END FROM made;
    INSERT INTO article_head (article_id, head, version, slug, headline, language, published_at, first_published_at, updated_at)
      SELECT id, CASE WHEN n % 1000 = 0 THEN 'TRASH' ELSE 'DRAFT' END, 2, 's' || n, 'Headline ' || n, 'en', at, at, at FROM made;
    INSERT INTO audit_entry (id, at, actor, actor_id, role, act, subject, subject_id)
      SELECT gen_random_uuid(), at, 'A', CASE WHEN n % 2500 = 0 THEN 'rare' WHEN n % 3 = 0 THEN 'busy' ELSE 'other' || n % 40 END,
        'AUTHOR', act, 'Article', id FROM made CROSS JOIN unnest(ARRAY['createArticle', 'updateArticle', 'publishArticle']) act;
    PERFORM recount_lists();
  END $$`);
  await desk.app.database.pool.query("VACUUM ANALYZE article, article_head, audit_entry");
});
afterAll(() => desk.app.close());

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** The nodes of the plan that a query is answered by. */
async function planOf(query: string, table: string): Promise<readonly PlanNode[]> {
  const { app } = desk;
  app.statements.length = 0;
  await desk.readAsEditor(query);
  const statements = app.statements.filter(({ sql }) => sql.includes(table));
  expect(statements).toHaveLength(1);
  const [statement] = statements;
  const { rows } = await app.database.pool.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.sql}`,
    [...(statement?.params ?? [])],
  );
  return rows.flatMap((row) => row["QUERY PLAN"]).flatMap(({ Plan }) => nodesOf(Plan));
}

const ORDERS = ["", ", orderBy: { field: UPDATED_AT, direction: DESC }"];
const FILTERS = [
  "hasUnpublishedChanges: true",
  "hasUnpublishedChanges: true, states: [PUBLISHED]",
  "hasUnpublishedChanges: false",
  'editedById: "busy"',
  'editedById: "rare"',
  'editedById: "nobody"',
  'editedById: "busy", states: [DRAFT]',
  "isTrashed: true",
];

describe.each(FILTERS)("a page of 100,000 articles with %s", (filter) => {
  it.each(ORDERS)("reads a small part of them by indexes%s", async (order) => {
    const query = `{ articles(first: 50, filter: { ${filter} }${order}) { nodes { headline lastEdit { by } rejection { by } } } }`;
    const nodes = await planOf(query, "article_head");
    expect(nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"])).toEqual([]);
    const read = nodes.map(
      (node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
    );
    expect(Math.max(...read)).toBeLessThan(ARTICLES / 20);
  });
});
