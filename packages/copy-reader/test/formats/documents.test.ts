import { describe, expect, test } from "vitest";
import { type DocumentFormat } from "../../src/formats/read-document.js";
import { BODY_HTML, PARAGRAPHS, TEXTS, read, readDocument, storyWith, summaryOf, warningsOf } from "./documents.js";

function nitf({ docdata = "", head = "", content = "" }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" xml:lang="en-GB">
<head><title>ice</title><meta name="priority" content="r"/><tobject tobject.type="news"><tobject.subject tobject.subject.refnum="17000000" tobject.subject.type="Weather"/></tobject>
<docdata management-status="usable"><doc-id id-string="CN20260211-7" regsrc="CN"/><urgency ed-urg="4"/><date.issue norm="20260211T080000Z"/>${docdata}<doc.copyright holder="Coast News" year="2026"/><identified-content><person>Ilse Harrow</person><org>Ostwick Ferries</org></identified-content></docdata>
<pubdata type="print" date.publication="20260212T000000Z"/><revision-history name="as" function="writer-author" norm="20260211T080000Z"/></head>
<body><body.head><hedline><hl1 id="a">Ice closes harbour of Ostwick</hl1><hl2>Ferries wait for the thaw</hl2></hedline>
<byline>By <person>Ann Smith</person><byttl>Staff Writer</byttl></byline><distributor>Coast News</distributor>
<dateline><location><city>Ostwick</city>, <state>Maine</state></location>, <story.date norm="20260210T120000Z">Feb 10</story.date></dateline>${head}<abstract><p>Ferries wait.</p></abstract></body.head>
<body.content>${content}</body.content><body.end><tagline>Edited by Jim Bell</tagline></body.end></body></nitf>`;
}

describe("NITF", () => {
  const block = `<block style="dateline"><p>${PARAGRAPHS[0]?.replace("Ostwick", "<location>Ostwick</location>").replace(" and ", " <!-- -->and ")}</p><p><![CDATA[“We saw the ice coming and could do nothing,” ]]><person>harbour master Edna Quill</person> said on Tuesday. “It closed the pier within an hour.”</p></block>`;
  const media = `<media media-type="image"><media-reference source="x.jpg"/><media-caption>The pier.</media-caption><media-producer>Ann Smith</media-producer></media>`;
  const rest = `<hl2>No ice-breaker near</hl2>${media}<block><p>The nearest ice-breaker lies in a dock forty-two miles to the south, <person gender="female">Ilse Harrow</person> said.</p></block>`;

  test("3.4 of full size", () => {
    const expected = {
      ownId: "nitf:CN:CN20260211-7",
      byline: "By Ann Smith, Staff Writer",
      place: "Ostwick, Maine",
      date: "2026-02-10",
    };
    expect(summaryOf(nitf({ content: block + rest }))).toEqual(storyWith(expected));
    const { story } = read(nitf({ content: block + rest }));
    expect(story.dateline?.agency).toBe("Coast News");
    expect(story.persons.map(({ name }) => name)).toEqual(expect.arrayContaining(["Edna Quill", "Ilse Harrow"]));
    expect(story.elements[2]).toMatchObject({ role: "subhead" });
    expect(story.standfirst).toBe("Ferries wait.");
    expect(story.warnings).toEqual([expect.stringContaining("has the summary “Ferries wait for the thaw”")]);
  });

  test("has functions of persons as their roles", () => {
    const content = `<p>The ice broke, <person>Tom Reed <function>pilot</function></person> told <person><function>the mayor</function> Sue Park</person>.</p>`;
    const { persons } = read(nitf({ content })).story;
    expect(persons.find(({ name }) => name === "Tom Reed")?.role).toBe("pilot");
  });

  test("with tables, lists and quotations keeps each row and item", () => {
    const content = `<p>Three ports closed:</p><ul><li>Ostwick</li><li>Malden</li></ul><table><tr><th>Port</th><th>Ships</th></tr><tr><td>Ostwick</td><td>12</td></tr></table><bq><block><p>“It closed within an hour.”</p></block><credit>Edna Quill</credit></bq><p>She said <q>never again</q> on Tuesday.</p>`;
    expect(read(nitf({ content })).story.elements.map(({ text }) => text)).toEqual([
      "Three ports closed:",
      "Ostwick",
      "Malden",
      "Port | Ships",
      "Ostwick | 12",
      "“It closed within an hour.”",
      "She said “never again” on Tuesday.",
    ]);
  });

  test("reports notes, later releases and rights as warnings", () => {
    const docdata = `<date.release norm="20260212T060000Z"/><ed-msg info="Adds quotes"/><doc.rights>Not for print</doc.rights>`;
    const reported = warningsOf(nitf({ docdata, content: block }));
    for (const words of ["20260212T060000Z", "Adds quotes", "Not for print"]) expect(reported).toContain(words);
  });

  test("of two stories is refused with the line of the second", () => {
    const one = "<nitf><body><body.content><p>Text.</p></body.content></body></nitf>";
    expect(() => readDocument("NITF", `<batch>\n${one}\n${one}</batch>`)).toThrow("2 stories");
  });

  test("with a prefix for its namespace is read the same", () => {
    const content = `<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en"><n:body><n:body.head><n:hedline><n:hl1>Ice</n:hl1></n:hedline></n:body.head><n:body.content><n:p>${PARAGRAPHS[0]}</n:p></n:body.content></n:body></n:nitf>`;
    expect(read(content).story).toMatchObject({ headline: "Ice", elements: [{ text: PARAGRAPHS[0] }] });
  });
});

function newsItem({ meta = "", item = "", content = "", guid = "urn:newsml:coast.example:20260211:7" }): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="3" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
<rightsInfo><copyrightHolder literal="CN"><name>Coast News</name></copyrightHolder><copyrightNotice>© 2026</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="CN"/><versionCreated>2026-02-11T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/><title>ice</title>${item}</itemMeta>
<contentMeta><urgency>4</urgency><contentCreated>2026-02-10T12:00:00Z</contentCreated><located qcode="c:1"><name xml:lang="en">Ostwick</name><broader><name>Maine</name></broader></located><by>By Ann Smith</by><headline>Ice closes harbour of Ostwick</headline><language tag="en-GB"/>
<subject type="cpnat:person" qcode="p:1"><name role="nrol:short">Quill</name><name role="nrol:full">Edna Quill</name></subject><subject type="cpnat:abstract" qcode="medtop:17000000"><name>Weather</name></subject>${meta}</contentMeta>
<partMeta partid="a"><role qcode="x:main"/></partMeta><partMeta partid="b"><role qcode="x:aside"/></partMeta>
<contentSet>${content}</contentSet></newsItem>`;
}

function wrapInMessage(...items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-02-11T08:00:01Z</sent><sender>coast.example</sender></header><itemSet>${items.join("")}</itemSet></newsMessage>`;
}

describe("NewsML-G2", () => {
  const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>ice</title></head><body>${BODY_HTML}</body></html></inlineXML>`;
  const bodies: readonly (readonly [string, string])[] = [
    ["XHTML", xhtml],
    [
      "NITF",
      `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>${BODY_HTML.replace("h2>", "hl2>").replace("</h2", "</hl2")}</body.content></body></nitf></inlineXML>`,
    ],
    ["HTML in a CDATA section", `<inlineData contenttype="text/html"><![CDATA[${BODY_HTML}]]></inlineData>`],
    [
      "escaped HTML",
      `<inlineData contenttype="text/html">${BODY_HTML.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</inlineData>`,
    ],
    [
      "XHTML as data",
      `<inlineData contenttype="application/xhtml+xml"><![CDATA[<html><body>${BODY_HTML}</body></html>]]></inlineData>`,
    ],
    ["plain text", `<inlineData contenttype="text/plain">${TEXTS.join("\n\n")}</inlineData>`],
    ["plain text beside XHTML", `<inlineData contenttype="text/plain">Ferries wait.</inlineData>${xhtml}`],
    ["a remote rendition beside it", `<remoteContent href="x.jpg"/>${xhtml}`],
  ];
  const expected = {
    ownId: "urn:newsml:coast.example:20260211:7",
    byline: "By Ann Smith",
    place: "Ostwick",
    date: null,
  };
  test.each(bodies)("with %s", (_, content) => {
    expect(summaryOf(newsItem({ content }))).toEqual(storyWith(expected));
    expect(summaryOf(wrapInMessage(newsItem({ content })))).toEqual(storyWith(expected));
  });

  test("with a prefix for its namespace is read the same", () => {
    const prefixed = newsItem({ content: `<inlineData>${TEXTS.join("\n\n")}</inlineData>` })
      .replace("xmlns=", "xmlns:nar=")
      .replace(/<(\/?)([a-zA-Z])/gu, "<$1nar:$2");
    expect(summaryOf(prefixed)).toEqual(storyWith(expected));
  });

  test("takes the person's full name, and a definition as the role", () => {
    const meta = `<subject type="cpnat:person"><name>Ilse Harrow</name><definition>owner of the fish market</definition></subject>`;
    const { persons } = read(newsItem({ meta, content: xhtml })).story;
    expect(persons.find(({ name }) => name === "Ilse Harrow")?.role).toBe("owner of the fish market");
    expect(persons.some(({ name }) => name === "Edna Quill")).toBe(true);
  });

  test("reports embargo, status and notes as warnings", () => {
    const item = "<embargoed>2026-02-12T06:00:00Z</embargoed><edNote>Adds quotes</edNote>";
    const content = newsItem({ item, content: xhtml })
      .replace("stat:usable", "stat:withheld")
      .replace("<copyrightNotice>", "<usageTerms>Not for print</usageTerms><copyrightNotice>");
    for (const words of ["2026-02-12T06:00:00Z", "stat:withheld", "Adds quotes", "Not for print"])
      expect(warningsOf(content)).toContain(words);
    expect(warningsOf(newsItem({ content: xhtml }))).toBe("");
  });

  test("with a story beside pictures is that story; with two stories, or none, it is refused", () => {
    const picture = newsItem({ guid: "urn:p", content: '<remoteContent href="x.jpg"/>' });
    expect(summaryOf(wrapInMessage(picture, newsItem({ content: xhtml })))).toEqual(storyWith(expected));
    expect(() => read(wrapInMessage(newsItem({ content: xhtml }), newsItem({ content: xhtml })))).toThrow("2 stories");
    expect(() => read(wrapInMessage(picture))).toThrow("no text");
    const pack =
      '<packageItem guid="x"><itemMeta/><groupSet root="r"><group id="r"><itemRef residref="urn:1"/></group></groupSet></packageItem>';
    expect(() => read(pack)).toThrow("only refers");
    expect(() => readDocument("NEWSML_G2", "<conceptItem/>")).toThrow("concept item");
  });
});

describe("a document that is cut off", () => {
  const whole: readonly (readonly [DocumentFormat, string])[] = [
    ["NINJS", JSON.stringify({ uri: "u", headline: "Ice", body_html: BODY_HTML })],
    [
      "NITF",
      nitf({ content: BODY_HTML.replaceAll("h2>", "hl2>").replaceAll("&ldquo;", "“").replaceAll("&rdquo;", "”") }),
    ],
    ["NEWSML_G2", newsItem({ content: `<inlineData>${TEXTS.join("\n\n")}</inlineData>` })],
  ];
  test.each(whole)("%s is refused wherever it ends", (format, content) => {
    expect(readDocument(format, content).story.elements.length).toBeGreaterThan(2);
    for (let length = 40; length < content.length - 1; length += 97)
      expect(() => readDocument(format, content.slice(0, length))).toThrow(
        /cut off|no NITF|no NewsML|not well-formed/u,
      );
  });

  test("HTML is read as far as it goes", () => {
    for (let length = 160; length < BODY_HTML.length; length += 41)
      expect(readDocument("HTML", BODY_HTML.slice(0, length)).story.elements.length).toBeGreaterThan(0);
  });
});
