import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { StoryPost, StoryQuote } from "../../src/story/story-value.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const WIRE_STORY = `date 2025-05-27 HALVERSAND – Isenmark Chancellor Radomil Estavan praised the Corvane Isles for turning down every licence to dredge their seabed, and asked for joint patrols.

He spoke at a dinner for Corvane Prime Minister Tessaly Okorin, whose ministers had spent the day in Halversand over fishing rights and winter ferries.

In a message on X, Estavan named the offers that mining companies had made to the islands. “Whatever they were offered and whoever threatened them, the islanders kept their seabed whole,” Estavan said.

A good day in Halversand with our friends. Whatever they were offered, the islands kept their seabed whole. — Estavan.example (@estavan_isenmark) May 26, 2025

Two neighbours have sold licences since the new year. “Two coastguards that sail as one can watch every bank from here to Tarn Race,” he added.

The chancellor’s guests leave on the night ferry.
`;

/** A real wire story that is beside the checkout where somebody put it there; it is no part of the project. */
const folder = fileURLToPath(new URL("../../../../../shared/seeds/", import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith("000_")) : undefined;
const copies = [
  { copy: "an invented wire story", text: WIRE_STORY, role: "Chancellor" },
  ...(file === undefined
    ? []
    : [{ copy: "the seed story", text: readFileSync(`${folder}${file}`, "utf8"), role: "Leader" }]),
];

test.runIf(file === undefined)("the seed story is left out where no seeds lie beside the checkout", () => {
  expect(file).toBeUndefined();
});

describe.each(copies)("$copy", ({ text, role }) => {
  const story = readPlainCopy(text);
  const paragraphs = story.elements.filter((element) => element.kind === "paragraph");
  const posts = story.elements.filter((element): element is StoryPost => element.kind === "post");
  const quotes = paragraphs.flatMap((paragraph): readonly StoryQuote[] => paragraph.quotes);
  const [speaker, guest] = story.persons;

  test("has its day and its place and no headline", () => {
    const [, place] = /^date \S+ (\p{Lu}+) –/u.exec(text.trim()) ?? [];
    expect(story.dateline).toMatchObject({ date: "2025-05-27", place });
    expect(story.headline).toBeNull();
    expect(story.language).toBe("en");
  });

  test("holds two direct quotations of one person, the second said by a pronoun", () => {
    expect(quotes.map((quote) => quote.kind)).toEqual(["DIRECT", "DIRECT"]);
    expect(quotes.map((quote) => quote.speakerKey)).toEqual([speaker?.key, speaker?.key]);
    expect(quotes[1]?.speakerText).toBe("he");
  });

  test("names both persons with their offices", () => {
    const [, opening = "", second = ""] = /– ([^]*?)\n\n([^]*?)\n\n/u.exec(text) ?? [];
    expect(speaker?.role).toContain(role);
    expect(guest?.role).toContain("Prime Minister");
    expect(opening).toContain(speaker?.name);
    expect(second).toContain(guest?.name);
  });

  test("holds one post that is not repeated among the paragraphs", () => {
    expect(posts).toHaveLength(1);
    const [post] = posts;
    const [, handle] = /\((@\w+)\)/.exec(text) ?? [];
    expect(post).toMatchObject({
      platform: "X",
      authorHandle: handle,
      postedOn: "2025-05-26",
      authorKey: speaker?.key,
    });
    expect(post?.text).not.toContain(handle);
    expect(paragraphs.some((paragraph) => paragraph.text.includes(post?.text ?? "?"))).toBe(false);
  });

  test("ties the first quotation to the post it can be checked against", () => {
    const source = quotes[0]?.sourcePost ?? -1;
    expect(story.elements[source]?.kind).toBe("post");
  });
});
