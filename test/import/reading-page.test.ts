import { readCopy, type CopyStory } from "@dateline/copy-reader";
import { describe, expect, it } from "vitest";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import { article, english, paragraph, post, site } from "../syndication/articles.js";

async function readPage(content: string): Promise<CopyStory> {
  const result = await readCopy({ content, format: "HTML" });
  if (result.kind !== "story") throw new Error(`Not a story: ${JSON.stringify(result)}`);
  return result.story;
}

describe("the product's own reading page, read in again", () => {
  it("returns its paragraphs and posts, without numbers, lists of quotes and sources", async () => {
    const story = await readPage(renderReadingPage(english, site));
    const posts = story.elements.filter(({ kind }) => kind === "post");
    const own = english.body.flatMap((part) => (part.kind === "figure" ? [] : [part.text]));
    expect(story.headline).toBe(english.headline);
    expect(story.dateline).toMatchObject({ date: "2026-09-05" });
    expect(story.elements.map(({ text }) => text)).toEqual([english.standfirst, ...own]);
    expect(posts).toMatchObject([
      {
        platform: "BLUESKY",
        url: "https://bsky.app/profile/odile.example/post/3k2",
        authorName: "Odile Marn",
        authorHandle: "@odile.example",
        postedOn: "2026-09-04",
      },
    ]);
  });

  it("also where it is short, and shows its own address", async () => {
    const short = article({
      body: [
        paragraph("The lock of Port Malden held overnight, its warden said on Tuesday."),
        post({
          id: "pst_s1AAAAAAAAAAAAAAAAAAAA",
          text: "The lock holds.",
          url: "https://x.com/lockwarden/status/4",
          platform: "X",
        }),
      ],
    });
    const story = await readPage(renderReadingPage(short, site));
    expect(story.elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "paragraph: The lock of Port Malden held overnight, its warden said on Tuesday.",
      "post: The lock holds.",
    ]);
  });
});
