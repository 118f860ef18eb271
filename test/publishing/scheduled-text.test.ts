import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { newId } from "../../src/lib/new-id.js";
import { publishDue, SCHEDULER } from "../../src/publishing/schedule.service.js";
import {
  DeskPublishArticleDocument,
  DeskRestoreRevisionDocument,
  DeskScheduleArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUnscheduleArticleDocument,
  DeskUpdateArticleDocument,
  PostsUpdateDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";

const START = new Date("2026-05-01T10:00:00Z");
const DUE = new Date("2026-05-01T12:00:00Z");
let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({ now: START });
});
afterAll(() => desk.app.close());

function look(now: Date): Promise<number> {
  const { database } = desk.app;
  return publishDue({ database, clock: { now: () => now }, newId, actor: SCHEDULER, origin: null });
}

async function scheduled() {
  const { id, version } = await desk.newsroom.draft({ headline: "Due" });
  await desk.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt: DUE.toISOString() });
  return { id, version: version + 1 };
}

const NOTHING = { hasChangesSinceScheduling: null, scheduledText: null };

/** What editors see of a schedule: whether the draft went on since, and the text that goes out. */
async function pending(
  id: string,
  headers: Readonly<Record<string, string>> = { ...desk.headers.EDITOR, "x-content-view": "draft" },
) {
  const { article } = await desk.app.data<{ article: object | null }, object>(
    "query P($id: ID!) { article(id: $id) { hasChangesSinceScheduling scheduledText { headline } } }",
    { id },
    headers,
  );
  return article;
}

describe("a scheduled article", () => {
  it("is published as it was scheduled; what an editor writes to the draft since is pending, and stays", async () => {
    const { id, version } = await scheduled();
    expect(await pending(id)).toEqual({ hasChangesSinceScheduling: false, scheduledText: { headline: "Due" } });
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Half finished" });
    expect(await pending(id)).toEqual({ hasChangesSinceScheduling: true, scheduledText: { headline: "Due" } });
    await look(DUE);
    expect(await desk.published(id)).toMatchObject({ headline: "Due", version });
    expect(await desk.draft(id)).toMatchObject({
      headline: "Half finished",
      state: "PUBLISHED",
      version: version + 2,
      hasUnpublishedChanges: true,
    });
    expect(await pending(id)).toEqual({ hasChangesSinceScheduling: null, scheduledText: null });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    expect(await desk.published(id)).toMatchObject({ headline: "Half finished", version: version + 3 });
  });

  it("that is scheduled again is published with what was written before", async () => {
    const { id, version } = await scheduled();
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Included" });
    const input = { id, expectedVersion: version + 1, publishAt: DUE.toISOString() };
    await desk.write(DeskScheduleArticleDocument, input);
    expect(await pending(id)).toEqual({ hasChangesSinceScheduling: false, scheduledText: { headline: "Included" } });
    await look(DUE);
    expect(await desk.published(id)).toMatchObject({ headline: "Included", version: version + 3 });
    expect(await desk.draft(id)).toMatchObject({ hasUnpublishedChanges: false });
  });

  it("keeps pending changes in its draft when it is unscheduled or published by an editor", async () => {
    const first = await scheduled();
    const edit = ({ id, version }: { id: string; version: number }) =>
      desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Later" });
    await edit(first);
    await desk.write(DeskUnscheduleArticleDocument, { id: first.id, expectedVersion: first.version + 1 });
    expect(await desk.draft(first.id)).toMatchObject({ state: "READY", headline: "Later" });
    expect(await look(DUE)).toBe(0);
    const second = await scheduled();
    await edit(second);
    await desk.write(DeskPublishArticleDocument, { id: second.id, expectedVersion: second.version + 1 });
    expect(await desk.published(second.id)).toMatchObject({ headline: "Later" });
    expect(await look(DUE)).toBe(0);
    expect(await desk.published(second.id)).toMatchObject({ headline: "Later" });
  });

  it("is published as it was scheduled after a revision was restored to its draft, and loses neither text", async () => {
    const { id, version } = await desk.newsroom.published({ headline: "First text" });
    await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version });
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version + 1, headline: "Second text" });
    const input = { id, expectedVersion: version + 2, publishAt: DUE.toISOString() };
    await desk.write(DeskScheduleArticleDocument, input);
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: version + 3 });
    await look(DUE);
    expect(await desk.published(id)).toMatchObject({ headline: "Second text" });
    expect(await desk.draft(id)).toMatchObject({ headline: "First text", hasUnpublishedChanges: true });
    // The draft that is replaced now differs from what was published last, so it goes on record first.
    const draft = present(await desk.draft(id));
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: draft.version, headline: "Third text" });
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: draft.version + 1 });
    const { prisma } = desk.app.database;
    const rows = await prisma.revision.findMany({ where: { articleId: decodeNodeId(id)?.uuid ?? "" } });
    expect(JSON.stringify(rows.map(({ document }) => document))).toContain("Third text");
  });

  it("is published with the editor's changes of its persons and posts, checked again", async () => {
    const source = await desk.newsroom.post({ text: "The bridge is safe." });
    const speaker = await desk.newsroom.person({ name: "Orla Vance" });
    const quotes = [{ exact: "The bridge is safe", speakerId: speaker, sourceId: source }];
    const body = [{ paragraph: { text: "“The bridge is safe,” she said.", quotes } }];
    const { id, version } = await desk.newsroom.draft({ body });
    await desk.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt: DUE.toISOString() });
    const text = "The bridge is not safe.";
    for (const as of ["AUTHOR", "EDITOR"] as const) {
      const type = as === "AUTHOR" ? "ForbiddenError" : "UpdateEmbeddedPostPayload";
      expect(await desk.write(PostsUpdateDocument, { id: source, text }, as)).toMatchObject({ __typename: type });
    }
    await look(DUE);
    const [paragraph] = present(await desk.published(id)).body;
    expect(paragraph).toMatchObject({ quotes: [{ check: { verdict: "ALTERED" } }] });
  });

  it("shows readers nothing of what is scheduled", async () => {
    const { id } = await makeStory(desk, "PUBLISHED");
    const other = await scheduled();
    for (const each of [id, other.id]) expect(await pending(each, {})).toEqual(each === id ? NOTHING : null);
    await look(DUE);
  });
});
