import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergePersons } from "../../src/person/person-merge.service.js";
import {
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskRestoreRevisionDocument,
  DeskUpdateArticleDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { makeStory } from "../support/story.js";
import { revisionsOf, articleThen, twoTexts } from "./support/revisions.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

describe("restoring a revision", () => {
  it("brings all of it back as a new draft version, and readers see nothing of it", async () => {
    const { id } = await twoTexts(desk);
    const [first] = await revisionsOf(desk, id);
    const then = await articleThen(desk, first?.id);
    const published = await desk.published(id);
    const result = await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: 5 });
    expect(result).toMatchObject({ notRestored: [], article: { version: 6, hasUnpublishedChanges: true } });
    const { slug, headline, standfirst, byline, dateline, language, wordCount, topics, persons, body } = then;
    const text = { slug, headline, standfirst, byline, dateline, language, wordCount, topics, persons, body };
    expect(await desk.draft(id)).toMatchObject({ ...text, state: "PUBLISHED", version: 6 });
    expect(await desk.published(id)).toEqual(published);
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 6 });
    expect(await desk.published(id)).toMatchObject(text);
  });

  it("records what it replaced, unless it was recorded, and what it restored", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED");
    const summaries = async () => (await revisionsOf(desk, id)).map(({ summary }) => summary);
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: version });
    expect(await summaries()).toEqual(["Published", "Restored revision 1"]);
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version + 1, headline: "Never published" });
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: version + 2 });
    expect(await summaries()).toEqual([
      "Published",
      "Restored revision 1",
      "Before restoring revision 1",
      "Restored revision 1",
    ]);
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 3, expectedVersion: version + 3 });
    expect(await desk.draft(id)).toMatchObject({ headline: "Never published" });
  });

  it("refuses a number that there is none of", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED");
    const before = await desk.draft(id);
    for (const number of [2, 0, -1, 2_147_483_647]) {
      expect(
        await desk.write(DeskRestoreRevisionDocument, { articleId: id, number, expectedVersion: version }),
      ).toMatchObject({ __typename: "NotFoundError", path: ["input", "number"] });
    }
    expect(await desk.draft(id)).toEqual(before);
    expect(await revisionsOf(desk, id)).toHaveLength(1);
  });

  it("can be done by an author, to a draft", async () => {
    const { id, version } = await makeStory(desk, "IN_REVIEW");
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Worse" }, "AUTHOR");
    const input = { articleId: id, number: 1, expectedVersion: version + 1 };
    expect(await desk.write(DeskRestoreRevisionDocument, input, "AUTHOR")).toMatchObject({
      article: { headline: "Harbour to open", state: "IN_REVIEW" },
    });
  });
});

describe("persons since merged", () => {
  async function mergedStory(short: string, full: string) {
    const merged = await desk.newsroom.person({ name: short });
    const kept = await desk.newsroom.person({ name: full });
    const say = (exact: string, speakerId: string) => ({
      paragraph: { text: `“${exact},” said ${short}.`, quotes: [{ exact, speakerId }] },
    });
    const { id } = await desk.newsroom.published({ body: [say("First words", merged), say("Second words", kept)] });
    await desk.write(DeskReplaceBodyDocument, {
      articleId: id,
      expectedVersion: 2,
      body: [{ paragraph: { text: "Gone." } }],
    });
    return { id, merged, kept };
  }

  it("are reported when their quotes are restored, with the person they are now", async () => {
    const { id, merged, kept } = await mergedStory("Jon Ash", "Jonathan Ashe");
    done(await mergePersons(desk.newsroom.work, { id: merged, intoId: kept }));
    const result = await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: 3 });
    expect(result).toMatchObject({
      notRestored: ["Jon Ash was merged into Jonathan Ashe since, which the draft names instead."],
      article: { persons: [{ name: "Jonathan Ashe" }] },
    });
    const quotes = present(await desk.draft(id)).body.flatMap((part) =>
      part.__typename === "Paragraph" ? part.quotes : [],
    );
    expect(quotes.map(({ text, speaker }) => [text, speaker?.id])).toEqual([
      ["First words", kept],
      ["Second words", kept],
    ]);
  });

  it("are in the article of a revision as they were then", async () => {
    const { id, merged, kept } = await mergedStory("Eve Oak", "Evelyn Oakes");
    done(await mergePersons(desk.newsroom.work, { id: merged, intoId: kept }));
    const [first] = await revisionsOf(desk, id);
    const then = await articleThen(desk, first?.id);
    expect(then.persons).toEqual([{ name: "Eve Oak" }, { name: "Evelyn Oakes" }]);
    expect(then.body).toMatchObject([
      { quotes: [{ speaker: { id: merged } }] },
      { quotes: [{ speaker: { id: kept } }] },
    ]);
    expect(then.paragraphs[0]?.mentions).toMatchObject([{ text: "Eve Oak", person: { name: "Eve Oak" } }]);
  });

  it("who were deleted since are in it as they were, and are named when their quotes come back", async () => {
    const speakerId = await desk.newsroom.person({ name: "Zed Gone" });
    const paragraph = { text: "“Farewell,” said Zed Gone.", quotes: [{ exact: "Farewell", speakerId }] };
    const { id } = await desk.newsroom.published({ body: [{ paragraph }] });
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: 2, body: [] });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 3 });
    await desk.app.database.prisma.person.deleteMany({ where: { name: "Zed Gone" } });
    const [first] = await revisionsOf(desk, id);
    const then = await articleThen(desk, first?.id);
    expect(then).toMatchObject({
      persons: [{ name: "Zed Gone" }],
      quotes: [{ text: "Farewell" }],
      paragraphs: [{ mentions: [{ person: { name: "Zed Gone" } }] }],
    });
    expect(first?.changes).toContainEqual({
      path: "body[0].quotes[0].speaker",
      kind: "ADDED",
      before: null,
      after: "Zed Gone",
    });
    const result = await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: 4 });
    expect(result).toMatchObject({
      notRestored: ["The person “Zed Gone” is not there any more."],
      article: { body: [{ quotes: [{ text: "Farewell", speaker: null }] }] },
    });
  });
});
