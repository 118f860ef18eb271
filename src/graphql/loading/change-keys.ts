/*
 * What an answer contains, as the caches need it: the keys of `cache_change` that make the answer out of date. Statements
 * that are read for a cache return them within their JSON, in members named "@k". Response keys have no "@", and
 * quotation marks inside texts are escaped, so such a member is found nowhere else.
 */

/** The name of the members that are taken out of the JSON. */
export const CHANGE_KEY = "@k";

/** Such a member, which is the first of its object, with the comma behind it. */
const MEMBER = new RegExp(`"${CHANGE_KEY}":"([^"]*)",?`, "g");

/** What is between the keys of one member. */
const SEPARATOR = " ";

/** The keys of the lists of all objects of a type. */
export function listKey(type: string): string {
  return `list:${type}`;
}

/** Collects the keys of one answer. */
export class ChangeKeys {
  readonly keys = new Set<string>();
  #isComplete = true;
  #isAnswered = false;
  /** The name of the operation; null without one. */
  name: string | null = null;

  /** Adds a key, or several with a space between. */
  add(keys: string): void {
    for (const key of keys.split(SEPARATOR)) this.keys.add(key);
  }

  /** Something was not found, or is known to depend on more than the keys say. */
  miss(): void {
    this.#isComplete = false;
  }

  /** Everything in the answer was read by statements that return their keys. */
  confirm(name: string | null = null): void {
    this.#isAnswered = true;
    this.name = name;
  }

  /** Whether the keys are all on which the answer depends. */
  get isComplete(): boolean {
    return this.#isComplete && this.#isAnswered && this.keys.size > 0;
  }

  /** Collects the keys in some JSON, parsed or not, and returns it; a text is returned without them. */
  take(json: unknown): unknown {
    if (typeof json === "string") {
      return json.replaceAll(MEMBER, (_member, keys: string) => {
        this.add(keys);
        return "";
      });
    }
    this.#collect(json);
    return json;
  }

  #collect(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if (name === CHANGE_KEY) this.add(String(each));
      else this.#collect(each);
    }
  }
}
