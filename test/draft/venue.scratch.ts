import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { createTestDatabase } from "../support/database.js";
import { headersOf } from "../support/tokens.js";

/*
 * Runs in a copy of the sources to which new-field.test.ts has added the field `venue` of a quote.
 */

let app: TestApp;
let headers: Readonly<Record<string, string>>;
let folder: string;
beforeAll(async () => {
  app = await createTestApp();
  headers = { ...(await headersOf(app.database, "EDITOR")), "x-content-view": "DRAFT" };
  folder = await mkdtemp(join(tmpdir(), "dateline-venue-"));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Article {
  readonly id: string;
  readonly quotes: readonly { readonly id: string; readonly venue: string | null }[];
  readonly revisions: { readonly nodes: readonly { readonly changes: readonly object[] }[] };
}

const FIELDS = `article { id quotes { id venue } revisions(first: 5) { nodes { changes { path before after } } } }`;

async function write(mutation: string, input: object): Promise<Article> {
  const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
  const document = `mutation ($input: ${name}Input!) {
    result: ${mutation}(input: $input) { ... on ${name}Payload { ${FIELDS} } ... on UserError { message } }
  }`;
  const { result } = await app.data<{ result: { article: Article } }, object>(document, { input }, headers);
  expect(result).toHaveProperty("article");
  return result.article;
}

it("a venue is created, kept, cleared, compared, restored and exported", async () => {
  const text = "“The quay is safe,” the harbour office said.";
  const quotes = [{ exact: "The quay is safe", venue: "  Old quay " }];
  const created = await write("createArticle", { headline: "Quay", body: [{ paragraph: { text, quotes } }] });
  const [quote] = created.quotes;
  expect(quote?.venue).toBe("Old quay");

  const kept = await write("updateQuote", { id: quote?.id, expectedVersion: 1, occasion: "A talk" });
  expect(kept.quotes).toMatchObject([{ venue: "Old quay" }]);
  await write("publishArticle", { id: created.id, expectedVersion: 2 });
  const cleared = await write("updateQuote", { id: quote?.id, expectedVersion: 3, venue: null });
  expect(cleared.quotes).toMatchObject([{ venue: null }]);
  const compared = await write("publishArticle", { id: created.id, expectedVersion: 4 });
  const change = { path: "body[0].quotes[0].venue", before: "Old quay", after: null };
  expect(compared.revisions.nodes[0]?.changes).toEqual([change]);

  const restored = await write("restoreRevision", { articleId: created.id, expectedVersion: 5, number: 1 });
  expect(restored.quotes).toMatchObject([{ venue: "Old quay" }]);

  const file = join(folder, "export.jsonl");
  await exportTo(app.database, file, { withDrafts: true });
  const empty = await createTestDatabase();
  try {
    await restoreFile(empty.database, file);
    expect(await empty.database.prisma.quote.findMany({ orderBy: { head: "asc" } })).toMatchObject([
      { head: "DRAFT", venue: "Old quay" },
      { head: "PUBLISHED", venue: null },
    ]);
  } finally {
    await empty.close();
  }
});
