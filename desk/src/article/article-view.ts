import type { EditorState } from "prosemirror-state";
import type { ArticleToEditFragment, UpdateArticleInput } from "../api/generated/graphql.ts";
import type { FactsById } from "../editor/facts.ts";
import type { Aliases } from "../editor/ids.ts";
import type { Part } from "../editor/parts.ts";
import type { Conflict } from "./conflict.ts";
import type { HeadValues } from "./head-values.ts";
import type { DraftStore } from "./kept-draft.ts";
import type { References } from "./references.ts";
import type { Refusal, SaveOutcome } from "./save-article.ts";

/** Where a save is. */
export type Saving =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "offline" }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[]; readonly sent: readonly Part[] }
  | { readonly kind: "conflict"; readonly conflict: Conflict };

/** What the writer is informed of. */
export type Notice =
  | { readonly kind: "merged"; readonly taken: number; readonly by: string | null; readonly at: string | null }
  | { readonly kind: "restored"; readonly at: string }
  | { readonly kind: "misplaced"; readonly words: readonly string[] }
  | { readonly kind: "notKept" };

/** An article as it is on the screen. Values that did not change are the same objects. */
export interface ArticleView {
  readonly saved: ArticleToEditFragment;
  readonly editor: EditorState;
  readonly head: HeadValues;
  readonly facts: FactsById;
  readonly aliases: Aliases;
  readonly references: References;
  readonly isDirty: boolean;
  readonly saving: Saving;
  readonly notice: Notice | null;
  /** The quote that was marked just now. */
  readonly madeQuote: string | null;
  /** Why an embargo is moved earlier; empty where it is not. */
  readonly embargoReason: string;
}

/** What an open article needs of the world. */
export interface ArticlePorts {
  readonly save: (input: UpdateArticleInput) => Promise<SaveOutcome>;
  readonly store: DraftStore;
  readonly now: () => Date;
}
