import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ArticleBodyDocument,
  EverywhereDocument,
  NoticesDocument,
  PersonPageDocument,
  PostPageDocument,
  SameWordsDocument,
  QuotePageDocument,
  TopicPageDocument,
} from "../generated/graphql.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

let app: TestApp;
let newsroom: Newsroom;

beforeAll(async () => {
  app = await createTestApp();
  newsroom = new Newsroom(app.database);
});
afterAll(() => app.close());

/** A story that names a person, a post and a topic which are nowhere else. */
async function secret(name: string) {
  const speakerId = await newsroom.person({ name });
  const sourceId = await newsroom.post({ text: `${name} posted this.` });
  const text = `“Nobody may know of ${name},” the person said.`;
  const quotes = [{ exact: `Nobody may know of ${name}`, speakerId, sourceId }];
  return { topics: [`Topic of ${name}`], body: [{ paragraph: { text, quotes } }, { post: { id: sourceId } }] };
}

describe("readers", () => {
  it("learn nothing of a draft, by no way in", async () => {
    const { id } = await newsroom.draft({ slug: "hidden", ...(await secret("Dora Veil")) });
    const answer = await app.data(EverywhereDocument, { id, slug: "hidden" });
    expect(answer).toEqual({
      byId: null,
      bySlug: null,
      node: null,
      nodes: [null],
      articles: { totalCount: 0 },
      quotes: { totalCount: 0 },
      persons: { totalCount: 0, nodes: [] },
      embeddedPosts: { totalCount: 0 },
      topics: { totalCount: 0 },
      killNotice: null,
    });
  });

  it("see nothing of a killed article but its notice", async () => {
    const { id } = await newsroom.killed({ slug: "forged", ...(await secret("Kurt Gone")) }, "The letter was forged.");
    const answer = await app.data(EverywhereDocument, { id, slug: "forged" });
    expect(answer.killNotice).toEqual({ slug: "forged", reason: "The letter was forged." });
    expect({ ...answer, killNotice: null }).toEqual({
      byId: null,
      bySlug: null,
      node: null,
      nodes: [null],
      articles: { totalCount: 0 },
      quotes: { totalCount: 0 },
      persons: { totalCount: 0, nodes: [] },
      embeddedPosts: { totalCount: 0 },
      topics: { totalCount: 0 },
      killNotice: null,
    });
    const { killNotices } = await app.data(NoticesDocument, {});
    expect(killNotices).toMatchObject({ totalCount: 1, nodes: [{ articleId: id, slug: "forged" }] });
    expect((await app.data(NoticesDocument, { killedAfter: "2100-01-01T00:00:00Z" })).killNotices.totalCount).toBe(0);
  });

  it("see a published article with its parts in reading order, and the persons named in it", async () => {
    const postId = await newsroom.post({ text: "A post & more" });
    await newsroom.person({ name: "Mara Lindqvist" });
    await newsroom.published({
      slug: "body",
      body: [
        { paragraph: { html: "Once <strong>Mara Lindqvist</strong> &amp; co. <script>alert(1)</script>spoke." } },
        { post: { id: postId } },
        { paragraph: { text: "End." } },
      ],
    });
    const { article } = await app.data(ArticleBodyDocument, { slug: "body" });
    expect(article?.body).toMatchObject([
      {
        __typename: "Paragraph",
        text: "Once Mara Lindqvist & co. spoke.",
        html: "Once <strong>Mara Lindqvist</strong> &amp; co. spoke.",
        mentions: [{ start: 5, end: 19, text: "Mara Lindqvist", person: { name: "Mara Lindqvist" } }],
      },
      { __typename: "EmbeddedPost", id: postId, text: "A post & more" },
      { __typename: "Paragraph", text: "End." },
    ]);
  });

  it("find the same words of the same speaker elsewhere, however they are typed", async () => {
    const speakerId = await newsroom.person({ name: "Nora Twice" });
    const other = await newsroom.person({ name: "Otto Else" });
    const say = (headline: string, text: string, exact: string, speaker: string) =>
      newsroom.published({ headline, body: [{ paragraph: { text, quotes: [{ exact, speakerId: speaker }] } }] });
    await say("First", "“It’s a great day,” she said.", "It’s a great day", speakerId);
    await say("Second", '"it\'s a  great day!" she said.'.replace("  ", " "), "it's a great day!", speakerId);
    await say("Third", "“It’s a great day,” he said.", "It’s a great day", other);
    const { quotes } = await app.data(QuotePageDocument, { filter: { speakerId } });
    const first = quotes.nodes.find(({ text }) => text === "It’s a great day");
    const { quote } = await app.data(SameWordsDocument, { id: first?.id ?? "" });
    expect(quote?.alsoQuotedIn).toEqual({
      totalCount: 1,
      nodes: [{ text: "it's a great day!", article: { headline: "Second" } }],
    });
  });

  it("find persons by name, alias and handle, and posts by theirs", async () => {
    const id = await newsroom.person({
      name: "Pia Sund",
      aliases: ["La Sund"],
      accounts: [{ platform: "BLUESKY", handle: "Pia.Example" }],
    });
    const post = await newsroom.post({
      platform: "BLUESKY",
      authorHandle: "@pia.example",
      text: "Post of Pia",
      availability: "DELETED",
    });
    await newsroom.published({ body: [{ paragraph: { text: "Pia Sund spoke." } }, { post: { id: post } }] });
    const names = async (filter: object): Promise<string[]> =>
      (await app.data(PersonPageDocument, { filter })).persons.nodes.map(({ name }) => name);
    expect(await names({ nameContains: "la su" })).toEqual(["Pia Sund"]);
    expect(await names({ handle: "@PIA.example" })).toEqual(["Pia Sund"]);
    expect(await names({ handle: "pia" })).toEqual([]);
    const posts = async (filter: object): Promise<string[]> =>
      (await app.data(PostPageDocument, { filter })).embeddedPosts.nodes.map(({ text }) => text);
    expect(await posts({ handle: "pia.example" })).toEqual(["Post of Pia"]);
    expect(await posts({ authorId: id })).toEqual(["Post of Pia"]);
    expect(await posts({ availability: "DELETED" })).toEqual(["Post of Pia"]);
    expect(await posts({ platform: "TIKTOK" })).toEqual([]);
  });

  it("see topics with the articles filed under them", async () => {
    await newsroom.published({ headline: "Filed", topics: ["Ports", "PORTS", "Trade"] });
    const { topics } = await app.data(TopicPageDocument);
    expect(topics.nodes).toEqual([
      { slug: "ports", name: "Ports", articles: { totalCount: 1, nodes: [{ headline: "Filed" }] } },
      { slug: "trade", name: "Trade", articles: { totalCount: 1, nodes: [{ headline: "Filed" }] } },
    ]);
  });
});
