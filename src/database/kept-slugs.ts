import { Prisma } from "../generated/prisma/client.js";
import type { Transaction } from "./client.js";

const { raw, sql } = Prisma;

/*
 * Rows whose earlier slugs keep leading to them: each type has its own table of slugs. Raw because the table depends on
 * the row. The statements lean on the key of these tables.
 */

/** A table whose rows keep their slugs. */
type SluggedTable = "person" | "section" | "topic";

/** Lets a slug lead to a row, which exists. Returns false when it leads to another one. */
export async function keepSlug(tx: Transaction, table: SluggedTable, id: string, slug: string): Promise<boolean> {
  const [slugs, owner] = [raw(`${table}_slug`), raw(`${table}_id`)];
  await tx.$executeRaw(sql`
    INSERT INTO ${slugs} (slug, ${owner}) VALUES (${slug}, ${id}::uuid) ON CONFLICT DO NOTHING`);
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`SELECT ${owner} AS id FROM ${slugs} WHERE slug = ${slug}`);
  return rows[0]?.id === id;
}

/** Those of some slugs that lead to a row. */
export async function findKeptSlugs(
  tx: Transaction,
  table: SluggedTable,
  slugs: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>(sql`
    SELECT slug FROM ${raw(`${table}_slug`)} WHERE slug = ANY(${[...slugs]}::text[])`);
  return rows.map(({ slug }) => slug);
}
