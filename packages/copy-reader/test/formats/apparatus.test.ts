import { describe, expect, test } from "vitest";
import { readDocument } from "./documents.js";

const textsOf = (html: string) => readDocument("HTML", html).story.elements.map(({ text }) => text);

describe("the marks of notes are no part of the words", () => {
  const marks = [
    '<sup><a href="#note-1">1</a></sup>',
    '<a href="#fn1"><sup>1</sup></a>',
    '<sup><a href="https://coast.example/lock#cite-12">[12]</a></sup>',
    '<sup><a href="#n1">1</a>, <a href="#n2">2</a></sup>',
    '<a role="doc-noteref" href="#n1">*</a>',
    '<sup><a href="#n1">۳</a></sup>',
  ];
  test.each(marks)("%s", (mark) => {
    expect(textsOf(`<p>The wall of the lock is nine metres high.${mark} It was built in a year.</p>`)).toEqual([
      "The wall of the lock is nine metres high. It was built in a year.",
    ]);
  });

  const words = [
    ["nine m<sup>2</sup> of ice", "nine m² of ice"],
    ['the <a href="#lock">lock</a> holds', "the lock holds"],
    ['the 1<sup><a href="#first">st</a></sup> ship', "the 1st ship"],
  ] as const;
  test.each(words)("but words are: %s", (html, text) => {
    expect(textsOf(`<p>They saw ${html} on Tuesday morning.</p>`)).toEqual([`They saw ${text} on Tuesday morning.`]);
  });

  test("notes that lead back go with their heading, and other lists stay", () => {
    const notes =
      '<section><h2>Notes</h2><ol><li id="n1"><a href="#r1">↑</a> The book of the lock, page 4.</li></ol></section>';
    const list = '<ol><li id="a">First the gate.</li><li id="b">Then the <a href="#a">gate</a> behind it.</li></ol>';
    expect(textsOf(`<p>The lock of Port Malden holds, they said.</p>${list}${notes}`)).toEqual([
      "The lock of Port Malden holds, they said.",
      "First the gate.",
      "Then the gate behind it.",
    ]);
  });
});

describe("a post that a page shows as a figure is a post", () => {
  const signature =
    '<figcaption><p><b>Lock Warden</b> <bdi>@lockwarden</bdi> · X · <time datetime="2026-09-04T17:20:00Z">4 September</time> · <a href="https://x.com/lockwarden/status/4">Original</a></p><p>Kept on <time datetime="2026-09-05">5 September</time>.</p></figcaption>';
  const signed = {
    kind: "post",
    platform: "X",
    url: "https://x.com/lockwarden/status/4",
    authorName: "Lock Warden",
    authorHandle: "@lockwarden",
    postedOn: "2026-09-04",
  };
  test.each([
    ["<blockquote><p>The lock<br>holds.</p></blockquote>", "The lock\nholds."],
    ["", ""],
  ])("%s", (quotation, text) => {
    const html = `<p>The lock of Port Malden holds, they said.</p><figure>${quotation}${signature}</figure>`;
    expect(readDocument("HTML", html).story.elements[1]).toMatchObject({ ...signed, text });
  });

  test("and a picture with a link below it is none", () => {
    const html = `<p>The lock of Port Malden holds, they said.</p><figure><img src="lock.jpg" alt="">${signature}</figure>`;
    expect(textsOf(html)).toEqual(["The lock of Port Malden holds, they said."]);
  });
});
