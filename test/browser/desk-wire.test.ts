import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePicture } from "../support/pictures.js";
import { BROWSER } from "./browser.js";
import { DeskBrowser, dropFiles, faultsOfLooks, writeFiles } from "./desk-page.js";

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
  const story = (headline: string) => page.getByRole("grid", { name: /stor/ }).getByRole("row", { name: headline });
  const row = (text: string) => page.getByRole("grid", { name: "Decisions" }).getByRole("row", { name: text });

  /** Opens the page without the copy that it still has. */
  const begin = async (): Promise<void> => {
    await page.goto(`${desk.address}/desk/wire`);
    const [field, again] = [page.getByLabel("Copy"), page.getByRole("button", { name: "Other copy" })];
    await field.or(again).waitFor();
    if (await again.isVisible()) await again.click();
    await field.waitFor();
  };

  const paste = async (text: string): Promise<void> => {
    await begin();
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

  it("survives a reload: what is pasted, what was decided and the headline, until it is discarded", async () => {
    await begin();
    await page.getByLabel("Copy").fill(COPY.replaceAll("harbour", "port"));
    await page.reload();
    await page.getByText(/Your work with this copy was restored/).waitFor();
    await page.getByRole("button", { name: "Read it" }).click();
    await row("Quote: We will not close").focus();
    await page.keyboard.press("r");
    await row("Quote: We will not close").getByText("Refused").waitFor();
    await row("Quote: The ferries").getByRole("combobox").fill("Anna Q");
    await page.getByRole("option", { name: "Anna Quill" }).click();
    await page.getByLabel("Headline").fill("The port reopens");
    await page.reload();
    await page.getByText(/Your work with this copy was restored/).waitFor();
    await row("Quote: We will not close").getByText("Refused").waitFor();
    await row("Quote: The ferries").getByRole("button", { name: "Anna Quill, Harbour master" }).waitFor();
    expect(await page.getByLabel("Headline").inputValue()).toBe("The port reopens");
    await desk.shot(page, "wire-restored");
    await page.getByRole("link", { name: "Articles", exact: true }).click();
    await page.getByRole("link", { name: "Wire copy" }).click();
    await row("Quote: We will not close").getByText("Refused").waitFor();
    await page.getByRole("button", { name: "Discard it" }).click();
    expect(await page.getByLabel("Copy").inputValue()).toBe("");
    await page.reload();
    await page.getByLabel("Copy").waitFor();
    expect(await page.getByText(/Your work with this copy was restored/).count()).toBe(0);
  });

  it("of files is listed with all its stories, and pictures get their files", async () => {
    await begin();
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
    await story("Quay lights").focus();
    await page.keyboard.press("Enter");
    await page.getByText("Story 1 of 2: lights.html").waitFor();
    const [picked] = await Promise.all([
      page.waitForEvent("filechooser"),
      row("Picture:").getByRole("button", { name: "Choose the file" }).click(),
    ]);
    await picked.setFiles({ name: "quay.jpg", mimeType: "image/jpeg", buffer: await makePicture() });
    await row("Picture:").getByText("Accepted").waitFor();
    await desk.shot(page, "wire-picture");
    await page.reload();
    await row("Picture:").getByText("Accepted").waitFor();
    await page.getByRole("button", { name: "Make draft" }).click();
    await page.getByText("Story 2 of 2: latin.txt").waitFor();
    await page.getByText("Die Halle wurde am Montag eröffnet.").waitFor();
    expect(await desk.app.database.prisma.figure.count()).toBe(1);
  });

  it("is explained in the language of the interface: why a person, a speaker and a quote were read", async () => {
    const german = await desk.signedIn("/wire", { language: "de" });
    await german.getByRole("textbox").fill(COPY.replaceAll("ferries", "boats"));
    await german.getByRole("button", { name: "Lesen" }).click();
    const decisions = german.getByRole("grid", { name: "Entscheidungen" });
    await decisions.getByText("Eine bekannte Person trägt diesen Namen.").first().waitFor();
    await decisions.getByText(/„said“ mit „harbour master Anna Quill“ folgt auf das Zitat\./).waitFor();
    expect(await decisions.getByRole("row").allTextContents()).not.toContainEqual(
      expect.stringMatching(/newsroom|quotation|Named|speaks/),
    );
    await german.getByText("Die Autorenzeile nennt die Person.").first().waitFor();
    await german.context().close();
  });

  it("is dropped as files", async () => {
    await begin();
    const files = writeFiles({
      "ferry.txt": "Ferry sails again\n\nThe ferry sailed again on Monday, the harbour said.",
      "lights.html": PAGE,
    });
    await dropFiles(page, page.getByLabel("Copy"), files);
    await story("Ferry sails again").waitFor();
    expect(await story("Quay lights").isVisible()).toBe(true);
  });

  it("with several stories is decided story by story, and becomes drafts of those that were not left out", async () => {
    const bodies = [
      "“We sail at six,” said Anna Quill.",
      "The pier is closed until March, the town said.",
      "The fair opens on Sunday.",
    ];
    const items = bodies.map((body, at) => ({
      uri: `urn:test:${at}`,
      type: "text",
      headline: `Story number ${at}`,
      body_text: body,
    }));
    const [known] = items;
    await paste(JSON.stringify(known));
    await page.getByRole("button", { name: "Make draft" }).click();
    await page.waitForURL(/\/desk\/articles\//);
    const fresh = items.map((item, at) => (at === 0 ? item : { ...item, body_text: `${item.body_text} ${bodies[0]}` }));
    const before = await articles();
    await begin();
    await page
      .getByLabel("Copy")
      .fill(
        [...fresh, { ...fresh[1], uri: "urn:test:9", headline: "Story number 9" }]
          .map((item) => JSON.stringify(item))
          .join("\n"),
      );
    await page.getByRole("button", { name: "Read it" }).click();
    await story("Story number 0").getByText("This story was imported before.").waitFor();
    await page.getByRole("button", { name: "Make 3 drafts" }).waitFor();
    expect(await faultsOfLooks(desk, page, "wire-stories")).toEqual([]);
    await story("Story number 1").focus();
    await page.keyboard.press("Enter");
    await page.getByText("Story 2 of 4: Pasted text").waitFor();
    await row("Quote: We sail at six").focus();
    await page.keyboard.press("r");
    await page.getByLabel("Headline").fill("The pier stays closed");
    await page.getByRole("button", { name: "Next story" }).click();
    await page.getByText("Story 3 of 4: Pasted text").waitFor();
    await page.getByRole("button", { name: "Leave out" }).click();
    await desk.shot(page, "wire-step");
    await page.getByRole("button", { name: "Previous story" }).click();
    await row("Quote: We sail at six").getByText("Refused").waitFor();
    await page.reload();
    await page.getByText("Story 2 of 4: Pasted text").waitFor();
    await page.getByRole("button", { name: "All stories" }).click();
    await story("Story number 2").getByText("Left out").waitFor();
    expect(await articles()).toBe(before);
    await page.getByRole("button", { name: "Make 2 drafts" }).click();
    await story("The pier stays closed").getByText("Draft made").waitFor();
    // The same text came earlier in the copy.
    await story("Story number 9").getByText("This story was imported before.").waitFor();
    expect(await page.getByRole("button", { name: /Make .* draft/ }).count()).toBe(0);
    await desk.shot(page, "wire-made");
    expect(await articles()).toBe(before + 1);
    const quotes = await desk.app.database.prisma.quote.findMany({ where: { text: { startsWith: "We sail" } } });
    expect(quotes).toHaveLength(1);
    await page.reload();
    await page.getByLabel("Copy").waitFor();
  });

  it.each([
    ["again", false, 3],
    ["after a reload, which finds the one whose answer was lost,", true, 2],
  ])(
    "keeps the drafts that were made before an outage, and tried %s makes each of the others once",
    async (when, isReloaded, left) => {
      const copy = [1, 2, 3, 4].map((number) =>
        JSON.stringify({
          uri: `urn:outage:${left}:${number}`,
          type: "text",
          headline: `Outage story ${number}, ${when}`,
          body_text: `The pier number ${number}${left} is closed until March, the town said on Monday.`,
        }),
      );
      const before = await articles();
      await begin();
      await page.getByLabel("Copy").fill(copy.join("\n"));
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("button", { name: "Make 4 drafts" }).waitFor();
      let sent = 0;
      await page.route("**/desk/graphql", async (route) => {
        const { query, variables } = route.request().postDataJSON();
        if (!query.includes("mutation ImportCopy") || variables.input.dryRun) return route.continue();
        sent += 1;
        if (sent === 1) return route.continue();
        // The second is written, and its answer is lost; nothing reaches the server after it.
        if (sent === 2) await route.fetch();
        return route.abort();
      });
      await page.getByRole("button", { name: "Make 4 drafts" }).click();
      await page.getByText(/^The server cannot be reached/).waitFor();
      await story("Outage story 1").getByText("Draft made").waitFor();
      expect([sent, await articles()]).toEqual([2, before + 2]);
      expect(await page.locator(".story-outcome", { hasText: "Draft made" }).count()).toBe(1);
      expect(await faultsOfLooks(desk, page, "wire-outage")).toEqual([]);
      if (isReloaded) await page.reload();
      await story("Outage story 1").getByText("Draft made").waitFor();
      await page.unroute("**/desk/graphql");
      await page.getByRole("button", { name: `Make ${left} drafts` }).click();
      await story("Outage story 4").getByText("Draft made").waitFor();
      await story("Outage story 3").getByText("Draft made").waitFor();
      await story("Outage story 2")
        .getByRole("link", { name: /Open its article/ })
        .waitFor();
      expect(await page.getByText(/^The server cannot be reached/).count()).toBe(0);
      expect(await articles()).toBe(before + 4);
      const headlines = await desk.app.database.prisma.articleHead.groupBy({
        by: ["headline"],
        where: { headline: { startsWith: "Outage story", endsWith: when } },
        _count: true,
      });
      expect(headlines.map(({ _count }) => _count)).toEqual([1, 1, 1, 1]);
    },
  );

  it("is accessible where it is pasted, and from right to left", async () => {
    await begin();
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
