import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { createApiToken } from "../../src/auth/token.service.js";
import { ArticleState } from "../../src/draft/article.type.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { bringTo } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

type Headers = Readonly<Record<string, string>>;
const COUNTS = "{ articleCounts { state isTrash count } }";

interface Count {
  readonly state: ArticleState | null;
  readonly isTrash: boolean;
  readonly count: number;
}

async function listed(filter: object, headers: Headers = {}): Promise<readonly string[]> {
  const document = `query ($filter: ArticleFilter) {
    articles(first: 100, filter: $filter, orderBy: { field: HEADLINE, direction: ASC }) { totalCount nodes { headline } } }`;
  const as = { ...desk.headers.EDITOR, "x-content-view": "draft", ...headers };
  const { articles } = await desk.app.data<
    { articles: { totalCount: number; nodes: readonly { headline: string }[] } },
    object
  >(document, { filter }, as);
  expect(articles.totalCount).toBe(articles.nodes.length);
  return articles.nodes.map(({ headline }) => headline);
}

async function colleague(name: string, role: Role = "AUTHOR"): Promise<Headers> {
  const { token } = done(await createApiToken(desk.newsroom.work, { name, role }));
  return { authorization: `Bearer ${token}` };
}

async function idOf(headers: Headers): Promise<string> {
  const { viewer } = await desk.app.data<{ viewer: { id: string } }, object>("{ viewer { id } }", {}, headers);
  return viewer.id;
}

async function writeAs(headers: Headers, mutation: string, input: object): Promise<{ id: string; version: number }> {
  const name = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}`;
  const document = `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) {
    ... on ${name}Payload { article { id version } } ... on UserError { message } } }`;
  const { result } = await desk.app.data<{ result: { article: { id: string; version: number } } }, object>(
    document,
    { input },
    headers,
  );
  return result.article;
}

describe("the counts", () => {
  it("have every state, and the trash by itself, in one statement", async () => {
    const { newsroom } = desk;
    for (const state of Object.values(ArticleState)) await bringTo(newsroom, await newsroom.draft(), state);
    await bringTo(newsroom, await newsroom.draft(), "DRAFT");
    const { id, version } = await bringTo(newsroom, await newsroom.draft(), "IN_REVIEW");
    done(await deleteArticle(newsroom.work, { id, expectedVersion: version }));
    desk.app.statements.length = 0;
    const { articleCounts } = await desk.readAsEditor<{ articleCounts: readonly Count[] }>(COUNTS);
    expect(articleCounts).toEqual([
      ...Object.values(ArticleState).map((state) => ({ state, isTrash: false, count: state === "DRAFT" ? 2 : 1 })),
      { state: null, isTrash: true, count: 1 },
    ]);
    expect(desk.app.statements.filter(({ sql }) => sql.includes("FROM article"))).toHaveLength(1);
    for (const { state, isTrash, count } of articleCounts) {
      expect(await listed(isTrash ? { isTrashed: true } : { states: [state] })).toHaveLength(count);
    }
  });

  it("are the same in either view, and refused to those who may not read drafts", async () => {
    const as = (headers: Headers) => desk.app.ask<object, object>(COUNTS, {}, headers);
    const [author, published] = [await as(desk.headers.AUTHOR), await desk.readAsEditor(COUNTS)];
    expect(author.data).toEqual(published);
    for (const headers of [{}, { ...desk.headers.READER, "x-content-view": "draft" }]) {
      const { data, errors } = await as(headers);
      expect([data, errors?.[0]?.extensions["code"]]).toEqual([null, "FORBIDDEN"]);
    }
  });
});

describe("articles by unpublished changes", () => {
  it("are those whose draft differs from the published text, like their field", async () => {
    const { newsroom } = desk;
    const changed = await newsroom.published({ headline: "U changed" });
    await newsroom.published({ headline: "U as published" });
    await newsroom.draft({ headline: "U never published" });
    const taken = await bringTo(newsroom, await newsroom.draft({ headline: "U taken back" }), "UNPUBLISHED");
    const again = await newsroom.published({ headline: "U changed and published" });
    const edit = (id: string, expectedVersion: number) =>
      writeAs(desk.headers.EDITOR, "updateArticle", { id, expectedVersion, standfirst: "More." });
    await edit(changed.id, changed.version);
    await edit(taken.id, taken.version);
    const { version } = await edit(again.id, again.version);
    await writeAs(desk.headers.EDITOR, "publishArticle", { id: again.id, expectedVersion: version });
    const ours = (headlines: readonly string[]) => headlines.filter((headline) => headline.startsWith("U "));
    expect(ours(await listed({ hasUnpublishedChanges: true }))).toEqual([
      "U changed",
      "U never published",
      "U taken back",
    ]);
    expect(ours(await listed({ hasUnpublishedChanges: false }))).toEqual(["U as published", "U changed and published"]);
    expect(ours(await listed({ hasUnpublishedChanges: true, states: ["PUBLISHED"] }))).toEqual(["U changed"]);
    const { articles } = await desk.readAsEditor<{
      articles: { nodes: readonly { headline: string; hasUnpublishedChanges: boolean }[] };
    }>("{ articles(first: 100) { nodes { headline hasUnpublishedChanges } } }");
    const ahead = articles.nodes.filter((node) => node.hasUnpublishedChanges).map(({ headline }) => headline);
    expect(ahead.toSorted()).toEqual(await listed({ hasUnpublishedChanges: true }));
  });

  it("are not to be recognised by readers", async () => {
    expect(await listed({ hasUnpublishedChanges: true }, { "x-content-view": "published" })).toEqual([]);
    const all = await listed({}, { "x-content-view": "published" });
    expect(await listed({ hasUnpublishedChanges: false }, { "x-content-view": "published" })).toEqual(all);
  });
});

describe("articles by their editor", () => {
  it("are those whose draft the holder of the id has written to, in whatever way", async () => {
    const [ada, ben] = [await colleague("Ada"), await colleague("Ben")];
    const own = await writeAs(ada, "createArticle", { headline: "E by Ada", body: [{ paragraph: { text: "One." } }] });
    const both = await writeAs(ben, "createArticle", { headline: "E by both" });
    await writeAs(ada, "addParagraph", {
      articleId: both.id,
      expectedVersion: both.version,
      paragraph: { text: "Two." },
    });
    await writeAs(ben, "submitArticle", { id: own.id, expectedVersion: own.version });
    await writeAs(ada, "importArticle", { content: "E IMPORTED\n\nHARBOUR (ap) - The pier opened on Monday.\n" });
    const [idOfAda, idOfBen] = [await idOf(ada), await idOf(ben)];
    expect(await listed({ editedById: idOfAda })).toEqual(["E by Ada", "E by both", "E IMPORTED"].toSorted());
    // Handing an article in is no edit.
    expect(await listed({ editedById: idOfBen })).toEqual(["E by both"]);
    expect(await listed({ editedById: "nobody" })).toEqual([]);
    expect(await listed({ editedById: idOfAda }, { "x-content-view": "published" })).toEqual([]);
    const log = await desk.app.data<{ auditLog: { nodes: readonly { actorId: string }[] } }, object>(
      "query ($id: ID) { auditLog(first: 1, subjectId: $id) { nodes { actorId } } }",
      { id: own.id },
      desk.headers.ADMIN,
    );
    expect(log.auditLog.nodes).toEqual([{ actorId: idOfBen }]);
  });

  it("have an id only where there is a token", async () => {
    expect(await desk.readAsReader("{ viewer { id } }")).toEqual({ viewer: { id: null } });
    expect(await idOf(await colleague("A program that reads", "READER"))).toEqual(expect.stringMatching(/^[\w-]{22}$/));
  });
});

describe("a write to an older version", () => {
  it("is refused with the name of who wrote last, and when", async () => {
    const [ada, ben] = [await colleague("Ada"), await colleague("Ben")];
    const { id, version } = await writeAs(ada, "createArticle", { headline: "Contested" });
    await writeAs(ben, "updateArticle", { id, expectedVersion: version, headline: "Taken" });
    // This is recorded of the article and does not change it.
    await desk.run("createPreviewToken", { articleId: id }, "token", "ADMIN");
    const document = `mutation ($input: UpdateArticleInput!) { updateArticle(input: $input) { ... on StaleVersionError {
      changedBy changedAt currentVersion article { headline } } } }`;
    const input = { id, expectedVersion: version, headline: "Kept" };
    const { updateArticle } = await desk.app.data<{ updateArticle: { changedAt: string } }, object>(
      document,
      { input },
      ada,
    );
    const { auditLog } = await desk.app.data<{ auditLog: { nodes: readonly { at: string; act: string }[] } }, object>(
      "query ($id: ID) { auditLog(subjectId: $id) { nodes { at act } } }",
      { id },
      desk.headers.ADMIN,
    );
    // PostgreSQL writes a moment without zeros at its end, and JavaScript with them.
    const { changedAt, ...error } = updateArticle;
    const wroteAt = auditLog.nodes.find(({ act }) => act === "updateArticle")?.at;
    expect(Date.parse(changedAt)).toBe(Date.parse(wroteAt ?? ""));
    expect(error).toEqual({ changedBy: "Ben", currentVersion: version + 1, article: { headline: "Taken" } });
  });
});
