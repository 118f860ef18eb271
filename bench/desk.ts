// How long long articles and a large newsroom take at the desk, in Chromium at the compiled server. `npm run bench:desk`.
import "reflect-metadata";
import { readdirSync, statSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { createArticle } from "../src/article/article.service.js";
import { createApiToken } from "../src/auth/token.service.js";
import type { Work } from "../src/auth/work.js";
import { capturePost } from "../src/embedded-post/embedded-post.service.js";
import { encodeNodeId } from "../src/graphql/node-id.js";
import { UserError } from "../src/graphql/user-errors.js";
import { formatTable } from "../src/lib/table.js";
import { launch } from "../test/browser/browser.js";
import { measureScale } from "./desk-scale.js";
import { startWay, WAYS } from "./servers.js";
import { onThrowAwayDatabase } from "./throw-away.js";

const SIZES = [20, 100, 400];
const LETTERS = 200;

function done<Done extends object>(result: Done | UserError): Done {
  if (result instanceof UserError) throw new Error(result.message);
  return result;
}

/** A post with the words of ten paragraphs, the first of which has this number. */
async function makeSource(work: Work, first: number): Promise<string> {
  const post = {
    platform: "X",
    url: `https://social.example/${work.newId()}`,
    authorName: "Harbour Office",
    authorHandle: null,
    authorId: null,
    text: Array.from({ length: 10 }, (_, at) => `The quay number ${first + at} is safe again.`).join(" "),
    language: "en",
    postedOn: null,
    postedAt: null,
  } as const;
  return encodeNodeId("EmbeddedPost", await work.database.transaction((tx) => capturePost(work, tx, post)));
}

/** An article of so many paragraphs, each with a quote; ten of them are checked against one source. */
async function makeArticle(work: Work, paragraphs: number): Promise<string> {
  const sources: string[] = [];
  for (let first = 0; first < paragraphs; first += 10) sources.push(await makeSource(work, first));
  const body = Array.from({ length: paragraphs }, (_, at) => ({
    paragraph: {
      text: `Paragraph ${at} is about the quay and its lamps, boats that wait for the tide, and the harbour master, who said: “The quay number ${at} is safe again,” before the last ferry left for Sorrel Island that night.`,
      quotes: [{ exact: `The quay number ${at} is safe again`, sourceId: sources[Math.floor(at / 10)] ?? null }],
    },
  }));
  const { articleId } = done(await createArticle(work, { headline: `Of ${paragraphs} paragraphs`, body }));
  return encodeNodeId("Article", articleId);
}

async function signedIn(browser: Browser, address: string, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const headers = { authorization: `Bearer ${token}`, "sec-fetch-site": "same-origin" };
  const answer = await context.request.post(`${address}/desk/session`, { headers });
  if (answer.status() !== 204) throw new Error(await answer.text());
  return context.newPage();
}

const OBSERVE = `window.keys = []; new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === "keydown") window.keys.push(duration);
}).observe({ type: "event", durationThreshold: 16 })`;

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

async function measure(page: Page, address: string, id: string, paragraphs: number): Promise<string[]> {
  await page.goto(`${address}/desk/`);
  await page.getByRole("row").first().waitFor();
  let startedAt = performance.now();
  await page.goto(`${address}/desk/articles/${encodeURIComponent(id)}`);
  await page
    .locator(".body > p")
    .nth(paragraphs - 1)
    .waitFor();
  const openMs = performance.now() - startedAt;
  await page.locator(".body > p").nth(2).click();
  await page.evaluate(OBSERVE);
  for (let at = 0; at < LETTERS; at += 1) await page.keyboard.press("x", { delay: 5 });
  await page.evaluate("new Promise((resolve) => setTimeout(resolve, 500))");
  // The browser reports what took at least 16 ms; everything else was faster.
  const reported: number[] = await page.evaluate("window.keys");
  const keys = [...Array.from({ length: Math.max(0, LETTERS - reported.length) }, () => 8), ...reported];
  keys.sort((one, other) => one - other);
  startedAt = performance.now();
  await page.keyboard.press("Control+s");
  await page.getByText(/^Saved, /).waitFor();
  const saveMs = performance.now() - startedAt;
  return [openMs, share(keys, 0.5), share(keys, 0.95), keys.at(-1) ?? 0, saveMs].map((ms) => ms.toFixed(0));
}

function printSizes(): void {
  const folder = new URL("../desk/dist/assets/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".gz"));
  const rows = files.map((name) => [
    name.replace(/-[\w-]{8}\./u, "."),
    (statSync(new URL(name, folder)).size / 1000).toFixed(1),
  ]);
  console.log(formatTable(["file", "kB gzip"], rows));
}

await onThrowAwayDatabase(async (work, _statements, url) => {
  const way = WAYS.find(({ name }) => name === "dateline");
  if (!way) throw new Error("There is no such way.");
  const { token } = done(await createApiToken(work, { name: "Bench", role: "EDITOR" }));
  const articles = await Promise.all(SIZES.map(async (size) => ({ size, id: await makeArticle(work, size) })));
  const server = await startWay(way, url);
  const browser = await launch();
  const rows: string[][] = [];
  for (const { size, id } of articles) {
    const address = `http://127.0.0.1:${server.port}`;
    const page = await signedIn(browser, address, token);
    rows.push([String(size), ...(await measure(page, address, id, size))]);
    await page.context().close();
  }
  await server.stop();
  console.log(formatTable(["paragraphs", "open ms", "key p50 ms", "key p95 ms", "key max ms", "save ms"], rows));
  await measureScale(work, url, way, browser, signedIn);
  await browser.close();
  printSizes();
});
