import { putBody, putFigures } from "./body-rows.service.js";
import { type DraftDocument, textOfDocument } from "./draft-document.js";
import { rowOfHead } from "./head-fields.js";
import { HEAD_LIST_NAMES, HEAD_LIST_TABLES, HEAD_LISTS, type ListEntry } from "./head-lists.js";
import { type JsonRow, putRows, replaceRows, type RowsPut } from "./rows.js";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import type { NamedPerson } from "../person/person.mentions.js";
import { type Draft, NO_PARTS, paragraphsOf } from "./draft-value.js";
import { postgresJson } from "../lib/postgres-json.js";
import { countWords } from "../lib/count-words.js";
import { lockChanged } from "./shared-rows.service.js";

const { join, raw, sql } = Prisma;

/** The tables of the head that a draft is made of. */
const DOCUMENT_TABLES = ["article_head", ...HEAD_LIST_TABLES, "paragraph", "placement", "quote", "figure"] as const;

/*
 * Converts between the tables and the draft as one value. Only this and the removal of drafts write rows of the head DRAFT.
 */

/** The tables of the parts of a draft that an article is found by. */
const PART_TABLES = { Paragraph: "paragraph", Quote: "quote", Figure: "figure" } as const;

/** What an article is found by: itself, or a part of its draft. */
export type DraftKeyType = "Article" | keyof typeof PART_TABLES;

/**
 * Loads the draft of an article, or of the article that has a part, or null when there is none, and keeps every other writer
 * of the article waiting until the transaction ends.
 *
 * Raw because Prisma has no row locks, and because one statement brings what would take it six. The draft is read by
 * another statement than the one that locks, which does not see what was committed while it waited. Both are sent at once.
 */
export async function loadDraft(tx: Transaction, type: DraftKeyType, key: string): Promise<Draft | null> {
  const wanted =
    type === "Article"
      ? sql`${key}::uuid`
      : sql`(SELECT article_id FROM ${raw(PART_TABLES[type])} WHERE id = ${key}::uuid AND head = 'DRAFT')`;
  const tables = DOCUMENT_TABLES.map(
    (table) =>
      sql`${table}::text, (SELECT coalesce(json_agg(r), '[]'::json) FROM ${raw(table)} r WHERE r.article_id = a.id AND r.head = 'DRAFT')`,
  );
  const [, [row]] = await Promise.all([
    tx.$queryRaw(sql`SELECT id FROM article WHERE id = ${wanted} FOR UPDATE`),
    tx.$queryRaw<LoadedRow[]>(sql`
      SELECT a.id AS "articleId", a.state, a.version, a.first_published_at IS NOT NULL AS "wasPublished",
        a.embargoed_until AS "embargoedUntil",
        ARRAY(SELECT DISTINCT m.person_id FROM mention m WHERE m.article_id = a.id AND m.head = 'DRAFT') AS "linkedIds",
        json_build_object(${join(tables)}) AS document
      FROM article a WHERE a.id = ${wanted}`),
  ]);
  if (!row || row.document.article_head.length === 0) return null;
  const { document, ...columns } = row;
  return { ...columns, ...textOfDocument(document) };
}

interface LoadedRow
  extends Pick<Draft, "articleId" | "state" | "version" | "wasPublished" | "embargoedUntil" | "linkedIds"> {
  readonly document: DraftDocument;
}

/** The time and the version with which a draft is written. */
export interface SaveMoment {
  readonly now: Date;
  /** The version that the write makes. */
  readonly version: number;
}

/**
 * Saves a new article's draft; the article itself and its slug exist already.
 *
 * @param named what lockShared returned for the parts of the draft.
 */
export async function insertDraft(
  tx: Transaction,
  draft: Draft,
  moment: SaveMoment,
  named: readonly NamedPerson[],
): Promise<void> {
  const nothing = { ...draft, ...NO_PARTS };
  const head = {
    article_id: draft.articleId,
    head: "DRAFT",
    ...rowOfHead(draft),
    word_count: countDraftWords(draft),
    version: moment.version,
    updated_at: moment.now,
  };
  const puts = [
    { table: { name: "article_head", key: ["article_id", "head"] }, rows: [head], replaced: null },
    ...putLists(null, draft),
    ...(await putBody(tx, nothing, draft, named)),
  ];
  await execute(tx, puts.map((put) => ({ ...put, isNew: true })).flatMap(putRows));
}

/**
 * Saves the difference between two drafts of an article, and raises its version. All rows are written by one statement, after
 * all locks.
 */
export async function saveDraft(tx: Transaction, before: Draft, after: Draft, moment: SaveMoment): Promise<void> {
  const puts = [...putLists(before, after), ...(await putParts(tx, before, after))];
  await execute(tx, [...updateRows(before, after, moment), ...puts.flatMap(putRows)]);
}

async function execute(tx: Transaction, parts: readonly Prisma.Sql[]): Promise<void> {
  await tx.$executeRaw(sql`WITH ${join(parts)} SELECT 1 AS one`);
}

/** The parts of a WITH clause that write the rows which a draft has in any case: its article's and its head's. */
function updateRows(before: Draft, after: Draft, { now, version }: SaveMoment): readonly Prisma.Sql[] {
  const { articleId, embargoedUntil } = after;
  const isCounted = before.language === after.language && isDeepStrictEqual(textsOf(before), textsOf(after));
  const values = { ...rowOfHead(after), ...(isCounted ? {} : { word_count: countDraftWords(after) }) };
  const row = { ...values, version, updated_at: now };
  const set = raw(
    Object.keys(row)
      .map((column) => `${column} = g.${column}`)
      .join(", "),
  );
  return [
    sql`saved AS (
      UPDATE article SET version = ${version}, embargoed_until = ${embargoedUntil}::timestamptz
      WHERE id = ${articleId}::uuid)`,
    sql`saved_head AS (
      UPDATE article_head h SET ${set} FROM json_populate_record(NULL::article_head, ${postgresJson(row)}::json) g
      WHERE h.article_id = ${articleId}::uuid AND h.head = 'DRAFT')`,
  ];
}

/** What differs between the parts of two drafts. Locks what they refer to. */
async function putParts(tx: Transaction, before: Draft, after: Draft): Promise<readonly RowsPut[]> {
  const isSameBody = isDeepStrictEqual(before.body, after.body);
  if (isSameBody && isDeepStrictEqual(before.leadImage, after.leadImage)) return [];
  const named = await lockChanged(tx, before, after);
  return isSameBody ? putFigures(before, after) : putBody(tx, before, after, named);
}

function textsOf({ body }: Draft): readonly string[] {
  return paragraphsOf(body).map(({ text }) => text);
}

function countDraftWords(draft: Draft): number {
  return countWords(textsOf(draft), draft.language);
}

function putLists(before: Draft | null, after: Draft): readonly RowsPut[] {
  const { articleId } = after;
  return HEAD_LIST_NAMES.flatMap((name) => {
    const { table, column, hasRole } = HEAD_LISTS[name];
    const rowOf = ({ id, role }: ListEntry, position: number): JsonRow => {
      return { article_id: articleId, head: "DRAFT", [column]: id, position, ...(hasRole ? { role } : {}) };
    };
    const key = ["article_id", "head", column];
    return replaceRows(articleId, { name: table, key }, (before?.[name] ?? []).map(rowOf), after[name].map(rowOf));
  });
}
