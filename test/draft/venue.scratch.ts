import { expect, it } from "vitest";
import { useScratchEditor } from "../support/scratch-fields.js";

/*
 * Runs in a copy of the sources to which new-field.test.ts has added the field `venue` of a quote.
 */

const editor = useScratchEditor();

interface Article {
  readonly id: string;
  readonly quotes: readonly { readonly id: string; readonly venue: string | null }[];
  readonly revisions: { readonly nodes: readonly { readonly changes: readonly object[] }[] };
}

const FIELDS = `article { id quotes { id venue } revisions(first: 5) { nodes { changes { path before after } } } }`;

function write(mutation: string, input: object): Promise<Article> {
  return editor().write<Article>(mutation, input, FIELDS);
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

  const quotesRestored = await editor().readRestored(({ prisma }) =>
    prisma.quote.findMany({ orderBy: { head: "asc" } }),
  );
  expect(quotesRestored).toMatchObject([
    { head: "DRAFT", venue: "Old quay" },
    { head: "PUBLISHED", venue: null },
  ]);
});
