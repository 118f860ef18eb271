import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/syndication/atom.js";
import { CONTENT_TYPES } from "../../src/syndication/formats.js";
import { toJson } from "../../src/syndication/json.js";
import { renderJsonFeed } from "../../src/syndication/json-feed.js";
import { renderJsonLd } from "../../src/syndication/json-ld.js";
import { dropUnfit } from "../../src/syndication/markup.js";
import { renderNewsSitemap } from "../../src/syndication/news-sitemap.js";
import { renderNinjs } from "../../src/syndication/ninjs.js";
import { renderRss } from "../../src/syndication/rss.js";
import { article, english, FEED_ID, paragraph, persian, site } from "./articles.js";
import { hostile } from "./hostile.js";
import { findAll, readPage, readXml, textOf, type XmlElement } from "./read-xml.js";

const all = [english, persian, hostile];
const now = new Date("2026-09-06T12:00:00Z");

describe("every XML list", () => {
  const documents = (articles: typeof all): string[] => [
    renderRss(articles, site),
    renderAtom(articles, site, FEED_ID),
    renderNewsSitemap(articles, site, now),
  ];

  it("is well-formed, also of hostile texts and of no articles at all", () => {
    for (const document of [...documents(all), ...documents([])]) expect(() => readXml(document)).not.toThrow();
  });

  it("holds no character that XML 1.0 forbids", () => {
    for (const document of documents(all)) {
      expect(document).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    }
  });

  it("returns hostile texts unchanged, except characters that no document may contain", () => {
    const headline = "</script><script>alert(1)</script> <!-- ]]> & &amp; \"double\" 'single' </title></style>";
    for (const document of documents([hostile])) {
      const read = readXml(document);
      const titles = [...findAll(read, "title"), ...findAll(read, "news:title")].map(({ text }) => text);
      expect(titles.at(-1)).toContain(headline);
      expect(titles.at(-1)).toContain("🧨");
    }
  });

  it("holds HTML that leads to the web alone and runs nothing", () => {
    const item = renderNinjs(hostile, site).bodies?.find(({ role }) => role === "html")?.value ?? "";
    const [inFeed] = renderJsonFeed([hostile], site).items;
    const inRss = textOf(readXml(renderRss([hostile], site)), "content:encoded") ?? "";
    const inAtom = textOf(readXml(renderAtom([hostile], site, FEED_ID)), "content") ?? "";
    for (const html of [item, inFeed?.content_html ?? "", inRss, inAtom]) {
      const names = attributesOf(readPage(dropUnfit(html)));
      expect(names.filter(([name]) => name.startsWith("on"))).toEqual([]);
      const hrefs = names.flatMap(([name, value]) => (name === "href" || name === "cite" ? [value] : []));
      expect(hrefs).not.toEqual([]);
      for (const href of hrefs) expect(href).toMatch(/^https:\/\/e\.example\//u);
    }
  });

  it("is the same each time", () => {
    expect(documents(all)).toEqual(documents(all));
  });
});

describe("RSS", () => {
  const channel = readXml(renderRss(all, site));
  const items = findAll(channel, "item");

  it("contains the channel elements that RSS 2.0 requires, and its own address", () => {
    expect(channel.attributes).toMatchObject({ version: "2.0" });
    for (const required of ["title", "link", "description"]) expect(textOf(channel, required)).not.toBe("");
    expect(findAll(channel, "atom:link")[0]?.attributes).toMatchObject({ href: "https://lantern.example/feed.rss" });
    expect(textOf(channel, "lastBuildDate")).toBe("Sun, 06 Sep 2026 07:15:00 GMT");
  });

  it("contains for each item its day in RFC 822, a permanent guid, its author, language and topics", () => {
    const [first] = items;
    expect(items).toHaveLength(3);
    if (!first) return;
    expect(textOf(first, "pubDate")).toBe("Sat, 05 Sep 2026 09:00:00 GMT");
    expect(findAll(first, "guid")[0]).toMatchObject({
      attributes: { isPermaLink: "false" },
      text: "urn:uuid:85aadba2-eac0-0000-0000-000000000000",
    });
    expect(findAll(first, "dc:creator").map(({ text }) => text)).toEqual(["Mara Quill", "Coast Desk"]);
    expect(textOf(first, "dc:language")).toBe("en");
    expect(findAll(first, "category").map(({ text }) => text)).toEqual(["Harbour", "Fisheries & trade"]);
  });

  it("carries the whole text as well-formed HTML in its own direction, corrections first", () => {
    for (const item of items) {
      const content = textOf(item, "content:encoded") ?? "";
      expect(() => readPage(content)).not.toThrow();
    }
    const [first, second] = items.map((item) => textOf(item, "content:encoded"));
    expect(first).toMatch(/^<div lang="en" dir="ltr"><p><b>Correction<\/b> \(<time/u);
    expect(second).toMatch(/^<div lang="fa" dir="rtl">/u);
  });
});

describe("Atom", () => {
  const feed = readXml(renderAtom(all, site, FEED_ID));
  const entries = findAll(feed, "entry");

  it("has the id, title and moment that RFC 4287 requires of the feed and of every entry", () => {
    for (const element of [feed, ...entries]) {
      for (const required of ["id", "title", "updated"]) expect(textOf(element, required)).toBeTruthy();
    }
    expect(textOf(feed, "updated")).toBe("2026-09-06T07:15:00.000Z");
    expect(findAll(feed, "link")[0]?.attributes).toMatchObject({ rel: "self" });
  });

  it("moves an entry's moment with its publication, and keeps its id and first moment", () => {
    const [first] = entries;
    if (!first) throw new Error("no entry");
    expect(textOf(first, "published")).toBe("2026-09-05T09:00:00.000Z");
    expect(textOf(first, "updated")).toBe("2026-09-06T07:15:00.000Z");
    expect(textOf(first, "id")).toBe("urn:uuid:85aadba2-eac0-0000-0000-000000000000");
    expect(entries[1]?.attributes["xml:lang"]).toBe("fa");
  });

  it("without entries is still a feed", () => {
    expect(textOf(readXml(renderAtom([], site, FEED_ID)), "updated")).toBe("1970-01-01T00:00:00Z");
  });
});

describe("JSON Feed", () => {
  it("has what version 1.1 requires, with the text in both forms", () => {
    const feed = JSON.parse(toJson(renderJsonFeed(all, site)));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Lantern Post",
      feed_url: "https://lantern.example/feed.json",
      items: [
        {
          id: "urn:uuid:85aadba2-eac0-0000-0000-000000000000",
          authors: [{ name: "Mara Quill" }, { name: "Coast Desk" }],
        },
        { language: "fa" },
        {},
      ],
    });
    for (const item of feed.items) {
      expect(item.content_text).not.toBe("");
      expect(() => readPage(item.content_html)).not.toThrow();
    }
  });
});

describe("news sitemap", () => {
  const titles = (articles: typeof all): string[] =>
    findAll(readXml(renderNewsSitemap(articles, site, now)), "news:title").map(({ text }) => text);

  it("holds the articles of the last two days, the newest first", () => {
    const at = (headline: string, firstPublishedAt: string) => article({ headline, firstPublishedAt });
    const articles = [
      at("two days", "2026-09-04T12:00:00Z"),
      at("older", "2026-09-04T11:59:59Z"),
      at("newest", "2026-09-06T12:00:00Z"),
      at("to come", "2026-09-06T12:00:01Z"),
    ];
    expect(titles(articles)).toEqual(["newest", "two days"]);
  });

  it("holds a thousand at most", () => {
    const many = Array.from({ length: 1200 }, (_, index) => article({ headline: `Article ${index}` }));
    expect(titles(many)).toHaveLength(1000);
  });

  it("contains the publication, its language by ISO 639, and the first publication of the article", () => {
    const [url] = findAll(readXml(renderNewsSitemap([persian], site, now)), "url");
    if (!url) throw new Error("no entry");
    expect(textOf(url, "loc")).toBe(persian.url);
    expect(persian.url).toMatch(/^https:\/\/lantern\.example\/articles\/%D8%A8/u);
    expect(textOf(url, "news:name")).toBe("The Lantern Post");
    expect(textOf(url, "news:language")).toBe("fa");
    expect(textOf(url, "news:publication_date")).toBe("2026-09-05T09:00:00.000Z");
    const language = (tag: string) =>
      textOf(readXml(renderNewsSitemap([article({ language: tag })], site, now)), "news:language");
    expect(["en-GB", "zh", "zh-TW", "pt-BR"].map(language)).toEqual(["en", "zh-cn", "zh-tw", "pt"]);
  });
});

it("feeds of a hundred thousand characters in one paragraph stay well-formed and quick", () => {
  const long = article({ body: [paragraph('<&>" '.repeat(20_000))] });
  expect(() => readXml(renderRss([long], site))).not.toThrow();
});

it("every format has a media type with its character set", () => {
  for (const type of Object.values(CONTENT_TYPES)) expect(type).toMatch(/^[\w/+]+; charset=utf-8$/u);
});

/** Every attribute within an element, by name and value. */
function attributesOf(element: XmlElement): [string, string][] {
  return [...Object.entries(element.attributes), ...element.children.flatMap(attributesOf)];
}

describe("identities", () => {
  const moved = { ...site, baseUrl: "https://moved.example", articleUrl: "https://www.moved.example/{slug}" };
  const identities = (document: string): readonly string[] => document.match(/urn:uuid:[0-9a-f-]{36}/g) ?? [];

  it.each<[string, (of: typeof site) => string]>([
    ["RSS", (of) => renderRss(all, of)],
    ["Atom", (of) => renderAtom(all, of, FEED_ID)],
    ["JSON Feed", (of) => toJson(renderJsonFeed(all, of))],
    ["ninjs", (of) => toJson(renderNinjs(english, of))],
    ["JSON-LD", (of) => toJson(renderJsonLd(english, of))],
  ])("of %s do not depend on the address of the server or the site", (_format, render) => {
    expect(identities(render(site)).length).toBeGreaterThan(0);
    expect(identities(render(moved))).toEqual(identities(render(site)));
  });
});
