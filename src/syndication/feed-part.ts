/** What the articles of a feed have in common, by the first part of the address of the feed. */
export const FEED_PART_KINDS = ["sections", "topics", "authors", "languages"] as const;
export type FeedPartKind = (typeof FEED_PART_KINDS)[number];

/** A selection of articles that has its own feeds. */
export interface FeedPart {
  readonly kind: FeedPartKind;
  /** The slug of the section, topic or author, or the language tag. */
  readonly slug: string;
  /** The name of the section, topic or author, or that of the language in that language. */
  readonly name: string;
  /** What identifies the part for good: a bare key, or the language tag. */
  readonly key: string;
  /** The language of its articles; null where they can be in several. */
  readonly language: string | null;
}

/** The title of a feed. */
export function feedTitle({ title }: { readonly title: string }, part: FeedPart | null): string {
  return part === null ? title : `${title} – ${part.name}`;
}

/** The URI of the feed of a part: that of the publication with a fragment that never changes. */
export function feedIdOf(publicationId: string, part: FeedPart | null): string {
  return part === null ? publicationId : `${publicationId}#${part.kind}/${part.key}`;
}
