import type { Draft } from "../draft/draft-value.js";
import type { Transaction } from "../database/client.js";
import type { WorkflowPosition } from "../draft/workflow.js";

/** Where an article is in the workflow. */
export async function positionOf(
  tx: Transaction,
  { articleId, state }: Pick<Draft, "articleId" | "state">,
): Promise<WorkflowPosition> {
  const where = { id: articleId };
  const { firstPublishedAt } = await tx.article.findUniqueOrThrow({ where, select: { firstPublishedAt: true } });
  return { state, wasPublished: firstPublishedAt !== null };
}
