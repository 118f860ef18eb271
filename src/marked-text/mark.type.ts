import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { UrlScalar } from "../graphql/scalars.js";

/** The kinds of marks. Their values are those of the stored marks. */
export const MarkKind = { STRONG: "strong", EMPHASIS: "emphasis", LINK: "link" } as const;
export type MarkKind = (typeof MarkKind)[keyof typeof MarkKind];
registerEnumType(MarkKind, {
  name: "MarkKind",
  description: "What a mark does to its words.",
  valuesConfig: {
    STRONG: { description: "Strong emphasis, usually bold." },
    EMPHASIS: { description: "Emphasis, usually italic." },
    LINK: { description: "A link to another page." },
  },
});

@ObjectType("Mark", {
  description: "A link or emphasis on words of a paragraph. Offsets are UTF-16 code units into the paragraph's text.",
  simpleResolvers: true,
})
export class ParagraphMark {
  @Field(() => MarkKind, { description: "What it does to its words." })
  kind!: MarkKind;

  @Field(() => Int, { description: "Start of its words." })
  start!: number;

  @Field(() => Int, { description: "End of its words, exclusive." })
  end!: number;

  @Field(() => UrlScalar, { nullable: true, description: "The http or https address of a link; null for other kinds." })
  href?: string | null;
}

@InputType({
  description:
    "A link or emphasis on words of a text. Offsets are UTF-16 code units into the text of the input. Marks of different kinds may overlap.",
})
export class MarkInput {
  @Field(() => MarkKind, { description: "What it does to its words." })
  kind!: MarkKind;

  @Field(() => Int, { description: "Start of its words." })
  start!: number;

  @Field(() => Int, { description: "End of its words, exclusive." })
  end!: number;

  @Field(() => UrlScalar, { nullable: true, description: "The http or https address of a link, and of links only." })
  href?: string | null;
}
