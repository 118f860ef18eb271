import type { Browser, CDPSession, Page } from "playwright-core";
import { createApiToken } from "../src/auth/token.service.js";
import type { Work } from "../src/auth/work.js";
import { createDatabase } from "../src/database/client.js";
import { encodeNodeId } from "../src/graphql/node-id.js";
import { UserError } from "../src/graphql/user-errors.js";
import { formatTable } from "../src/lib/table.js";
import { provideCorpus } from "./corpus.js";
import { startWay, type Way } from "./servers.js";

const ARTICLES = 100_000;
/** After how many opened articles the memory is read. */
const OPENED = [50, 250, 500];
const MOST_OPENED = Math.max(...OPENED);

/** Signs somebody in and returns a page of theirs. */
export type SignIn = (browser: Browser, address: string, token: string) => Promise<Page>;

/** How soon the list of a large newsroom can be used, and how much memory many opened articles take. */
export async function measureScale(
  work: Work,
  server: string,
  way: Way,
  browser: Browser,
  signIn: SignIn,
): Promise<void> {
  const corpus = await provideCorpus(server, ARTICLES, () => {});
  const database = createDatabase({ url: corpus.url });
  const made = await createApiToken({ ...work, database }, { name: "Bench", role: "EDITOR" });
  if (made instanceof UserError) throw new Error(made.message);
  const articles = await database.prisma.articleHead.findMany({
    where: { head: "DRAFT" },
    orderBy: { articleId: "asc" },
    take: MOST_OPENED,
    select: { articleId: true, headline: true },
  });
  await database.close();
  const running = await startWay(way, corpus.url);
  const address = `http://127.0.0.1:${running.port}`;
  const page = await signIn(browser, address, made.token);
  console.log(formatTable(["list of 100,000", "ms"], await measureList(page, address)));
  const opened = articles.map(({ articleId, headline }) => ({ id: encodeNodeId("Article", articleId), headline }));
  console.log(formatTable(["opened articles", "heap MB", "nodes", "listeners"], await measureMemory(page, opened)));
  await page.context().close();
  await running.stop();
}

/** Milliseconds until rows can be opened and counts are there: cold, and again; and until a search is answered. */
async function measureList(page: Page, address: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const name of ["first visit", "second visit"]) {
    const startedAt = performance.now();
    await page.goto(`${address}/desk/`);
    await page.getByRole("row").first().waitFor();
    rows.push([`${name}: rows`, (performance.now() - startedAt).toFixed(0)]);
    await page.locator('nav a[href*="state=PUBLISHED"]', { hasText: /\d{3}/ }).waitFor();
    rows.push([`${name}: counts`, (performance.now() - startedAt).toFixed(0)]);
  }
  const answered = page.waitForResponse((answer) => answer.request().postData()?.includes('"turbines') === true);
  const startedAt = performance.now();
  await page.keyboard.press("/");
  await page.keyboard.insertText("turbines");
  await answered;
  rows.push(["search", (performance.now() - startedAt).toFixed(0)]);
  return rows;
}

interface OpenedArticle {
  readonly id: string;
  readonly headline: string;
}

/** Waits until something is true on the page, whose policy allows no evaluation of texts within it. */
async function until(page: Page, condition: string): Promise<void> {
  while (!(await page.evaluate<boolean>(condition)));
}

/** Opens one article after the other without leaving the page. */
async function measureMemory(page: Page, articles: readonly OpenedArticle[]): Promise<string[][]> {
  const session = await page.context().newCDPSession(page);
  const rows: string[][] = [];
  for (const [at, { id, headline }] of articles.entries()) {
    await page.evaluate(`history.pushState({}, "", "/desk/articles/${encodeURIComponent(id)}")`);
    await until(page, `document.getElementById("head-headline")?.value === ${JSON.stringify(headline)}`);
    if (OPENED.includes(at + 1)) rows.push([String(at + 1), ...(await memoryOf(session))]);
  }
  return rows;
}

/** What is in use after everything that nothing refers to was collected. */
async function memoryOf(session: CDPSession): Promise<string[]> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return [(usedSize / 1e6).toFixed(1), String(nodes), String(jsEventListeners)];
}
