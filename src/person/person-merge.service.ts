import { noted } from "../auth/audit-note.js";
import { dryRun, record, refuse, type Work, write } from "../auth/work.js";
import { LostRace } from "../auth/race.js";
import type { Transaction } from "../database/client.js";
import { lockArticles, lockSharedRows } from "../database/row-locks.js";
import { Prisma } from "../generated/prisma/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { ConflictError, type UserError } from "../graphql/user-errors.js";
import { articlesOfNamesakes, mentionInArticle } from "./merged-mentions.service.js";
import type { MergedContent } from "./merged-content.type.js";
import type { DeletePersonInput, MergePersonsInput } from "./person.inputs.js";
import { lockPerson, type WrittenPerson } from "./person.service.js";

const { sql } = Prisma;

/**
 * Makes one person of two: every quote, mention, authorship, post, name, account and slug of the first leads to the second, in all
 * heads of all articles. Texts with a name that both had, which mentioned neither, mention the second. No article's version changes, because the articles do not change. `person` finds the remaining person under
 * the old id and slugs as well; `node` does not, for what it finds must have the id that was asked for.
 */
export async function mergePersons(work: Work, input: MergePersonsInput): Promise<MergedPerson | UserError> {
  const act = input.dryRun === true ? dryRun : write;
  return act(work, "mergePersons", async (tx) => {
    if (input.id === input.intoId) {
      refuse(new ConflictError("A person cannot be merged into themselves.", ["input", "intoId"], "SAME_OBJECT"));
    }
    const texts = await lockWithTexts(tx, input.id, input.intoId);
    const from = await lockPerson(tx, input.id, ["input", "id"]);
    const into = await lockPerson(tx, input.intoId, ["input", "intoId"]);
    const counts = await countContent(tx, from.id);
    await moveContent(tx, from.id, into.id);
    const identity = await moveIdentity(tx, from.id, into.id);
    await tx.personMerge.updateMany({ where: { intoId: from.id }, data: { intoId: into.id } });
    const merge = { id: from.id, name: from.name, intoId: into.id, mergedAt: work.clock.now() };
    await tx.personMerge.create({ data: merge, select: { id: true } });
    await tx.person.delete({ where: { id: from.id }, select: { id: true } });
    // A person without a portrait gets that of the other.
    const data = { portraitId: into.portraitId ?? from.portraitId, version: { increment: 1 } };
    await tx.person.update({ where: { id: into.id }, data, select: { id: true } });
    for (const article of texts.unlinked) await mentionInArticle(tx, article, into.id);
    const merged = noted("MERGED", [from.name, into.name], `${from.name} was merged into ${into.name}`);
    record(work, tx, "mergePersons", { type: "Person", id: into.id }, merged);
    const { articles, posts, unlinked } = texts;
    const lists = { articleCount: articles.length, postCount: posts.length, namesakeCount: unlinked.length };
    return { personId: into.id, merged: { ...counts, ...lists, ...identity } };
  });
}

/** The remaining person of a merge, and what the merge changed or would change. */
export interface MergedPerson extends WrittenPerson {
  readonly merged: MergedContent;
}

async function countContent(
  tx: Transaction,
  person: string,
): Promise<Pick<MergedContent, "quoteCount" | "writtenCount">> {
  // Raw for the distinct counts over all heads. It leans on the indexes by person.
  const rows = await tx.$queryRaw<{ quoteCount: number; writtenCount: number }[]>(sql`
    SELECT (SELECT count(DISTINCT id)::int FROM quote WHERE speaker_id = ${person}::uuid) AS "quoteCount",
      (SELECT count(DISTINCT article_id)::int FROM article_author WHERE person_id = ${person}::uuid) AS "writtenCount"`);
  return rows[0] ?? { quoteCount: 0, writtenCount: 0 };
}

/** Bare keys of what the merge or deletion of a person changes. */
interface Texts {
  /** The articles that quote or mention the person, or that the person wrote, in any head. */
  readonly articles: readonly string[];
  /** The posts that the person wrote. */
  readonly posts: readonly string[];
  /** The articles that may name both persons of a merge and mention neither of them. */
  readonly unlinked: readonly string[];
}

async function textsOf(tx: Transaction, person: string, into: string | undefined): Promise<Texts> {
  // Raw for one statement over all tables. It uses their indexes by person.
  const key = sql`${person}::uuid`;
  const rows = await tx.$queryRaw<{ articles: string[]; posts: string[] }[]>(sql`
    SELECT ARRAY(
      SELECT article_id FROM quote WHERE speaker_id = ${key} UNION SELECT article_id FROM mention WHERE person_id = ${key}
      UNION SELECT article_id FROM appearance WHERE person_id = ${key}
      UNION SELECT article_id FROM article_author WHERE person_id = ${key}) AS articles,
    ARRAY(SELECT id FROM embedded_post WHERE author_id = ${key}) AS posts`);
  const unlinked = into === undefined ? [] : await articlesOfNamesakes(tx, person, into);
  return { articles: rows[0]?.articles ?? [], posts: rows[0]?.posts ?? [], unlinked };
}

/** The key in a person's id; lockPerson refuses an id of anything else. */
function keysOf(id: string): readonly string[] {
  const key = decodeNodeId(id);
  return key?.type === "Person" ? [key.uuid] : [];
}

/**
 * Locks a person for a deletion, or for a merge into another one: first the articles that quote or name the person and the
 * posts that the person wrote, since the rows of these change too. Returns the keys of all of them.
 *
 * @throws LostRace when another article or post refers to the person by now.
 */
async function lockWithTexts(tx: Transaction, id: string, intoId?: string): Promise<Texts> {
  const [key] = keysOf(id);
  if (key === undefined) return { articles: [], posts: [], unlinked: [] };
  const [into] = intoId === undefined ? [] : keysOf(intoId);
  const before = await textsOf(tx, key, into);
  const articles = await lockArticles(tx, [...before.articles, ...before.unlinked]);
  const shared = { EmbeddedPost: before.posts, Person: into === undefined ? [key] : [key, into] };
  const locked = await lockSharedRows(tx, shared, { EmbeddedPost: "UPDATE", Person: "UPDATE" });
  const now = await textsOf(tx, key, into);
  if ([...now.articles, ...now.posts, ...now.unlinked].some((each) => !articles.has(each) && !locked.has(each))) {
    throw new LostRace("Another article or post refers to the person.");
  }
  return now;
}

async function moveContent(tx: Transaction, from: string, into: string): Promise<void> {
  await tx.quote.updateMany({ where: { speakerId: from }, data: { speakerId: into } });
  await tx.mention.updateMany({ where: { personId: from }, data: { personId: into } });
  await tx.embeddedPost.updateMany({ where: { authorId: from }, data: { authorId: into, version: { increment: 1 } } });
  // Raw because an article in which both appear keeps one row, at the earlier place. It uses the key by article.
  await tx.$executeRaw(sql`
    UPDATE appearance kept SET position = least(kept.position, gone.position), is_speaker = kept.is_speaker OR gone.is_speaker
    FROM appearance gone
    WHERE gone.article_id = kept.article_id AND gone.head = kept.head
      AND gone.person_id = ${from}::uuid AND kept.person_id = ${into}::uuid`);
  await tx.$executeRaw(sql`
    UPDATE appearance SET person_id = ${into}::uuid WHERE person_id = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM appearance kept
      WHERE kept.article_id = appearance.article_id AND kept.head = appearance.head AND kept.person_id = ${into}::uuid)`);
  await moveAuthorships(tx, from, into);
}

/** Where both are authors, one row is left, at the earlier place. Raw as above. */
async function moveAuthorships(tx: Transaction, from: string, into: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE article_author kept
    SET position = least(kept.position, gone.position), role = coalesce(kept.role, gone.role)
    FROM article_author gone
    WHERE gone.article_id = kept.article_id AND gone.head = kept.head
      AND gone.person_id = ${from}::uuid AND kept.person_id = ${into}::uuid`);
  await tx.$executeRaw(sql`
    DELETE FROM article_author gone USING article_author kept
    WHERE gone.article_id = kept.article_id AND gone.head = kept.head
      AND gone.person_id = ${from}::uuid AND kept.person_id = ${into}::uuid`);
  await tx.articleAuthor.updateMany({ where: { personId: from }, data: { personId: into } });
}

async function moveIdentity(
  tx: Transaction,
  from: string,
  into: string,
): Promise<Pick<MergedContent, "aliases" | "accountCount">> {
  await tx.personSlug.updateMany({ where: { personId: from }, data: { personId: into } });
  const accounts = await tx.socialAccount.count({ where: { personId: into } });
  const moved = await tx.socialAccount.updateMany({
    where: { personId: from },
    data: { personId: into, position: { increment: accounts } },
  });
  const [kept, gone] = await Promise.all([
    tx.personName.findMany({ where: { personId: into }, orderBy: { position: "asc" } }),
    tx.personName.findMany({ where: { personId: from }, orderBy: { position: "asc" } }),
  ]);
  const known = new Set(kept.map(({ folded }) => folded));
  const added = gone.filter(({ folded }) => !known.has(folded));
  const next = (kept.at(-1)?.position ?? -1) + 1;
  await tx.personName.createMany({
    data: added.map(({ name, folded }, at) => ({ personId: into, name, folded, position: next + at })),
  });
  return { aliases: added.map(({ name }) => name), accountCount: moved.count };
}

/**
 * Deletes a person who is not quoted and wrote no article: neither in what readers see, nor a draft, nor what is in the trash, for all of that
 * can be published unchanged. Revisions contain the
 * person as they were, and restoring one reports who is deleted.
 * Mentions and authorships of the person are let go, and the slugs are free again.
 */
export async function deletePerson(work: Work, input: DeletePersonInput): Promise<WrittenPerson | UserError> {
  return write(work, "deletePerson", async (tx) => {
    await lockWithTexts(tx, input.id);
    const person = await lockPerson(tx, input.id, ["input", "id"]);
    const quotes = await tx.quote.count({ where: { speakerId: person.id } });
    if (quotes > 0)
      refuse(
        new ConflictError(
          `${person.name} is quoted; take the person off those quotes first.`,
          ["input", "id"],
          "PERSON_IS_QUOTED",
        ),
      );
    const authorships = await tx.articleAuthor.count({ where: { personId: person.id } });
    if (authorships > 0) {
      const message = `${person.name} is an author of articles; take the person off those articles first.`;
      refuse(new ConflictError(message, ["input", "id"], "PERSON_IS_AUTHOR"));
    }
    const written = { authorId: person.id };
    await tx.embeddedPost.updateMany({ where: written, data: { authorId: null, version: { increment: 1 } } });
    await tx.person.delete({ where: { id: person.id }, select: { id: true } });
    record(work, tx, "deletePerson", { type: "Person", id: person.id }, person.name);
    return { personId: person.id };
  });
}
