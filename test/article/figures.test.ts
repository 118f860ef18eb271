import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddFigureDocument,
  DeskCreateArticleDocument,
  DeskMoveElementDocument,
  DeskPublishArticleDocument,
  DeskRemoveElementDocument,
  DeskReplaceBodyDocument,
  DeskRestoreRevisionDocument,
  DeskUpdateArticleDocument,
  DeskUpdateFigureDocument,
} from "../generated/graphql.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { articleThen, revisionsOf } from "../revision/support/revisions.js";
import { Desk, type DeskArticle, present } from "../support/desk.js";
import { makeStory, type Story, unknownId } from "../support/story.js";
import { has, issuesOf } from "./support/issues.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const keyOf = (id: string): string => decodeNodeId(id)?.uuid ?? "";

/** The figures of a body, in their order. */
function figuresOf(article: DeskArticle | null) {
  return present(article).body.flatMap((part) => (part.__typename === "Figure" ? [part] : []));
}

/** A published article with a lead image, and the same image and another one in its body. */
async function illustrated() {
  const one = await desk.newsroom.image({ alt: "A quay", caption: "The old quay.", credit: "Ada Moss" });
  const two = await desk.newsroom.image({ alt: "A ferry", headline: "Ferry" });
  const { id, version } = await desk.newsroom.published({
    leadImage: { imageId: one, caption: "The quay today." },
    body: [
      { paragraph: { text: "Before." } },
      { figure: { imageId: one, alt: "Stones" } },
      { paragraph: { text: "After." } },
      { figure: { imageId: two } },
    ],
  });
  return { id, version, one, two };
}

describe("a figure", () => {
  it("shows its own texts, or those of its image, in the order of the body and as lead image", async () => {
    const { id, one, two } = await illustrated();
    const article = await desk.published(id);
    expect(article?.leadImage).toEqual({
      id: expect.stringMatching(/^fig_/),
      caption: "The quay today.",
      alt: "A quay",
      image: { id: one, credit: "Ada Moss" },
    });
    expect(article?.body.map(({ __typename }) => __typename)).toEqual(["Paragraph", "Figure", "Paragraph", "Figure"]);
    expect(figuresOf(article)).toMatchObject([
      { caption: "The old quay.", alt: "Stones", image: { id: one } },
      { caption: null, alt: "A ferry", image: { id: two } },
    ]);
  });

  it("is read with the article in one statement", async () => {
    const { id } = await illustrated();
    desk.app.statements.length = 0;
    await desk.published(id);
    expect(desk.app.statements).toHaveLength(1);
  });

  it("follows a change of its image's texts where it has none of its own", async () => {
    const { id, one } = await illustrated();
    await desk.app.database.prisma.image.update({
      where: { id: keyOf(one) },
      data: { alt: "A wall", caption: "New." },
    });
    const article = await desk.published(id);
    expect(article?.leadImage).toMatchObject({ caption: "The quay today.", alt: "A wall" });
    expect(figuresOf(article)[0]).toMatchObject({ caption: "New.", alt: "Stones" });
  });

  it("keeps its id and texts in a body that names it, loses the texts with its image, and is removed and moved", async () => {
    const { id, version, one, two } = await illustrated();
    const [first, second] = figuresOf(await desk.draft(id));
    const published = await desk.published(id);
    const body = [
      { figure: { id: second?.id ?? "", imageId: two, caption: "At sea." } },
      { figure: { id: first?.id ?? "", imageId: one } },
      { paragraph: { text: "End." } },
    ];
    const write = (next: typeof body, at: number) =>
      desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version + at, body: next });
    await write(body, 0);
    expect(figuresOf(await desk.draft(id))).toMatchObject([
      { id: second?.id, caption: "At sea.", alt: "A ferry" },
      { id: first?.id, caption: "The old quay.", alt: "Stones" },
    ]);
    await write([{ figure: { id: first?.id ?? "", imageId: two } as never }], 1);
    expect(figuresOf(await desk.draft(id))).toMatchObject([{ id: first?.id, caption: null, alt: "A ferry" }]);
    await desk.write(DeskAddFigureDocument, { articleId: id, expectedVersion: version + 2, figure: { imageId: one } });
    const [, added] = figuresOf(await desk.draft(id));
    const target = { articleId: id, elementId: added?.id ?? "" };
    await desk.write(DeskMoveElementDocument, { ...target, expectedVersion: version + 3, afterId: null });
    expect(figuresOf(await desk.draft(id)).map((figure) => figure.id)).toEqual([added?.id, first?.id]);
    await desk.write(DeskRemoveElementDocument, { ...target, expectedVersion: version + 4 });
    expect(figuresOf(await desk.draft(id)).map((figure) => figure.id)).toEqual([first?.id]);
    expect(await desk.published(id)).toEqual(published);
  });

  it("is changed alone, in the body and as lead image, and readers see it with a publication", async () => {
    const { id, version, two } = await illustrated();
    const before = present(await desk.draft(id));
    const [first] = figuresOf(before);
    const update = (input: object, at: number) =>
      desk.write(DeskUpdateFigureDocument, { id: "", expectedVersion: version + at, ...input });
    expect(await update({ id: first?.id, caption: "Cut stones.", alt: null }, 0)).toMatchObject({
      figure: { id: first?.id, caption: "Cut stones.", alt: "A quay" },
    });
    expect(await update({ id: before.leadImage?.id, imageId: two }, 1)).toMatchObject({
      figure: { id: before.leadImage?.id, caption: null, alt: "A ferry", image: { id: two } },
    });
    expect(await desk.published(id)).toMatchObject({ leadImage: before.leadImage, body: before.body });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 2 });
    const after = await desk.published(id);
    expect(after?.leadImage).toMatchObject({ id: before.leadImage?.id, image: { id: two } });
    expect(figuresOf(after)[0]).toMatchObject({ id: first?.id, caption: "Cut stones." });
  });

  it("is refused, at its field, where there is no such image or figure or a text is too long", async () => {
    const { id, version, one } = await illustrated();
    const before = present(await desk.draft(id));
    const lead = before.leadImage?.id ?? "";
    const body = [
      { figure: { imageId: unknownId("Image") } },
      { figure: { imageId: id } },
      { figure: { id: lead, imageId: one } },
      { figure: { id: unknownId("Figure"), imageId: one } },
      { figure: { imageId: one, alt: "x".repeat(1001), caption: "x".repeat(2001) } },
      { figure: { imageId: one }, paragraph: { text: "Both." } },
    ];
    const [first] = figuresOf(before);
    const result = await desk.write(DeskUpdateArticleDocument, {
      id,
      expectedVersion: version,
      body,
      leadImage: { id: first?.id ?? "", imageId: one },
    });
    expect(issuesOf(result).toSorted(([one = ""], [other = ""]) => one.localeCompare(other))).toEqual([
      ["input.body.0.figure.imageId", has("There is no Image of this id")],
      ["input.body.1.figure.imageId", has("must be that of a Image")],
      ["input.body.2.figure.id", has("no Figure of this id")],
      ["input.body.3.figure.id", has("no Figure of this id")],
      ["input.body.4.figure.alt", has("at most 1000")],
      ["input.body.4.figure.caption", has("at most 2000")],
      ["input.body.5", has("exactly one of")],
      ["input.leadImage.id", has("no Figure of this id")],
    ]);
    expect(
      issuesOf(
        await desk.write(DeskUpdateFigureDocument, { id: lead, expectedVersion: version, imageId: unknownId("Image") }),
      ),
    ).toEqual([["input.imageId", has("no Image")]]);
    expect(
      await desk.write(DeskRemoveElementDocument, { articleId: id, expectedVersion: version, elementId: lead }),
    ).toMatchObject({ __typename: "NotFoundError", path: ["input", "elementId"] });
    expect(await desk.draft(id)).toEqual(before);
  });
});

describe("the lead image", () => {
  it("is set, kept, replaced and cleared by updates of the article", async () => {
    const [one, two] = [await desk.newsroom.image(), await desk.newsroom.image()];
    const created = await desk.write(DeskCreateArticleDocument, { headline: "Lead", leadImage: { imageId: one } });
    const article = created.__typename === "CreateArticlePayload" ? created.article : null;
    const { id, leadImage: lead } = present(article);
    const update = async (expectedVersion: number, input: object) => {
      await desk.write(DeskUpdateArticleDocument, { id, expectedVersion, ...input });
      return (await desk.draft(id))?.leadImage;
    };
    expect(lead).toMatchObject({ image: { id: one } });
    expect(await update(1, { headline: "Other" })).toEqual(lead);
    expect(await update(2, { leadImage: { id: lead?.id, imageId: one, caption: "Now." } })).toEqual({
      ...lead,
      caption: "Now.",
    });
    const replaced = await update(3, { leadImage: { imageId: two } });
    expect(replaced).toMatchObject({ image: { id: two } });
    expect(replaced?.id).not.toBe(lead?.id);
    expect(await update(4, { leadImage: null })).toBeNull();
  });

  it("costs a write of another field no statement, and its own at most three more", async () => {
    const [withLead, without] = [await makeStory(desk, "DRAFT"), await makeStory(desk, "DRAFT", { leadImage: null })];
    const count = async ({ id, version }: Story, changes: object) => {
      desk.app.statements.length = 0;
      await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, ...changes });
      return desk.app.statements.filter(({ sql }) => !/^(BEGIN|COMMIT|SET|DEALLOCATE)\b/iu.test(sql)).length;
    };
    const least = await count(without, { headline: "Other" });
    expect(await count(withLead, { headline: "Other" })).toBe(least);
    const changed = { ...withLead, version: withLead.version + 1 };
    const leadImage = { imageId: withLead.image, caption: "Other" };
    expect(await count(changed, { leadImage })).toBeLessThanOrEqual(least + 3);
  });
});

describe("a revision", () => {
  it("shows figures with their images as they were then, and lists what changed of them", async () => {
    const { id, version, one, two } = await illustrated();
    const then = present(await desk.published(id));
    const [first, second] = figuresOf(then);
    await desk.app.database.prisma.image.update({
      where: { id: keyOf(one) },
      data: { alt: "A wall", caption: "New.", credit: "Tom Reed" },
    });
    await desk.write(DeskUpdateArticleDocument, {
      id,
      expectedVersion: version,
      leadImage: { imageId: two },
      body: [{ figure: { id: first?.id ?? "", imageId: one } }, { paragraph: { text: "New." } }],
    });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    const [old, recent] = await revisionsOf(desk, id);
    expect(await articleThen(desk, old?.id)).toMatchObject({ leadImage: then.leadImage, body: then.body });
    const changes = (recent?.changes ?? []).map((each) => [each.path, each.kind, each.before, each.after]);
    expect(changes).toEqual([
      ["leadImage", "CHANGED", "A quay", "Ferry"],
      ["leadImage.caption", "REMOVED", "The quay today.", null],
      ["leadImage.alt", "CHANGED", "A quay", "A ferry"],
      ["leadImage.credit", "REMOVED", "Ada Moss", null],
      ["body[0]", "REMOVED", "Before.", null],
      ["body[2]", "REMOVED", "After.", null],
      ["body[3]", "REMOVED", "Ferry", null],
      ["body[0]", "CHANGED", "A quay", "A wall"],
      ["body[0].caption", "CHANGED", "The old quay.", "New."],
      ["body[0].credit", "CHANGED", "Ada Moss", "Tom Reed"],
      ["body[1]", "ADDED", null, "New."],
    ]);
    expect(
      old?.changes.filter(({ path }) => /leadImage|body\[1\]/u.test(path)).map((each) => [each.path, each.after]),
    ).toEqual([
      ["leadImage", "A quay"],
      ["leadImage.caption", "The quay today."],
      ["leadImage.alt", "A quay"],
      ["leadImage.credit", "Ada Moss"],
      ["body[1]", "A quay"],
      ["body[1].caption", "The old quay."],
      ["body[1].alt", "Stones"],
      ["body[1].credit", "Ada Moss"],
    ]);
    expect(second?.id).toBeDefined();
  });

  it("brings its figures back, and reports images that are gone", async () => {
    const { id, version, two } = await illustrated();
    const then = present(await desk.draft(id));
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, leadImage: null, body: [] });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    await desk.app.database.prisma.image.delete({ where: { id: keyOf(two) } });
    const restored = await desk.write(DeskRestoreRevisionDocument, {
      articleId: id,
      number: 1,
      expectedVersion: version + 2,
    });
    expect(restored).toMatchObject({ notRestored: ["The image “Ferry” is not there any more."] });
    const draft = await desk.draft(id);
    expect(draft).toMatchObject({ leadImage: then.leadImage, body: then.body.slice(0, 3) });
  });
});
