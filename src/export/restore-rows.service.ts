import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import type { ExportedArticle, ExportedHead, ExportedPerson, ExportedPost, ExportLine } from "./export.shape.js";

/*
 * The rows of a batch of lines, table by table: one statement writes what many lines have for the same table.
 */

/** Writes the rows of lines of which nothing is there yet, in an order in which every row finds what it refers to. */
export async function writeRows(tx: Transaction, lines: readonly ExportLine[]): Promise<void> {
  const topics = lines.flatMap((line) => (line.kind === "topic" ? [line.topic] : []));
  await writeTable(tx, topics, "topic");
  await writePersons(
    tx,
    lines.flatMap((line) => (line.kind === "person" ? [line.person] : [])),
  );
  await writePosts(
    tx,
    lines.flatMap((line) => (line.kind === "post" ? [line.post] : [])),
  );
  await writeArticles(
    tx,
    lines.flatMap((line) => (line.kind === "article" ? [line.article] : [])),
  );
  const entries = lines.flatMap((line) => (line.kind === "auditEntry" ? [line.auditEntry] : []));
  await writeTable(tx, entries, "audit_entry");
}

/**
 * Writes rows with one statement and one parameter, whatever their number. Raw because Prisma makes a parameter of every
 * value, which takes most of the time of a restore. Columns have the names of the properties in snake case.
 */
async function writeTable(tx: Transaction, rows: readonly object[], table: string): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((property) => `"${columnOf(property)}"`)
      .join(", "),
  );
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), value])),
  );
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(named)}::jsonb)`);
}

function columnOf(property: string): string {
  return property.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

async function writePersons(tx: Transaction, persons: readonly ExportedPerson[]): Promise<void> {
  await writeTable(
    tx,
    persons.map(({ names: _names, slugs: _slugs, accounts: _accounts, merged: _merged, ...row }) => row),
    "person",
  );
  await writeTable(
    tx,
    persons.flatMap(({ names }) => names),
    "person_name",
  );
  await writeTable(
    tx,
    persons.flatMap(({ slugs }) => slugs),
    "person_slug",
  );
  await writeTable(
    tx,
    persons.flatMap(({ accounts }) => accounts),
    "social_account",
  );
  await writeTable(
    tx,
    persons.flatMap(({ merged }) => merged),
    "person_merge",
  );
}

async function writePosts(tx: Transaction, posts: readonly ExportedPost[]): Promise<void> {
  await writeTable(
    tx,
    posts.map(({ captures: _captures, ...row }) => row),
    "embedded_post",
  );
  await writeTable(
    tx,
    posts.flatMap(({ captures }) => captures),
    "post_capture",
  );
}

async function writeArticles(tx: Transaction, articles: readonly ExportedArticle[]): Promise<void> {
  await writeTable(tx, articles.map(articleRowOf), "article");
  await writeTable(
    tx,
    articles.flatMap(({ slugs }) => slugs),
    "article_slug",
  );
  await writeTable(
    tx,
    articles.flatMap(({ importKeys }) => importKeys),
    "import_key",
  );
  await writeHeads(
    tx,
    articles.flatMap(({ heads }) => withDraft(heads)),
  );
  await writeTable(
    tx,
    articles.flatMap(({ revisions }) => revisions.map((row) => ({ ...row, document: toInput(row.document) }))),
    "revision",
  );
  await writeTable(
    tx,
    articles.flatMap(({ corrections }) => corrections),
    "correction",
  );
}

function articleRowOf(article: ExportedArticle): Prisma.ArticleCreateManyInput {
  const {
    slugs: _slugs,
    heads: _heads,
    revisions: _revisions,
    corrections: _corrections,
    importKeys: _keys,
    ...row
  } = article;
  return row;
}

async function writeHeads(tx: Transaction, heads: readonly ExportedHead[]): Promise<void> {
  await writeTable(tx, heads.map(headRowOf), "article_head");
  await writeTable(
    tx,
    heads.flatMap(({ paragraphs }) => paragraphs.map((row) => ({ ...row, marks: toInput(row.marks) }))),
    "paragraph",
  );
  await writeTable(
    tx,
    heads.flatMap(({ placements }) => placements),
    "placement",
  );
  await writeTable(
    tx,
    heads.flatMap(({ quotes }) => quotes.map((row) => ({ ...row, differences: toInput(row.differences) }))),
    "quote",
  );
  await writeTable(
    tx,
    heads.flatMap(({ mentions }) => mentions),
    "mention",
  );
  await writeTable(
    tx,
    heads.flatMap(({ appearances }) => appearances),
    "appearance",
  );
  await writeTable(
    tx,
    heads.flatMap(({ topics }) => topics),
    "article_topic",
  );
}

function headRowOf(head: ExportedHead): Prisma.ArticleHeadCreateManyInput {
  const {
    paragraphs: _paragraphs,
    placements: _placements,
    quotes: _quotes,
    mentions: _mentions,
    appearances: _appearances,
    topics: _topics,
    ...row
  } = head;
  return row;
}

/** Every article has a working draft or a trashed one; where none was exported, the published text becomes the draft. */
function withDraft(heads: readonly ExportedHead[]): readonly ExportedHead[] {
  const published = heads.find(({ head }) => head === "PUBLISHED");
  if (!published || heads.some(({ head }) => head !== "PUBLISHED")) return heads;
  const head = "DRAFT" as const;
  const inDraft = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, head }));
  const draft = {
    ...published,
    head,
    paragraphs: inDraft(published.paragraphs),
    placements: inDraft(published.placements),
    quotes: inDraft(published.quotes),
    mentions: inDraft(published.mentions),
    appearances: inDraft(published.appearances),
    topics: inDraft(published.topics),
  };
  return [...heads, draft];
}

/** A value that was parsed from JSON and is no null at its top is what Prisma takes for JSON; its type cannot say so. */
function toInput(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
