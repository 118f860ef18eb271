import { noted } from "../auth/audit-note.js";
import { TransitionError } from "../draft/article.errors.js";
import { forbids } from "../auth/acts.js";
import { installationKey } from "../auth/installation-key.service.js";
import { PREVIEW_KEY, signPreview } from "../auth/preview.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, type UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";

const DEFAULT_MINUTES = 24 * 60;
const MAX_MINUTES = 30 * 24 * 60;

/** A token and when it stops working. */
export interface Preview {
  readonly token: string;
  readonly expiresAt: Date;
  /** The slug of the draft that it opens, and its section. */
  readonly slug: string;
  readonly section: { readonly slug: string } | null;
}

/**
 * Makes a token that lets its holder read the draft of one article, and no other unpublished content. Refused for
 * a killed article, whose draft a token does not open.
 */
export async function createPreviewToken(
  work: Work,
  input: { readonly articleId: string; readonly expiresInMinutes?: number | null | undefined },
): Promise<Preview | UserError> {
  // Checked before the key is made, so that a refused request writes nothing.
  const denied = forbids(work.actor, "createPreviewToken");
  if (denied) return denied;
  const key = await installationKey(work.database, PREVIEW_KEY);
  return write(work, "createPreviewToken", async (tx) => {
    const minutes = readMinutes(input.expiresInMinutes);
    const head = await findDraft(tx, input.articleId);
    if (!head) return refuse(new NotFoundError("There is no article of this id.", ["input", "articleId"]));
    if (head.article.state === "KILLED") refuse(new TransitionError("a preview", "KILLED", []));
    const expiresAt = new Date(work.clock.now().getTime() + minutes * 60_000);
    record(
      work,
      tx,
      "createPreviewToken",
      { type: "Article", id: head.articleId, version: head.version },
      noted("LINK_UNTIL", [expiresAt.toISOString()], `until ${expiresAt.toISOString()}`),
    );
    return { token: signPreview(head.articleId, expiresAt, key), expiresAt, slug: head.slug, section: head.section };
  });
}

function readMinutes(given: number | null | undefined): number {
  const minutes = given ?? DEFAULT_MINUTES;
  if (minutes >= 1 && minutes <= MAX_MINUTES) return minutes;
  const message = `It must be from 1 to ${MAX_MINUTES}, but is ${minutes}.`;
  return refuse(
    new ValidationError([new ValidationIssue(["input", "expiresInMinutes"], message, { reason: "OUT_OF_RANGE" })]),
  );
}

/** What a preview needs of the draft of an article; null where there is none. */
async function findDraft(tx: Transaction, id: string) {
  const found = decodeNodeId(id);
  if (found?.type !== "Article") return null;
  return tx.articleHead.findUnique({
    where: { articleId_head: { articleId: found.uuid, head: "DRAFT" } },
    select: {
      articleId: true,
      version: true,
      slug: true,
      section: { select: { slug: true } },
      article: { select: { state: true } },
    },
  });
}
