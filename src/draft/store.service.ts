import { type DraftDocument, textOfDocument } from "./draft-document.js";
import { headColumns } from "./head-fields.js";
import { HEAD_LIST_NAMES, HEAD_LIST_TABLES, HEAD_LISTS, type HeadListValues } from "./head-lists.js";
import { attributionColumns } from "./quote-fields.js";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { findMentions, type FoundMention, type NamedPerson } from "../person/person.mentions.js";
import { type CheckedQuote, checkQuotes } from "./quote-checks.service.js";
import {
  type Draft,
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  NO_PARTS,
  paragraphsOf,
} from "./draft-value.js";
import { countWords } from "./language.js";
import { lockChanged } from "./shared-rows.service.js";

const { join, raw, sql } = Prisma;

/** The tables of the head that a draft is made of. */
const DOCUMENT_TABLES = ["article_head", ...HEAD_LIST_TABLES, "paragraph", "placement", "quote", "figure"] as const;

/*
 * Between the tables and the draft as one value. Nothing else writes rows of the head DRAFT but their removal.
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
      json_build_object(${join(tables)}) AS document
    FROM article a WHERE a.id = ${articleId}::uuid`);
  if (!row || row.document.article_head.length === 0) return null;
  const { document, ...columns } = row;
  return { articleId, ...columns, ...textOfDocument(document) };
}

interface LoadedRow extends Pick<Draft, "state" | "version" | "wasPublished" | "embargoedUntil"> {
  readonly document: DraftDocument;
}

/** When and by which version a draft is written. */
export interface SaveMoment {
  readonly now: Date;
  /** The version that the write makes. */
  readonly version: number;
}

/** Saves a new article's draft; the article itself and its slug are there already. */
export async function insertDraft(tx: Transaction, draft: Draft, { now, version }: SaveMoment): Promise<void> {
  const wordCount = countDraftWords(draft);
  await tx.articleHead.create({
    data: { articleId: draft.articleId, head: "DRAFT", ...headColumns(draft), wordCount, version, updatedAt: now },
  });
  await saveLists(tx, draft.articleId, null, draft);
  await saveBody(tx, { ...draft, ...NO_PARTS }, draft);
}

/** Saves the difference between two drafts of an article, and raises its version. */
export async function saveDraft(
  tx: Transaction,
  before: Draft,
  after: Draft,
  { now, version }: SaveMoment,
): Promise<void> {
  const isSameBody = isDeepStrictEqual(before.body, after.body);
  const counted = isSameBody && before.language === after.language ? {} : { wordCount: countDraftWords(after) };
  const { articleId, embargoedUntil } = after;
  await tx.article.update({ where: { id: articleId }, data: { version, embargoedUntil }, select: { id: true } });
  await tx.articleHead.update({
    where: { articleId_head: { articleId: after.articleId, head: "DRAFT" } },
    data: { ...headColumns(after), ...counted, version, updatedAt: now },
    select: { articleId: true },
  });
  await saveLists(tx, after.articleId, before, after);
  if (!isSameBody) await saveBody(tx, before, after);
  else if (!isDeepStrictEqual(before.leadImage, after.leadImage)) await saveLeadImage(tx, before, after);
}

function countDraftWords(draft: Draft): number {
  return countWords(
    paragraphsOf(draft.body).map(({ text }) => text),
    draft.language,
  );
}

/** Writes the lists that differ. Raw because the tables and columns are those that the lists declare. */
async function saveLists(
  tx: Transaction,
  articleId: string,
  before: HeadListValues | null,
  after: HeadListValues,
): Promise<void> {
  for (const name of HEAD_LIST_NAMES) {
    const [old, wanted] = [before?.[name] ?? [], after[name]];
    if (isDeepStrictEqual(old, wanted)) continue;
    const { table, column, hasRole } = HEAD_LISTS[name];
    if (old.length > 0) {
      await tx.$executeRaw(sql`DELETE FROM ${raw(table)} WHERE article_id = ${articleId}::uuid AND head = 'DRAFT'`);
    }
    if (wanted.length === 0) continue;
    const rows = JSON.stringify(wanted.map((entry, position) => ({ ...entry, position })));
    await tx.$executeRaw(sql`
      INSERT INTO ${raw(table)} (article_id, head, ${raw(column)}, position${raw(hasRole ? ", role" : "")})
      SELECT ${articleId}::uuid, 'DRAFT', e.id, e.position${raw(hasRole ? ", e.role" : "")}
      FROM json_to_recordset(${rows}::json) AS e(id uuid, role text, position integer)`);
  }
}

/** A paragraph with its place in the body. */
type PlacedParagraph = DraftParagraph & { readonly position: number };

function placedParagraphs(body: readonly DraftElement[]): readonly PlacedParagraph[] {
  return body.flatMap((element, position) => (element.kind === "paragraph" ? [{ ...element, position }] : []));
}

/**
 * Writes what differs between two bodies: paragraphs that changed in any way are written again with their quotes, under
 * their old ids; all others are not touched. What is drawn from the body follows.
 */
async function saveBody(tx: Transaction, before: Draft, after: Draft): Promise<void> {
  const { articleId } = after;
  const named = await lockChanged(tx, before, after);
  const old = new Map(placedParagraphs(before.body).map((paragraph) => [paragraph.id, paragraph]));
  const all = placedParagraphs(after.body);
  const changed = all.filter((paragraph) => !isDeepStrictEqual(old.get(paragraph.id), paragraph));
  const kept = new Set(all.filter((paragraph) => !changed.includes(paragraph)).map(({ id }) => id));
  const gone = [...old.keys()].filter((id) => !kept.has(id));
  const isNew = before.body.length === 0;
  // A mention stays with the person that the draft already links, even if others have the name by now.
  const linked = isNew ? new Set<string>() : await linkedPersons(tx, articleId);
  // Their quotes and mentions go with them.
  if (gone.length > 0) await tx.paragraph.deleteMany({ where: { id: { in: gone }, head: "DRAFT" } });
  await insertParagraphs(tx, articleId, changed);
  await savePlacements(tx, before, after);
  await saveFigures(tx, before, after);
  await savePersons(tx, articleId, all, { named, linked, isNew });
}

/** The persons that the draft mentions. */
async function linkedPersons(tx: Transaction, articleId: string): Promise<ReadonlySet<string>> {
  const where = { articleId, head: "DRAFT" };
  const rows = await tx.mention.findMany({ where, distinct: ["personId"], select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
}

async function insertParagraphs(
  tx: Transaction,
  articleId: string,
  paragraphs: readonly PlacedParagraph[],
): Promise<void> {
  if (paragraphs.length === 0) return;
  await tx.paragraph.createMany({
    data: paragraphs.map(({ id, style, text, marks, position }) => ({
      id,
      head: "DRAFT",
      articleId,
      position,
      style,
      text,
      marks: marks.map((mark) => ({ ...mark })),
    })),
  });
  const quotes = await checkQuotes(tx, paragraphs);
  if (quotes.length > 0) await tx.quote.createMany({ data: quotes.map((quote) => quoteRow(articleId, quote)) });
}

function quoteRow(
  articleId: string,
  { paragraph, quote, text, check, wordsKey }: CheckedQuote,
): Prisma.QuoteCreateManyInput {
  return {
    id: quote.id,
    head: "DRAFT",
    articleId,
    paragraphId: paragraph.id,
    startOffset: quote.start,
    endOffset: quote.end,
    text,
    ...attributionColumns(quote),
    verdict: check.verdict,
    similarity: check.similarity,
    differences: check.differences.map((difference) => ({ ...difference })),
    wordsKey,
    createdAt: quote.createdAt,
  };
}

async function savePlacements(tx: Transaction, before: Draft, after: Draft): Promise<void> {
  const { articleId } = after;
  const rows = (body: readonly DraftElement[]): { postId: string; position: number }[] =>
    body.flatMap((element, position) => (element.kind === "post" ? [{ postId: element.id, position }] : []));
  const [old, wanted] = [rows(before.body), rows(after.body)];
  if (isDeepStrictEqual(old, wanted)) return;
  if (old.length > 0) await tx.placement.deleteMany({ where: { articleId, head: "DRAFT" } });
  if (wanted.length > 0) {
    await tx.placement.createMany({ data: wanted.map((row) => ({ ...row, articleId, head: "DRAFT" })) });
  }
}

/** Writes the lead image of a draft whose body is the same. */
async function saveLeadImage(tx: Transaction, before: Draft, after: Draft): Promise<void> {
  await lockChanged(tx, before, after);
  await saveFigures(tx, before, after);
}

async function saveFigures(tx: Transaction, before: Draft, after: Draft): Promise<void> {
  const { articleId } = after;
  const [old, wanted] = [figureRows(before), figureRows(after)];
  if (isDeepStrictEqual(old, wanted)) return;
  if (old.length > 0) await tx.figure.deleteMany({ where: { articleId, head: "DRAFT" } });
  if (wanted.length > 0) await tx.figure.createMany({ data: wanted });
}

function figureRows({ articleId, leadImage, body }: Draft): Prisma.FigureCreateManyInput[] {
  const rowOf = ({ id, imageId, caption, alt }: DraftFigure, position: number | null) => {
    return { id, head: "DRAFT", articleId, imageId, position, caption, alt };
  };
  const inBody = body.flatMap((part, position) => (part.kind === "figure" ? [rowOf(part, position)] : []));
  return leadImage ? [rowOf(leadImage, null), ...inBody] : inBody;
}

/**
 * Raw, with all rows in one parameter: a long article has tens of thousands of mentions, and Prisma takes a third of a
 * millisecond for each.
 */
async function insertMentions(
  tx: Transaction,
  articleId: string,
  paragraphs: readonly PlacedParagraph[],
  mentions: readonly FoundMention[],
): Promise<void> {
  if (mentions.length === 0) return;
  const rows = mentions.map(({ paragraph, ...mention }) => ({ ...mention, paragraphId: paragraphs[paragraph]?.id }));
  await tx.$executeRaw(sql`
    INSERT INTO mention (paragraph_id, head, article_id, person_id, start_offset, end_offset, text)
    SELECT m."paragraphId", 'DRAFT', ${articleId}::uuid, m."personId", m.start, m."end", m.text
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS m("paragraphId" uuid, "personId" uuid, start integer, "end" integer, text text)`);
}

/** Finds the persons that the body names; they and the speakers of its quotes appear in the article. */
async function savePersons(
  tx: Transaction,
  articleId: string,
  paragraphs: readonly PlacedParagraph[],
  {
    named,
    linked,
    isNew,
  }: { readonly named: readonly NamedPerson[]; readonly linked: ReadonlySet<string>; readonly isNew: boolean },
): Promise<void> {
  const texts = paragraphs.map(({ text }) => text);
  const mentions = findMentions(texts, named, linked);
  if (!isNew) {
    await tx.mention.deleteMany({ where: { articleId, head: "DRAFT" } });
    await tx.appearance.deleteMany({ where: { articleId, head: "DRAFT" } });
  }
  await insertMentions(tx, articleId, paragraphs, mentions);
  const appearances = appearancesOf(paragraphs, mentions);
  if (appearances.length > 0) {
    await tx.appearance.createMany({ data: appearances.map((row) => ({ ...row, articleId, head: "DRAFT" })) });
  }
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
