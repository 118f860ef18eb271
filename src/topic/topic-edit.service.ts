import { noted } from "../auth/audit-note.js";
import { expectUnapproved } from "../auth/approved.service.js";
import { LostRace } from "../auth/race.js";
import { dryRun, record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { keepSlug } from "../database/kept-slugs.js";
import { lockArticles, lockSharedRows } from "../database/row-locks.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { ConflictError, NotFoundError, type UserError } from "../graphql/user-errors.js";
import { slugify } from "../lib/slug.js";
import { Issues, RULES } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import type { RefiledArticles } from "./refiled-articles.type.js";
import type { MergeTopicsInput, UpdateTopicInput } from "./topic.inputs.js";

/** A topic after a write. */
export interface WrittenTopic {
  /** The bare key. */
  readonly topicId: string;
}

/** The remaining topic of a merge, and what the merge filed under it, or would. */
export interface MergedTopic extends WrittenTopic {
  readonly refiled: RefiledArticles;
}

const at = (field: string): string[] => ["input", field];

/**
 * Renames a topic. Articles name topics, so that the slug of the new name leads to it from then on; it is the topic's slug
 * unless the input has another one. Earlier slugs keep leading to it.
 */
export function updateTopic(work: Work, input: UpdateTopicInput): Promise<WrittenTopic | UserError> {
  return write(work, "updateTopic", async (tx) => {
    const [key] = keysOf(input.id);
    await lockSharedRows(tx, { Topic: key === undefined ? [] : [key] }, { Topic: "UPDATE" });
    const before = await expectTopic(tx, input.id, at("id"));
    await expectUnapproved(work, tx, "topic", before.id);
    const { name, slug, slugOfName } = readUpdate(input, before);
    for (const each of new Set([before.slug, slugOfName, slug])) await claimSlug(tx, before.id, each);
    await tx.topic.update({ where: { id: before.id }, data: { name, slug }, select: { id: true } });
    record(work, tx, "updateTopic", { type: "Topic", id: before.id });
    return { topicId: before.id };
  });
}

function readUpdate(input: UpdateTopicInput, before: TopicRow) {
  const issues = new Issues();
  issues.addCleared(input, ["name", "slug"], "topic");
  const name = typeof input.name === "string" ? issues.text(input.name, at("name"), RULES.line) : before.name;
  const slugOfName = slugify(name);
  if (slugOfName === "" && name !== "")
    issues.add(at("name"), "The name of a topic needs a letter or digit.", { reason: "NO_LETTER" });
  const isRenamed = name !== before.name;
  const slug = readSlug(input.slug, at("slug"), issues) ?? (isRenamed ? slugOfName : before.slug);
  if (issues.error) refuse(issues.error);
  return { name, slug, slugOfName };
}

/** Lets a slug lead to a topic. Refuses one that leads to another topic, and names that topic. */
async function claimSlug(tx: Transaction, topicId: string, slug: string): Promise<void> {
  const holder = await tx.topic.findFirst({ where: { slug, id: { not: topicId } }, select: { id: true } });
  if (!holder && (await keepSlug(tx, "topic", topicId, slug))) return;
  const owner = holder?.id ?? (await tx.topicSlug.findUniqueOrThrow({ where: { slug } })).topicId;
  const id = encodeNodeId("Topic", owner);
  refuse(
    new ConflictError(
      `The slug ${slug} leads to the topic ${id}. Merge the two with mergeTopics.`,
      at("slug"),
      "SLUG_TAKEN",
    ),
  );
}

/**
 * Makes one topic of two: the articles of the first are filed under the second, in all heads, each once, and the slugs of the
 * first lead to the second. No article's version grows, as with merged persons.
 */
export function mergeTopics(work: Work, input: MergeTopicsInput): Promise<MergedTopic | UserError> {
  const act = input.dryRun === true ? dryRun : write;
  return act(work, "mergeTopics", async (tx) => {
    if (input.id === input.intoId) {
      refuse(new ConflictError("A topic cannot be merged into itself.", at("intoId"), "SAME_OBJECT"));
    }
    await lockWithArticles(tx, keysOf(input.id), keysOf(input.intoId));
    const from = await expectTopic(tx, input.id, at("id"));
    const into = await expectTopic(tx, input.intoId, at("intoId"));
    const refiled = await countArticles(tx, from.id, into.id);
    await moveArticles(tx, from.id, into.id);
    await tx.topicSlug.updateMany({ where: { topicId: from.id }, data: { topicId: into.id } });
    await tx.topicMerge.updateMany({ where: { intoId: from.id }, data: { intoId: into.id } });
    const merge = { id: from.id, name: from.name, intoId: into.id, mergedAt: work.clock.now() };
    await tx.topicMerge.create({ data: merge, select: { id: true } });
    await tx.topic.delete({ where: { id: from.id }, select: { id: true } });
    await keepSlug(tx, "topic", into.id, from.slug);
    const merged = noted("MERGED", [from.name, into.name], `${from.name} was merged into ${into.name}`);
    record(work, tx, "mergeTopics", { type: "Topic", id: into.id }, merged);
    return { topicId: into.id, refiled };
  });
}

/**
 * Locks two topics for a merge, after the articles that are filed under the first one.
 *
 * @throws LostRace when another article is filed under it by now.
 */
async function lockWithArticles(tx: Transaction, from: readonly string[], into: readonly string[]): Promise<void> {
  const articlesOf = async (): Promise<readonly string[]> => {
    const where = { topicId: { in: [...from] } };
    const rows = await tx.articleTopic.findMany({ where, distinct: ["articleId"], select: { articleId: true } });
    return rows.map(({ articleId }) => articleId);
  };
  const locked = await lockArticles(tx, await articlesOf());
  await lockSharedRows(tx, { Topic: [...from, ...into] }, { Topic: "UPDATE" });
  const now = await articlesOf();
  if (now.some((id) => !locked.has(id))) throw new LostRace("Another article is filed under the topic.");
}

async function countArticles(tx: Transaction, from: string, into: string): Promise<RefiledArticles> {
  // Raw for the distinct counts over all heads in one statement. It uses the index by topic.
  const rows = await tx.$queryRaw<RefiledArticles[]>`
    SELECT count(DISTINCT gone.article_id)::int AS "articleCount",
      count(*) FILTER (WHERE gone.head = 'DRAFT')::int AS "draftCount",
      count(*) FILTER (WHERE gone.head = 'PUBLISHED')::int AS "publishedCount",
      count(DISTINCT kept.article_id)::int AS "bothCount"
    FROM article_topic gone LEFT JOIN article_topic kept
      ON kept.article_id = gone.article_id AND kept.head = gone.head AND kept.topic_id = ${into}::uuid
    WHERE gone.topic_id = ${from}::uuid`;
  return rows[0] ?? { articleCount: 0, draftCount: 0, publishedCount: 0, bothCount: 0 };
}

/** An article that is filed under both keeps one row, at the earlier place. Raw for that; it uses the key by article. */
async function moveArticles(tx: Transaction, from: string, into: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE article_topic kept SET position = least(kept.position, gone.position) FROM article_topic gone
    WHERE gone.article_id = kept.article_id AND gone.head = kept.head
      AND gone.topic_id = ${from}::uuid AND kept.topic_id = ${into}::uuid`;
  await tx.$executeRaw`
    DELETE FROM article_topic gone USING article_topic kept
    WHERE gone.article_id = kept.article_id AND gone.head = kept.head
      AND gone.topic_id = ${from}::uuid AND kept.topic_id = ${into}::uuid`;
  await tx.articleTopic.updateMany({ where: { topicId: from }, data: { topicId: into } });
}

interface TopicRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

/** The key in a topic's id; expectTopic refuses an id of anything else. */
function keysOf(id: string): readonly string[] {
  const key = new Issues().key("Topic", id, []);
  return key === null ? [] : [key];
}

async function expectTopic(tx: Transaction, id: string, path: readonly string[]): Promise<TopicRow> {
  const [key] = keysOf(id);
  const select = { id: true, name: true, slug: true };
  const row = key === undefined ? null : await tx.topic.findUnique({ where: { id: key }, select });
  return row ?? refuse(new NotFoundError("There is no topic of this id.", path));
}
