import { expect, it } from "vitest";
import { useScratchEditor } from "../support/scratch-fields.js";

/*
 * Runs in a copy of the sources to which new-field.test.ts has added the field `kicker` by the steps of
 * docs/how-to/add-a-field.md.
 */

const editor = useScratchEditor();

interface Article {
  readonly id: string;
  readonly version: number;
  readonly kicker: string | null;
  readonly revisions?: {
    readonly nodes: readonly { readonly changes: readonly object[]; readonly article: Article }[];
  };
}

const FIELDS = "article { id version kicker }";

function write(mutation: string, input: object): Promise<Article> {
  return editor().write<Article>(mutation, input, FIELDS);
}

it("a kicker is created, kept, cleared, compared, restored, exported, and refused by its rule", async () => {
  const created = await write("createArticle", { headline: "Tide tables", kicker: "  Harbour " });
  expect(created.kicker).toBe("Harbour");

  const kept = await write("updateArticle", { id: created.id, expectedVersion: 1, headline: "Tide tables for March" });
  expect(kept.kicker).toBe("Harbour");
  await write("publishArticle", { id: created.id, expectedVersion: 2 });
  const cleared = await write("updateArticle", { id: created.id, expectedVersion: 3, kicker: null });
  expect(cleared.kicker).toBeNull();
  await write("publishArticle", { id: created.id, expectedVersion: 4 });

  const { app, headers } = editor();
  const { article } = await app.data<{ article: Article }, object>(
    `query ($id: ID!) { article(id: $id) { id version kicker revisions(first: 5) { nodes {
      changes { path before after } article { id version kicker } } } } }`,
    { id: created.id },
    headers,
  );
  const [newest, oldest] = article.revisions?.nodes ?? [];
  expect(newest?.changes).toEqual([{ path: "kicker", before: "Harbour", after: null }]);
  expect(oldest?.article.kicker).toBe("Harbour");

  const restored = await write("restoreRevision", { articleId: created.id, expectedVersion: 5, number: 1 });
  expect(restored.kicker).toBe("Harbour");

  const heads = await editor().readRestored(({ prisma }) => prisma.articleHead.findMany());
  expect(heads).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ head: "DRAFT", kicker: "Harbour" }),
      expect.objectContaining({ head: "PUBLISHED", kicker: null }),
    ]),
  );

  const refused = await app.data<{ result: { issues: readonly object[] } }, object>(
    `mutation ($input: CreateArticleInput!) { result: createArticle(input: $input) {
      ... on ValidationError { issues { path } } } }`,
    { input: { headline: "Long", kicker: "x".repeat(301) } },
    headers,
  );
  expect(refused.result.issues).toEqual([{ path: ["input", "kicker"] }]);
});
