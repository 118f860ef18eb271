import { describe, expect, it } from "vitest";
import { detectFormat } from "../../src/formats/detect.js";
import { createSplitter } from "../../src/formats/pieces.js";
import { readCopies } from "../../src/read-copy.js";

interface Entry {
  readonly type?: string;
  readonly status?: string;
  readonly content?: string;
  readonly more?: string;
}

const TEXT = "The ferry to Sorrel Island ran again on Wednesday, the harbour office said.";

function entry(at: number, { type = "post", status = "publish", content, more = "" }: Entry = {}): string {
  const html = content ?? `<!-- wp:paragraph -->\n<p>${TEXT} Number ${at} &amp; no other.</p>\n<!-- /wp:paragraph -->`;
  return `<item><title>Ferry ${at} runs again</title><link>https://gazette.example/ferry-${at}</link>
<pubDate>Wed, 11 Feb 2026 10:00:00 +0000</pubDate><dc:creator><![CDATA[mara]]></dc:creator>
<guid isPermaLink="false">https://gazette.example/?p=${at}</guid><description></description>
<content:encoded><![CDATA[${html}]]></content:encoded><excerpt:encoded><![CDATA[Islanders get it back.]]></excerpt:encoded>
<wp:post_date_gmt>2026-02-11 10:00:00</wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
<category domain="category" nicename="harbours"><![CDATA[Harbours]]></category>
<wp:postmeta><wp:meta_key>title</wp:meta_key><wp:meta_value>none</wp:meta_value></wp:postmeta>${more}</item>`;
}

function wxr(...entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Gazette</title><language>en-GB</language>
<wp:author><wp:author_login><![CDATA[mara]]></wp:author_login><wp:author_display_name><![CDATA[Mara Ellison]]></wp:author_display_name></wp:author>
${entries.join("\n")}
</channel></rss>`;
}

async function read(...entries: readonly string[]) {
  const { results, warnings } = await readCopies({ content: wxr(...entries) });
  return { warnings, results, stories: results.flatMap((each) => (each.kind === "story" ? [each] : [])) };
}

describe("an export of WordPress", () => {
  it("is read entry by entry, with title, author, language and name of each", async () => {
    const { stories } = await read(entry(1), entry(2));
    expect(stories.map(({ story, ownId, format }) => [format, story.headline, ownId])).toEqual([
      ["WXR", "Ferry 1 runs again", "https://gazette.example/?p=1"],
      ["WXR", "Ferry 2 runs again", "https://gazette.example/?p=2"],
    ]);
    expect(stories[0]?.story).toMatchObject({ byline: "Mara Ellison", language: "en-GB", hold: null });
    expect(stories[0]?.story).toMatchObject({ standfirst: "Islanders get it back.", topics: ["Harbours"] });
    expect(stories[0]?.story.elements.map(({ text }) => text)).toEqual([`${TEXT} Number 1 & no other.`]);
  });

  it("skips pages, attachments, revisions and the trash with a word on each kind", async () => {
    const { stories, warnings } = await read(
      entry(1),
      entry(2, { type: "attachment" }),
      entry(3, { type: "attachment" }),
      entry(4, { type: "page" }),
      entry(5, { type: "revision", status: "inherit" }),
      entry(6, { status: "trash" }),
    );
    expect(stories).toHaveLength(1);
    expect(warnings).toEqual([
      "2 of the kind “attachment” were skipped.",
      "1 page was skipped.",
      "1 revision was skipped.",
      "1 post in the trash was skipped.",
    ]);
  });

  it("holds back what readers of the site did not see", async () => {
    const { stories } = await read(
      entry(1, { status: "draft" }),
      entry(2, { status: "future" }),
      entry(3, { more: "<wp:post_password>secret</wp:post_password>" }),
    );
    expect(stories.map(({ story }) => [story.hold !== null, story.heldUntil])).toEqual([
      [true, null],
      [true, "2026-02-11T10:00:00.000Z"],
      [true, null],
    ]);
    expect(stories[0]?.story.warnings).toContain("In the export the entry has the status “draft”.");
  });

  it("reads entries of the old editor: blank lines part paragraphs, shortcodes stay out, embeds stay in", async () => {
    const content = `${TEXT}\n\n[caption id="7"]<img src="a.jpg" /> A quay[/caption]\n\nIt runs daily, she said.\n\n[embed]https://x.com/portmalden/status/1712345678901234561[/embed]\n\n[gallery ids="1,2"]`;
    const { stories } = await read(entry(1, { content }));
    const elements = stories[0]?.story.elements ?? [];
    expect(elements.filter(({ kind }) => kind === "paragraph").map(({ text }) => text)).toEqual([
      TEXT,
      "It runs daily, she said.",
    ]);
    expect(elements.at(-1)).toMatchObject({ kind: "post", platform: "X" });
  });

  it("keeps the entries before the place where it is cut off, and reports that place", async () => {
    const whole = wxr(entry(1), entry(2), entry(3));
    const { results } = await readCopies({ content: whole.slice(0, whole.indexOf("Ferry 3 runs") + 5) });
    expect(results.map((each) => (each.kind === "fault" ? each.message : each.kind))).toEqual([
      "story",
      "story",
      "The export ends before its elements are closed; it may have been cut off.",
    ]);
  });

  it("comes out entry by entry while it comes in, in pieces of any size", () => {
    const content = wxr(entry(1), entry(2, { type: "page" }), entry(3));
    const counts = [1, 7, 1000].map((size) => {
      const splitter = createSplitter("WXR");
      const kinds: string[] = [];
      for (let at = 0; at < content.length; at += size)
        kinds.push(...splitter.take(content.slice(at, at + size)).map(({ kind }) => kind));
      return [...kinds, ...splitter.end().map(({ kind }) => kind)];
    });
    expect(counts).toEqual(Array.from({ length: 3 }, () => ["story", "skipped", "story"]));
  });

  it("is distinguished from other RSS", () => {
    expect(detectFormat(wxr(entry(1)))).toBe("WXR");
    expect(detectFormat('<rss version="2.0"><channel><title>Quays</title></channel></rss>')).toBe("TEXT");
  });
});
