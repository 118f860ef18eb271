import { describe, expect, it } from "vitest";
import { createSplitter } from "../../src/formats/pieces.js";
import { readCopies, readCopy, readPiece } from "../../src/read-copy.js";
import { elementsAndImages } from "../../src/story/elements-and-images.js";
import type { CopyStory } from "../../src/story/story-value.js";

const LONG = "The quay opens again on Monday after eleven weeks of repairs, the harbour office said in a statement.";
const THEN = "Nobody had expected the work to take so long, and the ferries had to land on the other side of the bay.";
const LAST = "The next repairs are planned for the autumn of next year, when the old crane will be taken down at last.";

async function read(content: string): Promise<CopyStory> {
  const result = await readCopy({ content });
  if (result.kind !== "story") throw new Error(JSON.stringify(result));
  return result.story;
}

/** The story as its texts, and its pictures as their addresses with a star for the one of the whole story. */
function outline(story: CopyStory): readonly string[] {
  const names: Record<string, string> = { [LONG]: "LONG", [THEN]: "THEN", [LAST]: "LAST" };
  return elementsAndImages(story).map((each) =>
    each.kind === "image" ? `${each.url}${each.isLead ? "*" : ""}` : (names[each.text] ?? each.text),
  );
}

const A = "https://port.example/a.jpg";
const B = "https://port.example/b.jpg";

describe("the picture of a saved page", () => {
  const page = (
    head: string,
    body = `<p>${LONG}</p><figure><img src="${A}" alt=""></figure><p>${THEN}</p><p>${LAST}</p>`,
  ) =>
    `<html><head><link rel="canonical" href="https://port.example/news/quay">${head}</head><body><article><h1>Quay opens</h1>${body}</article></body></html>`;

  it.each([
    ["og:image", `<meta property="og:image" content="${B}">`],
    ["og:image, relative", `<meta property="og:image" content="/b.jpg">`],
    ["twitter:image", `<meta name="twitter:image" content="${B}">`],
    [
      "JSON-LD, an address",
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay opens","image":"${B}"}</script>`,
    ],
    [
      "JSON-LD, a list",
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay opens","image":["${B}","${A}"]}</script>`,
    ],
  ])("is read from %s", async (_name, head) => {
    expect(outline(await read(page(head)))).toEqual([`${B}*`, "LONG", A, "THEN", "LAST"]);
  });

  it("has the caption and the credit of JSON-LD, also of an object elsewhere in it, and the alt text of og:image:alt", async () => {
    const data = {
      "@graph": [
        { "@type": "NewsArticle", headline: "Quay opens", image: { "@id": "#photo" } },
        { "@type": "ImageObject", "@id": "#photo", url: B, caption: "The old quay.", creditText: "Ada Moss" },
      ],
    };
    const head = `<meta property="og:image" content="${A}"><meta property="og:image:alt" content="A quay"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect((await read(page(head))).images?.[0]).toMatchObject({
      url: B,
      caption: "The old quay.",
      credit: "Ada Moss",
      alt: "A quay",
      isLead: true,
    });
  });

  it.each([
    A,
    "https://port.example/a-1200x630.jpg",
    "https://port.example/a.jpg?w=1200",
    "https://port.example/big/a_w1200.jpg",
  ])("is one of its text where that is the same picture in another size: %s", async (url) => {
    const story = await read(page(`<meta property="og:image" content="${url}">`));
    expect(outline(story)).toEqual(["LONG", `${A}*`, "THEN", "LAST"]);
  });

  it.each(["https://port.example/logo.png", "https://port.example/img/default-share.png"])(
    "is not the mark of its site: %s",
    async (url) => {
      expect(outline(await read(page(`<meta property="og:image" content="${url}">`)))).toEqual([
        "LONG",
        A,
        "THEN",
        "LAST",
      ]);
    },
  );

  it("is not the only thing that is read: its section is a topic", async () => {
    const data =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay","articleSection":["Harbours","Local"]}</script>';
    expect((await read(page(data))).topics).toEqual(["Harbours", "Local"]);
    expect((await read(page('<meta property="article:section" content="Harbours">'))).topics).toEqual(["Harbours"]);
  });
});

const GIF = "R0lGODlhQABAAIAAAAAAAP///yH5BAAAAAAALAAAAABAAEAAAAI=";
const SPACER = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

describe("a picture within the copy", () => {
  it("is read from a data URL, where that is no spacer, drawing or placeholder", async () => {
    const html = `<p>${LONG}</p><img src="data:image/gif;base64,${GIF}" alt="A quay"><img src="data:image/gif;base64,${SPACER}">
      <img src="data:image/svg+xml;base64,PHN2Zy8+"><img src="data:image/gif;base64,${GIF}" data-src="${A}"><p>${THEN}</p>`;
    const story = await read(html);
    expect(outline(story)).toEqual(["LONG", "data:image/gif", A, "THEN"]);
    expect(story.images?.[0]?.content).toEqual(new Uint8Array(Buffer.from(GIF, "base64")));
    expect(story.images?.[1]).not.toHaveProperty("content");
  });

  const HEADERS =
    "From: Mara <press@harbour.example>\nTo: desk@gazette.example\nSubject: Quay opens\nMIME-Version: 1.0";
  const part = (headers: string, body: string) => `--b\n${headers}\n\n${body}\n`;
  const picture = (name: string, how: string) =>
    part(`Content-Type: image/gif; name="${name}.gif"\nContent-Transfer-Encoding: base64\n${how}`, GIF);
  const letter = (...all: string[]) =>
    `${HEADERS}\nContent-Type: multipart/related; boundary="b"\n\n${all.join("")}--b--\n`;
  const plain = (text: string) => part("Content-Type: text/plain; charset=utf-8", text);
  const html = (text: string) => part("Content-Type: text/html; charset=utf-8", text);
  const alternative = (text: string, markup: string) =>
    part(
      'Content-Type: multipart/alternative; boundary="c"',
      `${plain(text)}${html(markup)}--b--\n`.replaceAll("--b", "--c"),
    );
  const INLINE = "Content-ID: <quay@x>\nContent-Disposition: inline";
  const ATTACHED = 'Content-Disposition: attachment; filename="boat.gif"';

  it("is read from the attachment that the markup of a letter shows, with its caption", async () => {
    const body = `<p>${LONG}</p><figure><img src="cid:quay@x" alt="A quay"><figcaption>The quay. Photo: Ada Moss</figcaption></figure><p>${THEN}</p>`;
    const story = await read(letter(html(body), picture("quay", INLINE), picture("boat", ATTACHED)));
    expect(outline(story)).toEqual(["LONG", "cid:quay@x", "THEN", "boat.gif"]);
    expect(story.images?.[0]).toMatchObject({ caption: "The quay.", credit: "Ada Moss", alt: "A quay" });
    expect(story.images?.map(({ content }) => content?.length)).toEqual([
      Buffer.from(GIF, "base64").length,
      Buffer.from(GIF, "base64").length,
    ]);
    expect(story.warnings.join(" ")).not.toMatch(/attachment/u);
  });

  it.each([
    ["which has a mark for it", `${LONG}\n\n[cid:quay@x]\n\n${THEN}`],
    ["which has its name", `${LONG}\n[image: quay.gif]\n${THEN}`],
    ["which has no word of it", `${LONG}\n\n${THEN}`],
  ])("has its place in plain text %s", async (_name, text) => {
    const body = `<p>${LONG}</p><p><img src="cid:quay@x" alt="A quay"></p><p>${THEN}</p>`;
    const story = await read(letter(alternative(text, body), picture("quay", INLINE)));
    expect(outline(story)).toEqual(["LONG", "cid:quay@x", "THEN"]);
    expect(story.images?.[0]).toMatchObject({ alt: "A quay" });
  });

  it("is no sign in a signature; other attachments are reported", async () => {
    const body = `<p>${LONG}</p><p>${THEN}</p><img src="cid:quay@x" width="24" height="24">`;
    const pdf = part(
      'Content-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"',
      "x",
    );
    const story = await read(letter(html(body), picture("logo", INLINE), pdf));
    expect(outline(story)).toEqual(["LONG", "THEN"]);
    expect(story.warnings).toEqual(["The letter has an attachment, which was not read: a.pdf."]);
  });
});

describe("the pictures of an export of WordPress", () => {
  const item = (fields: string) => `<item><wp:status>publish</wp:status>${fields}</item>`;
  const attachment = (id: number, name: string) =>
    item(`<title>${name}</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://port.example/${name}.jpg</wp:attachment_url>
    <excerpt:encoded><![CDATA[The <b>old</b> quay & more]]></excerpt:encoded><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[A quay]]></wp:meta_value></wp:postmeta>`);
  const post = (content: string) =>
    item(`<title>Quay opens</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${content}]]></content:encoded>
    <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta>`);
  const wxr = (...items: string[]) =>
    `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${items.join("")}</channel></rss>`;

  it.each([
    ["before", true],
    ["behind", false],
  ])("are its featured picture and those of galleries, whose entries are %s the story", async (_name, isBefore) => {
    const story = post(`<p>${LONG}</p>\n\n[gallery columns="2" ids="7, 9,8"]\n\n<p>${THEN}</p>`);
    const others = [attachment(7, "a"), attachment(8, "b"), attachment(9, "c")];
    const { results } = await readCopies({ content: wxr(...(isBefore ? [...others, story] : [story, ...others])) });
    const [only] = results;
    if (only?.kind !== "story") throw new Error("It is no story.");
    expect(outline(only.story)).toEqual(["LONG", A, "https://port.example/c.jpg", `${B}*`, "THEN"]);
    expect(only.story.images?.[0]).toMatchObject({ caption: "The old quay & more", alt: "A quay" });
    const alone = await readCopies({ content: wxr(attachment(8, "b"), post(`<p>${LONG}</p>`)) });
    expect(alone.results.flatMap((each) => (each.kind === "story" ? outline(each.story) : []))).toEqual([
      `${B}*`,
      "LONG",
    ]);
  });

  it("can be known before the export is read", async () => {
    const pictures = new Map();
    const scan = createSplitter("WXR", { pictures });
    const content = wxr(post(`<p>${LONG}</p>`), attachment(8, "b"));
    scan.take(content);
    const [piece] = createSplitter("WXR", { pictures }).take(content.slice(0, content.indexOf("</item>") + 7));
    const result = piece?.kind === "story" ? await readPiece(piece, "WXR", {}) : null;
    expect(result?.kind === "story" && outline(result.story)).toEqual([`${B}*`, "LONG"]);
  });
});

describe("the pictures of NewsML-G2", () => {
  const NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
  const text = (id: string, links: readonly string[], words = LONG) =>
    `<newsItem ${NS} guid="urn:${id}"><itemMeta>${links.map((link) => `<link rel="irel:seeAlso" residref="${link}"/>`).join("")}</itemMeta><contentMeta><headline>Quay ${id}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p><p>${THEN}</p></body></html></inlineXML></contentSet></newsItem>`;
  const picture = (id: string, name: string) =>
    `<newsItem ${NS} guid="urn:${id}"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Ada Moss</creditline><description role="drol:caption">The old quay.</description><description role="drol:altText">A quay</description></contentMeta>
    <contentSet><remoteContent href="https://port.example/small.jpg" contenttype="image/jpeg" width="300"/><remoteContent href="https://port.example/${name}.jpg" contenttype="image/jpeg" width="2000"/></contentSet></newsItem>`;
  const message = (...items: string[]) => `<newsMessage ${NS}><itemSet>${items.join("")}</itemSet></newsMessage>`;

  it("are the picture items of its message, the largest file of each", async () => {
    const story = await read(message(text("1", []), picture("p1", "a"), picture("p2", "b")));
    expect(outline(story)).toEqual([`${A}*`, "LONG", "THEN", B]);
    expect(story.images?.[0]).toMatchObject({ caption: "The old quay.", credit: "Ada Moss", alt: "A quay" });
  });

  it("are those that each of several stories links to", async () => {
    const { results, warnings } = await readCopies({
      content: message(
        text("1", ["urn:p2"]),
        picture("p1", "a"),
        text("2", ["urn:p1"], LAST),
        picture("p2", "b"),
        picture("p3", "c"),
      ),
    });
    const stories = results.flatMap((each) => (each.kind === "story" ? [outline(each.story)] : []));
    expect(stories).toEqual([
      [`${B}*`, "LONG", "THEN"],
      [`${A}*`, "LAST", "THEN"],
    ]);
    expect(results.map((each) => each.kind === "story" && each.ownId)).toEqual(["urn:1", "urn:2"]);
    expect(warnings).toEqual(["1 item without text was skipped."]);
  });

  it("are the files that an item has beside its own text", async () => {
    const story = await read(
      text("1", []).replace("<contentSet>", `<contentSet><remoteContent href="${A}" contenttype="image/jpeg"/>`),
    );
    expect(outline(story)).toEqual([`${A}*`, "LONG", "THEN"]);
    expect(story.images?.[0]).toMatchObject({ caption: null, credit: null });
  });
});
