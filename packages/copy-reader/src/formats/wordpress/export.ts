import { SaxesParser } from "saxes";
import { CopyError } from "../../story/fault.js";
import { FREE, joinReleases, type StoryRelease } from "../../story/release.js";
import { readHtml } from "../page/page.js";
import { releaseOf, type Withdrawal, withdrawOrRefuse } from "../notices.js";
import { withLead } from "../page/lead-image.js";
import { FEATURED, KEPT_META, readWxrPicture, withGalleries, type WxrPicture, type WxrPictures } from "./pictures.js";
import { dayOf, type DocumentParts, languageTag, stated } from "../document-parts.js";

/** An entry of an export of WordPress, by the names of its elements; only the text of each. */
export interface WxrItem {
  readonly fields: ReadonlyMap<string, string>;
  readonly topics: readonly string[];
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** What an export says of the site, for all its entries. */
export interface WxrSite {
  readonly language: string | null;
  /** The names that are shown, by those that their bearers log in with. */
  readonly authors: ReadonlyMap<string, string>;
  readonly pictures: WxrPictures;
}

/** No entry with a story is longer, in UTF-16 code units. */
const LONGEST_ITEM = 10_000_000;

/** Whether markup is an export of WordPress: RSS with its namespace. */
export function isWxr(content: string): boolean {
  return /<rss[\s>][^>]{0,2000}wordpress\.org\/export\//iu.test(content.slice(0, 20_000));
}

/**
 * Takes an export of WordPress apart while it comes in: of all that was taken it keeps one entry at most. Throws a
 * CopyError with the line where the XML is broken or cut off.
 */
export class WxrSplitter {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #authors = new Map<string, string>();
  #language: string | null = null;
  #metaKey = "";
  #open: string[] = [];
  #item: { fields: Map<string, string>; topics: string[]; line: number; size: number } | null = null;
  #author: Map<string, string> | null = null;
  #text: string[] = [];
  #found: WxrItem[] = [];

  /** @param pictures The pictures that the export has as entries of their own, to which those that come in are added. */
  constructor(readonly pictures: Map<string, WxrPicture> = new Map()) {
    const parser = this.#parser;
    parser.on("error", (error) => {
      const fault = error.message.replace(/^[\d:\s]+/u, "").replace(/\.$/u, "");
      const isCut = /unclosed tag|unexpected end/u.test(fault);
      const message = isCut ? "The export ends before its elements are closed; it may have been cut off." : null;
      throw new CopyError(message ?? `The XML of the export is not well-formed: ${fault}.`, parser.line);
    });
    parser.on("opentag", ({ name, attributes }) => this.#enter(name.toLowerCase(), attributes));
    parser.on("text", (text) => this.#take(text));
    parser.on("cdata", (text) => this.#take(text));
    parser.on("closetag", ({ name }) => this.#leave(name.toLowerCase()));
  }

  get site(): WxrSite {
    return { language: this.#language, authors: this.#authors, pictures: this.pictures };
  }

  /** The entries that end in the next piece of the export. */
  take(chunk: string): readonly WxrItem[] {
    this.#parser.write(chunk);
    return this.#found.splice(0);
  }

  end(): readonly WxrItem[] {
    this.#parser.close();
    return this.#found.splice(0);
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(name);
    this.#text = [];
    if (name === "item") this.#item = { fields: new Map(), topics: [], line: this.#parser.line, size: 0 };
    if (name === "wp:author") this.#author = new Map();
    if (name === "category" && this.#item) this.#text = [`${attributes["domain"] ?? "category"}\n`];
  }

  #take(text: string): void {
    if (this.#open.length < 3 || this.#open.at(-1) === "item") return;
    this.#text.push(text);
    if (this.#item) this.#item.size += text.length;
    if (this.#item && this.#item.size > LONGEST_ITEM) this.#text = [];
  }

  #leave(name: string): void {
    this.#open.pop();
    const text = this.#text.join("");
    this.#text = [];
    if (name === "item") this.#close();
    else if (this.#item) this.#keep(this.#item, name, text);
    else if (name === "wp:author") this.#closeAuthor();
    else if (this.#author) this.#author.set(name, text.trim());
    else if (name === "language") this.#language = text.trim();
  }

  #keep(item: { fields: Map<string, string>; topics: string[] }, name: string, text: string): void {
    if (name === "category") {
      const [domain = "", topic = ""] = text.split("\n");
      if (/^(?:category|post_tag)$/u.test(domain) && topic.trim() !== "") item.topics.push(topic.trim());
    } else if (name === "wp:meta_key") this.#metaKey = text.trim();
    else if (name === "wp:meta_value" && KEPT_META.has(this.#metaKey)) item.fields.set(this.#metaKey, text);
    // What belongs to comments and to fields of plug-ins has names of its own below the entry.
    else if (this.#open.at(-1) === "item" && !item.fields.has(name)) item.fields.set(name, text);
  }

  #close(): void {
    const item = this.#item;
    this.#item = null;
    if (!item) return;
    if (item.size > LONGEST_ITEM) item.fields.set("content:encoded", "");
    const id = item.fields.get("wp:post_id")?.trim() ?? "";
    const picture = readWxrPicture(item.fields);
    if (picture !== null && id !== "") this.pictures.set(id, picture);
    this.#found.push({ fields: item.fields, topics: item.topics, line: item.line });
  }

  #closeAuthor(): void {
    const login = this.#author?.get("wp:author_login") ?? "";
    const shown = this.#author?.get("wp:author_display_name") ?? "";
    if (login !== "" && shown !== "") this.#authors.set(login, shown);
    this.#author = null;
  }
}

/** Types of entries that hold no story; those of templates and styles begin alike. */
const NO_STORY =
  /^(?:attachment|page|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.+)$/u;

/** Statuses of what was discarded or never saved. */
const NO_STATUS = /^(?:trash|auto-draft|inherit)$/u;

/** What an entry is that holds no story, in the singular; null when it is one. */
export function kindOfSkipped({ fields }: WxrItem): string | null {
  const type = fields.get("wp:post_type")?.trim() || "post";
  if (NO_STORY.test(type)) return type;
  const status = fields.get("wp:status")?.trim() ?? "";
  if (!NO_STATUS.test(status)) return null;
  return status === "trash" ? `${type} in the trash` : `${type} that was never saved`;
}

/** Reads an entry into the parts of a story. Throws a CopyError with its line when it has no text. */
export function readWxrItem(
  { fields, topics }: WxrItem,
  { language, authors, pictures }: WxrSite,
): DocumentParts | Withdrawal {
  const field = (name: string): string => fields.get(name)?.trim() ?? "";
  const release = releaseOfItem(field);
  const ownId = field("guid") || field("link") || null;
  const content = field("content:encoded");
  const body = content === "" ? null : readHtml(withGalleries(withFigures(withPlainEmbeds(content)), pictures));
  if (!body || body.blocks.length === 0) return withdrawOrRefuse("The entry has no text of a story.", 1, FREE, ownId);
  const author = field("dc:creator");
  const excerpt = stated(withoutTags(field("excerpt:encoded")), "It is the excerpt of the entry.");
  const written = [field("wp:post_date_gmt"), field("wp:post_date")].find((moment) => !moment.startsWith("0000"));
  return {
    headline: stated(withoutTags(field("title")), "It is the title of the entry.") ?? body.headline,
    byline: stated(authors.get(author) ?? author, "The entry names its author."),
    language: stated(languageTag(language), "The export says so of the site.") ?? body.language,
    dateline: body.dateline,
    publishedOn: dayOf(written ?? "") ?? dayOfRss(field("pubdate")),
    ownId,
    persons: [],
    summaries: excerpt === null ? [] : [excerpt],
    topics: [...new Set(topics)].filter((topic) => topic.toLowerCase() !== "uncategorized"),
    blocks: body.blocks,
    images: withLead(pictures.get(field(FEATURED)) ?? null, body.images ?? []),
    warnings: [...warnOfStatus(field("wp:status")), ...(body.warnings ?? [])],
    release: joinReleases(release, body.release ?? FREE),
  };
}

/** What a plug-in shows as a post is as its address alone, as an embed in plain copy does. */
function withPlainEmbeds(content: string): string {
  return content.replace(/\[embed[^\]]{0,200}\]\s*(https?:[^\s[\]]{1,1000})\s*\[\/embed\]/gu, "\n\n$1\n\n");
}

/** A picture with the words under it, as its shortcode has them. */
const CAPTION =
  /\[caption\b[^\]]{0,500}\]\s*((?:<a\b[^<>]{0,2000}>\s*)?<img\b[^<>]{0,4000}>(?:\s*<\/a>)?)([^[\]]{0,2000})\[\/caption\]/gu;

function withFigures(content: string): string {
  return content.replace(CAPTION, "<figure>$1<figcaption>$2</figcaption></figure>");
}

function withoutTags(text: string): string {
  return /<[a-z/!]/iu.test(text) || /&(?:#\d+|\w{2,8});/u.test(text)
    ? readHtml(`<p>${text}</p>`)
        .blocks.map((block) => block.text)
        .join(" ")
    : text;
}

function dayOfRss(text: string): string | null {
  const moment = new Date(text);
  return text === "" || Number.isNaN(moment.getTime()) ? null : moment.toISOString().slice(0, 10);
}

function warnOfStatus(status: string): readonly string[] {
  return status === "" || status === "publish"
    ? []
    : [`In the export the entry has the status “${status.slice(0, 40)}”.`];
}

/** What readers of the site did not see is not published by an import. */
function releaseOfItem(field: (name: string) => string): StoryRelease {
  const status = field("wp:status");
  if (status === "future") return releaseOf({ releasedAt: `${field("wp:post_date_gmt").replace(" ", "T")}Z` });
  if (/^(?:draft|pending|private)$/u.test(status)) return held(`In the export it has the status “${status}”.`);
  return field("wp:post_password") === "" ? FREE : held("In the export a password protects it.");
}

function held(hold: string): StoryRelease {
  return { hold, heldUntil: null, isWithdrawn: false };
}
