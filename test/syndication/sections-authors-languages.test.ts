import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSection } from "../../src/section/section.service.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";
import { findAll, readXml, textOf } from "./read-xml.js";
import { faultsOfLinkedData } from "./schema-org.js";
import { faultsOfJsonFeed, faultsOfNinjs } from "./validate-json.js";
import { faultsOfXml } from "./validate-xml.js";

const SITE_URL = "https://www.courier.example/{section}/{slug}";
const settings = { now: new Date("2026-03-01T12:00:00Z"), siteUrl: SITE_URL };
let app: TestApp;
let newsroom: Newsroom;

beforeAll(async () => {
  app = await createTestApp(settings);
  newsroom = new Newsroom(app.database);
  const { work } = newsroom;
  const section = encodeNodeId("Section", done(await createSection(work, { name: "World & Sea" })).sectionId);
  const below = done(await createSection(work, { name: "Ports", parentId: section }));
  const [ada, cyd] = [await newsroom.person({ name: "Ada Finch" }), await newsroom.person({ name: "Cyd Marsh" })];
  const original = await newsroom.published({
    slug: "quay",
    headline: "The quay reopens",
    language: "en",
    sectionId: section,
    topics: ["Harbours"],
    byline: "By A. Finch, Cyd Marsh and AFP",
    authors: [{ personId: ada }, { personId: cyd, role: "photographer" }],
  });
  await newsroom.published({
    slug: "kai",
    headline: "Der Kai öffnet",
    language: "de",
    sectionId: encodeNodeId("Section", below.sectionId),
    authors: [{ personId: ada, role: "reporter" }],
    translationOfId: original.id,
  });
  await newsroom.published({ slug: "muelle", language: "es", translationOfId: original.id });
  await newsroom.draft({ slug: "quai", language: "fr", translationOfId: original.id, topics: ["Secret topic"] });
});
afterAll(() => app.close());

async function get(path: string): Promise<string> {
  const { statusCode, body } = await app.http.inject(path);
  expect([path, statusCode]).toEqual([path, 200]);
  return body;
}

const QUAY = "https://www.courier.example/world-sea/quay";
const KAI = "https://www.courier.example/ports/kai";
const MUELLE = "https://www.courier.example/muelle";

describe("an article with authors, a section and translations", () => {
  it("has each author, and each further name of the byline, once in JSON-LD, with the section and the translations", async () => {
    const data: Readonly<Record<string, unknown>> = JSON.parse(await get("/articles/quay.jsonld"));
    expect(faultsOfLinkedData(data)).toEqual([]);
    expect(data).toMatchObject({
      url: QUAY,
      articleSection: "World & Sea",
      author: [
        { "@type": "Person", name: "Ada Finch" },
        { "@type": "Person", name: "Cyd Marsh", jobTitle: "photographer" },
        { "@type": "Organization", name: "AFP" },
      ],
      workTranslation: [
        { "@type": "NewsArticle", url: KAI, inLanguage: "de", headline: "Der Kai öffnet" },
        { url: MUELLE, inLanguage: "es" },
      ],
    });
    const translation: unknown = JSON.parse(await get("/articles/kai.jsonld"));
    expect(faultsOfLinkedData(translation)).toEqual([]);
    expect(translation).toMatchObject({
      author: [{ name: "Ada Finch", jobTitle: "reporter" }],
      translationOfWork: { url: QUAY, inLanguage: "en", workTranslation: [{ url: MUELLE }] },
    });
  });

  it("has them in ninjs by the IPTC's schema", async () => {
    const item: Readonly<Record<string, unknown>> = JSON.parse(await get("/articles/quay.json"));
    expect(faultsOfNinjs(item)).toEqual([]);
    expect(item).toMatchObject({
      by: "By A. Finch, Cyd Marsh and AFP",
      people: [
        { name: "Ada Finch", rel: "author", literal: "ada-finch" },
        { name: "Cyd Marsh", rel: "author" },
      ],
      subjects: [
        { name: "World & Sea", rel: "section", literal: "world-sea" },
        { name: "Harbours", rel: "about" },
      ],
      infoSources: [{ role: "publisher" }, { name: "Cyd Marsh", role: "photographer" }],
    });
  });

  it("names all its languages in the page and the sitemap, and its authors, section and feeds in the page", async () => {
    const page = await get("/articles/quay.html");
    const [en, de, es] = [
      `hreflang="en" href="${QUAY}"`,
      `hreflang="de" href="${KAI}"`,
      `hreflang="es" href="${MUELLE}"`,
    ];
    for (const link of [en, de, es]) expect(page).toContain(`<link rel="alternate" ${link}>`);
    for (const text of ["World &amp; Sea", "Ada Finch", "Cyd Marsh, photographer", "/sections/world-sea/feed.rss"]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain("quai");
    const sitemap = await get("/news-sitemap.xml");
    expect(await faultsOfXml("newsSitemap", sitemap)).toEqual([]);
    const links = findAll(readXml(sitemap), "xhtml:link").map(({ attributes }) => attributes["hreflang"]);
    expect(links).toEqual(["es", "de", "en", "de", "en", "es", "en", "de", "es"]);
    const alone = await newsroom.published({ slug: "alone", language: "en" });
    expect(alone.version).toBe(2);
    expect(await get("/articles/alone.html")).not.toContain("hreflang");
  });

  it("is read with one statement in each format", async () => {
    for (const path of ["/articles/quay.html", "/articles/quay.json", "/articles/quay.jsonld", "/feed.rss"]) {
      // The first feed of an installation makes the identity of the publication.
      await get(path);
      app.statements.length = 0;
      await get(path);
      expect([path, app.statements.length]).toEqual([path, 1]);
    }
  });
});

describe("the feeds of a part", () => {
  const PARTS = [
    { path: "/sections/world-sea", title: "The Test Courier – World & Sea", slugs: ["kai", "quay"] },
    { path: "/sections/ports", title: "The Test Courier – Ports", slugs: ["kai"] },
    { path: "/topics/harbours", title: "The Test Courier – Harbours", slugs: ["quay"] },
    { path: "/authors/ada-finch", title: "The Test Courier – Ada Finch", slugs: ["kai", "quay"] },
    { path: "/authors/cyd-marsh", title: "The Test Courier – Cyd Marsh", slugs: ["quay"] },
    { path: "/languages/de", title: "The Test Courier – Deutsch", slugs: ["kai"] },
  ];

  it.each(PARTS)("$path have its articles alone, in three valid formats", async ({ path, title, slugs }) => {
    const rss = await get(`${path}/feed.rss`);
    expect(await faultsOfXml("rss", rss)).toEqual([]);
    const items = findAll(readXml(rss), "item");
    expect(items.map((item) => String(textOf(item, "link")).split("/").at(-1))).toEqual(slugs);
    expect(rss).toContain(`<title>${title.replace("&", "&amp;")}</title>`);
    const atom = await get(`${path}/feed.atom`);
    expect(await faultsOfXml("atom", atom)).toEqual([]);
    expect(atom).toContain(`href="https://cms.example${path}/feed.atom"`);
    const json: Readonly<Record<string, unknown>> = JSON.parse(await get(`${path}/feed.json`));
    expect(faultsOfJsonFeed(json)).toEqual([]);
    expect(json).toMatchObject({ title, feed_url: `https://cms.example${path}/feed.json` });
    expect(json["items"]).toHaveLength(slugs.length);
  });

  it("have identities of their own, and each credit and the section in each item", async () => {
    const ids = await Promise.all(
      ["", ...PARTS.map(({ path }) => path)].map(async (path) => {
        const [, id] = /<id>([^<]*)<\/id>/.exec(await get(`${path}/feed.atom`)) ?? [];
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(PARTS.length + 1);
    const rss = await get("/topics/harbours/feed.rss");
    for (const name of ["Ada Finch", "Cyd Marsh", "AFP"]) expect(rss).toContain(`<dc:creator>${name}</dc:creator>`);
    expect(rss).toContain('<category domain="section">World &amp; Sea</category>');
    const atom = await get("/topics/harbours/feed.atom");
    for (const name of ["Ada Finch", "Cyd Marsh", "AFP"])
      expect(atom).toContain(`<author><name>${name}</name></author>`);
    expect(atom).toContain('label="World &amp; Sea"');
    expect(JSON.parse(await get("/topics/harbours/feed.json"))).toMatchObject({
      items: [
        { authors: [{ name: "Ada Finch" }, { name: "Cyd Marsh" }, { name: "AFP" }], tags: ["World & Sea", "Harbours"] },
      ],
    });
  });

  it("do not exist for what readers do not see, and redirect from an old slug", async () => {
    for (const path of [
      "/topics/secret-topic",
      "/topics/nowhere",
      "/sections/nowhere",
      "/authors/nobody",
      "/languages/no_language!",
    ]) {
      const { statusCode } = await app.http.inject(`${path}/feed.rss`);
      expect([path, statusCode]).toEqual([path, 404]);
    }
    const { rows } = await app.database.pool.query<{ id: string }>("SELECT id FROM section WHERE slug = 'world-sea'");
    const id = encodeNodeId("Section", rows[0]?.id ?? "");
    await app.data(
      `mutation ($input: UpdateSectionInput!) { updateSection(input: $input) { __typename } }`,
      { input: { id, slug: "world" } },
      await headersOf(app.database, "EDITOR"),
    );
    const moved = await app.http.inject("/sections/world-sea/feed.atom");
    expect([moved.statusCode, moved.headers.location]).toEqual([301, "https://cms.example/sections/world/feed.atom"]);
    expect(await get("/articles/quay.html")).toContain('href="https://www.courier.example/world/quay"');
  });
});
