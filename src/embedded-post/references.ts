import type { SharedType } from "../database/row-locks.js";
import type { Issues, Path } from "../validation/issues.js";

/** The types that an article can refer to by id. */
export type ReferencedType = SharedType | "Article";

/** The rows that references lead to. */
export class Found {
  /** @param rows The rows of each type by key; of a person, with the current role. */
  constructor(readonly rows: ReadonlyMap<ReferencedType, ReadonlyMap<string, string | null>>) {}

  has(type: ReferencedType, key: string): boolean {
    return this.rows.get(type)?.has(key) ?? false;
  }

  /** The current role of a person; null without one. */
  roleOf(person: string): string | null {
    return this.rows.get("Person")?.get(person) ?? null;
  }
}

/**
 * The rows that an input refers to, collected while it is read, so that all can be looked up at once and each that is missing is
 * reported at the field that named it.
 */
export class References {
  readonly #wanted: { readonly type: ReferencedType; readonly key: string; readonly path: Path }[] = [];

  /** Reads an id of a type and remembers to look it up; null where it is absent or malformed, which is reported. */
  key(type: ReferencedType, id: string | null | undefined, path: Path, issues: Issues): string | null {
    const key = issues.key(type, id, path);
    if (key !== null) this.#wanted.push({ type, key, path });
    return key;
  }

  /** The keys to look up, by type. */
  keys(): ReadonlyMap<ReferencedType, readonly string[]> {
    const byType = new Map<ReferencedType, Set<string>>();
    for (const { type, key } of this.#wanted) byType.set(type, (byType.get(type) ?? new Set()).add(key));
    return new Map([...byType].map(([type, keys]) => [type, [...keys]]));
  }

  /** Reports every reference that leads to nothing. */
  report(found: Found, issues: Issues): void {
    for (const { type, key, path } of this.#wanted) {
      if (!found.has(type, key)) issues.addUnknown(path, type);
    }
  }
}
