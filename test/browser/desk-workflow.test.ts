import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, bodyOf, openNew, readDraft, save, select, writeAs } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("the work on an article at the desk", () => {
  let desk: DeskBrowser;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
  }, 300_000);
  afterAll(() => desk.close());

  const stateOf = async (id: string) => (await readDraft(desk, id)).state;
  const at = (id: string) => `/articles/${encodeURIComponent(id)}`;

  it("goes from the author to the editor and back with a reason that the author sees, and offers only what is allowed", async () => {
    const { page: author, id } = await openNew(desk, { headline: "For review" }, { role: "AUTHOR", name: "Ada Reed" });
    await author.getByRole("button", { name: "More acts" }).click();
    expect(await author.getByRole("menuitem").allTextContents()).not.toContain("Publish");
    await author.keyboard.press("Escape");
    await select(author, 0, 0);
    await author.keyboard.type("New. ");
    await act(author, "Submit for review");
    await author.getByText("In review").waitFor();
    const editor = await desk.signedIn(at(id), { role: "EDITOR", name: "Ed Quill" });
    await bodyOf(editor).getByText("New.").waitFor();
    await act(editor, "Send back");
    const dialog = editor.getByRole("dialog", { name: "Send back" });
    expect(await dialog.getByRole("button", { name: "Send back" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Reason").fill("Who says so?");
    await dialog.getByRole("button", { name: "Send back" }).click();
    await editor.getByText("Draft", { exact: true }).waitFor();
    await author.reload();
    await author.getByText(/Ed Quill sent the article back/).waitFor();
    await author.getByText("Who says so?").waitFor();
    await author.getByText("Also open: Ed Quill").waitFor({ timeout: 45_000 });
    await author.context().close();
    await editor.context().close();
  }, 90_000);

  it("is published after everything in its way was shown with the way to its place", async () => {
    const image = await desk.newsroom.image({ alt: "" });
    const { page, id } = await openNew(desk, {
      headline: "To be published",
      body: [
        { paragraph: { text: "“Nobody,” she said.", quotes: [{ exact: "Nobody", speakerRole: "Mayor" }] } },
        { figure: { imageId: image } },
      ],
    });
    await act(page, "Publish");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.getByText("A quote has no source:").waitFor();
    await dialog.getByText("A picture has no alternative text.").waitFor();
    expect(await dialog.getByRole("button", { name: "Publish", exact: true }).isDisabled()).toBe(true);
    await checkLooks(desk, page, "publish");
    await dialog
      .getByRole("listitem")
      .filter({ hasText: "A quote has no source" })
      .getByRole("button", { name: "Go there" })
      .click();
    await page.locator('.quote[aria-current="true"]', { hasText: "Nobody" }).waitFor();
    await act(page, "Publish");
    await dialog
      .getByRole("listitem")
      .filter({ hasText: "alternative text" })
      .getByRole("button", { name: "Go there" })
      .click();
    await page.locator("figure.ProseMirror-selectednode").waitFor();
    await page.getByRole("button", { name: "Describe the picture" }).click();
    const picture = page.getByRole("dialog", { name: "Picture" });
    await picture.getByLabel("Alternative text").fill("An empty quay");
    await picture.getByLabel("Caption").fill("The quay at dawn");
    await picture.getByLabel("Credit", { exact: true }).fill("Jo Doe");
    await checkLooks(desk, page, "figure");
    await page.keyboard.press("Escape");
    await bodyOf(page).locator(".credit", { hasText: "Jo Doe" }).waitFor();
    await act(page, "Publish");
    await dialog.getByText("A picture has no alternative text.").waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await page.locator('.badge[data-state="PUBLISHED"]').waitFor();
    const draft = await readDraft(desk, id);
    expect([draft.state, draft.body[1]?.alt, draft.body[1]?.caption]).toEqual([
      "PUBLISHED",
      "An empty quay",
      "The quay at dawn",
    ]);
    await page.context().close();
  });

  it("is corrected, with its changes shown word by word and the facts of quotes as sentences, and restored", async () => {
    const { id } = await desk.newsroom.published({
      headline: "The quay opens",
      body: [
        {
          paragraph: {
            text: "“It opens on Monday,” he said.",
            quotes: [{ exact: "It opens on Monday", speakerRole: "Mayor" }],
          },
        },
      ],
    });
    const page = await desk.signedIn(at(id));
    await bodyOf(page).waitFor();
    await select(page, 0, 13, 19);
    await page.keyboard.type("Tuesday");
    await page.getByLabel("Role at that time").fill("Harbour master");
    await save(page);
    await page.getByRole("link", { name: "Changes" }).click();
    await page.getByRole("heading", { level: 1, name: "Changes: The quay opens" }).waitFor();
    await page.locator("ins", { hasText: "Tuesday" }).first().waitFor();
    await page.getByText("Was “Mayor”, now “Harbour master”.").waitFor();
    await checkLooks(desk, page, "changes");
    await page.getByRole("link", { name: "Back to the text" }).click();
    await bodyOf(page).waitFor();
    await act(page, "Publish");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.locator("ins", { hasText: "Tuesday" }).first().waitFor();
    await dialog.getByText("Show a correction to readers").click();
    await dialog.getByLabel("Words of the correction").fill("It opens on Tuesday, not on Monday.");
    await checkLooks(desk, page, "correction");
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const read = `query ($id: ID!) { article(id: $id) { corrections { note } body { ... on Paragraph { text } } } }`;
    expect(await desk.app.data(read, { id })).toEqual({
      article: {
        corrections: [{ note: "It opens on Tuesday, not on Monday." }],
        body: [{ text: "“It opens on Tuesday,” he said." }],
      },
    });
    await page.goto(`${desk.address}/desk${at(id)}/changes`);
    await page.getByRole("button", { name: "Restore" }).last().click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await bodyOf(page).getByText("It opens on Monday").waitFor();
    expect((await readDraft(desk, id)).body[0]?.text).toBe("“It opens on Monday,” he said.");
    await page.context().close();
  });

  it("is scheduled in the zone of the browser, with the moment in UTC beside it", async () => {
    const { page, id } = await openNew(desk, { headline: "Later" });
    await act(page, "Schedule");
    const dialog = page.getByRole("dialog", { name: "Schedule" });
    await dialog.getByLabel("Moment of publication").fill("2031-07-01T09:30");
    await dialog.getByText(/07:30 UTC/).waitFor();
    await checkLooks(desk, page, "schedule");
    await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
    await page.getByText(/Publishes .*9:30.*7:30/).waitFor();
    expect(await stateOf(id)).toBe("SCHEDULED");
    await act(page, "Cancel the schedule");
    await page.locator('.badge[data-state="READY"]').waitFor();
    await page.context().close();
  });

  it("is killed with a reason that readers see, and cannot be written any more", async () => {
    const { id } = await desk.newsroom.published({ headline: "Forged" });
    const page = await desk.signedIn(at(id));
    await bodyOf(page).waitFor();
    await act(page, "Kill");
    const dialog = page.getByRole("alertdialog", { name: "Kill" });
    expect(await dialog.getByRole("button", { name: "Kill" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Reason").fill("The document was forged.");
    await checkLooks(desk, page, "kill");
    await dialog.getByRole("button", { name: "Kill" }).click();
    await page.locator('.badge[data-state="KILLED"]').waitFor();
    const notice = page.getByRole("region", { name: "Killed" });
    for (const isReloaded of [false, true]) {
      if (isReloaded) await page.reload();
      await notice.getByText("The document was forged.").waitFor();
      expect(await notice.textContent()).toMatch(/ killed the article, this minute/);
    }
    await checkLooks(desk, page, "killed");
    expect(await bodyOf(page).getAttribute("contenteditable")).toBe("false");
    const read = `query ($id: ID!) { killNotice(id: $id) { reason } }`;
    expect(await desk.app.data(read, { id })).toEqual({ killNotice: { reason: "The document was forged." } });
    await page.context().close();
  });

  it("takes pictures of the library into the text and as lead image, found by words, by the keyboard alone", async () => {
    await desk.newsroom.image({ alt: "Gulls above the quay", caption: "The quay in March" });
    await desk.newsroom.image({ alt: "A rope ladder", credit: "Jo Doe" });
    const { page, id } = await openNew(desk, {
      headline: "From the shelf",
      body: [{ paragraph: { text: "Before." } }],
    });
    const library = page.getByRole("dialog", { name: "From the library" });
    const choose = async (opener: Locator, words: string, alt: string): Promise<void> => {
      await opener.press("Enter");
      await pick(words, alt);
    };
    const pick = async (words: string, alt: string): Promise<void> => {
      await library.getByRole("searchbox").and(page.locator(":focus")).waitFor();
      await page.keyboard.type(words);
      await expect.poll(() => library.getByRole("row").allTextContents()).toEqual([expect.stringContaining(alt)]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await library.waitFor({ state: "detached" });
    };
    await select(page, 0, 7);
    await page.getByRole("toolbar").getByRole("button", { name: "Insert" }).press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await pick("ladder", "A rope ladder");
    await save(page);
    expect((await readDraft(desk, id)).body).toMatchObject([{ text: "Before." }, { alt: "A rope ladder" }]);
    await page.getByRole("button", { name: "Describe the picture" }).click();
    const figure = page.getByRole("dialog", { name: "Picture" });
    await choose(figure.getByRole("button", { name: "Replace from the library" }), "gulls", "Gulls above the quay");
    await expect.poll(() => figure.getByLabel("Caption").inputValue()).toBe("The quay in March");
    await figure.getByRole("button", { name: "Close" }).click();
    await page.getByRole("tab", { name: "Details" }).click();
    const details = page.getByRole("tabpanel", { name: "Details" });
    await details.getByRole("button", { name: "From the library" }).press("Enter");
    await library.getByRole("row", { name: "A rope ladder" }).waitFor();
    await checkLooks(desk, page, "picture-library");
    await page.keyboard.press("Escape");
    await choose(details.getByRole("button", { name: "From the library" }), "ladder", "A rope ladder");
    await page.getByRole("dialog", { name: "Lead image" }).getByRole("button", { name: "Close" }).click();
    await save(page);
    const draft = await readDraft(desk, id);
    expect(draft.body).toMatchObject([{ text: "Before." }, { alt: "Gulls above the quay" }]);
    expect(draft.leadImage).toMatchObject({ alt: "A rope ladder" });
    await page.context().close();
  });

  it("shows that a colleague has written, and takes it over on demand", async () => {
    const { page, id } = await openNew(desk, { headline: "Shared", body: [{ paragraph: { text: "Words." } }] });
    await writeAs(desk, "Bo Colleague", { id, expectedVersion: 1, standfirst: "By Bo." });
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText(/Bo Colleague changed this article/).waitFor({ timeout: 40_000 });
    await page.getByRole("button", { name: "Show these changes here" }).click();
    await expect.poll(() => page.getByLabel("Standfirst").inputValue()).toBe("By Bo.");
    await page.context().close();
  }, 60_000);

  it("reads and writes from right to left, in every look and on a narrow screen", async () => {
    const { page } = await openNew(
      desk,
      {
        headline: "بازگشایی اسکله پس از نه سال",
        language: "fa",
        body: [
          {
            paragraph: {
              text: "شهردار گفت: «اسکله دوشنبه باز می‌شود» و رفت.",
              quotes: [{ exact: "اسکله دوشنبه باز می‌شود" }],
            },
          },
        ],
      },
      { language: "fa" },
    );
    expect(await bodyOf(page).getAttribute("dir")).toBe("rtl");
    await select(page, 0, 20);
    await checkLooks(desk, page, "article-rtl");
    await page.context().close();
  });
});
