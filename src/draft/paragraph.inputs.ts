import { Field, ID, InputType } from "type-graphql";
import { MarkInput } from "../marked-text/mark.type.js";
import { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import { QuoteInput } from "./quote.inputs.js";

@InputType({ description: "A paragraph, as plain text or as HTML." })
export class ParagraphInput {
  @Field(() => ID, {
    nullable: true,
    description: "The paragraph's id where it is there already; a new one is made where absent.",
  })
  id?: string | null;

  @Field(() => ParagraphStyle, {
    nullable: true,
    description: "What it is in the body. Where absent, a new paragraph is `BODY` and another one keeps its style.",
  })
  style?: ParagraphStyle | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Plain text; exactly one of `text` and `html`. A paragraph that is there already keeps its text without both.",
  })
  text?: string | null;

  @Field(() => [MarkInput], {
    nullable: true,
    description:
      "All links and emphasis on `text`. Where absent, a paragraph that is there already keeps those whose words it keeps. Not together with `html`.",
  })
  marks?: readonly MarkInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Text with `a`, `em` and `strong`, or with bold and italic letters by CSS. Struck words are dropped, raised and lowered digits become superscripts and subscripts, and all other markup is dropped and its text kept. Exactly one of `text` and `html`.",
  })
  html?: string | null;

  @Field(() => [QuoteInput], {
    nullable: true,
    description: "Its quotes. Where absent, a paragraph that is there already keeps its own.",
  })
  quotes?: QuoteInput[] | null;
}
