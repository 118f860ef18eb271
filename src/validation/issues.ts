import { canonicalLanguage, isBlank, LONGEST_PART, textFault } from "@dateline/copy-reader/text";
import { decodeNodeId, type NodeType } from "../graphql/node-id.js";
import { type IssueFacts, ValidationError, ValidationIssue } from "../graphql/user-errors.js";

/** The way to a field of an input. */
export type Path = readonly string[];

/** How long a text may be, and whether it is one line. */
export interface TextRule {
  /** The most UTF-16 code units. */
  readonly max: number;
  /** White space of all kinds becomes single spaces where the text is one line; line feeds are kept where it is not. */
  readonly isMultiline?: boolean;
}

const DAY_MS = 86_400_000;

/** The day that is this many days from today in UTC. */
export function latestDay(now: Date, daysAhead = 1): string {
  return new Date(now.getTime() + daysAhead * DAY_MS).toISOString().slice(0, 10);
}

/** The longest values of the fields of the newsroom, in UTF-16 code units. */
export const RULES = {
  headline: { max: 500 },
  standfirst: { max: 2000 },
  line: { max: 300 },
  note: { max: 5000, isMultiline: true },
  caption: { max: 2000, isMultiline: true },
  alt: { max: 1000 },
  paragraph: { max: LONGEST_PART, isMultiline: true },
  post: { max: LONGEST_PART, isMultiline: true },
} as const satisfies Readonly<Record<string, TextRule>>;

/**
 * Judges an input in one pass and keeps every issue, so that all are reported together. Its methods return the value as it
 * will be kept, or a harmless substitute after reporting an issue: the caller looks at `error` before it writes.
 */
export class Issues {
  readonly #issues: ValidationIssue[] = [];

  /** Reports that a rule is broken. */
  add(path: Path, message: string, facts: IssueFacts | null = null): void {
    this.#issues.push(new ValidationIssue(path, message, facts));
  }

  /** Reports the fields of an update that are null although every object of its type has them. */
  addCleared<Field extends string>(
    input: { readonly [Name in Field]?: unknown },
    fields: readonly Field[],
    type: string,
  ): void {
    for (const field of fields.filter((name) => input[name] === null)) {
      this.add(["input", field], `It cannot be cleared: every ${type} has one.`, { reason: "REQUIRED" });
    }
  }

  /** Reports a list that is too long; returns whether it is. */
  addTooMany(path: Path, list: string, found: readonly unknown[], entries: string, limit: number): boolean {
    const isTooLong = found.length > limit;
    if (isTooLong) {
      const message = `The ${list} has ${found.length} ${entries}, where at most ${limit} are allowed.`;
      this.add(path, message, { reason: "TOO_MANY", limit });
    }
    return isTooLong;
  }

  /** Reports an id that nothing has. */
  addUnknown(path: Path, type: NodeType): void {
    this.add(path, `There is no ${type} of this id.`, { reason: "UNKNOWN_ID" });
  }

  /** Everything that was reported, or null when the input is sound. */
  get error(): ValidationError | null {
    return this.#issues.length === 0 ? null : new ValidationError(this.#issues);
  }

  /** A text that must not be empty. A line break of any system counts as a line feed. */
  text(given: string, path: Path, rule: TextRule): string {
    const value = given.replaceAll(/\r\n?/g, "\n");
    const fault = textFault(value);
    if (fault) {
      this.add(path, `The text ${fault}.`, { reason: "INVALID_CHARACTERS" });
      return value;
    }
    const kept = (rule.isMultiline ? value : value.replaceAll(/\s+/gu, " ")).normalize("NFC").trim();
    if (isBlank(kept)) this.add(path, "The text must not be empty.", { reason: "EMPTY" });
    if (kept.length > rule.max) {
      const message = `The text has ${kept.length} characters, where at most ${rule.max} are allowed.`;
      this.add(path, message, { reason: "TOO_LONG", limit: rule.max });
    }
    return kept;
  }

  /** A text that may be absent or null; what shows nothing counts as null. */
  optionalText(value: string | null | undefined, path: Path, rule: TextRule): string | null {
    if (value === null || value === undefined) return null;
    return textFault(value.replaceAll("\r", "\n")) === null && isBlank(value) ? null : this.text(value, path, rule);
  }

  /**
   * A language in the usual spelling of its tag: `EN-us` is `en-US`. Tags that are well-formed but are none of Unicode's
   * languages, such as `x-private`, are reported: their words cannot be counted, nor their direction determined.
   */
  language(value: string, path: Path): string {
    const tag = canonicalLanguage(value);
    if (tag === null)
      this.add(path, `${JSON.stringify(value.slice(0, 80))} is not a language.`, { reason: "NOT_A_LANGUAGE" });
    return tag ?? "und";
  }

  /** A day at most `daysAhead` days from today in UTC; tomorrow is allowed, since it may have begun elsewhere. */
  day(day: string | null | undefined, path: Path, now: Date, daysAhead = 1): string | null {
    if (day === null || day === undefined) return null;
    const latest = latestDay(now, daysAhead);
    if (day > latest) {
      const message = `The day ${day} is in the future; the latest allowed is ${latest}.`;
      this.add(path, message, { reason: "DAY_IN_FUTURE" });
    }
    return day;
  }

  /** A moment that has come, or comes within a day. */
  moment(moment: Date | null | undefined, path: Path, now: Date): Date | null {
    if (moment === null || moment === undefined) return null;
    const isFuture = moment.getTime() > now.getTime() + DAY_MS;
    if (isFuture)
      this.add(path, `The moment ${moment.toISOString()} is in the future.`, { reason: "MOMENT_IN_FUTURE" });
    return moment;
  }

  /** The address of a page: http or https, without credentials. */
  url(value: string | null | undefined, path: Path): string | null {
    if (value === null || value === undefined) return null;
    const { protocol, username, password, href } = new URL(value);
    if (protocol !== "http:" && protocol !== "https:") {
      const message = `The address must begin with http:// or https://, not ${protocol}`;
      this.add(path, message, { reason: "ADDRESS_NOT_HTTP" });
    }
    if (username !== "" || password !== "")
      this.add(path, "The address must not hold a user name or password.", { reason: "ADDRESS_WITH_PASSWORD" });
    if (href.length > 2000)
      this.add(path, "The address is longer than 2000 characters.", { reason: "TOO_LONG", limit: 2000 });
    return href;
  }

  /** The key in a global id of a type; whether something has it is for the caller to see. */
  key(type: NodeType, id: string | null | undefined, path: Path): string | null {
    if (id === null || id === undefined) return null;
    const found = decodeNodeId(id);
    if (!found) this.add(path, `${JSON.stringify(id.slice(0, 80))} is not an id.`, { reason: "UNKNOWN_ID" });
    else if (found.type !== type)
      this.add(path, `The id must be that of a ${type}, but is that of a ${found.type}.`, { reason: "UNKNOWN_ID" });
    else return found.uuid;
    return null;
  }
}
