import { describe, expect, test } from "vitest";
import { BODY_HTML, PARAGRAPHS, TEXTS, read, readDocument, storyWith, summaryOf, warningsOf } from "./documents.js";

describe("ninjs", () => {
  const common = { uri: "urn:coast.example:7", type: "text", language: "en-GB", pubstatus: "usable" };
  const headline = "Ice closes harbour of Ostwick";
  const subjects = [{ name: "Weather", rel: "about", code: "17000000" }];

  test("1.0 and 1.4 with body_html", () => {
    for (const more of [{}, { altids: { old: "x" }, profile: "text", slugline: "ice" }]) {
      const item = {
        ...common,
        ...more,
        versioncreated: "2026-02-11T08:00:00Z",
        byline: "By Ann Smith",
        headline,
        located: "Ostwick",
        subject: subjects,
        person: [{ name: "Edna Quill", rel: "about" }],
        place: [{ name: "Ostwick", rel: "about" }],
        body_html: BODY_HTML,
        description_text: "Ferries wait.",
        associations: { featuremedia: { type: "picture", headline: "The pier", body_text: "The pier in ice." } },
      };
      expect(summaryOf(JSON.stringify(item))).toEqual(
        storyWith({
          ownId: "urn:coast.example:7",
          byline: "By Ann Smith",
          place: "Ostwick",
          date: null,
        }),
      );
    }
  });

  test("2.0 with headlines and bodies", () => {
    const item = {
      ...common,
      versioncreated: "2026-02-11T08:00:00+01:00",
      by: "Ann Smith",
      headlines: [
        { role: "short", value: "Ice" },
        { role: "main", value: headline },
      ],
      bodies: [
        { role: "lead", contenttype: "text/plain", value: "Ferries wait." },
        { role: "main", contenttype: "text/html", value: `<p>OSTWICK, Feb 10 (CN) - ${BODY_HTML.slice(3)}` },
      ],
      people: [{ name: "Edna Quill", rel: "quoted", title: "Harbour Master" }],
    };
    expect(summaryOf(JSON.stringify(item))).toEqual(
      storyWith({
        ownId: "urn:coast.example:7",
        byline: "Ann Smith",
        place: "OSTWICK",
        date: "2026-02-10",
      }),
    );
    const persons = read(JSON.stringify(item)).story.persons;
    expect(persons.find(({ name }) => name === "Edna Quill")?.role).toBe("Harbour Master");
  });

  test("3.1 with names in camel case", () => {
    const item = {
      standard: { name: "ninjs", version: "3.1" },
      ...common,
      pubStatus: "usable",
      versionCreated: "2026-02-11T08:00:00Z",
      by: "Ann Smith",
      headlines: [{ value: headline }],
      bodies: [{ contentType: "text/html", value: BODY_HTML }],
      altIds: [{ role: "old", value: "7" }],
      located: "Ostwick",
      subjects,
    };
    expect(summaryOf(JSON.stringify(item))).toEqual(
      storyWith({
        ownId: "urn:coast.example:7",
        byline: "Ann Smith",
        place: "Ostwick",
        date: null,
      }),
    );
  });

  test("with XHTML, with markup in a CDATA section or escaped once too often, and in plain text", () => {
    const bodies: readonly object[] = [
      { body_xhtml: `<div xmlns="http://www.w3.org/1999/xhtml">${BODY_HTML}</div>` },
      { body_html: `<![CDATA[${BODY_HTML}]]>` },
      { body_html: BODY_HTML.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") },
      { bodies: [{ contentType: "application/xhtml+xml", value: BODY_HTML }] },
      { body_text: TEXTS.join("\n\n") },
    ];
    for (const body of bodies) {
      const item = { ...common, headline, ...body };
      expect(read(JSON.stringify(item)).story.elements.map(({ text }) => text)).toEqual(TEXTS);
    }
  });

  test("reports embargo, status, notes and terms of use as warnings", () => {
    const notices = { usageterms: "Not for use in print", ednote: "Adds quotes" };
    const old = {
      ...common,
      headline,
      body_html: BODY_HTML,
      embargoed: "2026-02-12T06:00:00Z",
      ...notices,
      pubstatus: "withheld",
    };
    const reported = warningsOf(JSON.stringify(old));
    for (const words of ["2026-02-12T06:00:00Z", "withheld", "Not for use in print", "Adds quotes"])
      expect(reported).toContain(words);
    const late = {
      ...common,
      headline,
      bodies: [{ value: BODY_HTML }],
      embargoedUntil: "2026-02-12T06:00:00Z",
      usageTerms: "Not in print",
    };
    expect(warningsOf(JSON.stringify(late))).toContain("2026-02-12T06:00:00Z");
    expect(warningsOf(JSON.stringify({ ...common, headline, body_html: BODY_HTML }))).toBe("");
  });

  test("whose text is only a description is read from it, and a picture's is not", () => {
    const item = { ...common, headline, descriptions: [{ role: "text", value: PARAGRAPHS[0] }] };
    expect(read(JSON.stringify(item)).story.elements.map(({ text }) => text)).toEqual([PARAGRAPHS[0]]);
    expect(() => read(JSON.stringify({ ...item, type: "picture" }))).toThrow('"picture"');
  });

  test("with values of other kinds than the standard's is read as far as it goes, or refused", () => {
    const odd = {
      uri: 5,
      headline: 7,
      body_text: PARAGRAPHS[0],
      by: { a: 1 },
      people: [1, { name: 4 }],
      language: 3,
      places: "x",
      headlines: [[1]],
      bodies: [1, { value: {} }],
      altids: [4],
      versioncreated: 5,
      located: { x: 1 },
    };
    expect(read(JSON.stringify(odd))).toMatchObject({ ownId: "5", story: { headline: "7", byline: null } });
    for (const content of ["null", "true", "[]", "{}", '"text"', "7", '{"headline":[]}'])
      expect(() => readDocument("NINJS", content)).toThrow(/ninjs|story|no words/u);
  });

  test("cannot reach behind its own properties", () => {
    const content = `{"__proto__":{"uri":"evil","body_text":"Evil."},"constructor":{"prototype":{"uri":"evil"}},"uri":"u","body_text":${JSON.stringify(PARAGRAPHS[0])}}`;
    expect(read(content, "NINJS").ownId).toBe("u");
    expect(Object.prototype).not.toHaveProperty("uri");
    expect(() => read('{"__proto__":{"body_text":"Evil."}}', "NINJS")).toThrow("is not ninjs");
  });
});
