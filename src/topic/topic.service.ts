import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { type Issues, type Path, RULES } from "../validation/issues.js";
import { slugify } from "../lib/slug.js";

/** A topic as it was read: its name, and the slug that identifies it. */
export interface NamedTopic {
  readonly name: string;
  readonly slug: string;
}

/** The most topics of one article. */
const MAX_TOPICS = 100;

/** Reads the names of topics. Names that differ only in case or marks are one topic, listed once. */
export function readTopics(names: readonly string[], path: Path, issues: Issues): readonly NamedTopic[] {
  const bySlug = new Map<string, NamedTopic>();
  if (names.length > MAX_TOPICS)
    issues.add(path, `An article has at most ${MAX_TOPICS} topics, not ${names.length}.`, {
      reason: "TOO_MANY",
      limit: MAX_TOPICS,
    });
  for (const [at, given] of names.slice(0, MAX_TOPICS).entries()) {
    const own = [...path, String(at)];
    const name = issues.text(given, own, RULES.line);
    const slug = slugify(name);
    if (slug === "" && name !== "")
      issues.add(own, "The name of a topic needs a letter or digit.", { reason: "NO_LETTER" });
    if (!bySlug.has(slug)) bySlug.set(slug, { name, slug });
  }
  return [...bySlug.values()];
}

/** The keys of topics in their order, each once; those that are new are made. A slug that a topic had before leads to it. */
export async function ensureTopics(work: Work, tx: Transaction, topics: readonly NamedTopic[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const known = await findTopics(tx, topics);
  const isMissing = topics.some(({ slug }) => !known.has(slug));
  if (isMissing)
    await makeTopics(
      work,
      tx,
      topics.filter(({ slug }) => !known.has(slug)),
    );
  const ids = isMissing ? await findTopics(tx, topics) : known;
  return [...new Set(topics.flatMap(({ slug }) => ids.get(slug) ?? []))];
}

/** The keys of topics by the slugs that lead to them. */
async function findTopics(tx: Transaction, topics: readonly NamedTopic[]): Promise<ReadonlyMap<string, string>> {
  const slugs = topics.map(({ slug }) => slug);
  const rows = await tx.topicSlug.findMany({ where: { slug: { in: slugs } } });
  return new Map(rows.map(({ slug, topicId }) => [slug, topicId]));
}

async function makeTopics(work: Work, tx: Transaction, topics: readonly NamedTopic[]): Promise<void> {
  // Sorted, so that two writers who make the same topics wait for each other in one order.
  const rows = topics
    .map(({ name, slug }) => ({ id: work.newId(), name, slug, createdAt: work.clock.now() }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  await tx.topic.createMany({ data: rows, skipDuplicates: true });
  // A server of the version before makes topics without this row.
  const made = await tx.topic.findMany({ where: { slug: { in: rows.map(({ slug }) => slug) } } });
  await tx.topicSlug.createMany({ data: made.map(({ slug, id }) => ({ slug, topicId: id })), skipDuplicates: true });
}
