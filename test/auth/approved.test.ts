import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleState } from "../../src/draft/article.type.js";
import type { Role } from "../../src/auth/role.js";
import {
  DeskApproveArticleDocument,
  DeskDeleteArticleDocument,
  DeskSubmitArticleDocument,
  PostsEmbedDocument,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { decodeNodeId, encodeNodeId } from "../../src/graphql/node-id.js";
import { capturePost } from "../../src/embedded-post/embedded-post.service.js";
import { bringTo } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const WRITES = {
  person: "mutation W($input: UpdatePersonInput!) { did: updatePerson(input: $input) { ...R } }",
  post: "mutation W($input: UpdateEmbeddedPostInput!) { did: updateEmbeddedPost(input: $input) { ...R } }",
} as const;
const RESULT = `fragment R on UserError { __typename code message path
  ... on StalePersonVersionError { currentVersion person { version name } }
  ... on StaleEmbeddedPostVersionError { currentVersion embeddedPost { version text } } }`;

interface Outcome {
  readonly __typename?: string;
  readonly code?: string;
  readonly [field: string]: unknown;
}

async function write(what: "person" | "post", input: object, as: Role): Promise<Outcome> {
  const type = what === "person" ? "UpdatePersonPayload" : "UpdateEmbeddedPostPayload";
  const field = what === "person" ? "person { version name aliases }" : "embeddedPost { version text }";
  const document = WRITES[what].replace("...R", `... on ${type} { __typename ${field} } ...R`) + RESULT;
  const { did } = await desk.app.data<{ did: Outcome }, object>(document, { input }, desk.headers[as]);
  return did;
}

const keyOf = (id: string): string => decodeNodeId(id)?.uuid ?? "";

/** An article that quotes a speaker from a post, places another post, and mentions somebody. */
async function storyIn(state: ArticleState) {
  const { newsroom } = desk;
  const poster = await newsroom.person({ name: `Poster ${state}` });
  const behind = await newsroom.person({ name: `Behind ${state}` });
  const speaker = await newsroom.person({ name: `Speaker ${state}` });
  const mentioned = await newsroom.person({ name: `Tova Lindqvist${state.replace("_", "")}` });
  const placed = await newsroom.post({ text: `Placed ${state}.`, authorId: keyOf(poster) });
  const source = await newsroom.post({ text: `Said in ${state}.`, authorId: keyOf(behind) });
  const quotes = [{ exact: `Said in ${state}`, speakerId: speaker, sourceId: source }];
  const body = [
    { paragraph: { text: `“Said in ${state},” it says.`, quotes } },
    { post: { id: placed } },
    { paragraph: { text: `Then Tova Lindqvist${state.replace("_", "")} left.` } },
  ];
  const { id, version } = await bringTo(newsroom, await newsroom.draft({ body }), state);
  return { id, version, persons: { poster, behind, speaker, mentioned }, posts: { placed, source } };
}

const APPROVED = ["READY", "SCHEDULED", "PUBLISHED"] as const;

describe("what an editor approved", () => {
  it.each(APPROVED)(
    "in a %s article is changed by editors only: its posts and all its persons and authors",
    async (state) => {
      const { persons, posts } = await storyIn(state);
      for (const [who, id] of Object.entries(persons)) {
        const input = { id, role: "Changed" };
        expect([who, await write("person", input, "AUTHOR")]).toMatchObject([
          who,
          { code: "FORBIDDEN", path: ["input", "id"] },
        ]);
        expect([who, await write("person", input, "EDITOR")]).toMatchObject([
          who,
          { __typename: "UpdatePersonPayload" },
        ]);
      }
      for (const [which, id] of Object.entries(posts)) {
        const input = { id, text: "Other words." };
        expect([which, await write("post", input, "AUTHOR")]).toMatchObject([which, { code: "FORBIDDEN" }]);
        expect([which, await write("post", input, "EDITOR")]).toMatchObject([
          which,
          { __typename: "UpdateEmbeddedPostPayload" },
        ]);
      }
    },
  );

  it.each(["DRAFT", "IN_REVIEW", "UNPUBLISHED", "KILLED"] as const)("does not hold for a %s article", async (state) => {
    const { persons, posts } = await storyIn(state);
    for (const id of Object.values(persons)) {
      expect(await write("person", { id, role: "Changed" }, "AUTHOR")).toMatchObject({
        __typename: "UpdatePersonPayload",
      });
    }
    for (const id of Object.values(posts)) {
      const done = await write("post", { id, text: "Other words." }, "AUTHOR");
      expect(done).toMatchObject({ __typename: "UpdateEmbeddedPostPayload" });
    }
  });

  it("holds in the trash, from which the article comes back approved", async () => {
    const { id, version, persons, posts } = await storyIn("READY");
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    expect(await write("person", { id: persons.speaker, role: "x" }, "AUTHOR")).toMatchObject({ code: "FORBIDDEN" });
    expect(await write("post", { id: posts.placed, text: "x" }, "AUTHOR")).toMatchObject({ code: "FORBIDDEN" });
  });

  it("is decided once when an approval and an author's change come at the same moment", async () => {
    for (let round = 0; round < 6; round += 1) {
      const text = `Round ${round}.`;
      const post = await desk.newsroom.post({ text });
      const draft = await desk.newsroom.draft({ body: [{ post: { id: post } }] });
      await desk.write(DeskSubmitArticleDocument, { id: draft.id, expectedVersion: draft.version });
      const approve = { id: draft.id, expectedVersion: draft.version + 1 };
      await Promise.all([
        desk.write(DeskApproveArticleDocument, approve),
        write("post", { id: post, text: `Changed ${round}.` }, "AUTHOR"),
      ]);
      expect(await write("post", { id: post, text: "Late." }, "AUTHOR")).toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("gets no words from an author's article for a post that is known by its address, but from an editor's", async () => {
    const url = "https://x.com/harbour/status/55";
    await desk.app.database.transaction(async (tx) => {
      const bare = { platform: "X", url, authorName: "harbour", authorHandle: null, authorId: null } as const;
      return capturePost(desk.newsroom.work, tx, { ...bare, text: "", language: null, postedOn: null, postedAt: null });
    });
    const { id } = await desk.app.database.prisma.embeddedPost.findFirstOrThrow({ where: { url } });
    const draft = await desk.newsroom.draft({ body: [{ post: { id: encodeNodeId("EmbeddedPost", id) } }] });
    await bringTo(desk.newsroom, draft, "SCHEDULED");
    const embed = async (as: Role) => {
      const own = await desk.newsroom.draft();
      const post = { url, authorName: "Harbour office", text: "We open at six." };
      return desk.write(PostsEmbedDocument, { articleId: own.id, expectedVersion: own.version, post }, as);
    };
    expect(await embed("AUTHOR")).toMatchObject({ __typename: "ForbiddenError", path: ["input", "post", "text"] });
    const row = () => desk.app.database.prisma.embeddedPost.findUniqueOrThrow({ where: { id } });
    expect(await row()).toMatchObject({ text: "", version: 1 });
    expect(await embed("EDITOR")).toMatchObject({ __typename: "EmbedPostPayload" });
    expect(await row()).toMatchObject({ text: "We open at six.", version: 2 });
  });
});

describe("expectedVersion", () => {
  it("refuses a write to a person or post that was changed since it was read, and returns what is there", async () => {
    const person = await desk.newsroom.person({ name: "Vera Stahl" });
    expect(await write("person", { id: person, role: "One", expectedVersion: 1 }, "AUTHOR")).toMatchObject({
      person: { version: 2 },
    });
    expect(await write("person", { id: person, role: "Two", expectedVersion: 1 }, "AUTHOR")).toMatchObject({
      __typename: "StalePersonVersionError",
      code: "STALE_VERSION",
      path: ["input", "expectedVersion"],
      currentVersion: 2,
      person: { version: 2, name: "Vera Stahl" },
    });
    const post = await desk.newsroom.post({ text: "Before." });
    expect(await write("post", { id: post, text: "After.", expectedVersion: 1 }, "AUTHOR")).toMatchObject({
      embeddedPost: { version: 2 },
    });
    expect(await write("post", { id: post, text: "Lost.", expectedVersion: 1 }, "AUTHOR")).toMatchObject({
      __typename: "StaleEmbeddedPostVersionError",
      code: "STALE_VERSION",
      currentVersion: 2,
      embeddedPost: { version: 2, text: "After." },
    });
    for (const expectedVersion of [null, undefined]) {
      expect(await write("post", { id: post, text: "Unread.", expectedVersion }, "AUTHOR")).toMatchObject({
        __typename: "UpdateEmbeddedPostPayload",
      });
    }
  });

  it("lets one of many parallel writes through", async () => {
    for (const what of ["person", "post"] as const) {
      const id =
        what === "person"
          ? await desk.newsroom.person({ name: "Many Writers" })
          : await desk.newsroom.post({ text: "Many." });
      const change = (at: number) => (what === "person" ? { role: `Role ${at}` } : { text: `Text ${at}` });
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, at) => write(what, { id, expectedVersion: 1, ...change(at) }, "EDITOR")),
      );
      expect(all.filter(({ code }) => code === undefined)).toHaveLength(1);
      expect(all.filter(({ code }) => code === "STALE_VERSION")).toHaveLength(7);
    }
  });
});

describe("captures", () => {
  it("are the earlier states of a post, newest first and in pages, and null for readers", async () => {
    const post = await desk.newsroom.post({ text: "First.", authorName: "Ida Lund", authorHandle: "@ida" });
    await desk.newsroom.published({ body: [{ post: { id: post } }] });
    await write("post", { id: post, text: "Second." }, "EDITOR");
    await write("post", { id: post, text: "Third.", authorName: "Ida L." }, "EDITOR");
    await write("post", { id: post, text: "Fourth." }, "EDITOR");
    const document = `query C($id: ID!, $after: String) { embeddedPost(id: $id) { text captures(first: 2, after: $after) {
      totalCount nodes { text authorName authorHandle contentHash capturedAt } pageInfo { endCursor hasNextPage } } } }`;
    const draft = { ...desk.headers.AUTHOR, "x-content-view": "draft" };
    type Read = { embeddedPost: { text: string; captures: { pageInfo: { endCursor: string } } | null } };
    const { embeddedPost: first } = await desk.app.data<Read, object>(document, { id: post }, draft);
    expect(first).toMatchObject({
      text: "Fourth.",
      captures: {
        totalCount: 3,
        nodes: [
          { text: "Third.", authorName: "Ida L.", authorHandle: "@ida" },
          { text: "Second.", authorName: "Ida Lund", authorHandle: "@ida" },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    const after = first.captures?.pageInfo.endCursor;
    const { embeddedPost: second } = await desk.app.data<Read, object>(document, { id: post, after }, draft);
    expect(second.captures).toMatchObject({
      nodes: [{ text: "First.", contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const { embeddedPost: seen } = await desk.app.data<Read, object>(document, { id: post }, {});
    expect(seen).toEqual({ text: "Fourth.", captures: null });
  });
});
