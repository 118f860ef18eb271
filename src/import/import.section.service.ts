import type { Transaction } from "../database/client.js";
import { slugify } from "../lib/slug.js";
import type { CopyStory } from "@dateline/copy-reader";

/** What a story is filed under, as the newsroom has it. */
export interface Filing {
  /** The bare key of its section; null where none of its subjects is one. */
  readonly sectionId: string | null;
  /** The subject that is the section, as the copy names it. */
  readonly sectionName: string | null;
  /** The subjects that are no section. */
  readonly topics: readonly string[];
}

/**
 * The section of a story: the first of its subjects or categories that leads to a section of the newsroom. All others are
 * topics. An import makes no section.
 */
export async function fileStory(tx: Transaction, { topics = [] }: CopyStory): Promise<Filing> {
  const named = topics.map((name) => ({ name, slug: slugify(name) })).filter(({ slug }) => slug !== "");
  const slugs = named.map(({ slug }) => slug);
  const rows = slugs.length === 0 ? [] : await tx.sectionSlug.findMany({ where: { slug: { in: slugs } } });
  const sections = new Map(rows.map(({ slug, sectionId }) => [slug, sectionId]));
  const found = named.find(({ slug }) => sections.has(slug));
  return {
    sectionId: found ? (sections.get(found.slug) ?? null) : null,
    sectionName: found?.name ?? null,
    topics: named.filter((each) => each !== found).map(({ name }) => name),
  };
}
