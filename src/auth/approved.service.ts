import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { ForbiddenError } from "../graphql/user-errors.js";
import { refuse, type Work } from "./work.js";

const { sql } = Prisma;

/** Persons and posts are outside the heads: a change of them reaches readers at once. */
type Shared = "person" | "post";

/** Texts that an editor has approved: what readers see or will see, and drafts that are ready, in the trash or not. */
const APPROVED = sql`(r.head IN ('PUBLISHED', 'SCHEDULED') OR EXISTS (
  SELECT 1 FROM article a WHERE a.id = r.article_id AND a.state IN ('READY', 'SCHEDULED')))`;

/** The condition that a post is placed in, or is evidence for, an approved text. */
function isPostApproved(post: Prisma.Sql): Prisma.Sql {
  return sql`(EXISTS (SELECT 1 FROM placement r WHERE r.post_id = ${post} AND ${APPROVED})
    OR EXISTS (SELECT 1 FROM quote r WHERE r.source_id = ${post} AND ${APPROVED}))`;
}

/**
 * Whether an editor has approved a text that a post or person is part of: a post that is placed or quoted there, a
 * person who is quoted or mentioned there or who wrote such a post.
 *
 * Raw for one statement over all ways. It leans on the tables' indexes by person and by post.
 */
export async function isApproved(tx: Transaction, what: Shared, id: string): Promise<boolean> {
  const key = sql`${id}::uuid`;
  const appears = sql`EXISTS (SELECT 1 FROM appearance r WHERE r.person_id = ${key} AND ${APPROVED})`;
  const wrote = sql`EXISTS (SELECT 1 FROM embedded_post e WHERE e.author_id = ${key} AND ${isPostApproved(sql`e.id`)})`;
  const condition = what === "post" ? isPostApproved(key) : sql`${appears} OR ${wrote}`;
  const rows = await tx.$queryRaw<{ approved: boolean }[]>(sql`SELECT ${condition} AS approved`);
  return rows[0]?.approved ?? false;
}

/** Refuses a change by an author to a person or post of an approved text: readers would see it without an editor. */
export async function expectUnapproved(work: Work, tx: Transaction, what: Shared, id: string): Promise<void> {
  if (work.actor.role !== "AUTHOR" || !(await isApproved(tx, what, id))) return;
  const message = `The ${what} is part of an article that is approved, scheduled or published: an EDITOR or ADMIN has to make this change.`;
  refuse(new ForbiddenError(message, ["input", "id"]));
}
