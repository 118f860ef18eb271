import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePicture } from "../support/pictures.js";
import { BROWSER } from "./browser.js";
import { DeskBrowser, faultsOfLooks } from "./desk-page.js";

const COPY = `Harbour reopens after storm

By Ada Reed

PORT ALDREN, March 2 – The harbour reopened on Monday.

“We will not close the port again this year,” said harbour master Anna Quill.

“The ferries sail from six,” said Berta Holm, a spokeswoman.`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay lights</title></head><body><article>
<h1>Quay lights return</h1><p>The lights on the quay were switched on again on Monday after three dark weeks, the town said.</p>
<figure><img src="https://pictures.example/quay.jpg" alt="The quay at night"><figcaption>The quay on Monday</figcaption></figure>
<p>“It was worth the wait,” said Anna Quill. The town paid for new cables along the whole of the old harbour wall.</p>
</article></body></html>`;

describe.skipIf(BROWSER === null)("wire copy on the desk in a browser", () => {
  let desk: DeskBrowser;
  let page: Page;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
    await desk.newsroom.person({ name: "Anna Quill", role: "Harbour master" });
    await desk.newsroom.person({ name: "Berta Holm-Larsen", role: "Minister" });
    page = await desk.signedIn("/wire");
  }, 300_000);
  afterAll(() => desk.close());

  const articles = () => desk.app.database.prisma.article.count();
  const row = (text: string) => page.getByRole("grid", { name: "Decisions" }).getByRole("row", { name: text });

  const paste = async (text: string): Promise<void> => {
    await page.goto(`${desk.address}/desk/wire`);
    await page.getByLabel("Copy").fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("region", { name: "The story as read" }).waitFor();
  };

  it("is read for review without writing anything", async () => {
    const persons = await desk.app.database.prisma.person.count();
    await paste(COPY);
    expect(await page.getByLabel("Headline").inputValue()).toBe("Harbour reopens after storm");
    expect(await page.locator("mark").allTextContents()).toEqual([
      "We will not close the port again this year,",
      "The ferries sail from six,",
    ]);
    await row("Quote: We will not close").getByText("sure").waitFor();
    expect([await articles(), await desk.app.database.prisma.person.count()]).toEqual([0, persons]);
    expect(await faultsOfLooks(desk, page, "wire-review")).toEqual([]);
  });

  it("becomes a draft by decisions that the keyboard makes", async () => {
    await paste(COPY);
    await row("Quote: We will not close").focus();
    await page.keyboard.press("a");
    await row("Quote: We will not close").getByText("Accepted").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("r");
    await row("Quote: The ferries").getByText("Refused").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("c");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Holm-L");
    await page.getByRole("option", { name: "Berta Holm-Larsen" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await row("Quote: We will not close").getByRole("button", { name: "Berta Holm-Larsen, Minister" }).waitFor();
    await page.getByRole("button", { name: "Make draft" }).click();
    await page.waitForURL(/\/desk\/articles\//);
    const quotes = await desk.app.database.prisma.quote.findMany({ include: { speaker: true } });
    expect(quotes.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
      ["We will not close the port again this year,", "Berta Holm-Larsen"],
    ]);
  });

  it("leads to the article of a story that is known", async () => {
    await paste(COPY);
    await page.getByText("This story was imported before.").waitFor();
    expect(await page.getByRole("button", { name: "Make draft" }).count()).toBe(0);
    await page.getByRole("link", { name: /Open its article/ }).click();
    await page.waitForURL(/\/desk\/articles\//);
    expect(await articles()).toBe(1);
  });

  it("of files is read one after the other, and pictures get their files", async () => {
    await page.goto(`${desk.address}/desk/wire`);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose files" }).click(),
    ]);
    await chooser.setFiles([
      { name: "lights.html", mimeType: "text/html", buffer: Buffer.from(PAGE) },
      {
        name: "latin.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Müller eröffnet Halle\n\nDie Halle wurde am Montag eröffnet.", "latin1"),
      },
    ]);
    await page.getByText("Story 1 of 2: lights.html").waitFor();
    const [picked] = await Promise.all([
      page.waitForEvent("filechooser"),
      row("Picture:").getByRole("button", { name: "Choose the file" }).click(),
    ]);
    await picked.setFiles({ name: "quay.jpg", mimeType: "image/jpeg", buffer: await makePicture() });
    await row("Picture:").getByText("Accepted").waitFor();
    await desk.shot(page, "wire-picture");
    await page.getByRole("button", { name: "Make draft" }).click();
    await page.getByText("Story 2 of 2: latin.txt").waitFor();
    await page.getByText("Die Halle wurde am Montag eröffnet.").waitFor();
    expect(await desk.app.database.prisma.figure.count()).toBe(1);
  });

  it("with several stories becomes several drafts", async () => {
    const items = ["First of two", "Second of two"].map((headline, at) => ({
      uri: `urn:test:${at}`,
      type: "text",
      headline,
      body_text: `The text of story ${at}, which is long enough to be a story of its own.`,
    }));
    await page.goto(`${desk.address}/desk/wire`);
    await page.getByLabel("Copy").fill(items.map((item) => JSON.stringify(item)).join("\n"));
    await page.getByRole("button", { name: "Read it" }).click();
    const before = await articles();
    await page.getByRole("button", { name: "Make 2 drafts" }).click();
    await page.getByText("Draft made").first().waitFor();
    expect(await articles()).toBe(before + 2);
  });

  it("is accessible where it is pasted, and from right to left", async () => {
    await page.goto(`${desk.address}/desk/wire`);
    await page.getByLabel("Copy").waitFor();
    expect(await faultsOfLooks(desk, page, "wire")).toEqual([]);
    const arabic = await desk.signedIn("/wire", { language: "ar" });
    await arabic
      .getByRole("textbox")
      .fill("رام الله، 2 مارس – قالت آنا كويل: «لن نغلق الميناء هذا العام».\n\nوأضافت أن العبّارات تبحر.");
    await arabic.getByRole("button", { name: "قراءة" }).click();
    await arabic.locator(".read-body").waitFor();
    expect(await faultsOfLooks(desk, arabic, "wire-ar")).toEqual([]);
    await arabic.context().close();
  });
});
