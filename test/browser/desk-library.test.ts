import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemoNewsroom } from "../support/demo.js";
import { BROWSER } from "./browser.js";
import { checkLooks, faultsOfLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("the library of the desk in a browser", () => {
  let desk: DeskBrowser;
  let page: Page;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
    await loadDemoNewsroom(desk.app);
    page = await desk.signedIn("/", { role: "ADMIN" });
  }, 300_000);
  afterAll(() => desk.close());

  const visit = async (path: string): Promise<void> => {
    await page.goto(`${desk.address}/desk${path}`);
    await page.getByRole("row").first().waitFor();
  };

  it("leads from an altered quote to its paragraph with two keys", async () => {
    await visit("/quotes?verdict=ALTERED");
    const verdicts = await page.locator(".row-verdict").allTextContents();
    expect(new Set(verdicts)).toEqual(new Set(["Altered"]));
    await page.getByRole("grid", { name: "Who said what" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/articles\/[^?]+\?quote=/);
    await expect.poll(() => page.evaluate("String(document.getSelection())"), { timeout: 10_000 }).not.toBe("");
  });

  it("finds quotes by speaker, words, day and topic, and keeps the search in the address", async () => {
    await visit("/quotes");
    const all = await page.getByRole("row").count();
    const name = (await page.locator(".quote-row strong").first().textContent()) ?? "";
    await page.getByRole("combobox", { name: "Speaker" }).fill(name.slice(0, 6));
    await page.getByRole("option", { name }).first().click();
    await page.waitForURL(/speaker=/);
    await expect
      .poll(() => page.locator(".quote-row strong").allTextContents(), { timeout: 10_000 })
      .toEqual(expect.not.arrayContaining([expect.not.stringContaining(name)]));
    await page.getByLabel("From").fill("2100-01-01");
    await page.getByText("No quote matches.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => page.getByRole("row").count(), { timeout: 10_000 }).toBe(all);
  });

  it("aligns the names of persons with their roles from right to left, also where theirs is the first page", async () => {
    const persian = await desk.signedIn("/persons", { role: "ADMIN", language: "fa" });
    await persian.getByRole("row").first().waitFor();
    const ends = `[...document.querySelector(".row-main").children].map((line) => line.firstChild ?? line)
      .map((line) => { const range = new Range(); range.selectNode(line); return Math.round(range.getBoundingClientRect().right); })`;
    const [name, role] = await persian.evaluate<number[]>(ends);
    expect(name).toBe(role);
    await persian.context().close();
  });

  it("edits a person, and keeps the entries when a colleague was faster", async () => {
    await visit("/persons");
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/persons\//);
    await page.getByLabel("Role").fill("Harbour master");
    await desk.app.database.prisma.person.updateMany({ data: { version: { increment: 1 } } });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody else has changed this").waitFor();
    expect(await page.getByLabel("Role").inputValue()).toBe("Harbour master");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    expect(await desk.app.database.prisma.person.count({ where: { role: "Harbour master" } })).toBe(1);
  });

  it("merges a person into another one after showing what that changes", async () => {
    const [first, second] = await desk.app.database.prisma.person.findMany({ orderBy: { name: "asc" }, take: 2 });
    await visit("/persons");
    await page.getByRole("row", { name: first?.name ?? "" }).click();
    await page.getByRole("button", { name: "Merge into another…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Merge into" }).fill((second?.name ?? "").slice(0, 8));
    await page.getByRole("option", { name: second?.name ?? "" }).click();
    await dialog.getByText(`will be those of ${second?.name}`).waitFor();
    await checkLooks(desk, page, "merge");
    await dialog.getByRole("button", { name: "Merge" }).click();
    await page.getByRole("heading", { level: 1, name: second?.name ?? "" }).waitFor();
    expect(await desk.app.database.prisma.auditEntry.count({ where: { act: "mergePersons" } })).toBe(1);
  });

  it("edits a post, a picture with its focal point, a section and a topic", async () => {
    await visit("/posts");
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Name at the platform").fill("Renamed account");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Renamed account").first().waitFor();

    await visit("/images");
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Credit").fill("Test Agency");
    await page.getByLabel("Across").fill("25");
    await checkLooks(desk, page, "image");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Test Agency").first().waitFor();
    const image = await desk.app.database.prisma.image.findFirst({ where: { credit: "Test Agency" } });
    expect(image?.focalX).toBeCloseTo(0.25);

    await page.goto(`${desk.address}/desk/sections`);
    await page.getByRole("button", { name: "New section" }).click();
    await page.getByLabel("Name").fill("Inland shipping");
    await checkLooks(desk, page, "section");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: "Inland shipping" }).waitFor();

    await visit("/topics");
    await page.getByRole("row").first().click();
    await page.getByRole("dialog").getByLabel("Name").fill("Renamed topic");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: "Renamed topic" }).waitFor();
  });

  it("shows a refusal once: at its field, which gets the focus, or as a notice where it has none", async () => {
    await page.goto(`${desk.address}/desk/sections`);
    await page.getByRole("button", { name: "New section" }).click();
    await page.getByLabel("Name").fill("Ports");
    await page.getByLabel("Address").fill("No slug!");
    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".fault").waitFor();
    const [message = ""] = await dialog.locator(".fault").allTextContents();
    expect(await page.getByText(message).count()).toBe(1);
    expect(await dialog.getByRole("alert").count()).toBe(0);
    expect(await page.getByLabel("Address").evaluate((input) => input === input.ownerDocument.activeElement)).toBe(
      true,
    );
    await desk.shot(page, "refused-field");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("inland-ports");
    expect(await dialog.locator(".fault").count()).toBe(0);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await desk.app.database.prisma.section.count({ where: { slug: "inland-ports" } })).toBe(1);

    await desk.newsroom.draft({ topics: ["Taken topic", "Other topic"] });
    await visit("/topics");
    await page.getByRole("row", { name: "Other topic" }).click();
    await dialog.getByLabel("Name").fill("Taken topic");
    await page.getByRole("button", { name: "Save" }).click();
    await dialog.getByText(/leads to the topic/).waitFor();
    expect(await page.getByText(/leads to the topic/).count()).toBe(1);
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  it("merges a topic into one that is searched for, after the server has counted what changes", async () => {
    const names = Array.from({ length: 8 }, (_, at) =>
      Array.from({ length: 15 }, (__, n) => `Numbered ${at * 15 + n}`),
    );
    for (const topics of names) await desk.newsroom.draft({ topics });
    await desk.newsroom.published({ topics: ["Numbered 7", "Zebra crossings"] });
    await visit("/quotes");
    await page.getByRole("combobox", { name: "Topic" }).fill("zebra");
    await page.getByRole("option", { name: "Zebra crossings" }).click();
    await page.waitForURL(/topic=/);
    await page.reload();
    await expect.poll(() => page.getByRole("combobox", { name: "Topic" }).inputValue()).toBe("Zebra crossings");
    await visit("/topics");
    await page.getByRole("row", { name: "Numbered 7", exact: true }).click();
    await page.getByRole("combobox", { name: "Merge into" }).fill("zebra");
    await page.getByRole("option", { name: "Zebra crossings" }).click();
    await page
      .getByText(/“Zebra crossings”: 2. Drafts that change: 2; published texts: 1. Filed under both already: 1./)
      .waitFor();
    await desk.shot(page, "merge-topic");
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await desk.app.database.prisma.topic.count({ where: { name: "Numbered 7" } })).toBe(0);
  });

  it("creates a token, shows it once, and revokes it", async () => {
    await visit("/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByLabel("Name").fill("Night desk");
    await page.getByRole("button", { name: "Create" }).click();
    expect(await page.locator(".secret").textContent()).toMatch(/^dln_/);
    await checkLooks(desk, page, "token");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("row", { name: "Night desk" }).getByRole("button", { name: "Revoke" }).click();
    await checkLooks(desk, page, "revoke");
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("row", { name: "Night desk" }).getByText("Revoked").waitFor();
    expect(await page.locator(".secret").count()).toBe(0);
  });

  it.each(["quotes", "persons", "posts", "images", "sections", "topics", "tokens", "audit"])(
    "is accessible at /%s in every look, and fits a narrow screen",
    async (name) => {
      await visit(`/${name}`);
      expect(await faultsOfLooks(desk, page, name)).toEqual([]);
    },
  );

  it("says in the language of the interface why something is refused, and why a picture is not taken", async () => {
    const german = await desk.signedIn("/sections", { role: "ADMIN", language: "de" });
    const used = await desk.app.database.prisma.section.findFirstOrThrow({
      where: { parent: null, children: { none: {} }, heads: { some: {} } },
    });
    await german.getByRole("row", { name: used.name }).first().click();
    await german.getByRole("dialog").getByRole("button", { name: "Löschen" }).click();
    await german.getByText("In diesem Ressort sind Artikel. Verschieben Sie sie zuerst in ein anderes.").waitFor();
    await german.goto(`${desk.address}/desk/images`);
    const [chooser] = await Promise.all([
      german.waitForEvent("filechooser"),
      german.getByRole("button", { name: "Bilder hochladen" }).click(),
    ]);
    await chooser.setFiles({ name: "no.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
    await german.getByText("Dateien dieser Art werden nicht angenommen.").waitFor();
    expect(await german.getByRole("alert").allTextContents()).not.toContainEqual(expect.stringMatching(/The |picture/));
    await german.context().close();
  });

  it("is accessible where a person and dialogs are open, and from right to left", async () => {
    await visit("/persons");
    await page.getByRole("row").first().click();
    await page.getByLabel("Role").waitFor();
    expect(await faultsOfLooks(desk, page, "person")).toEqual([]);
    const arabic = await desk.signedIn("/quotes", { role: "ADMIN", language: "ar" });
    await arabic.getByRole("row").first().waitFor();
    expect(await faultsOfLooks(desk, arabic, "quotes-ar")).toEqual([]);
    await arabic.context().close();
  });
});
