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
