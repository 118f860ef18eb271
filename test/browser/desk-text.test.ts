import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePicture } from "../support/pictures.js";
import { bodyOf, openNew, paragraphsIn, quotesIn, readDraft, save, select, selectEnd } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser, dropFiles, LOOKS, writeFiles } from "./desk-page.js";

const PAGE_HTML = `<div class="page"><script>alert(1)</script><style>p{color:red}</style><nav><a href="/">Home</a></nav>
<article><header><div><div><h1 onclick="alert(2)" style="font-size:40px">The quay</h1></div></div></header>
<div class="col"><div style="position:fixed"><p class="lead" style="color:#c00;font-weight:400">Lights are <b>on</b>, the
<a href="https://example.org/town" target="_blank" onclick="track()">town</a> said.<img src="https://tracker.example/pixel.gif"
width="1" height="1"></p><div><span><font color="red">It was dark for weeks.</font></span></div></div></div>
<iframe src="https://tracker.example/ad"></iframe><div>Loose words at the end.</div></article></div>`;

/** The offset of the caret in the first paragraph; null where it is in another one. */
const PLACE = `(() => {
  const { anchorNode, anchorOffset } = getSelection();
  const paragraph = document.querySelector(".body > p");
  if (!paragraph.contains(anchorNode)) return null;
  const range = new Range();
  range.selectNodeContents(paragraph);
  range.setEnd(anchorNode, anchorOffset);
  return range.toString().length;
})()`;

const SHOWN_MARKS = `(() => {
  const { backgroundColor } = getComputedStyle(document.querySelector(".sheet"));
  return [...document.querySelectorAll(".body mark")].map((mark) => {
    const { borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor } = getComputedStyle(mark);
    return [borderBlockEndStyle, parseFloat(borderBlockEndWidth) > 1, borderBlockEndColor !== backgroundColor];
  });
})()`;

/** The names of the elements of the body. */
const NAMES = `[...document.querySelectorAll(".body > *")].map(({ nodeName }) => nodeName)`;

/** Drags the first element of the body below the last one. */
const DRAG_FIRST_BELOW_LAST = `(() => {
  const { firstElementChild: first, lastElementChild: last } = document.querySelector(".body");
  const dataTransfer = new DataTransfer();
  // Browsers add the file of a picture that is dragged.
  dataTransfer.items.add(new File(["picture"], "quay.png", { type: "image/png" }));
  const { left, bottom } = last.getBoundingClientRect();
  const send = (type, target) => target.dispatchEvent(
    new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: left + 300, clientY: bottom - 2 }));
  for (const [type, target] of [["dragstart", first], ["dragover", last], ["drop", last], ["dragend", first]]) send(type, target);
})()`;

describe.skipIf(BROWSER === null)("the text of an article at the desk", () => {
  let desk: DeskBrowser;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
  }, 300_000);
  afterAll(() => desk.close());

  it("takes in letters that an input method composes inside the marks of a quote", async () => {
    const { page, id } = await openNew(desk, {
      language: "ja",
      body: [{ paragraph: { text: "市長は「逃げる」と述べた。", quotes: [{ exact: "逃げる" }] } }],
    });
    await select(page, 0, 7);
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ["し", "しか", "しかな"]) {
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await keyboard.send("Input.insertText", { text: "しかない" });
    await page.locator(".quote q", { hasText: "逃げるしかない" }).waitFor();
    await save(page);
    expect(quotesIn(await readDraft(desk, id)).map(({ text }) => text)).toEqual(["逃げるしかない"]);
    await page.context().close();
  });

  it("takes what is pasted from Word, Google Docs and pages without their looks", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "Begin." } }] });
    const requested: string[] = [];
    page.on("request", (request) => void (request.url().startsWith(desk.address) || requested.push(request.url())));
    const paste = async (html: string): Promise<void> => {
      await selectEnd(page);
      await page.keyboard.press("Enter");
      await page.evaluate(`((html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", "plain");
        // As word processors do, which add a picture of what was copied.
        clipboardData.items.add(new File(["picture"], "image.png", { type: "image/png" }));
        document.querySelector(".body").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      })(${JSON.stringify(html)})`);
    };
    await paste(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><h1 style="mso-style-next:Normal">Word head</h1><p class=MsoNormal><b>Bold</b> and <span style="font-style:italic">slanted</span> “words”<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>·&nbsp;<![endif]>Item one</p><!--EndFragment--></body></html>`,
    );
    await paste(
      `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Docs </span><span style="font-weight:700">strong</span><span style="font-weight:400"> and <a href="https://example.org/x">link</a> <a href="javascript:alert(1)">bad</a></span></p><br /><ol><li dir="ltr"><p>One</p></li><li><p>Two</p></li></ol></b>`,
    );
    await paste(PAGE_HTML);
    await desk.shot(page, "paste");
    expect(requested).toEqual([]);
    await save(page);
    expect(paragraphsIn(await readDraft(desk, id)).map(({ style, html }) => `${style} ${html}`)).toEqual([
      "BODY Begin.",
      "HEADING Word head",
      "BODY <strong>Bold</strong> and <em>slanted</em> “words”",
      "BULLET Item one",
      'BODY Docs <strong>strong</strong> and <a href="https://example.org/x" rel="noopener">link</a> bad',
      "NUMBERED One",
      "NUMBERED Two",
      "HEADING The quay",
      'BODY Lights are <strong>on</strong>, the <a href="https://example.org/town" rel="noopener">town</a> said.',
      "BODY It was dark for weeks.",
      "BODY Loose words at the end.",
    ]);
    await page.context().close();
  });
  it("takes a dropped picture into the text and another one as lead image", async () => {
    const { page, id } = await openNew(desk, { headline: "With pictures", body: [{ paragraph: { text: "Before." } }] });
    await dropFiles(page, bodyOf(page).locator("p"), writeFiles({ "quay.jpg": await makePicture() }));
    await bodyOf(page).locator("figure img").waitFor();
    await page.getByRole("tab", { name: "Details" }).click();
    const focalPoint = () => desk.app.database.prisma.image.findFirst({ where: { focalX: { not: null } } });
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a picture" }).click();
    await (await chooser).setFiles({ name: "lead.jpg", mimeType: "image/jpeg", buffer: await makePicture() });
    const dialog = page.getByRole("dialog", { name: "Lead image" });
    await dialog.getByLabel("Alternative text").fill("A quay at dawn");
    await dialog.locator(".focal").click({ position: { x: 8, y: 8 } });
    await expect.poll(focalPoint).toMatchObject({ focalX: expect.closeTo(0.02, 1), focalY: expect.closeTo(0.02, 1) });
    await dialog.getByLabel("Across").press("End");
    await expect.poll(focalPoint).toMatchObject({ focalX: 1 });
    await desk.shot(page, "lead-image");
    await dialog.getByRole("button", { name: "Close" }).click();
    await save(page);
    const draft = await readDraft(desk, id);
    expect(draft.body.map(({ __typename }) => __typename)).toEqual(["Paragraph", "Figure"]);
    expect(draft.leadImage).toMatchObject({ alt: "A quay at dawn" });
    await page.context().close();
  });

  it("embeds a post by its address and text, once, and a quote is checked against it", async () => {
    const { page, id } = await openNew(desk, {
      body: [{ paragraph: { text: "“Nobody called,” she said.", quotes: [{ exact: "Nobody called" }] } }],
    });
    await selectEnd(page);
    await page.getByRole("toolbar").getByRole("button", { name: "Insert" }).click();
    await page.getByRole("menuitem", { name: "Post" }).click();
    const dialog = page.getByRole("dialog", { name: "Post" });
    await dialog.getByLabel("Address of the post").fill("no address");
    await dialog.getByLabel("Text of the post").fill("Nobody called us.");
    await dialog.getByLabel("Name of the author").fill("Hanne Sorley");
    await dialog.getByLabel("Handle").fill("@sorley");
    await page.keyboard.press("Enter");
    await dialog.getByText("This is no address of a web page.").waitFor();
    await checkLooks(desk, page, "post");
    await dialog.getByLabel("Address of the post").fill("https://x.com/sorley/status/1862000000000000007");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await save(page);
    const { body, version } = await readDraft(desk, id);
    expect(body[1]).toMatchObject({ __typename: "EmbeddedPost", text: "Nobody called us." });
    await select(page, 0, 4);
    await page.getByRole("button", { name: /Source/ }).press("Enter");
    await page.getByRole("option", { name: /Hanne Sorley/ }).press("Enter");
    await page.locator('.quote[data-verdict="EXACT"]').waitFor();
    await save(page);
    const after = await readDraft(desk, id);
    expect([after.version, quotesIn(after)[0]?.check.verdict, after.body[1]?.id]).toEqual([
      version + 1,
      "EXACT",
      body[1]?.id,
    ]);
    expect(await desk.app.database.prisma.embeddedPost.count({ where: { authorName: "Hanne Sorley" } })).toBe(1);
    await page.context().close();
  });

  it("links words by their address, which can be corrected and removed, by the keyboard alone", async () => {
    const { page, id } = await openNew(desk, { body: [{ paragraph: { text: "See the town." } }] });
    const html = async () => (await readDraft(desk, id)).body[0]?.html;
    await select(page, 0, 8, 12);
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Link" });
    await dialog.getByLabel("Address").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await dialog.getByText("This is no address of a web page.").waitFor();
    await checkLooks(desk, page, "link");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("example.org/town");
    await page.keyboard.press("Enter");
    await page.locator(".body:focus a").waitFor();
    await save(page);
    expect(await html()).toBe('See the <a href="https://example.org/town" rel="noopener">town</a>.');
    await page.keyboard.press("Control+k");
    await dialog.getByRole("button", { name: "Remove link" }).press("Enter");
    await save(page);
    expect(await html()).toBe("See the town.");
    await page.context().close();
  });

  it("drags a picture to another place, where it keeps its id and texts", async () => {
    const image = await desk.newsroom.image({ alt: "A quay" });
    const { page, id } = await openNew(desk, {
      body: [
        { figure: { imageId: image, caption: "At dawn" } },
        { paragraph: { text: "First." } },
        { paragraph: { text: "Second." } },
      ],
    });
    const before = await readDraft(desk, id);
    // At once: where Chromium is driven from outside, a drag can end before it is dropped.
    await page.evaluate(DRAG_FIRST_BELOW_LAST);
    await expect.poll(() => page.evaluate(NAMES), { timeout: 20_000 }).toEqual(["P", "P", "FIGURE"]);
    await save(page);
    const { body } = await readDraft(desk, id);
    expect(body.map((element) => element.id)).toEqual([1, 2, 0].map((at) => before.body[at]?.id));
    expect(body[2]).toMatchObject({ caption: "At dawn", alt: "A quay" });
    await bodyOf(page).focus();
    await page.keyboard.press("Control+z");
    await save(page);
    expect((await readDraft(desk, id)).body).toEqual(before.body);
    await page.context().close();
  });

  it.each([
    ["Arabic", "ar", "قالت: «لَنْ نُغْلِقَ الميناءَ» وأضافت أنّ 42 عبّارةً تبحر.", "لَنْ نُغْلِقَ الميناءَ"],
    ["Persian", "fa", "شهردار گفت: «باز می‌شود» و ۴۱۲ نفر به خانه‌هایشان رفتند.", "باز می‌شود"],
  ])(
    "lets the caret reach and leave every place of %s text, in both directions",
    async (_name, language, text, exact) => {
      const marks = [
        { kind: "strong" as const, start: 2, end: 4 },
        { kind: "link" as const, start: text.length - 12, end: text.length - 4, href: "https://example.org/" },
      ];
      const { page } = await openNew(desk, {
        language,
        body: [{ paragraph: { text, marks, quotes: [{ exact, speakerRole: "Mayor" }] } }, { paragraph: { text } }],
      });
      const letters = [...new Intl.Segmenter(language, { granularity: "grapheme" }).segment(text)];
      const places = [...letters.map(({ index }) => index), text.length];
      for (const [key, first, last] of [
        ["ArrowLeft", 0, text.length],
        ["ArrowRight", text.length, 0],
      ] as const) {
        await select(page, 0, first);
        const walk = [first];
        while (walk.at(-1) !== last && walk.length < 2 * places.length) {
          await page.keyboard.press(key);
          walk.push((await page.evaluate<number | null>(PLACE)) ?? -1);
        }
        expect([key, walk.toSorted((one, other) => one - other)]).toEqual([key, places]);
      }
      await page.context().close();
    },
  );

  it("shows quotes and their verdicts in forced colours", async () => {
    const source = await desk.newsroom.post({ text: "One, and two or more." });
    const { page } = await openNew(desk, {
      body: [
        {
          paragraph: {
            text: "“One” and “two and more” and “three”",
            quotes: [
              { exact: "One", sourceId: source },
              { exact: "two and more", sourceId: source },
              { exact: "three" },
            ],
          },
        },
      ],
    });
    await page.locator('.body [data-verdict="ALTERED"]').waitFor();
    await page.emulateMedia(LOOKS.forced);
    // The page is drawn again some time after the change of its colours.
    const shown = () => page.evaluate(SHOWN_MARKS);
    await expect.poll(shown).toEqual([
      ["solid", true, true],
      ["double", true, true],
      ["dashed", true, true],
    ]);
    await page.context().close();
  });

  it("moves an embargo earlier with a reason, which the log shows, and is not published before it", async () => {
    const { page, id } = await openNew(desk, {
      headline: "Under embargo",
      embargoedUntil: new Date("2036-05-01T10:00:00Z"),
    });
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByLabel("Embargo until").fill("2035-05-01T10:00");
    const reason = page.getByLabel("Why the embargo is lifted early");
    await reason.waitFor();
    await page.keyboard.press("Control+s");
    await page.getByText("The text was not saved:").waitFor();
    await reason.fill("The minister has spoken already.");
    await save(page);
    await reason.waitFor({ state: "detached" });
    await page.getByRole("tab", { name: "Log" }).click();
    const log = page.getByRole("tabpanel", { name: "Log" });
    await log.getByText(/The minister has spoken already/).waitFor();
    await log.getByText("Created the article").waitFor();
    await checkLooks(desk, page, "log");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog.getByText("The embargo has not passed.").waitFor();
    expect(await dialog.getByRole("button", { name: "Publish", exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "Go there" }).click();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("head-embargoedUntil");
    expect((await readDraft(desk, id)).state).toBe("DRAFT");
    await page.context().close();
  });
});
