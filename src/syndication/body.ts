import { escapeMarkup } from "../lib/escape-markup.js";
import { renderParagraphHtml } from "../marked-text/html.js";
import { blockTexts, renderBlocks } from "./body-blocks.js";
import { element } from "./markup.js";
import { renderNote } from "./note.js";
import { pictureText, renderFigure } from "./picture.js";
import { renderPost } from "./post-figure.js";
import {
  ownLeadImage,
  type SyndicatedArticle,
  type SyndicatedParagraph,
  type SyndicatedPost,
  syndicatedParagraphs,
} from "./syndicated.js";
import { dayOfPost, formatDay, voiceFor } from "./voice.js";

/** What closes a dateline that brings its own dash or stop. */
const CLOSED = /[\p{Pd}:：،,.。]$/u;

/** The dateline with its dash and a space, as it is before the first words that are no heading; empty before any others. */
export function datelineBefore(article: SyndicatedArticle, paragraph: SyndicatedParagraph): string {
  const text = article.dateline?.text.trim() ?? "";
  if (text === "" || firstText(article) !== paragraph) return "";
  return CLOSED.test(text) ? `${text} ` : `${text} – `;
}

function firstText(article: SyndicatedArticle): SyndicatedParagraph | undefined {
  const paragraphs = syndicatedParagraphs(article);
  return paragraphs.find(({ style }) => style !== "HEADING" && style !== "SUBHEADING") ?? paragraphs[0];
}

/** The same as markup. */
export function datelineHtml(article: SyndicatedArticle, paragraph: SyndicatedParagraph): string {
  const lead = datelineBefore(article, paragraph);
  return lead === "" ? "" : element("span", { class: "dateline" }, escapeMarkup(lead));
}

/** The paragraphs alone as plain text, an empty line between them, without the dateline. */
export function paragraphsText(article: SyndicatedArticle): string {
  return blockTexts(syndicatedParagraphs(article), ({ text }) => text).join("\n\n");
}

/**
 * The whole body as plain text, with the dateline: a post is its words and a line with its author, handle and day; one
 * without words is who wrote it and its address. A picture is its caption and credit.
 */
export function bodyText(article: SyndicatedArticle): string {
  const texts = blockTexts(article.body, (part) => {
    if (part.kind === "figure") return pictureText(part);
    return part.kind === "post" ? postText(part, article.language) : datelineBefore(article, part) + part.text;
  });
  return texts.join("\n\n");
}

function postText(post: SyndicatedPost, language: string): string {
  const day = dayOfPost(post);
  const handle = post.authorHandle === null ? "" : ` (${post.authorHandle})`;
  const on = day === null ? "" : ` ${formatDay(voiceFor(language), day)}`;
  // After a dash this would read as the signature of the paragraph above.
  if (post.text === "") return `${post.authorName}${handle}${on}${post.url === null ? "" : `: ${post.url}`}`;
  return `${post.text}\n— ${post.authorName}${handle}${on}`;
}

/** The whole body as HTML that is safe to put into a page, in one element that carries language and direction. */
export function bodyHtml(article: SyndicatedArticle): string {
  return inOwnLanguage(article, bodyParts(article));
}

/** The same for readers who see nothing else of the article: what was corrected and the lead image are before it. */
export function feedHtml(article: SyndicatedArticle): string {
  const voice = voiceFor(article.language);
  const notes = article.corrections.map((correction) => renderNote(correction, voice));
  const lead = ownLeadImage(article);
  const picture = lead === null ? "" : renderFigure(lead, "eager");
  return inOwnLanguage(article, notes.join("") + picture + bodyParts(article));
}

function bodyParts(article: SyndicatedArticle): string {
  const voice = voiceFor(article.language);
  const blocks = renderBlocks(article.body, {
    paragraph: (part) => ({
      attributes: {},
      content: datelineHtml(article, part) + renderParagraphHtml(part.text, part.marks),
    }),
    other: (part) => (part.kind === "figure" ? renderFigure(part, "lazy") : renderPost(part, voice)),
  });
  return blocks.join("");
}

function inOwnLanguage(article: SyndicatedArticle, content: string): string {
  return element("div", { lang: article.language, dir: article.direction.toLowerCase() }, content);
}
