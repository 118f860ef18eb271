import type { Act } from "../auth/acts.js";
import { writeOnce } from "../auth/idempotency.service.js";
import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { UserError } from "../graphql/user-errors.js";
import { WRITTEN_PART, type WrittenPart } from "./written.js";

/**
 * Makes a write of an article's part run once for each idempotency key; see writeOnce.
 *
 * @param count returns how many rows of the draft have the part that was written.
 */
export function writePartOnce<Input extends { readonly idempotencyKey?: string | null }>(
  act: Act,
  run: (work: Work, input: Input) => Promise<WrittenPart | UserError>,
  count: (tx: Transaction, part: WrittenPart) => Promise<number>,
): (work: Work, input: Input) => Promise<WrittenPart | UserError> {
  return (work, input) =>
    writeOnce(work, {
      act,
      input,
      shape: WRITTEN_PART,
      run: (joined) => run(joined, input),
      isThere: async (tx, part) => (await count(tx, part)) > 0,
    });
}
