import { describe, expect, it } from "vitest";
import { portraitOf } from "../../src/demo/demo.portraits.js";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import type { DemoElement, DemoFigure, DemoQuote, DemoStory } from "../../src/demo/demo.type.js";
import { checkQuoteOfKind } from "../../src/quote-check/check.js";

interface PlacedQuote {
  readonly story: DemoStory;
  readonly text: string;
  readonly quote: DemoQuote;
  /** The quote before it in the same paragraph; undefined for the first. */
  readonly before: DemoQuote | undefined;
}

const { sections, pictures, persons, posts, stories } = demoNewsroom;
const personKeys = new Set(persons.map((person) => person.key));
const postTexts = new Map(posts.map((post) => [post.key, post.text]));

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function plainText(html: string): string {
  const bare = html.replace(/<[^>]*>/g, "");
  return bare.replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => references[name] ?? whole);
}

function bodiesOf(story: DemoStory): readonly (readonly DemoElement[])[] {
  return story.correction === undefined ? [story.body] : [story.body, story.correction.before];
}

function elementsOf(story: DemoStory): readonly DemoElement[] {
  return bodiesOf(story).flat();
}

function postsIn(elements: readonly DemoElement[]): readonly string[] {
  return elements.flatMap((element) => ("post" in element ? [element.post] : []));
}

function figuresOf(story: DemoStory): readonly DemoFigure[] {
  const inBody = elementsOf(story).flatMap((element) => ("figure" in element ? element.figure : []));
  return story.lead === undefined ? inBody : [story.lead, ...inBody];
}

function quotesOf(story: DemoStory, elements: readonly DemoElement[]): readonly PlacedQuote[] {
  return elements.flatMap((element) => {
    if (!("html" in element)) return [];
    const text = plainText(element.html);
    return (element.quotes ?? []).map((quote, at, quotes) => ({ story, text, quote, before: quotes[at - 1] }));
  });
}

function standsBetweenMarks({ text, quote }: PlacedQuote): boolean {
  const start = text.indexOf(quote.words);
  if (start < 0) return false;
  const before = text.slice(0, start);
  const after = text.slice(start + quote.words.length);
  return /[“„«「]\s?$/u.test(before) && /^[.,!?;]?\s?[”“»」]/u.test(after);
}

const placedQuotes = stories.flatMap((story) => quotesOf(story, elementsOf(story)));
const published = stories.filter((story) => story.killed === undefined);

function urlsOf(story: DemoStory): readonly string[] {
  const html = elementsOf(story).map((element) => ("html" in element ? element.html : ""));
  return [...html.join("").matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
}

function distinct<Item>(items: readonly Item[]): Set<Item> {
  return new Set(items);
}

describe("every quote of the demo newsroom", () => {
  it("is in its paragraph, between quotation marks unless it is indirect", () => {
    const lost = placedQuotes.filter((placed) => {
      if (placed.quote.kind === "INDIRECT") return !placed.text.includes(placed.quote.words);
      return !standsBetweenMarks(placed);
    });

    expect(lost.map(({ story, quote }) => [story.slug, quote.words])).toEqual([]);
  });

  it("names a person and a post that exist", () => {
    const speakers = placedQuotes.flatMap(({ quote }) => quote.speaker ?? []);
    const sources = placedQuotes.flatMap(({ quote }) => quote.source ?? []);

    expect(speakers.filter((key) => !personKeys.has(key))).toEqual([]);
    expect(sources.filter((key) => !postTexts.has(key))).toEqual([]);
  });

  it("is judged by the check as the newsroom expects", () => {
    const outcomes = placedQuotes.map(({ quote }) => {
      const source = quote.source === undefined ? null : (postTexts.get(quote.source) ?? null);
      return { words: quote.words, verdict: checkQuoteOfKind(quote.kind ?? "DIRECT", quote.words, source).verdict };
    });

    const expected = placedQuotes.map(({ quote }) => ({ words: quote.words, verdict: quote.expected }));
    expect(outcomes).toEqual(expected);
  });

  it("begins after the end of the quote before it in the same paragraph", () => {
    const crossed = placedQuotes.filter(({ text, quote, before }) => {
      if (before === undefined) return false;
      return text.indexOf(quote.words) < text.indexOf(before.words) + before.words.length;
    });

    expect(crossed.map(({ story, quote }) => [story.slug, quote.words])).toEqual([]);
  });
});

describe("the demo newsroom", () => {
  it("keeps twelve published articles or more, one killed and one corrected", () => {
    expect(published.length).toBeGreaterThanOrEqual(12);
    expect(stories.filter((story) => story.killed !== undefined)).toHaveLength(1);
    expect(stories.filter((story) => story.correction !== undefined)).toHaveLength(1);
  });

  it("shows every kind and every verdict of a quote among its published articles", () => {
    const shown = published.flatMap((story) => quotesOf(story, story.body)).map(({ quote }) => quote);

    expect(distinct(shown.map((quote) => quote.kind))).toEqual(
      new Set(["DIRECT", "PARTIAL", "INDIRECT", "TRANSLATED"]),
    );
    expect(distinct(shown.map((quote) => quote.expected))).toEqual(
      new Set(["EXACT", "MARKED_EDIT", "ALTERED", "NOT_FOUND", "NOT_COMPARABLE", "UNSOURCED"]),
    );
    expect(shown.filter((quote) => quote.speaker === undefined)).not.toEqual([]);
  });

  it("speaks at least four languages, one of them from right to left", () => {
    const languages = distinct(published.map((story) => story.language));

    expect(languages.size).toBeGreaterThanOrEqual(4);
    expect(languages.has("ar") || languages.has("fa")).toBe(true);
  });

  it("quotes the same words of the same person in more than one article", () => {
    const articles = new Map<string, Set<string>>();
    for (const { story, quote } of placedQuotes) {
      if (quote.speaker === undefined) continue;
      const key = `${quote.speaker}: ${quote.words.toLowerCase().replace(/[.,]$/, "")}`;
      articles.set(key, (articles.get(key) ?? new Set()).add(story.slug));
    }

    expect([...articles.values()].filter((slugs) => slugs.size > 1).length).toBeGreaterThanOrEqual(3);
  });

  it("has at least five persons who speak in more than one article", () => {
    const spoken = [...personKeys].map((key) => {
      const own = placedQuotes.filter(({ quote }) => quote.speaker === key);
      return distinct(own.map(({ story }) => story.slug)).size;
    });

    expect(spoken.filter((count) => count > 1).length).toBeGreaterThanOrEqual(5);
  });

  it("has an article in three languages, related articles, and articles with and without authors and bylines", () => {
    const originals = published.flatMap(({ translationOf }) => translationOf ?? []);
    const kinds = published.map(({ byline, authors }) =>
      `${byline ? "byline" : ""} ${authors ? "authors" : ""}`.trim(),
    );

    expect(originals).toEqual([originals[0], originals[0]]);
    expect(published.filter(({ related }) => related !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(distinct(kinds)).toEqual(new Set(["byline", "authors", "byline authors"]));
  });

  it("shows every style of paragraph among its published articles", () => {
    const styles = published.flatMap(({ body }) => body.flatMap((element) => ("html" in element ? element.style : [])));

    expect(distinct(styles)).toEqual(new Set([undefined, "HEADING", "BULLET", "NUMBERED", "BLOCK_QUOTE"]));
  });

  it("has a published article in every section that has none below it", () => {
    const leaves = sections.filter(({ slug }) => !sections.some(({ parent }) => parent === slug));

    expect(distinct(published.map(({ section }) => section))).toEqual(new Set(leaves.map(({ slug }) => slug)));
  });

  it("holds a post that was deleted and one that was edited", () => {
    const availabilities = posts.map((post) => post.availability);

    expect(availabilities).toContain("DELETED");
    expect(availabilities).toContain("EDITED");
  });
});

describe("keys and addresses of the demo newsroom", () => {
  it("are unique, and slugs are lower-case words joined by hyphens", () => {
    expect(personKeys.size).toBe(persons.length);
    expect(postTexts.size).toBe(posts.length);
    expect(distinct(stories.map((story) => story.slug)).size).toBe(stories.length);
    for (const story of stories) expect(story.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("lead from every figure to a picture, and every picture is in a published article or a portrait", () => {
    const portraits = distinct(persons.flatMap(({ key }) => portraitOf(key) ?? []));
    const keys = pictures.map(({ key }) => key).filter((key) => !portraits.has(key));
    expect(pictures.length).toBe(keys.length + portraits.size);
    expect(portraits.size).toBeGreaterThan(3);
    const shown = distinct(published.flatMap(figuresOf).map(({ picture }) => picture));

    expect(shown).toEqual(new Set(keys));
    expect(keys).toHaveLength(shown.size);
    expect(stories.flatMap(figuresOf).filter(({ picture }) => !keys.includes(picture))).toEqual([]);
  });

  it("lead from every embedded post and every author to one that exists", () => {
    const authors = posts.flatMap((post) => post.author ?? []);
    const bodies = stories.flatMap(bodiesOf).map(postsIn);

    expect(authors.filter((key) => !personKeys.has(key))).toEqual([]);
    expect(bodies.flat().filter((key) => !postTexts.has(key))).toEqual([]);
    expect(bodies.filter((keys) => distinct(keys).size < keys.length)).toEqual([]);
  });

  it("use http and names reserved for examples", () => {
    const links = stories.flatMap(urlsOf);
    const urls = [...links, ...posts.flatMap((post) => (post.url === undefined ? [] : [post.url]))];

    expect(links.length).toBeGreaterThan(0);
    for (const url of urls) {
      expect(["http:", "https:"]).toContain(new URL(url).protocol);
      expect(new URL(url).hostname).toMatch(/(^|\.)(example|test|invalid)$|(^|\.)example\.(com|net|org)$/);
    }
  });

  it("lead from every author, translation and related article to one that exists and was published earlier", () => {
    const authors = stories.flatMap((story) => story.authors ?? []).map(({ person }) => person);
    const known = new Map(published.map(({ slug, publishedAt }) => [slug, publishedAt]));
    const late = stories.filter(({ publishedAt, related = [], translationOf }) =>
      [...related, ...(translationOf === undefined ? [] : [translationOf])].some(
        (slug) => (known.get(slug) ?? "9999") >= publishedAt,
      ),
    );

    expect(authors.filter((key) => !personKeys.has(key))).toEqual([]);
    expect(late.map(({ slug }) => slug)).toEqual([]);
  });

  it("begin every handle with @", () => {
    const handles = persons.flatMap((person) => person.accounts ?? []).map((account) => account.handle);
    const shown = posts.flatMap((post) => (post.authorHandle === undefined ? [] : [post.authorHandle]));

    for (const handle of [...handles, ...shown]) expect(handle).toMatch(/^@\S+$/);
  });
});

describe("an article of the demo newsroom", () => {
  it("has six to twelve paragraphs of running text", () => {
    const isRunningText = (element: DemoElement): boolean => "html" in element && element.style === undefined;
    const counts = stories.flatMap(bodiesOf).map((body) => body.filter(isRunningText).length);

    expect(Math.min(...counts)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });

  it("describes its pictures in its own language", () => {
    const foreign = stories.filter(({ language }) => language !== "en").flatMap(figuresOf);

    expect(foreign.length).toBeGreaterThan(5);
    expect(foreign.filter(({ alt, caption }) => alt === undefined || caption === undefined)).toEqual([]);
  });

  it("holds no markup but links and emphasis", () => {
    const html = stories.flatMap(elementsOf).map((element) => ("html" in element ? element.html : ""));
    const rest = html.map((text) => text.replace(/<a href="[^"<>]*">|<\/a>|<\/?em>|<\/?strong>/g, ""));

    expect(rest.filter((text) => /[<>]|&(?!(amp|lt|gt|quot);)/.test(text))).toEqual([]);
  });

  it("is published between May 2025 and November 2026, and corrected or killed only later", () => {
    const wrong = stories.filter(({ publishedAt, correction, killed }) => {
      const later = [correction?.correctedAt, killed?.killedAt].filter((moment) => moment !== undefined);
      return publishedAt < "2025-05" || publishedAt > "2026-12" || later.some((moment) => moment <= publishedAt);
    });

    expect(wrong.map((story) => story.slug)).toEqual([]);
  });

  it("embeds or quotes no post that was written after it was published", () => {
    const postedAt = new Map(posts.map((post) => [post.key, post.postedAt ?? post.postedOn ?? ""]));
    const early = stories.filter((story) => {
      const sources = quotesOf(story, elementsOf(story)).flatMap(({ quote }) => quote.source ?? []);
      const used = [...sources, ...postsIn(elementsOf(story))];
      return used.some((key) => (postedAt.get(key) ?? "") >= story.publishedAt);
    });

    expect(early.map((story) => story.slug)).toEqual([]);
  });
});
