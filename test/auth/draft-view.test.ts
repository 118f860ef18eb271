import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateArticle } from "../../src/article/update-article.service.js";
import type { Role } from "../../src/auth/role.js";
import { createApiToken } from "../../src/auth/token.service.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { publishArticle } from "../../src/publishing/publishing.service.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

const CALLERS = ["anonymous", "READER", "AUTHOR", "EDITOR", "ADMIN"] as const;
type Caller = (typeof CALLERS)[number];
const SEES_DRAFTS: readonly Caller[] = ["AUTHOR", "EDITOR", "ADMIN"];
const VIEWS = [undefined, "published", "draft"] as const;

/** What only those see who see the drafts, and the headline by which the two heads differ. */
const FIELDS = `fragment OnlyInDrafts on Article {
  headline hasUnpublishedChanges revisions(first: 1) { totalCount } corrections { note revision { number } } }`;

let app: TestApp;
let headers: Readonly<Record<Caller, Readonly<Record<string, string>>>>;
let ids: Readonly<
  Record<"article" | "draft" | "person" | "post" | "topic" | "quote" | "paragraph" | "revision", string>
>;

const TEXT = "“The dam will hold this winter,” Ilse Marten said.";
const EXACT = "The dam will hold this winter";

beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  const { work } = newsroom;
  const bearer = async (role: Role): Promise<Readonly<Record<string, string>>> => {
    const { token } = done(await createApiToken(work, { name: `A ${role}`, role }));
    return { authorization: `Bearer ${token}` };
  };
  headers = {
    anonymous: {},
    READER: await bearer("READER"),
    AUTHOR: await bearer("AUTHOR"),
    EDITOR: await bearer("EDITOR"),
    ADMIN: await bearer("ADMIN"),
  };
  const person = await newsroom.person({ name: "Ilse Marten" });
  const post = await newsroom.post({ text: `${EXACT}.`, authorId: null });
  const body = [
    { paragraph: { text: TEXT, quotes: [{ exact: EXACT, speakerId: person, sourceId: post }] } },
    { post: { id: post } },
  ];
  const { id, version } = await newsroom.published({ headline: "As published", topics: ["Dams"], body });
  const again = done(
    await publishArticle(work, {
      id,
      expectedVersion: version,
      correction: { kind: "CORRECTION", note: "A day was wrong." },
    }),
  );
  done(await updateArticle(work, { id, expectedVersion: again.version, headline: "As drafted" }));
  const draft = await newsroom.draft({ headline: "Never published", topics: ["Dams"], body });
  const one = async (sql: string): Promise<string> => (await app.database.read<{ id: string }>(sql))[0]?.id ?? "";
  const key = `(SELECT article_id FROM article_head WHERE headline = 'As published')`;
  ids = {
    article: id,
    draft: draft.id,
    person,
    post,
    topic: encodeNodeId("Topic", await one("SELECT id FROM topic")),
    quote: encodeNodeId("Quote", await one(`SELECT id FROM quote WHERE head = 'PUBLISHED' AND article_id = ${key}`)),
    paragraph: encodeNodeId(
      "Paragraph",
      await one(`SELECT id FROM paragraph WHERE head = 'PUBLISHED' AND article_id = ${key}`),
    ),
    revision: encodeNodeId("Revision", await one("SELECT id FROM revision WHERE number = 1")),
  };
});
afterAll(() => app.close());

async function askAs<Data>(caller: Caller, view: (typeof VIEWS)[number], document: string): Promise<Data> {
  const own = view === undefined ? {} : { "x-content-view": view };
  return app.data<Data, object>(document, {}, { ...headers[caller], ...own });
}

/** Every way on which a request comes to the article: the selection, with the article under `found` or in a list. */
const WAYS: Readonly<Record<string, () => string>> = {
  "article by id": () => `found: article(id: "${ids.article}") { ...OnlyInDrafts }`,
  node: () => `found: node(id: "${ids.article}") { ...OnlyInDrafts }`,
  nodes: () => `found: nodes(ids: ["${ids.article}"]) { ...OnlyInDrafts }`,
  "articles.nodes": () => `found: articles(first: 5) { nodes { id ...OnlyInDrafts } }`,
  "articles.edges": () => `found: articles(first: 5) { edges { node { id ...OnlyInDrafts } } }`,
  "quote.article": () => `found: quote(id: "${ids.quote}") { article { ...OnlyInDrafts } }`,
  "quote.paragraph.article": () => `found: quote(id: "${ids.quote}") { paragraph { article { ...OnlyInDrafts } } }`,
  "node.paragraph.article": () =>
    `found: node(id: "${ids.paragraph}") { ... on Paragraph { article { ...OnlyInDrafts } } }`,
  "person.articles": () => `found: person(id: "${ids.person}") { articles { nodes { id ...OnlyInDrafts } } }`,
  "person.quotes.article": () =>
    `found: person(id: "${ids.person}") { quotes { nodes { article { id ...OnlyInDrafts } } } }`,
  "post.articles": () =>
    `found: embeddedPost(id: "${ids.post}") { articles { edges { node { id ...OnlyInDrafts } } } }`,
  "post.quotes.article": () =>
    `found: embeddedPost(id: "${ids.post}") { quotes { nodes { article { id ...OnlyInDrafts } } } }`,
  "topic.articles": () => `found: topic(id: "${ids.topic}") { articles { nodes { id ...OnlyInDrafts } } }`,
  "article.persons.articles": () =>
    `found: article(id: "${ids.article}") { persons { articles { nodes { id ...OnlyInDrafts } } } }`,
};

interface Found {
  readonly headline: string;
  readonly hasUnpublishedChanges: boolean | null;
  readonly revisions: { readonly totalCount: number } | null;
  readonly corrections: readonly { readonly revision: { readonly number: number } | null }[];
}

/** Every article in an answer, however deep. */
function articlesIn(value: unknown): Found[] {
  if (typeof value !== "object" || value === null) return [];
  if ("headline" in value) return [value as Found];
  return Object.values(value).flatMap(articlesIn);
}

const cells = Object.keys(WAYS).flatMap((way) =>
  CALLERS.flatMap((caller) => VIEWS.map((view) => ({ way, caller, view }))),
);

describe("what only drafts hold", () => {
  it.each(cells)("$way as $caller with the view $view", async ({ way, caller, view }) => {
    const articles = articlesIn(await askAs(caller, view, `{ ${WAYS[way]?.() ?? ""} } ${FIELDS}`));
    const seesDrafts = view === "draft" && SEES_DRAFTS.includes(caller);
    const known = articles.filter(({ headline }) => headline !== "Never published");
    expect(known.length).toBe(1);
    expect(known[0]).toEqual({
      ...known[0],
      headline: seesDrafts ? "As drafted" : "As published",
      hasUnpublishedChanges: seesDrafts ? true : null,
      revisions: seesDrafts ? { totalCount: 2 } : null,
      corrections: [{ note: "A day was wrong.", revision: seesDrafts ? { number: 2 } : null }],
    });
    // The other draft is met wherever the way goes through what both articles share.
    const isOther = articles.some(({ headline }) => headline === "Never published");
    expect(isOther && !seesDrafts).toBe(false);
  });

  it.each(CALLERS.flatMap((caller) => VIEWS.map((view) => ({ caller, view }))))(
    "a draft and a revision by their ids as $caller with the view $view",
    async ({ caller, view }) => {
      const data = await askAs(
        caller,
        view,
        `{ viewer { role view } byId: article(id: "${ids.draft}") { id }
          node(id: "${ids.draft}") { id } nodes(ids: ["${ids.draft}", "${ids.revision}"]) { id }
          revision: node(id: "${ids.revision}") { id } persons { totalCount }
          quotes { totalCount } articles { totalCount }
          states: articles(filter: { states: [DRAFT] }) { totalCount } }`,
      );
      const seesDrafts = view === "draft" && SEES_DRAFTS.includes(caller);
      const [draft, revision] = seesDrafts ? [{ id: ids.draft }, { id: ids.revision }] : [null, null];
      expect(data).toEqual({
        viewer: { role: caller === "anonymous" ? "READER" : caller, view: seesDrafts ? "DRAFT" : "PUBLISHED" },
        byId: draft,
        node: draft,
        nodes: [draft, revision],
        revision,
        persons: { totalCount: 1 },
        quotes: { totalCount: seesDrafts ? 2 : 1 },
        articles: { totalCount: seesDrafts ? 2 : 1 },
        states: { totalCount: seesDrafts ? 1 : 0 },
      });
    },
  );
});
