import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { updateArticle } from "../../src/article/update-article.service.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { publishArticle } from "../../src/publishing/publishing.service.js";
import { createSection } from "../../src/section/section.service.js";
import { SearchFacetsDocument } from "../generated/graphql.js";
import { done } from "../support/newsroom.js";
import { Searcher } from "./support/searcher.js";

let reader: Searcher;

beforeAll(async () => {
  reader = await Searcher.open();
});
afterAll(() => reader.app.close());

describe("a filter", () => {
  it("narrows by kind, language, topic, person and moment", async () => {
    const kinds = async (query: string, kind: "QUOTE" | "PERSON") =>
      (await reader.search({ query, in: [kind] })).nodes.map(({ node }) => node.__typename);
    expect(await kinds("harrow", "PERSON")).toEqual(["Person"]);
    expect(await kinds("harrow", "QUOTE")).toEqual(["Quote"]);
    expect(await reader.idsOf({ query: "cœur OR élèves", filter: { language: "fr" } })).toHaveLength(2);
    expect(await reader.idsOf({ query: "cœur OR ferry", filter: { language: "fr" } })).toEqual([reader.id("coeur")]);
    const topic = await reader.app.database.prisma.topic.findFirstOrThrow({ where: { slug: "housing" } });
    expect(await reader.idsOf({ query: "the", filter: { topicId: encodeNodeId("Topic", topic.id) } })).toEqual([
      reader.id("policies"),
    ]);
    const ofHarrow = await reader.search({ query: "tide OR harrow", filter: { personId: reader.id("harrow") } });
    expect(ofHarrow.nodes.map(({ node }) => node.__typename).toSorted()).toEqual(["Article", "Person", "Quote"]);
    const { publishedAt } = await reader.app.database.prisma.articleHead.findFirstOrThrow({
      where: { head: "PUBLISHED", headline: { startsWith: "Council adopts" } },
    });
    const moment = publishedAt?.toISOString();
    expect(
      await reader.idsOf({ query: "the", in: ["ARTICLE"], filter: { publishedAfter: moment, language: "en" } }),
    ).not.toContain(reader.id("policies"));
    expect(await reader.idsOf({ query: "ferry", filter: { publishedBefore: moment } })).toEqual([
      reader.id("ferry"),
      reader.id("ferryPrices"),
    ]);
  });

  it.each([
    ["ARTICLE", "tide"],
    ["QUOTE", "tide"],
    ["PERSON", "harrow"],
    ["EMBEDDED_POST", "whale"],
  ] as const)("by the kind %s alone finds no other", async (kind, query) => {
    const { nodes, totalCount } = await reader.search({ query, in: [kind] });
    expect(totalCount).toBeGreaterThan(0);
    expect(new Set(nodes.map(({ node }) => node.__typename.toUpperCase()))).toEqual(new Set([kind.replace("_", "")]));
    expect((await reader.search({ query, in: [] })).totalCount).toBe(0);
  });

  it("includes the regional forms of a language", async () => {
    const { id } = await reader.newsroom.published({ language: "de-AT", headline: "Marillenernte im Jänner" });
    expect(await reader.idsOf({ query: "Marillenernte", filter: { language: "de" } })).toEqual([id]);
    expect(await reader.idsOf({ query: "Marillenernte", filter: { language: "de-CH" } })).toEqual([]);
  });

  it("includes the sections below a section, and facets count each section by itself", async () => {
    const make = async (name: string, parentId?: string) =>
      encodeNodeId(
        "Section",
        done(await createSection(reader.newsroom.work, { name, ...(parentId ? { parentId } : {}) })).sectionId,
      );
    const nature = await make("Nature");
    const birds = await make("Birds", nature);
    const heron = await reader.newsroom.published({ headline: "Heron returns", sectionId: birds });
    const heronry = await reader.newsroom.published({ headline: "Heron counted", sectionId: nature });
    await reader.newsroom.published({ headline: "Heron forgotten" });
    expect((await reader.idsOf({ query: "heron", filter: { sectionId: nature } })).toSorted()).toEqual(
      [heron.id, heronry.id].toSorted(),
    );
    expect(await reader.idsOf({ query: "heron", filter: { sectionId: birds } })).toEqual([heron.id]);
    const { search: found } = await reader.app.data(SearchFacetsDocument, { query: "heron" });
    expect(found.facets.sections.toSorted((a, b) => a.section.slug.localeCompare(b.section.slug))).toEqual([
      { section: { slug: "birds" }, count: 1 },
      { section: { slug: "nature" }, count: 1 },
    ]);
  });

  it("counts hits by language and topic, the largest number first", async () => {
    const { search: found } = await reader.app.data(SearchFacetsDocument, {
      query: "ferry OR Klimapolitik OR harvest",
    });
    expect(found.facets.languages).toEqual([
      { language: "en", count: 3 },
      { language: "de", count: 1 },
    ]);
    const topics = found.facets.topics.map(({ topic, count }) => [topic.slug, count]);
    expect(topics[0]).toEqual(["transport", 2]);
    expect(Object.fromEntries(topics)).toEqual({ transport: 2, farming: 1, klima: 1 });
  });
});

describe("the ranking", () => {
  it("puts the headline before the standfirst before the body, and the newer of two equal articles first", async () => {
    const body = [{ paragraph: { text: "Nothing of note." } }];
    const inBody = await reader.newsroom.published({
      headline: "One thing",
      body: [{ paragraph: { text: "An axolotl." } }],
    });
    const older = await reader.newsroom.published({ headline: "Axolotl found", body });
    const inStandfirst = await reader.newsroom.published({
      headline: "Another thing",
      standfirst: "An axolotl.",
      body,
    });
    reader.newsroom.now = new Date(reader.newsroom.now.getTime() + 30 * 86_400_000);
    const newer = await reader.newsroom.published({ headline: "Axolotl found", body });
    reader.settings.now = new Date(reader.newsroom.now.getTime() + 86_400_000);
    expect(await reader.idsOf({ query: "axolotl" })).toEqual([newer.id, older.id, inStandfirst.id, inBody.id]);
  });

  it("ranks a text that was published again by its new text", async () => {
    const { id, version } = await reader.newsroom.published({ headline: "Kakapo", standfirst: "Kakapo." });
    done(await publishArticle(reader.newsroom.work, { id, expectedVersion: version }));
    expect(await reader.idsOf({ query: "kakapo" })).toEqual([id]);
  });
});

describe("a snippet", () => {
  async function snippetOf(query: string): Promise<string> {
    return (await reader.search({ query, in: ["ARTICLE"] })).nodes[0]?.snippet ?? "";
  }

  it("marks the matches and escapes all other text", async () => {
    const text = `<script>alert("1")</script> & the 'ibex' <mark>jumped</mark>.`;
    await reader.newsroom.published({ headline: "Animals", body: [{ paragraph: { text } }] });
    expect(await snippetOf("ibex")).toBe(
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; the &#39;<mark>ibex</mark>&#39; &lt;mark&gt;jumped&lt;/mark&gt;.",
    );
  });

  it("is the passage with the most matches, cut at words", async () => {
    const filler = "Something else happened that nobody wrote down. ".repeat(20);
    const text = `${filler}The serval met the caracal at dusk. ${filler}`;
    await reader.newsroom.published({
      headline: "Serval",
      body: [{ paragraph: { text: "A serval." } }, { paragraph: { text } }],
    });
    const snippet = await snippetOf("serval caracal");
    expect(snippet).toMatch(/^… .*<mark>serval<\/mark> met the <mark>caracal<\/mark> at dusk.* …$/);
    expect(snippet.replaceAll(/<\/?mark>/g, "").length).toBeLessThan(240);
  });

  it("marks other forms of a word, and runs without spaces as a whole", async () => {
    expect(await snippetOf("policy")).toBe("The <mark>policies</mark> were debated for nine hours.");
    expect(await snippetOf("東京都の職員")).toBe("<mark>東京都の職員</mark>が毛布を配った。");
  });
});

describe("a preview token", () => {
  it("finds the draft of its article and the published text of others", async () => {
    const { id } = await reader.newsroom.published({ headline: "Preview ocelot" });
    const other = await reader.newsroom.published({ headline: "Public ocelot" });
    const { version } = await reader.newsroom.draft({ headline: "Hidden ocelot" });
    expect(version).toBe(1);
    done(await updateArticle(reader.newsroom.work, { id, expectedVersion: 2, headline: "Preview margay" }));
    reader.settings.now = reader.newsroom.now;
    const { token } = done(await createPreviewToken(reader.newsroom.work, { articleId: id }));
    const found = async (query: string) =>
      (await reader.search({ query }, { "x-preview-token": token })).nodes.map(({ node }) => node.id);
    expect([await found("margay"), await found("ocelot")]).toEqual([[id], [other.id]]);
  });
});
