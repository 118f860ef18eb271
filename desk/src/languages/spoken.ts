import type { IssueReason } from "../api/generated/graphql.ts";
import type { Translate } from "./catalogue.ts";

/** How something is said in the language of the interface, outside of what is rendered. */
export interface Spoken {
  readonly language: string;
  readonly t: Translate;
  /** The message of a key that may be none of the catalogue's; null where it is none. */
  readonly find: (key: string) => string | null;
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
  const { t, find } = spoken;
  // A newer server may have further reasons.
  if (reason && find(`refusal.reason.${reason}`) !== null) {
    const hasLimit = reason === "TOO_LONG" || reason === "NOT_A_SLUG";
    return hasLimit ? t(`refusal.reason.${reason}`, { limit: limit ?? 0 }) : t(`refusal.reason.${reason}`);
  }
  const lead = code === null ? null : find(`refusal.code.${code}`);
  return lead === null ? message : `${lead} \u2068${message}\u2069`.trim();
}
