import type { References } from "../embedded-post/references.js";
import { type Issues, type Path, RULES } from "../validation/issues.js";
import type { AuthorInput } from "./author.inputs.js";
import type { HeadListValues, ListEntry } from "./head-lists.js";

/** The lists of an input that name their rows by id. */
export interface HeadListInput {
  readonly authors?: readonly AuthorInput[] | null | undefined;
  readonly relatedIds?: readonly string[] | null | undefined;
}

/** The lists that an input names by id. */
export type ListsById = Pick<HeadListValues, "authors" | "related">;

/** The most entries of a list of one article. */
const MAX_ENTRIES = 100;

/** The context for reading lists. */
interface ListReading {
  /** The bare key of the article; null of a new one. */
  readonly articleId: string | null;
  readonly references: References;
  readonly issues: Issues;
}

/**
 * Reads the lists that name their rows by id, which `references` has to look up. A list that is absent stays as it is in the
 * draft `before`, or is empty in a new article; null clears it.
 */
export function readHeadLists(input: HeadListInput, before: ListsById | null, reading: ListReading): ListsById {
  const { authors, relatedIds } = input;
  return {
    authors: authors === undefined ? (before?.authors ?? []) : readAuthorList(authors ?? [], reading),
    related: relatedIds === undefined ? (before?.related ?? []) : readRelatedIds(relatedIds ?? [], reading),
  };
}

function readAuthorList(inputs: readonly AuthorInput[], { references, issues }: ListReading): readonly ListEntry[] {
  return readEntries(inputs, ["input", "authors"], issues, ({ personId, role }, path) => ({
    path: [...path, "personId"],
    id: references.key("Person", personId, [...path, "personId"], issues),
    role: issues.optionalText(role, [...path, "role"], RULES.line),
  }));
}

function readRelatedIds(ids: readonly string[], { articleId, references, issues }: ListReading): readonly ListEntry[] {
  return readEntries(ids, ["input", "relatedIds"], issues, (given, path) => {
    const id = references.key("Article", given, path, issues);
    if (id !== null && id === articleId)
      issues.add(path, "An article is not related to itself.", { reason: "REFERS_TO_ITSELF" });
    return { path, id, role: null };
  });
}

/** The entries of a list; each row may be in it once. */
function readEntries<Input>(
  inputs: readonly Input[],
  path: Path,
  issues: Issues,
  read: (input: Input, path: Path) => { readonly path: Path; readonly id: string | null; readonly role: string | null },
): readonly ListEntry[] {
  issues.addTooMany(path, "list", inputs, "entries", MAX_ENTRIES);
  const entries = new Map<string, ListEntry>();
  for (const [at, input] of inputs.slice(0, MAX_ENTRIES).entries()) {
    const { path: own, id, role } = read(input, [...path, String(at)]);
    if (id === null) continue;
    if (entries.has(id)) issues.add(own, "It is in this list twice.", { reason: "LISTED_TWICE" });
    entries.set(id, { id, role });
  }
  return [...entries.values()];
}
