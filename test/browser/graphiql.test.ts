import { spawnSync } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { BROWSER, launch } from "./browser.js";

/** Far longer than the page takes on a slow machine. */
const PATIENCE = { timeout: 120_000 };

describe.skipIf(BROWSER === null)("GraphiQL in a browser", () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let address: string;
  /** Requests to other servers. */
  const foreign: string[] = [];

  beforeAll(async () => {
    expect(spawnSync(process.execPath, ["scripts/graphiql.mjs"], { encoding: "utf8" })).toMatchObject({ status: 0 });
    app = await createTestApp();
    await new Newsroom(app.database).published({ headline: "The quay reopens" });
    address = await app.http.listen({ port: 0, host: "127.0.0.1" });
    browser = await launch();
    page = await browser.newPage();
    await page.route(
      (url) => url.origin !== address,
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it("opens where Apollo Sandbox does not load, shows the first query and runs it", async () => {
    await page.goto(`${address}/graphql`, { waitUntil: "commit" });
    await page.waitForURL(`${address}/graphiql/`, PATIENCE);
    await page.getByText("NewestStory").first().waitFor(PATIENCE);
    // Until the schema and the editor's workers are there, a click runs nothing.
    await page.waitForLoadState("networkidle", PATIENCE);
    await page.getByRole("button", { name: /execute/i }).click();
    const answer = page.getByText("The quay reopens").first();
    await answer.waitFor(PATIENCE);
    expect(await answer.isVisible()).toBe(true);
  }, 300_000);

  it("has an editor for headers, and asks no other server for anything", async () => {
    foreign.length = 0;
    await page.goto(`${address}/graphiql/`, PATIENCE);
    await page.getByText("NewestStory").first().waitFor(PATIENCE);
    await page.getByRole("button", { name: "Headers" }).click();
    expect(foreign).toEqual([]);
  }, 300_000);
});
