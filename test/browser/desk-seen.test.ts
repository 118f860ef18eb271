import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, bodyOf, openNew, readDraft, writeAs } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("what readers see of an article, at the desk", () => {
  let desk: DeskBrowser;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
  }, 300_000);
  afterAll(() => desk.close());

  const at = (id: string) => `/articles/${encodeURIComponent(id)}`;
  const stateOf = async (id: string) => (await readDraft(desk, id)).state;

  it("shows why it was unpublished, until it is published again", async () => {
    const { id } = await desk.newsroom.published({ headline: "Taken back" });
    const page = await desk.signedIn(at(id), { name: "Bo Editor" });
    await bodyOf(page).waitFor();
    await act(page, "Unpublish");
    const dialog = page.getByRole("dialog", { name: "Unpublish" });
    await dialog.getByLabel("Reason").fill("A name is wrong.");
    await dialog.getByRole("button", { name: "Unpublish" }).click();
    const notice = page.getByRole("region", { name: "Unpublished" });
    await notice.getByText("A name is wrong.").waitFor();
    await notice.getByText(/Bo Editor unpublished the article/).waitFor();
    await act(page, "Publish");
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator('.badge[data-state="PUBLISHED"]').waitFor();
    expect(await notice.count()).toBe(0);
    await page.context().close();
  });

  it("shows a moment once where the zone of the browser is at UTC, and twice elsewhere", async () => {
    const { page, id } = await openNew(desk, { headline: "At ten" }, { zone: "UTC" });
    await act(page, "Schedule");
    const dialog = page.getByRole("dialog", { name: "Schedule" });
    await dialog.getByLabel("Moment of publication").fill("2031-07-01T10:00");
    await dialog.getByText(/10:00 UTC$/).waitFor();
    await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
    const times = async (): Promise<number> =>
      ((await page.getByText(/^Publishes /).textContent()) ?? "").match(/\d:00/g)?.length ?? 0;
    await page.getByText(/^Publishes /).waitFor();
    expect(await times()).toBe(1);
    await page.goto(`${desk.address}/desk/?state=SCHEDULED`);
    await page.getByRole("row", { name: "At ten" }).waitFor();
    expect(await times()).toBe(1);
    const other = await desk.signedIn(at(id));
    await other.getByText(/^Publishes .*12:00.*10:00 UTC/).waitFor();
    await other.context().close();
    await page.context().close();
  });

  it("notes in the log what the server says of an act in the language of the interface", async () => {
    const embargoedUntil = new Date("2031-06-01T10:00:00Z");
    const { page, id } = await openNew(desk, { headline: "Früher", embargoedUntil }, { language: "de", role: "ADMIN" });
    const embargoReason = "Die Agentur stimmt zu.";
    await writeAs(desk, "Bo Kollegin", { id, expectedVersion: 1, embargoedUntil: null, embargoReason });
    await page.getByRole("tab", { name: "Vorschau" }).click();
    await page.getByRole("button", { name: "Vorschau zeigen" }).click();
    await page.locator("iframe.preview").waitFor();
    const wanted = /Die Sperrfrist bis 01\.06\.2031, 12:00 wurde aufgehoben: Die Agentur stimmt zu\./;
    await page.getByRole("tab", { name: "Protokoll" }).click();
    await page.locator(".log").getByText(wanted).waitFor();
    await page
      .locator(".log")
      .getByText(/^Bis \d/)
      .waitFor();
    await page.goto(`${desk.address}/desk/audit`);
    await page.getByRole("row").getByText(wanted).waitFor();
    expect(await page.getByRole("grid").textContent()).not.toMatch(/embargo|until/);
    await page.context().close();
  });

  it("previews what readers see without calling it a draft, until it is changed", async () => {
    const { id } = await desk.newsroom.published({ headline: "As seen" });
    const page = await desk.signedIn(at(id));
    await bodyOf(page).waitFor();
    await page.getByRole("tab", { name: "Preview" }).click();
    await page.getByRole("button", { name: "Show the preview" }).click();
    const shown = page.frameLocator("iframe.preview");
    await shown.getByRole("heading", { name: "As seen" }).waitFor();
    expect(await shown.getByText("Draft: not published").count()).toBe(0);
    await page.getByLabel("Headline").fill("Not yet seen");
    await page.getByRole("button", { name: "Refresh the preview" }).click();
    await shown.getByText("Draft: not published").waitFor();
    await page.context().close();
  });

  it("shows the draft as readers will see it, in a page beside the text and by a link", async () => {
    const { page, id } = await openNew(desk, {
      headline: "Seen early",
      body: [{ paragraph: { text: "Draft words." } }],
    });
    await page.getByRole("tab", { name: "Preview" }).click();
    await page.getByRole("button", { name: "Show the preview" }).click();
    await page.frameLocator("iframe.preview").getByText("Draft words.").waitFor();
    const href = await page.getByRole("link", { name: "Open in a window" }).getAttribute("href");
    const other = await desk.window();
    await other.goto(href ?? "");
    await other.getByText("Draft words.").waitFor();
    await checkLooks(desk, page, "preview");
    expect(await stateOf(id)).toBe("DRAFT");
    await other.context().close();
    await page.context().close();
  });
});
