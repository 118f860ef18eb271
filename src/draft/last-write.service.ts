import { NEUTRAL_ACTS } from "../auth/acts.js";
import type { Transaction } from "../database/client.js";
import type { LastWrite } from "./article.errors.js";

/** The newest write to an article, as the audit log has it; null when the log has none. */
export function readLastWrite(tx: Transaction, articleId: string): Promise<LastWrite | null> {
  return tx.auditEntry.findFirst({
    where: { subjectId: articleId, act: { notIn: [...NEUTRAL_ACTS] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actor: true, at: true },
  });
}
