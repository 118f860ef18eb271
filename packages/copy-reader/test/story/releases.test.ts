import { describe, expect, it } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

const HEADLINE = "Harbour Works to Reopen Quay at Port Malden";
const TEXT = "PORT MALDEN, Feb. 11, 2026 -- The quay will open again in spring, Harbour Works said on Wednesday.";
const BODY = "The quay will open again in spring, Harbour Works said on Wednesday.";

describe("the frame of a release", () => {
  it.each([
    ["Source: Harbour Works Ltd", "MEDIA RELEASE PR41207"],
    ["MEDIA RELEASE PR41207", "SOURCE: Harbour Works Ltd"],
    ["FOR IMMEDIATE RELEASE"],
    ["For immediate release: February 11, 2026"],
    ["PRESS RELEASE No. 12/2026"],
    ["Pressemitteilung Nr. 7-26"],
    ["Communiqué de presse n° 31"],
    ["NEWS RELEASE", "Media contact: Mara Ellison, Harbour Works"],
    ["*** PRESS RELEASE ***"],
  ])("stays out of headline and text: %s", (...lines) => {
    const story = readPlainCopy([...lines, HEADLINE, "", TEXT].join("\n\n"));
    expect(story.headline).toBe(HEADLINE);
    expect(story.elements.map(({ text }) => text)).toEqual([BODY]);
    expect(story.dateline).toMatchObject({ place: "PORT MALDEN", date: "2026-02-11" });
  });

  it("names its sender in a warning, so that no word is lost", () => {
    const { warnings } = readPlainCopy(["Source: Harbour Works Ltd", HEADLINE, TEXT].join("\n\n"));
    expect(warnings).toContain("A line above the text names the sender: “Source: Harbour Works Ltd”.");
  });

  it.each([
    "EMBARGOED UNTIL 00:01 ON 3 MARCH 2031",
    "FOR RELEASE AT 6 A.M. ON 3 MARCH 2031",
    "HOLD UNTIL 3 MARCH 2031",
  ])("holds the story: %s", (line) => {
    const story = readPlainCopy([line, HEADLINE, TEXT].join("\n\n"));
    expect(story.headline).toBe(HEADLINE);
    expect(story.hold).toContain(line);
    expect(story.heldUntil).toBe("2031-03-04T12:00:00.000Z");
  });

  it("is not seen in a sentence that begins alike", () => {
    const first = "Source: the harbour office, which published the figures on Monday and explained them at length.";
    const story = readPlainCopy([HEADLINE, BODY, first].join("\n\n"));
    expect(story.elements.map(({ text }) => text)).toEqual([BODY, first]);
  });
});

describe("a dateline behind bullets", () => {
  const bullets = (count: number, mark: string): string[] =>
    Array.from({ length: count }, (_, at) => `${mark} Point ${at + 1} of the harbour board`);

  it.each([
    [1, "*"],
    [3, "*"],
    [9, "•"],
    [30, "-"],
    [4, "--"],
  ])("is read behind %i of them with the mark %s", (count, mark) => {
    const story = readPlainCopy([HEADLINE, ...bullets(count, mark), TEXT].join("\n\n"));
    expect(story.headline).toBe(HEADLINE);
    expect(story.dateline).toMatchObject({ place: "PORT MALDEN", date: "2026-02-11" });
    expect(story.elements).toHaveLength(count + 1);
    expect(story.elements.at(-1)?.text).toBe(BODY);
  });

  it("is read behind a line and bullets", () => {
    const story = readPlainCopy([HEADLINE, "* First point", "* Second point", "By Mara Ellison", TEXT].join("\n\n"));
    expect(story).toMatchObject({ headline: HEADLINE, byline: "By Mara Ellison", dateline: { place: "PORT MALDEN" } });
  });
});
