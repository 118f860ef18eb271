import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { addFigure } from "../../src/body/body-edit.service.js";
import { UserError } from "../../src/graphql/user-errors.js";
import { createPreviewToken } from "../../src/publishing/preview.service.js";
import { deleteImage } from "../../src/image/image.service.js";
import {
  DeskDeleteArticleDocument,
  DeskReadDocument,
  DeskRestoreArticleDocument,
  DeskScheduleArticleDocument,
  DeskUpdateArticleDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { readRestored } from "../support/round-trip.js";
import { FAR_AHEAD } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ now: new Date("2026-03-01T08:30:00Z") });
});
afterAll(() => desk.app.close());

const keyOf = (id: string): string => decodeNodeId(id)?.uuid ?? "";

/** A draft with a lead image, and a heading and a figure in its body. */
async function draft() {
  const [one, two] = [await desk.newsroom.image({ credit: "Ada Moss" }), await desk.newsroom.image()];
  const made = await desk.newsroom.draft({
    leadImage: { imageId: one, caption: "Lead" },
    body: [{ paragraph: { text: "Heading", style: "HEADING" } }, { figure: { imageId: two, alt: "Own" } }],
  });
  return { ...made, one, two, before: present(await desk.draft(made.id)) };
}

const rows = (articleId: string, head: string) =>
  desk.app.database.prisma.figure.findMany({ where: { articleId: keyOf(articleId), head }, orderBy: { id: "asc" } });

describe("figures", () => {
  it("go to the trash and come back with their article", async () => {
    const { id, version, before } = await draft();
    await desk.write(DeskDeleteArticleDocument, { id, expectedVersion: version });
    expect(await rows(id, "DRAFT")).toEqual([]);
    expect(await rows(id, "TRASH")).toHaveLength(2);
    await desk.write(DeskRestoreArticleDocument, { id });
    const { leadImage, body } = present(await desk.draft(id));
    expect({ leadImage, body }).toEqual({ leadImage: before.leadImage, body: before.body });
  });

  it("are scheduled as they are, whatever is changed later", async () => {
    const { id, version } = await draft();
    await desk.write(DeskScheduleArticleDocument, { id, expectedVersion: version, publishAt: FAR_AHEAD.toISOString() });
    const scheduled = await rows(id, "SCHEDULED");
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version + 1, leadImage: null, body: [] });
    expect(await rows(id, "SCHEDULED")).toEqual(scheduled);
    expect(scheduled).toHaveLength(2);
    expect(await rows(id, "DRAFT")).toEqual([]);
  });

  it("of a draft are seen by the holder of a preview link, and by no reader", async () => {
    const { id, one, before } = await draft();
    const { token } = done(await createPreviewToken(desk.newsroom.work, { articleId: id }));
    const { article } = await desk.app.data(DeskReadDocument, { id }, { authorization: `Bearer ${token}` });
    expect(article).toMatchObject({ leadImage: before.leadImage, body: before.body });
    const query = `{ article(id: "${id}") { id } image(id: "${one}") { id } node(id: "${before.leadImage?.id}") { id } }`;
    expect(await desk.app.data(query)).toEqual({ article: null, image: null, node: null });
  });

  it("with an empty caption of their own show none, in every way out and after every way back", async () => {
    const words = "Weathered timber of the landing stage.";
    const imageId = await desk.newsroom.image({ caption: words, credit: "Ada Moss" });
    const { id, version } = await desk.newsroom.draft({
      leadImage: { imageId, caption: "" },
      body: [
        { paragraph: { text: "Heading", style: "HEADING" } },
        { figure: { imageId, caption: " " } },
        { figure: { imageId } },
      ],
    });
    const TEXTS = "leadImage { caption ownCaption } body { ... on Figure { id caption ownCaption } }";
    type Texts = { caption: string | null; ownCaption: string | null; id?: string };
    type Seen = { article: { slug: string; leadImage: Texts; body: readonly Texts[] } };
    const query = `query ($id: ID!) { article(id: $id) { slug ${TEXTS} } }`;
    const hidden = { caption: null, ownCaption: "" };
    const inherited = { caption: words, ownCaption: null };
    const drafted = await desk.app.data<Seen, object>(
      query,
      { id },
      { ...desk.headers.EDITOR, "x-content-view": "draft" },
    );
    expect([drafted.article.leadImage, ...drafted.article.body.slice(1)]).toMatchObject([hidden, hidden, inherited]);
    await desk.run("publishArticle", { id, expectedVersion: version }, "article { version }");
    const { article } = await desk.app.data<Seen, object>(query, { id });
    expect([article.leadImage, ...article.body.slice(1)]).toMatchObject([hidden, hidden, inherited]);
    // Of the one figure that inherits it: ninjs has it in the text and with the picture, JSON-LD has each image once, as the first figure shows it.
    for (const [path, count] of [
      [".html", 1],
      [".json", 2],
      [".jsonld", 0],
    ] as const) {
      const { body } = await desk.app.http.inject(`/articles/${article.slug}${path}`);
      expect([path, body.split(words).length - 1]).toEqual([path, count]);
    }
    // Inherited again, then hidden again by restoring the revision.
    const figureId = drafted.article.body[1]?.id ?? "";
    await desk.run(
      "updateFigure",
      { id: figureId, caption: null, expectedVersion: version + 1 },
      "article { version }",
    );
    const revision = { articleId: id, number: 1, expectedVersion: version + 2 };
    const again = await desk.run<{ article: Seen["article"] }>("restoreRevision", revision, `article { ${TEXTS} }`);
    expect(again.article.body[1]).toMatchObject(hidden);
    const where = { articleId: keyOf(id), head: "PUBLISHED" };
    const kept = await readRestored(desk.app.database, true, ({ prisma }) =>
      prisma.figure.findMany({ where, select: { caption: true } }),
    );
    expect(kept.filter(({ caption }) => caption === "")).toHaveLength(2);
  });

  it("and styles are exported and restored with their images", async () => {
    const { id, before } = await draft();
    const restored = await readRestored(desk.app.database, true, async ({ prisma }) => ({
      figures: await prisma.figure.findMany({ where: { articleId: keyOf(id) }, include: { image: true } }),
      paragraphs: await prisma.paragraph.findMany({ where: { articleId: keyOf(id) }, select: { style: true } }),
    }));
    expect(restored.paragraphs).toEqual([{ style: "HEADING" }]);
    expect(restored.figures).toHaveLength(2);
    expect(restored.figures.find(({ position }) => position === null)).toMatchObject({
      id: keyOf(before.leadImage?.id ?? ""),
      caption: "Lead",
      image: { credit: "Ada Moss" },
    });
  });

  it("and the deletion of their image at the same moment never leave a figure without an image", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, version } = await desk.newsroom.draft();
      const imageId = await desk.newsroom.image();
      const place = (expectedVersion: number) =>
        addFigure(desk.newsroom.work, { articleId: id, expectedVersion, figure: { imageId } });
      const [placed, deleted] = await Promise.all([place(version), deleteImage(desk.newsroom.work, { id: imageId })]);
      // One of the two is refused, with an error that its caller can read.
      expect([placed instanceof UserError, deleted instanceof UserError].filter(Boolean)).toHaveLength(1);
      const figures = await rows(id, "DRAFT");
      expect(figures).toHaveLength(placed instanceof UserError ? 0 : 1);
    }
  });
});
