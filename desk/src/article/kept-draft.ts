import type { ArticleToEditFragment } from "../api/generated/graphql.ts";
import { type KeptWork, openWorkStore, type WorkStore } from "../api/kept-work.ts";
import type { QuoteFacts } from "../editor/facts.ts";
import type { HeadValues } from "./head-values.ts";

/** What was written and is not on the server yet, with the article that it was written on. */
export interface KeptDraft extends KeptWork {
  readonly format: typeof DRAFT_FORMAT;
  readonly base: ArticleToEditFragment;
  readonly head: HeadValues;
  /** The document as JSON of the editor. */
  readonly doc: unknown;
  readonly facts: readonly (readonly [string, QuoteFacts])[];
  readonly aliases: readonly (readonly [string, string])[];
}

/** The shape of a kept draft. */
export const DRAFT_FORMAT = 1;

/** Where the unsaved text of one article is kept. */
export type DraftStore = WorkStore<KeptDraft>;

/** The store of one article for one person. */
export function openDraftStore(viewerId: string, articleId: string): DraftStore {
  return openWorkStore(`draft.${viewerId}.${articleId}`, DRAFT_FORMAT);
}
