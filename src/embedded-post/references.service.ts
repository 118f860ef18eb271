import type { Transaction } from "../database/client.js";
import type { Found, References } from "./references.js";

/** Looks up all that an input refers to, in one statement for each type that it refers to. */
export async function findReferences(tx: Transaction, references: References): Promise<Found> {
  const [personIds, postIds] = [references.keys("Person"), references.keys("EmbeddedPost")];
  const persons =
    personIds.length === 0
      ? []
      : await tx.person.findMany({ where: { id: { in: personIds } }, select: { id: true, role: true } });
  const posts =
    postIds.length === 0
      ? []
      : await tx.embeddedPost.findMany({ where: { id: { in: postIds } }, select: { id: true } });
  return {
    persons: new Map(persons.map(({ id, role }) => [id, role])),
    posts: new Set(posts.map(({ id }) => id)),
  };
}
