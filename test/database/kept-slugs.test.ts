import { expect, it } from "vitest";
import { databaseBefore } from "./support/upgrade.js";

it("topics of an earlier version keep their slug when a database is upgraded", async () => {
  const { client, upgrade } = await databaseBefore("20261127085500_kept_slugs_of_sections_and_topics");
  const id = "018f0000-0000-7000-8000-000000000001";
  await client.query("INSERT INTO topic (id, slug, name) VALUES ($1, 'ports', 'Ports')", [id]);
  expect(await upgrade()).toContain("20261127085500_kept_slugs_of_sections_and_topics");
  const { rows } = await client.query("SELECT slug, topic_id FROM topic_slug");
  expect(rows).toEqual([{ slug: "ports", topic_id: id }]);
});
