import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskApproveArticleDocument,
  DeskCreateArticleDocument,
  DeskDeleteArticleDocument,
  DeskKillArticleDocument,
  DeskRejectArticleDocument,
  DeskScheduleArticleDocument,
  DeskSubmitArticleDocument,
  DeskUpdateArticleDocument,
  PublishingNoticeDocument,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { FAR_AHEAD, makeStory } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ now: new Date("2026-05-01T10:00:00Z") });
});
afterAll(() => desk.app.close());

type Step = (id: string, expectedVersion: number) => Promise<unknown>;
const submit: Step = (id, expectedVersion) => desk.write(DeskSubmitArticleDocument, { id, expectedVersion });
const approve: Step = (id, expectedVersion) => desk.write(DeskApproveArticleDocument, { id, expectedVersion });
const reject: Step = (id, expectedVersion) =>
  desk.write(DeskRejectArticleDocument, { id, expectedVersion, reason: "Unproven." });
const schedule: Step = (id, expectedVersion) =>
  desk.write(DeskScheduleArticleDocument, { id, expectedVersion, publishAt: FAR_AHEAD.toISOString() });
const bin: Step = (id, expectedVersion) => desk.write(DeskDeleteArticleDocument, { id, expectedVersion });

const WAYS: readonly (readonly [string, readonly Step[]])[] = [
  ["submitted", [submit]],
  ["approved", [submit, approve]],
  ["rejected", [submit, reject]],
  ["scheduled", [schedule]],
  ["in the trash", [bin]],
  ["rejected and in the trash", [submit, reject, bin]],
  ["approved and in the trash", [submit, approve, bin]],
];

describe("an article that readers have seen and that was unpublished", () => {
  it.each(WAYS)(
    "can be killed when it is %s: its address answers 410 and its notice has the reason",
    async (_, steps) => {
      const story = await makeStory(desk, "UNPUBLISHED", { slug: `seen-${_.replaceAll(" ", "-")}` });
      let { version } = story;
      for (const step of steps) {
        await step(story.id, version);
        version += 1;
      }
      const input = { id: story.id, expectedVersion: version, reason: "The letter was forged." };
      expect(await desk.write(DeskKillArticleDocument, input, "AUTHOR")).toMatchObject({
        __typename: "ForbiddenError",
      });
      expect(await desk.write(DeskKillArticleDocument, { ...input, expectedVersion: version - 1 })).toMatchObject({
        __typename: "StaleVersionError",
        currentVersion: version,
      });
      expect(await desk.write(DeskKillArticleDocument, input)).toMatchObject({
        article: { state: "KILLED", version: version + 1 },
      });
      const { killNotice } = await desk.app.data(PublishingNoticeDocument, { id: story.id });
      expect(killNotice).toMatchObject({ reason: "The letter was forged.", slug: `seen-${_.replaceAll(" ", "-")}` });
      const page = await desk.app.http.inject({ url: `/articles/seen-${_.replaceAll(" ", "-")}.html` });
      expect(page.statusCode).toBe(410);
      expect(await desk.draft(story.id)).toMatchObject({ state: "KILLED" });
      expect(await desk.published(story.id)).toBeNull();
    },
  );

  it("stays in the trash when the kill is refused", async () => {
    const { id, version } = await makeStory(desk, "UNPUBLISHED");
    await bin(id, version);
    const input = { id, expectedVersion: version + 1, reason: " " };
    expect(await desk.write(DeskKillArticleDocument, input)).toMatchObject({ __typename: "ValidationError" });
    expect(await desk.draft(id)).toBeNull();
    const trash = await trashed(desk.headers.EDITOR);
    expect(trash.map((article) => article.id)).toContain(id);
  });
});

it("an article that readers never saw is not killed, in no state and not in the trash", async () => {
  const { id, version } = await makeStory(desk, "READY");
  const input = { id, expectedVersion: version, reason: "Forged." };
  expect(await desk.write(DeskKillArticleDocument, input)).toMatchObject({ __typename: "TransitionError" });
  await bin(id, version);
  const binned = { ...input, expectedVersion: version + 1 };
  expect(await desk.write(DeskKillArticleDocument, binned)).toMatchObject({ __typename: "NotFoundError" });
});

async function trashed(headers: Readonly<Record<string, string>>, isTrashed: boolean | null = true) {
  const { articles } = await desk.app.data<{ articles: { nodes: { id: string; headline: string }[] } }, object>(
    "query T($isTrashed: Boolean) { articles(first: 100, filter: { isTrashed: $isTrashed }) { nodes { id headline paragraphs { text } } } }",
    { isTrashed },
    { ...headers, "x-content-view": "draft" },
  );
  return articles.nodes;
}

describe("the trash", () => {
  it("is listed with its texts for requests that see drafts, and is empty for readers", async () => {
    const draft = await desk.newsroom.draft({ headline: "Binned", body: [{ paragraph: { text: "Kept text." } }] });
    const kept = await desk.newsroom.draft({ headline: "Not binned" });
    await bin(draft.id, draft.version);
    for (const role of ["AUTHOR", "EDITOR", "ADMIN"] as const) {
      const listed = await trashed(desk.headers[role]);
      expect(listed).toContainEqual({ id: draft.id, headline: "Binned", paragraphs: [{ text: "Kept text." }] });
      expect(listed.map(({ id }) => id)).not.toContain(kept.id);
      for (const isTrashed of [false, null]) {
        const others = (await trashed(desk.headers[role], isTrashed)).map(({ id }) => id);
        expect([others.includes(draft.id), others.includes(kept.id)]).toEqual([false, true]);
      }
    }
    expect(await trashed({})).toEqual([]);
    expect(await trashed(desk.headers.READER)).toEqual([]);
  });
});

describe("a slug", () => {
  const create = (slug: string, as: "AUTHOR" | "EDITOR" = "AUTHOR") =>
    desk.write(DeskCreateArticleDocument, { headline: "Any", slug }, as);

  it("of a draft in the trash is refused with the id of that article", async () => {
    const { id, version } = await desk.newsroom.draft({ slug: "binned-slug" });
    await bin(id, version);
    const refused = await create("binned-slug");
    expect(refused).toMatchObject({ __typename: "ConflictError", path: ["input", "slug"] });
    expect("message" in refused ? refused.message : "").toContain(`${id} in the trash`);
  });

  it("that a draft had and no reader saw is free for another article", async () => {
    const { id, version } = await desk.newsroom.draft({ slug: "working-title" });
    await rename(id, version, "final-title");
    expect(await create("working-title")).toMatchObject({ article: { slug: "working-title" } });
    // The first article does not get it back.
    expect(await rename(id, version + 1, "working-title")).toMatchObject({ __typename: "ConflictError" });
  });

  it("that readers saw stays with its article", async () => {
    const { id, version } = await desk.newsroom.published({ slug: "seen-title" });
    await rename(id, version, "other-title");
    expect(await create("seen-title")).toMatchObject({ __typename: "ConflictError" });
  });

  it("that was released is given to one article when many request it at once", async () => {
    const { id, version } = await desk.newsroom.draft({ slug: "wanted-title" });
    await rename(id, version, "given-up");
    const [back, ...others] = await Promise.all([
      rename(id, version + 1, "wanted-title"),
      ...Array.from({ length: 6 }, () => create("wanted-title")),
    ]);
    const all = [back, ...others].map((result) => result?.__typename);
    expect(all.filter((name) => name?.endsWith("Payload"))).toHaveLength(1);
    expect(new Set(all.filter((name) => !name?.endsWith("Payload")))).toEqual(new Set(["ConflictError"]));
  });
});

function rename(id: string, expectedVersion: number, slug: string) {
  return desk.write(DeskUpdateArticleDocument, { id, expectedVersion, slug });
}

describe("a preview token", () => {
  it("is refused for a killed article", async () => {
    const { id } = await makeStory(desk, "KILLED");
    const { createPreviewToken } = await desk.app.data<{ createPreviewToken: object }, object>(
      "mutation P($id: ID!) { createPreviewToken(input: { articleId: $id }) { __typename ... on TransitionError { from } } }",
      { id },
      desk.headers.EDITOR,
    );
    expect(createPreviewToken).toEqual({ __typename: "TransitionError", from: "KILLED" });
  });

  it("makes the view PREVIEW, until the article is killed", async () => {
    const { id, version } = await makeStory(desk, "PUBLISHED");
    const { createPreviewToken } = await desk.app.data<{ createPreviewToken: { token: string } }, object>(
      "mutation P($id: ID!) { createPreviewToken(input: { articleId: $id }) { ... on CreatePreviewTokenPayload { token } } }",
      { id },
      desk.headers.EDITOR,
    );
    const view = async (headers: Record<string, string>) =>
      (await desk.app.data<{ viewer: { view: string } }, object>("{ viewer { view } }", {}, headers)).viewer.view;
    const bearer = { authorization: `Bearer ${createPreviewToken.token}` };
    expect(await view(bearer)).toBe("PREVIEW");
    expect(await view({ ...desk.headers.EDITOR, "x-preview-token": createPreviewToken.token })).toBe("PREVIEW");
    expect(await view({ ...bearer, ...desk.headers.EDITOR, "x-content-view": "draft" })).toBe("DRAFT");
    await desk.write(DeskKillArticleDocument, { id, expectedVersion: version, reason: "Forged." });
    expect(await view(bearer)).toBe("PUBLISHED");
  });
});

describe("a refusal because of the state", () => {
  it.each(["READY", "PUBLISHED"] as const)(
    "names to an author of a %s article what an editor can do",
    async (state) => {
      const { id, version } = await makeStory(desk, state);
      const refused = await desk.write(DeskSubmitArticleDocument, { id, expectedVersion: version }, "AUTHOR");
      expect(refused).toMatchObject({ __typename: "TransitionError", from: state, allowed: [] });
      expect("message" in refused ? refused.message : "").toMatch(/An EDITOR or ADMIN can: .*publish/u);
    },
  );
});
