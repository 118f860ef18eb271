import type { Transaction } from "../database/client.js";
import type { Prisma } from "../generated/prisma/client.js";
import { EXPORT_SHAPE, type ExportLine } from "./export.shape.js";

/** So many rows are read at once; memory holds no more of the newsroom than them. */
const PAGE = 50;

/** The beginning of every line with an article: its keys are in one order. */
const ARTICLE_LINE = `{"shape":"${EXPORT_SHAPE.name}","version":${EXPORT_SHAPE.version},"kind":"article",`;

/** What an export holds. */
export interface ExportOptions {
  /** Whether everything is exported, also what no reader sees; else the published text and what it names. */
  readonly withDrafts: boolean;
}

/**
 * Yields the newsroom line by line, each one JSON object without a line break: topics, persons, posts and articles, each
 * kind by id, and with the drafts the audit log. `source` should be a snapshot: otherwise a line may name what was written
 * after its own kind was read.
 */
export async function* exportNewsroom(source: Transaction, { withDrafts }: ExportOptions): AsyncGenerator<string> {
  const shown = { some: { head: "PUBLISHED" } };
  const seen = { OR: [{ placements: shown }, { quotes: shown }] };
  const named = { OR: [{ appearances: shown }, { quotes: shown }, { mentions: shown }, { posts: { some: seen } }] };
  const children = {
    names: { orderBy: { position: "asc" } },
    slugs: { orderBy: { slug: "asc" } },
    accounts: { orderBy: { position: "asc" } },
    merged: { orderBy: { id: "asc" } },
  } as const;
  yield* linesOf("topic", (page) =>
    source.topic.findMany({ ...page, where: { ...page.where, ...(withDrafts ? {} : { articles: shown }) } }),
  );
  yield* linesOf("person", (page) =>
    source.person.findMany({ ...page, where: { ...page.where, ...(withDrafts ? {} : named) }, include: children }),
  );
  yield* linesOf("post", (page) =>
    source.embeddedPost.findMany({
      ...page,
      where: { ...page.where, ...(withDrafts ? {} : seen) },
      include: { captures: { orderBy: { number: "asc" } } },
    }),
  );
  yield* linesOf("article", (page) =>
    source.article.findMany({
      ...page,
      where: { ...page.where, ...(withDrafts ? {} : { heads: shown }) },
      include: articleParts(withDrafts),
    }),
  );
  if (withDrafts) yield* linesOf("auditEntry", (page) => source.auditEntry.findMany(page));
}

/** Of what readers do not see, the revisions that corrections rest on are exported: they were published. */
function articleParts(withDrafts: boolean): Prisma.ArticleInclude {
  const byPosition = { orderBy: { position: "asc" } } as const;
  const parts: Prisma.ArticleHeadInclude = {
    paragraphs: byPosition,
    placements: byPosition,
    quotes: { orderBy: { id: "asc" } },
    mentions: { orderBy: [{ paragraphId: "asc" }, { startOffset: "asc" }] },
    appearances: byPosition,
    topics: byPosition,
  };
  return {
    slugs: { orderBy: { slug: "asc" }, ...(withDrafts ? {} : { where: { isPublic: true } }) },
    importKeys: { orderBy: { key: "asc" } },
    heads: { orderBy: { head: "asc" }, ...(withDrafts ? {} : { where: { head: "PUBLISHED" } }), include: parts },
    revisions: { orderBy: { number: "asc" }, ...(withDrafts ? {} : { where: { corrections: { some: {} } } }) },
    corrections: { orderBy: { id: "asc" } },
  };
}

interface Page {
  readonly where: { readonly id?: { readonly gt: string } };
  readonly orderBy: { readonly id: "asc" };
  readonly take: number;
}

async function* linesOf<Row extends { readonly id: string }>(
  kind: ExportLine["kind"],
  read: (page: Page) => Promise<readonly Row[]>,
): AsyncGenerator<string> {
  let last: string | undefined;
  for (;;) {
    const where = last === undefined ? {} : { id: { gt: last } };
    const rows = await read({ where, orderBy: { id: "asc" }, take: PAGE });
    for (const row of rows)
      yield toLine({ shape: EXPORT_SHAPE.name, version: EXPORT_SHAPE.version, kind, [kind]: row });
    last = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

/** Whether a line of an export holds an article. */
export function isArticleLine(line: string): boolean {
  return line.startsWith(ARTICLE_LINE);
}

/** Two characters that JSON allows as they are end a line for some readers. */
function toLine(value: object): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
