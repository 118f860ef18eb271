import type { WithHeadInputs } from "../draft/head-fields.js";
import { Field, ID, InputType } from "type-graphql";
import { ElementInput } from "../draft/body.inputs.js";
import { FigureInput } from "../draft/figure.inputs.js";
import { DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";
import { AuthorInput } from "../draft/author.inputs.js";
import { DatelineInput, HeadFieldsInput } from "./create-article.inputs.js";
import { ExpectedVersion } from "../graphql/write-fields.js";

@InputType({
  description: "What changes of a draft. What is absent is left as it is, and null clears.",
})
export class UpdateArticleInput extends HeadFieldsInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "The headline." })
  headline?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its name in addresses; the old one keeps leading to the article.",
  })
  slug?: string | null;

  @Field(() => DatelineInput, { nullable: true, description: "Where and when it was filed, as a whole." })
  dateline?: DatelineInput | null;

  @Field(() => LocaleScalar, { nullable: true, description: "The language it is written in." })
  language?: string | null;

  @Field(() => [AuthorInput], {
    nullable: true,
    description: "All who wrote it, in printed order. Without a `byline` their names are printed.",
  })
  authors?: AuthorInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Other articles to show beside it, in the editors' order, all of them.",
  })
  relatedIds?: string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "No act publishes the article before this moment; null for no embargo. Moving it earlier before it has passed needs the role EDITOR or ADMIN and an `embargoReason`.",
  })
  embargoedUntil?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why an embargo is lifted before it has passed; the audit log keeps it.",
  })
  embargoReason?: string | null;

  @Field(() => [String], { nullable: true, description: "The names of all its topics; those that are new are made." })
  topics?: string[] | null;

  @Field(() => FigureInput, {
    nullable: true,
    description: "The picture that teasers show; null for none.",
  })
  leadImage?: FigureInput | null;

  @Field(() => [ElementInput], {
    nullable: true,
    description:
      "A whole body in the place of the draft's, in reading order. Parts named by their id are the same parts as before. It cannot be null.",
  })
  body?: ElementInput[] | null;
}

/** Does not compile when the input lacks a field of the head. */
export type CompleteUpdateArticleInput = WithHeadInputs<Required<UpdateArticleInput>>;
