import { describe, expect, test } from "vitest";
import type { CopyStory } from "../../src/story/story-value.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

function read(text: string): CopyStory {
  return readPlainCopy(text, { headline: "At the harbour", language: "en" });
}

function quoteOf({ elements }: CopyStory): unknown {
  return elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []))[0];
}

describe("the office of a person is read where the copy names it", () => {
  const cases: readonly (readonly [text: string, role: string | null])[] = [
    ["“It smells of fish,” said energy commissioner Ann Fenwick.", "energy commissioner"],
    ["“It smells of fish,” said Police Chief Ann Fenwick.", "Police Chief"],
    ["“It smells of fish,” the energy minister, Anna Priede, said.", "energy minister"],
    ["“It smells of fish,” Anna Priede, the energy minister, said.", "energy minister"],
    ["“It smells of fish,” said Dr. Anna Priede.", null],
    ["According to Anna Priede, the boat sank. “It smells of fish,” she said.", null],
  ];
  test.each(cases)("%s", (text, role) => {
    const story = read(text);
    expect(story.persons).toMatchObject([{ role }]);
    expect(quoteOf(story)).toMatchObject({ speakerRole: role, speakerKey: story.persons[0]?.key });
  });
});

describe("a speaker who is no person of the story is kept by what the copy calls them", () => {
  const cases: readonly (readonly [text: string, role: string | null])[] = [
    ["“It smells of fish,” said the harbour master.", "harbour master"],
    ["“It smells of fish,” the Finance Ministry said.", "Finance Ministry"],
    ["Marlow & Stern said the warning was “a gift to the lobby”.", "Marlow & Stern"],
    ["“It smells of fish,” they said.", null],
  ];
  test.each(cases)("%s", (text, role) => {
    const story = read(text);
    expect(story.persons).toEqual([]);
    expect(quoteOf(story)).toMatchObject({ speakerKey: null, speakerRole: role });
    expect(story.warnings.some((warning) => warning.includes("name no speaker"))).toBe(role === null);
  });
});
