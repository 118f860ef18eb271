import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/syndication/atom.js";
import { toJson } from "../../src/syndication/json.js";
import { renderJsonFeed } from "../../src/syndication/json-feed.js";
import { NEWS_SITEMAP_LIMITS, renderNewsSitemap } from "../../src/syndication/news-sitemap.js";
import { renderRss } from "../../src/syndication/rss.js";
import type { SyndicatedArticle, SyndicatedSite } from "../../src/syndication/syndicated.js";
import { FEED_ID, article, english, paragraph, persian, site } from "./articles.js";
import { figure } from "./figures.js";
import { HOSTILE, hostile } from "./hostile.js";
import { findAll, readXml } from "./read-xml.js";
import { faultsOfJsonFeed } from "./validate-json.js";
import { faultsOfXml } from "./validate-xml.js";

const now = new Date("2026-09-06T12:00:00Z");
const hostileSite: SyndicatedSite = { ...site, title: HOSTILE };

type Case = readonly [articles: readonly SyndicatedArticle[], site: SyndicatedSite];
const bare = figure(
  { id: "fig_2AAAAAAAAAAAAAAAAAAAAA", caption: null, alt: "" },
  { id: "img_boatAAAAAAAAAAAAAAAAAA", headline: null, credit: null, copyright: null, usageTerms: null, takenAt: null },
);
const illustrated = article({ leadImage: figure(), body: [paragraph("Text."), figure(), bare] });
const cases: Record<string, Case> = {
  "an article with everything": [[english], site],
  "an article with the least": [[article()], site],
  "an article without a body": [[article({ body: [] })], site],
  "an article with pictures": [[illustrated], site],
  "a hostile article": [[hostile], hostileSite],
  "many articles": [[english, persian, hostile, article({ language: "zh-Hant-TW" })], site],
};

describe.each(Object.entries(cases))("of %s", (_, [articles, of]) => {
  it("RSS is valid by RSS 2.0 and the modules that it uses", async () => {
    expect(await faultsOfXml("rss", renderRss(articles, of))).toEqual([]);
  });

  it("Atom is valid by RFC 4287", async () => {
    expect(await faultsOfXml("atom", renderAtom(articles, of, FEED_ID))).toEqual([]);
  });

  it("the news sitemap is valid by the schema of sitemaps.org and by Google's tags", async () => {
    expect(await faultsOfXml("newsSitemap", renderNewsSitemap(articles, of, now))).toEqual([]);
  });

  it("JSON Feed is valid by version 1.1", () => {
    expect(faultsOfJsonFeed(JSON.parse(toJson(renderJsonFeed(articles, of))))).toEqual([]);
  });
});

describe("without any article", () => {
  it("RSS, Atom and JSON Feed are valid", async () => {
    expect(await faultsOfXml("rss", renderRss([], site))).toEqual([]);
    expect(await faultsOfXml("atom", renderAtom([], site, FEED_ID))).toEqual([]);
    expect(faultsOfJsonFeed(JSON.parse(toJson(renderJsonFeed([], site))))).toEqual([]);
  });

  it("the news sitemap is valid: it has the address of the front page", async () => {
    const sitemap = renderNewsSitemap([], site, now);
    expect(await faultsOfXml("newsSitemap", sitemap)).toEqual([]);
    expect(findAll(readXml(sitemap), "loc").map(({ text }) => text)).toEqual(["https://lantern.example/"]);
  });
});

it("a thousand articles make a valid news sitemap, and more are left out", async () => {
  const many = Array.from({ length: NEWS_SITEMAP_LIMITS.entries + 200 }, (_, index) =>
    article({ headline: `Article ${index}` }),
  );
  const sitemap = renderNewsSitemap(many, site, now);
  expect(findAll(readXml(sitemap), "url")).toHaveLength(1000);
  expect(await faultsOfXml("newsSitemap", sitemap)).toEqual([]);
});

it("a long article makes valid feeds", async () => {
  const long = article({ body: [paragraph('<&>" ]]> '.repeat(20_000))] });
  expect(await faultsOfXml("rss", renderRss([long], site))).toEqual([]);
  expect(await faultsOfXml("atom", renderAtom([long], site, FEED_ID))).toEqual([]);
});

/** A document with one thing put wrong; it must be found, or nothing was broken. */
function broken(document: string, right: string | RegExp, wrong: string): string {
  expect(document).toMatch(right);
  return document.replace(right, wrong);
}

describe("the checks fail on", () => {
  it.each([
    ["a day that is not RFC 822's", /<pubDate>[^<]*</u, "<pubDate>2026-09-05<"],
    ["a second title", "</item>", "<title>Again</title></item>"],
    ["a channel without its description", /<description>The Lantern Post<\/description>/u, ""],
    ["an item without title and description", /<item>[\s\S]*<\/item>/u, "<item></item>"],
    ["an address that is none", /<link>[^<]*</u, "<link>lantern.example<"],
    ["an element that nobody knows", "</item>", "<kicker>News</kicker></item>"],
    [
      "a picture of no width",
      "</item>",
      '<media:content url="https://a.example/b" type="image/png" medium="image"/></item>',
    ],
  ])("RSS with %s", async (_, right, wrong) => {
    expect(await faultsOfXml("rss", broken(renderRss([english], site), right, wrong))).not.toEqual([]);
  });

  it.each([
    ["a moment without its zone", /<published>[^<]*</u, "<published>2026-09-05T09:00:00<"],
    ["an entry without its id", /<entry([^>]*)><title>[^<]*<\/title><id>[^<]*<\/id>/u, "<entry$1><title>T</title>"],
    ["an author without a name", /<author><name>[^<]*<\/name><\/author>/u, "<author></author>"],
    ["content of a type that Atom does not have", 'type="html">&lt;', 'type="markdown">&lt;'],
    ["a category without its term", 'term="harbour"', 'word="harbour"'],
    ["two moments of change", "</entry>", "<updated>2026-09-05T09:00:00Z</updated></entry>"],
  ])("Atom with %s", async (_, right, wrong) => {
    expect(await faultsOfXml("atom", broken(renderAtom([english], site, FEED_ID), right, wrong))).not.toEqual([]);
  });

  it.each([
    ["a language with its country", "<news:language>en<", "<news:language>en-GB<"],
    ["an article without its headline", /<news:title>[^<]*<\/news:title>/u, ""],
    ["a moment that is none", /<lastmod>[^<]*</u, "<lastmod>yesterday<"],
    ["an address after its news", /(<loc>[^<]*<\/loc>)(.*<\/news:news>)/u, "$2$1"],
  ])("a news sitemap with %s", async (_, right, wrong) => {
    const document = broken(renderNewsSitemap([english], site, now), right, wrong);
    expect(await faultsOfXml("newsSitemap", document)).not.toEqual([]);
  });

  it("a JSON Feed of version 1, with an item without content, or with a name that it does not have", () => {
    const feed = renderJsonFeed([english], site);
    const [item] = feed.items;
    const { content_html: _html, content_text: _text, ...empty } = item ?? {};
    expect(faultsOfJsonFeed({ ...feed, version: "https://jsonfeed.org/version/1" })).not.toEqual([]);
    expect(faultsOfJsonFeed({ ...feed, items: [empty] })).not.toEqual([]);
    expect(faultsOfJsonFeed({ ...feed, items: [{ ...item, author: "Mara Quill" }] })).not.toEqual([]);
    expect(faultsOfJsonFeed({ ...feed, items: [{ ...item, date_published: "2026-09-05" }] })).not.toEqual([]);
  });
});
