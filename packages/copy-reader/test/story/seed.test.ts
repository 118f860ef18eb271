import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { StoryPost, StoryQuote } from "../../src/story/story-value.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const folder = fileURLToPath(new URL("../../../../../shared/seeds/", import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith("000_")) : undefined;

test.runIf(file === undefined)("the seed story is left out where no seeds lie beside the checkout", () => {
  expect(file).toBeUndefined();
});

describe.runIf(file !== undefined)("the seed story", () => {
  const story = readPlainCopy(file === undefined ? "Nothing to read." : readFileSync(`${folder}${file}`, "utf8"));
  const paragraphs = story.elements.filter((element) => element.kind === "paragraph");
  const posts = story.elements.filter((element): element is StoryPost => element.kind === "post");
  const quotes = paragraphs.flatMap((paragraph): readonly StoryQuote[] => paragraph.quotes);
  const [speaker, guest] = story.persons;

  test("has its day and its place and no headline", () => {
    expect(story.dateline).toMatchObject({ date: "2025-05-27", place: "TEHRAN" });
    expect(story.headline).toBeNull();
    expect(story.language).toBe("en");
  });

  test("holds two direct quotations of one person, the second said by a pronoun", () => {
    expect(quotes.map((quote) => quote.kind)).toEqual(["DIRECT", "DIRECT"]);
    expect(quotes.map((quote) => quote.speakerKey)).toEqual([speaker?.key, speaker?.key]);
    expect(quotes[1]?.speakerText).toBe("he");
  });

  test("names both persons with their offices", () => {
    expect(speaker).toMatchObject({
      name: expect.stringContaining("Khamenei"),
      role: expect.stringContaining("Supreme Leader"),
    });
    expect(guest).toMatchObject({ name: "Shahbaz Sharif", role: expect.stringContaining("Prime Minister") });
  });

  test("holds one post that is not repeated among the paragraphs", () => {
    expect(posts).toHaveLength(1);
    const [post] = posts;
    expect(post).toMatchObject({
      platform: "X",
      authorHandle: "@khamenei_ir",
      postedOn: "2025-05-26",
      authorKey: speaker?.key,
    });
    expect(post?.text).not.toContain("@khamenei_ir");
    expect(paragraphs.some((paragraph) => paragraph.text.includes(post?.text ?? "?"))).toBe(false);
  });

  test("ties the first quotation to the post it can be checked against", () => {
    const source = quotes[0]?.sourcePost ?? -1;
    expect(story.elements[source]?.kind).toBe("post");
  });
});
