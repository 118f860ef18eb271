import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskDeleteArticleDocument,
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskRestoreArticleDocument,
  DeskSubmitArticleDocument,
  DeskUpdateArticleDocument,
  RevisionListDocument,
  RevisionPageDocument,
  RevisionThenDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";
import { revisionsOf, articleThen, asEditor } from "./support/revisions.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

describe("revisions", () => {
  it("are saved by submitting, publishing, killing and restoring, with the actor", async () => {
    const { id } = await makeStory(desk, "DRAFT");
    await desk.write(DeskSubmitArticleDocument, { id, expectedVersion: 1 }, "AUTHOR");
    const rows = async () =>
      (await revisionsOf(desk, id)).map(({ number, author, summary }) => [number, author, summary]);
    expect(await rows()).toEqual([[1, "Test author", "Submitted"]]);
    const story = await makeStory(desk, "PUBLISHED");
    await desk.write(DeskKillArticleDocument, { id: story.id, expectedVersion: story.version, reason: "Forged." });
    expect((await revisionsOf(desk, story.id)).map(({ number, summary }) => [number, summary])).toEqual([
      [1, "Published"],
      [2, "Killed"],
    ]);
  });

  it("hold the whole aggregate: the article reads as it was then, at every depth", async () => {
    const story = await makeStory(desk, "DRAFT", { topics: ["Ports"], dateline: { place: "BREST" } });
    const { id } = story;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 1 });
    const published = present(await desk.published(id));
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: 2, headline: "Changed", topics: [] });
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: 3, body: [] });
    const correction = { kind: "UPDATE", note: "It is empty now." } as const;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 4, correction });
    const [first, second] = await revisionsOf(desk, id);
    const then = await articleThen(desk, first?.id);
    expect(then).toMatchObject({ ...published, hasUnpublishedChanges: then.hasUnpublishedChanges });
    expect(then.quotes).toEqual([
      {
        text: "The harbour opens on Monday",
        paragraph: { text: "“The harbour opens on Monday,” she said." },
        article: { headline: "Harbour to open" },
      },
      { text: "Too late", paragraph: { text: "He replied: “Too late.”" }, article: { headline: "Harbour to open" } },
    ]);
    expect(then.embeddedPosts).toEqual([{ id: story.post }]);
    expect(await articleThen(desk, second?.id)).toMatchObject({
      headline: "Changed",
      body: [],
      topics: [],
      corrections: [correction],
    });
  });

  it("are hidden from readers, as lists, as nodes and through corrections", async () => {
    const { id } = await makeStory(desk, "PUBLISHED");
    const [first] = await revisionsOf(desk, id);
    expect((await desk.app.data(RevisionListDocument, { id })).article?.revisions).toBeNull();
    expect((await desk.app.data(RevisionThenDocument, { id: first?.id ?? "" })).node).toBeNull();
    // An editor who reads as readers do sees what they see.
    const asReader = await desk.app.data(RevisionListDocument, { id }, desk.headers.EDITOR);
    expect(asReader.article?.revisions).toBeNull();
  });

  it("are walked in pages, the newest first", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED");
    for (let at = 0; at < 4; at += 1)
      await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + at });
    const numbers: number[] = [];
    let after: string | null | undefined = null;
    do {
      const { article }: Awaited<ReturnType<typeof page>> = await page(id, after);
      numbers.push(...present(article?.revisions).nodes.map(({ number }) => number));
      const { hasNextPage, endCursor } = present(article?.revisions).pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
  });

  const page = (id: string, after: string | null | undefined) =>
    desk.app.data(RevisionPageDocument, { id, first: 2, after: after ?? null }, asEditor(desk));

  it("go on in their numbers through the trash", async () => {
    const { id } = await makeStory(desk, "DRAFT");
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: 1 });
    await desk.write(DeskRestoreArticleDocument, { id });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: 3 });
    expect((await revisionsOf(desk, id)).map(({ number }) => number)).toEqual([1]);
  });
});
