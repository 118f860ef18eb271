import { describe, expect, test } from "vitest";
import { read, readNewsml } from "./documents.js";

const FIRST = "The lock keepers of Wold met on Tuesday and spoke for two hours about the gates that ice had bent.";
const SECOND = "The gates will be lifted out of the water in the spring, the authority said on Tuesday evening.";

function page(head: string, above: string): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${above.includes("<article>") ? above : `<article>${above}`}<p>${FIRST}</p><p>${SECOND}</p></article></body></html>`;
}

describe("markup in plain fields becomes text", () => {
  const markup = "The <em>Ardent</em> &amp; crew <b>sail</b>";
  const escaped = markup.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const twice = escaped.replaceAll("&", "&amp;");
  const newsml = (headline: string): string =>
    `<newsItem><contentMeta><headline>${headline}</headline></contentMeta><contentSet><inlineData>${FIRST}</inlineData></contentSet></newsItem>`;
  test.each([
    ["ninjs", JSON.stringify({ uri: "urn:w:1", headline: markup, body_text: FIRST })],
    ["ninjs with references", JSON.stringify({ uri: "urn:w:1", headline: escaped, body_text: FIRST })],
    ["NewsML-G2", newsml(escaped)],
    ["NewsML-G2, escaped twice", newsml(twice)],
    [
      "NITF",
      `<nitf><body><body.head><hedline><hl1>${escaped}</hl1></hedline></body.head><body.content><p>${FIRST}</p></body.content></body></nitf>`,
    ],
    ["a page", page(`<meta property="og:title" content="${escaped}">`, "")],
    [
      "JSON-LD",
      page(
        `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: escaped })}</script>`,
        "",
      ),
    ],
  ])("in a headline of %s", (_, content) => {
    expect(read(content).story.headline).toBe("The Ardent & crew sail");
  });

  test("in a byline and a dateline", () => {
    const item = {
      uri: "urn:w:2",
      headline: "Gates",
      byline: "By <a href='x'>Ines Varga</a>",
      located: "<b>Wold</b>",
      body_text: FIRST,
    };
    const { byline, dateline } = read(JSON.stringify(item)).story;
    expect([byline, dateline?.place]).toEqual(["By Ines Varga", "Wold"]);
  });

  test.each(["Logged as <unknown> again", "Profit < 5 & loss > 3", "AT&T and R&D; both", "Vote: 5 <6"])(
    "but not in “%s”",
    (headline) => {
      expect(read(JSON.stringify({ uri: "urn:w:3", headline, body_text: FIRST })).story.headline).toBe(headline);
    },
  );

  test("and text whose tags are written in references is read as the markup that it is", () => {
    const value = `&amp;lt;p&amp;gt;${FIRST}&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It is &amp;lt;em&amp;gt;cold&amp;lt;/em&amp;gt;, a&amp;ccedil;&amp;atilde;o.&amp;lt;/p&amp;gt;`;
    const texts = [FIRST, "It is cold, ação."];
    const data = JSON.stringify({ "@type": "NewsArticle", articleBody: value });
    const shown = `<html><head><script type="application/ld+json">${data}</script></head><body><p>Log in.</p></body></html>`;
    expect(read(shown).story.elements.map(({ text }) => text)).toEqual(texts);
    expect(read(JSON.stringify({ uri: "urn:w:4", body_html: value })).story.elements.map(({ text }) => text)).toEqual(
      texts,
    );
  });
});

describe("the headline of a page", () => {
  const site = '<meta property="og:site_name" content="Wold Courier">';
  test.each([
    ["the title is that of the site", "<title>Wold Courier</title>", "<h1>Ice bends gates</h1>"],
    [
      "data and title name the site",
      `<title>Wold Courier</title>${site}<meta property="og:title" content="Wold Courier">`,
      "<header><h1>Wold Courier</h1></header><article><h1>Ice bends gates</h1>",
    ],
    ["the site names itself before a colon", `<title>Wold Courier: Ice bends gates</title>${site}`, ""],
    [
      "the site is a heading of the first rank",
      "<title>Ice bends gates | Wold Courier</title>",
      "<header><h1>Wold Courier</h1></header><article>",
    ],
    [
      "those who share it see another one",
      '<meta property="og:title" content="You will not believe this winter">',
      "<h1>Ice bends gates</h1>",
    ],
    [
      "a kicker stands in the heading",
      "<title>Ice bends gates</title>",
      '<h1><span class="kicker">Canals</span><span class="head">Ice bends gates</span></h1>',
    ],
  ])("is the one that readers see where %s", (_, head, above) => {
    const { headline, elements } = read(page(head, above)).story;
    expect(headline).toBe("Ice bends gates");
    expect(elements.map(({ text }) => text)).toEqual([FIRST, SECOND]);
  });
});

describe("the byline of a page separates a name from the text beside it", () => {
  test.each([
    '<span class="author-name">Ines Varga</span><span class="author-title">Canal reporter</span>',
    '<span class="author-name">By Ines Varga</span> <span class="author-title">Canal reporter</span>',
    "<span>Ines Varga</span><span>Canal reporter</span>",
    '<a rel="author" href="/iv">Ines Varga</a><em>Canal reporter</em>',
  ])("%s", (inner) => {
    const { byline } = read(
      page("<title>Ice bends gates</title>", `<h1>Ice bends gates</h1><div class="byline">${inner}</div>`),
    ).story;
    expect(byline).toBe("Ines Varga, Canal reporter");
  });

  test("also where it is parted by lines", () => {
    const inner = '<div class="byline"><div>By Ines Varga</div><div>3 February 2026</div></div>';
    expect(read(page("<title>Ice bends gates</title>", `<h1>Ice bends gates</h1>${inner}`)).story.byline).toBe(
      "Ines Varga",
    );
  });
});

describe("what is no document of a known format is named", () => {
  test.each([
    ["<nitf><body>\n<body.content><p>Salt & Sons</p></body.content></body></nitf>", 2, "bare “&”"],
    ["<nitf><body>\n<body.content>\n<p>Salt&Sons</p></body.content></body></nitf>", 3, "bare “&”"],
    ['<nitf><body><body.content>\n<p><a href="x?a=1&b=2">x</a></p></body.content></body></nitf>', 2, "bare “&”"],
    ["<nitf><body>\n<body.content><p>at 3 < 5</p></body.content></body></nitf>", 2, "bare “<”"],
    ["<nitf><body>\n<body.content><p>&lock; gate</p></body.content></body></nitf>", 2, "&lock;"],
  ])("%s", (content, line, words) => {
    expect(() => read(content, "NITF")).toThrow(
      expect.objectContaining({ line, message: expect.stringContaining(words) }),
    );
  });

  test("an ampersand in a CDATA section is none that must be escaped", () => {
    const item = "<newsItem><contentSet><inlineData><![CDATA[Salt & Sons]]></inlineData></contentSet>";
    expect(() => readNewsml(item)).toThrow("cut off");
  });

  test.each([
    [{ db: [{ data: { posts: [] } }] }, "Ghost"],
    [{ posts: [{ title: "x", html: "<p>x</p>" }] }, "Ghost"],
    [{ id: 7, title: { rendered: "x" }, content: { rendered: "<p>x</p>" } }, "WordPress"],
    [{ items: [{ sys: { id: "x" }, fields: { title: "x" } }] }, "Contentful"],
    [{ data: [{ id: 1, attributes: { title: "x" } }] }, "Strapi"],
    [{ jsonapi: { version: "1.0" }, data: { type: "node--article" } }, "JSON:API"],
    [{ _id: "x", _type: "post" }, "Sanity"],
    [{ type: "story", headlines: { basic: "x" }, content_elements: [] }, "Arc XP"],
    [{ version: "https://jsonfeed.org/version/1.1", title: "x", items: [] }, "JSON Feed"],
    [{ "@context": "https://schema.org", "@type": "NewsArticle", headline: "x" }, "JSON-LD"],
    [{ type: "doc", content: [{ type: "paragraph" }] }, "ProseMirror"],
    [{ heading: "x", words: "y" }, "“heading”, “words”"],
  ])("JSON such as %j is not ninjs", (json, words) => {
    expect(() => read(JSON.stringify(json), "NINJS")).toThrow(words);
    expect(() => read(JSON.stringify(json), "NINJS")).toThrow("is not ninjs");
  });
});
