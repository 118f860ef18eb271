import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";
import type { DocumentParts } from "../../src/formats/document-parts.js";

const FIRST =
  "Das Hafenamt von Port Malden hat am Mittwoch mitgeteilt, dass die Fähre zur Insel Sorrel ab Montag wieder fährt.";
const SECOND =
  "Elf Wochen lang hatten Arbeiter den Kai ausgebessert, nachdem ein Sturm im November zwei Pfeiler unterspült hatte.";
const THIRD =
  "Läden, Schule und Krankenhaus der Insel wurden in dieser Zeit mit kleinen Booten versorgt, sagte Bram Oster.";
const LEAD =
  "Nach elf Wochen Bauzeit ist die Insel wieder zu erreichen. Die Preise bleiben, wie sie waren, sagt das Amt.";

interface Page {
  readonly head?: string;
  readonly body: string;
}

function read({ head = "", body }: Page): DocumentParts {
  return readHtml(`<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`);
}

function textsOf({ blocks }: DocumentParts): readonly string[] {
  return blocks.map(({ text }) => text);
}

function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join("\n");
}

function article(text: string): string {
  return `<main><article><h1>Fähre fährt wieder</h1><div class="article__body">${text}</div></article></main>`;
}

describe("the text of a story", () => {
  const whole = [FIRST, SECOND, THIRD];

  test.each([
    ["in an element with a prefixed name", `<div class="c-article__content js-reading">${paragraphs(...whole)}</div>`],
    ["in marked paragraphs", whole.map((text) => `<p class="text" itemprop="articleBody">${text}</p>`).join("")],
    [
      "in parts that something parts",
      whole
        .map((text) => `<section class="story-text"><p>${text}</p></section>`)
        .join("<div class='ad-slot'>Anzeige</div>"),
    ],
    [
      "in elements without a name for it",
      `<div><div>${whole.map((text) => `<div>${text}</div>`).join("")}</div></div>`,
    ],
    ["parted by line breaks", `<div id="t1">${whole.join("<br><br>")}</div>`],
    [
      "in a form that holds the whole page",
      `<form id="aspnetForm"><div class="x">${paragraphs(...whole)}</div></form>`,
    ],
    [
      "in a table for the layout",
      `<table><tr><td><a href="/">Start</a></td><td>${paragraphs(...whole)}</td></tr></table>`,
    ],
    [
      "in an element that also tells of its layout",
      `<article class="post tag-social category-newsletter has-sidebar"><div class="entry share">${paragraphs(...whole)}</div></article>`,
    ],
  ])("is found %s", (_, body) => {
    expect(textsOf(read({ body: `<nav><a href="/a">Politik</a></nav>${body}<footer>Impressum</footer>` }))).toEqual(
      whole,
    );
  });

  test("is found by the text that the page's data carry, which the page shows among others", () => {
    const data = JSON.stringify({
      "@type": "NewsArticle",
      headline: "Fähre",
      articleBody: `${FIRST} ${SECOND} ${THIRD}`,
    });
    const other =
      "Im Nachbarort wird über ein neues Schwimmbad gestritten, das viel mehr kostet, als der Rat bewilligt hat.";
    const body = `<div><p>${FIRST}</p><h2>Elf Wochen</h2><p>${SECOND}</p><div><p>${other}</p></div><p>${THIRD}</p></div>`;
    const parts = read({ head: `<script type="application/ld+json">${data}</script>`, body });
    expect(textsOf(parts)).toEqual([FIRST, "Elf Wochen", SECOND, THIRD]);
  });

  test("is taken from the data, marked up or not, where the page shows a teaser alone", () => {
    const plain = JSON.stringify({ "@type": "Article", articleBody: `${FIRST}\n\n${SECOND} &amp; mehr` });
    const marked = JSON.stringify({ "@type": "Article", articleBody: `<p>${FIRST}</p><p>${SECOND} &amp; mehr</p>` });
    for (const data of [plain, marked]) {
      const parts = read({ head: `<script type="application/ld+json">${data}</script>`, body: "<p>Mehr mit Abo.</p>" });
      expect(textsOf(parts)).toEqual([FIRST, `${SECOND} & mehr`]);
    }
  });

  test("is not empty where all of it looks like furniture", () => {
    expect(textsOf(read({ body: `<div class="related"><p>${FIRST}</p></div>` }))).toEqual([FIRST]);
  });
});

describe("what surrounds a story is none of it", () => {
  test.each([
    ["a caption", `<figure><img src="a.jpg"><span class="text">Der Kai im Januar.</span></figure>`],
    ["a caption in a paragraph", "<p>Der Kai von Port Malden im Januar. © Küstenbote</p>"],
    ["a credit", "<p>Foto: Küstenbote/Quill</p>"],
    ["an announced link", `<p><strong>Lesen Sie auch:</strong> <a href="/b">Schwimmbad wird teurer</a></p>`],
    [
      "an announcement and its links",
      `<h3>Mehr zum Thema</h3><ul><li><a href="/b">Schwimmbad wird teurer</a></li></ul>`,
    ],
    ["a paragraph that is a link", `<p><a href="/b">Schwimmbad wird teurer als gedacht</a></p>`],
    ["a box of other stories", `<div class="inline-related"><h4>Bad</h4><p>Das Schwimmbad kostet mehr.</p></div>`],
    ["a newsletter box", `<div class="newsletter-signup"><p>Die Woche am Hafen, jeden Freitag.</p></div>`],
    ["a call to subscribe", "<p>Jetzt unseren Newsletter abonnieren!</p>"],
    [
      "a notice in the place of a frame",
      "<p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p>",
    ],
    ["an advertisement's label", "<div>Anzeige</div>"],
    ["the bar to share it", `<div class="share-bar"><span>Auf X teilen</span></div>`],
    ["the keywords", "<p>Schlagworte: Hafen, Fähre, Sorrel</p>"],
    [
      "a pull quote",
      `<blockquote class="pullquote">Läden, Schule und Krankenhaus der Insel wurden in dieser Zeit mit kleinen Booten versorgt</blockquote>`,
    ],
    ["a copyright line", "<p>© 2026 Küstenbote. Alle Rechte vorbehalten.</p>"],
  ])("%s", (_, furniture) => {
    const text = `<p>${FIRST}</p>${furniture}<p>${SECOND}</p><p>${THIRD}</p>`;
    expect(textsOf(read({ body: article(text) }))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("what is below the story", () => {
    const comment =
      "Endlich fährt sie wieder, ich habe elf Wochen lang auf meine Pakete gewartet und auf meine Tante auch.";
    const end = `<h3>Kommentare</h3><p>${comment}</p>`;
    expect(textsOf(read({ body: article(paragraphs(FIRST, SECOND, THIRD) + end) }))).toEqual([FIRST, SECOND, THIRD]);
    const listed = `<section id="comments"><ol class="comment-list">${`<li><p>${comment} ${comment}</p></li>`.repeat(9)}</ol></section>`;
    expect(textsOf(read({ body: `${article(paragraphs(FIRST, SECOND, THIRD))}${listed}` }))).toEqual([
      FIRST,
      SECOND,
      THIRD,
    ]);
  });

  test("but words of a paragraph that is in part a link stay, and so does a post in its place", () => {
    const linked = `Elf Wochen lang hatten <a href="/a" class="meta-org">Arbeiter der Firma Quill</a> den Kai ausgebessert.`;
    const post = `<blockquote class="twitter-tweet"><p lang="de">Der Kai hält.</p>&mdash; Ilse Harrow (@iharrow) <a href="https://twitter.com/iharrow/status/5">10. Februar 2026</a></blockquote>`;
    const parts = read({ body: article(`<p>${FIRST}</p><p>${linked}</p>${post}<p>${THIRD}</p>`) });
    expect(textsOf(parts)).toEqual([
      FIRST,
      "Elf Wochen lang hatten Arbeiter der Firma Quill den Kai ausgebessert.",
      "Der Kai hält.",
      THIRD,
    ]);
  });
});

describe("the lead above the text", () => {
  test.each([
    ["by its name", `<p class="article__intro">${LEAD}</p>`, ""],
    ["by its place", `<p>${LEAD}</p>`, ""],
    [
      "by the page's description of itself",
      `<p>${LEAD}</p>`,
      `<meta property="og:description" content="${LEAD.slice(0, 70)}…">`,
    ],
  ])("is found %s", (_, lead, head) => {
    const body = `<header><h1>Fähre fährt wieder</h1>${lead}<p class="byline">Von Ilse Quill</p></header><div class="article-body">${paragraphs(FIRST, SECOND)}</div>`;
    expect(textsOf(read({ head, body }))).toEqual([LEAD, FIRST, SECOND]);
  });

  test("is not repeated, and the dateline under it is read", () => {
    const body = `<h1>Fähre fährt wieder</h1><p class="lead">${LEAD}</p><div class="article-body">${paragraphs(`PORT MALDEN (dpa) – ${FIRST}`, LEAD, SECOND)}</div>`;
    const parts = read({ body });
    expect(textsOf(parts)).toEqual([`PORT MALDEN (dpa) – ${FIRST}`, LEAD, SECOND]);
    const opened = read({ body: body.replace(`<p>${LEAD}</p>`, "") });
    expect(textsOf(opened)).toEqual([LEAD, FIRST, SECOND]);
    expect(opened.dateline).toMatchObject({ place: "PORT MALDEN", agency: "dpa" });
  });
});

describe("the headline", () => {
  const text = `<div class="article-body">${paragraphs(FIRST, SECOND)}</div>`;

  test.each([
    [
      "loses the name of the site behind a dash when it is known",
      `<title>Fähre nach Sorrel fährt wieder - Küstenbote</title><meta property="og:site_name" content="Küstenbote">`,
      "",
    ],
    ["loses an address behind it", "<title>Fähre nach Sorrel fährt wieder - kuestenbote.example</title>", ""],
    [
      "loses a line above it in the same heading",
      "<title>Fähre nach Sorrel fährt wieder</title>",
      "<h1><span>Insel</span> Fähre nach Sorrel fährt wieder</h1>",
    ],
    [
      "is not the name of the site in a heading",
      "<title>Fähre nach Sorrel fährt wieder | Küstenbote</title>",
      "<h1>Küstenbote</h1>",
    ],
    [
      "is written as data write characters",
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"F&auml;hre nach Sorrel f&auml;hrt wieder"}</script>`,
      "",
    ],
  ])("%s", (_, head, heading) => {
    expect(read({ head, body: `${heading}${text}` }).headline?.value).toBe("Fähre nach Sorrel fährt wieder");
  });

  test("keeps its own dash, and its form in the heading", () => {
    const head = "<title>Fähre nach Sorrel - Hafenamt nennt den Tag</title>";
    expect(read({ head, body: text }).headline?.value).toBe("Fähre nach Sorrel - Hafenamt nennt den Tag");
    const shown = read({ head, body: `<h1>Fähre nach Sorrel: Das Hafenamt nennt den Tag</h1>${text}` });
    expect(shown.headline?.value).toBe("Fähre nach Sorrel: Das Hafenamt nennt den Tag");
  });
});

describe("byline and day", () => {
  const text = `<div class="article-body">${paragraphs(FIRST, SECOND)}</div>`;

  test.each([
    [
      "a reference in the data",
      `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ilse Quill"}]}</script>`,
      "",
    ],
    [
      "a label for those who share it",
      `<meta name="twitter:label1" content="Geschrieben von"><meta name="twitter:data1" content="Ilse Quill">`,
      "",
    ],
    [
      "a mark, before the site's own name",
      `<meta name="author" content="Küstenbote"><meta property="og:site_name" content="Küstenbote">`,
      `<div class="article__author">Von Ilse Quill<br>11. Februar 2026</div>`,
    ],
    [
      "a line under the headline",
      "<title>Fähre fährt wieder</title>",
      "<h1>Fähre fährt wieder</h1><div>Von Ilse Quill</div>",
    ],
  ])("the byline comes from %s", (_, head, above) => {
    const parts = read({
      head,
      body: `<div class="teaser"><span class="author">Bram Oster</span></div>${above}${text}`,
    });
    expect(parts.byline?.value).toBe("Ilse Quill");
    expect(textsOf(parts)).toEqual([FIRST, SECOND]);
  });

  test.each([
    ["data in another notation", `<meta name="date" content="11.02.2026, 08:00 Uhr">`, ""],
    [
      "data with line breaks in its strings",
      `<script type="application/ld+json">{"@type":"NewsArticle","description":"a\nb","datePublished":"2026-02-11"}</script>`,
      "",
    ],
    [
      "a mark",
      "",
      `<time datetime="2019-01-01">Archiv</time><span itemprop="datePublished" content="2026-02-11">gestern</span>`,
    ],
    ["the address", `<link rel="canonical" href="https://kuestenbote.example/2026/02/11/faehre">`, ""],
    [
      "a line under the headline",
      "<title>Fähre fährt wieder</title>",
      "<h1>Fähre fährt wieder</h1><div>Mittwoch, 11. Februar 2026, 8.00 Uhr</div>",
    ],
  ])("the day comes from %s", (_, head, above) => {
    expect(read({ head, body: above + text }).publishedOn).toBe("2026-02-11");
  });
});

test("neither day nor byline nor what is above the headline is text", () => {
  const head = `<meta name="author" content="Ilse Quill, Bram Oster"><title>Fähre fährt wieder</title>`;
  const above = `<p>Insel Sorrel</p><h1>Fähre fährt wieder</h1><p>Von Bram Oster und Ilse Quill</p><p>Mittwoch, 11. Februar 2026, 08:00 Uhr</p>`;
  expect(
    textsOf(
      read({ head, body: `<article><div class="entry-content">${above}${paragraphs(FIRST, SECOND)}</div></article>` }),
    ),
  ).toEqual([FIRST, SECOND]);
});

// Were each to read the text of all within it, this would take minutes, and the test would not end in its time.
test.each([
  ["quotations", "<q>"],
  ["headings", "<h1>"],
  ["marks of the text", '<div class="article-body">'],
  ["boxes of other stories", '<div class="related-box">'],
  ["bylines", '<div class="author">'],
])("%s within each other are read no more than once for each", (_, tag) => {
  const html = `<html><body>${tag.repeat(900)}${"some words of it ".repeat(30_000)}</body></html>`;
  expect(textsOf(readHtml(html)).join(" ").length).toBeLessThanOrEqual(html.length + 2 * 900);
});
