import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { ForbiddenError } from "../graphql/user-errors.js";
import { refuse, type Work } from "./work.js";

const { sql } = Prisma;

/** Persons, posts, images and topics are outside the heads: a change of them reaches readers at once. */
type Shared = "person" | "post" | "image" | "topic";

/** Texts that an editor has approved: what readers see or will see, and drafts that are ready, in the trash or not. */
const APPROVED = sql`(r.head IN ('PUBLISHED', 'SCHEDULED') OR EXISTS (
  SELECT 1 FROM article a WHERE a.id = r.article_id AND a.state IN ('READY', 'SCHEDULED')))`;

/** The condition that a post is placed in, or is evidence for, an approved text. */
function isPostApproved(post: Prisma.Sql): Prisma.Sql {
  return sql`(EXISTS (SELECT 1 FROM placement r WHERE r.post_id = ${post} AND ${APPROVED})
    OR EXISTS (SELECT 1 FROM quote r WHERE r.source_id = ${post} AND ${APPROVED}))`;
}

/** The condition that a person is quoted or mentioned in an approved text, is its author, or wrote a post that is part of it. */
function isPersonApproved(person: Prisma.Sql): Prisma.Sql {
  return sql`(EXISTS (SELECT 1 FROM appearance r WHERE r.person_id = ${person} AND ${APPROVED})
    OR EXISTS (SELECT 1 FROM article_author r WHERE r.person_id = ${person} AND ${APPROVED})
    OR EXISTS (SELECT 1 FROM embedded_post e WHERE e.author_id = ${person} AND ${isPostApproved(sql`e.id`)}))`;
}

/** The condition that an image is shown in an approved text, or is the portrait of a person who is part of one. */
function isImageApproved(image: Prisma.Sql): Prisma.Sql {
  return sql`(EXISTS (SELECT 1 FROM figure r WHERE r.image_id = ${image} AND ${APPROVED})
    OR EXISTS (SELECT 1 FROM person p WHERE p.portrait_id = ${image} AND ${isPersonApproved(sql`p.id`)}))`;
}

/** The condition that an approved text is filed under a topic. */
function isTopicApproved(topic: Prisma.Sql): Prisma.Sql {
  return sql`EXISTS (SELECT 1 FROM article_topic r WHERE r.topic_id = ${topic} AND ${APPROVED})`;
}

const CONDITIONS = {
  person: isPersonApproved,
  post: isPostApproved,
  image: isImageApproved,
  topic: isTopicApproved,
} as const satisfies Readonly<Record<Shared, (key: Prisma.Sql) => Prisma.Sql>>;

/**
 * Whether an editor has approved a text that a post, person or image is part of, or that is filed under a topic.
 *
 * Raw for one statement over all ways. It uses the tables' indexes by person, by post, by image and by topic.
 */
export async function isApproved(tx: Transaction, what: Shared, id: string): Promise<boolean> {
  const condition = CONDITIONS[what](sql`${id}::uuid`);
  const rows = await tx.$queryRaw<{ approved: boolean }[]>(sql`SELECT ${condition} AS approved`);
  return rows[0]?.approved ?? false;
}

/** Refuses a change by an author to a person, post or image of an approved text: readers would see it without an editor. */
export async function expectUnapproved(work: Work, tx: Transaction, what: Shared, id: string): Promise<void> {
  if (work.actor.role !== "AUTHOR" || !(await isApproved(tx, what, id))) return;
  const message = `The ${what} is part of an article that is approved, scheduled or published: an EDITOR or ADMIN has to make this change.`;
  refuse(new ForbiddenError(message, ["input", "id"], "APPROVED_TEXT"));
}
