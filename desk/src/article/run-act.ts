import { assertNever } from "../../../src/lib/assert-never.ts";
import {
  ApproveItDocument,
  type ArticleAct,
  type ArticleToEditFragment,
  type CorrectionInput,
  KillItDocument,
  type ObstacleToShowFragment,
  PublishItDocument,
  RejectItDocument,
  ScheduleItDocument,
  SubmitItDocument,
  TrashItDocument,
  UnpublishItDocument,
  UnscheduleItDocument,
} from "../api/generated/graphql.ts";
import { type Outcome, refusedBy, type RefusedError } from "../api/refused.ts";
import { request } from "../api/request.ts";

/** What an act needs besides the article. */
export interface ActWords {
  readonly reason?: string;
  readonly publishAt?: string;
  readonly correction?: CorrectionInput;
  readonly overrideReason?: string;
}

/** What came of an act. */
export type ActOutcome =
  | { readonly kind: "done"; readonly article: ArticleToEditFragment | null }
  | { readonly kind: "obstacles"; readonly obstacles: readonly ObstacleToShowFragment[] }
  | { readonly kind: "refused"; readonly error: RefusedError };

/** The acts of the workflow; writing is none of them. */
export type WorkflowAct = Exclude<ArticleAct, "EDIT" | "RESTORE">;

interface ActResult extends Outcome {
  readonly article?: ArticleToEditFragment;
  readonly obstacles?: readonly ObstacleToShowFragment[];
}

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Sends an act; a union of results is read by what its members have. */
async function send(act: WorkflowAct, target: Target, words: ActWords): Promise<{ readonly result: ActResult }> {
  const { reason = "", publishAt = "", correction, overrideReason } = words;
  const override = overrideReason === undefined ? {} : { overrideReason };
  switch (act) {
    case "SUBMIT":
      return request(SubmitItDocument, { input: target });
    case "APPROVE":
      return request(ApproveItDocument, { input: target });
    case "REJECT":
      return request(RejectItDocument, { input: { ...target, reason } });
    case "PUBLISH":
      return request(PublishItDocument, { input: { ...target, ...override, ...(correction && { correction }) } });
    case "SCHEDULE":
      return request(ScheduleItDocument, { input: { ...target, ...override, publishAt } });
    case "UNSCHEDULE":
      return request(UnscheduleItDocument, { input: target });
    case "UNPUBLISH":
      return request(UnpublishItDocument, { input: { ...target, ...(reason !== "" && { reason }) } });
    case "KILL":
      return request(KillItDocument, { input: { ...target, reason } });
    case "DELETE":
      return request(TrashItDocument, { input: target });
    default:
      return assertNever(act);
  }
}

/** Does an act of the workflow on the version that is on the screen. */
export async function runAct(act: WorkflowAct, target: Target, words: ActWords): Promise<ActOutcome> {
  const { result } = await send(act, target, words);
  if (result.obstacles) return { kind: "obstacles", obstacles: result.obstacles };
  if (result.message !== undefined) return { kind: "refused", error: refusedBy(result) };
  return { kind: "done", article: result.article ?? null };
}
