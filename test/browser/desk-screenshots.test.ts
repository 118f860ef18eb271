import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemoNewsroom } from "../support/demo.js";
import { saveScreenshot } from "../support/screenshot.js";
import { BROWSER } from "./browser.js";
import { DeskBrowser } from "./desk-page.js";

const FOLDER = new URL("../../docs/images/", import.meta.url);
const WIDTH = 720;
const MOST_BYTES = 30_000;

/** Loads the pictures that wait until they are scrolled to, and the fonts. */
const LOADED = `Promise.all([document.fonts.ready, ...[...document.images].map((picture) => picture.decode())])`;

const COPY = `Pilot ladders to be checked every month

PORT ALDREN, March 2, 2026 – Every pilot ladder in the Lantern Sea ports will be checked each month, the ports’ council said on Monday.

“A rope that is checked is a pilot who comes home,” said Mirela Vantorre.

“We asked for this nine years ago,” said Tove Brandal, a pilot at Port Aldren.`;

interface QuoteFound {
  readonly quotes: { readonly nodes: readonly { readonly id: string; readonly article: { readonly id: string } }[] };
}

describe.skipIf(BROWSER === null || process.env["SCREENSHOTS"] !== "on")("the screenshots of the desk", () => {
  let desk: DeskBrowser;
  let page: Page;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
    await loadDemoNewsroom(desk.app);
    page = await desk.signedIn("/", { name: "Bram Ostrick", width: 1200 });
  }, 300_000);
  afterAll(() => desk.close());

  /** Saves the page that is open; returns the size of the file in bytes. */
  const save = async (name: string): Promise<number> => {
    await page.evaluate(LOADED);
    return saveScreenshot(page, fileURLToPath(new URL(`${name}.webp`, FOLDER)), WIDTH);
  };

  it("shows the list of articles", async () => {
    await page.getByRole("row").first().waitFor();
    expect(await save("desk-articles")).toBeLessThan(MOST_BYTES);
  });

  it("shows an article with a quote that lost a word", async () => {
    const found = await desk.app.data<QuoteFound, never>(
      `{ quotes(first: 1, filter: { verdicts: [ALTERED], textContains: "turbines" }) { nodes { id article { id } } } }`,
    );
    for (const { id, article } of found.quotes.nodes)
      await page.goto(
        `${desk.address}/desk/articles/${encodeURIComponent(article.id)}?quote=${encodeURIComponent(id)}`,
      );
    await page.locator('.quote[data-verdict="ALTERED"] del', { hasText: "not" }).waitFor();
    expect(await save("desk-article")).toBeLessThan(MOST_BYTES);
  });

  it("shows the review of wire copy", async () => {
    await page.goto(`${desk.address}/desk/wire`);
    await page.getByLabel("Copy").fill(COPY);
    await page.getByRole("button", { name: "Read it" }).click();
    const decisions = page.getByRole("grid", { name: "Decisions" });
    await decisions.getByRole("row", { name: "Quote: A rope" }).focus();
    await page.keyboard.press("a");
    await decisions.getByText("Accepted").waitFor();
    await page.evaluate("scrollTo(0, 0)");
    expect(await save("desk-wire")).toBeLessThan(MOST_BYTES);
  });
});
