import { type DraftDocument, textOfDocument } from "./draft-document.js";
import { rowOfHead } from "./head-fields.js";
import { HEAD_LIST_NAMES, HEAD_LIST_TABLES, HEAD_LISTS, type ListEntry } from "./head-lists.js";
import { rowOfAttribution } from "./quote-fields.js";
import { type JsonRow, putRows, rowsOfDraft, type RowsPut, type TextTable } from "./rows.js";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { findMentions, type NamedPerson } from "../person/person.mentions.js";
import { type CheckedQuote, checkQuotes } from "./quote-checks.service.js";
import {
  type Draft,
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  NO_PARTS,
  paragraphsOf,
} from "./draft-value.js";
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
 * another statement than the one that locks, which does not see what was committed while it waited.
 */
export async function loadDraft(tx: Transaction, type: DraftKeyType, key: string): Promise<Draft | null> {
  const wanted =
    type === "Article"
      ? sql`${key}::uuid`
      : sql`(SELECT article_id FROM ${raw(PART_TABLES[type])} WHERE id = ${key}::uuid AND head = 'DRAFT')`;
  const [locked] = await tx.$queryRaw<{ id: string }[]>(sql`SELECT id FROM article WHERE id = ${wanted} FOR UPDATE`);
  if (!locked) return null;
  const articleId = locked.id;
  const own = sql`r.article_id = ${articleId}::uuid AND r.head = 'DRAFT'`;
  const tables = DOCUMENT_TABLES.map(
    (table) => sql`${table}::text, (SELECT coalesce(json_agg(r), '[]'::json) FROM ${raw(table)} r WHERE ${own})`,
  );
  const [row] = await tx.$queryRaw<LoadedRow[]>(sql`
    SELECT a.state, a.version, a.first_published_at IS NOT NULL AS "wasPublished", a.embargoed_until AS "embargoedUntil",
      ARRAY(SELECT DISTINCT m.person_id FROM mention m WHERE m.article_id = a.id AND m.head = 'DRAFT') AS "linkedIds",
      json_build_object(${join(tables)}) AS document
    FROM article a WHERE a.id = ${articleId}::uuid`);
  if (!row || row.document.article_head.length === 0) return null;
  const { document, ...columns } = row;
  return { articleId, ...columns, ...textOfDocument(document) };
}

interface LoadedRow extends Pick<Draft, "state" | "version" | "wasPublished" | "embargoedUntil" | "linkedIds"> {
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
  await execute(tx, [
    putHead(null, draft, moment),
    ...putLists(null, draft),
    ...(await putBody(tx, nothing, draft, named)),
  ]);
}

/**
 * Saves the difference between two drafts of an article, and raises its version. All rows are written by one statement, after
 * all locks.
 */
export async function saveDraft(tx: Transaction, before: Draft, after: Draft, moment: SaveMoment): Promise<void> {
  const { articleId, embargoedUntil } = after;
  const article = sql`saved AS (
    UPDATE article SET version = ${moment.version}, embargoed_until = ${embargoedUntil}::timestamptz
    WHERE id = ${articleId}::uuid)`;
  const puts = [putHead(before, after, moment), ...putLists(before, after), ...(await putParts(tx, before, after))];
  await execute(tx, puts, [article]);
}

async function execute(tx: Transaction, puts: readonly RowsPut[], others: readonly Prisma.Sql[] = []): Promise<void> {
  await tx.$executeRaw(sql`WITH ${join([...others, ...puts.flatMap(putRows)])} SELECT 1 AS one`);
}

function putHead(before: Draft | null, after: Draft, { now, version }: SaveMoment): RowsPut {
  const isCounted = before !== null && before.language === after.language && isDeepStrictEqual(before.body, after.body);
  const row = {
    article_id: after.articleId,
    head: "DRAFT",
    ...rowOfHead(after),
    ...(isCounted ? {} : { word_count: countDraftWords(after) }),
    version,
    updated_at: now,
  };
  return { table: { name: "article_head", key: ["article_id", "head"] }, rows: [row], replaced: null };
}

/** What differs between the parts of two drafts. Locks what they refer to. */
async function putParts(tx: Transaction, before: Draft, after: Draft): Promise<readonly RowsPut[]> {
  const isSameBody = isDeepStrictEqual(before.body, after.body);
  if (isSameBody && isDeepStrictEqual(before.leadImage, after.leadImage)) return [];
  const named = await lockChanged(tx, before, after);
  return isSameBody ? putFigures(before, after) : putBody(tx, before, after, named);
}

function countDraftWords(draft: Draft): number {
  return countWords(
    paragraphsOf(draft.body).map(({ text }) => text),
    draft.language,
  );
}

/** A put of all rows of a table that belong to a draft; none where they are the same. */
function replaceRows(
  articleId: string,
  table: TextTable,
  old: readonly JsonRow[],
  rows: readonly JsonRow[],
): RowsPut[] {
  if (isDeepStrictEqual(old, rows)) return [];
  return [{ table, rows, replaced: old.length > 0 ? rowsOfDraft(articleId) : null }];
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

/** A paragraph with its place in the body. */
type PlacedParagraph = DraftParagraph & { readonly position: number };

function placedParagraphs(body: readonly DraftElement[]): readonly PlacedParagraph[] {
  return body.flatMap((element, position) => (element.kind === "paragraph" ? [{ ...element, position }] : []));
}

/**
 * What differs between two bodies: paragraphs that changed in any way with their quotes, under their old ids; all others are
 * not touched. What is drawn from the body follows.
 */
async function putBody(
  tx: Transaction,
  before: Draft,
  after: Draft,
  named: readonly NamedPerson[],
): Promise<readonly RowsPut[]> {
  const old = new Map(placedParagraphs(before.body).map((paragraph) => [paragraph.id, paragraph]));
  const all = placedParagraphs(after.body);
  const changed = all.filter((paragraph) => !isDeepStrictEqual(old.get(paragraph.id), paragraph));
  const kept = new Set(all.map(({ id }) => id));
  const gone = [...old.keys()].filter((id) => !kept.has(id));
  return [
    ...putParagraphs(after.articleId, changed, gone),
    ...(await putQuotes(tx, after.articleId, old, changed)),
    ...replaceRows(after.articleId, PLACEMENT, placementRows(before), placementRows(after)),
    ...putFigures(before, after),
    ...putPersons(before, after, all, named),
  ];
}

function putParagraphs(
  articleId: string,
  changed: readonly PlacedParagraph[],
  gone: readonly string[],
): readonly RowsPut[] {
  if (changed.length === 0 && gone.length === 0) return [];
  const rows = changed.map(({ id, style, text, marks, position }) => {
    return { id, head: "DRAFT", article_id: articleId, position, style, text, marks };
  });
  // Their quotes and mentions go with them.
  const replaced = gone.length === 0 ? null : sql`r.id = ANY(${[...gone]}::uuid[]) AND r.head = 'DRAFT'`;
  return [{ table: { name: "paragraph", key: ["id", "head"] }, rows, replaced }];
}

async function putQuotes(
  tx: Transaction,
  articleId: string,
  old: ReadonlyMap<string, DraftParagraph>,
  changed: readonly PlacedParagraph[],
): Promise<readonly RowsPut[]> {
  const rows = (await checkQuotes(tx, changed)).map((quote) => quoteRow(articleId, quote));
  const quoted = changed.flatMap(({ id }) => (old.get(id)?.quotes.length ? [id] : []));
  const replaced = quoted.length === 0 ? null : sql`r.paragraph_id = ANY(${quoted}::uuid[]) AND r.head = 'DRAFT'`;
  return [{ table: { name: "quote", key: ["id", "head"] }, rows, replaced }];
}

function quoteRow(articleId: string, { paragraph, quote, text, check, wordsKey }: CheckedQuote): JsonRow {
  return {
    id: quote.id,
    head: "DRAFT",
    article_id: articleId,
    paragraph_id: paragraph.id,
    start_offset: quote.start,
    end_offset: quote.end,
    text,
    ...rowOfAttribution(quote),
    verdict: check.verdict,
    similarity: check.similarity,
    differences: check.differences,
    words_key: wordsKey,
    created_at: quote.createdAt,
  };
}

const PLACEMENT: TextTable = { name: "placement", key: ["article_id", "head", "post_id"] };

function placementRows({ articleId, body }: Draft): readonly JsonRow[] {
  return body.flatMap((element, position) =>
    element.kind === "post" ? [{ article_id: articleId, head: "DRAFT", post_id: element.id, position }] : [],
  );
}

function putFigures(before: Draft, after: Draft): readonly RowsPut[] {
  const table = { name: "figure", key: ["id", "head"], isRewritten: true };
  return replaceRows(after.articleId, table, figureRows(before), figureRows(after));
}

function figureRows({ articleId, leadImage, body }: Draft): readonly JsonRow[] {
  const rowOf = ({ id, imageId, caption, alt }: DraftFigure, position: number | null): JsonRow => {
    return { id, head: "DRAFT", article_id: articleId, image_id: imageId, position, caption, alt };
  };
  const inBody = body.flatMap((part, position) => (part.kind === "figure" ? [rowOf(part, position)] : []));
  return leadImage ? [rowOf(leadImage, null), ...inBody] : inBody;
}

/** Finds the persons that the body names; they and the speakers of its quotes appear in the article. */
function putPersons(
  before: Draft,
  { articleId }: Draft,
  paragraphs: readonly PlacedParagraph[],
  named: readonly NamedPerson[],
): readonly RowsPut[] {
  const texts = paragraphs.map(({ text }) => text);
  const found = findMentions(texts, named, new Set(before.linkedIds));
  const own = { article_id: articleId, head: "DRAFT" };
  const mentions = found.map(({ paragraph, personId, start, end, text }) => {
    const place = { paragraph_id: paragraphs[paragraph]?.id, start_offset: start, end_offset: end };
    return { ...own, ...place, person_id: personId, text };
  });
  const appearances = appearancesOf(paragraphs, found).map(({ personId, position, isSpeaker }) => {
    return { ...own, person_id: personId, position, is_speaker: isSpeaker };
  });
  const rows = rowsOfDraft(articleId);
  const mentioned = before.linkedIds.length > 0;
  const appeared = mentioned || appearancesOf(paragraphsOf(before.body), []).length > 0;
  return [
    {
      table: { name: "mention", key: ["paragraph_id", "head", "start_offset"] },
      rows: mentions,
      replaced: mentioned ? rows : null,
    },
    {
      table: { name: "appearance", key: ["article_id", "head", "person_id"] },
      rows: appearances,
      replaced: appeared ? rows : null,
    },
  ];
}

/** Who appears in a body, in the order of their first quote or mention in it. */
export function appearancesOf(
  paragraphs: readonly DraftParagraph[],
  mentions: readonly { readonly paragraph: number; readonly personId: string; readonly start: number }[],
): { personId: string; position: number; isSpeaker: boolean }[] {
  const quoted = paragraphs.flatMap(({ quotes }, paragraph) =>
    quotes.flatMap(({ speakerId, start }) => (speakerId === null ? [] : [{ paragraph, personId: speakerId, start }])),
  );
  const speakers = new Set(quoted.map(({ personId }) => personId));
  const all = [...quoted, ...mentions].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
  const persons = [...new Set(all.map(({ personId }) => personId))];
  return persons.map((personId, position) => ({ personId, position, isSpeaker: speakers.has(personId) }));
}
