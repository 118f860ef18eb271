import type { Messages } from "./catalogue.ts";
import type { Formats } from "./formats.ts";

/** How something is said in the language of the interface, outside of what is rendered. */
export interface Spoken extends Messages {
  readonly language: string;
  readonly format: Formats;
}

/** Why the server refuses something. */
export interface ServerRefusal {
  readonly code: string | null;
  /** The server's own words, in English. */
  readonly message: string;
  /** The rule that is violated. */
  readonly reason?: string | null | undefined;
  /** What the rule or the code is about, as the server has it. */
  readonly limit?: number | null | undefined;
  readonly count?: number | undefined;
  readonly state?: string | undefined;
  readonly moment?: string | undefined;
}

let spoken: Spoken | null = null;

/** Sets the language in which refusals are worded from now on. */
export function speak(words: Spoken): void {
  spoken = words;
}

/** The codes that say so little by themselves that the server's words are shown too. */
const VAGUE: ReadonlySet<string> = new Set(["VALIDATION", "CONFLICT", "BAD_USER_INPUT"]);

/**
 * Why something is refused, in the language of the interface: the rule, where the server names one that is known here;
 * otherwise what kind of refusal it is, and of the vague kinds the server's words too.
 */
export function wordedRefusal({ code, message, reason, limit, count = 0, state = "", moment }: ServerRefusal): string {
  if (!spoken || spoken.language === "en") return message;
  const { worded, format } = spoken;
  const values = {
    message,
    count,
    limit: limit ?? 0,
    size: format.bytes(limit ?? 0),
    state: worded(`state.${state}`) ?? state,
    moment: moment === undefined ? "" : format.momentZoned(moment),
  };
  // A newer server may have further reasons.
  const rule = reason ? worded(`refusal.reason.${reason}`, values) : null;
  if (rule !== null) return rule;
  const lead = code === null ? null : worded(`refusal.code.${code}`, values);
  if (lead === null) return message;
  return VAGUE.has(code ?? "") ? `${lead} \u2068${message}\u2069`.trim() : lead;
}
