import { because } from "@dateline/copy-reader/text";
import { compareNames, loneName } from "../person/person.alike.js";
import { foldName } from "../person/person.mentions.js";
import {
  accountKey,
  accountsOf,
  type Candidates,
  indexPersons,
  type KnownPerson,
  MOST_BEARERS,
  otherNamesOf,
  labelOfPerson,
} from "./import.candidates.js";
import { describeReasons, type ImportReason } from "./import.reasons.js";
import { findPossible, type Possible, weighBearers } from "./import.likeness.js";
import { compareRoles, type RoleRelation } from "./import.roles.js";
import type { StoryPerson } from "@dateline/copy-reader";

/** Who a person of a story is, and why. */
export interface PersonVerdict {
  /** The known person that it is; null when it is not one. */
  readonly known: KnownPerson | null;
  /** The place in the story of an earlier person that it is as well; null when there is none. */
  readonly sameAs: number | null;
  readonly confidence: number;
  readonly reasons: readonly ImportReason[];
  /** Who may be meant and is not taken, the likeliest first; at most three. */
  readonly possible: readonly Possible[];
  /** What an editor should look at; null when nothing. */
  readonly warning: string | null;
}

/** The person of the newsroom that a person of a story is taken for, and all who may be meant, the likeliest first; bare keys. */
export interface Meant {
  readonly match: string | null;
  readonly candidates: readonly string[];
}

/** Returns who is meant by the key of a person in a story. A later mention of a person is who the earlier one is. */
export function meantIn(
  persons: readonly StoryPerson[],
  verdicts: readonly PersonVerdict[],
): (key: string | null) => Meant {
  const places = new Map(persons.map(({ key }, at) => [key, at]));
  return (key) => {
    const own = key === null ? undefined : verdicts[places.get(key) ?? -1];
    const verdict = own && own.sameAs !== null ? verdicts[own.sameAs] : own;
    const known = verdict?.known ? [verdict.known.id] : [];
    const possible = verdict?.possible.map((each) => each.known.id) ?? [];
    return { match: known[0] ?? null, candidates: [...known, ...possible] };
  };
}

/** So many are proposed for one person of a story. */
const MOST_POSSIBLE = 3;

/**
 * Decides for each person of a story whether it is a known one: by an account, or by a name that only one has.
 * Whatever is less sure is only possible, and the person is a new one.
 */
export function judgePersons(persons: readonly StoryPerson[], candidates: Candidates): readonly PersonVerdict[] {
  const byName = indexPersons(candidates.named, ({ folded }) => folded);
  const byAccount = indexPersons(candidates.named, ({ accounts }) => accounts);
  const met = new Map<string, number>();
  return persons.map((person, at) => {
    const folded = foldName(person.name);
    const keys = [folded, ...accountsOf(person)];
    const sameAs = keys.map((key) => met.get(key)).find((earlier) => earlier !== undefined);
    for (const key of keys) if (!met.has(key)) met.set(key, at);
    const others = otherNamesOf(person).flatMap((name) => byName.get(foldName(name)) ?? []);
    const alike = [...new Set([...(candidates.alike.get(folded) ?? []), ...others])];
    return judgeAccounts(person, byAccount) ?? judgeAgain(sameAs) ?? judgeName(person, byName.get(folded) ?? [], alike);
  });
}

/** Whether it takes more than accounts and whole names to say who this is. */
export function wantsAlike(person: StoryPerson, named: readonly KnownPerson[]): boolean {
  const accounts = new Set(accountsOf(person));
  if (named.some((known) => known.accounts.some((account) => accounts.has(account)))) return false;
  const folded = foldName(person.name);
  return loneName(person.name) !== null || !named.some((known) => known.folded.includes(folded));
}

function judgeAccounts(
  person: StoryPerson,
  byAccount: ReadonlyMap<string, readonly KnownPerson[]>,
): PersonVerdict | null {
  const owned = person.handles.flatMap(({ platform, handle }) =>
    (byAccount.get(accountKey(platform, handle)) ?? []).map((known) => ({ known, handle })),
  );
  const [first] = owned;
  if (!first) return null;
  const { known, handle } = first;
  const other = owned.find((each) => each.known.id !== known.id);
  const isAlike = known.names.some((name) => compareNames(name, person.name) !== null);
  const reasons = [because("KNOWN_ACCOUNT", [handle, known.name])];
  if (!other) return matched(known, isAlike ? 0.98 : 0.85, reasons);
  const warning = `${person.name} is taken for ${labelOfPerson(known)}, but ${other.handle} is an account of ${labelOfPerson(other.known)}.`;
  return { ...matched(known, 0.6, reasons), warning };
}

function judgeAgain(sameAs: number | undefined): PersonVerdict | null {
  if (sameAs === undefined) return null;
  const reasons = [because("EARLIER_PERSON")];
  return { known: null, sameAs, confidence: 0.95, reasons, possible: [], warning: null };
}

function judgeName(person: StoryPerson, bearers: readonly KnownPerson[], alike: readonly KnownPerson[]): PersonVerdict {
  const [only] = bearers;
  if (!only) return newPerson(person, findPossible(person, alike), because("NO_SUCH_NAME"));
  if (bearers.length > 1) {
    const isAll = bearers.length < MOST_BEARERS;
    const reason = because(isAll ? "SEVERAL_BEARERS" : "MANY_BEARERS", [], isAll ? bearers.length : MOST_BEARERS);
    return newPerson(person, weighBearers(person, bearers, describeReasons([reason])), reason);
  }
  const others = alike.filter(({ id }) => id !== only.id);
  const relation = compareRoles(person.role, only.role);
  const isClear = others.length === 0 && relation !== "CONTRADICTS";
  if (loneName(person.name) === null || isClear) return matchedByName(person, only, relation);
  const reason = because("SEVERAL_MEANT");
  return newPerson(person, weighBearers(person, [only, ...others], describeReasons([reason])), reason);
}

const CONFIDENCE: Readonly<Record<RoleRelation, number>> = {
  AGREES: 0.97,
  UNKNOWN: 0.93,
  DIFFERS: 0.88,
  CONTRADICTS: 0.6,
};

function matchedByName(person: StoryPerson, known: KnownPerson, relation: RoleRelation): PersonVerdict {
  const at = known.folded.indexOf(foldName(person.name));
  const held = known.names[at] ?? known.name;
  const isTyped = held.normalize("NFC") === person.name.normalize("NFC");
  const lowered = (at > 0 ? 0.04 : 0) + (isTyped ? 0 : 0.03) + (loneName(person.name) === null ? 0 : 0.15);
  const reasons: readonly ImportReason[] = [
    at > 0 ? because("OTHER_NAME", [known.name]) : because("ONE_BEARER"),
    ...(isTyped ? [] : [because("WRITTEN_OTHERWISE", [held])]),
    ...(relation === "AGREES" ? [because("ROLES_AGREE")] : []),
    ...(relation === "CONTRADICTS" ? [because("ROLES_CONTRADICT", [person.role ?? "", known.role ?? ""])] : []),
  ];
  const verdict = matched(known, CONFIDENCE[relation] - lowered, reasons);
  if (relation !== "CONTRADICTS") return verdict;
  return { ...verdict, warning: `${person.name}, “${person.role}”, is taken for ${labelOfPerson(known)}.` };
}

function matched(known: KnownPerson, confidence: number, reasons: readonly ImportReason[]): PersonVerdict {
  return { known, sameAs: null, confidence, reasons, possible: [], warning: null };
}

/** The more likely a known person is meant, the less likely is a new one. */
function newPerson(person: StoryPerson, all: readonly Possible[], reason: ImportReason): PersonVerdict {
  const possible = all.slice(0, MOST_POSSIBLE);
  const confidence = Math.min(person.confidence, 1 - (possible[0]?.confidence ?? 0));
  const names = possible.map(({ known }) => labelOfPerson(known)).join(" or ");
  const warning =
    possible.length === 0 ? null : `${person.name} is taken for a new person, but may be ${names}: merge them if so.`;
  return { known: null, sameAs: null, confidence, reasons: [reason], possible, warning };
}
