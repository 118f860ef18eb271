import { setImmediate as endOfTurn } from "node:timers/promises";
import type { Lookup, RunStatement } from "./run-statement.js";
import type { View } from "./view.js";

/*
 * Statements of different requests that begin in the same turn of the event loop. Those that are the same become one, and so
 * do lookups that differ in the key alone: a small read costs the server and PostgreSQL less than the statement around it. A
 * statement that is alone waits for the end of the turn and for nothing else.
 */

/** The most lookups of one statement. They wait for each other, and one process of PostgreSQL executes them all. */
export const MAX_LOOKUPS = 8;

type Rows = Awaited<ReturnType<RunStatement>>;

/** The same `run`, where statements that are alike become one. */
export function sharingAlike(run: RunStatement): RunStatement {
  const groups = new Map<object, Group>();
  return async (text, values, view, alike) => {
    const read = (): Promise<Rows> => run(text, values, view);
    if (!alike) return read();
    const open = groups.get(alike.of);
    const group = open?.isFull === false ? open : new Group(run, view, alike.lookup);
    if (group === open) alike.onShared?.();
    else {
      groups.set(alike.of, group);
      void group.ended.then(() => groups.get(alike.of) === group && groups.delete(alike.of));
    }
    return group.rows(alike.lookup?.key ?? "", read);
  };
}

/** The statements of one turn that are alike. */
class Group {
  readonly ended: Promise<unknown> = endOfTurn();
  readonly #reads = new Map<string, () => Promise<Rows>>();
  readonly #found = this.ended.then(() => this.#findTogether());

  constructor(
    readonly run: RunStatement,
    readonly view: View,
    readonly lookup: Lookup | null,
  ) {}

  get isFull(): boolean {
    return this.#reads.size >= MAX_LOOKUPS;
  }

  /** The rows of a key; `read` finds them alone. */
  async rows(key: string, read: () => Promise<Rows>): Promise<Rows> {
    const own = this.#reads.get(key) ?? once(read);
    this.#reads.set(key, own);
    const found = await this.#found;
    return found?.get(key) ?? own();
  }

  /** The rows of all keys; null when each has to be found alone. */
  async #findTogether(): Promise<ReadonlyMap<string, Rows> | null> {
    const keys = [...this.#reads.keys()];
    if (!this.lookup || keys.length === 1) return null;
    const { text, values } = this.lookup.ofMany(keys);
    // Which of them has failed is not known; alone, the others do not fail with it.
    const rows = await this.run(text, values, this.view).catch(() => null);
    return rows && new Map(keys.map((key, at) => [key, rows.slice(at, at + 1).filter(({ json }) => json !== null)]));
  }
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | null = null;
  return () => (made ??= { result: make() }).result;
}
