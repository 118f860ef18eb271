import type { View } from "./view.js";

/** Runs one statement that returns rows of one column `json`, perhaps together with others that are alike. */
export type RunStatement = (
  text: string,
  values: readonly unknown[],
  view: View,
  alike?: Alike | null,
) => Promise<readonly { readonly json: unknown }[]>;

/** How a statement can be one with those of other requests. */
export interface Alike {
  /** The same object for all statements of one view that differ in nothing, or in the key of their lookup alone. */
  readonly of: object;
  /** Null for a statement that is no lookup. */
  readonly lookup: Lookup | null;
  /** Is called when the statement needs no connection of its own. */
  readonly onShared?: () => void;
}

/** A statement that finds at most one row by a key. */
export interface Lookup {
  readonly key: string;
  /** The statement that finds the rows of several keys. */
  readonly ofMany: (keys: readonly string[]) => { readonly text: string; readonly values: readonly unknown[] };
}
