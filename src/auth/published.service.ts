import type { Transaction } from "../database/client.js";
import { ForbiddenError } from "../graphql/user-errors.js";
import { refuse, type Work } from "./work.js";

/** Persons and posts stand outside the heads: what changes of them, readers see at once. */
type Shared = "person" | "post";

/** Whether something stands in what readers see now. */
export async function isBeforeReaders(tx: Transaction, what: Shared, id: string): Promise<boolean> {
  const head = "PUBLISHED";
  const found =
    what === "person"
      ? [await tx.appearance.findFirst({ where: { personId: id, head }, select: { personId: true } })]
      : [
          await tx.placement.findFirst({ where: { postId: id, head }, select: { postId: true } }),
          await tx.quote.findFirst({ where: { sourceId: id, head }, select: { id: true } }),
        ];
  return found.some((row) => row !== null);
}

/**
 * Refuses an author who would change a person or post that stands before readers: an author's work is seen by an editor
 * before readers see it.
 */
export async function expectUnpublished(work: Work, tx: Transaction, what: Shared, id: string): Promise<void> {
  if (work.actor.role !== "AUTHOR" || !(await isBeforeReaders(tx, what, id))) return;
  refuse(
    new ForbiddenError(`The ${what} stands before readers: an EDITOR or ADMIN has to make this change.`, [
      "input",
      "id",
    ]),
  );
}
