import type { z } from "zod";
import type { Transaction } from "../database/client.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { NodeType } from "../graphql/node-id.js";
import { dropUnseenReferences } from "./seen-references.service.js";
import { article, completeArticle } from "./article-tables.js";
import type { ExportedRow, ExportedTable, ModelsOf } from "./export.shape.js";
import { auditEntry, completeTopic, image, person, post, section, topic } from "./shared-tables.js";

/*
 * The tables of an export. Each is declared once, in shared-tables.ts or article-tables.ts, with the shapes of its columns and
 * the tables whose rows belong to it; EXPORTED_KINDS lists those that have lines of their own. Writing and restoring follow
 * these declarations. A column or table that is added has a default, because older exports lack it.
 */

/** The rows of one page of lines. */
export interface Page {
  readonly where: { readonly id?: { readonly gt: string } };
  readonly orderBy: { readonly id: "asc" };
  readonly take: number;
}

/** A kind of line: rows of one table with what belongs to them. */
export interface ExportedKind {
  readonly table: ExportedTable;
  /** What reads the row of a line; it brings rows of older exports into the form of today. */
  readonly shape: z.ZodType<ExportedRow>;
  /** The name of several rows in the output of the command. */
  readonly plural: string;
  /** The type of the rows, where their restoration is an event; null for what is history. */
  readonly subject: NodeType | null;
  /** Another property than the id by which a restored row is recognised. */
  readonly alsoKnownBy?: string;
  /** Whether only an export with drafts has these lines. */
  readonly isInternal: boolean;
  /** Reads a page of rows with their nested rows; without drafts, those that readers see. */
  readonly read: (tx: Transaction, page: Page, withDrafts: boolean) => Promise<readonly { readonly id: string }[]>;
}

const shown = { some: { head: "PUBLISHED" } } as const;
const seenPosts = { OR: [{ placements: shown }, { quotes: shown }] };
const seenPersons = {
  OR: [
    { appearances: shown },
    { quotes: shown },
    { mentions: shown },
    { written: shown },
    { posts: { some: seenPosts } },
  ],
};
const seenImages = { OR: [{ figures: shown }, { portraits: { some: seenPersons } }] };

/**
 * The kinds of lines in the order in which they are written and restored: what a row refers to by an id is in a kind before
 * it.
 */
export const EXPORTED_KINDS = {
  topic: {
    table: topic,
    shape: topic.shape.transform(completeTopic),
    plural: "topics",
    subject: "Topic",
    alsoKnownBy: "slug",
    isInternal: false,
    read: (tx, page, withDrafts) =>
      tx.topic.findMany({
        ...page,
        where: { ...page.where, ...(withDrafts ? {} : { articles: shown }) },
        include: { slugs: { orderBy: { slug: "asc" } }, merged: { orderBy: { id: "asc" } } },
      }),
  },
  section: {
    table: section,
    shape: section.shape,
    plural: "sections",
    subject: "Section",
    alsoKnownBy: "slug",
    isInternal: false,
    read: (tx, page) => (page.where.id ? Promise.resolve([]) : readSections(tx)),
  },
  image: {
    table: image,
    shape: image.shape,
    plural: "images",
    subject: "Image",
    alsoKnownBy: "contentHash",
    isInternal: false,
    read: (tx, page, withDrafts) =>
      tx.image.findMany({ ...page, where: { ...page.where, ...(withDrafts ? {} : seenImages) } }),
  },
  person: {
    table: person,
    shape: person.shape,
    plural: "persons",
    subject: "Person",
    isInternal: false,
    read: (tx, page, withDrafts) =>
      tx.person.findMany({
        ...page,
        where: { ...page.where, ...(withDrafts ? {} : seenPersons) },
        include: {
          names: { orderBy: { position: "asc" } },
          slugs: { orderBy: { slug: "asc" } },
          accounts: { orderBy: { position: "asc" } },
          merged: { orderBy: { id: "asc" } },
        },
      }),
  },
  post: {
    table: post,
    shape: post.shape,
    plural: "posts",
    subject: "EmbeddedPost",
    isInternal: false,
    read: (tx, page, withDrafts) =>
      tx.embeddedPost.findMany({
        ...page,
        where: { ...page.where, ...(withDrafts ? {} : seenPosts) },
        include: { captures: { orderBy: { number: "asc" } } },
      }),
  },
  article: {
    table: article,
    shape: article.shape.transform(completeArticle),
    plural: "articles",
    subject: "Article",
    isInternal: false,
    read: async (tx, page, withDrafts) => {
      const where = { ...page.where, ...(withDrafts ? {} : { heads: shown }) };
      const rows = await tx.article.findMany({ ...page, where, include: articleParts(withDrafts) });
      return withDrafts ? rows : dropUnseenReferences(tx, rows);
    },
  },
  auditEntry: {
    table: auditEntry,
    shape: auditEntry.shape,
    plural: "entries of the audit log",
    subject: null,
    isInternal: true,
    read: (tx, page) => tx.auditEntry.findMany(page),
  },
} as const satisfies Readonly<Record<string, ExportedKind>>;

/** All sections at once, each after the one that it belongs to. */
async function readSections(tx: Transaction): Promise<readonly { readonly id: string }[]> {
  const rows = await tx.section.findMany({
    orderBy: { id: "asc" },
    include: { slugs: { orderBy: { slug: "asc" } } },
  });
  const parents = new Map(rows.map(({ id: key, parentId }) => [key, parentId]));
  const depthOf = (key: string | null): number => (key === null ? 0 : 1 + depthOf(parents.get(key) ?? null));
  return rows.toSorted((a, b) => depthOf(a.id) - depthOf(b.id));
}

/** The name of a kind, which is also the property of its row in a line. */
export type ExportedKindName = keyof typeof EXPORTED_KINDS;

/** The kinds by name, in the order of the list. */
export const KINDS = Object.entries<ExportedKind>(EXPORTED_KINDS) as readonly (readonly [
  ExportedKindName,
  ExportedKind,
])[]; // Object.entries does not keep the keys in its type.

/** Of what readers do not see, the revisions that corrections rest on are exported: they were published. */
function articleParts(withDrafts: boolean) {
  const byPosition = { orderBy: { position: "asc" } } as const;
  const parts = {
    paragraphs: byPosition,
    placements: byPosition,
    quotes: { orderBy: { id: "asc" } },
    mentions: { orderBy: [{ paragraphId: "asc" }, { startOffset: "asc" }] },
    appearances: byPosition,
    topics: byPosition,
    figures: { orderBy: { id: "asc" } },
    authors: byPosition,
    related: byPosition,
  } as const satisfies Prisma.ArticleHeadInclude;
  return {
    slugs: { orderBy: { slug: "asc" }, ...(withDrafts ? {} : { where: { isPublic: true } }) },
    importKeys: { orderBy: { key: "asc" } },
    heads: { orderBy: { head: "asc" }, ...(withDrafts ? {} : { where: { head: "PUBLISHED" } }), include: parts },
    revisions: { orderBy: { number: "asc" }, ...(withDrafts ? {} : { where: { corrections: { some: {} } } }) },
    corrections: { orderBy: { id: "asc" } },
  } as const satisfies Prisma.ArticleInclude;
}

/** The tables that belong to one installation, and those of the search and of counts, which are made of the others. */
type NotExported =
  | "CacheChange"
  | "ListCount"
  | "CdnPurge"
  | "ApiToken"
  | "DeskSession"
  | "ArticlePresence"
  | "InstallationKey"
  | "IdempotencyKey"
  | "SearchDocument"
  | "SearchPending"
  | "SearchState"
  | "Event";

/** Does not compile when a table is neither exported nor listed above. */
type Nothing<Missing extends never> = Missing;
type Exported = ModelsOf<(typeof EXPORTED_KINDS)[ExportedKindName]["table"]>;
export type UndeclaredTables = Nothing<Exclude<Prisma.ModelName, Exported | NotExported>>;
