import { z } from "zod";
import type { Position } from "./position.js";
import { ReaderAnswer, SharedAnswer } from "./shared-answer.js";

/** An answer with the state of the database that it was made of. */
export interface StoredAnswer {
  readonly answer: SharedAnswer;
  readonly from: Position;
}

/**
 * Where several servers share answers. Nothing has to be removed from it: who takes an answer asks the database whether
 * it is still right. So a store that fails, forgets or is behind makes reads slower and never wrong.
 */
export interface AnswerStore {
  get(name: string): Promise<StoredAnswer | null>;
  /** Does not wait, and never fails. */
  put(name: string, answer: SharedAnswer, from: Position): void;
  close(): Promise<void>;
}

const stored = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  name: z.string().nullable(),
  keys: z.array(z.string()),
  snapshot: z.string(),
  epoch: z.string(),
});

/** An answer as text. */
export function writeStored({ answer, from }: StoredAnswer): string {
  const { parts, keys, name } = answer;
  return JSON.stringify({ headers: parts.headers, body: parts.body, name, keys: [...keys], ...from } satisfies z.input<
    typeof stored
  >);
}

/** The answer of a text, or null when it is not one. */
export function readStored(text: string): StoredAnswer | null {
  const parsed = stored.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { headers, body, name, keys, snapshot, epoch } = parsed.data;
  return { answer: new SharedAnswer(new ReaderAnswer(headers, body), keys, name), from: { snapshot, epoch } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
