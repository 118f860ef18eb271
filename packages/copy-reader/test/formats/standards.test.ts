import { describe, expect, test } from "vitest";
import { readCopy } from "../../src/read-copy.js";
import { detectFormat } from "../../src/formats/detect.js";
import { readAnyCopy, readNewsml, readNinjs, readNitf } from "./documents.js";

const NITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf xml:lang="en-GB"><head><title>ferry</title><docdata><doc-id regsrc="CN" id-string="20260211-7"/><date.issue norm="20260211T080000Z"/></docdata></head>
<body><body.head><hedline><hl1>Sorrel ferry runs again</hl1><hl2>Repairs took eleven weeks</hl2></hedline>
<byline>By <person><name.given>Edna</name.given> <name.family>Quill</name.family></person></byline>
<dateline><location>Port Malden</location>, <story.date norm="20260210">Feb 10</story.date></dateline></body.head>
<body.content><block><p>The ferry runs again from Monday, <person>Ilse Harrow</person> said&nbsp;on Tuesday.</p>
<hl2>Eleven weeks</hl2><media media-type="image"><media-caption>The quay.</media-caption></media>
<bq><block><p>“We waited long enough.”</p></block></bq><ul><li>First ship at six</li></ul></block></body.content><body.end><tagline>ends</tagline></body.end></body></nitf>`;

describe("NITF", () => {
  const parts = readNitf(NITF);

  test("has headline, byline, dateline, language and its own name", () => {
    expect(parts.headline?.value).toBe("Sorrel ferry runs again");
    expect(parts.byline?.value).toBe("By Edna Quill");
    expect(parts.dateline).toMatchObject({ text: "Port Malden, Feb 10", place: "Port Malden", date: "2026-02-10" });
    expect(parts.language?.value).toBe("en-GB");
    expect(parts.ownId).toBe("nitf:CN:20260211-7");
    expect(parts.persons.map(({ name }) => name)).toEqual(["Ilse Harrow"]);
  });

  test("has paragraphs, subheads, block quotations and lists, and no captions", () => {
    expect(parts.blocks.map((block) => [block.kind === "text" ? block.role : "", block.text])).toEqual([
      ["text", "The ferry runs again from Monday, Ilse Harrow said on Tuesday."],
      ["subhead", "Eleven weeks"],
      ["text", "“We waited long enough.”"],
      ["list", "First ship at six"],
    ]);
  });
});

function newsml(content: string): string {
  return `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:newsml:coast.example:7" version="3" xml:lang="es"><itemMeta><versionCreated>2026-02-11T08:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2026-02-11</contentCreated><located type="cpnat:poi" qcode="x:1"><name>Puerto Malden</name></located><headline>Vuelve el ferri</headline><by>Por Ana Lima</by><language tag="es"/><subject type="cpnat:person"><name>Ilse Harrow</name></subject></contentMeta>
<contentSet>${content}</contentSet></newsItem></itemSet></newsMessage>`;
}

describe("NewsML-G2", () => {
  const bodies: readonly (readonly [string, string])[] = [
    [
      "XHTML",
      '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>El ferri vuelve.</p><p>Fin.</p></body></html></inlineXML>',
    ],
    [
      "NITF",
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>El ferri vuelve.</p><p>Fin.</p></body.content></body></nitf></inlineXML>',
    ],
    ["plain data", "<inlineData>El ferri vuelve.\n\nFin.</inlineData>"],
    ["HTML data", '<inlineData contenttype="text/html"><![CDATA[<p>El ferri vuelve.</p><p>Fin.</p>]]></inlineData>'],
  ];
  test.each(bodies)("with %s as its content", (_, body) => {
    const parts = readNewsml(newsml(body));
    expect(parts.headline?.value).toBe("Vuelve el ferri");
    expect(parts.byline?.value).toBe("Por Ana Lima");
    expect(parts.language?.value).toBe("es");
    expect(parts.dateline?.place).toBe("Puerto Malden");
    expect(parts.publishedOn).toBe("2026-02-11");
    expect(parts.ownId).toBe("urn:newsml:coast.example:7");
    expect(parts.persons.map(({ name }) => name)).toEqual(["Ilse Harrow"]);
    expect(parts.blocks.map(({ text }) => text)).toEqual(["El ferri vuelve.", "Fin."]);
  });

  test("without a text, or with two stories, is refused", () => {
    expect(() => readNewsml(newsml('<remoteContent href="x.jpg"/>'))).toThrow("holds no text");
    const item = "<newsItem><contentSet><inlineData>Text.</inlineData></contentSet></newsItem>";
    expect(() => readNewsml(`<newsMessage>${item}${item}</newsMessage>`)).toThrow("2 stories");
  });
});

describe("ninjs", () => {
  const original = { headline: "الميناء يعيد فتح أبوابه", text: "أعلنت هيئة الميناء إعادة فتحه." };
  const versions: readonly (readonly [string, object])[] = [
    [
      "1.x",
      {
        uri: "urn:x:1",
        headline: original.headline,
        byline: "Ana Lima",
        body_text: original.text,
        located: "Malden",
        language: "ar",
        versioncreated: "2026-02-11T08:00:00Z",
      },
    ],
    [
      "2.x",
      {
        uri: "urn:x:1",
        headlines: [{ value: original.headline }],
        by: "Ana Lima",
        bodies: [{ contenttype: "text/html", value: `<p>${original.text}</p>` }],
        located: "Malden",
        language: "ar",
        versioncreated: "2026-02-11T08:00:00Z",
      },
    ],
    [
      "3.x",
      {
        uri: "urn:x:1",
        headlines: [
          { role: "short", value: "x" },
          { role: "main", value: original.headline },
        ],
        by: "Ana Lima",
        bodies: [
          { role: "summary", contentType: "text/html", value: "<p>x</p>" },
          { contentType: "text/plain", value: "x" },
          { contentType: "text/html", value: `<p>${original.text}</p>` },
        ],
        places: [{ name: "Malden", rel: "dateline" }],
        language: "ar",
        versionCreated: "2026-02-11T08:00:00Z",
      },
    ],
  ];
  test.each(versions)("%s", (_, item) => {
    const parts = readNinjs(JSON.stringify(item));
    expect(parts.headline?.value).toBe(original.headline);
    expect(parts.byline?.value).toBe("Ana Lima");
    expect(parts.language?.value).toBe("ar");
    expect(parts.dateline?.place).toBe("Malden");
    expect(parts.publishedOn).toBe("2026-02-11");
    expect(parts.ownId).toBe("urn:x:1");
    expect(parts.blocks.map(({ text }) => text)).toEqual([original.text]);
  });

  test("has the persons it names, with their accounts, and not its author", () => {
    const people = [
      {
        name: "Ilse Harrow",
        rel: "quoted",
        contactInfo: [{ type: "socialMedia", name: "Truth Social", value: "iharrow" }],
      },
      { name: "Ana Lima", rel: "author" },
    ];
    expect(readNinjs(JSON.stringify({ uri: "u", body_text: "Text.", people })).persons).toEqual([
      { name: "Ilse Harrow", role: null, handles: [{ platform: "TRUTH_SOCIAL", handle: "@iharrow" }] },
    ]);
  });

  test("with NITF as its body is read from it", () => {
    const parts = readNinjs(JSON.stringify({ uri: "u", bodies: [{ contentType: "text/vnd.IPTC.NITF", value: NITF }] }));
    expect(parts.headline?.value).toBe("Sorrel ferry runs again");
    expect(parts.ownId).toBe("u");
    expect(parts.blocks).toHaveLength(4);
  });

  test("of a picture, of several items, or cut off is refused", () => {
    expect(() => readNinjs('{"uri":"u","type":"picture"}')).toThrow('"picture"');
    expect(() => readNinjs('[{"uri":"a"},{"uri":"b"}]')).toThrow("2 items");
    expect(() => readNinjs('{"uri":"a",\n"body_text":"x')).toThrow("cut off");
  });
});

describe("the format of copy is recognised by its beginning", () => {
  const cases: readonly (readonly [string, string])[] = [
    [NITF, "NITF"],
    [newsml(""), "NEWSML_G2"],
    ['<nar:newsItem xmlns:nar="x" guid="y"/>', "NEWSML_G2"],
    ['\ufeff {"uri":"x"}', "NINJS"],
    ["<!DOCTYPE html><html><body>x</body></html>", "HTML"],
    ["<!-- saved --><html><body>x</body></html>", "HTML"],
    ["<p>Text.</p>", "HTML"],
    ["The ferry runs again.<br>\n<br>It is <b>safe</b>, <strong>they</strong> said.", "HTML"],
    ["PORT MALDEN (AP) - Ships < 20 metres and > 5 metres may enter.", "TEXT"],
    ["{curly} words open the text", "TEXT"],
    ["[Editor's note] words open the text", "TEXT"],
    ["Write to <edna@coast.example> for more.", "TEXT"],
    ["“The quay is safe,” she said.", "TEXT"],
  ];
  test.each(cases)("%#: %s", (content, format) => {
    expect(detectFormat(content)).toBe(format);
  });
});

describe("XML of a kind that is not read is refused by the name of its root", () => {
  const foreign: readonly (readonly [string, string, number])[] = [
    ['<?xml version="1.0"?>\n<NewsML><NewsItem><p>The quay is safe.</p></NewsItem></NewsML>', "NewsML", 2],
    [
      '<?xml version="1.0"?>\n<!-- daily -->\n<rss version="2.0"><channel><title>Quays</title></channel></rss>',
      "rss",
      3,
    ],
    ['<rss version="2.0"><channel><title>Quays</title></channel></rss>', "rss", 1],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><title>Quays</title><entry>Safe.</entry></feed>', "feed", 1],
    ['<svg xmlns="http://www.w3.org/2000/svg"><text>The quay</text></svg>\n', "svg", 1],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><p>Quays</p></rdf:RDF>', "RDF", 1],
    ['<?xml version="1.0"?><tidetable><tide>High at noon.</tide></tidetable>', "tidetable", 1],
    ['<t:tides xmlns:t="urn:tides"><t:tide>High at noon.</t:tide></t:tides>', "tides", 1],
  ];
  test.each(foreign)("%#: %s", async (content, root, line) => {
    const refused = expect.objectContaining({ code: "WIRE_COPY_UNREADABLE", line });
    const message = `The content is XML with the root element ${root}, which is not read; plain text, HTML, ninjs, NITF and NewsML-G2 are.`;
    for (const format of ["AUTO", "TEXT", "HTML"] as const) {
      expect(() => readAnyCopy({ content, format })).toThrow(refused);
      expect(() => readAnyCopy({ content, format })).toThrow(message);
    }
    expect(await readCopy({ content })).toMatchObject({ kind: "fault", line, message });
  });

  const pieces = [
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg><p>The quay is safe, she said.</p>',
    '<?xml version="1.0"?><div><p>The quay is safe, she said.</p></div>',
    "<harbour-story><p>The quay is safe, she said.</p></harbour-story>",
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The quay is safe, she said.</p></body></html>',
  ];
  test.each(pieces)("and HTML is not taken for it: %s", (content) => {
    expect(readAnyCopy({ content })).toMatchObject({
      format: "HTML",
      story: { elements: [{ text: "The quay is safe, she said." }] },
    });
  });
});
