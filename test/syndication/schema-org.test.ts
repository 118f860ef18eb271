import { describe, expect, it } from "vitest";
import { toJson } from "../../src/syndication/json.js";
import { renderJsonLd } from "../../src/syndication/json-ld.js";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import { article, english, persian, post, site } from "./articles.js";
import { HOSTILE, hostile } from "./hostile.js";
import { findAll, readPage } from "./read-xml.js";
import { faultsOfLinkedData, KNOWN_TYPES } from "./schema-org.js";

const cases = {
  english,
  persian,
  hostile,
  bare: article(),
  empty: article({ body: [] }),
  "unnamed platform's": article({ body: [post({ platform: "OTHER", authorHandle: null, postedAt: null })] }),
};

describe("linked data by the vocabulary of schema.org", () => {
  it.each(Object.entries(cases))("of the %s article has types, properties and values that it knows", (_, subject) => {
    const linked = JSON.parse(toJson(renderJsonLd(subject, { ...site, title: subject === hostile ? HOSTILE : "T" })));
    expect(faultsOfLinkedData(linked)).toEqual([]);
  });

  it.each(Object.entries(cases))("of the %s article is the same in its reading page", (_, subject) => {
    const [script] = findAll(readPage(renderReadingPage(subject, site)), "script");
    const linked: unknown = JSON.parse(script?.text ?? "");
    expect(faultsOfLinkedData(linked)).toEqual([]);
    expect(linked).toEqual(JSON.parse(toJson(renderJsonLd(subject, site))));
  });
});

describe("the check", () => {
  const linked = JSON.parse(toJson(renderJsonLd(english, site)));

  it("knows the whole vocabulary", () => {
    expect(KNOWN_TYPES).toBeGreaterThan(900);
  });

  it.each([
    ["a type that does not exist", { "@type": "NewsStory" }, "NewsStory"],
    ["a property of another type", { spokenByCharacter: { "@type": "Person" } }, "no property of NewsArticle"],
    [
      "a node of another type than the property takes",
      { correction: { "@type": "Person", name: "A" } },
      "$.correction",
    ],
    ["a moment that is none", { datePublished: "yesterday" }, "$.datePublished"],
    ["a text that is empty", { headline: "" }, "$.headline"],
    ["an address that runs script", { url: "javascript:alert(1)" }, "$.url"],
    ["a fault deep inside", { hasPart: [{ "@type": "Quotation", recordedIn: { "@type": "Event" } }] }, "recordedIn"],
    ["a context that is not schema.org's", { "@context": "https://schema.example" }, "$.@context"],
  ])("finds %s", (_, wrong, fault) => {
    expect(faultsOfLinkedData({ ...linked, ...wrong }).join("\n")).toContain(fault);
  });
});
