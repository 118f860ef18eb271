import type { Issues, Path } from "../validation/issues.js";

/** The types that a body can refer to by id. */
export type ReferencedType = "Person" | "EmbeddedPost";

/** What is known of whatever the references found. */
export interface Found {
  /** The current role of each person found, by key. */
  readonly persons: ReadonlyMap<string, string | null>;
  /** The keys of the posts found. */
  readonly posts: ReadonlySet<string>;
}

/**
 * The persons and posts that an input refers to, collected while it is read, so that all can be looked up at once and
 * each that is missing is reported at the field that named it.
 */
export class References {
  readonly #wanted: { readonly type: ReferencedType; readonly key: string; readonly path: Path }[] = [];

  /** Reads an id of a type and remembers to look it up; null where it is absent or malformed, which is reported. */
  key(type: ReferencedType, id: string | null | undefined, path: Path, issues: Issues): string | null {
    const key = issues.key(type, id, path);
    if (key !== null) this.#wanted.push({ type, key, path });
    return key;
  }

  /** The keys of a type to look up. */
  keys(type: ReferencedType): string[] {
    return [...new Set(this.#wanted.filter((each) => each.type === type).map(({ key }) => key))];
  }

  /** All that is to be looked up, as the keys that a write locks. */
  shared(): { readonly posts: readonly string[]; readonly persons: readonly string[] } {
    return { posts: this.keys("EmbeddedPost"), persons: this.keys("Person") };
  }

  /** Reports every reference that leads to nothing. */
  report(found: Found, issues: Issues): void {
    for (const { type, key, path } of this.#wanted) {
      const has = type === "Person" ? found.persons.has(key) : found.posts.has(key);
      if (!has) issues.add(path, `There is no ${type} of this id.`);
    }
  }
}
