import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersOf } from "../support/tokens.js";
import { Searcher } from "./support/searcher.js";

let reader: Searcher;

/** Enough rows that a scan of them all would be the wrong plan. */
const COPIES = 20_000;

beforeAll(async () => {
  reader = await Searcher.open();
  const { pool } = reader.app.database;
  // Documents of articles that do not exist are enough to plan with; the role stops the foreign keys and triggers.
  await pool.query(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    INSERT INTO search_document (kind, key, head, article_id, dictionary, language, published_at, title, text)
      SELECT 'ARTICLE', gen_random_uuid(), h.head, gen_random_uuid(), 'english', 'en', now(), to_tsvector('english', 'w' || n % 500),
        setweight(array_to_tsvector(ARRAY['#english', 'w' || n % 500, 'v' || n % 700, 'the']), 'A')
      FROM generate_series(1, ${COPIES}) n CROSS JOIN (VALUES ('DRAFT'), ('PUBLISHED')) h(head);
    INSERT INTO person (id, slug, name) SELECT gen_random_uuid(), 'p' || n, 'P' || n FROM generate_series(1, ${COPIES}) n;
    INSERT INTO search_document (kind, key, head, person_id, dictionary, names, title, text)
      SELECT 'PERSON', id, 'ANY', id, 'simple', md5(slug), array_to_tsvector(ARRAY[md5(slug)]),
        setweight(array_to_tsvector(ARRAY['#simple', md5(slug)]), 'A') FROM person WHERE slug LIKE 'p%';
    INSERT INTO article_head SELECT (jsonb_populate_record(h, jsonb_build_object('article_id', gen_random_uuid(),
      'slug', 's' || n, 'headline', md5(n::text)))).* FROM article_head h, generate_series(1, ${COPIES}) n
      WHERE (h.article_id, h.head) = (SELECT article_id, head FROM article_head LIMIT 1);
    INSERT INTO quote SELECT (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(),
      'text', md5(n::text)))).* FROM quote q, generate_series(1, ${COPIES}) n
      WHERE (q.id, q.head) = (SELECT id, head FROM quote LIMIT 1);
    INSERT INTO person_name (person_id, position, name, folded)
      SELECT id, 0, md5(slug), md5(slug) FROM person WHERE slug LIKE 'p%' ON CONFLICT DO NOTHING;
    PERFORM recount_lists();
  END $$`);
  await pool.query("VACUUM ANALYZE search_document, person, article_head, quote, person_name");
});
afterAll(() => reader.app.close());

/** The plan of each statement that a search runs, as PostgreSQL makes it for these values and for any. */
async function plansOf(query: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { statements, database } = reader.app;
  statements.length = 0;
  await reader.search({ query }, headers);
  const plans: string[] = [];
  for (const { sql, params } of statements.filter(({ sql }) => sql.includes("search_document"))) {
    const { rows } = await database.pool.query<{ "QUERY PLAN": string }>(`EXPLAIN ${sql}`, [...params]);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans;
}

const QUERIES = [
  "w17",
  "w17 v30",
  '"w17 v30"',
  "w1*",
  "w17 OR v30",
  "w17 -v30",
  "the",
  "Ilse Harrow",
  "Zelenco",
  "京都",
];

describe("every search", () => {
  it.each(QUERIES)("finds %s by its indexes, and reads no table of texts as a whole", async (query) => {
    const plans = await plansOf(query);
    expect(plans).toHaveLength(2);
    for (const plan of plans)
      expect(plan).not.toMatch(/Seq Scan on (search_document|article_head|person|paragraph|quote)\b/);
    expect(plans[1]).toMatch(/Bitmap Index Scan on search_document_published/);
    expect(plans[1]).toMatch(/search_document_shared/);
  });

  it("of an editor who asks for drafts finds them by theirs", async () => {
    const headers = { ...(await headersOf(reader.app.database, "EDITOR")), "x-content-view": "draft" };
    const [, plan] = await plansOf("w17", headers);
    expect(plan).toMatch(/Bitmap Index Scan on search_document_draft/);
    expect(plan).not.toMatch(/search_document_published/);
  });

  it("finds misspelled names by the index on names", async () => {
    const { rows } = await reader.app.database.pool.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT d.key FROM search_document d WHERE d.kind = 'PERSON' AND 'harow' <% d.names`,
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/search_document_names/);
  });

  it.each([
    ["headlineContains", "SELECT 1 FROM article_head h WHERE", "h.headline", "article_head_headline_characters"],
    ["textContains", "SELECT 1 FROM quote q WHERE", "q.text", "quote_text_characters"],
    ["nameContains", "SELECT 1 FROM person_name n WHERE", "n.name", "person_name_characters"],
  ])("inside texts (%s) uses the index on folded characters", async (_filter, from, column, index) => {
    const { rows } = await reader.app.database.pool.query<{ "QUERY PLAN": string }>(
      `EXPLAIN ${from} fold_characters(${column}) LIKE contains_pattern('harbour')`,
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain(index);
  });
});
