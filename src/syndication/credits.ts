import { compareNames } from "../person/person.alike.js";
import { type BylineAuthor, readAuthors } from "./authors.js";
import type { SyndicatedArticle, SyndicatedAuthor } from "./syndicated.js";

/** A person or desk in the credits of an article. */
export interface Credit extends BylineAuthor {
  /** The author, if it is a person of the newsroom. */
  readonly author: SyndicatedAuthor | null;
}

/**
 * The credits of an article: its authors in printed order, then the further names of its byline, such as an agency.
 */
export function creditsOf({ authors, byline }: Pick<SyndicatedArticle, "authors" | "byline">): readonly Credit[] {
  const known = authors.map((author) => ({ name: author.name, isOrganization: false, author }));
  const others = readAuthors(byline).filter(
    ({ name, isOrganization }) => isOrganization || !authors.some((author) => compareNames(author.name, name) !== null),
  );
  return [...known, ...others.map((other) => ({ ...other, author: null }))];
}
