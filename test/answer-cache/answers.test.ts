import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";

const STORY = '{ article(slug: "harbour") { headline byline quotes { text speaker { name } } section { name } } }';
const OTHER = '{ article(slug: "bridge") { headline topics { name } } }';
const FRONT = "{ articles(first: 5) { totalCount nodes { slug headline } } }";
const SPEAKER = '{ person(slug: "ilse-harrow") { name quotes(first: 5) { nodes { text article { slug } } } } }';
const TOPICS = "{ topics(first: 5) { nodes { name articles(first: 1) { totalCount } } } }";
const QUERIES = { STORY, OTHER, FRONT, SPEAKER, TOPICS };
type Name = keyof typeof QUERIES;

let desk: Desk;
let ids: Readonly<Record<"story" | "other" | "speaker" | "section" | "post" | "image" | "topic", string>>;

beforeAll(async () => {
  desk = await Desk.open({ checksCache: false });
  const { newsroom } = desk;
  const speaker = await newsroom.person({ name: "Ilse Harrow" });
  const section = await newsroom.section({ name: "Harbours" });
  const post = await newsroom.post({ text: "The harbour opens on Monday." });
  const image = await newsroom.image();
  const story = await newsroom.published({
    slug: "harbour",
    headline: "Harbour opens",
    sectionId: section,
    authors: [{ personId: speaker }],
    leadImage: { imageId: image },
    body: [
      {
        paragraph: {
          text: "She said “the harbour opens”.",
          quotes: [{ exact: "the harbour opens", speakerId: speaker, sourceId: post }],
        },
      },
    ],
  });
  const other = await newsroom.published({ slug: "bridge", headline: "Bridge closes", topics: ["Bridges"] });
  const { topics } = await desk.readAsReader<{ topics: { nodes: { id: string }[] } }>("{ topics { nodes { id } } }");
  ids = { story: story.id, other: other.id, speaker, section, post, image, topic: topics.nodes[0]?.id ?? "" };
});
afterAll(() => desk.app.close());

/** How many statements of readers a request needs. */
async function statementsOf(query: string): Promise<number> {
  desk.app.statements.length = 0;
  await desk.readAsReader(query);
  return desk.app.statements.length;
}

const get = (url: string, headers: Record<string, string> = {}) => desk.app.http.inject({ url, headers });
const getStory = (headers: Record<string, string> = {}) =>
  get(`/graphql?query=${encodeURIComponent(STORY)}`, { "apollo-require-preflight": "1", ...headers });

async function version(id: string): Promise<number> {
  return (await desk.draft(id))?.version ?? 0;
}

/** Updates an article and publishes it. */
async function correct(id: string, input: object): Promise<void> {
  const expectedVersion = await version(id);
  await desk.run("updateArticle", { id, expectedVersion, ...input }, "article { version }");
  await desk.run("publishArticle", { id, expectedVersion: expectedVersion + 1 }, "article { version }");
}

describe("answers to readers", () => {
  beforeEach(async () => {
    for (const query of Object.values(QUERIES)) await desk.readAsReader(query);
  });

  it("are read from the database once, and then from memory", async () => {
    for (const query of Object.values(QUERIES)) expect(await statementsOf(query)).toBe(0);
  });

  it.each<[string, () => Promise<unknown>, readonly Name[]]>([
    [
      "a correction",
      () => correct(ids.story, { headline: "Harbour opens late" }),
      ["STORY", "FRONT", "SPEAKER", "TOPICS"],
    ],
    ["another correction", () => correct(ids.other, { headline: "Bridge is closed" }), ["OTHER", "FRONT", "TOPICS"]],
    ["a draft", () => desk.newsroom.draft({ headline: "Not seen" }), []],
    ["a new person", () => desk.newsroom.person({ name: "Nobody Yet" }), []],
    [
      "a change of a draft",
      async () =>
        desk.run(
          "updateArticle",
          { id: ids.other, expectedVersion: await version(ids.other), headline: "Bridge" },
          "article { version }",
        ),
      [],
    ],
    [
      "a renamed speaker, who is the author as well",
      () => desk.run("updatePerson", { id: ids.speaker, name: "Ilse Harrow-Lund" }, "person { name }"),
      ["STORY", "SPEAKER"],
    ],
    [
      "a renamed section",
      () => desk.run("updateSection", { id: ids.section, name: "Ports" }, "section { name }"),
      ["STORY", "FRONT"],
    ],
    [
      "a renamed topic",
      () => desk.run("updateTopic", { id: ids.topic, name: "Crossings" }, "topic { name }"),
      ["OTHER", "FRONT", "TOPICS"],
    ],
    [
      "an edited post",
      () => desk.run("updateEmbeddedPost", { id: ids.post, text: "The port stays closed." }, "embeddedPost { text }"),
      ["STORY", "SPEAKER"],
    ],
    [
      "a picture that is not in the answers",
      () => desk.run("updateImage", { id: ids.image, credit: "Ada" }, "image { credit }"),
      [],
    ],
  ])("are dropped by %s exactly where they contain it", async (_what, change, dropped) => {
    expect((await change()) ?? {}).not.toHaveProperty("code");
    const missed: string[] = [];
    for (const [name, query] of Object.entries(QUERIES)) if ((await statementsOf(query)) > 0) missed.push(name);
    // What a change concerns beyond the answers that show it may be dropped with lists, and never the other way round.
    expect(missed).toEqual(expect.arrayContaining([...dropped]));
    if (!dropped.includes("STORY")) expect(missed).not.toContain("STORY");
    if (!dropped.includes("OTHER")) expect(missed).not.toContain("OTHER");
    if (dropped.length === 0) expect(missed).toEqual([]);
  });

  it("are not used for requests with a token, a preview or the draft view, nor filled by them", async () => {
    for (const headers of [desk.headers.EDITOR, { "x-content-view": "draft" }]) {
      desk.app.statements.length = 0;
      await desk.app.ask(STORY, {}, headers);
      expect(desk.app.statements.length).toBeGreaterThan(0);
    }
  });

  it("are not kept when something was not found or has an error", async () => {
    for (const query of [
      '{ article(slug: "unknown") { headline } }',
      "{ articles(first: 1000) { totalCount } }",
      "{ viewer { name } }",
    ]) {
      await desk.app.ask(query);
      desk.app.statements.length = 0;
      const { data, errors } = await desk.app.ask(query);
      expect(data ?? errors).toBeDefined();
    }
    await desk.newsroom.published({ slug: "unknown", headline: "Known now" });
    expect(await desk.readAsReader('{ article(slug: "unknown") { headline } }')).toEqual({
      article: { headline: "Known now" },
    });
  });

  it("have an entity tag, keys for CDNs and Vary, and are not sent again to who has them", async () => {
    const first = await getStory();
    const again = await getStory();
    expect(again.body).toBe(first.body);
    const { etag, "surrogate-key": keys, "cache-tag": tags, vary } = again.headers;
    expect(again.headers["cache-control"]).toBe("public, no-cache");
    expect(first.headers).toMatchObject({ etag, "surrogate-key": keys });
    expect(String(keys).split(" ")).toEqual(expect.arrayContaining([expect.stringMatching(/^Article:[\da-f-]{36}$/)]));
    expect(tags).toBe(String(keys).replaceAll(" ", ","));
    expect(vary).toContain("authorization");
    const known = await getStory({ "if-none-match": String(etag) });
    expect([known.statusCode, known.body]).toEqual([304, ""]);
  });

  it("may be used by a CDN without asking where a setting says so, and by browsers never", async () => {
    const other = await createTestApp({ joins: desk.app, checksCache: false, cdnMaxAgeS: 60 });
    const { headers } = await other.http.inject({ url: "/articles/harbour.html" });
    expect(headers["cache-control"]).toBe("public, max-age=0, s-maxage=60, must-revalidate");
    await other.close();
  });

  it("have the same refusal of HEAD at the GraphQL endpoint as without a cache, and the headers of GET elsewhere", async () => {
    const head = (url: string) =>
      desk.app.http.inject({ method: "HEAD", url, headers: { "apollo-require-preflight": "1" } });
    await getStory();
    expect((await head(`/graphql?query=${encodeURIComponent(STORY)}`)).statusCode).toBe(405);
    const { statusCode, headers, body } = await head("/articles/harbour.html");
    expect([statusCode, headers["etag"], body]).toEqual([
      200,
      (await get("/articles/harbour.html")).headers["etag"],
      "",
    ]);
  });

  it("of GraphQL are compressed with the same content", async () => {
    const body = [{ paragraph: { text: "Longer words. ".repeat(500) } }];
    await desk.newsroom.published({ slug: "longer", headline: "Longer", body });
    const query = '{ article(slug: "longer") { body { ... on Paragraph { text } } } }';
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const headers = { "apollo-require-preflight": "1" };
    const plain = await get(url, headers);
    const packed = await get(url, { ...headers, "accept-encoding": "br, gzip" });
    expect([packed.statusCode, packed.headers["content-encoding"]]).toEqual([200, "br"]);
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.headers["content-length"]).toBe(String(packed.rawPayload.length));
  });

  it("are compressed as the client accepts it, and say so", async () => {
    await desk.newsroom.published({
      slug: "long",
      headline: "Long",
      body: [{ paragraph: { text: "Long words. ".repeat(500) } }],
    });
    const url = `/articles/long.json`;
    const plain = await get(url);
    const packed = await get(url, { "accept-encoding": "gzip" });
    const packedAgain = await get(url, { "accept-encoding": "br;q=0, gzip" });
    expect([packed.headers["content-encoding"], packedAgain.headers["content-encoding"]]).toEqual(["gzip", "gzip"]);
    expect(gunzipSync(packedAgain.rawPayload).toString()).toBe(plain.body);
    for (const { headers } of [plain, packed, packedAgain]) expect(headers["vary"]).toContain("accept-encoding");
  });

  it.each(["/articles/harbour.html", "/articles/harbour.jsonld", "/feed.rss", "/feed.json"])(
    "%s is read once and dropped with a correction",
    async (url) => {
      const before = await get(url);
      expect(before.statusCode).toBe(200);
      desk.app.statements.length = 0;
      const hit = await get(url);
      expect([hit.body, hit.headers["content-type"], hit.headers["cache-control"]]).toEqual([
        before.body,
        before.headers["content-type"],
        before.headers["cache-control"],
      ]);
      expect(desk.app.statements).toEqual([]);
      await correct(ids.story, { headline: `Harbour ${Math.random()}` });
      expect((await get(url)).body).not.toBe(before.body);
    },
  );

  it("are made once for many that ask at the same time", async () => {
    const query = "{ articles(first: 3) { nodes { headline standfirst slug } } }";
    desk.app.statements.length = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.readAsReader(query)));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(desk.app.statements).toHaveLength(1);
  });

  it("of a full memory are kept when they are asked for again, and have keys by GET at once", async () => {
    const full = await createTestApp({ joins: desk.app, checksCache: false, cacheMegabytes: 1 / 16 });
    const asking = (alias: string) => ({ query: `{ article(slug: "harbour") { ${alias}: headline } }` });
    const post = (alias: string) => full.http.inject({ method: "POST", url: "/graphql", payload: asking(alias) });
    const statementsFor = async (ask: () => Promise<unknown>): Promise<number> => {
      full.statements.length = 0;
      await ask();
      return full.statements.length;
    };
    for (let at = 0; at < 60; at += 1) await post(`filling${at}`);
    const counts = [];
    for (let at = 0; at < 3; at += 1) counts.push(await statementsFor(() => post("wanted")));
    expect(counts).toEqual([1, 1, 0]);
    const together = () => Promise.all(Array.from({ length: 20 }, () => post("together")));
    expect(await statementsFor(together)).toBeLessThanOrEqual(2);
    const url = `/graphql?query=${encodeURIComponent(asking("once").query)}`;
    const { headers } = await full.http.inject({ url, headers: { "apollo-require-preflight": "1" } });
    expect([headers.etag, headers["surrogate-key"]]).toEqual([
      expect.stringMatching(/^W\//),
      expect.stringContaining("Article:"),
    ]);
    await full.close();
  });
});
