import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskApproveArticleDocument,
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskRejectArticleDocument,
  DeskScheduleArticleDocument,
  DeskSubmitArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUpdateArticleDocument,
  PublishingCorrectionsDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { FAR_AHEAD, makeStory } from "../support/story.js";

const settings = { now: new Date("2026-05-01T10:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

/** Moves the clock of the app. */
function setTime(moment: string): void {
  settings.now = new Date(moment);
}

/** Texts that no note may be, with what is said of them. */
const BAD_NOTES = [
  ["", "must not be empty"],
  [" \n\t ", "must not be empty"],
  ["\u200b\u2060", "must not be empty"],
  ["a\u0000b", "control character U+0000"],
  ["a\u0007b", "control character U+0007"],
  ["\ud83d", "half a surrogate pair"],
  ["\u202Eevil", "direction controls"],
  ["\u2067open \u202Cwrong", "direction controls"],
  ["x".repeat(5001), "5001 characters"],
] as const;

describe("notes and reasons", () => {
  it.each(BAD_NOTES)("a note %j is refused everywhere, and nothing happens", async (note, message) => {
    const refusal = (path: readonly string[]) => ({
      __typename: "ValidationError",
      code: "VALIDATION",
      path,
      issues: [{ path, message: expect.stringContaining(message) }],
    });
    const [review, published] = [await makeStory(desk, "IN_REVIEW"), await makeStory(desk, "PUBLISHED")];
    const reviewed = { id: review.id, expectedVersion: review.version };
    const target = { id: published.id, expectedVersion: published.version };
    const reason = ["input", "reason"];
    expect(await desk.write(DeskRejectArticleDocument, { ...reviewed, reason: note })).toMatchObject(refusal(reason));
    expect(await desk.write(DeskKillArticleDocument, { ...target, reason: note })).toMatchObject(refusal(reason));
    const correction = { kind: "CORRECTION", note } as const;
    expect(await desk.write(DeskPublishArticleDocument, { ...target, correction })).toMatchObject(
      refusal(["input", "correction", "note"]),
    );
    expect(await desk.draft(review.id)).toMatchObject({ state: "IN_REVIEW", version: review.version });
    expect(await desk.published(published.id)).toMatchObject({ version: published.version, corrections: [] });
  });

  it("the reason for unpublishing may be missing but not broken", async () => {
    const { id, version } = await makeStory(desk);
    const broken = await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version, reason: "a\u0000" });
    expect(broken).toMatchObject({ __typename: "ValidationError", path: ["input", "reason"] });
    expect(await desk.published(id)).not.toBeNull();
    const done = await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version, reason: "  " });
    expect(done).toMatchObject({ article: { state: "UNPUBLISHED" } });
  });

  it("the reason of a rejection is in the audit log, with its lines and balanced direction controls", async () => {
    const { id, version } = await makeStory(desk, "IN_REVIEW");
    const reason = "Two things:\n1. \u2067شلوم\u2069\n2. Who said it?";
    await desk.write(DeskRejectArticleDocument, { id, expectedVersion: version, reason: `  ${reason}\n` });
    const entry = await desk.app.database.prisma.auditEntry.findFirst({ where: { act: "rejectArticle" } });
    expect(entry?.detail).toBe(reason);
  });
});

describe("scheduling", () => {
  it.each(["2026-05-01T10:00:00Z", "2026-05-01T09:59:59Z", "0001-01-01T00:00:00Z"])(
    "refuses the moment %s, which has passed",
    async (publishAt) => {
      setTime("2026-05-01T10:00:00Z");
      const { id, version } = await makeStory(desk, "DRAFT");
      const result = await desk.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt });
      expect(result).toMatchObject({ __typename: "ValidationError", path: ["input", "publishAt"] });
      expect(await desk.draft(id)).toMatchObject({ state: "DRAFT", version });
    },
  );

  it.each(["tomorrow", "2026-13-01T00:00:00Z", "2026-05-01", "2026-05-01T10:00:00"])(
    "refuses %s, which is no moment, as bad input",
    async (publishAt) => {
      const { id, version } = await makeStory(desk, "DRAFT");
      const input = { id, expectedVersion: version, publishAt };
      const answer = await desk.app.ask(DeskScheduleArticleDocument, { input }, desk.headers.EDITOR);
      expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
      expect(await desk.draft(id)).toMatchObject({ state: "DRAFT", version });
    },
  );

  it("takes a moment in any offset", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const input = { id, expectedVersion: version, publishAt: "2099-01-01T02:00:00+02:00" };
    expect(await desk.write(DeskScheduleArticleDocument, input)).toMatchObject({ article: { state: "SCHEDULED" } });
    const due = await desk.app.database.prisma.article.findFirst({ where: { publishAt: { lt: FAR_AHEAD } } });
    expect(due?.publishAt).toEqual(new Date("2099-01-01T00:00:00Z"));
  });
});

describe("publishing", () => {
  it("an edited draft is hidden from readers until it is published over their text", async () => {
    const { id, version } = await makeStory(desk);
    const before = await desk.published(id);
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Second text" });
    expect(await desk.published(id)).toEqual(before);
    setTime("2026-05-02T10:00:00Z");
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    const after = await desk.published(id);
    expect(after).toEqual({
      ...before,
      headline: "Second text",
      version: version + 2,
      publishedAt: "2026-05-02T10:00:00.000Z",
      updatedAt: after?.updatedAt,
    });
    expect(await desk.draft(id)).toMatchObject({ hasUnpublishedChanges: false, version: version + 2 });
  });

  it("unpublishing and publishing again keeps when readers first saw it", async () => {
    const { id, version } = await makeStory(desk);
    const { firstPublishedAt } = present(await desk.published(id));
    await desk.write(DeskUnpublishArticleDocument, { id, expectedVersion: version });
    expect(await desk.published(id)).toBeNull();
    expect(await desk.draft(id)).toMatchObject({ state: "UNPUBLISHED", firstPublishedAt, headline: "Harbour to open" });
    setTime("2026-06-01T10:00:00Z");
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    expect(await desk.published(id)).toMatchObject({ firstPublishedAt, publishedAt: "2026-06-01T10:00:00.000Z" });
  });

  it("an author's draft reaches readers through review", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const denied = await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version }, "AUTHOR");
    expect(denied).toMatchObject({ __typename: "ForbiddenError" });
    await desk.write(DeskSubmitArticleDocument, { id, expectedVersion: version }, "AUTHOR");
    await desk.write(DeskApproveArticleDocument, { id, expectedVersion: version + 1 });
    expect(await desk.published(id)).toBeNull();
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    expect(await desk.published(id)).toMatchObject({ state: "PUBLISHED", version: version + 3 });
  });
});

describe("corrections", () => {
  const draftHeaders = () => ({ ...desk.headers.EDITOR, "x-content-view": "draft" });
  const corrections = async (id: string, headers = {}) =>
    present((await desk.app.data(PublishingCorrectionsDocument, { id }, headers)).article).corrections;

  it("are tied to the revision that brought them, which only editors see", async () => {
    setTime("2026-07-01T10:00:00Z");
    const { id, version } = await makeStory(desk);
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, headline: "Harbour opens Tuesday" });
    const first = { kind: "CORRECTION", note: "The day was\nwrong." } as const;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1, correction: first });
    setTime("2026-07-02T10:00:00Z");
    const second = { kind: "CLARIFICATION", note: "Tuesday means the 7th." } as const;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2, correction: second });
    const published = [
      { ...first, correctedAt: "2026-07-01T10:00:00.000Z" },
      { ...second, correctedAt: "2026-07-02T10:00:00.000Z" },
    ];
    expect(await corrections(id)).toEqual(published.map((each) => ({ ...each, revision: null })));
    const of = (number: number, kind: string) => ({
      number,
      author: "Test editor",
      summary: `Published with a ${kind}`,
      article: { headline: "Harbour opens Tuesday" },
    });
    expect(await corrections(id, draftHeaders())).toEqual([
      { ...published[0], revision: of(2, "correction") },
      { ...published[1], revision: of(3, "clarification") },
    ]);
  });

  it.each(["DRAFT", "READY", "SCHEDULED"] as const)("are refused of a %s, which nobody has read", async (state) => {
    const { id, version } = await makeStory(desk, state);
    const correction = { kind: "UPDATE", note: "" } as const;
    const result = await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version, correction });
    expect(result).toMatchObject({
      __typename: "ValidationError",
      // Both at once: the note is empty as well.
      issues: [{ path: ["input", "correction"] }, { path: ["input", "correction", "note"] }],
    });
    expect(await desk.draft(id)).toMatchObject({ state, version, corrections: [] });
  });

  it("can be added to an article that was unpublished and is published again", async () => {
    const { id, version } = await makeStory(desk, "UNPUBLISHED");
    const correction = { kind: "RETRACTION", note: "Two sentences are gone." } as const;
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version, correction });
    expect(await corrections(id)).toMatchObject([correction]);
  });
});
