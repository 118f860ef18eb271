import { noted } from "../auth/audit-note.js";
import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { ArticleState } from "../draft/article.type.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { record, type Work } from "../auth/work.js";
import { type ImportKeys, type KnownStory, listKeys, nameKeyOf, describeKnown } from "./import.keys.js";

const { sql } = Prisma;

/** This many names are locked at most: the database has room for some thousand locks of all imports together. */
const MOST_LOCKED = 100;

/**
 * Lets imports that have a name in common run one after the other, until each one's transaction ends: of a story that
 * is sent twice at once the second is found, and a person that two stories name is created once.
 */
export async function lockNames(tx: Transaction, names: readonly string[]): Promise<void> {
  // Raw because Prisma knows no advisory locks. In one order, so that two imports do not wait for each other; nothing
  // that others wait for is locked before.
  await tx.$executeRaw(sql`
    SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.importedNames}::int, wanted.place) FROM (
      SELECT DISTINCT hashtext(name) AS place FROM unnest(${names.slice(0, MOST_LOCKED)}::text[]) AS name
      ORDER BY place) wanted`);
}

interface KnownRow {
  readonly id: string;
  readonly version: number;
  readonly state: ArticleState;
  readonly isTrashed: boolean;
  readonly keys: readonly string[];
}

/**
 * The article as which a story was imported before, by its sender's name for it or by its words, or null. Where these
 * lead to two articles, one that is not in the trash goes before one that is, and then the name before the words.
 */
export async function findKnown(tx: Transaction, keys: ImportKeys): Promise<KnownStory | null> {
  // Raw for the keys as one array beside each article. It uses the key of import keys and their index by article.
  const rows = await tx.$queryRaw<KnownRow[]>(sql`
    SELECT a.id, a.version, a.state, a.trashed_at IS NOT NULL AS "isTrashed", array_agg(k.key ORDER BY k.key) AS keys
    FROM article a JOIN import_key k ON k.article_id = a.id
    WHERE a.id IN (SELECT f.article_id FROM import_key f WHERE f.key = ANY(${[...listKeys(keys)]}::text[]))
    GROUP BY a.id ORDER BY a.id`);
  const isByName = (row: KnownRow): boolean => keys.ofName !== null && row.keys.includes(keys.ofName);
  const weigh = (row: KnownRow): number => (row.isTrashed ? 0 : 2) + (isByName(row) ? 1 : 0);
  const [best] = [...rows].sort((a, b) => weigh(b) - weigh(a));
  if (!best) return null;
  const { id, version, state, isTrashed } = best;
  // Of a story that has no key but its name it is not known what it said.
  const isOtherText = !best.keys.includes(keys.ofText) && best.keys.length > 1;
  return { articleId: id, version, isTrashed, isKilled: state === "KILLED", state, isOtherText };
}

/** The article as which a story was imported before, by its sender's name alone; null when there is none. */
function findNamed(tx: Transaction, ownId: string): Promise<KnownStory | null> {
  const ofName = nameKeyOf(ownId);
  return findKnown(tx, { ofText: ofName, ofName });
}

/** Stores what identifies a story that was just imported. */
export async function keepKeys(tx: Transaction, articleId: string, keys: ImportKeys): Promise<void> {
  await tx.importKey.createMany({ data: listKeys(keys).map((key) => ({ key, articleId })) });
}

/**
 * Keeps by what name a sender calls a story that was imported before in the same words, so that its next version is
 * found. What was not imported is not kept: other words under a known name get no key.
 */
export async function keepName(work: Work, tx: Transaction, known: KnownStory, { ofName }: ImportKeys): Promise<void> {
  if (ofName === null || known.isOtherText) return;
  const key = { key: ofName, articleId: known.articleId };
  const { count } = await tx.importKey.createMany({ data: [key], skipDuplicates: true });
  if (count === 0) return;
  const subject = { type: "Article", id: known.articleId, version: known.version } as const;
  record(work, tx, "importArticle", subject, noted("CAME_AGAIN", [], "It came again under another name of its sender"));
}

/** The article of a story that its sender only takes back, with a sentence for the sender; null when it is unknown. */
export async function findWithdrawn(
  { database }: Work,
  ownId: string,
): Promise<{ readonly known: KnownStory; readonly notice: string } | null> {
  const known = await findNamed(database.prisma, ownId);
  return known && { known, notice: describeKnown("The story", known, true) };
}
