import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { makePicture } from "../support/pictures.js";
import { openNew, quotesIn, readDraft, save, select, selectEnd } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("an article at the desk", () => {
  let desk: DeskBrowser;
  let halveston: string;
  let source: string;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
    halveston = await desk.newsroom.person({ name: "Joss Halveston", role: "Chief executive" });
    source = await desk.newsroom.post({
      authorName: "Joss Halveston",
      authorId: decodeNodeId(halveston)?.uuid ?? null,
      text: "Plain answer: we will not switch on the turbines until the survey is finished.",
    });
  }, 300_000);
  afterAll(() => desk.close());

  it("shows the article as a page to be written, in every look", async () => {
    const { page } = await openNew(desk, {
      headline: "Tarn Race turbines stay switched off until seals are counted",
      standfirst: "The largest tidal power station on the Lantern Sea is finished, paid for and motionless.",
      byline: "Ada Reed",
      dateline: { place: "Tarn Race", date: "2026-02-28" },
      topics: ["Energy", "Sea"],
      body: [
        { paragraph: { text: "Its 42 turbines will not turn before biologists have counted the grey seals." } },
        { paragraph: { text: "A promise", style: "HEADING" } },
        {
          paragraph: {
            text: "“We will switch on the turbines until the survey is finished,” Joss Halveston said.",
            quotes: [
              {
                exact: "We will switch on the turbines until the survey is finished",
                speakerId: halveston,
                sourceId: source,
              },
            ],
          },
        },
        { post: { id: source } },
        { paragraph: { text: "First point", style: "BULLET" } },
        { paragraph: { text: "Second point", style: "BULLET" } },
        { paragraph: { text: "“Nobody asked the seals,” she said.", quotes: [{ exact: "Nobody asked the seals" }] } },
      ],
    });
    await select(page, 2, 10);
    await page.getByText("not", { exact: true }).waitFor();
    await checkLooks(desk, page, "article");
    await page.getByRole("tab", { name: "Details" }).click();
    await checkLooks(desk, page, "article-details");
    expect(await page.getByLabel("Place of the dateline").inputValue()).toBe("Tarn Race");
    await page.context().close();
  });

  it("embeds a known post that is found by its words or author, once", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "Before." } }] });
    const embed = async (words: string): Promise<void> => {
      await page.getByRole("button", { name: "Insert" }).click();
      await page.getByRole("menuitem", { name: "Post" }).click();
      await page.getByRole("combobox", { name: "A post of the newsroom" }).fill(words);
      await page.getByRole("option", { name: /Plain answer/ }).waitFor();
      await desk.shot(page, "known-post");
      await page.getByRole("option", { name: /Plain answer/ }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await select(page, 0, 7);
    await embed("turbines surv");
    await save(page);
    expect((await readDraft(desk, id)).body).toMatchObject([
      { text: "Before." },
      { __typename: "EmbeddedPost", id: source },
    ]);
    await embed("halveston");
    expect(await page.locator(".body figure.post").count()).toBe(1);
    expect((await readDraft(desk, id)).version).toBe(2);
    await page.context().close();
  });

  it("writes moments as the browser's region does, and fits a narrow screen with two lines above the text", async () => {
    const { page, id } = await openNew(
      desk,
      { headline: "Regional", dateline: { place: "San Sebastián de La Gomera", date: "2026-02-28" } },
      { role: "AUTHOR" },
    );
    await page.getByText(/^Saved, \d+ \w+ 2026, \d\d:\d\d$/).waitFor();
    await page.getByRole("tab", { name: "Details" }).click();
    const place = page.getByLabel("Place of the dateline");
    expect(await place.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.setViewportSize({ width: 375, height: 800 });
    const bar = await page.getByRole("region", { name: "State and acts" }).boundingBox();
    expect(bar?.height).toBeLessThan(90);
    await page
      .getByText(/^\d+ words$/)
      .filter({ visible: true })
      .waitFor();
    await desk.shot(page, "bar-phone");
    await page.context().close();
    const american = await desk.signedIn(`/articles/${encodeURIComponent(id)}`, { language: "en-US" });
    await american.getByText(/^Saved, \w+ \d+, 2026, \d+:\d\d [AP]M$/).waitFor();
    await american.context().close();
  });

  it("saves what is typed in the head and the body, by Ctrl+S from any field", async () => {
    const { page, id } = await openNew(desk, { headline: "Quay", body: [{ paragraph: { text: "It opens." } }] });
    await page.getByLabel("Standfirst").fill("After nine years.");
    await save(page);
    expect((await readDraft(desk, id)).standfirst).toBe("After nine years.");
    await select(page, 0, 9);
    await page.keyboard.type(" At nine.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Next.");
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByPlaceholder("Add a topic").fill("Harbour");
    await page.keyboard.press("Enter");
    await save(page);
    const { body, topics, version } = await readDraft(desk, id);
    expect([body.map(({ text }) => text), topics.map(({ name }) => name), version]).toEqual([
      ["It opens. At nine.", "Next."],
      ["Harbour"],
      3,
    ]);
    await page.context().close();
  });

  it("marks a quote by the keyboard alone, finds its speaker, and creates one who is not there", async () => {
    const { page, id } = await openNew(desk, {
      body: [{ paragraph: { text: "🐟 She said: “We will not sell the quay,” and left." } }],
    });
    await select(page, 0, 13, 39);
    await page.keyboard.press("Alt+Shift+Q");
    const speaker = page.getByRole("combobox", { name: "Speaker" });
    await speaker.and(page.locator(":focus")).waitFor();
    await page.keyboard.type("halv");
    await page.getByRole("option", { name: /Joss Halveston/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".body:focus").waitFor();
    await save(page);
    expect(quotesIn(await readDraft(desk, id))).toMatchObject([
      { text: "We will not sell the quay", speaker: { name: "Joss Halveston" }, speakerRole: "Chief executive" },
    ]);
    await speaker.fill("Mira Oduya");
    const answer = page.waitForResponse((each) => each.request().postData()?.includes("CreatePersonByName") === true);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/desk/graphql", async (route) => {
      if (route.request().postData()?.includes("CreatePersonByName") === true) await held;
      await route.continue();
    });
    await page.getByRole("option", { name: "Create “Mira Oduya”" }).click();
    await page.getByLabel("Occasion").fill("Council");
    release();
    await answer;
    await expect.poll(() => speaker.inputValue()).toBe("Mira Oduya");
    await page.keyboard.type(" meeting");
    await save(page);
    expect(quotesIn(await readDraft(desk, id))).toMatchObject([
      { speaker: { name: "Mira Oduya" }, occasion: "Council meeting" },
    ]);
    await page.context().close();
  });

  it("checks a quote while it is written, and shows the words that differ", async () => {
    const { page, id } = await openNew(desk, {
      body: [
        {
          paragraph: {
            text: "“we will not switch on the turbines”",
            quotes: [{ exact: "we will not switch on the turbines", speakerId: halveston, sourceId: source }],
          },
        },
      ],
    });
    await select(page, 0, 12);
    await page.locator('.quote[data-verdict="EXACT"]').waitFor();
    for (let at = 0; at < 4; at += 1) await page.keyboard.press("Backspace");
    await page.locator('.quote[data-verdict="ALTERED"] del', { hasText: "not" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator('.quote[data-verdict="EXACT"]').waitFor();
    await page.keyboard.type(" x");
    await save(page);
    const [quote] = quotesIn(await readDraft(desk, id));
    expect(quote?.check.verdict).toBe(await page.locator(".quote").getAttribute("data-verdict"));
    await page.context().close();
  });

  it("keeps offsets and ids right with emoji, decomposed letters, splits and undo", async () => {
    const { page, id } = await openNew(desk, {
      body: [
        {
          paragraph: {
            text: "“First half and second half”, he said.",
            quotes: [{ exact: "First half and second half", saidOn: "2026-02-03" }],
          },
        },
      ],
    });
    const before = await readDraft(desk, id);
    await select(page, 0, 0);
    await page.keyboard.type("👩‍👩‍👧  ");
    await page.keyboard.insertText("Jose\u0301 ");
    await select(page, 0, 31);
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Quotes (2)" }).waitFor();
    await save(page);
    const after = await readDraft(desk, id);
    expect(after.body.map(({ text }) => text)).toEqual(["👩‍👩‍👧  José “First half and", "second half”, he said."]);
    expect(quotesIn(after).map(({ text, saidOn }) => [text, saidOn])).toEqual([
      ["First half and", "2026-02-03"],
      ["second half", "2026-02-03"],
    ]);
    expect([after.body[0]?.id, quotesIn(after)[0]?.id]).toEqual([before.body[0]?.id, quotesIn(before)[0]?.id]);
    await page.keyboard.press("Control+z");
    await page.getByRole("tab", { name: "Quotes (1)" }).waitFor();
    await save(page);
    expect(quotesIn(await readDraft(desk, id)).map(({ text }) => text)).toEqual(["First half and second half"]);
    await page.context().close();
  });

  it("takes a picture that is copied in a file manager, which adds its name as text", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "Begin." } }] });
    await selectEnd(page);
    const picture = (await makePicture({ width: 77 })).toString("base64");
    await page.evaluate(`(async () => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "quay.jpg");
      const content = Uint8Array.from(atob(${JSON.stringify(picture)}), (each) => each.charCodeAt(0));
      clipboardData.items.add(new File([content], "quay.jpg", { type: "image/jpeg" }));
      document.querySelector(".body").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    })()`);
    await page.locator(".body figure").waitFor();
    await save(page);
    const { body } = await readDraft(desk, id);
    expect(body.map((element) => element.__typename)).toEqual(["Paragraph", "Figure"]);
    await page.context().close();
  });
});
