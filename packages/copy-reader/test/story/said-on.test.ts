import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

function days(text: string): readonly (string | null)[] {
  const story = readPlainCopy(text, { headline: "At the harbour" });
  const quotes = story.elements.flatMap((element) => (element.kind === "paragraph" ? element.quotes : []));
  return quotes.map(({ saidOn }) => saidOn);
}

describe("the day on which words were said is read beside their speaker", () => {
  const filed = "OSTWICK, May 27, 2025 (Reuters) - ";
  const cases: readonly (readonly [text: string, day: string | null])[] = [
    ["“We stay,” Edna Quill said on Monday.", "2025-05-26"],
    ["“We stay,” Edna Quill told reporters in Ostwick late Tuesday.", "2025-05-27"],
    ["Edna Quill said Sunday that “we stay here for good.”", "2025-05-25"],
    ["On Friday, Edna Quill said: “We stay here.”", "2025-05-23"],
    ["“We stay until Friday,” Edna Quill said in a post on Thursday.", "2025-05-22"],
    ["“We stay here,” Edna Quill said on May 3, 2025.", "2025-05-03"],
    ["“We stay here,” Edna Quill said on May 3.", "2025-05-03"],
    ["“We stay here,” Edna Quill said on Nov. 20.", "2024-11-20"],
    ["“We stay here,” Edna Quill said yesterday.", "2025-05-26"],
    ["“We stay,” said Edna Quill, who plays on Friday.", null],
    ["“We stay,” Edna Quill said, adding that talks start on Friday.", null],
    ["“We stay,” Edna Quill said. She leaves next Monday.", null],
    ["“We stay,” Edna Quill said on Monday and again on Tuesday.", null],
    ["Edna Quill: “We stay until Monday.”", null],
  ];
  test.each(cases)("%s", (text, day) => {
    expect(days(filed + text)).toEqual([day]);
  });

  test("a weekday has no date where the story has none", () => {
    expect(days("“We stay,” Edna Quill said on Monday.")).toEqual([null]);
  });

  test("both halves of an interrupted quotation were said on that day", () => {
    expect(days(`${filed}“We stay,” Edna Quill said on Monday, “and we fight.”`)).toEqual(["2025-05-26", "2025-05-26"]);
  });
});
