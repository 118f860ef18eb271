import type { Element } from "domhandler";
import { attribute, findAll } from "./tree.js";

/** What the meta elements of a page say, by name in lower case; the first of each name counts. */
export type PageMeta = ReadonlyMap<string, string>;

/** Reads the meta elements of a page. */
export function readMeta(page: Element): PageMeta {
  const meta = new Map<string, string>();
  for (const element of findAll(page, ({ name }) => name === "meta")) {
    const key = attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop");
    const value = attribute(element, "content");
    if (key && value && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), value);
  }
  return meta;
}

/** The first of these names that a page has. */
export function firstMeta(meta: PageMeta, ...names: readonly string[]): string | null {
  return names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
}

/** The names under which the site that holds the page goes, as far as the page states. */
export function siteNames(page: Element, meta: PageMeta, publisher: string | null): readonly string[] {
  const address =
    attribute(
      findAll(page, (each) => each.name === "link" && attribute(each, "rel") === "canonical")[0] ?? null,
      "href",
    ) ?? meta.get("og:url");
  const host = address === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:?#]{3,100})/iu.exec(address)?.[1];
  const names = [meta.get("og:site_name"), publisher, meta.get("application-name"), host, host?.replace(/\.\w+$/u, "")];
  return names.filter((name): name is string => typeof name === "string" && name !== "");
}
