import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyOf, openNew, quotesIn, readDraft, save, select } from "./article-page.js";
import { headersOf } from "../support/tokens.js";
import { BROWSER } from "./browser.js";
import { DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("what is typed at the desk", () => {
  let desk: DeskBrowser;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
  }, 300_000);
  afterAll(() => desk.close());

  const texts = async (id: string) => (await readDraft(desk, id)).body.map(({ text }) => text);
  const state = (page: Page) => page.locator(".save-state").getAttribute("data-saving");
  const version = async (id: string) => (await readDraft(desk, id)).version;

  it("stays when it is typed while a slow save is under way, and is saved by the next one", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "Slow." } }] });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/desk/graphql", async (route) => {
      if (route.request().postData()?.includes("SaveArticle") === true) await held;
      await route.continue();
    });
    await select(page, 0, 5);
    await page.keyboard.type(" One.");
    await page.keyboard.press("Control+s");
    await page.locator('.save-state[data-saving="saving"]').waitFor();
    await page.keyboard.type(" Two. ");
    release();
    await page.locator('.save-state[data-saving="idle"]').waitFor();
    expect(await bodyOf(page).locator("p").first().textContent()).toBe("Slow. One. Two. ");
    expect(await texts(id)).toEqual(["Slow. One."]);
    await save(page);
    expect(await texts(id)).toEqual(["Slow. One. Two."]);
    expect(await bodyOf(page).locator("p").first().textContent()).toBe("Slow. One. Two. ");
    await page.context().close();
  });

  it("survives a reload, a crash of the page and an outage, with the facts of quotes", async () => {
    const { page, id } = await openNew(desk, {
      body: [{ paragraph: { text: "“No comment,” he said.", quotes: [{ exact: "No comment" }] } }],
    });
    await page.route("**/desk/graphql", (route) => route.abort());
    await select(page, 0, 22);
    await page.keyboard.type(" Then he left.");
    await select(page, 0, 4);
    await page.getByLabel("Occasion").fill("At the quay");
    await page.getByLabel("Headline").fill("He leaves");
    await page.keyboard.press("Control+s");
    await page.locator('.save-state[data-saving="offline"]').waitFor();
    expect(await version(id)).toBe(1);
    await page.unroute("**/desk/graphql");
    await page.reload();
    await page.getByText(/What was not saved was restored/).waitFor();
    expect(await page.getByLabel("Headline").inputValue()).toBe("He leaves");
    await save(page);
    const draft = await readDraft(desk, id);
    expect([draft.headline, draft.body[0]?.text]).toEqual(["He leaves", "“No comment,” he said. Then he left."]);
    expect(quotesIn(draft)).toMatchObject([{ text: "No comment", occasion: "At the quay" }]);
    await page.reload();
    await bodyOf(page).waitFor();
    expect(await page.getByText(/What was not saved was restored/).count()).toBe(0);
    await page.context().close();
  });

  it("is saved when the connection is back", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "Before." } }] });
    await page.context().setOffline(true);
    await select(page, 0, 7);
    await page.keyboard.type(" After.");
    await page.keyboard.press("Control+s");
    await page.locator('.save-state[data-saving="offline"]').waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^Saved, /).waitFor();
    expect(await texts(id)).toEqual(["Before. After."]);
    await page.context().close();
  });

  it("is saved of its own accord after a pause, and not at every word", async () => {
    const { id } = await desk.newsroom.draft({ body: [{ paragraph: { text: "Start." } }] });
    const page = await desk.signedIn("/");
    await page.clock.install();
    await page.goto(`${desk.address}/desk/articles/${encodeURIComponent(id)}`);
    await bodyOf(page).waitFor();
    await select(page, 0, 6);
    await page.keyboard.type(" One.");
    await page.clock.runFor(9_000);
    expect(await version(id)).toBe(1);
    await page.clock.runFor(2_000);
    await page.getByText(/^Saved, /).waitFor();
    expect(await texts(id)).toEqual(["Start. One."]);
    await page.keyboard.type(" Two.");
    await page.clock.runFor(20_000);
    await page.keyboard.type(" Three.");
    await page.clock.runFor(20_000);
    expect(await version(id)).toBe(2);
    await page.clock.runFor(40_000);
    await page.getByText(/^Saved, /).waitFor();
    expect([await texts(id), await version(id)]).toEqual([["Start. One. Two. Three."], 3]);
    await page.context().close();
  });

  it("is not lost when the session ends meanwhile", async () => {
    const { id } = await desk.newsroom.draft({ body: [{ paragraph: { text: "Session." } }] });
    const { authorization = "" } = await headersOf(desk.app.database, "EDITOR", "Ada Reed");
    const page = await desk.window();
    await page.goto(`${desk.address}/desk/articles/${encodeURIComponent(id)}`);
    const signIn = async (): Promise<void> => {
      await page.getByLabel("Access token").fill(authorization.replace("Bearer ", ""));
      await page.keyboard.press("Enter");
    };
    await signIn();
    await bodyOf(page).waitFor();
    await select(page, 0, 8);
    await page.keyboard.type(" Kept.");
    await desk.endSessions();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
    await page.reload();
    await signIn();
    await bodyOf(page).getByText("Session. Kept.").waitFor();
    await save(page);
    await select(page, 0, 14);
    await page.keyboard.type(" More.");
    await desk.endSessions();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
    await signIn();
    await page.getByText(/^Saved, /).waitFor();
    expect(await texts(id)).toEqual(["Session. Kept. More."]);
    await page.context().close();
  }, 60_000);

  it("shows what the server refuses at its place, and keeps the text", async () => {
    const { page, id } = await openNew(desk, { headline: "Kept", body: [{ paragraph: { text: "Text." } }] });
    await page.getByLabel("Headline").fill("");
    await page.keyboard.press("Control+s");
    await page.getByText("The text must not be empty").waitFor();
    expect(await state(page)).toBe("refused");
    await page.getByRole("button", { name: "Go there" }).click();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("head-headline");
    await page.keyboard.type("Better");
    await save(page);
    expect((await readDraft(desk, id)).headline).toBe("Better");
    await page.context().close();
  });

  it("is refused in the language of the interface, with the name of the field", async () => {
    const { page } = await openNew(desk, { headline: "Kept" }, { language: "de" });
    await page.locator("#head-headline").fill("");
    await page.keyboard.press("Control+s");
    await page.getByText("Überschrift: Der Text darf nicht leer sein.").waitFor();
    await page.locator("#head-headline").fill("x".repeat(501));
    await page.keyboard.press("Control+s");
    await page.getByText("Überschrift: Der Text ist zu lang: höchstens 500 Zeichen.").waitFor();
    await page.goto(`${desk.address}/desk/sections`);
    const create = async (): Promise<void> => {
      await page.getByRole("button", { name: "Neues Ressort" }).click();
      await page.getByLabel("Name").fill("Hafen");
      await page.getByLabel("Adresse").fill("hafen");
      await page.getByRole("button", { name: "Speichern" }).click();
    };
    await create();
    await page.getByRole("row", { name: "Hafen" }).waitFor();
    await create();
    const fault = page.getByText("Diese Adresse hat oder hatte schon etwas anderes.");
    await fault.waitFor();
    expect(await fault.count()).toBe(1);
    await page.context().close();
  });
});
