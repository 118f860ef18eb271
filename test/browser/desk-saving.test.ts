import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyOf, openNew, paragraphsIn, quotesIn, readDraft, save, select, writeAs } from "./article-page.js";
import { headersOf } from "../support/tokens.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser } from "./desk-page.js";

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

  it("is merged with what a colleague wrote elsewhere in the article, and the caret stays", async () => {
    const { page, id } = await openNew(desk, {
      headline: "Mine and theirs",
      body: [
        { paragraph: { text: "Mine to write." } },
        { paragraph: { text: "Theirs “to write”.", quotes: [{ exact: "to write" }] } },
        { paragraph: { text: "Nobody’s." } },
      ],
    });
    const [first, second, third] = (await readDraft(desk, id)).body;
    await select(page, 0, 14);
    await page.keyboard.type(" Added here.");
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: 1,
      standfirst: "Theirs too.",
      body: [
        { paragraph: { id: first?.id } },
        {
          paragraph: {
            id: second?.id,
            text: "Theirs now says “to write”.",
            quotes: [{ exact: "to write", occasion: "There" }],
          },
        },
        { paragraph: { id: third?.id } },
      ],
    });
    await page.keyboard.press("Control+s");
    await page.getByText(/Merged with 2 changes by Bo Colleague|Merged with 3 changes by Bo Colleague/).waitFor();
    await page.keyboard.type(" Still here.");
    await save(page);
    const draft = await readDraft(desk, id);
    expect(draft.standfirst).toBe("Theirs too.");
    expect(paragraphsIn(draft).map(({ text }) => text)).toEqual([
      "Mine to write. Added here. Still here.",
      "Theirs now says “to write”.",
      "Nobody’s.",
    ]);
    await page.context().close();
  });

  it("is merged by words with what a colleague wrote in the same paragraph and headline, with the quotes of both", async () => {
    const { page, id } = await openNew(desk, {
      headline: "The quay opens",
      body: [{ paragraph: { text: "“No storm,” she said on Monday at nine.", quotes: [{ exact: "No storm" }] } }],
    });
    const [first] = (await readDraft(desk, id)).body;
    await select(page, 0, 38);
    await page.keyboard.type(" sharp");
    await page.getByLabel("Headline").fill("The quay opens again");
    await select(page, 0, 44);
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: 1,
      headline: "The old quay opens",
      body: [
        {
          paragraph: {
            id: first?.id,
            text: "“No big storm,” she said on Tuesday at nine.",
            marks: [{ kind: "STRONG", start: 28, end: 35 }],
            quotes: [{ id: first?.quotes?.[0]?.id, exact: "No big storm", occasion: "On the quay" }],
          },
        },
      ],
    });
    await page.keyboard.press("Control+s");
    await page.getByText(/Merged with 3 changes by Bo Colleague/).waitFor();
    await page.keyboard.type(" again");
    await save(page);
    const draft = await readDraft(desk, id);
    expect([draft.headline, draft.body[0]?.html]).toEqual([
      "The old quay opens again",
      expect.stringContaining("she said on <strong>Tuesday</strong> at nine sharp again."),
    ]);
    expect(quotesIn(draft)).toMatchObject([
      { id: first?.quotes?.[0]?.id, text: "No big storm", occasion: "On the quay" },
    ]);
    await page.context().close();
  });

  it("and what a colleague wrote in the same place are shown side by side, and neither is lost before one is chosen", async () => {
    const { page, id } = await openNew(desk, {
      headline: "The quay",
      body: [{ paragraph: { text: "The quay opens on Monday at nine." } }, { paragraph: { text: "Second." } }],
    });
    const [first, second] = (await readDraft(desk, id)).body;
    await select(page, 0, 18, 24);
    await page.keyboard.type("Wednesday");
    await page.getByLabel("Headline").fill("The quay opens");
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: 1,
      headline: "The quay on Tuesday",
      body: [
        { paragraph: { id: first?.id, text: "The quay opens on Tuesday at nine." } },
        { paragraph: { id: second?.id } },
      ],
    });
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("alertdialog", { name: "Both of you changed the same" });
    await dialog.getByText(/You and Bo Colleague/).waitFor();
    await checkLooks(desk, page, "conflict");
    expect(await version(id)).toBe(2);
    await dialog.getByRole("button", { name: "Keep writing" }).click();
    expect(await bodyOf(page).locator("p").first().textContent()).toBe("The quay opens on Wednesday at nine.");
    await page.reload();
    await dialog.waitFor();
    await dialog.getByRole("radiogroup", { name: "Headline" }).getByText("Your version").click();
    await dialog
      .getByRole("radiogroup", { name: /The quay opens/ })
      .getByText("Bo Colleague")
      .click();
    await dialog.getByRole("button", { name: "Save with these" }).click();
    await page.getByText(/^Saved, /).waitFor();
    const draft = await readDraft(desk, id);
    expect([draft.headline, draft.body[0]?.text]).toEqual(["The quay opens", "The quay opens on Tuesday at nine."]);
    expect(await bodyOf(page).locator("p").first().textContent()).toBe("The quay opens on Tuesday at nine.");
    await page.context().close();
  });

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
    const fault = page.getByText(/Das widerspricht etwas, das es schon gibt. .Another section/);
    await fault.waitFor();
    expect(await fault.count()).toBe(1);
    await page.context().close();
  });
});
