import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeNodeId, type NodeType } from "../../src/graphql/node-id.js";
import { schema } from "../../src/schema.js";
import { LIST_PATHS } from "../../src/syndication/addresses.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { allDocuments, answersTo } from "./documents.js";
import { HidingNewsroom, SECRET } from "./newsroom.js";
import { reachableEdges, textsOf, Walk } from "./walk.js";

let app: TestApp;
let newsroom: HidingNewsroom;
let documents: readonly string[];
let before: readonly unknown[];
const walk = new Walk(schema);

const settings = { now: new Date("2026-04-01T00:00:00Z") };

beforeAll(async () => {
  app = await createTestApp({ ...settings, limits: { maxDepth: 40, maxCost: 1e12, maxBodyBytes: 1_000_000 } });
  newsroom = new HidingNewsroom(app);
  await newsroom.publish();
  documents = await allDocuments(walk, newsroom);
  before = await answersTo(app, documents, {});
  await newsroom.hide();
});
afterAll(() => app.close());

/** Queries that are refused to readers. */
const REFUSED = ["apiTokens", "articleChanges", "articleCounts", "auditLog", "images"].map((name) => `Query.${name}`);

describe("a walk along every edge", () => {
  it("leaves no edge of the schema out", () => {
    const reachable = reachableEdges(schema, ["Query"]);
    for (const edge of REFUSED) reachable.delete(edge);
    expect([...reachable].filter((edge) => !walk.edges.has(edge))).toEqual([]);
    expect(walk.edges.size).toBe(reachable.size);
    expect(walk.places).toBeGreaterThan(1000);
  });

  it("finds what is public, so that finding nothing would be noticed", () => {
    const texts = textsOf(before).join("\n");
    for (const word of ["Bridge closed", "Ada Public", "The year was wrong.", "Bridges", "@ada", "taken-back"]) {
      expect(texts).toContain(word);
    }
  });

  it.each([
    ["without a token", {}],
    ["who ask for drafts", { "x-content-view": "draft" }],
  ])("gives readers %s the same answers, whatever editors hide", async (_who, headers) => {
    const after = await answersTo(app, documents, headers);
    expect(textsOf(after).filter((text) => SECRET.test(text))).toEqual([]);
    expect(after).toEqual(before);
  });
});

/** A key that nothing has. */
const NOWHERE = "00000000-0000-7000-8000-000000000000";

interface Hidden {
  readonly type: NodeType;
  readonly id: string;
}

async function hidden(): Promise<Hidden[]> {
  return (await newsroom.ids()).filter(({ isPublic }) => !isPublic);
}

/** The answer to a document about an id, with the id taken out of it, so that two ids can be compared. */
async function answerAbout(document: (id: string) => string, id: string): Promise<string> {
  const { status, data, errors } = await app.ask(document(id), {}, {});
  const messages = errors?.map(({ message, path, extensions }) => ({
    message,
    path,
    extensions: { ...extensions, requestId: "" },
  }));
  return JSON.stringify({ status, data, messages }).replaceAll(id, "the id");
}

/** Every way to name an id, by the type it must be of. */
const ASKED: Readonly<Partial<Record<NodeType, readonly ((id: string) => string)[]>>> = {
  Article: [
    (id) =>
      `{ article(id: "${id}") { id } killNotice(id: "${id}") { reason } quotes(filter: { articleId: "${id}" }) { totalCount } }`,
    (id) =>
      `mutation { killArticle(input: { id: "${id}", expectedVersion: 1, reason: "No." }) { __typename ... on UserError { message } } }`,
    (
      id,
    ) => `mutation { updateArticle(input: { id: "${id}", expectedVersion: 1 }) { __typename ... on UserError { message }
      ... on StaleVersionError { currentVersion article { headline } } } }`,
    (id) =>
      `mutation { createPreviewToken(input: { articleId: "${id}" }) { __typename ... on UserError { message } } }`,
  ],
  Person: [
    (id) => `{ person(id: "${id}") { id } quotes(filter: { speakerId: "${id}" }) { totalCount nodes { id } }
      articles(filter: { personId: "${id}" }) { totalCount nodes { id } } spoken: articles(filter: { speakerId: "${id}" }) { totalCount }
      embeddedPosts(filter: { authorId: "${id}" }) { totalCount }
      search(query: "the OR ada", filter: { personId: "${id}" }) { totalCount nodes { node { id } } } }`,
    (id) => `mutation { deletePerson(input: { id: "${id}" }) { __typename ... on UserError { message } } }`,
  ],
  Image: [
    (id) => `{ image(id: "${id}") { id url alt articles { totalCount } } }`,
    (id) => `mutation { updateImage(input: { id: "${id}", alt: "x" }) { __typename ... on UserError { message } } }`,
    (id) =>
      `mutation { deleteImage(input: { id: "${id}" }) { __typename ... on UserError { message } ... on ImageInUseError { articleIds } } }`,
  ],
  Quote: [(id) => `{ quote(id: "${id}") { id text } }`],
  EmbeddedPost: [
    (id) => `{ embeddedPost(id: "${id}") { id text } }`,
    (id) =>
      `mutation { updateEmbeddedPost(input: { id: "${id}", text: "x" }) { __typename ... on UserError { message } } }`,
  ],
  Topic: [
    (id) => `{ topic(id: "${id}") { id } articles(filter: { topicId: "${id}" }) { totalCount }
      search(query: "the OR bridge", filter: { topicId: "${id}" }) { totalCount nodes { node { id } } } }`,
  ],
};

describe("an id of what is hidden", () => {
  it("is for readers like one of nothing, in every query, filter and mutation", async () => {
    const all = await hidden();
    expect(all.length).toBeGreaterThan(40);
    // A killed article has a notice, which is for readers.
    const killed = await app.data<{ killNotices: { nodes: { articleId: string }[] } }, object>(
      "{ killNotices { nodes { articleId } } }",
    );
    const announced = new Set(killed.killNotices.nodes.map(({ articleId }) => articleId));
    for (const { type, id } of all.filter((each) => !announced.has(each.id))) {
      const asked = [
        (one: string) => `{ node(id: "${one}") { id } nodes(ids: ["${one}"]) { id } }`,
        ...(ASKED[type] ?? []),
      ];
      for (const document of asked) {
        expect(await answerAbout(document, id)).toBe(await answerAbout(document, encodeNodeId(type, NOWHERE)));
      }
    }
  });

  it("returns nothing of a killed article but its notice", async () => {
    const { killNotices } = await app.data<
      { killNotices: { nodes: { articleId: string; slug: string; reason: string }[] } },
      object
    >("{ killNotices { nodes { articleId slug reason } } }");
    expect(killNotices.nodes).toEqual([
      { articleId: killNotices.nodes[0]?.articleId, slug: "taken-back", reason: "The document was forged." },
    ]);
    const id = killNotices.nodes[0]?.articleId;
    expect(
      await app.data(`{ article(id: "${id}") { id } bySlug: article(slug: "taken-back") { id } node(id: "${id}") { id }
        quotes(filter: { articleId: "${id}" }) { totalCount }
        articles(filter: { states: [KILLED, UNPUBLISHED, DRAFT, SCHEDULED, IN_REVIEW, READY] }) { totalCount } }`),
    ).toEqual({ article: null, bySlug: null, node: null, quotes: { totalCount: 0 }, articles: { totalCount: 0 } });
  });
});

describe("a name of what is hidden", () => {
  const WORDS = ["zqx", "zqxown", "zqxdraft", "zqxtrash", "zqxdue", "zqxkilled", "zqxgone", "zqxagain"];

  it.each(WORDS)("%s is found by no filter, slug, handle or address", async (word) => {
    const data = await app.data(
      `{ article(slug: "${word}") { id } person(slug: "${word}-person") { id } topic(slug: "topic-${word}") { id }
        killNotice(slug: "${word}") { reason }
        articles(filter: { headlineContains: "${word}" }) { totalCount }
        persons(filter: { nameContains: "${word}" }) { totalCount } byHandle: persons(filter: { handle: "${word}.example" }) { totalCount }
        quotes(filter: { textContains: "${word}" }) { totalCount }
        embeddedPosts(filter: { handle: "@${word}.example" }) { totalCount }
        search(query: "${word}* OR ${word}") { totalCount facets { languages { count } topics { count } sections { count } } } }`,
    );
    const none = { totalCount: 0 };
    expect(data).toEqual({
      article: null,
      person: null,
      topic: null,
      killNotice: null,
      articles: none,
      persons: none,
      byHandle: none,
      quotes: none,
      embeddedPosts: none,
      search: { ...none, facets: { languages: [], topics: [], sections: [] } },
    });
  });

  it("is in no feed, sitemap or reading page", async () => {
    const paths = [
      ...Object.values(LIST_PATHS),
      "/articles/bridge.html",
      "/articles/bridge.json",
      "/articles/bridge.jsonld",
    ];
    for (const path of paths) {
      const { statusCode, body } = await app.http.inject({ method: "GET", url: path });
      expect([path, statusCode, SECRET.test(body)]).toEqual([path, 200, false]);
    }
    for (const slug of ["zqxown", "zqxdraft", "was-here", "zqxdue", "zqxtrash"]) {
      const { statusCode, body } = await app.http.inject({ method: "GET", url: `/articles/${slug}.html` });
      expect([slug, statusCode, body.includes(" own ")]).toEqual([slug, 404, false]);
    }
    expect((await app.http.inject({ method: "GET", url: "/articles/taken-back.html" })).statusCode).toBe(410);
  });
});
