import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddFigureDocument,
  DeskAddParagraphDocument,
  DeskAddQuoteDocument,
  DeskCreateArticleDocument,
  DeskDeleteArticleDocument,
  DeskEmbedPostDocument,
  PersonsCreateDocument,
} from "../generated/graphql.js";
import type { TestSettings } from "../support/app.js";
import { Desk, paragraphOf } from "../support/desk.js";
import { issuesOf } from "./support/issues.js";

const settings: TestSettings = { now: new Date("2026-05-01T12:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

/** Moves the clock of the app. */
function wait(ms: number): void {
  settings.now = new Date((settings.now?.getTime() ?? 0) + ms);
}

const DAY_MS = 86_400_000;

type CreateInput = Parameters<typeof create>[0];
function create(
  input: { headline: string; idempotencyKey?: string | null; slug?: string },
  as: "AUTHOR" | "EDITOR" = "AUTHOR",
) {
  return desk.write(DeskCreateArticleDocument, input, as);
}

async function created(input: CreateInput, as: "AUTHOR" | "EDITOR" = "AUTHOR") {
  const result = await create(input, as);
  if (result.__typename !== "CreateArticlePayload") throw new Error(JSON.stringify(result));
  return result.article;
}

function countDrafts(headline: string): Promise<number> {
  return desk.app.database.prisma.articleHead.count({ where: { headline } });
}

describe("an idempotency key", () => {
  it("makes one article of a write that is sent again, and returns the article as it is now", async () => {
    const input = { headline: "Lighthouse lit again", idempotencyKey: "lamp-1" };
    const first = await created(input);
    const second = await created(input);
    expect(second).toEqual(first);
    expect(await countDrafts(input.headline)).toBe(1);
    expect(await desk.app.database.prisma.auditEntry.count({ where: { act: "createArticle" } })).toBe(1);
  });

  it("makes one article of writes that are sent at once", async () => {
    const input = { headline: "Ferries collide in fog", idempotencyKey: "fog" };
    const articles = await Promise.all(Array.from({ length: 8 }, () => created(input)));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(1);
    expect(await countDrafts(input.headline)).toBe(1);
  });

  it("refuses another input, and another mutation, as a conflict", async () => {
    await created({ headline: "Pier one", idempotencyKey: "pier" });
    const conflict = { code: "CONFLICT", path: ["input", "idempotencyKey"] };
    expect(await create({ headline: "Pier two", idempotencyKey: "pier" })).toMatchObject(conflict);
    expect(
      await desk.write(PersonsCreateDocument, { name: "Pier Holm", idempotencyKey: "pier" }, "AUTHOR"),
    ).toMatchObject(conflict);
    expect(await countDrafts("Pier two")).toBe(0);
  });

  it("belongs to one actor", async () => {
    const input = { headline: "Buoy adrift", idempotencyKey: "buoy" };
    const byAuthor = await created(input, "AUTHOR");
    const byEditor = await created(input, "EDITOR");
    expect(byEditor.id).not.toBe(byAuthor.id);
    expect(await countDrafts(input.headline)).toBe(2);
  });

  it("is not used up by a refused write", async () => {
    await created({ headline: "Crane falls", slug: "crane" });
    const taken = { headline: "Crane stands", slug: "crane", idempotencyKey: "crane" };
    expect(await create(taken)).toMatchObject({ code: "CONFLICT", path: ["input", "slug"] });
    const corrected = await created({ ...taken, slug: "crane-2" });
    expect(corrected).toMatchObject({ headline: "Crane stands", slug: "crane-2" });
  });

  it("expires after 24 hours and is removed later by another write with a key", async () => {
    const input = { headline: "Tide table", idempotencyKey: "tide" };
    const first = await created(input);
    wait(DAY_MS - 1);
    expect((await created(input)).id).toBe(first.id);
    wait(1);
    expect((await created(input)).id).not.toBe(first.id);
    wait(DAY_MS);
    await created({ headline: "Tide table of another year", idempotencyKey: "tide-2" });
    const keys = await desk.app.database.prisma.idempotencyKey.findMany();
    expect(keys.map(({ key }) => key)).toEqual(["tide-2"]);
  });

  it("reports that the article is deleted", async () => {
    const input = { headline: "Wreck sold", idempotencyKey: "wreck" };
    const { id, version } = await created(input);
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    expect(await create(input)).toMatchObject({ code: "NOT_FOUND", path: ["input", "idempotencyKey"] });
  });

  it.each(["", "two words", "clé", "k".repeat(201)])("is refused when it is %j", async (idempotencyKey) => {
    const message = "An idempotency key has 1 to 200 visible ASCII characters, without spaces.";
    expect(issuesOf(await create({ headline: "Key", idempotencyKey }))).toEqual([["input.idempotencyKey", message]]);
  });

  it("leaves writes without a key, or with null, as they are", async () => {
    for (const key of [{}, { idempotencyKey: null }]) await created({ headline: "Twice", ...key });
    expect(await countDrafts("Twice")).toBe(2);
  });

  it("makes one person of a write that is sent at once and again", async () => {
    const input = { name: "Runa Vester", idempotencyKey: "runa" };
    const send = () => desk.write(PersonsCreateDocument, input, "AUTHOR");
    const results = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ __typename: "CreatePersonPayload", person: { name: "Runa Vester" } });
    expect(await desk.app.database.prisma.person.count({ where: { name: "Runa Vester" } })).toBe(1);
  });

  it("returns the paragraph, quote, post and figure that were added, instead of a stale version", async () => {
    const article = await created({ headline: "Parts" });
    const target = { articleId: article.id, expectedVersion: article.version };
    const paragraph = { ...target, paragraph: { text: "“We sail,” she said." }, idempotencyKey: "part-1" };
    const added = await desk.write(DeskAddParagraphDocument, paragraph);
    expect(added.__typename).toBe("AddParagraphPayload");
    expect(await desk.write(DeskAddParagraphDocument, paragraph)).toEqual(added);
    const { id } = paragraphOf(await desk.draft(article.id));
    const quote = { paragraphId: id, expectedVersion: 2, quote: { exact: "“We sail,”" }, idempotencyKey: "part-2" };
    const quoted = await desk.write(DeskAddQuoteDocument, quote);
    expect(quoted.__typename).toBe("AddQuotePayload");
    expect(await desk.write(DeskAddQuoteDocument, quote)).toEqual(quoted);
    const post = { url: "https://x.com/pilots/7", authorName: "Pilots", text: "Sailing." };
    const embed = { articleId: article.id, expectedVersion: 3, post, idempotencyKey: "part-3" };
    const embedded = await desk.write(DeskEmbedPostDocument, embed);
    expect(embedded.__typename).toBe("EmbedPostPayload");
    expect(await desk.write(DeskEmbedPostDocument, embed)).toEqual(embedded);
    const figure = { imageId: await desk.newsroom.image() };
    const place = { articleId: article.id, expectedVersion: 4, figure, idempotencyKey: "part-4" };
    const placed = await desk.write(DeskAddFigureDocument, place);
    expect(placed.__typename).toBe("AddFigurePayload");
    expect(await desk.write(DeskAddFigureDocument, place)).toEqual(placed);
    expect((await desk.draft(article.id))?.body).toHaveLength(3);
  });
});
