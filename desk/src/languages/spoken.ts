import type { IssueReason } from "../api/generated/graphql.ts";
import type { Messages } from "./catalogue.ts";

/** How something is said in the language of the interface, outside of what is rendered. */
export interface Spoken extends Messages {
  readonly language: string;
}

/** Why the server refuses something. */
export interface ServerRefusal {
  readonly code: string | null;
  /** The server's own words, in English. */
  readonly message: string;
  readonly reason?: IssueReason | null;
  readonly limit?: number | null;
}

let spoken: Spoken | null = null;

/** Sets the language in which refusals are worded from now on. */
export function speak(words: Spoken): void {
  spoken = words;
}

/**
 * Why something is refused, in the language of the interface: the rule, where the server names one that is known here;
 * otherwise what kind of refusal it is, and the server's words.
 */
export function wordedRefusal({ code, message, reason, limit }: ServerRefusal): string {
  if (!spoken || spoken.language === "en") return message;
  const { worded } = spoken;
  // A newer server may have further reasons.
  const rule = reason ? worded(`refusal.reason.${reason}`, { limit: limit ?? 0 }) : null;
  if (rule !== null) return rule;
  const lead = code === null ? null : worded(`refusal.code.${code}`);
  return lead === null ? message : `${lead} \u2068${message}\u2069`.trim();
}
