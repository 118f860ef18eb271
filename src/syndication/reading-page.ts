import { escapeMarkup } from "../lib/escape-markup.js";
import type { CorrectionKind } from "../revision/revision.type.js";
import { type ArticleFormat, articleAddress, listAddress, type ListFormat } from "./addresses.js";
import { creditsOf } from "./credits.js";
import { languagesOf } from "./languages.js";
import { datelineHtml } from "./body.js";
import { renderBlocks } from "./body-blocks.js";
import { mediaTypeOf } from "./formats.js";
import { toJson } from "./json.js";
import { renderJsonLd } from "./json-ld.js";
import { element, openTag } from "./markup.js";
import { renderNote } from "./note.js";
import { renderPage } from "./page.js";
import { renderFigure } from "./picture.js";
import { renderPost } from "./post-figure.js";
import { renderQuotes } from "./reading-page.quotes.js";
import { renderQuotedText } from "./reading-page.text.js";
import { type SyndicatedArticle, type SyndicatedSite, modifiedAt, quotesOf } from "./syndicated.js";
import { type Voice, renderPhrase, timeOfMoment, voiceFor } from "./voice.js";

/** What readers must know before they read, and what they may learn after. */
const BEFORE: readonly CorrectionKind[] = ["RETRACTION", "CORRECTION"];
const AFTER: readonly CorrectionKind[] = ["CLARIFICATION", "UPDATE"];

const MINUTE_MS = 60_000;

/**
 * The article as one HTML page: no script runs, nothing but its pictures is loaded, and it reads and prints in
 * every direction of writing. Retractions and corrections are before the text, clarifications and updates after it;
 * then everything quoted with speaker and verdict. Serve it with `readingPagePolicy`.
 */
export function renderReadingPage(article: SyndicatedArticle, site: SyndicatedSite): string {
  const voice = voiceFor(article.language);
  const skip = element("a", { class: "skip", href: "#article" }, renderPhrase(voice, voice.wording.skip));
  const content = renderMain(article, voice);
  const head = renderHead(article, site);
  return renderPage({ language: article.language, title: article.headline, head, skip, content }, site);
}

function renderHead(article: SyndicatedArticle, site: SyndicatedSite): string[] {
  const json = toJson(renderJsonLd(article, site));
  return [
    ...(article.standfirst === null ? [] : [openTag("meta", { name: "description", content: article.standfirst })]),
    ...creditsOf(article).map(({ name }) => openTag("meta", { name: "author", content: name })),
    ...(article.isPreview ? [openTag("meta", { name: "robots", content: "noindex, nofollow" })] : []),
    ...describeCard(article, site),
    openTag("link", { rel: "canonical", href: article.url }),
    ...languagesOf(article).map(({ language, url }) =>
      openTag("link", { rel: "alternate", hreflang: language, href: url }),
    ),
    ...(["ninjs", "jsonLd"] as const).map((format) => alternate(format, articleAddress(site, article.slug, format))),
    ...(["rss", "atom", "jsonFeed"] as const).map((format) => alternate(format, listAddress(site, format), site.title)),
    ...feedsOfSection(article, site),
    element("script", { type: "application/ld+json" }, json),
  ];
}

/** The feeds of the section that the article is in. */
function feedsOfSection({ section }: SyndicatedArticle, site: SyndicatedSite): string[] {
  if (section === null) return [];
  const part = { kind: "sections", slug: section.slug } as const;
  const title = `${site.title} – ${section.name}`;
  return (["rss", "atom", "jsonFeed"] as const).map((format) =>
    alternate(format, listAddress(site, format, part), title),
  );
}

function alternate(format: ArticleFormat | ListFormat, href: string, title: string | null = null): string {
  return openTag("link", { rel: "alternate", type: mediaTypeOf(format), title, href });
}

/** What messengers and networks show when the page is shared (ogp.me). */
function describeCard(article: SyndicatedArticle, site: SyndicatedSite): string[] {
  const properties: readonly (readonly [property: string, content: string | null])[] = [
    ["og:type", "article"],
    ["og:title", article.headline],
    ["og:description", article.standfirst],
    ["og:url", article.url],
    ["og:site_name", site.title],
    ["og:image", article.leadImage?.image.full.url ?? null],
    ["og:image:width", article.leadImage ? String(article.leadImage.image.full.width) : null],
    ["og:image:height", article.leadImage ? String(article.leadImage.image.full.height) : null],
    ["og:image:alt", article.leadImage?.alt || null],
    ["article:section", article.section?.name ?? null],
    ["article:published_time", article.firstPublishedAt],
    ["article:modified_time", modifiedAt(article)],
  ];
  return properties.flatMap(([property, content]) => (content === null ? [] : openTag("meta", { property, content })));
}

function renderMain(article: SyndicatedArticle, voice: Voice): string {
  const numbers = new Map(quotesOf(article).map((quote, index) => [quote, index + 1]));
  const text = renderBlocks(article.body, {
    paragraph: (part) => ({
      attributes: { id: part.id },
      content: datelineHtml(article, part) + renderQuotedText(article, part, numbers, voice),
    }),
    other: (part) =>
      part.kind === "figure" ? renderFigure(part, "lazy", { id: part.id }) : renderPost(part, voice, { id: part.id }),
  });
  const content = [
    renderHeader(article, voice),
    renderCorrections(article, BEFORE, voice),
    article.leadImage === null ? "" : renderFigure(article.leadImage, "eager"),
    element("div", { class: "text" }, `\n${text.join("\n")}\n`),
    renderCorrections(article, AFTER, voice),
    renderQuotes(article, numbers, voice),
    renderSources(article, voice),
    element("p", { class: "address" }, element("bdi", {}, escapeMarkup(article.url))),
  ];
  return element("article", {}, `\n${content.filter((part) => part !== "").join("\n")}\n`);
}

function renderHeader(article: SyndicatedArticle, voice: Voice): string {
  const line = (name: string, className: string | null, text: string | null): string =>
    text === null || text === "" ? "" : element(name, { class: className }, escapeMarkup(text));
  const topics = article.topics.map(({ name }) => element("bdi", {}, escapeMarkup(name))).join(" · ");
  const parts = [
    article.isPublished ? "" : element("p", { class: "draft" }, renderPhrase(voice, voice.wording.draft)),
    line("p", "section", article.section?.name ?? null),
    topics === "" ? "" : element("p", { class: "topics" }, topics),
    line("h1", null, article.headline),
    line("p", "standfirst", article.standfirst),
    element(
      "div",
      { class: "facts" },
      line("p", "byline", article.byline) + renderRoles(article) + renderMoments(article, voice),
    ),
  ];
  return element("header", {}, parts.join(""));
}

/** What the authors did, where that is known of any. */
function renderRoles({ authors }: SyndicatedArticle): string {
  if (authors.every(({ role }) => role === null)) return "";
  const lines = authors.map(({ name, role }) =>
    element("bdi", {}, escapeMarkup(role === null ? name : `${name}, ${role}`)),
  );
  return element("p", { class: "roles" }, lines.join(" · "));
}

function renderMoments(article: SyndicatedArticle, voice: Voice): string {
  const { firstPublishedAt } = article;
  const lastAt = modifiedAt(article);
  const said = [renderPhrase(voice, voice.wording.published, { moment: timeOfMoment(voice, firstPublishedAt) })];
  if (Date.parse(lastAt) - Date.parse(firstPublishedAt) >= MINUTE_MS) {
    said.push(renderPhrase(voice, voice.wording.updated, { moment: timeOfMoment(voice, lastAt) }));
  }
  return element("p", {}, said.join(" · "));
}

function renderCorrections(article: SyndicatedArticle, kinds: readonly CorrectionKind[], voice: Voice): string {
  const wanted = article.corrections.filter(({ kind }) => kinds.includes(kind));
  if (wanted.length === 0) return "";
  const notes = wanted.map((correction) => renderNote(correction, voice));
  // Landmarks of a page need distinct names, so each names its content.
  const named = new Set(wanted.map(({ kind }) => voice.wording.corrections[kind]));
  const label = [voice.wording.changes, ...named].join(" – ");
  return element("aside", { class: "note", "aria-label": label }, notes.join(""));
}

function renderSources(article: SyndicatedArticle, voice: Voice): string {
  if (article.sources.length === 0) return "";
  const heading = element("h2", { id: "sources" }, renderPhrase(voice, voice.wording.sources));
  const posts = article.sources.map((post) => renderPost(post, voice, { id: post.id }));
  return element("section", { "aria-labelledby": "sources" }, heading + posts.join(""));
}
