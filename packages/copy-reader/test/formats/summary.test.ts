import { describe, expect, test } from "vitest";
import { read } from "./documents.js";

const LEAD = "The lock keepers of Wold met on Tuesday and spoke for two hours about the gates that ice had bent.";
const NEXT = "The gates will be lifted out of the water in the spring, the authority said on Tuesday evening.";
const SUMMARY = "Ice has bent the gates of Wold, and keepers want them lifted before the floods come.";
const BODY = `<p>${LEAD}</p><p>${NEXT}</p>`;

function nitf(head: string, docdata = ""): string {
  return `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>Gates bent</hl1></hedline>${head}</body.head><body.content>${BODY}</body.content></body></nitf>`;
}

function ninjs(more: object): string {
  return JSON.stringify({ uri: "urn:wold:7", type: "text", headline: "Gates bent", body_html: BODY, ...more });
}

function newsml(content: string, item = ""): string {
  return `<newsItem><itemMeta>${item}</itemMeta><contentMeta><headline>Gates bent</headline><language tag="en"/>${content}</contentMeta><contentSet><inlineXML><html><body>${BODY}</body></html></inlineXML></contentSet></newsItem>`;
}

function page(head: string): string {
  return `<!doctype html><html lang="en"><head><title>Gates bent</title>${head}</head><body><article><h1>Gates bent</h1>${BODY}</article></body></html>`;
}

const ldJson = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Gates bent", ...data })}</script>`;

describe("the sender's summary becomes the standfirst", () => {
  test.each([
    ["NITF abstract", nitf(`<abstract><p>${SUMMARY}</p></abstract>`)],
    ["NITF second headline", nitf("").replace("</hl1>", `</hl1><hl2>${SUMMARY}</hl2>`)],
    ["ninjs 1 description", ninjs({ description_text: SUMMARY })],
    [
      "ninjs 3 description",
      ninjs({
        descriptions: [
          { role: "caption", value: "A gate." },
          { role: "text", value: SUMMARY },
        ],
      }),
    ],
    ["ninjs 3 summary", ninjs({ bodies: [{ role: "summary", contentType: "text/html", value: `<p>${SUMMARY}</p>` }] })],
    ["NewsML-G2 description", newsml(`<description role="drol:summary">${SUMMARY}</description>`)],
    ["og:description", page(`<meta property="og:description" content="${SUMMARY}">`)],
    ["JSON-LD description", page(ldJson({ description: SUMMARY }))],
  ])("of %s", (_, content) => {
    const { standfirst, proposals, elements } = read(content).story;
    expect(standfirst).toBe(SUMMARY);
    expect(proposals.find(({ path }) => path === "standfirst")?.value).toBe(SUMMARY);
    expect(elements.map(({ text }) => text)).toEqual([LEAD, NEXT]);
  });

  test.each([
    ["the lead", LEAD],
    ["a part of the lead", LEAD.slice(0, 60)],
    ["a lead that is cut off", `${LEAD.slice(0, 61)}…`],
    ["the lead in markup", `<b>${LEAD}</b>`],
    ["the headline", "Gates bent"],
  ])("but not where it is %s", (_, summary) => {
    const { standfirst, warnings, elements } = read(ninjs({ description_text: summary })).story;
    expect([standfirst, warnings]).toEqual([null, []]);
    expect(elements.map(({ text }) => text)).toEqual([LEAD, NEXT]);
  });

  test("and one that differs from the lead in a word is only quoted", () => {
    const { standfirst, warnings } = read(ninjs({ description_text: LEAD.replace("two", "three") })).story;
    expect(standfirst).toBeNull();
    expect(warnings.join()).toContain("spoke for three hours");
  });

  test("and one of which the text says a sentence is only quoted", () => {
    const { standfirst, warnings } = read(nitf(`<abstract><p>${LEAD}</p><p>More is to come.</p></abstract>`)).story;
    expect(standfirst).toBeNull();
    expect(warnings.join()).toContain("More is to come.");
  });

  test("and a second one is quoted in a warning", () => {
    const story = read(
      nitf(`<abstract><p>${SUMMARY}</p></abstract>`).replace("</hl1>", "</hl1><hl2>Floods are near</hl2>"),
    ).story;
    expect(story.standfirst).toBe(SUMMARY);
    expect(story.warnings.join()).toContain("has the summary “Floods are near”, which is not in the draft");
  });

  test.each([
    "The Wold Courier has brought you news since 1887.",
    "Ice has bent the gates of Wold, and keepers want …",
  ])("but what may be that of a site or is cut off is only quoted: %s", (description) => {
    const { standfirst, warnings } = read(page(`<meta property="og:description" content="${description}">`)).story;
    expect(standfirst).toBeNull();
    expect(warnings.join()).toContain(`The page is described as “${description}”`);
  });

  test("of an item without a body is its text", () => {
    const { standfirst, elements } = read(ninjs({ body_html: undefined, description_text: SUMMARY })).story;
    expect([standfirst, elements.map(({ text }) => text)]).toEqual([null, [SUMMARY]]);
  });
});

describe("the sender's subjects become topics", () => {
  test.each([
    [
      "ninjs 3",
      ninjs({
        subjects: [
          { name: "Canals", uri: "x:1" },
          { name: "canals" },
          { literal: "04000" },
          { name: "Ice &amp; snow" },
        ],
      }),
    ],
    ["ninjs 1", ninjs({ subject: [{ name: "Canals", code: "1" }, { name: "Ice & snow" }] })],
    [
      "NewsML-G2",
      newsml(
        '<subject type="cpnat:abstract" qcode="m:1"><name xml:lang="de">Kanäle</name><name xml:lang="en-GB">Canals</name></subject><subject qcode="m:2"><name>Ice &amp; snow</name></subject><subject type="cpnat:person"><name>Ines Varga</name></subject><subject type="cpnat:geoArea"><name>Wold</name></subject>',
      ),
    ],
    [
      "NITF",
      nitf(
        "",
        '<tobject><tobject.subject tobject.subject.type="Transport" tobject.subject.matter="Canals"/></tobject><docdata><identified-content><classifier type="subject" value="Ice &amp; snow"/><person>Ines Varga</person></identified-content></docdata>',
      ),
    ],
    [
      "JSON-LD",
      page(
        ldJson({
          about: [
            { "@type": "Thing", name: "Canals" },
            { "@type": "Person", name: "Ines Varga" },
            { name: "Ice & snow" },
          ],
        }),
      ),
    ],
  ])("of %s", (_, content) => {
    const { topics, proposals } = read(content).story;
    expect(topics).toEqual(["Canals", "Ice & snow"]);
    expect(proposals.find(({ path }) => path === "topics[1]")?.value).toBe("Ice & snow");
  });
});

describe("every note to editors is quoted", () => {
  const long = `Check the name of the second gate. ${"It is not sure. ".repeat(30)}`.trim();
  test.each([
    ["ninjs", ninjs({ ednotes: ["Adds a name.", { value: long }] })],
    ["NewsML-G2", newsml("", `<edNote>Adds a name.</edNote><edNote>${long}</edNote>`)],
    ["NITF", nitf("", `<docdata><ed-msg info="Adds a name."/><ed-msg info="${long}"/></docdata>`)],
  ])("of %s", (_, content) => {
    expect(read(content).story.warnings).toEqual(
      expect.arrayContaining([
        "The sender notes to editors: “Adds a name.”.",
        `The sender notes to editors: “${long}”.`,
      ]),
    );
  });
});
