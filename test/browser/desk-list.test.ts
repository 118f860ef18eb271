import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SignInIssuer } from "../desk/sign-in-issuer.js";
import { headersOf } from "../support/tokens.js";
import { BROWSER } from "./browser.js";
import { checkLooks, faultsOfLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("the desk in a browser", () => {
  let desk: DeskBrowser;
  let issuer: SignInIssuer;

  beforeAll(async () => {
    issuer = await SignInIssuer.listen();
    desk = await DeskBrowser.open({
      oidc: { issuer: issuer.url, audience: "dateline", roleClaim: "role" },
      oidcClient: { id: "desk", secret: "open sesame" },
    });
    const { newsroom } = desk;
    const sectionId = await newsroom.section({ name: "Harbour" });
    for (let at = 1; at <= 60; at += 1) await newsroom.published({ headline: `Quay report ${at}`, sectionId });
    await newsroom.draft({ headline: "بازگشایی اسکله", language: "fa" });
    await newsroom.draft({ headline: "The ferry returns", byline: "Ada Reed" });
  }, 300_000);
  afterAll(async () => {
    await desk.close();
    await issuer.close();
  });

  const headlines = (page: Page) => page.locator(".row .headline").allTextContents();

  it("signs in with a token and returns to the address that was asked for", async () => {
    const page = await desk.window();
    await page.goto(`${desk.address}/desk/?state=DRAFT`);
    await page.getByLabel("Access token").fill("dln_wrong");
    await page.keyboard.press("Enter");
    await page.getByText("This token is not accepted").waitFor();
    const { authorization = "" } = await headersOf(desk.app.database, "AUTHOR", "Ada Reed");
    await page.getByLabel("Access token").fill(authorization.replace("Bearer ", ""));
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: "The ferry returns" }).waitFor();
    expect(page.url()).toBe(`${desk.address}/desk/?state=DRAFT`);
    await page.context().close();
  });

  it("signs in with a link once, and takes its secret out of the address", async () => {
    const { authorization = "" } = await headersOf(desk.app.database, "ADMIN", "Operator");
    const path = desk.app.createSignInPath(authorization.replace("Bearer ", ""));
    const page = await desk.window();
    await page.goto(`${desk.address}${path}`);
    await page.getByRole("heading", { name: "Articles" }).waitFor();
    const other = await desk.window();
    // The page that a link is opened in may be the one that asks for it.
    await other.goto(`${desk.address}/desk`);
    await other.getByLabel("Access token").waitFor();
    await other.goto(`${desk.address}${path}`);
    await other.getByText("This link was used already").waitFor();
    await other.goto(`${desk.address}${desk.app.createSignInPath(authorization.replace("Bearer ", ""))}`);
    await other.getByRole("heading", { name: "Articles" }).waitFor();
    expect([page.url().includes("#"), other.url().includes("#")]).toEqual([false, false]);
    await page.context().close();
    await other.context().close();
  });

  it("signs in with an account at the issuer, and again from the page whose session has ended", async () => {
    const page = await desk.window();
    await page.goto(`${desk.address}/desk`);
    await page.getByRole("link", { name: "Sign in with your account" }).click();
    await page.getByRole("link", { name: "Continue as Ina Desk" }).click();
    await page.getByRole("heading", { name: "Articles" }).waitFor();
    await page.getByText("Ina Desk").waitFor();
    await desk.endSessions();
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    const opened = page.waitForEvent("popup");
    await dialog.getByRole("link", { name: "Sign in with your account" }).click();
    await (await opened).getByRole("link", { name: "Continue as Ina Desk" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("ferry");
    await expect.poll(() => headlines(page), { timeout: 10_000 }).toEqual(["The ferry returns"]);
    await page.context().close();
  });

  it("says that signing in at the issuer failed, and offers a token", async () => {
    issuer.claims = { role: "READER" };
    const page = await desk.window();
    await page.goto(`${desk.address}/desk`);
    await page.getByRole("link", { name: "Sign in with your account" }).click();
    await page.getByRole("link", { name: "Continue as Ina Desk" }).click();
    await page.getByText("Signing in at the issuer failed").waitFor();
    expect(await page.getByLabel("Access token").isVisible()).toBe(true);
    issuer.claims = {};
    await page.context().close();
  });

  it("is usable by the keyboard alone: from the address to an article and back", async () => {
    const page = await desk.signedIn("/");
    await page.getByRole("row").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("ferry");
    await expect.poll(() => headlines(page), { timeout: 10_000 }).toEqual(["The ferry returns"]);
    expect(page.url()).toContain("words=ferry");
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/articles\//);
    await page.goBack();
    await expect.poll(() => headlines(page), { timeout: 10_000 }).toEqual(["The ferry returns"]);
    await page.context().close();
  });

  it("counts what is new and moves nothing until it is asked to", async () => {
    const page = await desk.signedIn("/?state=PUBLISHED");
    await page.getByRole("row").first().waitFor();
    const before = await headlines(page);
    await desk.newsroom.published({ headline: "Breaking: the lock is open" });
    // As when the reader comes back to the window; otherwise it takes ten seconds.
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    const button = page.getByRole("button", { name: "Show 1 new or changed article" });
    await button.waitFor();
    expect(await headlines(page)).toEqual(before);
    await button.click();
    await expect.poll(async () => (await headlines(page))[0], { timeout: 10_000 }).toBe("Breaking: the lock is open");
    await page.context().close();
  });

  it("restores an article from the trash", async () => {
    const { id, version } = await desk.newsroom.draft({ headline: "Deleted by mistake" });
    const headers = await headersOf(desk.app.database, "EDITOR");
    const input = { id, expectedVersion: version };
    const mutation = "mutation ($input: DeleteArticleInput!) { deleteArticle(input: $input) { __typename } }";
    await desk.app.data(mutation, { input }, headers);
    const page = await desk.signedIn("/?state=TRASH");
    await page.getByRole("button", { name: "Restore" }).click();
    await page.getByText("Restored: Deleted by mistake").waitFor();
    expect(await headlines(page)).toEqual([]);
    await page.context().close();
  });

  it("asks for a new session over the page when the session ends, and goes on where it was", async () => {
    const page = await desk.signedIn("/");
    await page.getByRole("row").first().waitFor();
    await desk.endSessions();
    await page.keyboard.press("/");
    await page.keyboard.type("ferry");
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await dialog.waitFor();
    await checkLooks(desk, page, "session-ended");
    const { authorization = "" } = await headersOf(desk.app.database, "EDITOR");
    await dialog.getByLabel("Access token").fill(authorization.replace("Bearer ", ""));
    await page.keyboard.press("Enter");
    await expect.poll(() => headlines(page), { timeout: 10_000 }).toEqual(["The ferry returns"]);
    await page.context().close();
  });

  it("is accessible in every look, and fits a narrow screen", async () => {
    const signIn = await desk.window();
    await signIn.goto(`${desk.address}/desk/sign-in`);
    await signIn.getByLabel("Access token").waitFor();
    expect(await faultsOfLooks(desk, signIn, "sign-in")).toEqual([]);
    const page = await desk.signedIn("/");
    await page.getByRole("row").first().waitFor();
    expect(await faultsOfLooks(desk, page, "list")).toEqual([]);
    const persian = await desk.signedIn("/", { language: "fa-IR" });
    await persian.getByRole("row").first().waitFor();
    expect(await persian.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await faultsOfLooks(desk, persian, "list-fa")).toEqual([]);
    for (const each of [signIn, page, persian]) await each.context().close();
  });
});
