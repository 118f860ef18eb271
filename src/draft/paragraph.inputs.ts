import { Field, ID, InputType } from "type-graphql";
import type { Mark } from "../marked-text/marks.js";
import { QuoteInput } from "./quote.inputs.js";

@InputType({ description: "A paragraph, as plain text or as HTML." })
export class ParagraphInput {
  @Field(() => ID, {
    nullable: true,
    description: "The paragraph's id where it is there already; a new one is made where absent.",
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: "Plain text; exactly one of `text` and `html`." })
  text?: string | null;

  /** The marks on `text` as it is written; set by imports and no field of the schema. */
  marks?: readonly Mark[];

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
