import { describe, expect, it } from "vitest";
import { directionOf } from "../../src/draft/language.js";
import { CorrectionKind } from "../../src/revision/revision.type.js";
import { type Notice, renderNoticePage } from "../../src/syndication/notice-page.js";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import type { SyndicatedArticle } from "../../src/syndication/syndicated.js";
import { article, english, persian, post, site } from "./articles.js";
import { HOSTILE, hostile } from "./hostile.js";
import { faultsOfPage } from "./validate-page.js";

const languages = ["ar", "de", "en", "es", "fa", "fr", "ja"];
const inLanguage = (language: string): SyndicatedArticle => ({
  ...english,
  language,
  direction: directionOf(language),
  corrections: Object.values(CorrectionKind).map((kind) => ({
    kind,
    note: "So.",
    correctedAt: "2026-09-06T07:15:00.000Z",
  })),
});
const cases: Record<string, SyndicatedArticle> = {
  "a hostile article": hostile,
  "an article with the least": article(),
  "an article without a body": article({ body: [] }),
  "an article from the right": persian,
  "a draft": { ...english, isPreview: true, isPublished: false },
  "an article in a language without words of the page": inLanguage("he"),
  "a post in an unknown language": article({ body: [post({ language: null, url: null })] }),
};

describe("the rules of HTML and of accessibility hold for", () => {
  it.each(languages)("an article with everything in %s", async (language) => {
    expect(await faultsOfPage(renderReadingPage(inLanguage(language), site))).toEqual([]);
  });

  it.each(Object.entries(cases))("%s", async (_, subject) => {
    expect(await faultsOfPage(renderReadingPage(subject, site))).toEqual([]);
    expect(await faultsOfPage(renderReadingPage(subject, { ...site, title: HOSTILE, language: "fa" }))).toEqual([]);
  });

  it.each([...languages, "he"])("every notice in %s", async (language) => {
    const notices: readonly Notice[] = [
      { kind: "GONE", reason: HOSTILE, killedAt: "2026-09-06T07:15:00.000Z" },
      { kind: "MISSING" },
      { kind: "MOVED", address: "https://lantern.example/articles/%D8%A8.html" },
    ];
    for (const notice of notices) {
      expect(await faultsOfPage(renderNoticePage(notice, { ...site, language }))).toEqual([]);
    }
  });
});

describe("the check finds", () => {
  const page = renderReadingPage(english, site);

  it.each([
    ["a heading that is left out", "<h2", "<h4", "heading-level"],
    ["an element that is not closed", "</figure>", "", "close-order"],
    ["an id that stands twice", 'id="par_2AAAAAAAAAAAAAAAAAAAAA"', 'id="par_1AAAAAAAAAAAAAAAAAAAAA"', "no-dup-id"],
    [
      "a link without words",
      /<a href="#pst_1AAAAAAAAAAAAAAAAAAAAA">.*?<\/a>/u,
      '<a href="#pst_1AAAAAAAAAAAAAAAAAAAAA"></a>',
      "wcag/h30",
    ],
    ["a page without its language", 'lang="en"', "", "element-required-attributes"],
    ["a block in a paragraph", '<p class="standfirst">', '<p class="standfirst"><div></div>', "no-implicit-close"],
    ["two places of one name", / – Update"/u, ' – Correction"', "unique-landmark"],
  ])("%s", async (_, right, wrong, rule) => {
    expect(page).toMatch(right);
    expect((await faultsOfPage(page.replace(right, wrong))).join("\n")).toContain(rule);
  });
});
