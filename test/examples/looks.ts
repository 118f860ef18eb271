import { fileURLToPath } from "node:url";
import type { TestApp } from "../support/app.js";
import type { SiteReader } from "./reader.js";

/** The alternative text and the shape of the portrait on each page; null where there is none. */
export async function portraitsOf(reader: SiteReader, paths: readonly string[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const path of paths) {
    await reader.open(path);
    const portrait = reader.page.locator("main .portrait img");
    const isShown = (await portrait.count()) > 0;
    found.push(
      isShown
        ? await portrait.evaluate((image) => [image.getAttribute("alt"), image.naturalWidth / image.naturalHeight])
        : null,
    );
  }
  return found;
}

interface SearchSeen {
  /** The number of results and the passages on the page. */
  readonly shown: readonly string[];
  /** The same of the search itself. */
  readonly expected: readonly string[];
}

/** Searches with the form, from the front page on. */
export async function searchFor(reader: SiteReader, app: TestApp, words: string): Promise<SearchSeen> {
  const { page } = reader;
  await reader.open("/");
  await page.getByRole("link", { name: "Search" }).click();
  await page.waitForURL("**/search");
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL("**/search?q=*");
  await reader.open(new URL(page.url()).pathname + new URL(page.url()).search);
  const count = (await page.getByRole("status").textContent()) ?? "";
  const snippets = await page.locator(".hits p").evaluateAll((all) => all.map((each) => each.innerHTML));
  const query =
    "query ($words: String!) { search(query: $words, in: [ARTICLE, QUOTE, PERSON]) { totalCount nodes { snippet } } }";
  const { search } = await app.data<{ search: { totalCount: number; nodes: { snippet: string }[] } }, object>(query, {
    words,
  });
  return {
    shown: [count, ...snippets],
    expected: [`${search.totalCount} results`, ...search.nodes.map(({ snippet }) => snippet)],
  };
}

/** The screenshots in the README of the example, by their names. */
const SCREENSHOTS = [
  ["front-page", "/"],
  ["article", "/articles/tarn-race-turbines-wait-for-seal-survey"],
  ["person", "/people/mirela-vantorre"],
  ["search", "/search?q=herring"],
] as const;

const FOLDER = new URL("../../examples/news-site/screenshots/", import.meta.url);

/** Makes the screenshots, and returns the size of each in bytes. */
export async function saveScreenshots(reader: SiteReader): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const [name, path] of SCREENSHOTS)
    sizes.push(await reader.saveTop(path, fileURLToPath(new URL(`${name}.webp`, FOLDER))));
  return sizes;
}
