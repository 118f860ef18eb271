import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";

const sentence =
  "Die Läden, die Schule und das Krankenhaus wurden, so hieß es, elf Wochen lang mit kleinen Booten versorgt.";

const PAGE = `<!doctype html><html lang="de"><head><title>Fähre fährt wieder ab Montag - Küstenbote</title>
<meta property="og:title" content="Fähre fährt wieder ab Montag | Küstenbote"><meta property="og:site_name" content="Küstenbote">
<link rel="canonical" href="https://kuestenbote.example/insel/faehre-1">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Fähre fährt wieder ab Montag","author":[{"@type":"Person","name":"Ilse Harrow"},{"@type":"Person","name":"Bram Oster"}],"datePublished":"2026-02-11T08:00:00Z","inLanguage":"de-DE"}]}</script>
</head><body><nav><ul><li><a href="/">Start</a><li><a href="/p">Politik</a></ul></nav>
<header><h1>Küstenbote</h1></header>
<div id="page"><div class="column"><h1>Fähre fährt wieder ab Montag</h1><p class="meta">Von Ilse Harrow, Bram Oster</p>
<p onclick="steal()">PORT MALDEN (dpa) - Die Fähre zur Insel Sorrel fährt wieder ab Montag, teilte das Hafenamt am Mittwoch mit.</p>
<h2>Elf Wochen Arbeit</h2><p>«Der Kai ist wieder sicher», sagte Hafenmeisterin Ilse Harrow. ${sentence}</p>
<figure><img src="x.jpg" onerror="steal()"><figcaption>Die Fähre im Hafen. Foto: Oster</figcaption></figure>
<p>${sentence} ${sentence}</p><ul><li>Erste Fahrt um 6.00 Uhr</li><li>Letzte Fahrt um 22.00 Uhr</li></ul><p>${sentence}</p>
<script>steal()</script></div><div class="sidebar related"><h3>Mehr</h3><ul><li><a href="/1">Anderer Artikel</a></ul></div></div>
<footer><p>© 2026 Küstenbote. Alle Rechte vorbehalten.</p></footer></body></html>`;

describe("a saved page", () => {
  const parts = readHtml(PAGE);

  test("has headline, byline, language, day and address from its data", () => {
    expect(parts.headline?.value).toBe("Fähre fährt wieder ab Montag");
    expect(parts.byline?.value).toBe("Ilse Harrow, Bram Oster");
    expect(parts.language?.value).toBe("de-DE");
    expect(parts.publishedOn).toBe("2026-02-11");
    expect(parts.ownId).toBe("https://kuestenbote.example/insel/faehre-1");
  });

  test("has the blocks of the story in order and none of the page's furniture", () => {
    const kinds = parts.blocks.map((block) => [
      block.kind === "text" ? block.role : block.kind,
      block.text.slice(0, 20),
    ]);
    expect(kinds).toEqual([
      ["text", "PORT MALDEN (dpa) - "],
      ["subhead", "Elf Wochen Arbeit"],
      ["text", "«Der Kai ist wieder "],
      ["text", "Die Läden, die Schul"],
      ["list", "Erste Fahrt um 6.00 "],
      ["list", "Letzte Fahrt um 22.0"],
      ["text", "Die Läden, die Schul"],
    ]);
    expect(JSON.stringify(parts)).not.toContain("steal");
  });
});

test("the text that a page marks as its article is taken whole, however short its paragraphs", () => {
  const html = `<html><head><title>Short</title></head><body><p>Subscribe to our letter for more of this every day, if you like it.</p><div itemprop="articleBody"><p>One.</p><p>Two.</p><p>${sentence} ${sentence}</p></div></body></html>`;
  expect(readHtml(html).blocks.map(({ text }) => text.slice(0, 4))).toEqual(["One.", "Two.", "Die "]);
});

test("a page that shows a teaser alone is read from the text in its data", () => {
  const body = `${sentence}\\n\\n${sentence}`;
  const html = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fähre","articleBody":"${body}"}</script></head><body><p>Mehr mit Abo.</p></body></html>`;
  expect(readHtml(html).blocks.map(({ text }) => text)).toEqual([sentence, sentence]);
});

test("the address of a front page is nobody's name", () => {
  const html =
    '<html><head><link rel="canonical" href="https://kuestenbote.example/"></head><body><p>Text.</p></body></html>';
  expect(readHtml(html).ownId).toBeNull();
});

describe("the body of a page from a content system", () => {
  test("keeps everything, and its first heading is the headline", () => {
    const parts = readHtml(
      '<article lang="fr"><h1>Le port rouvre</h1><p>Le port rouvre lundi.</p><p>Fin&nbsp;des travaux.</p></article>',
    );
    expect(parts.headline?.value).toBe("Le port rouvre");
    expect(parts.language?.value).toBe("fr");
    expect(parts.blocks.map(({ text }) => text)).toEqual(["Le port rouvre lundi.", "Fin des travaux."]);
  });

  test("parts paragraphs at two line breaks, and joins the lines of one", () => {
    const { blocks } = readHtml("First line<br>goes on.<br><br>Second <b>paragraph</b>.");
    expect(blocks.map(({ text }) => text)).toEqual(["First line goes on.", "Second paragraph."]);
  });

  test("marks what the markup alone marks as a quotation", () => {
    const { blocks } = readHtml("<p>She said: <q>It held.</q> Then <q>“Yes.”</q></p>");
    expect(blocks[0]?.text).toBe("She said: “It held.” Then “Yes.”");
  });

  test("drops what is hidden, and reports the line of each block", () => {
    const { blocks } = readHtml(
      '<p>One.</p>\n<p style="display:none">Hidden.</p>\n<p hidden>Hidden.</p>\n\n<p>Two.</p>',
    );
    expect(blocks.map(({ text, line }) => [text, line])).toEqual([
      ["One.", 1],
      ["Two.", 5],
    ]);
  });
});
