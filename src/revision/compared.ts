import type { DraftText } from "../draft/draft-document.js";
import type { DifferenceKind } from "../quote-check/quote-kinds.type.js";
import type { PastImage } from "./revision.document.js";

/** One thing that differs between two revisions. */
export interface Change {
  /** Where: `headline`, `dateline.place`, `body[2].text`, `body[2].quotes[0].speaker`. Places count from 0. */
  readonly path: string;
  readonly kind: DifferenceKind;
  readonly before: string | null;
  readonly after: string | null;
}

/** What keys are called, for readers of a comparison. */
export type Names = Readonly<Record<string, string>>;

/** A revision as it is compared. */
export interface Compared {
  readonly text: DraftText;
  readonly names: Names;
  /** The images in it, by key. */
  readonly images: ReadonlyMap<string, PastImage>;
}

/** The change from one value to another; none where they are the same. */
export function changeOf(path: string, before: string | null, after: string | null): Change[] {
  if (before === after) return [];
  const kind = before === null ? "ADDED" : after === null ? "REMOVED" : "CHANGED";
  return [{ path, kind, before, after }];
}

/** What a key was called at the moment of a revision. */
export function nameOf(side: Compared, key: string): string {
  return side.names[key] ?? key;
}
