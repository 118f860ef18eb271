import { readHandle } from "./handle.parse.js";
import type { PostPlatform } from "./platform.type.js";
import { type Issues, type Path, RULES } from "../validation/issues.js";
import { foldHandle } from "./handle.js";
import type { SocialAccountInput } from "./person.inputs.js";
import { foldName } from "./person.mentions.js";

/** The most other names, and the most accounts, of one person. */
const MAX_NAMES = 50;

/** A name and the form in which it is compared. */
export interface ReadName {
  readonly name: string;
  readonly folded: string;
}

/** An account and the form of its handle in which it is compared. */
export interface ReadAccount {
  readonly platform: PostPlatform;
  readonly handle: string;
  readonly folded: string;
}

/** Reads other names; repetitions of the full name or another are dropped. */
export function readAliases(
  aliases: readonly string[],
  fullName: string,
  path: Path,
  issues: Issues,
): readonly ReadName[] {
  if (aliases.length > MAX_NAMES)
    issues.add(path, `A person has at most ${MAX_NAMES} other names.`, { reason: "TOO_MANY", limit: MAX_NAMES });
  const names = aliases.slice(0, MAX_NAMES).map((alias, at) => issues.text(alias, [...path, String(at)], RULES.line));
  const taken = new Set([foldName(fullName)]);
  return names.flatMap((name) => {
    const folded = foldName(name);
    if (taken.has(folded)) return [];
    taken.add(folded);
    return [{ name, folded }];
  });
}

/** Reads accounts; the same account twice is reported. */
export function readAccounts(
  accounts: readonly SocialAccountInput[],
  path: Path,
  issues: Issues,
): readonly ReadAccount[] {
  if (accounts.length > MAX_NAMES)
    issues.add(path, `A person has at most ${MAX_NAMES} accounts.`, { reason: "TOO_MANY", limit: MAX_NAMES });
  const taken = new Set<string>();
  return accounts.slice(0, MAX_NAMES).flatMap(({ platform, handle }, at) => {
    const own = [...path, String(at), "handle"];
    const shown = readHandle(handle, own, issues);
    if (shown === null) {
      issues.add(own, "The handle must not be empty.", { reason: "EMPTY" });
      return [];
    }
    const folded = foldHandle(shown);
    if (taken.has(`${platform} ${folded}`)) issues.add(own, "The account is listed twice.", { reason: "LISTED_TWICE" });
    taken.add(`${platform} ${folded}`);
    return [{ platform, handle: shown, folded }];
  });
}
