import { type AuditDetail, noted } from "../auth/audit-note.js";
import { allows } from "../auth/acts.js";
import type { Actor } from "../auth/role.js";
import type { Draft } from "../draft/draft-value.js";
import { ForbiddenError } from "../graphql/user-errors.js";
import { type Issues, RULES } from "../validation/issues.js";

/** The fields of an update that set an embargo. */
export interface EmbargoInput {
  readonly embargoedUntil?: Date | null | undefined;
  readonly embargoReason?: string | null | undefined;
}

/** What is needed to judge a new embargo. */
interface EmbargoChange {
  readonly actor: Actor;
  readonly now: Date;
  readonly issues: Issues;
  /** Keeps a sentence in the audit log. */
  readonly note: (noted: AuditDetail) => void;
}

const MOMENT_PATH = ["input", "embargoedUntil"];
const REASON_PATH = ["input", "embargoReason"];

/**
 * The embargo of an article after an update. An embargo that has not passed is moved earlier or removed by those who may
 * publish, with a reason that the audit log keeps. An article that readers see gets no new one.
 *
 * Returns the error where the actor may not lift the embargo.
 */
export function readEmbargo(
  { embargoedUntil, embargoReason }: EmbargoInput,
  { embargoedUntil: before, state }: Pick<Draft, "embargoedUntil" | "state">,
  { actor, now, issues, note }: EmbargoChange,
): Date | null | ForbiddenError {
  const reason = issues.optionalText(embargoReason, REASON_PATH, RULES.note);
  if (embargoedUntil === undefined || embargoedUntil?.getTime() === before?.getTime()) return before;
  if (state === "PUBLISHED" && embargoedUntil !== null && embargoedUntil > now) {
    issues.add(MOMENT_PATH, "Readers see the article already; unpublish it before you put it under an embargo.", {
      reason: "ALREADY_PUBLISHED",
    });
  }
  const isLifted = before !== null && before > now && (embargoedUntil === null || embargoedUntil < before);
  if (!isLifted) return embargoedUntil;
  if (!allows(actor, "publishArticle")) {
    return new ForbiddenError(
      "An EDITOR or ADMIN has to lift an embargo before it has passed.",
      MOMENT_PATH,
      "EMBARGO",
    );
  }
  if (reason === null) {
    const message = "Lifting an embargo before it has passed needs a reason, which the audit log keeps.";
    issues.add(REASON_PATH, message, { reason: "REASON_REQUIRED" });
  }
  note(lifted(before.toISOString(), embargoedUntil?.toISOString() ?? null, reason ?? ""));
  return embargoedUntil;
}

/** What the audit log notes of an embargo that is lifted before it has passed. */
function lifted(before: string, after: string | null, reason: string): AuditDetail {
  return after === null
    ? noted("EMBARGO_REMOVED", [before, reason], `The embargo until ${before} was removed: ${reason}`)
    : noted("EMBARGO_MOVED", [before, after, reason], `The embargo until ${before} was moved to ${after}: ${reason}`);
}
