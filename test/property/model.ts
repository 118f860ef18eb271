/*
 * A newsroom of one article, as simple as can be: what it says, who reads which text, where it is. It knows nothing
 * of the program; what the program answers is compared with it after every step.
 */

export interface Quote {
  /** Null until the program has given it one. */
  readonly id: string | null;
  readonly words: string;
  /** The place of the speaker among the persons; null: nobody. */
  readonly speaker: number | null;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly id: string | null;
  readonly text: string;
  /** In the order of the text. */
  readonly quotes: readonly Quote[];
}

export interface Post {
  readonly kind: "post";
  /** The place of the post among the posts. */
  readonly post: number;
}

export type Element = Paragraph | Post;

/** What an article says. */
export interface Text {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly topics: readonly string[];
  readonly body: readonly Element[];
}

export type State = "DRAFT" | "IN_REVIEW" | "READY" | "SCHEDULED" | "PUBLISHED" | "UNPUBLISHED" | "KILLED";

export interface Model {
  readonly state: State;
  readonly version: number;
  readonly isTrashed: boolean;
  /** Whether readers have ever seen it. */
  readonly wasPublished: boolean;
  readonly draft: Text;
  readonly published: { readonly text: Text; readonly version: number } | null;
  /** The corrections that readers saw. */
  readonly notes: readonly string[];
  readonly revisions: readonly { readonly text: Text; readonly version: number }[];
  /** How many claims were made up so far: no two are the same. */
  readonly claims: number;
}

export type Caller = "anonymous" | "AUTHOR" | "EDITOR";

/** What somebody tries, and what it does when nothing is in its way. */
export interface Plan {
  readonly act: string;
  readonly input: object;
  /** Whether the draft holds the part that the act is about; true where it is about the article. */
  readonly isFound: boolean;
  /** What the act is refused with for a reason of its own, when nothing else is in its way. */
  readonly refusal: string | null;
  readonly change: (model: Model) => Model;
}

const EDITORS_ONLY = new Set([
  "approveArticle",
  "rejectArticle",
  "publishArticle",
  "scheduleArticle",
  "unscheduleArticle",
  "unpublishArticle",
  "killArticle",
]);

/** The workflow once more, as the house's plan has it. */
const WORKFLOW: Readonly<Record<string, Readonly<Partial<Record<State, State>>>>> = {
  submitArticle: { DRAFT: "IN_REVIEW", UNPUBLISHED: "IN_REVIEW" },
  approveArticle: { IN_REVIEW: "READY" },
  rejectArticle: { IN_REVIEW: "DRAFT", READY: "DRAFT" },
  publishArticle: {
    DRAFT: "PUBLISHED",
    READY: "PUBLISHED",
    SCHEDULED: "PUBLISHED",
    PUBLISHED: "PUBLISHED",
    UNPUBLISHED: "PUBLISHED",
  },
  scheduleArticle: { DRAFT: "SCHEDULED", READY: "SCHEDULED", SCHEDULED: "SCHEDULED", UNPUBLISHED: "SCHEDULED" },
  unscheduleArticle: { SCHEDULED: "READY" },
  unpublishArticle: { PUBLISHED: "UNPUBLISHED" },
  killArticle: {
    DRAFT: "KILLED",
    IN_REVIEW: "KILLED",
    READY: "KILLED",
    SCHEDULED: "KILLED",
    PUBLISHED: "KILLED",
    UNPUBLISHED: "KILLED",
  },
  deleteArticle: { DRAFT: "DRAFT", IN_REVIEW: "IN_REVIEW", READY: "READY", UNPUBLISHED: "UNPUBLISHED" },
};

/** The state that an act leads to; null where it leads nowhere. What is no act of the workflow edits. */
export function leadsTo(act: string, { state, wasPublished }: Pick<Model, "state" | "wasPublished">): State | null {
  if (act === "killArticle" && !wasPublished) return null;
  const row = WORKFLOW[act];
  if (row) return row[state] ?? null;
  return state === "KILLED" ? null : state;
}

/** The type of what somebody who tries this must be answered. */
export function expectedAnswer(model: Model, plan: Plan, caller: Caller, isStale: boolean): string {
  const payload = `${plan.act.slice(0, 1).toUpperCase()}${plan.act.slice(1)}Payload`;
  if (caller === "anonymous" || (caller === "AUTHOR" && EDITORS_ONLY.has(plan.act))) return "ForbiddenError";
  if (plan.act === "restoreArticle") return model.isTrashed ? payload : "NotFoundError";
  // What readers have seen can be killed in the trash, too.
  const isWithin = !model.isTrashed || (plan.act === "killArticle" && model.wasPublished);
  if (!isWithin || !plan.isFound) return "NotFoundError";
  if (isStale) return "StaleVersionError";
  if (leadsTo(plan.act, model) === null) return "TransitionError";
  // What was approved comes before readers as it was approved.
  const isApproved = model.state === "READY" || model.state === "SCHEDULED";
  if (caller === "AUTHOR" && isApproved && !WORKFLOW[plan.act]) return "TransitionError";
  return plan.refusal ?? payload;
}

/** The model after what was accepted. */
export function accepted(model: Model, plan: Plan): Model {
  const state = plan.act === "restoreArticle" ? model.state : (leadsTo(plan.act, model) ?? model.state);
  return plan.change({ ...model, state, version: model.version + 1 });
}

/** The paragraphs of a text. */
export function paragraphsOf({ body }: Text): readonly Paragraph[] {
  return body.flatMap((element) => (element.kind === "paragraph" ? [element] : []));
}

/** The model with another draft. */
export function withDraft(model: Model, draft: Partial<Text>): Model {
  return { ...model, draft: { ...model.draft, ...draft } };
}

/** The quotes of a text in the order in which their words are in it. */
export function inOrder(text: string, quotes: readonly Quote[]): readonly Quote[] {
  return quotes.toSorted((a, b) => text.indexOf(a.words) - text.indexOf(b.words));
}

/** The model with its draft on record. */
export function recorded(model: Model): Model {
  return { ...model, revisions: [...model.revisions, { text: model.draft, version: model.version }] };
}
