import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Role } from "../../src/auth/role.js";
import { freePort } from "../../src/database/embedded-postmaster.js";
import { createTestApp, type TestApp, type TestSettings } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";
import { launch } from "./browser.js";

/** Where screenshots go; none are taken where it is not set. */
const SHOTS = process.env["DESK_SHOTS"];

/** Settings of a page. */
export interface PageSettings {
  readonly role?: Role;
  readonly name?: string;
  readonly language?: string;
  readonly width?: number;
  /** The time zone of the browser. */
  readonly zone?: string;
}

/** A server with the desk, and a browser in which several people can be signed in. */
export class DeskBrowser {
  readonly newsroom: Newsroom;
  /** Faults that a page reported: errors of scripts, refused resources, messages of the console. */
  readonly faults: string[] = [];

  private constructor(
    readonly app: TestApp,
    readonly browser: Browser,
    readonly address: string,
  ) {
    this.newsroom = new Newsroom(app.database);
  }

  /** Builds the desk and starts a server and a browser: call it in `beforeAll`, and `close` in `afterAll`. */
  static async open(settings: TestSettings = {}): Promise<DeskBrowser> {
    const built = spawnSync(process.execPath, ["scripts/desk.mjs"], { encoding: "utf8" });
    expect(built).toMatchObject({ status: 0, stderr: "" });
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const app = await createTestApp({ publicUrl: address, ...settings });
    await app.http.listen({ port, host: "127.0.0.1" });
    return new DeskBrowser(app, await launch(), address);
  }

  /** Ends the server and the browser. No page may have reported a fault. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
    expect(this.faults).toEqual([]);
  }

  /** A window of a browser without a session. */
  async window({ language = "en-GB", width = 1280, zone = "Europe/Berlin" }: PageSettings = {}): Promise<Page> {
    const context = await this.browser.newContext({
      locale: language,
      viewport: { width, height: 900 },
      timezoneId: zone,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.faults.push(String(error)));
    page.on("console", (message) => {
      // Chromium reports every answer that is no success; those are expected where a test provokes them.
      const isNetwork = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isNetwork) this.faults.push(message.text());
    });
    return page;
  }

  /** A window of somebody who is signed in, at an address of the desk. */
  async signedIn(path = "/", settings: PageSettings = {}): Promise<Page> {
    const page = await this.window(settings);
    await this.signIn(page.context(), settings);
    await page.goto(`${this.address}/desk${path}`);
    return page;
  }

  /** Begins a session in a window without its sign-in page. */
  async signIn(context: BrowserContext, { role = "EDITOR", name }: PageSettings = {}): Promise<void> {
    const { authorization = "" } = await headersOf(this.app.database, role, name);
    const origin = { "sec-fetch-site": "same-origin", authorization };
    const answer = await context.request.post(`${this.address}/desk/session`, { headers: origin });
    expect(answer.status()).toBe(204);
  }

  /** Ends all sessions on the server, as if their time were over. */
  async endSessions(): Promise<void> {
    await this.app.database.prisma.deskSession.deleteMany({});
  }

  /** Takes a screenshot where one is wanted. */
  async shot(page: Page, name: string): Promise<void> {
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** All of the page but the announcements of a library, which may be of what is gone already. */
const TESTED = JSON.stringify({ exclude: ["[data-live-announcer]"] });

/** All rules, or those that depend on the colours of a look, since everything else is the same in all of them. */
const RULES = {
  all: {},
  colours: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
} as const;

/** Violations that axe finds on a page, in a world of its own, because the page's policy allows no foreign script. */
async function violationsOn(page: Page, rules: keyof typeof RULES = "all"): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  // The world is the same one until the page is left, and so is what was loaded into it.
  const world = { frameId: frameTree.frame.id, worldName: "axe" };
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", world);
  const evaluate = async (expression: string): Promise<unknown> =>
    (await session.send("Runtime.evaluate", { expression, contextId, awaitPromise: true })).result.value;
  if ((await evaluate("typeof axe")) !== "object") await evaluate(AXE);
  const options = JSON.stringify({ ...RULES[rules], resultTypes: ["violations"] });
  const found = await evaluate(`axe.run(${TESTED}, ${options}).then(({ violations }) => JSON.stringify(violations))`);
  await session.detach();
  const violations = JSON.parse(String(found)) as AxeViolation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Drops files of this machine at the middle of an element, or beside it, as a hand does that drags them in. */
export async function dropFiles(page: Page, target: Locator, files: readonly string[], below = 0): Promise<void> {
  const box = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, below === 0 ? box.y + box.height / 2 : box.y + box.height + below];
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    await session.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await session.detach();
}

/** Writes files to drop or choose in a folder of their own. */
export function writeFiles(files: Readonly<Record<string, string | Buffer>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
}

/** How far a page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  // As a text: the tests are compiled without the types of a browser.
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** The looks in which every screen is checked. */
export const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
} as const;

/** What is wrong with a screen in some look: violations that axe finds, and sideways scrolling on a narrow screen. */
export async function faultsOfLooks(desk: DeskBrowser, page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    const violations = await violationsOn(page, look === "light" ? "all" : "colours");
    found.push(...violations.map((violation) => `${look}: ${violation}`));
    await desk.shot(page, `${name}-${look}`);
  }
  await page.emulateMedia(LOOKS.light);
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 375, height: 800 });
  const narrow = await sidewaysScroll(page);
  await desk.shot(page, `${name}-phone`);
  await page.setViewportSize(size);
  return narrow === 0 ? found : [...found, `phone: scrolls sideways by ${narrow} pixels`];
}

/** Checks a screen in every look. */
export async function checkLooks(desk: DeskBrowser, page: Page, name: string): Promise<void> {
  expect(await faultsOfLooks(desk, page, name)).toEqual([]);
}
