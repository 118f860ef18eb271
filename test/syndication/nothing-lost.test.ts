import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportTo } from "../../src/export/export.command.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { DeskReadDocument } from "../generated/graphql.js";

/*
 * Every value that is put into an article comes out in every format that has a place for it, whatever else is there.
 */

const NOW = new Date("2026-03-01T12:00:00Z");
const VALUES = ["caption", "credit", "byline", "topic", "author", "section"] as const;
type Value = (typeof VALUES)[number];

/** Every combination of values that are there. */
const COMBINATIONS: readonly (readonly Value[])[] = Array.from({ length: 2 ** VALUES.length }, (_, bits) =>
  VALUES.filter((_value, at) => (bits & (2 ** at)) > 0),
);

/** Values that a format has no place for, by its own specification. */
const WITHOUT_PLACE: Readonly<Record<string, readonly Value[]>> = {
  newsSitemap: VALUES,
};

let app: TestApp;
let newsroom: Newsroom;
let folder: string;
beforeAll(async () => {
  app = await createTestApp({ now: NOW });
  newsroom = new Newsroom(app.database);
  newsroom.now = new Date("2026-03-01T08:00:00Z");
  folder = await mkdtemp(join(tmpdir(), "dateline-outputs-"));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string): Promise<string> => (await app.http.inject({ method: "GET", url: path })).body;

let exports = 0;
async function exported(): Promise<string> {
  const file = join(folder, `${(exports += 1)}.jsonl`);
  await exportTo(app.database, file, { withDrafts: false });
  return readFile(file, "utf8");
}

/** Every way out of the newsroom, for an article by its id and slug. */
const OUTPUTS: Readonly<Record<string, (article: { id: string; slug: string }) => Promise<string>>> = {
  readingPage: ({ slug }) => get(`/articles/${slug}.html`),
  ninjs: ({ slug }) => get(`/articles/${slug}.json`),
  jsonLd: ({ slug }) => get(`/articles/${slug}.jsonld`),
  rss: () => get("/feed.rss"),
  atom: () => get("/feed.atom"),
  jsonFeed: () => get("/feed.json"),
  newsSitemap: () => get("/news-sitemap.xml"),
  graphql: async ({ id }) => {
    const filed = `query ($id: ID!) { article(id: $id) { section { name } authors { person { name } } } }`;
    return JSON.stringify([await app.data(DeskReadDocument, { id }), await app.data(filed, { id })]);
  },
  jsonLines: exported,
};

/** Publishes an article with a lead image and another one in its body; each value is in it where it is wanted. */
async function publish(wanted: readonly Value[], mark: string) {
  const valueOf = (value: Value, place = ""): string | null =>
    wanted.includes(value) ? `${mark}-${value}${place}` : null;
  const image = (place: string) =>
    newsroom.image({ caption: valueOf("caption", place), credit: valueOf("credit", place) });
  const topic = valueOf("topic");
  const slug = `${mark.toLowerCase()}-story`;
  const author = valueOf("author");
  const section = valueOf("section");
  const { id } = await newsroom.published({
    slug,
    headline: `${mark} headline`,
    byline: valueOf("byline"),
    topics: topic === null ? [] : [topic],
    authors: author === null ? [] : [{ personId: await newsroom.person({ name: author }) }],
    sectionId: section === null ? null : await newsroom.section({ name: section }),
    leadImage: { imageId: await image("Lead") },
    body: [{ paragraph: { text: `${mark} text.` } }, { figure: { imageId: await image("Body") } }],
  });
  const expected = (value: Value): string[] =>
    value === "caption" || value === "credit" ? [`${mark}-${value}Lead`, `${mark}-${value}Body`] : [`${mark}-${value}`];
  return { id, slug, values: wanted.map((value) => [value, expected(value)] as const) };
}

describe.each(COMBINATIONS.map((wanted, at) => [wanted.join(", ") || "none of them", wanted, `X${at}x`] as const))(
  "an article with %s",
  (_name, wanted, mark) => {
    it("comes out whole in every format", async () => {
      const article = await publish(wanted, mark);
      const faults: string[] = [];
      for (const [format, read] of Object.entries(OUTPUTS)) {
        const output = await read(article);
        const title = format === "newsSitemap" ? article.slug : `${mark} headline`;
        if (!output.includes(title)) faults.push(`${format} lacks the article`);
        for (const [value, texts] of article.values) {
          if (WITHOUT_PLACE[format]?.includes(value)) continue;
          faults.push(...texts.filter((text) => !output.includes(text)).map((text) => `${format} lacks ${text}`));
        }
        const others = VALUES.filter((each) => !wanted.includes(each) && output.includes(`${mark}-${each}`));
        faults.push(...others.map((value) => `${format} has a ${value}`));
      }
      expect(faults).toEqual([]);
    });
  },
);

describe("the pictures of a published article", () => {
  it("have one signed address in every format, which leads to this server", async () => {
    const article = await publish(["credit"], "Xsigned");
    const addresses = /https:\/\/cms\.example\/images\/[\w-]+\/1200x800\.[\w-]+\.jpg/gu;
    const { readingPage, ninjs, jsonLd, rss, atom, jsonFeed, newsSitemap } = OUTPUTS;
    const found = new Set<string>();
    for (const read of [readingPage, ninjs, jsonLd]) {
      const own = new Set((await read?.(article))?.match(addresses));
      expect(own.size).toBe(2);
      for (const address of own) found.add(address);
    }
    expect(found.size).toBe(2);
    for (const read of [rss, atom, jsonFeed, newsSitemap]) {
      const output = await read?.(article);
      for (const address of found) expect(output).toContain(address);
    }
  });

  it("are read with it in one statement", async () => {
    const { slug } = await publish(["credit"], "Xcounted");
    app.statements.length = 0;
    await get(`/articles/${slug}.html`);
    expect(app.statements.filter(({ sql }) => /\bFROM article_head\b/u.test(sql))).toHaveLength(1);
  });
});
