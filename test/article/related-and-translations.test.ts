import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../support/desk.js";
import { readRestored } from "../support/round-trip.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface Refused {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

const FIELDS = "article { version related { slug } translations { slug } translationOf { slug } }";

function update<Result = object>(id: string, expectedVersion: number, fields: object): Promise<Result> {
  return desk.run("updateArticle", { id, expectedVersion, ...fields }, FIELDS);
}

const QUERY = `query ($id: ID!) { article(id: $id) { related { slug } translations { slug language } translationOf { slug } } }`;
const slugs = (...found: string[]) => found.map((slug) => ({ slug }));

describe("related articles", () => {
  it("are kept in the editors' order; readers see the published ones only, in one statement with all that is below", async () => {
    const { newsroom } = desk;
    const shown = await newsroom.published({ slug: "shown" });
    const hidden = await newsroom.draft({ slug: "hidden" });
    const other = await newsroom.published({ slug: "other", standfirst: "Published." });
    await desk.run(
      "updateArticle",
      { id: other.id, expectedVersion: other.version, standfirst: "Draft." },
      "article { id }",
    );
    const { id } = await newsroom.published({ relatedIds: [other.id, hidden.id, shown.id] });
    expect(await desk.readAsEditor(QUERY, { id })).toMatchObject({
      article: { related: slugs("other", "hidden", "shown") },
    });
    desk.app.statements.length = 0;
    const below = `query ($id: ID!) { article(id: $id) { related { slug standfirst body { __typename } } } }`;
    const body = [{ __typename: "Paragraph" }];
    expect(await desk.readAsReader(below, { id })).toEqual({
      article: {
        related: [
          { slug: "other", standfirst: "Published.", body },
          { slug: "shown", standfirst: null, body },
        ],
      },
    });
    expect(desk.app.statements).toHaveLength(1);
  });

  it("must exist, each once, and are never the article itself", async () => {
    const { id, version } = await desk.newsroom.draft();
    const other = await desk.newsroom.draft();
    const trashed = await desk.newsroom.draft();
    await desk.run("deleteArticle", { id: trashed.id, expectedVersion: trashed.version }, "deletedId");
    const relatedIds = [other.id, id, other.id, trashed.id, "art_AAAAAAAAAAAAAAAAAAAAAA", "top_AAAAAAAAAAAAAAAAAAAAAA"];
    const { issues } = await update<{ issues: { path: string[] }[] }>(id, version, { relatedIds });
    expect(issues.map(({ path }) => path.at(-1))).toEqual(["1", "2", "5", "3", "4"]);
    expect(await update(id, version, { relatedIds: [other.id] })).toMatchObject({ article: { related: [{}] } });
    expect(await update(id, version + 1, { relatedIds: null })).toMatchObject({ article: { related: [] } });
  });

  it("can refer to each other, and two writers who make them do so do not wait for each other", async () => {
    const [a, b] = [await desk.newsroom.draft({ slug: "circle-a" }), await desk.newsroom.draft({ slug: "circle-b" })];
    const results = await Promise.all([
      update(a.id, a.version, { relatedIds: [b.id] }),
      update(b.id, b.version, { relatedIds: [a.id] }),
    ]);
    expect(results).toMatchObject([
      { article: { related: slugs("circle-b") } },
      { article: { related: slugs("circle-a") } },
    ]);
  });

  it("leave the list with their unpublication and are in it again with the next publication", async () => {
    const other = await desk.newsroom.published({ slug: "comes-back" });
    const { id } = await desk.newsroom.published({ relatedIds: [other.id] });
    await desk.run("unpublishArticle", { id: other.id, expectedVersion: other.version }, "article { id }");
    expect(await desk.readAsReader(QUERY, { id })).toMatchObject({ article: { related: [] } });
    await desk.run("publishArticle", { id: other.id, expectedVersion: other.version + 1 }, "article { id }");
    expect(await desk.readAsReader(QUERY, { id })).toMatchObject({ article: { related: slugs("comes-back") } });
  });
});

describe("translations", () => {
  it("are the other languages of one story, whichever of them a translation names, as far as the request sees them", async () => {
    const { newsroom } = desk;
    const original = await newsroom.published({ slug: "story", language: "en" });
    const french = await newsroom.published({ slug: "recit", language: "fr", translationOfId: original.id });
    const german = await newsroom.draft({ slug: "geschichte", language: "de", translationOfId: french.id });
    const [de, en, fr] = [
      { slug: "geschichte", language: "de" },
      { slug: "story", language: "en" },
      { slug: "recit", language: "fr" },
    ];
    expect(await desk.readAsEditor(QUERY, { id: original.id })).toMatchObject({
      article: { translations: [de, fr], translationOf: null },
    });
    expect(await desk.readAsEditor(QUERY, { id: german.id })).toMatchObject({
      article: { translations: [en, fr], translationOf: { slug: "story" } },
    });
    expect(await desk.readAsReader(QUERY, { id: french.id })).toMatchObject({
      article: { translations: [en], translationOf: { slug: "story" } },
    });
    await desk.run("unpublishArticle", { id: original.id, expectedVersion: original.version }, "article { id }");
    expect(await desk.readAsReader(QUERY, { id: french.id })).toMatchObject({
      article: { translations: [], translationOf: null },
    });
  });

  it("refuse an article as its own original, and the original of translations as a translation, with the reason", async () => {
    const { newsroom } = desk;
    const original = await newsroom.draft();
    const translation = await newsroom.draft({ translationOfId: original.id });
    const other = await newsroom.draft();
    const itself = await update<Refused>(original.id, original.version, { translationOfId: original.id });
    expect(itself).toMatchObject({
      code: "VALIDATION",
      path: ["input", "translationOfId"],
      message: "The article is the original itself.",
    });
    const ofTranslation = await update<Refused>(original.id, original.version, { translationOfId: translation.id });
    expect(ofTranslation.message).toBe("The article is the original itself.");
    const root = await update<Refused>(original.id, original.version, { translationOfId: other.id });
    expect(root).toMatchObject({ code: "VALIDATION", path: ["input", "translationOfId"] });
    expect(root.message).toContain(`The article is the original of ${translation.id}.`);
    await update(translation.id, translation.version, { translationOfId: null });
    expect(await update(original.id, original.version, { translationOfId: other.id })).toMatchObject({
      article: { version: original.version + 1 },
    });
  });

  it("make no chain when two articles become translations of each other at once", async () => {
    const [a, b] = [await desk.newsroom.draft(), await desk.newsroom.draft()];
    const results = await Promise.all([
      update(a.id, a.version, { translationOfId: b.id }),
      update(b.id, b.version, { translationOfId: a.id }),
    ]);
    expect(results.filter((result) => "code" in result)).toMatchObject([{ code: "VALIDATION" }]);
  });

  it("come back with a revision, under the original of today, unless the article is an original by now", async () => {
    const { newsroom } = desk;
    const first = await newsroom.draft({ slug: "first" });
    const second = await newsroom.draft({ slug: "second", headline: "Second" });
    const { id, version } = await newsroom.published({ translationOfId: second.id, relatedIds: [first.id] });
    await update(id, version, { translationOfId: null, relatedIds: null });
    await desk.run("publishArticle", { id, expectedVersion: version + 1 }, "article { id }");
    const query = `query ($id: ID!) { article(id: $id) { revisions { nodes { changes { path before after }
      article { related { slug } translationOf { slug } translations { slug } } } } } }`;
    const { article } = await desk.readAsEditor<{ article: { revisions: { nodes: object[] } } }>(query, { id });
    expect(article.revisions.nodes).toMatchObject([
      {
        changes: [
          { path: "translationOf", before: "Second", after: null },
          { path: "related", after: null },
        ],
      },
      { article: { related: slugs("first"), translationOf: { slug: "second" }, translations: slugs("second") } },
    ]);
    await update(second.id, second.version, { translationOfId: first.id });
    const restore = (expectedVersion: number) =>
      desk.run("restoreRevision", { articleId: id, number: 1, expectedVersion }, `notRestored ${FIELDS}`);
    expect(await restore(version + 2)).toMatchObject({
      notRestored: [],
      article: { translationOf: { slug: "first" }, translations: slugs("first", "second"), related: slugs("first") },
    });
    await update(id, version + 3, { translationOfId: null });
    await newsroom.draft({ translationOfId: id });
    expect(await restore(version + 4)).toMatchObject({
      notRestored: [expect.stringContaining("It is no translation any more. The article is the original of")],
      article: { translationOf: null },
    });
  });
});

describe("an export", () => {
  it("has all references in every order of the lines, and without drafts none to what readers do not see", async () => {
    const own = await Desk.open();
    try {
      const { newsroom } = own;
      const late = { relatedIds: [] as string[] };
      const first = await newsroom.published({ slug: "line-1", headline: "Line one" });
      const secret = await newsroom.draft({ slug: "line-2", headline: "Nobody may know" });
      const third = await newsroom.published({
        slug: "line-3",
        translationOfId: secret.id,
        relatedIds: [secret.id, first.id],
      });
      late.relatedIds = [third.id, secret.id];
      await own.run(
        "updateArticle",
        { id: first.id, expectedVersion: first.version, ...late, translationOfId: third.id },
        "article { id }",
      );
      const correction = { kind: "CORRECTION", note: "Corrected." };
      await own.run(
        "publishArticle",
        { id: first.id, expectedVersion: first.version + 1, correction },
        "article { id }",
      );
      const read = (withDrafts: boolean) =>
        readRestored(own.app.database, withDrafts, async ({ prisma }) => {
          const heads = await prisma.articleHead.findMany({
            where: { head: "PUBLISHED" },
            select: { slug: true, translationOfId: true, related: { select: { relatedId: true } } },
            orderBy: { slug: "asc" },
          });
          return { heads, revisions: JSON.stringify(await prisma.revision.findMany()) };
        });
      const all = await read(true);
      expect(all.heads).toMatchObject([
        { slug: "line-1", translationOfId: expect.any(String), related: [{}, {}] },
        { slug: "line-3", translationOfId: expect.any(String), related: [{}, {}] },
      ]);
      expect(all.revisions).toContain("Nobody may know");
      const seen = await read(false);
      expect(seen.heads).toMatchObject([
        { slug: "line-1", translationOfId: null, related: [{}] },
        { slug: "line-3", translationOfId: null, related: [{}] },
      ]);
      expect(seen.revisions).toContain("Line one");
      expect(seen.revisions).not.toContain("Nobody may know");
    } finally {
      await own.app.close();
    }
  });
});
