import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { launch } from "../browser/browser.js";
import { saveScreenshot } from "../support/screenshot.js";
import { faultsOfPage } from "../syndication/validate-page.js";

/** Layout shifts are counted from the first moment of every page. */
const COUNT_SHIFTS = `
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
`;

/** Loads the pictures that wait until they are scrolled to. Fails where one does not load. */
const LOAD_PICTURES = `Promise.all([...document.images].map((picture) => {
  picture.loading = "eager";
  return picture.decode();
}))`;

/** Somebody who reads a site in a browser, and notices what is wrong with it. */
export class SiteReader {
  /** What the browser complained about on the page that is open. */
  readonly #complaints: string[] = [];

  private constructor(
    readonly home: string,
    readonly browser: Browser,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(120_000);
    page.on("console", (message) => this.#complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => this.#complaints.push(`${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => {
      const error = request.failure()?.errorText;
      // What is still loading when the browser leaves a page is aborted.
      if (error !== "net::ERR_ABORTED") this.#complaints.push(`${request.url()}: ${error}`);
    });
  }

  /** Starts a browser; `close` it. */
  static async start(home: string): Promise<SiteReader> {
    const browser = await launch();
    const page = await browser.newPage();
    await page.addInitScript(COUNT_SHIFTS);
    return new SiteReader(home, browser, page);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Writes a screenshot of the top of a page, small enough for a README. Returns its size in bytes. */
  async saveTop(path: string, file: string): Promise<number> {
    await this.page.setViewportSize({ width: 1100, height: 900 });
    await this.open(path);
    return saveScreenshot(this.page, file, 640);
  }

  /**
   * Opens a page, and expects its status, valid HTML, its own address as the canonical one, pictures that load, and neither
   * complaints of the browser nor a layout that moves. Returns the text of its main part.
   */
  async open(path: string, status = 200): Promise<string> {
    const { page } = this;
    this.#complaints.length = 0;
    const response = await page.goto(`${this.home}${path}`, { waitUntil: "load" });
    expect([path, response?.status()]).toEqual([path, status]);
    const faults = await faultsOfPage((await response?.text()) ?? "");
    // The placeholder of a picture is a style of its own.
    expect(faults.filter((fault) => !fault.includes("no-inline-style"))).toEqual([]);
    for (const link of await page.locator("link[rel='canonical']").all()) {
      expect(await link.getAttribute("href")).toBe(page.url());
    }
    await page.evaluate(LOAD_PICTURES);
    expect(await page.evaluate("window.shifts")).toBe(0);
    // The browser reports the status of the page itself as an error of the console.
    const own = `the server responded with a status of ${status}`;
    expect(this.#complaints.filter((text) => !text.includes(own))).toEqual([]);
    return (await page.locator("main").textContent()) ?? "";
  }
}
