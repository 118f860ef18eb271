import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replaceBody } from "../../src/body/replace-body.service.js";
import { encodeNodeId } from "../../src/graphql/node-id.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import {
  PostsEmbedDocument,
  type PostsEmbedMutationVariables,
  PostsReadDocument,
  PostsUpdateDocument,
  type PostsUpdateMutation,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";

const settings = { now: new Date("2026-06-01T00:00:00Z") };
let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

type Updated = Extract<PostsUpdateMutation["updateEmbeddedPost"], { __typename: "UpdateEmbeddedPostPayload" }>;

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

async function update(input: { id: string } & Record<string, unknown>) {
  return desk.write(PostsUpdateDocument, input, "EDITOR");
}

async function updated(input: { id: string } & Record<string, unknown>): Promise<Updated["embeddedPost"]> {
  const result = await update(input);
  if (result.__typename !== "UpdateEmbeddedPostPayload") throw new Error(JSON.stringify(result));
  return result.embeddedPost;
}

async function read(
  id: string,
  headers: Readonly<Record<string, string>> = { ...desk.headers.EDITOR, "x-content-view": "draft" },
) {
  return (await desk.app.data(PostsReadDocument, { id }, headers)).embeddedPost;
}

async function captures(id: string) {
  const all = await desk.app.database.prisma.postCapture.findMany({ orderBy: [{ postId: "asc" }, { number: "asc" }] });
  return all
    .filter(({ postId }) => encodeNodeId("EmbeddedPost", postId) === id)
    .map(({ number, text, contentHash, availability, capturedAt, replacedAt }) => ({
      number,
      text,
      contentHash,
      availability,
      capturedAt: capturedAt.toISOString(),
      replacedAt: replacedAt.toISOString(),
    }));
}

function quoting(sourceId: string, exact: string) {
  return { paragraph: { text: `“${exact},” it said.`, quotes: [{ exact, sourceId }] } };
}

describe("updateEmbeddedPost", () => {
  it("hashes the new text, checks its quotes again in every head, and keeps the earlier capture", async () => {
    const first = "We will not close the port this year.";
    const id = await desk.newsroom.post({ text: first });
    const before = await read(id);
    const { work } = desk.newsroom;
    const body = [quoting(id, "We will not close the port")];
    const { id: article, version } = await desk.newsroom.published({ body });
    done(
      await replaceBody(work, {
        id: article,
        expectedVersion: version,
        field: "articleId",
        body: [...body, quoting(id, "the port this year")],
      }),
    );
    const trash = await desk.newsroom.draft({ body });
    done(await deleteArticle(work, { id: trash.id, expectedVersion: trash.version }));

    const second = "We will close the port this year.";
    const after = await updated({ id, text: second });
    expect(after).toMatchObject({
      text: second,
      contentHash: sha256(second),
      capturedAt: "2026-06-01T00:00:00.000Z",
      availability: "UNKNOWN",
    });
    const checks = after.quotes.nodes.map(({ text, check }) => `${text}: ${check.verdict}`).toSorted();
    expect(checks).toEqual(["We will not close the port: ALTERED", "the port this year: EXACT"]);
    const altered = after.quotes.nodes.find(({ check }) => check.verdict === "ALTERED");
    expect(altered?.check.differences).toEqual([{ kind: "ADDED", quoted: "not", original: null }]);
    expect((await read(id, {}))?.quotes.nodes).toEqual([
      { text: "We will not close the port", check: { verdict: "ALTERED" } },
    ]);
    const heads = await desk.app.database.read(
      `SELECT head, verdict FROM quote WHERE text LIKE '%not close the port' AND source_id IS NOT NULL ORDER BY head`,
    );
    expect(heads).toEqual([
      { head: "DRAFT", verdict: "ALTERED" },
      { head: "PUBLISHED", verdict: "ALTERED" },
      { head: "TRASH", verdict: "ALTERED" },
    ]);
    expect(await captures(id)).toEqual([
      {
        number: 1,
        text: first,
        contentHash: sha256(first),
        availability: "UNKNOWN",
        capturedAt: new Date(before?.capturedAt ?? 0).toISOString(),
        replacedAt: "2026-06-01T00:00:00.000Z",
      },
    ]);
    expect((await desk.draft(article))?.version).toBe(version + 1);
  });

  it("keeps the text of a post that was deleted since, and every state that it was in", async () => {
    const id = await desk.newsroom.post({ text: "Soon gone." });
    const { capturedAt } = (await read(id)) ?? {};
    expect(await updated({ id, availability: "LIVE" })).toMatchObject({
      availability: "LIVE",
      text: "Soon gone.",
      capturedAt,
    });
    expect(await updated({ id, availability: "DELETED" })).toMatchObject({
      availability: "DELETED",
      text: "Soon gone.",
      capturedAt,
    });
    // The same again, or with another form of the same characters, is no other state.
    await updated({ id, availability: "DELETED", text: " Soon gone. " });
    expect((await captures(id)).map(({ number, availability, text }) => [number, availability, text])).toEqual([
      [1, "UNKNOWN", "Soon gone."],
      [2, "LIVE", "Soon gone."],
    ]);
  });

  it("changes what is named, leaves what is absent, and clears what is null", async () => {
    const author = await desk.newsroom.person({ name: "Anja Author" });
    const id = await desk.newsroom.post({ text: "Fields.", postedOn: "2026-02-27" });
    const before = await read(id);
    expect(await updated({ id })).toMatchObject(before ? { ...before, quotes: { nodes: [] } } : {});
    const set = {
      platform: "BLUESKY",
      url: "HTTPS://Social.Example/new?a=1",
      authorName: " Anja   A. ",
      authorHandle: "anja.example",
      postedOn: "2026-02-25",
      postedAt: "2026-02-25T23:30:00+02:00",
    };
    expect(await updated({ id, authorId: author, ...set })).toMatchObject({
      ...set,
      url: "https://social.example/new?a=1",
      authorName: "Anja A.",
      authorHandle: "@anja.example",
      author: { id: author, name: "Anja Author" },
      postedAt: "2026-02-25T21:30:00.000Z",
      text: "Fields.",
      contentHash: sha256("Fields."),
    });
    const cleared = { url: null, authorHandle: null, authorId: null, postedOn: null, postedAt: null };
    const { authorId: _id, ...empty } = cleared;
    expect(await updated({ id, ...cleared })).toMatchObject({
      ...empty,
      author: null,
      authorName: "Anja A.",
      platform: "BLUESKY",
    });
    expect(await captures(id)).toEqual([]);
  });

  it("refuses the address of another post, also of two that take it at once", async () => {
    const url = "https://social.example/taken";
    await desk.newsroom.post({ url, text: "Has it." });
    const [one, two] = [
      await desk.newsroom.post({ url: null, text: "One." }),
      await desk.newsroom.post({ url: null, text: "Two." }),
    ];
    expect(await update({ id: one, url })).toMatchObject({
      __typename: "ConflictError",
      code: "CONFLICT",
      path: ["input", "url"],
    });
    expect((await read(one))?.url).toBeNull();
    const free = "https://social.example/free";
    const results = await Promise.all(
      [one, two].flatMap((id) => [update({ id, url: free }), update({ id, url: free })]),
    );
    const kinds = new Set(results.map(({ __typename }) => __typename));
    expect(kinds).toEqual(new Set(["UpdateEmbeddedPostPayload", "ConflictError"]));
    expect([(await read(one))?.url, (await read(two))?.url].filter((each) => each === free)).toEqual([free]);
  });

  it("keeps every state when many change one post at once", async () => {
    const id = await desk.newsroom.post({ text: "Text." });
    const results = await Promise.all(Array.from({ length: 10 }, (_, at) => update({ id, text: `Text ${at}.` })));
    expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(["UpdateEmbeddedPostPayload"]));
    const texts = [...(await captures(id)).map(({ text }) => text), (await read(id))?.text ?? ""];
    expect(texts.toSorted()).toEqual(["Text.", ...Array.from({ length: 10 }, (_, at) => `Text ${at}.`)].toSorted());
  });

  it("reports all faults of an input at once, at their fields, and changes nothing", async () => {
    const id = await desk.newsroom.post({ text: "Sound." });
    const before = await read(id);
    const result = await update({
      id,
      platform: null,
      availability: null,
      text: " ",
      authorName: "a\u0000b",
      authorHandle: "two words",
      authorId: encodeNodeId("Person", "00000000-0000-7000-8000-000000000000"),
      url: "javascript:alert(1)",
    });
    if (result.__typename !== "ValidationError") throw new Error(result.__typename);
    expect(result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "input.platform: It cannot be cleared: every post has one.",
      "input.availability: It cannot be cleared: every post has one.",
      "input.text: The text must not be empty.",
      "input.url: The address must begin with http:// or https://, not javascript:",
      "input.authorName: The text holds the control character U+0000.",
      'input.authorHandle: "two words" is not a handle.',
      "input.authorId: There is no Person of this id.",
    ]);
    expect(await read(id)).toEqual(before);
    expect(await update({ id, url: "https://user:secret@social.example/" })).toMatchObject({
      issues: [{ path: ["input", "url"], message: "The address must not hold a user name or password." }],
    });
    expect(await update({ id, authorName: null, text: null })).toMatchObject({
      issues: [{ path: ["input", "authorName"] }, { path: ["input", "text"] }],
    });
  });

  it.each(["pst_AAAAAAAAcACAAAAAAAAAAA", "nonsense", "per_AAAAAAAAcACAAAAAAAAAAA"])(
    "finds no post of %s",
    async (id) => {
      expect(await update({ id, text: "x" })).toMatchObject({ __typename: "NotFoundError", path: ["input", "id"] });
    },
  );
});

describe("embedding a new post", () => {
  async function embed(post: PostsEmbedMutationVariables["input"]["post"]) {
    const { id, version } = await desk.newsroom.draft();
    const result = await desk.write(PostsEmbedDocument, { articleId: id, expectedVersion: version, post });
    if (result.__typename !== "EmbedPostPayload") throw new Error(JSON.stringify(result));
    return result.embeddedPost;
  }
  const post = {
    platform: "X" as const,
    authorName: "Hal",
    authorHandle: "Hal_News",
    text: "Same words.",
    postedOn: "2026-03-01",
  };

  it("finds the one that is there: by its address, or by the account, day and words, however the handle is written", async () => {
    const first = await embed(post);
    expect(first.authorHandle).toBe("@Hal_News");
    expect((await embed({ ...post, authorHandle: "@HAL_NEWS" })).id).toBe(first.id);
    expect((await embed({ ...post, authorHandle: "@HalxNews" })).id).not.toBe(first.id);
    expect((await embed({ ...post, postedOn: "2026-03-02" })).id).not.toBe(first.id);
    expect((await embed({ ...post, platform: "THREADS" })).id).not.toBe(first.id);
    expect((await embed({ ...post, text: "Other words." })).id).not.toBe(first.id);
    const url = "https://social.example/hal/1";
    const addressed = await embed({ ...post, url, text: "At an address." });
    expect((await embed({ ...post, url, text: "At an address." })).id).toBe(addressed.id);
    expect((await embed({ ...post, url: `${url}0`, text: "At an address." })).id).not.toBe(addressed.id);
    expect((await read(addressed.id))?.text).toBe("At an address.");
  });

  it("finds whose account it is, however the handle is written", async () => {
    await desk.newsroom.person({ name: "Olga Owner", accounts: [{ platform: "X", handle: "Olga_O" }] });
    expect((await embed({ ...post, authorHandle: "@OLGA_o" })).author).toEqual({ name: "Olga Owner" });
    expect((await embed({ ...post, platform: "THREADS", authorHandle: "olga_o" })).author).toBeNull();
  });

  it("makes one post when many embed it at once", async () => {
    const url = "https://social.example/race";
    const all = await Promise.all(Array.from({ length: 8 }, () => embed({ ...post, url, text: "Race." })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ["https://x.com/a/status/1", "X"],
    ["https://www.youtube.com/watch?v=1", "YOUTUBE"],
    ["https://bsky.app/profile/a/post/1", "BLUESKY"],
    ["https://notx.com/a", "OTHER"],
  ])("tells the platform by the address %s", async (url, platform) => {
    expect((await embed({ authorName: "Hal", text: `At ${url}`, url })).platform).toBe(platform);
  });
});
