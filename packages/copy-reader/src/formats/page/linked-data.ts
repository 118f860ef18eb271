import type { Element } from "domhandler";
import { asList, asObject, asObjects, asText, nestsTooDeep } from "../json/values.js";
import { plainField } from "../plain-field.js";
import { imageOfData, type StatedImage } from "./lead-image.js";
import { attribute, findAll, ownText } from "./tree.js";
import { unwrapMarkup } from "./wrapped-markup.js";

/** What a page's schema.org data say of its story. */
export interface PageData {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly description: string | null;
  /** The names of the sections of its site that the story is in. */
  readonly sections: readonly string[];
  readonly image: StatedImage | null;
  /** The names of what the story is about, without persons, organisations and places. */
  readonly topics: readonly string[];
  readonly text: string | null;
}

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/u;

/** Reads the first article among the page's JSON-LD; null when there is none. Data that do not parse are skipped. */
export function readPageData(page: Element): PageData | null {
  const scripts = findAll(page, (each) => each.name === "script" && isLinkedData(each));
  const things = scripts.flatMap((script) => thingsIn(parse(ownText(script))));
  const article = things.find((each) => asList(each["@type"]).some((type) => ARTICLE.test(String(type))));
  return article ? toLinkedData(article, things) : null;
}

function isLinkedData(script: Element): boolean {
  return /^application\/ld\+json\b/iu.test(attribute(script, "type") ?? "");
}

/** Some systems leave line breaks within strings, which JSON does not allow, or wrap the data in a comment. */
function parse(json: string): unknown {
  if (nestsTooDeep(json)) return null;
  const plain = json.replace(/^\s*(?:<!--|\/\*.{0,20}?\*\/|<!\[CDATA\[)/u, "").replace(/(?:-->|\]\]>)\s*$/u, "");
  return parseJson(json) ?? parseJson(plain.replace(/[\u0000-\u001f]/gu, " "));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

type Thing = Readonly<Record<string, unknown>>;

/** What is at the top of the data, in its graph and as what its page is about. */
function thingsIn(value: unknown): readonly Thing[] {
  const tops = asObjects(value);
  return tops.flatMap((top) => [top, ...asObjects(top["@graph"]), ...asObjects(top["mainEntity"])]);
}

function toLinkedData(article: Thing, things: readonly Thing[]): PageData {
  return {
    headline: readable(asText(article["headline"]) ?? asText(article["name"])),
    authors: asList(article["author"] ?? article["creator"]).flatMap((author) => authorOf(author, things) ?? []),
    publisher: readable(nameOf(article["publisher"])),
    language: asText(article["inLanguage"]) ?? asText(asObject(article["inLanguage"])?.["alternateName"]),
    publishedAt: asText(article["datePublished"]) ?? asText(article["dateCreated"]),
    place: nameOf(article["locationCreated"]),
    url: asText(article["url"]) ?? asText(article["@id"]) ?? idOf(article["mainEntityOfPage"]),
    description: readable(asText(article["description"])),
    sections: asList(article["articleSection"]).flatMap((section) => readable(nameOf(section)) ?? []),
    image: imageOfData(article["image"] ?? article["thumbnailUrl"], things),
    topics: asObjects(article["about"]).flatMap(topicOf),
    text: unwrapText(asText(article["articleBody"])),
  };
}

/** Types of what a story is about and what is no topic. */
const NO_TOPIC = /(?:Person|Organization|Place|City|Country|Event|Area|Corporation|WebPage)$/u;

function topicOf(thing: Thing): readonly string[] {
  const name = asText(thing["name"]);
  return name === null || asList(thing["@type"]).some((type) => NO_TOPIC.test(String(type))) ? [] : [name];
}

function unwrapText(text: string | null): string | null {
  return text === null ? null : unwrapMarkup(text);
}

/** An author by name, by an object that has one, or by a reference to such an object. */
function authorOf(author: unknown, things: readonly Thing[]): string | null {
  const object = asObject(author);
  const id = asText(object?.["@id"]);
  const named = object?.["name"] === undefined && id !== null ? things.find((each) => each["@id"] === id) : object;
  const names = asList(named?.["name"] ?? (object ? null : author)).flatMap((name) => asText(name) ?? []);
  return readable(names.join(", "));
}

/** Some systems write characters and tags in data as they write them in a page. */
function readable(text: string | null): string | null {
  return text === null || text === "" ? null : plainField(text.slice(0, 5000));
}

function nameOf(value: unknown): string | null {
  return asText(asObject(value)?.["name"]) ?? asText(value);
}

function idOf(value: unknown): string | null {
  return asText(value) ?? asText(asObject(value)?.["@id"]);
}
