import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Mark,
  normaliseMarks,
  parseParagraphHtml,
  reanchorMarks,
  renderParagraphHtml,
} from "../../src/marked-text/html.js";

const link = (start: number, end: number, href = "https://example.org/"): Mark => ({ kind: "link", start, end, href });
const strong = (start: number, end: number): Mark => ({ kind: "strong", start, end });
const emphasis = (start: number, end: number): Mark => ({ kind: "emphasis", start, end });

describe("reading HTML", () => {
  it.each([
    ["plain text", "The harbour", "The harbour", []],
    ["emphasis", "<em>a</em> b <i>c</i>", "a b c", [emphasis(0, 1), emphasis(4, 5)]],
    ["strong", "<strong>a</strong> b <b>c</b>", "a b c", [strong(0, 1), strong(4, 5)]],
    ["a link", '<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", [link(0, 1, "https://example.org/?a=1&b=2")]],
    ["nesting", "<b>a<i>b</i></b>", "ab", [strong(0, 2), emphasis(1, 2)]],
    ["wrong nesting", "<b>a<i>b</b>c</i>", "abc", [strong(0, 2), emphasis(1, 2)]],
    ["touching marks", "<b>a</b><b>b</b> <b>c</b>", "ab c", [strong(0, 4)]],
    ["a mark on white space", "a<b> </b>b", "a b", []],
    ["white space in a mark", "a<b> b </b>c", "a b c", [strong(2, 3)]],
    ["white space", " a \n\t b ", "a b", []],
    ["no-break spaces", "a&nbsp;&#160;b", "a\u00A0\u00A0b", []],
    ["line breaks", "a<br> b<br/><br>c<br>", "a\nb\n\nc", []],
    ["blocks", "<p>a</p>\n<p>b</p><ul><li>c<li>d</ul>", "a\nb\nc\nd", []],
    ["references", "&lt;b&gt; &amp;amp; &#x1F3C1; &eacute;", "<b> &amp; 🏁 é", []],
    ["loose angle brackets", "1 < 2 > 0", "1 < 2 > 0", []],
    ["unknown elements", "<font color=red>a</font><custom-x>b</custom-x>", "ab", []],
    ["comments", "a<!-- <b>x</b> -->b", "ab", []],
    [
      "a plain wrapper of Google Docs",
      '<b style="font-weight:normal">a <span style="font-weight:700">b</span></b>',
      "a b",
      [strong(2, 3)],
    ],
    [
      "bold and italic letters of CSS",
      '<span style="font-weight:bold;font-style:italic">a</span>',
      "a",
      [strong(0, 1), emphasis(0, 1)],
    ],
    [
      "a redirect of Google",
      '<a href="https://www.google.com/url?q=https://b.example/c%3Fd&amp;sa=D">x</a>',
      "x",
      [link(0, 1, "https://b.example/c?d")],
    ],
    ["struck and inserted words", "a <del>b</del><ins>c</ins><s>d</s><strike>e</strike>", "a c", []],
    ["words that CSS strikes out", 'a<span style="text-decoration:underline line-through">b</span>', "a", []],
    ["struck paragraphs", "a<del><p>b</p></del><p>c</p>", "a\nc", []],
    ["raised digits", "10<sup>5</sup> m<sup>2</sup> 7<sup>th</sup>", "10⁵ m² 7th", []],
    ["raised letters that are emphasised", "a<em>b<sup>2</sup></em>", "ab²", [emphasis(1, 3)]],
    ["lowered digits", "CO<sub>2</sub>", "CO₂", []],
    [
      "marks of notes",
      'seen.<sup><a href="#n1">1</a></sup> Then<a href="#n2"><sup>2</sup></a> it',
      "seen. Then it",
      [],
    ],
    [
      "a number that Word writes",
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>a</p>",
      "a",
      [],
    ],
    [
      "settings and tags of Word",
      '<xml><w:View>Normal</w:View></xml><p>a <st1:place w:st="on">b</st1:place></p>',
      "a b",
      [],
    ],
  ])("reads %s", (_, html, text, marks) => {
    expect(parseParagraphHtml(html)).toEqual({ text, marks });
  });

  it.each([
    ["a script", "a<script>alert(1)</script>b", "ab"],
    ["a style", "a<style>p{}</style>b", "ab"],
    ["a javascript link", '<a href="javascript:alert(1)">a</a>', "a"],
    ["a disguised javascript link", '<a href="java&#10;script:alert(1)">a</a>', "a"],
    ["a data link", '<a href="data:text/html,x">a</a>', "a"],
    ["a mail link", '<a href="mailto:a@example.org">a</a>', "a"],
    ["a relative link", '<a href="/a">a</a><a href="//b.example">b</a>', "ab"],
    ["a handler", '<b onclick="x()">a</b>', "a"],
    ["an image", 'a<img src=x onerror="x()">b', "ab"],
    ["foreign content", "a<svg><a href='https://example.org/'>x</a></svg>b", "ab"],
    ["a frame", "a<iframe src=x>y</iframe>b", "ab"],
  ])("keeps nothing of %s but its text", (_, html, text) => {
    const content = parseParagraphHtml(html);
    expect(content.text).toBe(text);
    expect(content.marks.filter((mark) => mark.kind === "link")).toEqual([]);
  });

  it.each([
    ["elements nested without end", "<b>".repeat(30_000)],
    ["closing tags without end", `${"<i>".repeat(15_000)}${"</b>".repeat(15_000)}`],
    ["angle brackets without end", "<".repeat(50_000)],
    ["comments without end", "<!--".repeat(20_000)],
  ])("reads %s", (_, html) => {
    expect(renderParagraphHtml(parseParagraphHtml(html).text, [])).not.toMatch(/<(?!br>)/u);
  });

  it("keeps four hundred line breaks with the marks between them", () => {
    expect(parseParagraphHtml("<b>a</b>b<br>".repeat(400)).marks).toHaveLength(400);
  });
});

describe("rendering", () => {
  it.each([
    ["text", `<b>"it's" & more`, [], "&lt;b&gt;&quot;it&#39;s&quot; &amp; more"],
    ["a line break", "a\nb", [], "a<br>b"],
    ["a link", "ab", [link(0, 1)], '<a href="https://example.org/" rel="noopener">a</a>b'],
    ["overlapping marks", "abc", [emphasis(0, 2), strong(1, 3)], "<em>a</em><strong><em>b</em>c</strong>"],
    [
      "a link over others",
      "abc",
      [strong(0, 2), link(1, 3)],
      '<strong>a</strong><a href="https://example.org/" rel="noopener"><strong>b</strong>c</a>',
    ],
    [
      "two links on one word",
      "abc",
      [link(0, 2), link(1, 3, "https://b.example/")],
      '<a href="https://example.org/" rel="noopener">ab</a><a href="https://b.example/" rel="noopener">c</a>',
    ],
    ["an unsafe link", "a", [link(0, 1, "javascript:alert(1)")], "a"],
    [
      "a link that tries to break out",
      "a",
      [link(0, 1, 'https://example.org/"><script>')],
      '<a href="https://example.org/%22%3E%3Cscript%3E" rel="noopener">a</a>',
    ],
    ["marks outside the text", "ab", [strong(1, 99), emphasis(-5, 1), strong(2, 2)], "<em>a</em><strong>b</strong>"],
    ["half an emoji", "🏁a", [strong(1, 3)], "🏁<strong>a</strong>"],
  ])("renders %s", (_, text, marks, html) => {
    expect(renderParagraphHtml(text, marks)).toBe(html);
  });
});

const character = fc.constantFrom(
  "a",
  "b",
  "<",
  "&",
  ">",
  '"',
  "'",
  "\n",
  " ",
  "\u00A0",
  "é",
  "e\u0301",
  "🏁",
  "港",
  ";",
  "&amp;",
  "<b>",
  "لا",
);
const text = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(""));
const offset = fc.integer({ min: -2, max: 50 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({
    kind: fc.constant("link" as const),
    start: offset,
    end: offset,
    href: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  }),
  fc.record({ kind: fc.constantFrom("emphasis" as const, "strong" as const), start: offset, end: offset }),
);

/** Text as it is after its white space was collapsed the way HTML does. */
const collapsed = text.map((raw) =>
  raw
    .replace(/ +/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/^[ \n]+|[ \n]+$/gu, ""),
);

describe("rendering and reading again", () => {
  it("results in the same text and the same marks", () => {
    fc.assert(
      fc.property(collapsed, fc.array(mark, { maxLength: 8 }), (text, marks) => {
        const again = parseParagraphHtml(renderParagraphHtml(text, marks));
        expect(again).toEqual({ text, marks: normaliseMarks(text, marks) });
      }),
      { numRuns: 500 },
    );
  });

  it("collapses white space only, and then changes nothing more", () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 8 }), (text, marks) => {
        const once = parseParagraphHtml(renderParagraphHtml(text, marks));
        expect(once.text.replace(/[ \n]/gu, "")).toBe(text.replace(/[ \n]/gu, ""));
        expect(parseParagraphHtml(renderParagraphHtml(once.text, once.marks))).toEqual(once);
      }),
    );
  });

  it("lets no markup through but its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(mark), (text, marks) => {
        const rest = renderParagraphHtml(text, marks).replace(
          /<a href="[^"<>]*" rel="noopener">|<\/?(?:strong|em)>|<\/a>|<br>/gu,
          "",
        );
        expect(rest).not.toMatch(/[<>"']/u);
      }),
    );
  });
});

describe("normal marks", () => {
  it("stay as they are", () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 8 }), (text, marks) => {
        const normal = normaliseMarks(text, marks);
        expect(normaliseMarks(text, normal)).toEqual(normal);
      }),
    );
  });
});

describe("marks in an edited text", () => {
  it("move with their words and go with them", () => {
    const marks = [strong(4, 11), link(12, 17), emphasis(18, 22)];
    expect(reanchorMarks("The harbour stays open", "Here the harbour always stays shut", marks)).toEqual([
      strong(9, 16),
      link(24, 29),
    ]);
  });

  it("stay on the same one of two like words", () => {
    expect(reanchorMarks("no and no", "well, no and no", [strong(7, 9)])).toEqual([strong(13, 15)]);
  });
});
