import { describe, expect, it } from "vitest";
import { bodyText } from "../../src/syndication/body.js";
import { renderAtom } from "../../src/syndication/atom.js";
import { renderJsonFeed } from "../../src/syndication/json-feed.js";
import { renderJsonLd } from "../../src/syndication/json-ld.js";
import { renderNewsSitemap } from "../../src/syndication/news-sitemap.js";
import { renderNinjs } from "../../src/syndication/ninjs.js";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import { readingPagePolicy } from "../../src/syndication/reading-page.style.js";
import { renderRss } from "../../src/syndication/rss.js";
import { article, FEED_ID, paragraph, site } from "./articles.js";
import { figure } from "./figures.js";
import { findAll, readPage, readXml, wholeText } from "./read-xml.js";
import { faultsOfLinkedData } from "./schema-org.js";
import { faultsOfPage } from "./validate-page.js";

const boat = figure(
  { id: "fig_2AAAAAAAAAAAAAAAAAAAAA", caption: null, alt: "" },
  { id: "img_boatAAAAAAAAAAAAAAAAAA", headline: null, copyright: null, usageTerms: "https://licence.example/by" },
);
const lead = figure();
const subject = article({ leadImage: lead, body: [paragraph("Text."), boat] });
const repeated = article({ leadImage: lead, body: [paragraph("Text."), figure({ id: "fig_3AAAAAAAAAAAAAAAAAAAAA" })] });
const FULL = lead.image.full.url;

describe("the reading page", () => {
  const page = renderReadingPage(subject, site);

  it("shows the lead image first and at once, all others when they come into view, each in its own size", async () => {
    const [first, second] = findAll(readPage(page), "img").map(({ attributes }) => attributes);
    expect(first).toEqual({
      src: FULL,
      srcset: lead.image.renditions.map(({ url, width }) => `${url} ${width}w`).join(", "),
      sizes: "(min-width: 40rem) 37.5rem, 100vw",
      width: "1200",
      height: "800",
      alt: "A quay & two boats",
      fetchpriority: "high",
    });
    expect(second).toMatchObject({ width: "1200", height: "800", alt: "", loading: "lazy" });
    expect(second).not.toHaveProperty("fetchpriority");
    expect(await faultsOfPage(page)).toEqual([]);
  });

  it("has the credit below every picture, with a caption or without", () => {
    const captions = findAll(readPage(page), "figcaption").map((one) => one.children.map((line) => wholeText(line)));
    expect(captions).toEqual([
      ["The old quay at <dawn>.", "Ada Moss / Lantern · © 2026 The Lantern Post"],
      ["Ada Moss / Lantern"],
    ]);
  });

  it("is shown with its lead image when it is shared, and may load pictures of the server only", () => {
    expect(page).toContain(`<meta property="og:image" content="${FULL}">`);
    expect(page).toContain('<meta property="og:image:alt" content="A quay &amp; two boats">');
    expect(readingPagePolicy("https://lantern.example/cms")).toMatch(/; img-src 'self' https:\/\/lantern\.example$/u);
    expect(renderReadingPage(article(), site)).not.toContain("og:image");
  });
});

describe("machine-readable formats", () => {
  it("ninjs has each picture as an item with its rights, texts and renditions", () => {
    const [first, second, ...rest] = renderNinjs(subject, site).associations ?? [];
    expect(first).toMatchObject({
      rel: "leadImage",
      type: "picture",
      by: "Ada Moss / Lantern",
      copyrightNotice: "© 2026 The Lantern Post",
      usageTerms: "Once, in print and online",
      located: "Port Malden",
      descriptions: [
        { role: "caption", value: "The old quay at <dawn>." },
        { role: "alternativeText", value: "A quay & two boats" },
      ],
      renditions: [
        { name: "full", href: FULL, contentType: "image/jpeg", width: 1200, height: 800 },
        { name: "w480", contentType: "image/webp", width: 480 },
        { name: "w1200" },
      ],
    });
    expect(second).toMatchObject({ rel: "bodyImage", by: "Ada Moss / Lantern", descriptions: [] });
    expect(rest).toEqual([]);
  });

  it("JSON-LD has each picture as an ImageObject, the lead image first and every image once", () => {
    const images = renderJsonLd(subject, site)["image"];
    expect(images).toMatchObject([
      {
        "@type": "ImageObject",
        contentUrl: FULL,
        width: { "@type": "QuantitativeValue", value: 1200, unitCode: "E37" },
        height: { "@type": "QuantitativeValue", value: 800, unitCode: "E37" },
        caption: "The old quay at <dawn>.",
        creditText: "Ada Moss / Lantern",
        copyrightNotice: "© 2026 The Lantern Post",
        conditionsOfAccess: "Once, in print and online",
      },
      { creditText: "Ada Moss / Lantern", license: "https://licence.example/by" },
    ]);
    expect(faultsOfLinkedData(renderJsonLd(subject, site))).toEqual([]);
    expect(renderJsonLd(repeated, site)["image"]).toHaveLength(1);
    expect(renderJsonLd(article(), site)).not.toHaveProperty("image");
  });

  it.each([
    ["RSS, without an enclosure, whose length is not known", () => readXml(renderRss([subject], site)), []],
    ["Atom, and the lead image as enclosure", () => readXml(renderAtom([subject], site, FEED_ID)), [FULL]],
  ])("each picture is media:content with its credit in %s", (_format, read, enclosed) => {
    const feed = read();
    const contents = findAll(feed, "media:content");
    expect(contents.map(({ attributes }) => [attributes["url"], attributes["isDefault"]])).toEqual([
      [FULL, "true"],
      [boat.image.full.url, undefined],
    ]);
    const inside = (name: string) => contents.map((one) => findAll(one, name).map(({ text }) => text));
    expect(inside("media:credit")).toEqual([["Ada Moss / Lantern"], ["Ada Moss / Lantern"]]);
    expect(inside("media:description")).toEqual([["The old quay at <dawn>."], []]);
    expect(inside("media:copyright")).toEqual([["© 2026 The Lantern Post"], []]);
    const enclosures = [
      ...findAll(feed, "enclosure").map(({ attributes }) => attributes["url"]),
      ...findAll(feed, "link").flatMap(({ attributes }) =>
        attributes["rel"] === "enclosure" ? attributes["href"] : [],
      ),
    ];
    expect(enclosures).toEqual(enclosed);
  });

  it("JSON Feed and the HTML of feeds show the lead image once, also where the body has it", () => {
    for (const each of [subject, repeated]) {
      const [item] = renderJsonFeed([each], site).items;
      expect(item?.image).toBe(FULL);
      expect(item?.content_html.split(`src="${FULL}"`)).toHaveLength(each === subject ? 3 : 2);
    }
  });

  it("the sitemap lists each picture once", () => {
    const now = new Date("2026-09-06T08:00:00Z");
    const images = findAll(readXml(renderNewsSitemap([repeated], site, now)), "image:loc").map(({ text }) => text);
    expect(images).toEqual([FULL]);
  });

  it("plain text has the caption or what the picture shows, and the credit", () => {
    const body = [lead, figure({ caption: null }, { copyright: "Ada Moss" }), boat];
    expect(bodyText(article({ body }))).toBe(
      "[The old quay at <dawn>. – Ada Moss / Lantern · © 2026 The Lantern Post]\n\n" +
        "[A quay & two boats – Ada Moss / Lantern]\n\n[Ada Moss / Lantern]",
    );
  });
});
