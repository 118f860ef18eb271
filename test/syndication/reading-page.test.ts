import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderReadingPage } from "../../src/syndication/reading-page.js";
import { READING_PAGE_STYLE, readingPagePolicy } from "../../src/syndication/reading-page.style.js";
import type { SyndicatedArticle } from "../../src/syndication/syndicated.js";
import { article, english, paragraph, persian, post, site } from "./articles.js";
import { hostile } from "./hostile.js";
import { type XmlElement, findAll, readPage, wholeText } from "./read-xml.js";

const read = (subject: SyndicatedArticle): XmlElement => readPage(renderReadingPage(subject, site));

/** Every element of a page with the attribute. */
function withAttribute(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.attributes[name] === undefined ? [] : [child]),
    ...withAttribute(child, name),
  ]);
}

const cases = { english, persian, hostile, bare: article(), empty: article({ body: [] }) };

describe("every reading page", () => {
  it.each(Object.entries(cases))("of the %s article is well-formed and holds no forbidden character", (_, subject) => {
    const page = renderReadingPage(subject, site);
    expect(() => readPage(page)).not.toThrow();
    expect(page).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{NChar}]/u);
    expect(page).toBe(renderReadingPage(subject, site));
  });

  it.each(Object.entries(cases))("of the %s article uses each id once and links to ids that exist", (_, subject) => {
    const page = read(subject);
    const ids = withAttribute(page, "id").map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    const inner = withAttribute(page, "href").flatMap(({ attributes }) => attributes["href"] ?? []);
    for (const href of inner.filter((href) => href.startsWith("#"))) expect(ids).toContain(href.slice(1));
    for (const { attributes } of withAttribute(page, "aria-labelledby")) {
      expect(ids).toContain(attributes["aria-labelledby"]);
    }
  });

  it.each(Object.entries(cases))("of the %s article runs nothing and loads nothing", (_, subject) => {
    const page = read(subject);
    expect(findAll(page, "script").map(({ attributes }) => attributes["type"])).toEqual(["application/ld+json"]);
    for (const name of ["img", "iframe", "object", "embed", "form"]) expect(findAll(page, name)).toEqual([]);
    expect(withAttribute(page, "src")).toEqual([]);
    expect(withAttribute(page, "style")).toEqual([]);
    expect(withAttribute(page, "onclick")).toEqual([]);
    for (const link of findAll(page, "link")) expect(["canonical", "alternate"]).toContain(link.attributes["rel"]);
    for (const { attributes } of withAttribute(page, "href")) expect(attributes["href"]).toMatch(/^(https?:|#)/u);
  });
});

describe("the reading page", () => {
  it("is described, structured and skippable", () => {
    const page = read(english);
    expect(page.attributes).toEqual({ lang: "en", dir: "ltr" });
    expect(findAll(page, "title")[0]?.text).toBe(`${english.headline} – The Lantern Post`);
    expect(findAll(page, "h1").map((one) => wholeText(one))).toEqual([english.headline]);
    expect(findAll(page, "h2").map((one) => wholeText(one))).toEqual([
      "Quoted in this article",
      "Sources of the quotes",
    ]);
    expect(findAll(page, "a")[0]?.attributes).toMatchObject({ href: "#article", class: "skip" });
    expect(findAll(page, "main")[0]?.children.map(({ name }) => name)).toEqual(["article"]);
  });

  it("links to its other formats and to the feeds, and describes itself for link previews", () => {
    const page = read(english);
    const links = findAll(page, "link").map(({ attributes }) => [
      attributes["rel"],
      attributes["type"],
      attributes["href"],
    ]);
    const at = "https://lantern.example";
    expect(links).toEqual([
      ["canonical", undefined, `${at}/articles/harbour-opens.html`],
      ["alternate", "application/json", `${at}/articles/harbour-opens.json`],
      ["alternate", "application/ld+json", `${at}/articles/harbour-opens.jsonld`],
      ["alternate", "application/rss+xml", `${at}/feed.rss`],
      ["alternate", "application/atom+xml", `${at}/feed.atom`],
      ["alternate", "application/feed+json", `${at}/feed.json`],
    ]);
    const metas = findAll(page, "meta").map(({ attributes }) => attributes);
    expect(metas).toContainEqual({ property: "og:title", content: english.headline });
    expect(metas).toContainEqual({ property: "og:url", content: english.url });
    expect(metas).not.toContainEqual(expect.objectContaining({ name: "robots" }));
  });

  it("of a draft is marked as one, for readers and for search engines", () => {
    const page = read(article({ isPreview: true, isPublished: false }));
    expect(wholeText(page)).toContain("Draft: not published");
    expect(findAll(page, "meta").map(({ attributes }) => attributes)).toContainEqual({
      name: "robots",
      content: "noindex, nofollow",
    });
  });

  it("of the preview of a text that readers see is hidden from search engines and not called a draft", () => {
    const page = read(article({ isPreview: true, isPublished: true }));
    expect(wholeText(page)).not.toContain("Draft");
    const metas = findAll(page, "meta").map(({ attributes }) => attributes);
    expect(metas).toContainEqual({ name: "robots", content: "noindex, nofollow" });
  });

  it("names its two places of changes by what they hold", () => {
    expect(findAll(read(english), "aside").map(({ attributes }) => attributes["aria-label"])).toEqual([
      "Changes to this article – Correction",
      "Changes to this article – Update",
    ]);
  });

  it("shows its address in print", () => {
    expect(
      findAll(read(english), "p").find(({ attributes }) => attributes["class"] === "address")?.children,
    ).toMatchObject([{ name: "bdi", text: english.url }]);
  });

  it("shows when it was published and last changed, for machines and for readers", () => {
    const facts = findAll(read(english), "time").slice(0, 2);
    expect(facts.map(({ attributes }) => attributes["datetime"])).toEqual([
      "2026-09-05T09:00:00.000Z",
      "2026-09-06T07:15:00.000Z",
    ]);
    expect(facts.map((one) => wholeText(one))[0]).toContain("September 5, 2026");
    expect(renderReadingPage(article(), site)).not.toContain("Updated");
  });

  it("puts a correction before the text and an update after it", () => {
    const page = renderReadingPage(english, site);
    const places = ["berths as fourteen", 'class="text"', "since received the council", "Quoted in this article"];
    const found = places.map((place) => page.indexOf(place, page.indexOf("<main")));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });

  it("lists every quote with its words, speaker, office, day, occasion, verdict and differences", () => {
    const items = findAll(read(english), "ol")[0]?.children.map((one) => wholeText(one)) ?? [];
    expect(items).toHaveLength(5);
    for (const words of ["Every boat counts", "Odile Marn", "Mayor of Port Lantern", "September 4, 2026"]) {
      expect(items[0]).toContain(words);
    }
    expect(items[0]).toContain("Word for word as in the source");
    expect(items[1]).toContain("No source on file");
    expect(items[2]).toContain("Differs from the source");
    expect(items[2]).toContain("87%");
    expect(items[2]).toContain("In the source: nunca; in the quote: mañana");
    expect(items[3]).toContain("In the article’s own words");
    expect(items[4]).toContain("Speaker not named");
  });

  it("leads from each quote in the text to the list and back", () => {
    const page = read(english);
    const numbers = findAll(page, "sup").flatMap(({ children }) => children);
    expect(numbers.map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
    expect(numbers[0]?.attributes).toEqual({
      id: "in-text-quo_1AAAAAAAAAAAAAAAAAAAAA",
      href: "#quo_1AAAAAAAAAAAAAAAAAAAAA",
      "aria-label": "Quote 1",
    });
    const back = findAll(page, "li").flatMap(({ children }) => children.filter(({ name }) => name === "a"));
    expect(back.map(({ attributes }) => attributes["href"])[0]).toBe("#in-text-quo_1AAAAAAAAAAAAAAAAAAAAA");
  });

  it("leaves the text as it was written, its links and emphasis included", () => {
    const paragraphs = findAll(read(english), "p").filter(({ attributes }) => attributes["id"]?.startsWith("par_"));
    const written = english.body.flatMap((part) => (part.kind === "paragraph" ? part.text : []));
    const [first = "", ...others] = paragraphs.map((one) => wholeText(one, "sup"));
    expect([first.replace("PORT LANTERN, Sept. 5 – ", ""), ...others]).toEqual(written);
    expect(paragraphs.flatMap((one) => findAll(one, "em")).map((one) => wholeText(one))).toEqual(["third quay"]);
    expect(paragraphs.flatMap((one) => findAll(one, "a")).find(({ attributes }) => attributes["rel"])).toMatchObject({
      attributes: { href: "https://archive.lantern.example/plan?year=2017&part=3", rel: "noopener" },
      text: "The plan itself can be read in the archive.",
    });
  });

  it("marks words in another language with that language", () => {
    const page = renderReadingPage(english, site);
    expect(page).toContain('“<span lang="es" dir="ltr">El puerto no se vende. Ni hoy ni mañana.</span>”<sup>');
    expect(page).toContain('<blockquote><p><q lang="es" dir="ltr">El puerto');
  });

  it("shows posts as figures with author, handle, day and what became of them", () => {
    const [own, source] = findAll(read(english), "figure");
    expect(own?.attributes).toEqual({ id: "pst_1AAAAAAAAAAAAAAAAAAAAA" });
    const said = own ? wholeText(own) : "";
    for (const words of ["Odile Marn", "@odile.example", "Bluesky", "September 4, 2026", "unchanged there"]) {
      expect(said).toContain(words);
    }
    expect(source && findAll(source, "a")).toEqual([]);
    expect(source && wholeText(source)).toContain("since deleted there");
  });

  it("shows a post without words as a link, and no verdict on kept words", () => {
    const page = renderReadingPage(article({ body: [post({ text: "" })] }), site);
    const figure = /<figure.*?<\/figure>/su.exec(page)?.[0] ?? "";
    expect(figure).toContain('href="https://bsky.app/profile/odile.example/post/3k2"');
    expect(figure).not.toMatch(/blockquote|Kept as/u);
  });

  it("sets the direction of a post of unknown language separately", () => {
    const page = renderReadingPage(article({ body: [post({ language: null })] }), site);
    expect(page).toContain('<blockquote lang="" dir="auto" cite=');
  });
});

describe("a page written from the right", () => {
  const page = renderReadingPage(persian, site);

  it("has its direction, words, digits and calendar", () => {
    expect(page).toContain('<html lang="fa" dir="rtl">');
    expect(page).toContain("نقل‌قول‌های این مطلب");
    expect(page).toContain("شهریور ۱۴۰۵");
    expect(page).toContain(">۱</a></sup>");
    expect(page).toContain("۹۲٪");
  });

  it("isolates what is written from the left", () => {
    expect(page).toContain('«<span lang="en" dir="ltr">forty berths</span>»<sup>');
    expect(page).toContain('<blockquote lang="en" dir="ltr" cite=');
    expect(page).toContain('<span lang="en" dir="ltr"><a href="https://lantern.example/">');
  });

  it("keeps a dateline that brings its own dash", () => {
    expect(page).toContain('<span class="dateline">بندر فانوس، ۱۴ شهریور – </span>');
  });
});

describe("words of the page", () => {
  const heading = (language: string): string | undefined => {
    const body = [paragraph("“A”", [{ text: "A" }])];
    const page = read(article({ language, direction: language === "he" ? "RTL" : "LTR", body }));
    return findAll(page, "h2").map((one) => wholeText(one))[0];
  };

  it("are those of the article's language", () => {
    expect(["de", "fr-CA", "es", "ja"].map(heading)).toEqual([
      "In diesem Artikel zitiert",
      "Citations de cet article",
      "Citas de este artículo",
      "この記事で引用した発言",
    ]);
  });

  it("are English, and say so, where the page does not speak the language", () => {
    expect(heading("he")).toBe("Quoted in this article");
    const page = renderReadingPage(article({ language: "he", direction: "RTL", body: [post()] }), site);
    expect(page).toContain('<span lang="en" dir="ltr">Skip to the article</span>');
  });
});

describe("quotes that touch, nest or cross marks", () => {
  const render = (text: string, quotes: Parameters<typeof paragraph>[1], marks: Parameters<typeof paragraph>[2] = {}) =>
    renderReadingPage(
      article({ body: [paragraph(text, quotes, marks), post({ id: "pst_esAAAAAAAAAAAAAAAAAAAA", language: "es" })] }),
      site,
    );
  const foreign = { sourceId: "pst_esAAAAAAAAAAAAAAAAAAAA", verdict: "EXACT" } as const;

  it("the numbers of adjacent quotes are separate", () => {
    const page = render("«uno.»«dos.»", [
      { ...foreign, text: "uno." },
      { ...foreign, text: "dos." },
    ]);
    expect(() => readPage(page)).not.toThrow();
    expect(page).toMatch(/uno\.<\/span>»«<sup>.*?<\/sup><span lang="es" dir="ltr">dos\./u);
  });

  it("a quote within a quote in another language leaves elements nested", () => {
    const page = render("«uno dos tres»", [
      { ...foreign, id: "quo_aAAAAAAAAAAAAAAAAAAAAA", text: "uno dos tres" },
      { ...foreign, id: "quo_bAAAAAAAAAAAAAAAAAAAAA", text: "dos" },
      { ...foreign, id: "quo_cAAAAAAAAAAAAAAAAAAAAA", text: "tres" },
    ]);
    expect(() => readPage(page)).not.toThrow();
    expect(page.match(/<span lang="es"/gu)).toHaveLength(1);
  });

  it("a link that crosses the bound of a quote is closed and opened again", () => {
    const page = render("«uno dos» tres", [{ ...foreign, text: "uno dos" }], {
      marks: [{ kind: "link", start: 5, end: 14, href: "https://e.example/" }],
    });
    expect(() => readPage(page)).not.toThrow();
    expect(page.match(/<a href="https:\/\/e\.example\/"/gu)).toHaveLength(3);
  });

  // Were each quote to cost the whole text, this would take minutes, and the test would not end in its time.
  it("a million characters with ten thousand quotes are rendered in one pass", () => {
    const text = "“one” said another, and so it went on and on for long. ".repeat(20_000).slice(0, 1_000_000);
    const quotes = Array.from({ length: 10_000 }, (_, index) => ({
      id: `quo_${index}`,
      text: "one",
      start: index * 55 + 1,
      end: index * 55 + 4,
    }));
    expect(render(text, quotes).match(/<sup>/gu)).toHaveLength(10_000);
  });
});

describe("the policy of the page", () => {
  it("allows its one style by its hash and nothing else", () => {
    const [style] = /(?<=<style>).*(?=<\/style>)/su.exec(renderReadingPage(english, site)) ?? [];
    expect(style).toBe(READING_PAGE_STYLE);
    const hash = createHash("sha256")
      .update(style ?? "")
      .digest("base64");
    expect(readingPagePolicy(site.baseUrl)).toContain(`style-src 'sha256-${hash}'`);
    expect(readingPagePolicy(site.baseUrl)).not.toMatch(/unsafe|script-src/u);
  });

  it("text keeps a contrast of 4.5 to 1 on every ground, light and dark", () => {
    const themes = [...READING_PAGE_STYLE.matchAll(/:root\{([^}]+)\}/gu)].map(([, rules]) => coloursOf(rules ?? ""));
    expect(themes).toHaveLength(3);
    for (const colours of themes) {
      for (const text of ["text", "quiet", "link", "good", "care"]) {
        for (const ground of ["page", "soft"]) {
          expect(contrast(colours.get(text) ?? "", colours.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

function coloursOf(rules: string): Map<string, string> {
  return new Map([...rules.matchAll(/--(\w+):#(\w+)/gu)].map(([, name, value]) => [name ?? "", value ?? ""]));
}

/** The contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const full = colour.length === 3 ? colour.replace(/./gu, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
