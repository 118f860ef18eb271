import { describe, expect, test } from "vitest";
import { detectFormat } from "../../src/formats/detect.js";
import { decodeCopy } from "../../src/encoding/decode.js";
import { type DocumentFormat } from "../../src/formats/read-document.js";
import { textFault } from "../../src/text/faults.js";
import { CopyError } from "../../src/story/fault.js";
import { readDocument } from "./documents.js";

function failureOf(format: DocumentFormat, content: string): CopyError {
  try {
    readDocument(format, content);
  } catch (error) {
    if (error instanceof CopyError) return error;
    throw error;
  }
  throw new Error("The document was read although it should not have been.");
}

function nitf(declarations: string, text: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE nitf ${declarations}>\n<nitf><body><body.content>\n<p>${text}</p></body.content></body></nitf>`;
}

describe("what is refused is refused with its line and one sentence", () => {
  const bomb = '[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]';
  const cases: readonly (readonly [string, DocumentFormat, string, number, string])[] = [
    ["an entity bomb", "NITF", nitf(bomb, "&c;"), 4, "not expanded"],
    [
      "an external entity",
      "NITF",
      nitf('[<!ENTITY x SYSTEM "file:///etc/hostname">]', "Text &x; here"),
      4,
      "not expanded",
    ],
    [
      "an entity with the name of a character, which the document declares as something else",
      "NITF",
      nitf('[<!ENTITY image SYSTEM "quay.jpg"> <!ENTITY lang "&image;">]', "Text &lang; here"),
      4,
      "the entity &lang; of its own",
    ],
    [
      "an external entity in a message",
      "NEWSML_G2",
      '<!DOCTYPE newsItem [<!ENTITY x SYSTEM "http://localhost:1/">]>\n<newsItem>&x;</newsItem>',
      2,
      "not expanded",
    ],
    ["XML that is cut off", "NITF", "<nitf><body><body.content>\n<p>The quay", 2, "cut off"],
    ["XML that is broken", "NITF", "<nitf>\n<a></b></nitf>", 2, "not well-formed"],
    ["another kind of XML", "NITF", "<svg><p>Text</p></svg>", 1, "no NITF"],
    ["XML of 100,000 levels", "NITF", `<nitf>\n${"<p>".repeat(100_000)}`, 2, "deep"],
    ["HTML of 100,000 levels", "HTML", `<p>Text</p>\n${"<div>".repeat(100_000)}`, 2, "deep"],
    ["a flood of elements", "HTML", `<p>Text</p>\n${"<b></b>".repeat(250_000)}`, 2, "elements"],
    ["a page without words of a story", "HTML", "<html><body><script>let words;</script></body></html>", 1, "no text"],
    ["JSON of 100,000 levels", "NINJS", `{"a":${"[".repeat(100_000)}`, 1, "nests deeper"],
    ["JSON that is cut off", "NINJS", '{"uri":"a",\n"body_text":"The quay', 2, "cut off"],
    ["JSON of 100,000 objects within one another", "NINJS", '{"a":'.repeat(100_000), 1, "nests deeper"],
    ["a document of no item", "NINJS", "[1,2,3]", 1, "no words"],
    ["a name that XML does not end", "NITF", `<${"a".repeat(300_000)}`, 1, "not well-formed"],
    ["a CDATA section that XML does not end", "NITF", `<nitf><body><![CDATA[${"]".repeat(300_000)}`, 1, "cut off"],
    ["messages without end", "NEWSML_G2", "<newsItem>".repeat(900), 1, "cut off"],
    ["a PDF document", "HTML", "%PDF-1.7\n1 0 obj", 1, "PDF"],
    ["rich text", "HTML", "{\\rtf1\\ansi The quay", 1, "rich text"],
    ["an office document", "HTML", "\u00d0\u00cf\u0011\u00e0 words", 1, "office"],
    ["a picture", "HTML", "\u0089PNG\r\n\u001a\n words", 1, "image"],
    ["a NUL character", "HTML", "<p>The quay\n\0 opened.</p>", 2, "NUL"],
    ["a zip archive", "HTML", "PK\u0003\u0004<p>Text</p>", 1, "zip"],
    ["a wrong encoding", "HTML", `<p>${"\ufffd\ufffd text ".repeat(50)}</p>`, 1, "encoding"],
    ["a table of 6,000 rows", "HTML", "<p>Row.</p>\n".repeat(6000), 2001, "2000"],
  ];
  test.each(cases)("%s", (_, format, content, line, words) => {
    const failure = failureOf(format, content);
    expect(failure.message).toContain(words);
    expect(failure.message).toMatch(/^[^\n]+[.]$/u);
    expect(failure.line).toBe(line);
  });
});

describe("what is read is harmless", () => {
  test("an external document type is not fetched, and the characters that it names are known", () => {
    const { story } = readDocument(
      "NITF",
      nitf('SYSTEM "http://localhost:1/nitf.dtd"', "L&rsquo;&eacute;t&eacute;&nbsp;arrive."),
    );
    expect(story.elements[0]?.text).toBe("L’été arrive.");
  });

  test("a document may declare the characters that it names, in any notation", () => {
    const declared = `[<!ENTITY nbsp "&#160;"><!ENTITY hearts '&#x2665;'><!ENTITY amp "&#38;#38;">]`;
    const { story } = readDocument("NITF", nitf(declared, "Salt &amp; rope&nbsp;&hearts; &scaron;koda, 3 &lt; 4."));
    expect(story.elements[0]?.text).toBe("Salt & rope ♥ škoda, 3 < 4.");
  });

  test("scripts, styles and event handlers leave nothing", () => {
    const html = `<p onclick="steal()">Safe <a href="javascript:steal()">words</a>.<script>steal()</script><style>steal{}</style></p><svg onload="steal()"><text>steal</text></svg><template><p>steal</p></template><iframe srcdoc="<p>steal</p>"></iframe><object data="steal"></object>`;
    const { story } = readDocument("HTML", html);
    expect(JSON.stringify(story)).not.toContain("steal");
    expect(story.elements.map(({ text }) => text)).toEqual(["Safe words."]);
  });

  test("the address of a post is one of http or https, without what tracks", () => {
    const html = `<blockquote class="twitter-tweet" cite="javascript:alert(1)"><p>Words.</p>&mdash; A B (@ab) <a href="javascript:alert(1)//twitter.com/ab/status/1">May 1, 2024</a></blockquote><p>Text.</p>`;
    const post = readDocument("HTML", html).story.elements[0];
    expect(post).toMatchObject({ kind: "post", url: null });
  });

  test("characters that cannot be kept come in by no reference and no escape", () => {
    const stories = [
      readDocument("HTML", "<p>A&#1;b&#x7;&#xd800;&#x202e;c &#8238;d.</p>").story,
      readDocument("NINJS", '{"headline":"A\\u0000b","by":"\\u202eX","body_text":"A\\ud800 b\\u0001\\u2067 c."}').story,
    ];
    for (const story of stories) {
      const texts = [story.headline ?? "", story.byline ?? "", ...story.elements.map(({ text }) => text)];
      expect(texts.map(textFault)).toEqual(texts.map(() => null));
    }
  });

  test("a post that is embedded twice is read once", () => {
    const post = `<blockquote class="twitter-tweet"><p>Words.</p>&mdash; A B (@ab) <a href="https://x.com/ab/status/1">May 1, 2024</a></blockquote>`;
    expect(readDocument("HTML", `${post}<p>Text.</p>${post}`).story.elements).toHaveLength(2);
  });

  const long = "word, and more words; ".repeat(50_000);
  const floods: readonly (readonly [string, DocumentFormat, string])[] = [
    ["a megabyte in one paragraph", "HTML", `<p>${long}</p>`],
    ["a megabyte in one attribute", "HTML", `<p>Text.</p><p class="${long}">Words.</p>`],
    [
      "a megabyte in one post",
      "HTML",
      `<p>Text.</p><blockquote class="twitter-tweet">${"— a (@a) ".repeat(100_000)}</blockquote>`,
    ],
    ["a page of one megabyte on one line", "HTML", `<html><body><div>${long}</div></body></html>`],
    ["angle brackets without end", "HTML", `<p>Text.</p>${"<".repeat(500_000)}`],
    ["nested tables", "HTML", `${"<table><tr><td>".repeat(300)}${long}`],
    ["a megabyte of XML on one line", "NITF", nitf("SYSTEM 'x'", long)],
    ["quotations nested 900 deep around a megabyte", "HTML", `${"<q>".repeat(900)}${long}`],
    ["items nested 900 deep", "HTML", `${"<ul><li>".repeat(450)}${long}`],
    [
      "a thousand articles on one page",
      "HTML",
      `<html><body>${`<article><p>${long.slice(0, 900)}</p></article>`.repeat(1000)}</body></html>`,
    ],
    [
      "a megabyte in a title",
      "HTML",
      `<html><head><title>${"abc - ".repeat(160_000)}</title></head><body><p>${long.slice(0, 400)}</p></body></html>`,
    ],
    [
      "a megabyte of classes and styles",
      "HTML",
      `<p>Text.</p><p class="${"share related ".repeat(40_000)}" style="${"display : ".repeat(40_000)}">Text.</p>`,
    ],
    ["60,000 attributes", "HTML", `<p ${Array.from({ length: 60_000 }, (_, at) => `a${at}=1`).join(" ")}>Text.</p>`],
    [
      "data of a page that nest without end",
      "HTML",
      `<html><head><script type="application/ld+json">${"[".repeat(100_000)}</script></head><body><p>${long.slice(0, 400)}</p></body></html>`,
    ],
    ["a declaration of 50,000 entities", "NITF", nitf(`[${'<!ENTITY a "b">'.repeat(50_000)}]`, "Text.")],
    [
      "30,000 persons in the data",
      "NINJS",
      JSON.stringify({
        uri: "u",
        body_text: "Text.",
        people: Array.from({ length: 30_000 }, (_, at) => ({ name: `A${at} B` })),
      }),
    ],
    ["half a surrogate pair, many times", "NINJS", `{"uri":"u","body_text":"Text. ${"\\ud800 ".repeat(100_000)}"}`],
    ["directions that are never closed", "HTML", `<p>Text ${"\u202e".repeat(300_000)}</p>`],
    ["50,000 marks that nobody closes", "HTML", `<p>${"“ said ".repeat(50_000)}</p>`],
  ];
  test.each(floods)("%s is read to its end, or refused for a length that no article holds", (_, format, content) => {
    let count = 0;
    try {
      count = readDocument(format, content).story.elements.length;
    } catch (error) {
      expect(error).toMatchObject({
        code: "WIRE_COPY_UNREADABLE",
        message: expect.stringMatching(/may h(?:ave|old) at most/u),
      });
      return;
    }
    expect(count).toBeGreaterThan(0);
  });
});

describe("the bytes of a file", () => {
  const text = "<html><head><meta charset='windows-1256'></head><body><p>caf\u00e9</p>";
  test("are decoded by their mark, as UTF-8, or as the document declares", () => {
    expect(decodeCopy(new TextEncoder().encode(text))).toBe(text);
    expect(decodeCopy(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(text);
    expect(decodeCopy(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><nitf>é</nitf>', "latin1"))).toContain(
      "é",
    );
    expect(
      decodeCopy(Buffer.concat([Buffer.from("<meta charset=windows-1256>"), Buffer.from([0xe3, 0xd1])])),
    ).toContain("مر");
    expect(() => decodeCopy(Buffer.from("caf\u00e9", "latin1"))).toThrow(/names no encoding; it may be in/);
    expect(() => decodeCopy(Buffer.concat([Buffer.from("<meta charset=nonsense>"), Buffer.from([0xe3])]))).toThrow(
      /encoding/,
    );
  });
});

test("detecting the format reads the beginning alone, and never fails", () => {
  for (const start of ["<", "<!--", "<!DOCTYPE [", "<?xml", "{", "[{", '{"', "<a ".repeat(10), "\0"]) {
    expect(typeof detectFormat(start.repeat(100_000))).toBe("string");
  }
});
