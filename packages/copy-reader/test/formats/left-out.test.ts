import { describe, expect, test } from "vitest";
import { read } from "./documents.js";

const OPENING = "The lock keepers of Wold met on Tuesday and spoke for two hours about the gates that ice had bent.";
const ENDING = "The gates will be lifted out of the water in the spring, the authority said on Tuesday evening.";

/** The texts between the two paragraphs of a page, and its warnings. */
function innerOf(inner: string, after = ""): { readonly texts: readonly string[]; readonly warnings: string } {
  const { elements, warnings } = read(
    `<!doctype html><html lang="en"><head><title>Gates bent</title></head><body><article><h1>Gates bent</h1><p>${OPENING}</p>${inner}<p>${ENDING}</p>${after}</article></body></html>`,
  ).story;
  const texts = elements.map(({ text }) => text).filter((text) => text !== OPENING && text !== ENDING);
  return { texts, warnings: warnings.join("\n") };
}

const a = (text: string): string => `<a href="https://wold.example/x">${text}</a>`;

describe("struck words stay out and inserted ones stay", () => {
  test.each([
    ["The keeper <del>left</del><ins>stayed</ins> at the lock.", "The keeper stayed at the lock.", "left"],
    ["The keeper <s>left</s> stayed at the lock.", "The keeper stayed at the lock.", "left"],
    ["The keeper <strike>left</strike> stayed at the lock.", "The keeper stayed at the lock.", "left"],
    [
      'The keeper <span style="text-decoration: line-through">left</span> stayed at the lock.',
      "The keeper stayed at the lock.",
      "left",
    ],
  ])("%s", (html, text, struck) => {
    const { texts, warnings } = innerOf(`<p>${html}</p>`);
    expect(texts).toEqual([text]);
    expect(warnings).toContain(`strikes out were left out: “${struck}” (line 1)`);
  });

  test("also whole paragraphs, headlines and standards", () => {
    expect(innerOf("<del><p>Nobody came to the lock.</p></del>").texts).toEqual([]);
    const nitf = `<nitf><body><body.content><p>${OPENING} <del>Gone</del></p></body.content></body></nitf>`;
    expect(read(nitf).story.elements.map(({ text }) => text)).toEqual([OPENING]);
    expect(read(nitf).story.warnings.join()).toContain("“Gone”");
    expect(read(`<h1>Gates <del>break</del> bend</h1><p>${OPENING}</p><p>${ENDING}</p>`).story.headline).toBe(
      "Gates bend",
    );
  });
});

describe("of paragraphs and lists that are links alone", () => {
  const sentence = "Four keepers said they had warned the authority of the ice in the first days of January.";
  test("sentences stay", () => {
    const { texts, warnings } = innerOf(`<p>${a(sentence)}</p>`);
    expect(texts).toEqual([sentence]);
    expect(warnings).toBe("");
  });

  test("lists stay where an item is a sentence or the text goes on behind them", () => {
    expect(innerOf(`<ul><li>${a(sentence)}</li><li>${a("Survey of the gates")}</li></ul>`).texts).toHaveLength(2);
    expect(
      innerOf(`<ol><li>${a("The survey of the gates")}</li><li>${a("The log of January")}</li></ol>`).texts,
    ).toEqual(["The survey of the gates", "The log of January"]);
  });

  test.each([
    ["<p>Read more: LINK</p>", "Ice closes the canal at Ardle"],
    ["<p><strong>Related</strong></p><ul><li>LINK</li></ul>", "Ice closes the canal at Ardle."],
  ])("announced pointers stay out: %s", (inner, title) => {
    const { texts, warnings } = innerOf(inner.replace("LINK", a(title)));
    expect(texts).toEqual([]);
    expect(warnings).toBe("");
  });

  test("titles that nothing announces stay out with a warning that quotes them", () => {
    const { texts, warnings } = innerOf(
      `<p>${a("Ice closes the canal at Ardle")}</p>`,
      `<ul><li>${a("Ships wait at Ardle for ice")}</li></ul>`,
    );
    expect(texts).toEqual([]);
    expect(warnings).toContain(
      "Links that seem to lead to other stories were left out: “Ice closes the canal at Ardle”",
    );
    expect(warnings).toContain("“Ships wait at Ardle for ice”");
  });
});

test("a box of sentences beside the text stays out with a warning that quotes it", () => {
  const box = "The lock of Wold was built in 1906. It was closed by ice in 1929, in 1963 and in the winter of 1987.";
  const { texts, warnings } = innerOf(`<aside><p>${box}</p></aside>`);
  expect(texts).toEqual([]);
  expect(warnings).toContain(`A box beside the text was left out: “${box}”`);
});

test("sentences behind the heading of comments stay out with a warning that quotes the first", () => {
  const comment = "I have lived beside this lock for thirty years and never saw such ice.";
  const { texts, warnings } = innerOf(
    "",
    `<h3>Comments</h3><p>${comment}</p><p>So have I, and my father before me.</p>`,
  );
  expect(texts).toEqual([]);
  expect(warnings).toContain(`beginning with: “${comment}”`);
});
