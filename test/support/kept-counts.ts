import { Client } from "pg";

/** The lists whose kept number of rows is not the number of their rows. */
const WRONG_COUNTS = `
  WITH counted AS (
    SELECT 'article' AS list, no_key() AS key, head, count(*) AS rows FROM article_head GROUP BY head
    UNION ALL SELECT 'section', section_id, head, count(*) FROM article_head WHERE section_id IS NOT NULL GROUP BY section_id, head
    UNION ALL SELECT 'topic', topic_id, head, count(*) FROM article_topic GROUP BY topic_id, head
    UNION ALL SELECT 'quote', no_key(), head, count(*) FROM quote GROUP BY head),
  kept AS (SELECT list, key, head, sum(rows) AS rows FROM list_count GROUP BY list, key, head HAVING sum(rows) <> 0)
  SELECT list, key, head, kept.rows::int AS kept, counted.rows::int AS counted
  FROM counted FULL JOIN kept USING (list, key, head) WHERE counted.rows IS DISTINCT FROM kept.rows`;

/** Fails when a kept count is not the number of rows, whatever was done to the database. */
export async function expectExactCounts(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(WRONG_COUNTS);
    if (rows.length > 0) throw new Error(`Kept counts differ from the rows: ${JSON.stringify(rows)}`);
  } finally {
    await client.end();
  }
}
