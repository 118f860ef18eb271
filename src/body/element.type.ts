import { createUnionType } from "type-graphql";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { Figure } from "./figure.type.js";
import { Paragraph } from "./paragraph.type.js";

/** One part of an article's body. */
export const ArticleElement = createUnionType({
  name: "ArticleElement",
  description: "One part of an article's body.",
  types: () => [Paragraph, EmbeddedPost, Figure] as const,
  // The loading names the type of each row; rows are plain objects, not instances.
  resolveType: (value) => nameOfType(value),
});

function nameOfType(value: object): string | undefined {
  return "__typename" in value ? String(value.__typename) : undefined;
}
