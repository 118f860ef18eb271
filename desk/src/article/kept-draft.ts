import type { ArticleToEditFragment } from "../api/generated/graphql.ts";
import type { QuoteFacts } from "../editor/facts.ts";
import type { HeadValues } from "./head-values.ts";

/** What was written and is not on the server yet, with the article that it was written on. */
export interface KeptDraft {
  readonly format: typeof FORMAT;
  readonly keptAt: string;
  readonly base: ArticleToEditFragment;
  readonly head: HeadValues;
  /** The document as JSON of the editor. */
  readonly doc: unknown;
  readonly facts: readonly (readonly [string, QuoteFacts])[];
  readonly aliases: readonly (readonly [string, string])[];
}

/** Raised when the shape changes: what an older desk kept is not read. */
export const FORMAT = 1;

/** Where unsaved text is kept in the browser, so that it survives a reload, a crash and an outage. */
export interface DraftStore {
  read(): KeptDraft | null;
  /** Whether it could be kept; not when the browser's storage is full or switched off. */
  keep(draft: KeptDraft): boolean;
  discard(): void;
}

/**
 * The store of one article for one person. It is synchronous: what is written when a page is closed is kept. Windows of the
 * same browser with the same article each have a place of their own while they are open, and the first one to open it
 * afterwards takes over what another one left.
 */
export function openDraftStore(viewerId: string, articleId: string): DraftStore {
  const prefix = `desk.draft.${viewerId}.${articleId}`;
  const key = `${prefix}.${windowId()}`;
  return {
    read: () => readFrom(key) ?? adopt(prefix, key),
    keep: (draft) => attempt(() => localStorage.setItem(key, JSON.stringify(draft))),
    discard: () => void attempt(() => localStorage.removeItem(key)),
  };
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

const WINDOW = "desk.window";

/** The id of this window, which a reload keeps; one that was duplicated shares it until it is closed. */
function windowId(): string {
  try {
    const id = sessionStorage.getItem(WINDOW) ?? crypto.randomUUID();
    sessionStorage.setItem(WINDOW, id);
    return id;
  } catch {
    return "only";
  }
}

function readFrom(key: string): KeptDraft | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    // Only this module writes below these keys; the format says which shape it wrote.
    return typeof read === "object" && read !== null && "format" in read && read.format === FORMAT
      ? (read as KeptDraft)
      : null;
  } catch {
    return null;
  }
}

/** How long ago another window must have kept a draft, so that it is not open any more. */
const ABANDONED_MS = 2 * 60_000;

/** Takes over what a window that was closed has left. */
function adopt(prefix: string, key: string): KeptDraft | null {
  try {
    for (const other of Object.keys(localStorage).filter((each) => each.startsWith(`${prefix}.`))) {
      const draft = readFrom(other);
      if (!draft || Date.now() - Date.parse(draft.keptAt) < ABANDONED_MS) continue;
      localStorage.setItem(key, JSON.stringify(draft));
      localStorage.removeItem(other);
      return draft;
    }
  } catch {
    return null;
  }
  return null;
}
