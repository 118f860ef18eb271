import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importStory } from "../../src/import/import.service.js";
import { createSection } from "../../src/section/section.service.js";
import { readCopy } from "@dateline/copy-reader";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  done(await createSection(desk.newsroom.work, { name: "Politics" }));
});
afterAll(() => desk.app.close());

const TEXT = "The council votes on the harbour fees in April, the town hall of Port Malden said on Monday.";

/** The story of some copy as a draft, and what was proposed. */
async function importCopy(content: string) {
  const read = await readCopy({ content });
  if (read.kind !== "story") throw new Error(`The copy was read as ${read.kind}.`);
  const { story } = read;
  const imported = done(await importStory(desk.newsroom.work, story));
  const head = await desk.app.database.prisma.articleHead.findUniqueOrThrow({
    where: { articleId_head: { articleId: present(imported.article).articleId, head: "DRAFT" } },
    select: {
      byline: true,
      section: { select: { name: true } },
      topics: { select: { topic: { select: { name: true } } }, orderBy: { position: "asc" } },
      authors: { select: { person: { select: { name: true } } }, orderBy: { position: "asc" } },
      article: { select: { embargoedUntil: true } },
    },
  });
  const proposals = imported.proposals.filter(({ path }) => /^(?:authors|section|persons)/u.test(path));
  return { ...head, proposals };
}

describe("the authors of imported copy", () => {
  it("are the persons of its byline, known ones and those of the text included, and desks stay in the byline", async () => {
    await desk.newsroom.person({ name: "Mara Lindqvist" });
    const { byline, authors, proposals } = await importCopy(
      `Harbour fees rise\n\nBy Mara Lindqvist, Bram Oster and AFP\n\nPORT MALDEN – ${TEXT}\n\n“We have waited,” harbour master Bram Oster said.\n`,
    );
    expect(byline).toContain("AFP");
    expect(authors.map(({ person }) => person.name)).toEqual(["Mara Lindqvist", "Bram Oster"]);
    expect(await desk.app.database.prisma.person.count({ where: { name: "Mara Lindqvist" } })).toBe(1);
    expect(await desk.app.database.prisma.person.count({ where: { name: "Bram Oster" } })).toBe(1);
    expect(proposals.filter(({ path }) => path.startsWith("authors"))).toMatchObject([
      { path: "authors[0]", value: "Mara Lindqvist", isApplied: true },
      { path: "authors[1]", value: "Bram Oster", isApplied: true },
    ]);
  });

  it.each(["By our correspondent", "By a staff writer", "By Reuters", "Von unserem Korrespondenten"])(
    "are none where the byline is %s",
    async (byline) => {
      const { authors } = await importCopy(`Fees of ${byline} rise\n\n${byline}\n\nPORT MALDEN – ${TEXT} ${byline}.\n`);
      expect(authors).toEqual([]);
    },
  );
});

describe("the section and embargo of imported copy", () => {
  it("of ninjs come from its subjects and its embargo, and other subjects are topics", async () => {
    const { section, topics, article } = await importCopy(
      JSON.stringify({
        uri: "urn:tide:ninjs:1",
        type: "text",
        versioncreated: "2026-01-01T00:00:00Z",
        embargoed: "2099-05-01T06:00:00+02:00",
        headline: "Council votes on fees",
        body_text: TEXT,
        subject: [{ name: "Harbour" }, { name: "politics" }],
      }),
    );
    expect(section).toEqual({ name: "Politics" });
    expect(topics.map(({ topic }) => topic.name)).toEqual(["Harbour"]);
    expect(article.embargoedUntil).toEqual(new Date("2099-05-01T04:00:00Z"));
  });

  const newsml = (id: number, subjects: readonly string[], embargo: string) =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:tide:newsml:${id}" version="1">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-01-01T00:00:00Z</versionCreated>${embargo}<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Council votes on fees ${id}</headline>${subjects.map((name) => `<subject type="cpnat:abstract"><name>${name}</name></subject>`).join("")}</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${TEXT} It is vote ${id}.</p></body></html></inlineXML></contentSet></newsItem>`;

  it("of NewsML-G2 come from its subjects and its element embargoed", async () => {
    const { section, topics, article } = await importCopy(
      newsml(1, ["Harbour", "Politics", "Fees"], "<embargoed>2099-05-01T06:00:00+02:00</embargoed>"),
    );
    expect(section).toEqual({ name: "Politics" });
    expect(topics.map(({ topic }) => topic.name)).toEqual(["Harbour", "Fees"]);
    expect(article.embargoedUntil).toEqual(new Date("2099-05-01T04:00:00Z"));
  });

  it.each([
    ["has passed", "<embargoed>2020-05-01T06:00:00Z</embargoed>"],
    ["names no end", "<embargoed/>"],
    ["is absent", ""],
  ])("of NewsML-G2 are none where no subject is a section and the embargo %s", async (_which, embargo) => {
    const { section, topics, article } = await importCopy(newsml(embargo.length + 10, ["Tides"], embargo));
    expect(section).toBeNull();
    expect(topics.map(({ topic }) => topic.name)).toEqual(["Tides"]);
    expect(article.embargoedUntil).toBeNull();
  });

  it("of a saved page comes from its JSON-LD", async () => {
    const data = { "@type": "NewsArticle", headline: "Council votes at last", articleSection: ["politics"] };
    const { section, topics } = await importCopy(
      `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article><h1>Council votes at last</h1><p>${TEXT} It is the last vote of the year.</p></article></body></html>`,
    );
    expect(section).toEqual({ name: "Politics" });
    expect(topics).toEqual([]);
  });

  it("of WordPress come from its categories", async () => {
    const wxr = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Tide</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Council votes again</title><dc:creator>mara</dc:creator><content:encoded><![CDATA[<p>${TEXT} A second vote follows.</p>]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="politics"><![CDATA[Politics]]></category>
<category domain="post_tag" nicename="fees"><![CDATA[Fees]]></category></item></channel></rss>`;
    const { section, topics } = await importCopy(wxr);
    expect(section).toEqual({ name: "Politics" });
    expect(topics.map(({ topic }) => topic.name)).toEqual(["Fees"]);
  });
});
