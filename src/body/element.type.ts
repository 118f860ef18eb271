import { createUnionType } from "type-graphql";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { Paragraph } from "./paragraph.type.js";

/** One part of an article's body. */
export const ArticleElement = createUnionType({
  name: "ArticleElement",
  description: "One part of an article's body.",
  types: () => [Paragraph, EmbeddedPost] as const,
  // The loading names the type of each row; rows are plain objects, not instances.
  resolveType: (value) => (isNamed(value, "EmbeddedPost") ? "EmbeddedPost" : "Paragraph"),
});

function isNamed(value: object, type: string): boolean {
  return "__typename" in value && value.__typename === type;
}
