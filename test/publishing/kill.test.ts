import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskDeleteArticleDocument,
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskRestoreArticleDocument,
  DeskSubmitArticleDocument,
  DeskUpdateArticleDocument,
  PublishingEverywhereDocument,
  PublishingNoticeDocument,
} from "../generated/graphql.js";
import { Desk, paragraphOf, present } from "../support/desk.js";
import { makeStory, unknownId } from "../support/story.js";

const settings = { now: new Date("2026-05-01T10:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

/** What readers find of an article whose every part names Zanzibar, and of another with the same words. */
async function zanzibar() {
  const { newsroom } = desk;
  const speaker = await newsroom.person({ name: "Zora Zanzibar" });
  const post = await newsroom.post({ text: "Zanzibar is open." });
  const both = await newsroom.person({ name: "Both Speaker" });
  const said = (text: string) => ({ paragraph: { text, quotes: [{ exact: "We say the same", speakerId: both }] } });
  const { id, version } = await newsroom.published({
    headline: "Zanzibar opens",
    slug: "zanzibar-opens",
    topics: ["Zanzibar"],
    body: [
      {
        paragraph: {
          text: "“Zanzibar opens.”",
          quotes: [{ exact: "Zanzibar opens", speakerId: speaker, sourceId: post }],
        },
      },
      said("“We say the same.”"),
      { post: { id: post } },
    ],
  });
  const other = await newsroom.published({ body: [said("“We say the same.” Again.")] });
  const paragraph = paragraphOf(await desk.published(id));
  const variables = {
    id,
    slug: "zanzibar-opens",
    paragraph: paragraph.id,
    quote: present(paragraph.quotes[0]).id,
    speaker,
    post,
    topic: "zanzibar",
    other: other.id,
  };
  return { id, version, find: () => desk.app.data(PublishingEverywhereDocument, variables) };
}

const FOUND_NOWHERE = {
  byId: null,
  bySlug: null,
  nodes: [null, null, null],
  quote: null,
  articles: { totalCount: 0, nodes: [] },
  quotes: { totalCount: 0, nodes: [] },
  ofArticle: { totalCount: 0 },
  persons: { totalCount: 0 },
  person: null,
  post: null,
  topic: null,
  other: { quotes: [{ alsoQuotedIn: { totalCount: 0 } }] },
};

describe("a killed article", () => {
  it("is gone for readers everywhere at once, and its reason is shown", async () => {
    const { id, version, find } = await zanzibar();
    expect(await find()).toMatchObject({
      byId: { headline: "Zanzibar opens" },
      nodes: [{ __typename: "Article" }, { __typename: "Paragraph" }, { __typename: "Quote" }],
      articles: { totalCount: 1 },
      quotes: { totalCount: 1 },
      ofArticle: { totalCount: 2 },
      persons: { totalCount: 1 },
      person: { articles: { totalCount: 1 }, quotes: { totalCount: 1 } },
      post: { articles: { totalCount: 1 }, quotes: { totalCount: 1 } },
      topic: { articles: { totalCount: 1 } },
      other: { quotes: [{ alsoQuotedIn: { totalCount: 1 } }] },
    });
    expect((await desk.app.data(PublishingNoticeDocument, { id })).killNotice).toBeNull();
    const reason = "The letter was forged.\nWe are sorry.";
    await desk.write(DeskKillArticleDocument, { id, expectedVersion: version, reason: ` ${reason} ` });
    expect(await find()).toEqual(FOUND_NOWHERE);
    const notice = { articleId: id, slug: "zanzibar-opens", reason, killedAt: "2026-05-01T10:00:00.000Z" };
    expect((await desk.app.data(PublishingNoticeDocument, { id })).killNotice).toEqual(notice);
    // Editors keep it as a record.
    expect(await desk.draft(id)).toMatchObject({ state: "KILLED", headline: "Zanzibar opens" });
  });

  it("that was corrected, and whose draft went on, shows nothing of either text", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED", { slug: "corrected" });
    const correction = { kind: "CORRECTION", note: "A word was wrong." } as const;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version, correction });
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version + 1, slug: "not-public-yet" });
    await desk.write(DeskKillArticleDocument, { id, expectedVersion: version + 2, reason: "Forged." });
    expect(await desk.published(id)).toBeNull();
    const { killNotice } = await desk.app.data(PublishingNoticeDocument, { id });
    // The slug that readers knew, not that of the draft.
    expect(killNotice?.slug).toBe("corrected");
    expect(await desk.draft(id)).toMatchObject({ state: "KILLED", corrections: [correction] });
  });

  it("that was unpublished before has a notice as well", async () => {
    const { id, version } = await makeStory(desk, "UNPUBLISHED");
    await desk.write(DeskKillArticleDocument, { id, expectedVersion: version, reason: "Forged." });
    expect((await desk.app.data(PublishingNoticeDocument, { id })).killNotice).toMatchObject({ reason: "Forged." });
  });
});

describe("the trash", () => {
  it.each(["DRAFT", "IN_REVIEW", "READY", "UNPUBLISHED"] as const)(
    "takes a %s whole and gives it back as it was",
    async (state) => {
      const { id, version } = await makeStory(desk, state, { topics: ["Ports"], standfirst: "Kept." });
      const before = present(await desk.draft(id));
      const deleted = await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version }, "AUTHOR");
      expect(deleted).toMatchObject({
        __typename: "DeleteArticlePayload",
        deletedId: id,
        article: { ...before, version: version + 1, hasUnpublishedChanges: expect.any(Boolean) },
      });
      expect([await desk.draft(id), await desk.published(id)]).toEqual([null, null]);
      const restored = await desk.write(DeskRestoreArticleDocument, { id }, "AUTHOR");
      expect(restored).toMatchObject({ article: { ...before, version: version + 2 } });
      expect(await desk.draft(id)).toEqual({ ...before, version: version + 2 });
      expect(await desk.published(id)).toBeNull();
    },
  );

  it.each(["PUBLISHED", "SCHEDULED", "KILLED"] as const)("does not take a %s", async (state) => {
    const { id, version } = await makeStory(desk, state);
    const before = await desk.draft(id);
    const allowed = {
      PUBLISHED: ["publish", "unpublish", "kill"],
      SCHEDULED: ["publish", "schedule", "unschedule"],
      KILLED: [],
    };
    expect(await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version })).toMatchObject({
      __typename: "TransitionError",
      from: state,
      allowed: allowed[state],
    });
    expect(await desk.draft(id)).toEqual(before);
  });

  it("keeps the slugs of the sections in it", async () => {
    const { id, version } = await desk.newsroom.draft({ slug: "kept-in-the-trash" });
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    const other = await desk.newsroom.draft();
    const input = { id: other.id, expectedVersion: other.version, slug: "kept-in-the-trash" };
    expect(await desk.write(DeskUpdateArticleDocument, input)).toMatchObject({
      __typename: "ConflictError",
      code: "CONFLICT",
      path: ["input", "slug"],
    });
  });

  it("restores only what is in it, and shows nothing to readers", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const notFound = { __typename: "NotFoundError", path: ["input", "id"] };
    for (const other of [id, unknownId("Article"), unknownId("Person"), "", "nonsense"]) {
      expect(await desk.write(DeskRestoreArticleDocument, { id: other })).toMatchObject(notFound);
    }
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    expect(await desk.write(DeskRestoreArticleDocument, { id }, "READER")).toMatchObject({
      __typename: "ForbiddenError",
    });
    expect(await desk.draft(id)).toBeNull();
    await desk.write(DeskRestoreArticleDocument, { id });
    expect(await desk.write(DeskRestoreArticleDocument, { id })).toMatchObject(notFound);
    expect(await desk.draft(id)).toMatchObject({ version: version + 2 });
  });

  it("a restored article continues in the workflow", async () => {
    const { id, version } = await makeStory(desk, "UNPUBLISHED");
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    await desk.write(DeskRestoreArticleDocument, { id });
    await desk.write(DeskSubmitArticleDocument, { id, expectedVersion: version + 2 });
    expect(await desk.draft(id)).toMatchObject({ state: "IN_REVIEW", version: version + 3 });
  });

  it("holds no killed article, so that none comes back from it", async () => {
    const { id } = await makeStory(desk, "KILLED");
    expect(await desk.write(DeskRestoreArticleDocument, { id }, "ADMIN")).toMatchObject({
      __typename: "NotFoundError",
    });
  });
});
