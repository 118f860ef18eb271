import type { AuditDetail } from "../auth/audit-note.js";
import type { Act } from "../auth/acts.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, UserError } from "../graphql/user-errors.js";
import { allowedActs, isEditable } from "./workflow.js";
import { Issues } from "../validation/issues.js";
import { StaleVersionError, TransitionError } from "./article.errors.js";
import { type Draft, figuresIn, paragraphsOf } from "./draft-value.js";
import type { WrittenArticle, WrittenPart } from "./written.js";
import { BodyReader } from "./body.parse.js";
import { readLastWrite } from "./last-write.service.js";
import { type DraftKeyType, loadDraft, saveDraft } from "./store.service.js";
import { References } from "../embedded-post/references.js";

/** The article of a write, and the version that its caller expects. */
export interface WriteTarget {
  /** The global id of the article, or of the part of it that the input names first. */
  readonly id: string;
  readonly expectedVersion: number;
  /** What `id` is the id of; an article where absent. */
  readonly type?: DraftKeyType;
  /** The input's field that contains `id`; "id" if absent. */
  readonly field?: string;
}

/** What a write to an article is given. */
export interface ArticleChange {
  readonly tx: Transaction;
  /** The draft, locked. */
  readonly draft: Draft;
  readonly now: Date;
  /** The version that the write makes. */
  readonly version: number;
  /** The bare key of what the target named. */
  readonly key: string;
  /** Adds a sentence to what the audit log keeps of the write. */
  readonly note: (noted: AuditDetail) => void;
}

/** What a write to an article returns. */
export interface Changed<Result> {
  readonly written: WrittenArticle;
  /** What `change` returned in the run that was committed. */
  readonly result: Result;
}

/**
 * Runs one write to an article: allow, load and lock, check the version, then `change`, then record it. All in one
 * transaction: a refused write changes nothing.
 *
 * @param detail what the actor said about it, for the audit log.
 */
export async function changeArticleFor<Result>(
  work: Work,
  target: WriteTarget,
  act: Act,
  change: (at: ArticleChange) => Promise<Result>,
  detail: string | null = null,
): Promise<Changed<Result> | UserError> {
  return write(work, act, async (tx) => {
    const type = target.type ?? "Article";
    const notFound = new NotFoundError(`There is no ${type} of this id.`, ["input", target.field ?? "id"]);
    const found = decodeNodeId(target.id);
    if (found?.type !== type) return refuse(notFound);
    const draft = await loadDraft(tx, type, found.uuid);
    // The part may have gone while this write waited for the article's lock.
    if (!draft || !holds(draft, type, found.uuid)) return refuse(notFound);
    if (draft.version !== target.expectedVersion) {
      const { expectedVersion } = target;
      const versions = { expectedVersion, currentVersion: draft.version };
      refuse(new StaleVersionError(draft.articleId, versions, await readLastWrite(tx, draft.articleId)));
    }
    const version = draft.version + 1;
    const details: AuditDetail[] = detail === null ? [] : [detail];
    const note = (noted: AuditDetail): void => void details.push(noted);
    const result = await change({ tx, draft, now: work.clock.now(), version, key: found.uuid, note });
    record(work, tx, act, { type: "Article", id: draft.articleId, version }, ...details);
    return { written: { articleId: draft.articleId, version }, result };
  });
}

/** Runs one write to an article that has no result of its own; see changeArticleFor. */
export async function changeArticle(
  work: Work,
  target: WriteTarget,
  act: Act,
  change: (at: ArticleChange) => Promise<void>,
  detail: string | null = null,
): Promise<WrittenArticle | UserError> {
  const done = await changeArticleFor(work, target, act, change, detail);
  return done instanceof UserError ? done : done.written;
}

function holds(draft: Draft, type: DraftKeyType, key: string): boolean {
  if (type === "Article") return true;
  if (type === "Figure") return figuresIn(draft).some(({ id }) => id === key);
  const paragraphs = paragraphsOf(draft.body);
  return type === "Paragraph"
    ? paragraphs.some(({ id }) => id === key)
    : paragraphs.some(({ quotes }) => quotes.some(({ id }) => id === key));
}

/** A reader of inputs that has the body of the draft. */
export function bodyReaderFor(work: Work, draft: Draft, now: Date): BodyReader {
  return new BodyReader(new Issues(), new References(), work.newId, now, draft);
}

/** Refuses a change to the draft of a killed article, and a change by an author to what an editor has approved. */
export function expectEditable(work: Work, { state }: Pick<Draft, "state">): void {
  if (isEditable(state, work.actor.role)) return;
  const isForEditors = isEditable(state, "EDITOR");
  const forEditors = isForEditors ? ["change", ...allowedActs({ state, wasPublished: false }, "EDITOR")] : [];
  refuse(new TransitionError("change", state, [], forEditors));
}

/**
 * Runs one write that changes an article's draft. A killed article cannot be changed.
 *
 * @param edit returns the new draft, or refuses.
 */
export function editArticle(
  work: Work,
  target: WriteTarget,
  act: Act,
  edit: (at: ArticleChange) => Promise<Draft>,
): Promise<WrittenArticle | UserError> {
  return changeArticle(work, target, act, async (at) => {
    expectEditable(work, at.draft);
    await saveDraft(at.tx, at.draft, await edit(at), at);
  });
}

/**
 * Runs one write that changes a part of an article's draft.
 *
 * @param edit returns the new draft and the bare key of the part, or refuses.
 */
export async function editPart(
  work: Work,
  target: WriteTarget,
  act: Act,
  edit: (at: ArticleChange) => Promise<EditedPart>,
): Promise<WrittenPart | UserError> {
  const done = await changeArticleFor(work, target, act, async (at) => {
    expectEditable(work, at.draft);
    const { draft, partId } = await edit(at);
    await saveDraft(at.tx, at.draft, draft, at);
    return partId;
  });
  return done instanceof UserError ? done : { ...done.written, partId: done.result };
}

/** A draft after a change, and the bare key of the part that was changed. */
export interface EditedPart {
  readonly draft: Draft;
  readonly partId: string;
}
