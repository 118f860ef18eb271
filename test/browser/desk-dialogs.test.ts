import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemoNewsroom } from "../support/demo.js";
import { openNew } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { DeskBrowser, faultsOfLooks } from "./desk-page.js";

/** Whether the focus is within the dialog. */
const IS_FOCUS_INSIDE = `document.querySelector('[role="dialog"]')?.contains(document.activeElement) ?? false`;

/** How far a dialog, and each of its controls, is beyond the edges of the window, in pixels. */
const OVERFLOW = `(() => {
  const dialog = document.querySelector('[role="dialog"]');
  const parts = [dialog, ...dialog.querySelectorAll("input, textarea, button, [role=combobox]")];
  return Math.max(0, ...parts.filter((part) => part.checkVisibility() && !part.closest('[style*="clip"]')).flatMap((part) => {
    const { left, right } = part.getBoundingClientRect();
    return [-left, right - innerWidth].map(Math.round);
  }));
})()`;

/** The directions of the page and of the text of the dialog. */
const DIRECTIONS = `[document.documentElement.dir, getComputedStyle(document.querySelector('[role="dialog"]')).direction]`;

describe.skipIf(BROWSER === null)("a dialog of the desk from right to left", () => {
  let desk: DeskBrowser;
  let page: Page;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
    await loadDemoNewsroom(desk.app);
    page = await desk.signedIn("/", { role: "ADMIN", language: "ar" });
  }, 300_000);
  afterAll(() => desk.close());

  it.each([
    ["a new article", "/", "مقال جديد"],
    ["a new person", "/persons", "شخص جديد"],
    ["a new section", "/sections", "قسم جديد"],
    ["a new token", "/tokens", "رمز جديد"],
    ["a post", "/posts", null],
    ["a topic", "/topics", null],
    ["an image", "/images", null],
  ])(
    "for %s keeps the focus, fits a wide and a narrow window, breaks no rule of accessibility, and returns the focus on Escape",
    async (name, path, button) => {
      await page.goto(`${desk.address}/desk${path}`);
      const opener = button === null ? page.getByRole("row").first() : page.getByRole("button", { name: button });
      await opener.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await page.evaluate(DIRECTIONS)).toEqual(["rtl", "rtl"]);
      await expect.poll(() => page.evaluate(IS_FOCUS_INSIDE)).toBe(true);
      for (const width of [1280, 375]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => page.evaluate(OVERFLOW)).toBe(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await faultsOfLooks(desk, page, `dialog-ar-${name.replaceAll(" ", "-")}`)).toEqual([]);
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let press = 0; press < 25; press += 1) {
          await page.keyboard.press(key);
          expect(await page.evaluate(IS_FOCUS_INSIDE)).toBe(true);
        }
      }
      await page.keyboard.press("Escape");
      // The first key may close what is open within the dialog.
      if (await dialog.isVisible()) await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await opener.and(page.locator(":focus")).waitFor();
    },
  );

  it("has arrow keys that follow the reading direction: left goes to the next tab, right to the one before", async () => {
    const { page: article } = await openNew(desk, { headline: "مقال" }, { language: "ar" });
    const tabs = article.getByRole("tab");
    const isSelected = (at: number) => tabs.nth(at).getAttribute("aria-selected");
    await tabs.first().focus();
    await article.keyboard.press("ArrowLeft");
    await expect.poll(() => isSelected(1)).toBe("true");
    await article.keyboard.press("ArrowRight");
    await expect.poll(() => isSelected(0)).toBe("true");
    await article.context().close();
  });
});
