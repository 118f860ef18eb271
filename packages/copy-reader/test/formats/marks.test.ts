import { describe, expect, test } from "vitest";
import type { StoryElement } from "../../src/story/story-value.js";
import { read } from "./documents.js";
import { markedHtml } from "./marked-html.js";

const OPENING = "The lock keepers of Wold met on Tuesday and spoke for two hours about the gates that ice had bent.";
const ENDING = "The gates will be lifted out of the water in the spring, the authority said on Tuesday evening.";

/** A page with a piece of markup between two paragraphs. */
function page(inner: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Gates bent</title>${head}</head><body><article><h1>Gates bent</h1><p>${OPENING}</p>${inner}<p>${ENDING}</p></article></body></html>`;
}

function htmlOf(element: StoryElement): string {
  return element.kind === "post" ? "" : markedHtml(element.text, element.marks ?? []);
}

function bodyOf(content: string): readonly string[] {
  return read(content).story.elements.map(htmlOf);
}

/** What a page's piece of markup becomes. */
function innerOf(inner: string, head = ""): readonly string[] {
  return bodyOf(page(inner, head)).slice(1, -1);
}

const MARKED = 'The whole <a href="https://wold.example/gates">survey</a> of the <em>Ardent</em> is open to everybody.';
const KEPT =
  'The whole <a href="https://wold.example/gates" rel="noopener">survey</a> of the <em>Ardent</em> is open to everybody.';

describe("links and emphasis survive", () => {
  const escaped = MARKED.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  test.each([
    ["a page", page(`<p>${MARKED}</p>`)],
    ["a fragment", `<p>${OPENING}</p><p>${MARKED}</p><p>${ENDING}</p>`],
    ["ninjs", JSON.stringify({ uri: "urn:w:1", type: "text", headline: "Gates", body_html: `<p>${MARKED}</p>` })],
    ["ninjs 3", JSON.stringify({ uri: "urn:w:1", bodies: [{ contentType: "text/html", value: `<p>${MARKED}</p>` }] })],
    ["NITF", `<nitf><body><body.content><p>${MARKED}</p></body.content></body></nitf>`],
    [
      "NewsML-G2",
      `<newsItem><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>${MARKED}</p></body></html></inlineXML></contentSet></newsItem>`,
    ],
    [
      "NewsML-G2 with escaped markup",
      `<newsItem><contentSet><inlineData contenttype="text/html">&lt;p&gt;${escaped}&lt;/p&gt;</inlineData></contentSet></newsItem>`,
    ],
  ])("%s", (_, content) => {
    expect(bodyOf(content)).toContain(KEPT);
  });

  test("a page that shows a teaser and carries its text in JSON-LD", () => {
    const articleBody = `<p>${OPENING}</p><p>${MARKED}</p><p>${ENDING}</p>`;
    const data = JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", articleBody });
    const content = `<html><head><script type="application/ld+json">${data}</script></head><body><p>Log in to read on.</p></body></html>`;
    expect(bodyOf(content)).toContain(KEPT);
  });

  test.each([
    ['a <span style="font-weight:700">bold</span> word', "a <strong>bold</strong> word"],
    ['a <span style="font-style: italic">slanted</span> word', "a <em>slanted</em> word"],
    [
      '<b style="font-weight:normal">plain <span style="font-weight:700">bold</span></b>',
      "plain <strong>bold</strong>",
    ],
    ["<strong>two</strong> <em><b>marks</b></em>", "<strong>two <em>marks</em></strong>"],
    [
      '<a href="https://www.google.com/url?q=https://wold.example/a%3Fb%3D1&sa=D&ust=7">kept</a> by a redirect',
      '<a href="https://wold.example/a?b=1" rel="noopener">kept</a> by a redirect',
    ],
    ['<a href="mailto:lock@wold.example">write</a> to <a href="#top">us</a>', "write to us"],
    ["<q>one <em>word</em></q> was heard", "“one <em>word</em>” was heard"],
  ])("%s", (html, kept) => {
    expect(innerOf(`<p>${html}, the keepers said on Tuesday.</p>`)).toEqual([`${kept}, the keepers said on Tuesday.`]);
  });

  test("relative links lead to the site of the page", () => {
    const head = '<link rel="canonical" href="https://wold.example/news/gates.html">';
    const [html] = innerOf('<p>The <a href="../plan">plan</a> of the gates is public, the keepers said.</p>', head);
    expect(html).toContain('<a href="https://wold.example/plan" rel="noopener">plan</a>');
  });

  test("behind a dateline, with quotations and speakers in their places", () => {
    const text =
      "WOLD, Feb. 3, 2026 (Sluicewire) – “We <em>truly</em> saw it coming,” lock keeper <strong>Ines Varga</strong> told reporters.";
    const { elements, persons } = read(`<p>${text}</p><p>${ENDING}</p>`).story;
    const [first] = elements;
    expect(first && htmlOf(first)).toBe(
      "“We <em>truly</em> saw it coming,” lock keeper <strong>Ines Varga</strong> told reporters.",
    );
    const [quote] = first?.kind === "paragraph" ? first.quotes : [];
    expect(first?.text.slice(quote?.start, quote?.end)).toBe("We truly saw it coming,");
    expect(persons.map(({ name }) => name)).toEqual(["Ines Varga"]);
  });

  test("next to characters that are composed, repaired or dropped", () => {
    const [, html] = bodyOf(
      `<p>${OPENING}</p><p>Cafe\u0301 and [caption id="1"]a boat[/caption] the \u00ad<em>Ardent</em> met at nine on Tuesday.</p>`,
    );
    expect(html).toBe("Café and the <em>Ardent</em> met at nine on Tuesday.");
  });

  test("in the cells of a table and not on whole subheads", () => {
    expect(
      innerOf("<h2><strong>Gates</strong></h2><table><tr><td>Gate</td><td><em>1906</em></td></tr></table>"),
    ).toEqual(["Gates", "Gate | <em>1906</em>"]);
  });
});

describe("raised and lowered text stays legible", () => {
  test.each([
    ["3 × 10<sup>4</sup> litres", "3 × 10⁴ litres"],
    ["10<sup>−6</sup> grams", "10⁻⁶ grams"],
    ["20 m<sup>2</sup> of ice", "20 m² of ice"],
    ['8 km<span style="vertical-align:super">2</span> of reeds', "8 km² of reeds"],
    ["the 9<sup>th</sup> gate", "the 9th gate"],
    ["la 1<sup>re</sup> fois", "la 1re fois"],
    ["2<sup>x</sup> of them", "2^x of them"],
    ["10<sup>1/2</sup> of them", "10^(1/2) of them"],
    ["CO<sub>2</sub> in the air", "CO₂ in the air"],
    ["it was seen.<sup>3</sup> Then", "it was seen. Then"],
    ["it was seen<sup>[3]</sup> then", "it was seen then"],
    ['it was seen<sup class="footnote-ref">3</sup> then', "it was seen then"],
  ])("%s", (html, kept) => {
    expect(innerOf(`<p>The keepers wrote: ${html} on Tuesday morning.</p>`)).toEqual([
      `The keepers wrote: ${kept} on Tuesday morning.`,
    ]);
  });
});

describe("what word processors write", () => {
  test("Word's numbers and bullets are no words of an item", () => {
    const item = (mark: string, text: string): string =>
      `<p class=MsoNormal style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span><!--[endif]-->${text}<o:p></o:p></p>`;
    const inner = item("3.", "A third gate for the lock.") + item("·", "A fourth <b>gate</b> for the lock.");
    expect(innerOf(inner)).toEqual(["A third gate for the lock.", "A fourth <strong>gate</strong> for the lock."]);
  });

  test("settings that Word leaves in the text are none of it", () => {
    const inner =
      "<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><p>Gates of <st1:place>Wold</st1:place> were lifted by the keepers.</p>";
    expect(innerOf(inner)).toEqual(["Gates of Wold were lifted by the keepers."]);
  });
});
