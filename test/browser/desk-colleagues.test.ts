import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersOf } from "../support/tokens.js";
import { bodyOf, openNew, paragraphsIn, quotesIn, readDraft, save, select, writeAs } from "./article-page.js";
import { BROWSER } from "./browser.js";
import { checkLooks, DeskBrowser } from "./desk-page.js";

describe.skipIf(BROWSER === null)("what two editors write in one article", () => {
  let desk: DeskBrowser;

  beforeAll(async () => {
    desk = await DeskBrowser.open();
  }, 300_000);
  afterAll(() => desk.close());

  /** The id of the figure that is the lead image of a draft. */
  const leadImageOf = async (id: string): Promise<string> => {
    const headers = { ...(await headersOf(desk.app.database, "EDITOR")), "x-content-view": "draft" };
    const query = "query ($id: ID!) { article(id: $id) { leadImage { id } } }";
    type Read = { readonly article: { readonly leadImage: { readonly id: string } } };
    return (await desk.app.data<Read, object>(query, { id }, headers)).article.leadImage.id;
  };

  it("is merged where a colleague wrote elsewhere in the article, and the caret stays", async () => {
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

  it("is merged by words within one paragraph and headline, with the quotes of both", async () => {
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

  it("is shown side by side where it is in the same place, and neither is lost before one is chosen", async () => {
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
    expect((await readDraft(desk, id)).version).toBe(2);
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

  it("is merged within the dateline and the lead image too, and of a dateline only what both changed is to choose", async () => {
    const imageId = await desk.newsroom.image({ alt: "A quay" });
    const { page, id } = await openNew(desk, {
      headline: "The quay",
      dateline: { place: "Port Aldren", date: "2026-01-05" },
      leadImage: { imageId, alt: "A quay", caption: "In March" },
    });
    const read = async (): Promise<unknown> => {
      const query = `query ($id: ID!) { article(id: $id) { dateline { place date } leadImage { alt caption } } }`;
      const headers = { ...(await headersOf(desk.app.database, "EDITOR")), "x-content-view": "draft" };
      return (await desk.app.data<{ article: unknown }, object>(query, { id }, headers)).article;
    };
    const [{ version }, figure] = [await readDraft(desk, id), await leadImageOf(id)];
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByLabel("Place of the dateline").fill("Port Malden");
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: version,
      dateline: { place: "Port Aldren", date: "2026-01-06" },
      leadImage: { id: figure, imageId, alt: "An empty quay", caption: "In March" },
    });
    await page.keyboard.press("Control+s");
    await page.getByText(/Merged with . changes by Bo Colleague/).waitFor();
    await expect.poll(read).toEqual({
      dateline: { place: "Port Malden", date: "2026-01-06" },
      leadImage: { alt: "An empty quay", caption: "In March" },
    });
    await page.getByLabel("Place of the dateline").fill("Port Selm");
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: (await readDraft(desk, id)).version,
      headline: "The quay opens",
      dateline: { place: "Port Orne", date: "2026-01-07" },
    });
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("alertdialog", { name: "Both of you changed the same" });
    await dialog.waitFor();
    expect(await dialog.getByRole("radiogroup").count()).toBe(1);
    await dialog.getByRole("radiogroup", { name: "Dateline" }).getByText("Your version").click();
    await dialog.getByRole("button", { name: "Save with these" }).click();
    await page.getByText(/^Saved, /).waitFor();
    expect(await read()).toMatchObject({ dateline: { place: "Port Selm", date: "2026-01-07" } });
    expect((await readDraft(desk, id)).headline).toBe("The quay opens");
    await page.context().close();
  });

  it("is not lost where it is a fact of a quote that a colleague removed, and both versions name what is on the words", async () => {
    const { page, id } = await openNew(desk, {
      topics: ["Sea"],
      body: [{ paragraph: { text: "“No storm,” she said.", quotes: [{ exact: "No storm" }] } }],
    });
    const [first] = (await readDraft(desk, id)).body;
    await select(page, 0, 4);
    await page.getByLabel("Occasion").fill("At the quay");
    await page.getByRole("tab", { name: "Details" }).click();
    await page.getByPlaceholder("Add a topic").fill("Weather");
    await page.keyboard.press("Enter");
    await writeAs(desk, "Bo Colleague", {
      id,
      expectedVersion: 1,
      topics: ["Sea", "Ports"],
      body: [{ paragraph: { id: first?.id, text: "“No storm,” she said.", quotes: [] } }],
    });
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("alertdialog", { name: "Both of you changed the same" });
    await dialog.getByText("Quote: No storm").waitFor();
    await desk.shot(page, "conflict-quote");
    expect(await dialog.getByRole("radiogroup").count()).toBe(1);
    await dialog.getByText("Your version").click();
    await dialog.getByRole("button", { name: "Save with these" }).click();
    await page.getByText(/^Saved, /).waitFor();
    const draft = await readDraft(desk, id);
    expect(quotesIn(draft)).toMatchObject([{ text: "No storm", occasion: "At the quay" }]);
    expect(draft.topics.map(({ name }) => name)).toEqual(["Sea", "Weather", "Ports"]);
    await page.context().close();
  });
});
