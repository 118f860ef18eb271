import { personsNamed } from "../person/named-persons.service.js";
import { LostRace } from "../auth/race.js";
import type { Transaction } from "../database/client.js";
import { lockPersons, lockPosts, type LockStrength } from "../database/row-locks.js";
import { Prisma } from "../generated/prisma/client.js";
import { type NamedPerson, nameCandidates } from "../person/person.mentions.js";
import { type DraftElement, paragraphsOf } from "./draft-value.js";
import type { ReferencedType } from "../embedded-post/references.js";
import type { Head } from "./head.js";
import { keysReferredTo, referringColumns } from "./quote-fields.js";

const { join, raw, sql } = Prisma;

/*
 * Posts and persons belong to the newsroom, not to an article. Every write of an article's text locks those that the
 * text refers to before it writes a row, and reads them again under the lock. So a quote is never compared with a text
 * that another writer is replacing, and no post or person is deleted or merged under a quote.
 */

/** Bare keys of rows that texts refer to. */
export interface SharedKeys {
  readonly posts: readonly string[];
  readonly persons: readonly string[];
}

/** The posts that a body places or quotes. */
function postsOf(body: readonly DraftElement[]): readonly string[] {
  return body.flatMap((element) =>
    element.kind === "post" ? [element.id] : keysReferredTo("EmbeddedPost", element.quotes),
  );
}

/** The persons that the quotes of a body refer to. */
function personsOf(body: readonly DraftElement[]): readonly string[] {
  return paragraphsOf(body).flatMap(({ quotes }) => keysReferredTo("Person", quotes));
}

/** What a body refers to by key. */
export function sharedBy(body: readonly DraftElement[]): SharedKeys {
  return { posts: postsOf(body), persons: personsOf(body) };
}

/**
 * Locks all that some bodies of one article refer to, and `more`, in the order that row-locks.ts states: their posts, then the
 * persons that they quote or may name. Returns these persons with their names.
 *
 * @throws LostRace when one of them is deleted or merged meanwhile; the write runs again and reads what is there now.
 */
export async function lockShared(
  tx: Transaction,
  bodies: readonly (readonly DraftElement[])[],
  more: SharedKeys = { posts: [], persons: [] },
  strengthOfPosts: LockStrength = "SHARE",
): Promise<readonly NamedPerson[]> {
  const all = bodies.flat();
  const quoted = personsOf(all);
  const texts = paragraphsOf(all).map(({ text }) => text);
  const named = await personsNamed(tx, nameCandidates(texts), quoted);
  const posts = [...postsOf(all), ...more.posts];
  const persons = [...quoted, ...more.persons, ...named.map(({ id }) => id)];
  expectAll(posts, await lockPosts(tx, posts, strengthOfPosts));
  expectAll(persons, await lockPersons(tx, persons, "SHARE"));
  return named;
}

function expectAll(keys: readonly string[], found: ReadonlySet<string>): void {
  const gone = keys.find((key) => !found.has(key));
  if (gone !== undefined) throw new LostRace(`The row ${gone} is deleted or merged.`);
}

function keysInQuotes(type: ReferencedType, articleId: string, head: Head): Prisma.Sql {
  const selects = referringColumns(type).map(
    (column) => sql`
      SELECT ${raw(column)} FROM quote
      WHERE article_id = ${articleId}::uuid AND head = ${head} AND ${raw(column)} IS NOT NULL`,
  );
  return join(selects, " UNION ");
}

/**
 * Locks the posts and persons that the rows of a head refer to, before the rows are copied: a concurrent change of a post then
 * finds the copies, or has changed the rows before. The article is locked already.
 */
export async function lockSharedOfHead(tx: Transaction, articleId: string, head: Head): Promise<void> {
  // Raw for one statement over all tables of the head. It leans on their indexes by article and head.
  const rows = await tx.$queryRaw<{ posts: string[]; persons: string[] }[]>(sql`
    SELECT ARRAY(
      ${keysInQuotes("EmbeddedPost", articleId, head)}
      UNION SELECT post_id FROM placement WHERE article_id = ${articleId}::uuid AND head = ${head}) AS posts,
    ARRAY(
      ${keysInQuotes("Person", articleId, head)}
      UNION SELECT person_id FROM mention WHERE article_id = ${articleId}::uuid AND head = ${head}
      UNION SELECT person_id FROM appearance WHERE article_id = ${articleId}::uuid AND head = ${head}) AS persons`);
  const { posts, persons } = rows[0] ?? { posts: [], persons: [] };
  await lockPosts(tx, posts, "SHARE");
  await lockPersons(tx, persons, "SHARE");
}
