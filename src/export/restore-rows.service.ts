import type { Transaction } from "../database/client.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { ExportedArticle, ExportedHead, ExportedPerson, ExportedPost, ExportLine } from "./export.shape.js";

/*
 * The rows of a batch of lines, table by table: one statement writes what many lines have for the same table.
 */

/** Writes the rows of lines of which nothing is there yet, in an order in which every row finds what it refers to. */
export async function writeRows(tx: Transaction, lines: readonly ExportLine[]): Promise<void> {
  const topics = lines.flatMap((line) => (line.kind === "topic" ? [line.topic] : []));
  await writeTable(topics, (data) => tx.topic.createMany({ data }));
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
  await writeTable(entries, (data) => tx.auditEntry.createMany({ data }));
}

async function writeTable<Row>(rows: Row[], create: (data: Row[]) => Promise<unknown>): Promise<void> {
  if (rows.length > 0) await create(rows);
}

async function writePersons(tx: Transaction, persons: readonly ExportedPerson[]): Promise<void> {
  await writeTable(
    persons.map(({ names: _names, slugs: _slugs, accounts: _accounts, merged: _merged, ...row }) => row),
    (data) => tx.person.createMany({ data }),
  );
  await writeTable(
    persons.flatMap(({ names }) => names),
    (data) => tx.personName.createMany({ data }),
  );
  await writeTable(
    persons.flatMap(({ slugs }) => slugs),
    (data) => tx.personSlug.createMany({ data }),
  );
  await writeTable(
    persons.flatMap(({ accounts }) => accounts),
    (data) => tx.socialAccount.createMany({ data }),
  );
  await writeTable(
    persons.flatMap(({ merged }) => merged),
    (data) => tx.personMerge.createMany({ data }),
  );
}

async function writePosts(tx: Transaction, posts: readonly ExportedPost[]): Promise<void> {
  await writeTable(
    posts.map(({ captures: _captures, ...row }) => row),
    (data) => tx.embeddedPost.createMany({ data }),
  );
  await writeTable(
    posts.flatMap(({ captures }) => captures),
    (data) => tx.postCapture.createMany({ data }),
  );
}

async function writeArticles(tx: Transaction, articles: readonly ExportedArticle[]): Promise<void> {
  await writeTable(articles.map(articleRowOf), (data) => tx.article.createMany({ data }));
  await writeTable(
    articles.flatMap(({ slugs }) => slugs),
    (data) => tx.articleSlug.createMany({ data }),
  );
  await writeTable(
    articles.flatMap(({ importKeys }) => importKeys),
    (data) => tx.importKey.createMany({ data }),
  );
  await writeHeads(
    tx,
    articles.flatMap(({ heads }) => withDraft(heads)),
  );
  await writeTable(
    articles.flatMap(({ revisions }) => revisions.map((row) => ({ ...row, document: toInput(row.document) }))),
    (data) => tx.revision.createMany({ data }),
  );
  await writeTable(
    articles.flatMap(({ corrections }) => corrections),
    (data) => tx.correction.createMany({ data }),
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
  await writeTable(heads.map(headRowOf), (data) => tx.articleHead.createMany({ data }));
  await writeTable(
    heads.flatMap(({ paragraphs }) => paragraphs.map((row) => ({ ...row, marks: toInput(row.marks) }))),
    (data) => tx.paragraph.createMany({ data }),
  );
  await writeTable(
    heads.flatMap(({ placements }) => placements),
    (data) => tx.placement.createMany({ data }),
  );
  await writeTable(
    heads.flatMap(({ quotes }) => quotes.map((row) => ({ ...row, differences: toInput(row.differences) }))),
    (data) => tx.quote.createMany({ data }),
  );
  await writeTable(
    heads.flatMap(({ mentions }) => mentions),
    (data) => tx.mention.createMany({ data }),
  );
  await writeTable(
    heads.flatMap(({ appearances }) => appearances),
    (data) => tx.appearance.createMany({ data }),
  );
  await writeTable(
    heads.flatMap(({ topics }) => topics),
    (data) => tx.articleTopic.createMany({ data }),
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

/** Every article has a working draft or a trashed one; where none was exported, what was published stands in. */
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
