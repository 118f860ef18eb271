import { expect, it } from "vitest";
import { databaseBefore } from "./support/upgrade.js";

it("what a server of the previous version has noted as changed includes the quotes of an article after an upgrade", async () => {
  const { client, upgrade } = await databaseBefore("20261127162000_pending_quotes");
  const key = "018f0000-0000-7000-8000-000000000001";
  await client.query(
    "INSERT INTO search_pending (kind, key, head) VALUES ('ARTICLE', $1, 'DRAFT'), ('PERSON', $1, 'ANY')",
    [key],
  );
  expect(await upgrade()).toContain("20261127162000_pending_quotes");
  const { rows } = await client.query("SELECT kind, head FROM search_pending ORDER BY kind");
  expect(rows).toEqual([
    { kind: "ARTICLE", head: "DRAFT" },
    { kind: "PERSON", head: "ANY" },
    { kind: "QUOTE", head: "DRAFT" },
  ]);
});
