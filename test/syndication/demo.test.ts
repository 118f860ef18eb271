import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { loadDemoNewsroom } from "../support/demo.js";
import { faultsOfLinkedData } from "./schema-org.js";
import { faultsOfJsonFeed, faultsOfNinjs } from "./validate-json.js";
import { faultsOfPage } from "./validate-page.js";
import { faultsOfXml } from "./validate-xml.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await loadDemoNewsroom(app);
});
afterAll(() => app.close());

async function get(url: string): Promise<string> {
  const { statusCode, body } = await app.http.inject({ method: "GET", url });
  expect([url, statusCode]).toEqual([url, 200]);
  return body;
}

it("the demo newsroom's lists are valid in every format", async () => {
  expect(await faultsOfXml("rss", await get("/feed.rss"))).toEqual([]);
  expect(await faultsOfXml("atom", await get("/feed.atom"))).toEqual([]);
  expect(faultsOfJsonFeed(JSON.parse(await get("/feed.json")))).toEqual([]);
});

it("each of its articles, in seven languages, is valid in every format", async () => {
  const { items } = JSON.parse(await get("/feed.json")) as { items: { url: string; language: string }[] };
  expect(new Set(items.map(({ language }) => language)).size).toBe(7);
  for (const { url } of items) {
    const path = new URL(url).pathname;
    expect([path, await faultsOfPage(await get(path))]).toEqual([path, []]);
    const item: unknown = JSON.parse(await get(path.replace(".html", ".json")));
    expect([path, faultsOfNinjs(item)]).toEqual([path, []]);
    const linked: unknown = JSON.parse(await get(path.replace(".html", ".jsonld")));
    expect([path, faultsOfLinkedData(linked)]).toEqual([path, []]);
  }
});
