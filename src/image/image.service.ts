import { expectUnapproved } from "../auth/approved.service.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { lockSharedRows } from "../database/row-locks.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, type UserError } from "../graphql/user-errors.js";
import { Issues } from "../validation/issues.js";
import { readImageFields } from "./image-fields.parse.js";
import { ImageInUseError, type ImageUses, StaleImageVersionError } from "./image.errors.js";
import type { DeleteImageInput, UpdateImageInput } from "./image.inputs.js";

/** An image after a write. */
export interface WrittenImage {
  /** The bare key. */
  readonly imageId: string;
}

type ImageRow = NonNullable<Awaited<ReturnType<Transaction["image"]["findUnique"]>>>;

async function lockImage(tx: Transaction, id: string): Promise<ImageRow> {
  const key = decodeNodeId(id);
  const notFound = new NotFoundError("There is no image of this id.", ["input", "id"]);
  if (key?.type !== "Image") return refuse(notFound);
  await lockSharedRows(tx, { Image: [key.uuid] });
  return (await tx.image.findUnique({ where: { id: key.uuid } })) ?? refuse(notFound);
}

/** Changes what is written of an image. Its file never changes. */
export async function updateImage(work: Work, input: UpdateImageInput): Promise<WrittenImage | UserError> {
  return write(work, "updateImage", async (tx) => {
    const before = await lockImage(tx, input.id);
    await expectUnapproved(work, tx, "image", before.id);
    const { expectedVersion } = input;
    if (typeof expectedVersion === "number" && expectedVersion !== before.version) {
      refuse(new StaleImageVersionError(before.id, { expectedVersion, currentVersion: before.version }));
    }
    const issues = new Issues();
    const columns = readImageFields(input, before, work.clock.now(), issues);
    if (issues.error) refuse(issues.error);
    const data = { ...columns, version: before.version + 1 };
    await tx.image.update({ where: { id: before.id }, data, select: { id: true } });
    record(work, tx, "updateImage", { type: "Image", id: before.id });
    return { imageId: before.id };
  });
}

/**
 * Deletes an image that nothing uses: no head of an article, the trash included, and no portrait. The caller removes its
 * files after the transaction. Revisions may still show it; restoring one reports that it is gone.
 */
export async function deleteImage(work: Work, input: DeleteImageInput): Promise<WrittenImage | UserError> {
  return write(work, "deleteImage", async (tx) => {
    const image = await lockImage(tx, input.id);
    const uses = await findUses(tx, image.id);
    if (uses.articles.length + uses.persons.length > 0) refuse(new ImageInUseError(uses));
    await tx.image.delete({ where: { id: image.id }, select: { id: true } });
    record(work, tx, "deleteImage", { type: "Image", id: image.id }, image.fileName ?? image.contentHash);
    return { imageId: image.id };
  });
}

/** So many articles and so many persons are named at most. */
const MAX_NAMED = 100;

async function findUses(tx: Transaction, imageId: string): Promise<ImageUses> {
  const articles = await tx.articleHead.findMany({
    where: { figures: { some: { imageId } } },
    select: { articleId: true, headline: true },
    distinct: ["articleId"],
    orderBy: [{ articleId: "asc" }, { head: "asc" }],
    take: MAX_NAMED,
  });
  const persons = await tx.person.findMany({
    where: { portraitId: imageId },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
    take: MAX_NAMED,
  });
  return { articles: articles.map(({ articleId, headline }) => ({ id: articleId, headline })), persons };
}
