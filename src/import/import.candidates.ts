import { foldHandle } from "../person/handle.js";
import { foldName } from "../person/person.mentions.js";
import type { StoryPerson } from "@dateline/copy-reader";

/** A person of the newsroom who may be one of a story. */
export interface KnownPerson {
  /** The bare key. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: string | null;
  /** All names, the full one first. */
  readonly names: readonly string[];
  /** The same names in the same order, folded. */
  readonly folded: readonly string[];
  /** Each as returned by `accountKey`. */
  readonly accounts: readonly string[];
}

/** Persons of the newsroom that a story may name. */
export interface Candidates {
  /** Persons with a name or an account that is in the story. */
  readonly named: readonly KnownPerson[];
  /** Persons with a name similar to one in the story, by the folded name in the story. */
  readonly alike: ReadonlyMap<string, readonly KnownPerson[]>;
}

/** So many known persons are looked up for one name at most. */
export const MOST_BEARERS = 10;

/** An account as it is compared. */
export function accountKey(platform: string, handle: string): string {
  return `${platform} ${foldHandle(handle)}`;
}

/** The accounts of a person in a story, in the form in which they are compared. */
export function accountsOf({ handles }: StoryPerson): readonly string[] {
  return handles.map(({ platform, handle }) => accountKey(platform, handle));
}

/** The other names by which a new person should be known: a surname alone, or a title before the name, is found anyway. */
export function otherNamesOf({ name, aliases }: StoryPerson): readonly string[] {
  const own = foldName(name);
  const words = new Set(own.split(" "));
  return aliases.filter((alias) => {
    const folded = foldName(alias);
    return !folded.includes(own) && folded.split(" ").some((word) => !words.has(word));
  });
}

/** A known person as an editor finds them: name, role and slug. */
export function labelOfPerson({ name, role, slug }: KnownPerson): string {
  return `${name}${role === null ? "" : `, ${role}`} (${slug})`;
}

/** The known persons by each of their keys. */
export function indexPersons(
  known: readonly KnownPerson[],
  keysOf: (person: KnownPerson) => readonly string[],
): ReadonlyMap<string, readonly KnownPerson[]> {
  const index = new Map<string, KnownPerson[]>();
  for (const person of known) {
    for (const key of keysOf(person)) {
      const bearers = index.get(key);
      if (bearers) bearers.push(person);
      else index.set(key, [person]);
    }
  }
  return index;
}
