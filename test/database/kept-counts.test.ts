import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { encodeNodeId, decodeNodeId } from "../../src/graphql/node-id.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCounts } from "../../src/draft/kept-counts.service.js";
import { expectExactCounts } from "../support/kept-counts.js";
import { Desk } from "../support/desk.js";
import { databaseBefore } from "./support/upgrade.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const COUNTS = `{ articles { totalCount } quotes { totalCount } }`;

interface Counts {
  readonly articles: { readonly totalCount: number };
  readonly quotes: { readonly totalCount: number };
}

/** A session of its own. */
async function connect(): Promise<Client> {
  const client = new Client({ connectionString: desk.app.url });
  await client.connect();
  return client;
}

function insertHead(client: Pick<Client, "query">, id: string): Promise<unknown> {
  return client.query(
    `WITH article AS (INSERT INTO article (id, state, first_published_at, published_at)
        VALUES ($1, 'PUBLISHED', now(), now()) RETURNING id),
      slug AS (INSERT INTO article_slug (slug, article_id) SELECT $2, id FROM article)
    INSERT INTO article_head (article_id, head, version, slug, headline, language, updated_at)
      SELECT id, 'PUBLISHED', 1, $2, 'Counted', 'en', now() FROM article`,
    [id, `counted-${id}`],
  );
}

async function countOf(type: "Section" | "Topic", id: string): Promise<number> {
  const document = `{ node(id: "${id}") { ... on ${type} { articles { totalCount } } } }`;
  return (await desk.readAsReader<{ node: { articles: Counts["articles"] } }>(document)).node.articles.totalCount;
}

async function topicOf(slug: string): Promise<string> {
  const { topic } = await desk.readAsReader<{ topic: { id: string } }>(`{ topic(slug: "${slug}") { id } }`);
  return topic.id;
}

async function rowsOfCounts(): Promise<number> {
  const [row] = await desk.app.database.read<{ count: number }>("SELECT count(*)::int AS count FROM list_count");
  return row?.count ?? 0;
}

describe("kept counts", () => {
  it("count what is committed, and nothing that is rolled back, while others write", async () => {
    const [one, other] = [await connect(), await connect()];
    const before = (await desk.readAsReader<Counts>(COUNTS)).articles.totalCount;
    await one.query("BEGIN");
    await other.query("BEGIN");
    await insertHead(one, randomUUID());
    await insertHead(other, randomUUID());
    expect((await desk.readAsReader<Counts>(COUNTS)).articles.totalCount).toBe(before);
    await other.query("COMMIT");
    expect((await desk.readAsReader<Counts>(COUNTS)).articles.totalCount).toBe(before + 1);
    await one.query("ROLLBACK");
    expect((await desk.readAsReader<Counts>(COUNTS)).articles.totalCount).toBe(before + 1);
    await one.end();
    await other.end();
  });

  it("keep their sum when their rows are merged by several at once, beside a writer and an older snapshot", async () => {
    const [writer, snapshot] = [await connect(), await connect()];
    for (let made = 0; made < 60; made += 1) await insertHead(writer, randomUUID());
    const { articles } = await desk.readAsReader<Counts>(COUNTS);
    const sum = "SELECT sum(rows)::int AS sum FROM list_count WHERE list = 'article' AND head = 'PUBLISHED'";
    await snapshot.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    expect((await snapshot.query(sum)).rows).toEqual([{ sum: articles.totalCount }]);
    await writer.query("BEGIN");
    await insertHead(writer, randomUUID());
    const merged = await Promise.all([1, 2, 3].map(() => mergeCounts(desk.app.database)));
    expect(merged.reduce((total, each) => total + each)).toBeGreaterThanOrEqual(60);
    expect((await desk.readAsReader<Counts>(COUNTS)).articles.totalCount).toBe(articles.totalCount);
    expect((await snapshot.query(sum)).rows).toEqual([{ sum: articles.totalCount }]);
    await writer.query("COMMIT");
    expect((await desk.readAsReader<Counts>(COUNTS)).articles.totalCount).toBe(articles.totalCount + 1);
    expect(await rowsOfCounts()).toBeLessThan(60);
    await writer.end();
    await snapshot.end();
    await expectExactCounts(desk.app.url);
  });

  it("follow articles that move to another section, topics that are merged, and texts that readers lose", async () => {
    const { newsroom } = desk;
    const [from, into] = [await newsroom.section(), await newsroom.section()];
    const [first, second] = ["Counted One", "Counted Two"] as const;
    await newsroom.published({ sectionId: from, topics: [first] });
    await newsroom.published({ sectionId: from, topics: [second] });
    await newsroom.published({ sectionId: from, topics: [first, second] });
    await newsroom.killed({ sectionId: from, topics: [first] });
    const one = await topicOf("counted-one");
    const other = await topicOf("counted-two");
    expect([await countOf("Section", from), await countOf("Topic", one), await countOf("Topic", other)]).toEqual([
      3, 2, 2,
    ]);
    await desk.run("mergeTopics", { id: other, intoId: one }, "topic { id }");
    const moved = `UPDATE article_head SET section_id = $2 WHERE article_id = (
      SELECT article_id FROM article_head WHERE section_id = $1 AND head = 'PUBLISHED' LIMIT 1)`;
    await desk.app.database.pool.query(
      moved,
      [from, into].map((id) => decodeNodeId(id)?.uuid),
    );
    expect([await countOf("Section", from), await countOf("Section", into), await countOf("Topic", one)]).toEqual([
      2, 1, 3,
    ]);
    await expectExactCounts(desk.app.url);
  });

  it("are read instead of the rows of a list, by a relation and by a filter", async () => {
    const [topic, section] = [encodeNodeId("Topic", randomUUID()), encodeNodeId("Section", randomUUID())];
    const { app } = desk;
    app.statements.length = 0;
    const { all, quotes, filed, placed } = await desk.readAsReader<Record<string, { totalCount: number }>>(
      `{ all: articles { totalCount } quotes { totalCount } filed: articles(filter: { topicId: "${topic}" }) { totalCount }
        placed: articles(filter: { sectionId: "${section}" }) { totalCount } }`,
    );
    expect([filed?.totalCount, placed?.totalCount]).toEqual([0, 0]);
    expect(all?.totalCount).toBeGreaterThan(0);
    expect(quotes?.totalCount).toBeGreaterThanOrEqual(0);
    const text = app.statements.map(({ sql }) => sql).join(" ");
    expect(text.match(/FROM list_count/g)).toHaveLength(4);
    expect(text).not.toMatch(/FROM (article_head|article_topic|quote)\b/);
  });

  it("are filled by the upgrade, and followed by writers of the version before", async () => {
    const { client, upgrade } = await databaseBefore("20261127193600_kept_counts");
    await insertHead(client, randomUUID());
    await upgrade();
    await insertHead(client, randomUUID());
    const { rows } = await client.query("SELECT list, head, sum(rows)::int AS sum FROM list_count GROUP BY list, head");
    expect(rows).toEqual([{ list: "article", head: "PUBLISHED", sum: 2 }]);
  });
});
