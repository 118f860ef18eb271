import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskEmbedPostDocument,
  DeskMoveElementDocument,
  DeskRemoveElementDocument,
} from "../generated/graphql.js";
import { Desk, type DeskArticle, present } from "../support/desk.js";
import { makeStory, type Story, unknownId } from "../support/story.js";
import { has, issuesOf } from "./support/issues.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const inside = ({ id, version }: Story) => ({ articleId: id, expectedVersion: version });

/** The ids of a draft's parts, in their order. */
async function partsOf(id: string): Promise<readonly string[]> {
  return present(await desk.draft(id)).body.map((part) => part.id);
}

/** The parts themselves, by id. */
function byId(article: DeskArticle | null): ReadonlyMap<string, DeskArticle["body"][number]> {
  return new Map(present(article).body.map((part) => [part.id, part]));
}

describe("adding a paragraph", () => {
  it.each([
    ["last where no place is named", undefined, 3],
    ["first where the place is null", null, 0],
    ["behind a paragraph", 0, 1],
    ["behind a post", 1, 2],
  ])("puts it %s", async (_case, after, place) => {
    const story = await makeStory(desk);
    const before = await partsOf(story.id);
    const afterId =
      typeof after === "number" ? { afterId: before[after] ?? "" } : after === null ? { afterId: null } : {};
    const paragraph = { text: "“New,” he said.", quotes: [{ exact: "New", speakerId: story.speaker }] };
    const result = await desk.write(DeskAddParagraphDocument, { ...inside(story), ...afterId, paragraph });
    const added = present(result.__typename === "AddParagraphPayload" ? result.paragraph : null);
    expect(added.text).toBe(paragraph.text);
    expect(await partsOf(story.id)).toEqual(before.toSpliced(place, 0, added.id));
    expect(byId(await desk.draft(story.id)).get(added.id)).toMatchObject({
      quotes: [{ text: "New", speaker: { id: story.speaker } }],
    });
  });

  it("finds no place after an element that is not in the draft", async () => {
    const [story, other] = [await makeStory(desk), await makeStory(desk)];
    const before = await desk.draft(story.id);
    const [foreign = ""] = other.paragraphs;
    for (const afterId of [foreign, other.post, unknownId("Paragraph"), story.id, story.speaker, "", "x"]) {
      const input = { ...inside(story), afterId, paragraph: { text: "New." } };
      expect(await desk.write(DeskAddParagraphDocument, input)).toMatchObject({
        __typename: "NotFoundError",
        path: ["input", "afterId"],
      });
    }
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("refuses an id, which the server makes, together with all other faults", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const paragraph = {
      id: story.paragraphs[0] ?? "",
      text: "\u0000",
      quotes: [{ exact: "none", occasion: "\ud800" }],
    };
    const result = await desk.write(DeskAddParagraphDocument, { ...inside(story), paragraph });
    expect(issuesOf(result)).toEqual([
      ["input.paragraph.id", has("no id yet")],
      ["input.paragraph.text", has("control character")],
      ["input.paragraph.quotes.0.exact", has("are not in")],
      ["input.paragraph.quotes.0.occasion", has("half a surrogate pair")],
    ]);
    expect(await desk.draft(story.id)).toEqual(before);
  });
});

describe("embedding a post", () => {
  it("places one that the newsroom has, by its id, and leaves readers what they see", async () => {
    const story = await makeStory(desk);
    const published = await desk.published(story.id);
    const id = await desk.newsroom.post({ text: "Known already." });
    const result = await desk.write(DeskEmbedPostDocument, { ...inside(story), afterId: null, post: { id } });
    expect(result).toMatchObject({ embeddedPost: { id, text: "Known already." } });
    expect((await partsOf(story.id))[0]).toBe(id);
    expect(await desk.published(story.id)).toEqual(published);
  });

  it("captures a new one, takes the same again for the one it has, and refuses other words at its address", async () => {
    const [story, other] = [await makeStory(desk), await makeStory(desk)];
    const post = {
      url: "https://bsky.app/profile/port/post/1",
      authorName: "Port",
      authorHandle: "port",
      text: "New post.",
    };
    const first = await desk.write(DeskEmbedPostDocument, { ...inside(story), post });
    const id = first.__typename === "EmbedPostPayload" ? first.embeddedPost.id : "";
    const changed = { ...inside(other), post: { ...post, text: "Other words." } };
    expect(await desk.write(DeskEmbedPostDocument, changed)).toMatchObject({
      __typename: "ConflictError",
      message: has(id),
      path: ["input", "post", "text"],
    });
    const second = await desk.write(DeskEmbedPostDocument, { ...inside(other), post });
    expect(second).toMatchObject({ embeddedPost: { id, text: "New post." } });
    expect((await partsOf(other.id)).at(-1)).toBe(id);
  });

  it("refuses a post that is already in the body, by its id or by its text", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const { url } = present(
      await desk.app.database.prisma.embeddedPost.findFirst({
        where: { text: "Ships wait outside." },
        orderBy: { id: "desc" },
      }),
    );
    const conflict = { __typename: "ConflictError", code: "CONFLICT", path: ["input", "post"] };
    for (const post of [{ id: story.post }, { url, authorName: "Harbour Office", text: "Ships wait outside." }]) {
      expect(await desk.write(DeskEmbedPostDocument, { ...inside(story), post })).toMatchObject(conflict);
    }
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("reports all faults at once, and captures nothing", async () => {
    const story = await makeStory(desk);
    const count = await desk.app.database.prisma.embeddedPost.count();
    const write = async (post: object) => issuesOf(await desk.write(DeskEmbedPostDocument, { ...inside(story), post }));
    expect(await write({ id: story.source, text: "Both." })).toEqual([["input.post", has("is there already")]]);
    expect(await write({ id: story.speaker })).toEqual([["input.post.id", has("must be that of a EmbeddedPost")]]);
    expect(await write({ id: unknownId("EmbeddedPost") })).toEqual([["input.post.id", has("no EmbeddedPost")]]);
    expect(await write({})).toEqual([
      ["input.post.platform", has("platform")],
      ["input.post.authorName", has("name")],
      ["input.post.text", has("text")],
    ]);
    const wrong = {
      url: "ftp://port.example/",
      authorName: "\u0000",
      authorHandle: "a b",
      authorId: story.id,
      text: " ",
    };
    expect(await write(wrong)).toEqual([
      ["input.post.url", has("http:// or https://")],
      ["input.post.authorName", has("control character")],
      ["input.post.authorHandle", has("is not a handle")],
      ["input.post.authorId", has("must be that of a Person")],
      ["input.post.text", has("must not be empty")],
    ]);
    expect(await desk.app.database.prisma.embeddedPost.count()).toBe(count);
  });
});

describe("removing and moving", () => {
  it("a paragraph that is removed takes its quotes along and leaves all others as they were", async () => {
    const story = await makeStory(desk);
    const before = byId(await desk.draft(story.id));
    const [first = "", second = ""] = story.paragraphs;
    const result = await desk.write(DeskRemoveElementDocument, { ...inside(story), elementId: first });
    expect(result).toMatchObject({ __typename: "RemoveElementPayload", deletedId: first });
    const after = byId(await desk.draft(story.id));
    expect([...after]).toEqual([
      [story.post, before.get(story.post)],
      [second, before.get(second)],
    ]);
    expect((await desk.published(story.id))?.body).toHaveLength(3);
  });

  it("a post that is removed stays in the newsroom, also as the source of quotes", async () => {
    const story = await makeStory(desk);
    await desk.write(DeskRemoveElementDocument, { ...inside(story), elementId: story.post });
    expect(await partsOf(story.id)).toEqual(story.paragraphs);
    const again = await desk.write(DeskEmbedPostDocument, {
      articleId: story.id,
      expectedVersion: story.version + 1,
      post: { id: story.post },
    });
    expect(again).toMatchObject({ embeddedPost: { id: story.post } });
  });

  it.each([
    ["first", 2, null, [2, 0, 1]],
    ["last where no place is named", 0, undefined, [1, 2, 0]],
    ["behind one that stands before it", 2, 0, [0, 2, 1]],
    ["behind one that stands after it", 0, 1, [1, 0, 2]],
    ["where it stands already", 1, 0, [0, 1, 2]],
  ])("a part is moved %s, with its quotes and without touching any other", async (_case, which, after, order) => {
    const story = await makeStory(desk);
    const [before, parts] = [byId(await desk.draft(story.id)), await partsOf(story.id)];
    const afterId =
      typeof after === "number" ? { afterId: parts[after] ?? "" } : after === null ? { afterId: null } : {};
    const input = { ...inside(story), elementId: parts[which] ?? "", ...afterId };
    expect(await desk.write(DeskMoveElementDocument, input)).toMatchObject({ article: { version: story.version + 1 } });
    expect(await partsOf(story.id)).toEqual(order.map((at) => parts[at]));
    const moved = byId(await desk.draft(story.id));
    for (const id of parts) expect(moved.get(id)).toEqual(before.get(id));
  });

  it("an element cannot be placed after itself", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const input = { ...inside(story), elementId: story.post, afterId: story.post };
    expect(await desk.write(DeskMoveElementDocument, input)).toMatchObject({
      __typename: "ConflictError",
      path: ["input", "afterId"],
    });
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("finds no part that is not in the draft, of whatever type its id is", async () => {
    const [story, other] = [await makeStory(desk), await makeStory(desk)];
    const before = await desk.draft(story.id);
    const [foreign = ""] = other.paragraphs;
    // The key of a paragraph under another type's name is another thing.
    const disguised = story.paragraphs[0]?.replace("par_", "pst_") ?? "";
    for (const elementId of [foreign, other.post, story.source, story.id, story.quotes[0] ?? "", "", disguised]) {
      const notFound = { __typename: "NotFoundError", path: ["input", "elementId"] };
      const input = { ...inside(story), elementId };
      expect(await desk.write(DeskRemoveElementDocument, input)).toMatchObject(notFound);
      expect(await desk.write(DeskMoveElementDocument, { ...input, afterId: null })).toMatchObject(notFound);
    }
    const gone = { ...inside(story), elementId: story.post, afterId: foreign };
    expect(await desk.write(DeskMoveElementDocument, gone)).toMatchObject({ path: ["input", "afterId"] });
    expect(await desk.draft(story.id)).toEqual(before);
  });
});

describe("a place that `position` names", () => {
  /** Adds, embeds and moves one element, and returns its id with those of the others in the order of the draft. */
  async function placeEach(place: { afterId?: string | null; position?: "FIRST" | "LAST" | null }) {
    const story = await makeStory(desk);
    const others = await partsOf(story.id);
    const at = (version: number) => ({ articleId: story.id, expectedVersion: version, ...place });
    const paragraph = { text: "Placed." };
    const added = await desk.write(DeskAddParagraphDocument, { ...at(story.version), paragraph });
    const first = added.__typename === "AddParagraphPayload" ? added.paragraph.id : "";
    const afterAdding = await partsOf(story.id);
    const post = { id: await desk.newsroom.post() };
    await desk.write(DeskEmbedPostDocument, { ...at(story.version + 1), post });
    const afterEmbedding = await partsOf(story.id);
    const [, middle = ""] = others;
    await desk.write(DeskMoveElementDocument, { ...at(story.version + 2), elementId: middle });
    return { others, middle, first, post: post.id, afterAdding, afterEmbedding, afterMoving: await partsOf(story.id) };
  }

  it.each([
    ["last, also where `afterId` is null", { afterId: null, position: "LAST" }, "LAST"],
    ["last where `afterId` is absent", { position: "LAST" }, "LAST"],
    ["first where `afterId` is absent", { position: "FIRST" }, "FIRST"],
    ["first where `afterId` is null", { afterId: null, position: "FIRST" }, "FIRST"],
    ["first where both are null", { afterId: null, position: null }, "FIRST"],
    ["last where `position` is null and `afterId` is absent", { position: null }, "LAST"],
  ] as const)("is %s, for paragraphs, posts and moves", async (_case, place, end) => {
    const { others, middle, first, post, afterAdding, afterEmbedding, afterMoving } = await placeEach(place);
    const rest = others.filter((id) => id !== middle);
    const isFirst = end === "FIRST";
    expect(afterAdding).toEqual(isFirst ? [first, ...others] : [...others, first]);
    expect(afterEmbedding).toEqual(isFirst ? [post, first, ...others] : [...others, first, post]);
    expect(afterMoving).toEqual(isFirst ? [middle, post, first, ...rest] : [...rest, first, post, middle]);
  });

  it("is refused together with the id of an element, with all other faults", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const place = { ...inside(story), afterId: story.post, position: "LAST" } as const;
    const refused = ["input.position", has("Either `afterId` or `position`")];
    expect(issuesOf(await desk.write(DeskAddParagraphDocument, { ...place, paragraph: { text: "\u0000" } }))).toEqual([
      refused,
      ["input.paragraph.text", has("control character")],
    ]);
    const post = { id: await desk.newsroom.post() };
    expect(issuesOf(await desk.write(DeskEmbedPostDocument, { ...place, post }))).toEqual([refused]);
    const elementId = story.paragraphs[0] ?? "";
    expect(issuesOf(await desk.write(DeskMoveElementDocument, { ...place, elementId }))).toEqual([refused]);
    expect(await desk.draft(story.id)).toEqual(before);
  });
});
