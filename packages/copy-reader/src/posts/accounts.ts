import type { NamedEntity } from "../phrases/persons.js";
import type { FoundPost } from "../story/story-value.js";

/** Shorter family names are in too many handles by chance. */
const shortestFamilyName = 4;

/** The person whose account signed each post, for the posts of which it is sure. */
export function findAuthors(
  posts: readonly FoundPost[],
  entities: readonly NamedEntity[],
): ReadonlyMap<FoundPost, NamedEntity> {
  const persons = entities.filter((entity) => entity.isPerson).map(foldNames);
  const known = new Map<string, NamedEntity | null>();
  const authors = new Map<FoundPost, NamedEntity>();
  for (const post of posts) {
    const account = `${post.authorName}\n${post.authorHandle}`;
    if (!known.has(account)) known.set(account, findAuthor(post, persons));
    const author = known.get(account);
    if (author) authors.set(post, author);
  }
  return authors;
}

interface FoldedPerson {
  readonly entity: NamedEntity;
  readonly full: string;
  readonly family: string;
}

function foldNames(entity: NamedEntity): FoldedPerson {
  return { entity, full: fold(entity.names.join("")), family: fold(entity.names.at(-1) ?? "") };
}

/** The name in full, otherwise the only family name that name or handle holds. */
function findAuthor(post: FoundPost, persons: readonly FoldedPerson[]): NamedEntity | null {
  const name = fold(post.authorName);
  const full = persons.filter((person) => person.full === name);
  if (full.length === 1) return full[0]?.entity ?? null;
  const [user = ""] = (post.authorHandle ?? "").slice(1).split(/[@.]/u);
  const handle = fold(user);
  const parts = new Set(post.authorName.split(/[^\p{L}\p{M}\p{N}]+/u).map(fold));
  const byFamily = persons.filter(
    ({ family }) => family.length >= shortestFamilyName && (parts.has(family) || handle.includes(family)),
  );
  return byFamily.length === 1 ? (byFamily[0]?.entity ?? null) : null;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
