import { expect, test } from "vitest";
import { databaseBefore } from "./support/upgrade.js";

test("the heads of articles from before the order by first publication take the moment of their article", async () => {
  const { client, upgrade } = await databaseBefore("20261127023800_first_publication_order");
  const id = "00000000-0000-7000-8000-000000000001";
  const at = new Date("2026-01-02T03:04:05Z");
  await client.query(
    "INSERT INTO article (id, state, first_published_at, published_at) VALUES ($1, 'PUBLISHED', $2, $2)",
    [id, at],
  );
  await client.query("INSERT INTO article_slug (slug, article_id) VALUES ('one', $1)", [id]);
  const insertHead = (head: string) =>
    client.query(
      `INSERT INTO article_head (article_id, head, version, slug, headline, language, updated_at)
       VALUES ($1, $2, 1, 'one', 'One', 'en', now())`,
      [id, head],
    );
  await insertHead("DRAFT");
  await upgrade();
  // A server of the earlier version, which does not know the column, may still write.
  await insertHead("PUBLISHED");
  const moments = await client.query("SELECT first_published_at FROM article_head");
  expect(moments.rows).toEqual([{ first_published_at: at }, { first_published_at: at }]);
  await client.query("UPDATE article SET first_published_at = NULL, state = 'DRAFT' WHERE id = $1", [id]);
  expect((await client.query("SELECT FROM article_head WHERE first_published_at IS NOT NULL")).rowCount).toBe(0);
});
