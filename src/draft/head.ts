import { HEAD_LIST_TABLES } from "./head-lists.js";

/** A state in which the text of an article is kept: see the tables' documentation. */
export type Head = "DRAFT" | "PUBLISHED" | "SCHEDULED" | "TRASH";

/** The tables whose rows belong to a head, each after those it refers to. */
export const HEAD_TABLES = [
  "article_head",
  ...HEAD_LIST_TABLES,
  "paragraph",
  "placement",
  "figure",
  "quote",
  "mention",
  "appearance",
] as const;
