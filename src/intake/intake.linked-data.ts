import { asList, asObject, asObjects, asText, nestsTooDeep } from "./intake.json.js";
import { attribute, type Element, findAll } from "./intake.tree.js";

/** What a page's schema.org data say of its story. */
export interface LinkedData {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly text: string | null;
}

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/u;

/** Reads the first article among the page's JSON-LD; null when there is none. Data that do not parse are passed over. */
export function readLinkedData(page: Element): LinkedData | null {
  const scripts = findAll(page, (each) => each.name === "script" && isLinkedData(each));
  for (const script of scripts) {
    const article = findArticle(parse(script.children.filter((child) => typeof child === "string").join("")));
    if (article) return toLinkedData(article);
  }
  return null;
}

function isLinkedData(script: Element): boolean {
  return /^application\/ld\+json\b/iu.test(attribute(script, "type") ?? "");
}

function parse(json: string): unknown {
  if (nestsTooDeep(json)) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function findArticle(value: unknown): Readonly<Record<string, unknown>> | null {
  const tops = asObjects(value);
  const all = tops.flatMap((top) => [top, ...asObjects(top["@graph"]), ...asObjects(top["mainEntity"])]);
  return all.find((each) => asList(each["@type"]).some((type) => ARTICLE.test(String(type)))) ?? null;
}

function toLinkedData(article: Readonly<Record<string, unknown>>): LinkedData {
  return {
    headline: asText(article["headline"]) ?? asText(article["name"]),
    authors: asList(article["author"]).flatMap((author) => asText(author) ?? asText(asObject(author)?.["name"]) ?? []),
    language: asText(article["inLanguage"]) ?? asText(asObject(article["inLanguage"])?.["alternateName"]),
    publishedAt: asText(article["datePublished"]) ?? asText(article["dateCreated"]),
    place: nameOf(article["locationCreated"]),
    url: asText(article["url"]) ?? asText(article["@id"]) ?? idOf(article["mainEntityOfPage"]),
    text: asText(article["articleBody"]),
  };
}

function nameOf(value: unknown): string | null {
  return asText(asObject(value)?.["name"]) ?? asText(value);
}

function idOf(value: unknown): string | null {
  return asText(value) ?? asText(asObject(value)?.["@id"]);
}
