import { escapeMarkup } from "../lib/escape-markup.js";
import { directionOf } from "../draft/language.js";
import { homeAddress } from "./addresses.js";
import { dropUnfit, element, openTag } from "./markup.js";
import { READING_PAGE_STYLE } from "./reading-page.style.js";
import type { SyndicatedSite } from "./syndicated.js";
import { languageAttributes } from "./voice.js";

/** What differs from page to page; `head` and `content` are markup already. */
export interface PageParts {
  /** A BCP 47 tag; the direction follows from it. */
  readonly language: string;
  /** Plain text, before the name of the publication. */
  readonly title: string;
  /** What is in the head besides the title and the style. */
  readonly head: readonly string[];
  /** A link to `main` for those who do not see how short the way is; empty where it is. */
  readonly skip: string;
  /** The content of `main`. */
  readonly content: string;
}

/** A whole HTML page of the publication, in one style, which runs nothing. */
export function renderPage({ language, title, head, skip, content }: PageParts, site: SyndicatedSite): string {
  const parts = [
    openTag("meta", { charset: "utf-8" }),
    openTag("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, escapeMarkup(`${title} – ${site.title}`)),
    ...head,
    element("style", {}, READING_PAGE_STYLE),
  ];
  const main = element("main", { id: "article" }, content);
  const page = element(
    "html",
    { lang: language, dir: directionOf(language).toLowerCase() },
    element("head", {}, `\n${parts.join("\n")}\n`) +
      `\n${element("body", {}, `\n${skip}\n${renderSiteName(site, language)}\n${main}`)}\n`,
  );
  return dropUnfit(`<!DOCTYPE html>\n${page}\n`);
}

function renderSiteName(site: SyndicatedSite, around: string): string {
  const home = element("a", { href: homeAddress(site) }, escapeMarkup(site.title));
  return element("header", { class: "site" }, element("span", languageAttributes(site.language, around), home));
}
