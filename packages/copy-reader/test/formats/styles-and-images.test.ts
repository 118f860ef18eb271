import { describe, expect, it } from "vitest";
import { createSplitter } from "../../src/formats/pieces.js";
import { readDocument } from "../../src/formats/read-document.js";
import type { CopyFormat } from "../../src/formats/format.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import type { CopyStory } from "../../src/story/story-value.js";

const LONG = "The quay opens again on Monday after eleven weeks of repairs, the harbour office said in a statement.";
const THEN = "Nobody had expected the work to take so long, and the ferries had to land on the other side of the bay.";
const LAST = "The next repairs are planned for the autumn of next year, when the old crane will be taken down at last.";

function read(format: Exclude<CopyFormat, "TEXT" | "EMAIL" | "WXR">, content: string): CopyStory {
  const result = readDocument(format, content);
  if (result.kind !== "story") throw new Error("It is no story.");
  return result.story;
}

const stylesOf = ({ elements }: CopyStory) =>
  elements.flatMap((element) => (element.kind === "paragraph" ? [[element.style, element.text]] : []));

const imagesOf = ({ images = [] }: CopyStory) =>
  images.map(({ url, caption, credit, alt }) => ({ url, caption, credit, alt }));

const MARKUP = `<p>${LONG}</p><h2>What changes</h2><p>${THEN}</p><h3>Ferries</h3><h4>Boats</h4>
<ul><li>One ferry</li><li><p>Two <a href="https://port.example/">boats</a></p></li></ul>
<ol><li>First</li><li>Second</li></ol><blockquote><p>We have waited.</p><p>Long enough.</p></blockquote><p>${LAST}</p>`;

const STYLES = [
  ["BODY", LONG],
  ["HEADING", "What changes"],
  ["BODY", THEN],
  ["SUBHEADING", "Ferries"],
  ["SUBHEADING", "Boats"],
  ["BULLET", "One ferry"],
  ["BULLET", "Two boats"],
  ["NUMBERED", "First"],
  ["NUMBERED", "Second"],
  ["BLOCK_QUOTE", "We have waited."],
  ["BLOCK_QUOTE", "Long enough."],
  ["BODY", LAST],
];

describe("the styles of paragraphs", () => {
  it.each([
    ["HTML", "HTML", MARKUP],
    ["a whole page", "HTML", `<html><body><article><h1>Quay opens</h1>${MARKUP}</article></body></html>`],
    ["ninjs", "NINJS", JSON.stringify({ uri: "urn:1", type: "text", body_html: MARKUP })],
    [
      "NITF",
      "NITF",
      `<nitf><body><body.content>${MARKUP.replaceAll("blockquote", "bq").replace("<h2>What changes</h2>", "<hl2>What changes</hl2>")}</body.content></body></nitf>`,
    ],
    [
      "NewsML-G2",
      "NEWSML_G2",
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${MARKUP}</body></html></inlineXML></contentSet></newsItem>`,
    ],
  ] as const)("of %s are kept", (_name, format, content) => {
    const story = read(format, content);
    const texts = new Set(STYLES.map(([, text]) => text));
    expect(stylesOf(story).filter(([, text]) => texts.has(text ?? ""))).toEqual(STYLES);
    const boats = story.elements.find(({ text }) => text === "Two boats");
    expect(boats?.kind === "paragraph" ? boats.marks : []).toEqual([
      { kind: "link", start: 4, end: 9, href: "https://port.example/" },
    ]);
  });

  it("of plain copy are those that its layout shows, and items that are counted from 1 are numbered", () => {
    const story = readPlainCopy(
      `Quay opens\n\n${LONG}\n\n## What changes\n\n${LONG}\n\n• One ferry\n• Two boats\n\n1. First step\n2. Second step\n`,
    );
    expect(stylesOf(story)).toEqual([
      ["BODY", LONG],
      ["HEADING", "What changes"],
      ["BODY", LONG],
      ["BULLET", "One ferry"],
      ["BULLET", "Two boats"],
      ["NUMBERED", "First step"],
      ["NUMBERED", "Second step"],
    ]);
  });

  it.each([
    ["dots", "1. Ferry\n2. Boat\n3. Quay", ["NUMBERED Ferry", "NUMBERED Boat", "NUMBERED Quay"]],
    ["brackets", "1) Ferry\n\n2) Boat", ["NUMBERED Ferry", "NUMBERED Boat"]],
    ["two brackets", "(1) Ferry\n(2) Boat", ["NUMBERED Ferry", "NUMBERED Boat"]],
    [
      "two lists",
      "1. Ferry\n2. Boat\n1. Quay\n2. Crane",
      ["NUMBERED Ferry", "NUMBERED Boat", "NUMBERED Quay", "NUMBERED Crane"],
    ],
    ["a broken run", "1. Ferry\n2. Boat\n4. Quay", ["NUMBERED Ferry", "NUMBERED Boat", "BODY 4. Quay"]],
    ["one item", "1. Ferry", ["BODY 1. Ferry"]],
    ["another beginning", "2. Ferry\n3. Boat", ["BODY 2. Ferry", "BODY 3. Boat"]],
    ["mixed forms", "1. Ferry\n2) Boat", ["BODY 1. Ferry", "BODY 2) Boat"]],
    ["letters", "a) Ferry\nb) Boat", ["BODY a) Ferry", "BODY b) Boat"]],
    ["text between", `1. Ferry\n\n${THEN}\n\n2. Boat`, ["BODY 1. Ferry", `BODY ${THEN}`, "BODY 2. Boat"]],
  ])("are numbered only in a run that is unmistakable: %s", (_name, list, styles) => {
    const found = stylesOf(readPlainCopy(`Quay opens\n\n${LONG}\n\n${list}\n\n${LAST}`)).slice(1, -1);
    expect(found.map(([style, text]) => `${style} ${text}`)).toEqual(styles);
  });

  it("keep quotations and speakers in numbered items in their places", () => {
    const story = readPlainCopy(
      `Quay opens\n\n${LONG}\n\n1. "The gates held," harbour master Edna Quill said.\n2. Boats wait.`,
    );
    const [item] = story.elements.slice(1);
    if (item?.kind !== "paragraph") throw new Error("It is no paragraph.");
    const [quote] = item.quotes;
    expect([item.style, item.text.slice(quote?.start, quote?.end)]).toEqual(["NUMBERED", "The gates held,"]);
  });
});

const QUAY = { url: "https://port.example/quay.jpg", caption: "The old quay.", credit: "Ada Moss", alt: "A quay" };

describe("the pictures of HTML", () => {
  const inText = (markup: string): CopyStory => read("HTML", `<p>${LONG}</p>${markup}<p>${THEN}</p>`);
  const img = '<img src="https://port.example/quay.jpg" alt="A quay">';

  it.each([
    ["in brackets", `<figure>${img}<figcaption>The old quay. (Photo: Ada Moss)</figcaption></figure>`],
    ["behind a label", `<figure>${img}<figcaption>The old quay. Foto: Ada Moss</figcaption></figure>`],
    ["behind a sign", `<figure>${img}<figcaption>The old quay. © Ada Moss</figcaption></figure>`],
    [
      "in an element of its own",
      `<figure>${img}<figcaption>The old quay. <span class="credit">Ada Moss</span></figcaption></figure>`,
    ],
    ["beside the caption", `<figure>${img}<figcaption>The old quay.</figcaption><cite>Photo: Ada Moss</cite></figure>`],
    [
      "in a box of WordPress",
      `<div class="wp-caption"><a href="/x">${img}</a><p class="wp-caption-text">The old quay. (Credit: Ada Moss)</p></div>`,
    ],
  ])("have their caption and a credit %s", (_name, markup) => {
    expect(imagesOf(inText(markup))).toEqual([QUAY]);
  });

  it("stay without a caption where they have none, and captions are no text of the story", () => {
    const story = inText(
      `${img}<figure>${img.replace("quay.jpg", "boat.jpg")}<figcaption>At sea</figcaption></figure>`,
    );
    expect(imagesOf(story)).toEqual([
      { ...QUAY, caption: null, credit: null },
      { ...QUAY, url: "https://port.example/boat.jpg", caption: "At sea", credit: null },
    ]);
    expect(stylesOf(story).map(([, text]) => text)).toEqual([LONG, THEN]);
  });

  it("are found where pages load them late, and are no icons, trackers, data or pictures of other stories", () => {
    const page = `<html><head><base href="https://port.example/news/"></head><body><nav><img src="/logo.png"></nav><article><h1>Quay opens</h1>
      <figure><img src="data:image/gif;base64,R0lGOD" data-src="../late.jpg" srcset="a.jpg 300w, b.jpg 900w"></figure><p>${LONG}</p>
      <img class="emoji" src="/smile.png"><img width="1" height="1" src="https://track.example/p.gif">
      <p>${THEN} <img src="inside.jpg"></p><p>${LAST}</p></article>
      <div class="related-posts"><img src="/other.jpg"><p>Another story</p></div></body></html>`;
    expect(imagesOf(read("HTML", page)).map(({ url }) => url)).toEqual([
      "https://port.example/late.jpg",
      "https://port.example/news/inside.jpg",
    ]);
  });

  it("are listed once each, at most a hundred", () => {
    const many = Array.from({ length: 150 }, (_, at) => `<img src="https://port.example/${at % 120}.jpg">`).join("");
    expect(imagesOf(inText(many))).toHaveLength(100);
  });
});

describe("the pictures of other formats", () => {
  it("NITF has them as media, with a reference that need not be an address", () => {
    const media = `<media media-type="image"><media-reference mime-type="image/jpeg" source="quay.jpg" alternate-text="A quay"/><media-caption><p>The old quay.</p></media-caption><media-producer>Ada Moss</media-producer></media><media media-type="video"><media-reference mime-type="video/mp4" source="a.mp4"/></media>`;
    const story = read(
      "NITF",
      `<nitf><body><body.content><p>${LONG}</p>${media}<p>${THEN}</p></body.content></body></nitf>`,
    );
    expect(imagesOf(story)).toEqual([{ ...QUAY, url: "quay.jpg" }]);
    expect(stylesOf(story).map(([, text]) => text)).toEqual([LONG, THEN]);
  });

  it.each([
    [
      "3.1",
      [
        {
          name: "Quay",
          uri: "urn:2",
          type: "picture",
          by: "Ada Moss",
          descriptions: [
            { role: "caption", value: "The old quay." },
            { role: "alternativeText", value: "A quay" },
          ],
          renditions: [
            { name: "small", href: "https://port.example/small.jpg", contentType: "image/jpeg", width: 300 },
            { name: "full", href: "https://port.example/quay.jpg", contentType: "image/jpeg", width: 2000 },
          ],
        },
        { name: "Post", uri: "urn:3", type: "text" },
      ],
    ],
    [
      "1.x",
      {
        main: {
          type: "picture",
          byline: "Ada Moss",
          description_text: "The old quay.",
          renditions: { original: { href: "https://port.example/quay.jpg", mimetype: "image/jpeg", width: 2000 } },
        },
      },
    ],
  ])("ninjs %s has them as associations", (_version, associations) => {
    const item = { uri: "urn:1", type: "text", body_text: LONG, associations };
    expect(imagesOf(read("NINJS", JSON.stringify(item)))).toMatchObject([{ ...QUAY, alt: expect.any(String) }]);
  });

  it("an export of WordPress has them as figures or shortcodes", async () => {
    const content = `[caption id="attachment_7" width="600"]<a href="/a"><img src="https://port.example/quay.jpg" alt="A quay" /></a> The old quay. (Photo: Ada Moss)[/caption]\n\n${LONG}`;
    const wxr = `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Quay</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;
    const splitter = createSplitter("WXR");
    const [piece] = [...splitter.take(wxr), ...splitter.end()];
    const result = piece?.kind === "story" ? await piece.read({}) : null;
    if (result?.kind !== "story") throw new Error("It is no story.");
    expect(imagesOf(result.story)).toEqual([QUAY]);
    expect(stylesOf(result.story)).toEqual([["BODY", LONG]]);
  });
});
