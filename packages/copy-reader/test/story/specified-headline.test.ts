import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";
import { TEXT, TITLE } from "./heads-of-copy.js";
import { readDocument } from "../formats/documents.js";

describe("a specified headline replaces the copy's own", () => {
  const wanted = "Harbour shut by ice";
  const warning = `The copy's own headline “${TITLE}” was replaced by the specified one.`;
  const read = (content: string) => {
    const { headline, byline, dateline, elements, warnings } = readPlainCopy(content, { headline: wanted });
    return { headline, byline, place: dateline?.place ?? null, body: elements.map(({ text }) => text), warnings };
  };
  const body = TEXT.split("\n\n");
  const rest = { headline: wanted, byline: null, place: null, body, warnings: [warning] };

  const replaced: readonly (readonly [string, string, object])[] = [
    ["a first line", `${TITLE}\n\n${TEXT}`, {}],
    [
      "one above byline and dateline",
      `${TITLE}\n\nBy Ann Smith\n\nOSTWICK (AP) — ${TEXT}`,
      { byline: "By Ann Smith", place: "OSTWICK" },
    ],
    ["one under a slug", `BC-Ostwick-Ice,310\n${TITLE}\n\n${TEXT}`, {}],
    ["one with a label", `Headline: ${TITLE}\n\n${TEXT}`, {}],
  ];
  test.each(replaced)("%s", (_, copy, others) => {
    expect(read(copy)).toEqual({ ...rest, ...others });
  });

  const kept: readonly (readonly [string, string, readonly string[]])[] = [
    ["copy that begins with its first paragraph", TEXT, body],
    ["copy that begins with its dateline", `OSTWICK (AP) — ${TEXT}`, body],
    ["a short first sentence", `The ice came early.\n\n${TEXT}`, ["The ice came early.", ...body]],
    ["a summary above the dateline", `The ice came early.\n\nOSTWICK (AP) — ${TEXT}`, ["The ice came early.", ...body]],
    ["the specified headline itself", `${wanted}\n\n${TEXT}`, body],
  ];
  test.each(kept)("and nothing is lost of %s", (_, copy, paragraphs) => {
    const { headline, body, warnings } = read(copy);
    expect({ headline, body, warnings }).toEqual({ headline: wanted, body: paragraphs, warnings: [] });
  });

  test("in documents as well", () => {
    const page = `<html><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>${body.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;
    for (const html of [page, `<h1>${TITLE}</h1>${body.map((text) => `<p>${text}</p>`).join("")}`]) {
      const { story } = readDocument("HTML", html, { headline: wanted });
      expect([story.headline, story.elements.map(({ text }) => text), story.warnings]).toEqual([
        wanted,
        body,
        [warning],
      ]);
    }
  });
});
