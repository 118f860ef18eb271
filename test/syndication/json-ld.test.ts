import { describe, expect, it } from "vitest";
import { toJson } from "../../src/syndication/json.js";
import { renderJsonLd } from "../../src/syndication/json-ld.js";
import { article, english, paragraph, persian, post, site } from "./articles.js";
import { hostile } from "./hostile.js";

const linked = (subject = english) => JSON.parse(toJson(renderJsonLd(subject, site)));

describe("schema.org linked data", () => {
  it("contains the properties of a NewsArticle", () => {
    expect(linked()).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: english.headline,
      description: english.standfirst,
      datePublished: "2026-09-05T09:00:00.000Z",
      dateModified: "2026-09-06T07:15:00.000Z",
      inLanguage: "en",
      dateline: "PORT LANTERN, Sept. 5",
      author: [
        { "@type": "Person", name: "Mara Quill" },
        { "@type": "Organization", name: "Coast Desk" },
      ],
      publisher: { "@type": "NewsMediaOrganization", name: "The Lantern Post", url: "https://lantern.example/" },
      wordCount: 164,
    });
    expect(linked().articleBody).toMatch(/^The third quay .*did not answer a call\.$/su);
  });

  it("contains the article's site, its speakable parts, and its machine-readable file", () => {
    expect(linked()).toMatchObject({
      isPartOf: { "@type": "WebSite", name: "The Lantern Post", url: "https://lantern.example/" },
      speakable: { cssSelector: ["h1", ".standfirst"] },
      encoding: {
        contentUrl: "https://lantern.example/articles/harbour-opens.json",
        encodingFormat: "application/json",
      },
    });
    expect(linked(article()).speakable.cssSelector).toEqual(["h1"]);
  });

  it("marks a draft as one, and omits absent values", () => {
    expect(linked(article({ isPublished: false })).creativeWorkStatus).toBe("Draft");
    const empty = linked(article({ body: [] }));
    const absent = ["creativeWorkStatus", "articleBody", "about", "mentions", "correction", "hasPart", "citation"];
    for (const property of absent) expect(empty).not.toHaveProperty(property);
  });

  it("names the publisher as author if no author is named", () => {
    expect(linked(article()).author["@type"]).toBe("NewsMediaOrganization");
  });

  it("contains for every quote its speaker in the office of that day, its day and its source", () => {
    const [first, second, third, fourth, fifth] = linked().hasPart;
    expect(first).toMatchObject({
      "@type": "Quotation",
      "@id": `${english.url}#quo_1AAAAAAAAAAAAAAAAAAAAA`,
      text: "Every boat counts, and every hand on it,",
      creator: { name: "Odile Marn", jobTitle: "Mayor of Port Lantern" },
      spokenByCharacter: { "@id": "urn:uuid:a1d8a578-0000-0000-0000-000000000000" },
      dateCreated: "2026-09-04",
      recordedAt: { "@type": "Event", name: "Post on the eve of the opening" },
      isBasedOn: { "@type": "SocialMediaPosting", "@id": "urn:uuid:d4000000-0000-0000-0000-000000000000" },
      keywords: [{ termCode: "DIRECT" }, { termCode: "EXACT", name: "Word for word as in the source" }],
    });
    expect(second).not.toHaveProperty("isBasedOn");
    expect(third).toMatchObject({ inLanguage: "es", keywords: [{}, { termCode: "ALTERED" }] });
    expect(fourth).not.toHaveProperty("creator");
    expect(fourth).toMatchObject({ spokenByCharacter: { name: "Tomás Veil" }, keywords: [{ termCode: "INDIRECT" }] });
    expect(fourth.keywords).toHaveLength(1);
    expect(fifth).not.toHaveProperty("spokenByCharacter");
  });

  it("contains for every post its author, day, words, hash and archive", () => {
    const [own, source] = linked().citation;
    expect(own).toMatchObject({
      "@type": "SocialMediaPosting",
      "@id": linked().hasPart[0].isBasedOn["@id"],
      author: { name: "Odile Marn", alternateName: "@odile.example" },
      datePublished: "2026-09-04T17:20:00.000Z",
      articleBody: "Every boat counts, and every hand on it.",
      archivedAt: {
        "@type": "WebPage",
        url: `${english.url}#pst_1AAAAAAAAAAAAAAAAAAAAA`,
        dateCreated: "2026-09-04T19:00:00.000Z",
      },
      isPartOf: { "@type": "WebSite", name: "Bluesky" },
    });
    expect(source).toMatchObject({ datePublished: "2026-09-03", creativeWorkStatus: "Deleted", inLanguage: "es" });
  });

  it("contains for a post without words no words, no hash and no copy", () => {
    const json = toJson(renderJsonLd(article({ body: [post({ text: "" })] }), site));
    expect(json).toContain('"SocialMediaPosting"');
    expect(json).not.toMatch(/"articleBody":"",?"inLanguage"|SHA-256|archivedAt/u);
  });

  it("contains for every correction its text and its moment", () => {
    expect(linked().correction).toMatchObject([
      { "@type": "CorrectionComment", name: "Correction", datePublished: "2026-09-06T07:15:00.000Z" },
      { "@type": "CorrectionComment", text: "The guild has since received the council’s letter." },
    ]);
    expect(linked(persian).correction[0].name).toBe("اصلاحیه");
  });

  it("calls a later change of the text a modification, and an earlier one not", () => {
    const later = article({ updatedAt: "2026-09-07T00:00:00.000Z" });
    expect(linked(later).dateModified).toBe("2026-09-07T00:00:00.000Z");
    expect(linked(article()).dateModified).toBe("2026-09-05T09:00:00.000Z");
  });
});

describe("toJson", () => {
  it("writes nothing that could end a script element, a comment or a line of script", () => {
    const json = toJson(renderJsonLd(hostile, site));
    expect(json).not.toMatch(/[<>&\u2028\u2029]/u);
    expect(JSON.parse(json).headline).toContain("</script><script>alert(1)</script> <!-- ]]> &");
  });

  it("drops halves of surrogate pairs and control characters, and keeps the rest", () => {
    expect(JSON.parse(toJson({ text: "a\uD800b\u0000c\n\t🧨\u2028d" }))).toEqual({ text: "abc\n\t🧨\u2028d" });
  });

  it("indents when asked", () => {
    expect(toJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
  });
});

it("an article whose source is not among its posts names none", () => {
  const lost = paragraph("It is so.", [{ text: "It is so", sourceId: "pst_goneAAAAAAAAAAAAAAAAAA", verdict: "EXACT" }]);
  expect(linked(article({ body: [lost] })).hasPart[0]).not.toHaveProperty("isBasedOn");
});
