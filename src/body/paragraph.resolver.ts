import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Article } from "../draft/article.type.js";
import { loaded } from "../graphql/loading/loaded.js";
import { Person } from "../person/person.type.js";
import { renderParagraphHtml } from "../marked-text/html.js";
import { Mention, Paragraph } from "./paragraph.type.js";

/** What a paragraph says and whom it names. */
@Resolver(() => Paragraph)
export class ParagraphResolver {
  @FieldResolver(() => String, {
    complexity: 1,
    description:
      "The text with its links and emphasis, safe to put into a page: `a`, `em` and `strong`, no other element. A line break is the reference `&#10;`; show it with `white-space: pre-line`.",
  })
  html(@Root() paragraph: Paragraph): string {
    return renderParagraphHtml(paragraph.text, paragraph.marks, "&#10;");
  }

  @FieldResolver(() => [Mention], { description: "Whom it names, in reading order." })
  mentions(@Root() paragraph: Paragraph, @Info() info: GraphQLResolveInfo): readonly Mention[] {
    return loaded(paragraph, info);
  }

  @FieldResolver(() => Article, { description: "The article that contains it." })
  article(@Root() paragraph: Paragraph, @Info() info: GraphQLResolveInfo): Article {
    return loaded(paragraph, info);
  }
}

/** Who is meant by a name in a paragraph. */
@Resolver(() => Mention)
export class MentionResolver {
  @FieldResolver(() => Person, { description: "Who is meant." })
  person(@Root() mention: Mention, @Info() info: GraphQLResolveInfo): Person {
    return loaded(mention, info);
  }
}
