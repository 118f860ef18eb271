import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnchoredSpan,
  type Reanchored,
  isCharacterBoundary,
  reanchorQuotes,
} from "../../src/quote-check/anchor.js";

/** Reads `before ⟦words⟧ after` into a text and the spans of what is in brackets, with the ids a, b, c. */
function read(marked: string): { text: string; spans: AnchoredSpan[] } {
  const spans: AnchoredSpan[] = [];
  let text = "";
  for (const [index, part] of marked.split(/[⟦⟧]/u).entries()) {
    if (index % 2 === 1)
      spans.push({ id: "abcdef".charAt(spans.length), start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

/** Moves the spans of the first text into the second, and returns what came of it and what the brackets there say. */
function move(before: string, after: string): { moved: Reanchored; expected: Reanchored } {
  const old = read(before);
  const target = read(after);
  return {
    moved: reanchorQuotes(old.text, target.text, old.spans),
    expected: { moved: target.spans, lost: [] },
  };
}

describe("a quote whose words stay", () => {
  it.each([
    ["text before it grows", "He said “⟦we stay⟧”.", "On Monday he said “⟦we stay⟧”."],
    ["text after it grows", "“⟦We stay⟧,” he said.", "“⟦We stay⟧,” the old captain said."],
    ["everything around it changes", "He said “⟦we stay⟧”.", "“⟦we stay⟧”, she thought"],
    ["nothing changes", "“⟦We stay⟧.”", "“⟦We stay⟧.”"],
    ["emoji come before it", "Look: “⟦we stay⟧”", "👩‍🚒🇫🇮 Look: “⟦we stay⟧”"],
    ["it holds emoji and marks", "x “⟦wir 🏁 ble\u0301iben⟧”", "yy “⟦wir 🏁 ble\u0301iben⟧” z"],
    ["the text runs right to left", "قال: «⟦لن نغادر⟧».", "قال العمدة اليوم: «⟦لن نغادر⟧»."],
    ["the text has no spaces", "他说：“⟦港口开放⟧”。", "市长今天说：“⟦港口开放⟧”。"],
    ["several quotes move", "“⟦One⟧,” he said. “⟦Two⟧.”", "Well, “⟦One⟧,” he then said. And “⟦Two⟧.”"],
  ])("is found when %s", (_, before, after) => {
    const { moved, expected } = move(before, after);
    expect(moved).toEqual(expected);
  });

  it("is found when unlike quotes change places", () => {
    const old = read("“⟦One⟧” and “⟦Two⟧”");
    const { moved } = reanchorQuotes(old.text, "“Two” and “One”", old.spans);
    expect(moved).toEqual([
      { id: "a", start: 11, end: 14 },
      { id: "b", start: 1, end: 4 },
    ]);
  });

  it.each([
    ["a new one comes before", "She said “⟦no⟧” to him.", "He said “no” to her. She said “⟦no⟧” to him."],
    ["a new one comes after", "She said “⟦no⟧” to him.", "She said “⟦no⟧” to him. He said “no” to her."],
    ["one between goes", "“⟦No⟧,” he said. “No,” they sang. “⟦No⟧,” she said.", "“⟦No⟧,” he said. “⟦No⟧,” she said."],
    ["both move", "A: “⟦no⟧”. B: “⟦no⟧”.", "Here is A: “⟦no⟧”. And here is B: “⟦no⟧”."],
    ["it also stands inside words", "A nod: “⟦no⟧”.", "A nod, nothing more: “⟦no⟧”."],
    [
      "it stands there a hundred times",
      `${"no ".repeat(50)}“⟦no⟧!” ${"no ".repeat(50)}`,
      `ah ${"no ".repeat(49)}“⟦no⟧!” ${"no ".repeat(60)}`,
    ],
  ])("is the right one of several when %s", (_, before, after) => {
    const { moved, expected } = move(before, after);
    expect(moved).toEqual(expected);
  });
});

describe("a quote whose words do not stay", () => {
  it.each([
    ["change", "He said “⟦we stay⟧”.", "He said “we stayed”."],
    ["vanish", "He said “⟦we stay⟧”.", "He said nothing."],
    ["get a combining mark at the end", "“⟦cafe⟧”", "“cafe\u0301”"],
    ["become half an emoji", "“⟦👩⟧”", "“👩\u200D🚒”"],
    ["become part of a word", "“⟦no⟧”", "“nothing”"],
  ])("is lost when they %s", (_, before, after) => {
    const old = read(before);
    expect(reanchorQuotes(old.text, after, old.spans)).toEqual({ moved: [], lost: ["a"] });
  });

  it("is the one with other surroundings, when one of two like quotes goes", () => {
    const old = read("“⟦No⟧,” said Anna. “⟦No⟧,” said Berta.");
    const { moved, lost } = reanchorQuotes(old.text, "“No,” said Berta.", old.spans);
    expect(lost).toEqual(["a"]);
    expect(moved).toEqual([{ id: "b", start: 1, end: 3 }]);
  });

  it.each([
    ["empty", 2, 2],
    ["outside the text", 0, 99],
    ["backwards", 3, 1],
  ])("is lost when it is %s", (_, start, end) => {
    expect(reanchorQuotes("abc def", "abc def", [{ id: "a", start, end }]).lost).toEqual(["a"]);
  });
});

describe("whatever the edit", () => {
  const text = fc.array(fc.constantFrom("no", " ", "stay", "“", "”", "e\u0301", "🏁", ".", "港"), { maxLength: 30 });

  it("keeps every word of a moved quote, and cuts no character", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (one, other, from, to) => {
        const [oldText, newText] = [one.join(""), other.join("")];
        const start = one.slice(0, from % (one.length + 1)).join("").length;
        const end = one.slice(0, to % (one.length + 1)).join("").length;
        const { moved, lost } = reanchorQuotes(oldText, newText, [{ id: "a", start, end }]);
        expect(moved.length + lost.length).toBe(1);
        for (const span of moved) {
          expect(newText.slice(span.start, span.end)).toBe(oldText.slice(start, end));
          expect(isCharacterBoundary(newText, span.start) && isCharacterBoundary(newText, span.end)).toBe(true);
        }
      }),
    );
  });

  it("moves a quote by exactly the text that was added before it", () => {
    fc.assert(
      fc.property(text, text, (front, rest) => {
        const oldText = `${rest.join("")} “We stay here.” ${rest.join("")}`;
        const start = oldText.indexOf("We stay");
        const added = `${front.join("")} `;
        const { moved } = reanchorQuotes(oldText, added + oldText, [{ id: "a", start, end: start + 12 }]);
        expect(moved[0]?.start).toBe(start + added.length);
      }),
    );
  });

  it("finds quotes in a long paragraph of one word", () => {
    const oldText = "no ".repeat(30_000);
    const spans = [0, 300, 60_000].map((start, index) => ({ id: String(index), start, end: start + 2 }));
    expect(reanchorQuotes(oldText, `no ${oldText}`, spans).lost).toEqual([]);
  });
});

describe("a boundary between characters", () => {
  it.each([
    ["ab", 1, true],
    ["e\u0301", 1, false],
    ["🏁", 1, false],
    ["👩\u200D🚒", 2, false],
    ["👩\u200D🚒", 3, false],
    ["🇫🇮🇸🇪", 2, false],
    ["🇫🇮🇸🇪", 4, true],
    ["\r\n", 1, false],
    ["", 0, true],
    ["a", 2, false],
  ])("%j at %i: %s", (text, at, expected) => {
    expect(isCharacterBoundary(text, at)).toBe(expected);
  });
});
