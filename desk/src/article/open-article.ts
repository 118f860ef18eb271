import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import type { ArticleToEditFragment, UpdateArticleInput } from "../api/generated/graphql.ts";
import { assertNever } from "../../../src/lib/assert-never.ts";
import { aliasesAfter, bodyInput, misplacedQuotes, type SavedBody, savedBody } from "../editor/body-input.ts";
import { bodyState } from "../editor/body-state.ts";
import { documentFromJson, documentOf } from "../editor/document.ts";
import { isSameFacts, NO_FACTS, type QuoteFacts } from "../editor/facts.ts";
import { canonicalId } from "../editor/ids.ts";
import { areSameParts, type Part, partsOf } from "../editor/parts.ts";
import { takeOver } from "../editor/take-over.ts";
import type { ArticlePorts, ArticleView } from "./article-view.ts";
import { type Conflict, type ConflictChoices, findConflict, isConflict, settleConflict } from "./conflict.ts";
import {
  HEAD_NAMES,
  headAfter,
  headInput,
  type HeadName,
  headOf,
  type HeadValues,
  isSameField,
  withField,
} from "./head-values.ts";
import { DRAFT_FORMAT, type KeptDraft } from "./kept-draft.ts";
import { articleReferences, type Known, withKnown } from "./references.ts";

/**
 * An article that is being written: the text on the screen, the version it was read in, and the way of one into the other.
 * The version of a write is always that of `saved`, which is what the text on the screen was made from; what lists or other
 * views read later never gets here. Nothing that is typed is replaced by an answer of the server.
 */
export class OpenArticle {
  #view: ArticleView;
  #savedBody: SavedBody;
  #savedHead: HeadValues;
  /** Raised by every change of the writer, so that it is known whether something was typed during a save. */
  #changes = 0;
  /** The save that is under way. */
  #saving: Promise<boolean | "merged"> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #ports: ArticlePorts;

  constructor(article: ArticleToEditFragment, ports: ArticlePorts) {
    this.#ports = ports;
    this.#savedBody = savedBody(article.body);
    this.#savedHead = headOf(article);
    const kept = ports.store.read();
    this.#view = this.#opened(article);
    if (kept) this.#restore(kept, article);
  }

  /** The article as it is on the screen. */
  readonly view = (): ArticleView => this.#view;

  /** The changes so far. */
  get changes(): number {
    return this.#changes;
  }

  /** Calls a function after each change; the function that is returned ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Applies a transaction of the editor. */
  readonly apply = (tr: Transaction): void => {
    const editor = this.#view.editor.apply(tr);
    if (tr.docChanged) this.#changed({ editor });
    else this.#set({ editor });
  };

  /** Sets a field of the head. */
  setField<Name extends HeadName>(name: Name, value: HeadValues[Name]): void {
    this.#changed({ head: withField(this.#view.head, name, value) });
  }

  /** States why an embargo is moved earlier. */
  setEmbargoReason(reason: string): void {
    this.#changed({ embargoReason: reason });
  }

  /** The facts of a quote. */
  factsOf(id: string): QuoteFacts {
    return this.#view.facts.get(canonicalId(id, this.#view.aliases)) ?? NO_FACTS;
  }

  /** States facts of a quote. */
  setFacts(id: string, facts: Partial<QuoteFacts>): void {
    const key = canonicalId(id, this.#view.aliases);
    this.#changed({ facts: new Map(this.#view.facts).set(key, { ...this.factsOf(id), ...facts }) });
  }

  /** Reports a quote that was marked just now, whose facts are to be asked for. */
  readonly quoteMade = (id: string): void => {
    this.setFacts(id, NO_FACTS);
    this.#set({ madeQuote: id });
  };

  /** Reports that the facts of the quote that was marked just now have been asked for. */
  quoteAsked(): void {
    if (this.#view.madeQuote !== null) this.#set({ madeQuote: null });
  }

  /** Learns of a person, post or image that the article may refer to. */
  know(known: Known): void {
    this.#set({ references: withKnown(this.#view.references, known) });
  }

  dismissNotice(): void {
    this.#set({ notice: null });
  }

  /** Keeps what is not saved in the browser. */
  keep(): void {
    const { saved, head, editor, facts, aliases } = this.#view;
    if (!this.#judgeDirty()) return this.#ports.store.discard();
    const isKept = this.#ports.store.keep({
      format: DRAFT_FORMAT,
      keptAt: this.#ports.now().toISOString(),
      base: saved,
      head,
      doc: editor.doc.toJSON(),
      facts: [...facts],
      aliases: [...aliases],
    });
    if (!isKept) this.#set({ notice: { kind: "notKept" } });
  }

  /** Drops everything that is not saved. */
  discard(): void {
    const { saved } = this.#view;
    this.#ports.store.discard();
    this.#view = { ...this.#opened(saved), editor: this.#editorOf(documentOf(saved.body)) };
    this.#set({});
  }

  /** Takes over an article that another write than that of the text returned, such as an act of the workflow. */
  adopt(article: ArticleToEditFragment): void {
    this.#settleSaved(article, partsOf(this.#view.editor.doc, this.#view.aliases));
  }

  /** Writes what is not saved; whether all of it is. A save that is under way is finished first, and then what was typed meanwhile is saved. */
  async save(): Promise<boolean> {
    if (this.#saving) {
      await this.#saving;
      return this.save();
    }
    if (this.#view.saving.kind === "conflict") return false;
    if (!this.#judgeDirty()) return true;
    this.#saving = this.#write();
    const isSaved = await this.#saving.finally(() => {
      this.#saving = null;
    });
    // Merged with what somebody else wrote, it is written on their version.
    return isSaved === "merged" ? this.save() : isSaved;
  }

  async #write(): Promise<boolean | "merged"> {
    this.#set({ saving: { kind: "saving" } });
    const { input, sent, changes } = this.#input();
    const outcome = await this.#ports.save(input);
    switch (outcome.kind) {
      case "saved":
        return this.#accept(outcome.article, sent, changes);
      case "stale":
        this.#set({ saving: { kind: "idle" } });
        return this.#meet(outcome.article, outcome) ? "merged" : false;
      case "refused":
        this.#set({ saving: { kind: "refused", refusals: outcome.refusals, sent } });
        return false;
      case "offline":
        this.#set({ saving: { kind: "offline" } });
        return false;
      default:
        return assertNever(outcome);
    }
  }

  /** Decides a conflict and saves. */
  async settle(choices: ConflictChoices): Promise<boolean> {
    const { saving } = this.#view;
    if (saving.kind !== "conflict") return false;
    this.#merge(saving.conflict, choices);
    return this.save();
  }

  /** Merges what somebody else wrote since, before anything is saved. */
  meetNewer(theirs: ArticleToEditFragment): void {
    const { saving, saved } = this.#view;
    if (saving.kind === "saving" || saving.kind === "conflict" || theirs.version <= saved.version) return;
    this.#meet(theirs, { by: theirs.lastEdit?.by ?? null, at: theirs.lastEdit?.at ?? null });
    this.judge();
  }

  /** Leaves a conflict for later; both texts stay. */
  postpone(): void {
    this.#set({ saving: { kind: "idle" } });
  }

  #input(): { readonly input: UpdateArticleInput; readonly sent: readonly Part[]; readonly changes: number } {
    const { saved, head, editor, facts, aliases, embargoReason } = this.#view;
    const sent = partsOf(editor.doc, aliases);
    const isBodySame = areSameParts(sent, this.#savedBody.parts) && this.#areFactsSaved(sent);
    const input = {
      id: saved.id,
      expectedVersion: saved.version,
      ...headInput(head, this.#savedHead),
      ...(embargoReason.trim() !== "" && { embargoReason }),
      // The arrays of the input type are not readonly, and nothing writes to these.
      ...(!isBodySame && { body: bodyInput(sent, facts, this.#savedBody) as UpdateArticleInput["body"] }),
    };
    return { input, sent, changes: this.#changes };
  }

  #accept(article: ArticleToEditFragment, sent: readonly Part[], changes: number): boolean {
    const misplaced = misplacedQuotes(sent, article.body);
    this.#settleSaved(article, sent);
    this.#set({
      saving: { kind: "idle" },
      embargoReason: "",
      ...(misplaced.length > 0 && { notice: { kind: "misplaced" as const, words: misplaced } }),
    });
    if (this.#changes === changes) this.#ports.store.discard();
    else this.keep();
    return true;
  }

  #settleSaved(article: ArticleToEditFragment, sent: readonly Part[]): void {
    const { aliases: before, facts, head, references } = this.#view;
    const aliases = aliasesAfter(sent, article.body, before);
    const after = headOf(article);
    const kept = headAfter(head, this.#savedHead, after);
    this.#savedBody = savedBody(article.body);
    this.#savedHead = after;
    this.#set({
      saved: article,
      aliases,
      facts: new Map([...facts].map(([id, own]) => [canonicalId(id, aliases), own])),
      head: kept,
      references: articleReferences(article, references),
    });
    this.#set({ isDirty: this.#judgeDirty() });
  }

  /** Merges with what somebody else wrote; whether nothing is left to decide. */
  #meet(theirs: ArticleToEditFragment, who: { readonly by: string | null; readonly at: string | null }): boolean {
    const { editor, aliases, facts, head } = this.#view;
    const mine = { parts: partsOf(editor.doc, aliases), facts, head };
    const base = { parts: this.#savedBody.parts, facts: this.#savedBody.facts, head: this.#savedHead };
    const conflict = findConflict(base, mine, theirs, who);
    if (isConflict(conflict)) {
      this.#set({ saving: { kind: "conflict", conflict } });
      return false;
    }
    this.#merge(conflict, new Map());
    return true;
  }

  #merge(conflict: Conflict, choices: ConflictChoices): void {
    const { theirs, by, at } = conflict;
    const { editor, aliases, references } = this.#view;
    const { parts, facts, head, taken } = settleConflict(conflict, choices);
    const tr = takeOver(editor, parts, documentOf(theirs.body), aliases);
    this.#savedBody = savedBody(theirs.body);
    this.#savedHead = headOf(theirs);
    this.#changed({
      saved: theirs,
      editor: editor.apply(tr),
      facts,
      head,
      references: articleReferences(theirs, references),
      saving: { kind: "idle" },
      notice: { kind: "merged", taken, by, at },
    });
  }

  #opened(article: ArticleToEditFragment): ArticleView {
    return {
      saved: article,
      editor: this.#editorOf(documentOf(article.body)),
      head: this.#savedHead,
      facts: this.#savedBody.facts,
      aliases: new Map(),
      references: articleReferences(article, null),
      isDirty: false,
      saving: { kind: "idle" },
      notice: null,
      madeQuote: null,
      embargoReason: "",
    };
  }

  #editorOf(doc: Node): EditorState {
    return bodyState(doc, (original, copy) => {
      const { facts } = this.#view;
      this.#view = { ...this.#view, facts: new Map(facts).set(copy, this.factsOf(original)) };
    });
  }

  /** Restores what was not saved when the page was left, and merges it when somebody wrote since. */
  #restore(kept: KeptDraft, article: ArticleToEditFragment): void {
    const doc = documentFromJson(kept.doc);
    if (!doc) return this.#ports.store.discard();
    this.#savedBody = savedBody(kept.base.body);
    this.#savedHead = headOf(kept.base);
    const aliases = new Map(kept.aliases);
    this.#view = {
      ...this.#opened(kept.base),
      editor: this.#editorOf(doc),
      head: kept.head,
      facts: new Map(kept.facts),
      aliases,
      references: articleReferences(article, articleReferences(kept.base, null)),
      notice: { kind: "restored", at: kept.keptAt },
    };
    if (kept.base.version === article.version) this.#settleSaved(article, this.#savedBody.parts);
    else this.#meet(article, { by: article.lastEdit?.by ?? null, at: article.lastEdit?.at ?? null });
    this.#changes += 1;
    this.#set({ isDirty: this.#judgeDirty() });
    if (!this.#view.isDirty) this.#set({ notice: null });
  }

  #areFactsSaved(parts: readonly Part[]): boolean {
    const { facts } = this.#view;
    return parts.every(
      (part) =>
        part.kind !== "paragraph" ||
        part.quotes.every(({ id }) => {
          const saved = this.#savedBody.facts.get(id);
          return saved !== undefined && isSameFacts(facts.get(id) ?? NO_FACTS, saved);
        }),
    );
  }

  #judgeDirty(): boolean {
    const { head, editor, aliases } = this.#view;
    if (HEAD_NAMES.some((name) => !isSameField(head, this.#savedHead, name))) return true;
    const parts = partsOf(editor.doc, aliases);
    return !areSameParts(parts, this.#savedBody.parts) || !this.#areFactsSaved(parts);
  }

  /** Whether something is not saved is judged when it is kept; until then a change counts as one. */
  #changed(change: Partial<ArticleView>): void {
    this.#changes += 1;
    this.#set({ isDirty: true, ...change });
  }

  /** Judges whether something is not saved. */
  judge(): void {
    const isDirty = this.#judgeDirty();
    if (isDirty !== this.#view.isDirty) this.#set({ isDirty });
  }

  #set(change: Partial<ArticleView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
