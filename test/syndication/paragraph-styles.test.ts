import { describe, expect, it } from "vitest";
import type { ParagraphStyle } from "../../src/marked-text/paragraph-style.type.js";
import { bodyHtml, bodyText, feedHtml } from "../../src/syndication/body.js";
import { renderJsonLd } from "../../src/syndication/json-ld.js";
import { renderNinjs } from "../../src/syndication/ninjs.js";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import type { SyndicatedElement } from "../../src/syndication/syndicated.js";
import { article, paragraph, post, site } from "./articles.js";
import { findAll, readPage, wholeText, type XmlElement } from "./read-xml.js";
import { faultsOfPage } from "./validate-page.js";

let made = 0;
const styled = (style: ParagraphStyle, text: string): SyndicatedElement =>
  paragraph(text, [], { style, id: `par_${(made += 1)}`, marks: [{ kind: "strong", start: 0, end: 3 }] });

const subject = article({
  dateline: { text: "BREST", place: "BREST", date: null },
  body: [
    styled("HEADING", "The quay"),
    styled("BODY", "It opens."),
    styled("BULLET", "One ferry"),
    styled("BULLET", "Two boats"),
    styled("NUMBERED", "First"),
    styled("NUMBERED", "Second"),
    post({ text: "Ships wait." }),
    styled("NUMBERED", "Once more"),
    styled("SUBHEADING", "What they say"),
    styled("BLOCK_QUOTE", "We have waited."),
    styled("BLOCK_QUOTE", "Long enough."),
    styled("BODY", "The end."),
  ],
});

const page = (): XmlElement => readPage(renderReadingPage(subject, site));

/** The outline of the text: names of elements, with the text of those that hold no others. */
function outline(element: XmlElement): unknown {
  if (element.name === "figure") return "figure";
  const blocks = ["ul", "ol", "blockquote"].includes(element.name);
  return blocks ? [element.name, ...element.children.map(outline)] : [element.name, wholeText(element)];
}

const OUTLINE = [
  ["h2", "The quay"],
  ["p", "BREST – It opens."],
  ["ul", ["li", "One ferry"], ["li", "Two boats"]],
  ["ol", ["li", "First"], ["li", "Second"]],
  "figure",
  ["ol", ["li", "Once more"]],
  ["h3", "What they say"],
  ["blockquote", ["p", "We have waited."], ["p", "Long enough."]],
  ["p", "The end."],
];

describe("the styles of paragraphs", () => {
  it("are headings, lists and block quotes of the reading page, each paragraph with its id and marks", async () => {
    const [text] = findAll(page(), "div").filter(({ attributes }) => attributes["class"] === "text");
    expect(text?.children.map(outline)).toEqual(OUTLINE);
    const ids = [...renderReadingPage(subject, site).matchAll(/<(h2|h3|p|li) id="par_\d+">/gu)];
    expect(ids).toHaveLength(11);
    expect(await faultsOfPage(renderReadingPage(subject, site))).toEqual([]);
  });

  it.each([
    ["feeds", feedHtml],
    ["ninjs", bodyHtml],
  ])("are the same in the HTML of %s", (_format, render) => {
    const [text] = findAll(readPage(`<html>${render(subject)}</html>`), "div");
    expect(text?.children.map(outline)).toEqual(OUTLINE);
    expect(render(subject)).toContain("<li><strong>One</strong> ferry</li>");
  });

  it("show in plain text as bullets and numbers, which begin again after something else", () => {
    const expected = [
      "The quay",
      "BREST – It opens.",
      "• One ferry\n• Two boats",
      "1. First\n2. Second",
      "Ships wait.\n— ",
      "1. Once more",
      "What they say",
      "We have waited.\n\nLong enough.",
      "The end.",
    ];
    const text = bodyText(subject);
    for (const part of expected) expect(text).toContain(part);
    expect(renderNinjs(subject, site).bodies?.[0]?.value).toBe(text);
    const { articleBody } = renderJsonLd(subject, site);
    expect(articleBody).toBe(
      "The quay\n\nIt opens.\n\n• One ferry\n• Two boats\n\n1. First\n2. Second\n3. Once more\n\nWhat they say\n\nWe have waited.\n\nLong enough.\n\nThe end.",
    );
  });
});
