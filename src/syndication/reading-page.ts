import type { CorrectionKind } from "../revision/revision.type.js";
import { articleAddress, homeAddress, listAddress } from "./addresses.js";
import { datelineHtml } from "./body.js";
import { toJson } from "./json.js";
import { renderJsonLd } from "./json-ld.js";
import { dropUnfit, element, escapeMarkup, openTag } from "./markup.js";
import { renderNote } from "./note.js";
import { renderPost } from "./post-figure.js";
import { renderQuotes } from "./reading-page.quotes.js";
import { READING_PAGE_STYLE } from "./reading-page.style.js";
import { renderQuotedText } from "./reading-page.text.js";
import {
  type SyndicatedArticle,
  type SyndicatedElement,
  type SyndicatedQuote,
  type SyndicatedSite,
  modifiedAt,
  quotesOf,
} from "./syndicated.js";
import { type Voice, languageAttributes, say, timeOfMoment, voiceFor } from "./voice.js";

/** What readers must know before they read, and what they may learn after. */
const BEFORE: readonly CorrectionKind[] = ["RETRACTION", "CORRECTION"];
const AFTER: readonly CorrectionKind[] = ["CLARIFICATION", "UPDATE"];

const MINUTE_MS = 60_000;

/**
 * The article as one HTML page that needs nothing else: no script runs, nothing is loaded, and it reads and prints in
 * every direction of writing. Retractions and corrections stand before the text, clarifications and updates after it;
 * then everything quoted with speaker and verdict. Serve it with `READING_PAGE_POLICY`.
 */
export function renderReadingPage(article: SyndicatedArticle, site: SyndicatedSite): string {
  const voice = voiceFor(article.language);
  const direction = article.direction.toLowerCase();
  const body = element("body", {}, renderTop(article, site, voice) + renderMain(article, voice));
  const page = element("html", { lang: article.language, dir: direction }, `${renderHead(article, site)}\n${body}\n`);
  return dropUnfit(`<!DOCTYPE html>\n${page}\n`);
}

function renderHead(article: SyndicatedArticle, site: SyndicatedSite): string {
  const link = (rel: string, href: string, type: string | null): string => openTag("link", { rel, type, href });
  const parts = [
    openTag("meta", { charset: "utf-8" }),
    openTag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, escapeMarkup(`${article.headline} – ${site.title}`)),
    article.standfirst === null ? "" : openTag("meta", { name: "description", content: article.standfirst }),
    link("canonical", article.url, null),
    link("alternate", articleAddress(site, article.slug, "ninjs"), "application/json"),
    link("alternate", articleAddress(site, article.slug, "jsonLd"), "application/ld+json"),
    link("alternate", listAddress(site, "atom"), "application/atom+xml"),
    element("style", {}, READING_PAGE_STYLE),
    element("script", { type: "application/ld+json" }, toJson(renderJsonLd(article, site))),
  ];
  return element("head", {}, `\n${parts.filter((part) => part !== "").join("\n")}\n`);
}

function renderTop(article: SyndicatedArticle, site: SyndicatedSite, voice: Voice): string {
  const skip = element("a", { class: "skip", href: "#article" }, say(voice, voice.wording.skip));
  const home = element("a", { href: homeAddress(site) }, escapeMarkup(site.title));
  const attributes = languageAttributes(site.language, article.language);
  return `\n${skip}\n${element("header", { class: "site" }, element("span", attributes, home))}\n`;
}

function renderMain(article: SyndicatedArticle, voice: Voice): string {
  const numbers = new Map(quotesOf(article).map((quote, index) => [quote, index + 1]));
  const text = article.body.map((part) => renderPart(article, part, numbers, voice));
  const content = [
    renderHeader(article, voice),
    renderCorrections(article, BEFORE, voice),
    element("div", { class: "text" }, `\n${text.join("\n")}\n`),
    renderCorrections(article, AFTER, voice),
    renderQuotes(article, numbers, voice),
    renderSources(article, voice),
  ];
  const whole = element("article", {}, `\n${content.filter((part) => part !== "").join("\n")}\n`);
  return element("main", { id: "article" }, whole);
}

function renderHeader(article: SyndicatedArticle, voice: Voice): string {
  const line = (name: string, className: string | null, text: string | null): string =>
    text === null || text === "" ? "" : element(name, { class: className }, escapeMarkup(text));
  const topics = article.topics.map(({ name }) => name).join(" · ");
  const parts = [
    line("p", "topics", topics),
    line("h1", null, article.headline),
    line("p", "standfirst", article.standfirst),
    element("div", { class: "facts" }, line("p", "byline", article.byline) + renderMoments(article, voice)),
  ];
  return element("header", {}, parts.join(""));
}

function renderMoments(article: SyndicatedArticle, voice: Voice): string {
  const { firstPublishedAt } = article;
  const lastAt = modifiedAt(article);
  const said = [say(voice, voice.wording.published, { moment: timeOfMoment(voice, firstPublishedAt) })];
  if (Date.parse(lastAt) - Date.parse(firstPublishedAt) >= MINUTE_MS) {
    said.push(say(voice, voice.wording.updated, { moment: timeOfMoment(voice, lastAt) }));
  }
  return element("p", {}, said.join(" · "));
}

function renderCorrections(article: SyndicatedArticle, kinds: readonly CorrectionKind[], voice: Voice): string {
  const wanted = article.corrections.filter(({ kind }) => kinds.includes(kind));
  const notes = wanted.map((correction) => renderNote(correction, voice));
  return notes.length === 0
    ? ""
    : element("aside", { class: "note", "aria-label": voice.wording.changes }, notes.join(""));
}

function renderPart(
  article: SyndicatedArticle,
  part: SyndicatedElement,
  numbers: ReadonlyMap<SyndicatedQuote, number>,
  voice: Voice,
): string {
  if (part.kind === "post") return renderPost(part, voice, { id: part.id });
  const text = renderQuotedText(article, part, numbers, voice);
  return element("p", { id: part.id }, datelineHtml(article, part) + text);
}

function renderSources(article: SyndicatedArticle, voice: Voice): string {
  if (article.sources.length === 0) return "";
  const heading = element("h2", { id: "sources" }, say(voice, voice.wording.sources));
  const posts = article.sources.map((post) => renderPost(post, voice, { id: post.id }));
  return element("section", { "aria-labelledby": "sources" }, heading + posts.join(""));
}
