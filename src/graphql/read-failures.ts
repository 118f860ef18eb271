import { OversizedAnswerError } from "../database/row-types.js";
import { codeOf } from "../database/startup-error.js";
import { BadInputError, QueryTimeoutError } from "./errors.js";
import { LimitError } from "./limit-error.js";

/** PostgreSQL's code for a text that no text can be: the one character that it does not take is NUL. */
const NOT_A_TEXT = "22021";

/** PostgreSQL's code for a statement that it cancelled. */
const CANCELLED = "57014";

/**
 * Throws what a caller reads of a statement that failed for what was asked, and any other error as it is.
 *
 * @throws BadInputError, QueryTimeoutError or LimitError.
 */
export function explainReadFailure(error: unknown): never {
  if (error instanceof OversizedAnswerError) {
    const message = `The answer is too large: ${error.bytes} bytes, at most ${error.maxBytes} are allowed. Ask for a smaller page.`;
    throw new LimitError(message, "ANSWER_LIMIT_EXCEEDED", error.maxBytes, error.bytes);
  }
  if (codeOf(error) === CANCELLED) throw new QueryTimeoutError();
  // No text of the newsroom contains a NUL, so asking for one is a mistake of the caller, in whichever field.
  if (codeOf(error) === NOT_A_TEXT)
    throw new BadInputError("A text in the request holds the character U+0000.", "text");
  throw error;
}
