import { FieldResolver, Resolver, Root } from "type-graphql";
import { MadeOf } from "../graphql/loading/shape.js";
import { normaliseMarks, renderParagraphHtml } from "../marked-text/html.js";
import { ParagraphMark } from "../marked-text/mark.type.js";
import { Paragraph } from "./paragraph.type.js";

/** The computed fields of paragraphs. */
@Resolver(() => Paragraph)
export class ParagraphResolver {
  @FieldResolver(() => String, {
    complexity: 1,
    description:
      "The text with its links and emphasis as safe HTML: only the elements `a`, `em` and `strong`. Put it into the element of its `style`. A line break is the reference `&#10;`; show it with `white-space: pre-line`.",
  })
  @MadeOf<Paragraph>("text", "marks")
  html(@Root() paragraph: Paragraph): string {
    return renderParagraphHtml(paragraph.text, paragraph.marks, "&#10;");
  }

  @FieldResolver(() => [ParagraphMark], {
    description:
      "The links and emphasis on the text, ordered by their start. Marks of one kind do not overlap, those of different kinds may.",
  })
  @MadeOf<Paragraph>("text", "marks")
  marks(@Root() { text, marks }: Paragraph): readonly ParagraphMark[] {
    return normaliseMarks(text, marks);
  }
}
