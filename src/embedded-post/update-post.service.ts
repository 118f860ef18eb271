import { References } from "./references.js";
import { findReferences } from "./references.service.js";
import { expectUnapproved } from "../auth/approved.service.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { lockSharedRows } from "../database/row-locks.js";
import { decodeNodeId, encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, NotFoundError, type UserError } from "../graphql/user-errors.js";
import { Issues, RULES } from "../validation/issues.js";
import { addressKeyOf } from "./address-key.js";
import { StaleEmbeddedPostVersionError } from "./embedded-post.errors.js";
import type { UpdateEmbeddedPostInput } from "./embedded-post.inputs.js";
import { contentHashOf, recheckQuotes } from "./embedded-post.service.js";
import { readHandle } from "../person/handle.parse.js";

/** A post after a write. */
export interface WrittenPost {
  /** The bare key. */
  readonly postId: string;
}

type PostRow = NonNullable<Awaited<ReturnType<Transaction["embeddedPost"]["findUnique"]>>>;

/**
 * Changes what is known of a post. What it said and how available it was before is kept as an earlier capture; another
 * text is hashed again and compared with every quote that has it as its source, in all heads.
 */
export async function updateEmbeddedPost(work: Work, input: UpdateEmbeddedPostInput): Promise<WrittenPost | UserError> {
  return write(work, "updateEmbeddedPost", async (tx) => {
    const before = await lockPost(tx, input.id);
    await expectUnapproved(work, tx, "post", before.id);
    const { expectedVersion } = input;
    if (typeof expectedVersion === "number" && expectedVersion !== before.version) {
      refuse(new StaleEmbeddedPostVersionError(before.id, { expectedVersion, currentVersion: before.version }));
    }
    const after = await readChange(tx, input, before, work.clock.now());
    await keepCapture(tx, before, after, work.clock.now());
    const data = { ...after, version: before.version + 1 };
    await tx.embeddedPost.update({ where: { id: before.id }, data, select: { id: true } });
    if (after.text !== before.text) await recheckQuotes(tx, before.id, after.text);
    record(work, tx, "updateEmbeddedPost", { type: "EmbeddedPost", id: before.id });
    return { postId: before.id };
  });
}

async function lockPost(tx: Transaction, id: string): Promise<PostRow> {
  const key = decodeNodeId(id);
  const notFound = new NotFoundError("There is no post of this id.", ["input", "id"]);
  if (key?.type !== "EmbeddedPost") return refuse(notFound);
  // Two changes of one post must not both keep the same earlier state.
  await lockSharedRows(tx, { EmbeddedPost: [key.uuid] }, { EmbeddedPost: "UPDATE" });
  return (await tx.embeddedPost.findUnique({ where: { id: key.uuid } })) ?? refuse(notFound);
}

/** The post's columns after the change; refuses with all issues of the input. */
async function readChange(tx: Transaction, input: UpdateEmbeddedPostInput, before: PostRow, now: Date) {
  const issues = new Issues();
  const references = new References();
  const at = (field: string): string[] => ["input", field];
  issues.addCleared(input, ["platform", "authorName", "text", "availability"], "post");
  const text = typeof input.text === "string" ? issues.text(input.text, at("text"), RULES.post) : before.text;
  const { authorName } = input;
  const postedOn = issues.day(input.postedOn, at("postedOn"), now);
  const postedAt = issues.moment(input.postedAt, at("postedAt"), now);
  const changed = {
    platform: input.platform ?? before.platform,
    url: input.url === undefined ? before.url : issues.url(input.url, at("url")),
    authorName:
      typeof authorName === "string" ? issues.text(authorName, at("authorName"), RULES.line) : before.authorName,
    authorHandle:
      input.authorHandle === undefined
        ? before.authorHandle
        : readHandle(input.authorHandle, at("authorHandle"), issues),
    authorId:
      input.authorId === undefined ? before.authorId : references.key("Person", input.authorId, at("authorId"), issues),
    text,
    contentHash: contentHashOf(text),
    postedOn: input.postedOn === undefined ? before.postedOn : postedOn === null ? null : new Date(postedOn),
    postedAt: input.postedAt === undefined ? before.postedAt : postedAt,
    availability: input.availability ?? before.availability,
  };
  references.report(await findReferences(tx, references), issues);
  if (issues.error) refuse(issues.error);
  if (changed.url === before.url) return changed;
  if (changed.url !== null) await expectFreeUrl(tx, before.id, changed.url);
  return { ...changed, addressKey: changed.url === null ? null : addressKeyOf(changed.url) };
}

async function expectFreeUrl(tx: Transaction, id: string, url: string): Promise<void> {
  const where = { OR: [{ addressKey: addressKeyOf(url) }, { url }], id: { not: id } };
  const other = await tx.embeddedPost.findFirst({ where, select: { id: true } });
  if (!other) return;
  const message = `The post ${encodeNodeId("EmbeddedPost", other.id)} has this address.`;
  refuse(new ConflictError(message, ["input", "url"], "ADDRESS_TAKEN"));
}

async function keepCapture(
  tx: Transaction,
  before: PostRow,
  after: Pick<PostRow, "text" | "availability">,
  now: Date,
): Promise<void> {
  if (before.text === after.text && before.availability === after.availability) return;
  // Of a post of which only the address was kept there are no words to keep.
  if (before.text !== "" || before.availability !== after.availability) await addCapture(tx, before, now);
  if (before.text !== after.text) {
    await tx.embeddedPost.update({ where: { id: before.id }, data: { capturedAt: now }, select: { id: true } });
  }
}

async function addCapture(tx: Transaction, before: PostRow, now: Date): Promise<void> {
  const earlier = await tx.postCapture.count({ where: { postId: before.id } });
  const { text, authorName, authorHandle, contentHash, availability, capturedAt } = before;
  const kept = { text, authorName, authorHandle, contentHash, availability, capturedAt };
  await tx.postCapture.create({
    data: { postId: before.id, number: earlier + 1, ...kept, replacedAt: now },
    select: { number: true },
  });
}
