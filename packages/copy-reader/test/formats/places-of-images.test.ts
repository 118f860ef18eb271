import { describe, expect, it } from "vitest";
import { createSplitter } from "../../src/formats/pieces.js";
import { readDocument } from "../../src/formats/read-document.js";
import type { CopyFormat } from "../../src/formats/format.js";
import { elementsAndImages } from "../../src/story/elements-and-images.js";
import type { CopyStory } from "../../src/story/story-value.js";

const LONG = "The quay opens again on Monday after eleven weeks of repairs, the harbour office said in a statement.";
const THEN = "Nobody had expected the work to take so long, and the ferries had to land on the other side of the bay.";
const LAST = "The next repairs are planned for the autumn of next year, when the old crane will be taken down at last.";
const img = (name: string): string => `<img src="https://port.example/${name}.jpg" alt="">`;

function read(format: Exclude<CopyFormat, "TEXT" | "EMAIL" | "WXR">, content: string): CopyStory {
  const result = readDocument(format, content);
  if (result.kind !== "story") throw new Error("It is no story.");
  return result.story;
}

async function readWxr(content: string): Promise<CopyStory> {
  const wxr = `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Quay</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`;
  const splitter = createSplitter("WXR");
  const [piece] = [...splitter.take(wxr), ...splitter.end()];
  const result = piece?.kind === "story" ? await piece.read({}) : null;
  if (result?.kind !== "story") throw new Error("It is no story.");
  return result.story;
}

/** The story in a few letters: pictures by the name of their file, a lead picture with a star. */
function outline(story: CopyStory): string {
  const names = elementsAndImages(story).map((each) => {
    if (each.kind === "post") return "post";
    if (each.kind === "image") return `${each.url.replace(/^.*\//u, "").replace(".jpg", "")}${each.isLead ? "*" : ""}`;
    return { [LONG]: "LONG", [THEN]: "THEN", [LAST]: "LAST" }[each.text] ?? each.text;
  });
  return names.join(" ");
}

const FIGURES = `<figure>${img("a")}<figcaption>At the quay</figcaption></figure>`;

describe("the place of a picture", () => {
  it.each([
    ["a fragment", `${img("top")}<p>${LONG}</p>${FIGURES}<p>${THEN}</p><p>${img("b")} ${LAST}</p>${img("end")}`],
    [
      "a line",
      `${img("top")}<p>${LONG}</p> ${FIGURES} <p>${THEN}</p><div>${img("b")}</div><p>${LAST}</p>${img("end")}`,
    ],
    [
      "text without paragraphs",
      `${img("top")}\n\n${LONG}\n\n${img("a")}\n\n${THEN}\n\n${img("b")}\n${LAST}\n\n${img("end")}`,
    ],
    [
      "text between line breaks",
      `${img("top")}${LONG}<br><br>${img("a")}<br><br>${THEN}<br><br>${img("b")}<br>${LAST}<br>${img("end")}`,
    ],
  ])("is kept in %s", (_name, html) => {
    expect(outline(read("HTML", html))).toBe("top LONG a THEN b LAST end");
  });

  it("is kept in a saved page whose dateline, headline and byline are no paragraphs", () => {
    const page = `<html><head><title>Quay opens</title></head><body><nav>${img("logo")}</nav><article><h1>Quay opens</h1>
      <p class="byline">By Ada Moss</p>${img("top")}<p>OSTWICK (Sluicewire) - ${LONG}</p>${FIGURES}<p>${THEN}</p>
      <p>Ada Moss</p>${img("b")}<p>${LAST}</p></article></body></html>`;
    expect(outline(read("HTML", page))).toMatch(/^top LONG a THEN (?:Ada Moss )?b LAST$/u);
  });

  it("is kept among posts, shown twice or not", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Open!</p><a href="https://twitter.com/quay/status/1234567">x</a></blockquote>';
    const html = `<p>${LONG}</p>${post}${img("a")}<p>${THEN}</p>${img("b")}${post}<p>${LAST}</p>`;
    expect(outline(read("HTML", html))).toBe("LONG post a THEN b LAST");
  });

  it("is kept in an export of WordPress, in text without paragraphs, with shortcodes and with blocks", async () => {
    const plain = `${LONG}\n\n[caption id="a_1" width="9"]${img("a")} At the quay[/caption]\n\n${THEN}\n\n<a href="/b">${img("b")}</a>\n\n${LAST}`;
    expect(outline(await readWxr(plain))).toBe("LONG a THEN b LAST");
    const blocks = `<!-- wp:paragraph -->\n<p>${LONG}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:image {"id":7} -->\n<figure class="wp-block-image">${img("a")}</figure>\n<!-- /wp:image -->\n\n<p>${THEN}</p><p>${LAST}</p>`;
    expect(outline(await readWxr(blocks))).toBe("LONG a THEN LAST");
  });

  it("is kept in NITF, NewsML-G2 and ninjs", () => {
    const media =
      '<media media-type="image"><media-reference mime-type="image/jpeg" source="a.jpg"/><media-caption>Quay</media-caption></media>';
    const nitf = `<nitf><body><body.content><p>${LONG}</p>${media}<p>${THEN}</p></body.content></body></nitf>`;
    expect(outline(read("NITF", nitf))).toBe("LONG a THEN");
    const html = `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${LONG}</p><p>${img("a").replace(">", "/>")}</p><p>${THEN}</p></body></html>`;
    const newsml = (inline: string) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML contenttype="application/xhtml+xml">${inline}</inlineXML></contentSet></newsItem>`;
    expect(outline(read("NEWSML_G2", newsml(html)))).toBe("LONG a THEN");
    expect(outline(read("NEWSML_G2", newsml(nitf)))).toBe("LONG a THEN");
    const item = { uri: "urn:1", type: "text", body_html: `<p>${LONG}</p>${img("a")}<p>${THEN}</p>` };
    expect(outline(read("NINJS", JSON.stringify(item)))).toBe("LONG a THEN");
  });

  it("is above the text for the main one that an item has beside it, and below it for the others", () => {
    const picture = (name: string) => ({
      type: "picture",
      renditions: { original: { href: `https://port.example/${name}.jpg`, mimetype: "image/jpeg" } },
    });
    const item = { uri: "urn:1", type: "text", body_html: `<p>${LONG}</p>${img("a")}<p>${THEN}</p>` };
    const named = { ...item, associations: { inline1: picture("a"), other: picture("b"), featuremedia: picture("c") } };
    expect(outline(read("NINJS", JSON.stringify(named)))).toBe("c* LONG a THEN b");
    const unnamed = { ...item, associations: { one: picture("a"), two: picture("b") } };
    expect(outline(read("NINJS", JSON.stringify(unnamed)))).toBe("LONG a* THEN b");
  });
});
