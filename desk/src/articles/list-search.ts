import type { ArticleFilter, ArticleState } from "../api/generated/graphql.ts";

/** The states in the order of an article's life. */
export const STATES = [
  "DRAFT",
  "IN_REVIEW",
  "READY",
  "SCHEDULED",
  "PUBLISHED",
  "UNPUBLISHED",
  "KILLED",
] as const satisfies readonly ArticleState[];

/** What of the list is shown. It is in the address, so that it can be bookmarked, sent and gone back to. */
export interface ListSearch {
  readonly state?: ArticleState | "TRASH";
  readonly words?: string;
  /** Only articles that the user has written in. */
  readonly mine?: true;
  /** Only articles with changes that are not published. */
  readonly changed?: true;
  /** The id of a section. */
  readonly section?: string;
  readonly language?: string;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Reads an address; what it cannot mean is left out. */
export function parseListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const { words, section, language } = search;
  const state = [...STATES, "TRASH" as const].find((each) => each === search["state"]);
  return {
    ...(state && { state }),
    ...(isText(words) && { words }),
    ...(search["mine"] === true && { mine: true }),
    ...(search["changed"] === true && { changed: true }),
    ...(isText(section) && { section }),
    ...(isText(language) && { language }),
  };
}

/** The filter of the API for what an address asks for. */
export function filterOf(search: ListSearch, viewerId: string | null | undefined): ArticleFilter {
  const { state, words, section, language } = search;
  return {
    ...(state === "TRASH" ? { isTrashed: true } : state && { states: [state] }),
    ...(words !== undefined && { headlineContains: words }),
    ...(search.mine && isText(viewerId) && { editedById: viewerId }),
    ...(search.changed && { hasUnpublishedChanges: true }),
    ...(section !== undefined && { sectionId: section }),
    ...(language !== undefined && { language }),
  };
}
