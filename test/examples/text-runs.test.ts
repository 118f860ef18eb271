import { describe, expect, it } from "vitest";
import { type MarkStretch, splitText, type TextRun } from "../../examples/news-site/src/lib/text-runs.js";

interface Quoted {
  readonly start: number;
  readonly end: number;
}

/** Runs as markup, with `<q>` for a quote. */
function markUp(runs: readonly TextRun<Quoted>[]): string {
  return runs
    .map(({ quote, links }) => {
      const content = links.map(({ href, parts }) => {
        const words = parts.map(({ text, isStrong, isEmphasis }) => {
          const emphasised = isEmphasis ? `<em>${text}</em>` : text;
          return isStrong ? `<strong>${emphasised}</strong>` : emphasised;
        });
        return href === null ? words.join("") : `<a ${href}>${words.join("")}</a>`;
      });
      return quote === null ? content.join("") : `<q>${content.join("")}</q>`;
    })
    .join("");
}

describe("the text of a paragraph in the example", () => {
  const text = "one two three four";
  const emphasis: MarkStretch = { kind: "EMPHASIS", start: 4, end: 13 };
  const strong: MarkStretch = { kind: "STRONG", start: 8, end: 18 };
  const link: MarkStretch = { kind: "LINK", start: 0, end: 7, href: "/x" };

  it("stays whole without quotes, marks and names", () => {
    expect(markUp(splitText(text, [], [], []))).toBe(text);
    expect(splitText("", [], [], [])).toEqual([]);
  });

  it("keeps a quote in one element, and cuts marks and links that cross its ends", () => {
    const quotes = [{ start: 4, end: 13 }];
    expect(markUp(splitText(text, quotes, [link, strong], []))).toBe(
      "<a /x>one </a><q><a /x>two</a> <strong>three</strong></q><strong> four</strong>",
    );
  });

  it("keeps a link in one element around emphasis that begins or ends in it", () => {
    expect(markUp(splitText(text, [], [link, emphasis], []))).toBe("<a /x>one <em>two</em></a><em> three</em> four");
  });

  it("nests emphasis that overlaps", () => {
    expect(markUp(splitText(text, [], [emphasis, strong], []))).toBe(
      "one <em>two </em><strong><em>three</em></strong><strong> four</strong>",
    );
  });

  it("links names to persons, but not inside another link", () => {
    const mentions = [
      { start: 4, end: 7, person: { slug: "two" } },
      { start: 14, end: 18, person: { slug: "four" } },
    ];
    expect(markUp(splitText(text, [], [link], mentions))).toBe("<a /x>one two</a> three <a /people/four>four</a>");
  });

  it("counts UTF-16 code units", () => {
    expect(markUp(splitText("🏮 lit", [{ start: 3, end: 6 }], [], []))).toBe("🏮 <q>lit</q>");
  });
});
