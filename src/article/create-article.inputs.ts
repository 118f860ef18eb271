import type { WithHeadInputs } from "../draft/head-fields.js";
import { Field, ID, InputType } from "type-graphql";
import { DateScalar, DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";
import { AuthorInput } from "../draft/author.inputs.js";
import { ElementInput } from "../draft/body.inputs.js";
import { FigureInput } from "../draft/figure.inputs.js";
import { IdempotencyKey } from "../graphql/write-fields.js";

@InputType({ description: "Place and day of filing of a story." })
export class DatelineInput {
  @Field(() => String, { nullable: true, description: "As it is printed; made of the place where absent." })
  text?: string | null;

  @Field(() => String, { nullable: true, description: "The place alone." })
  place?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of filing, at most 366 days ahead." })
  date?: string | null;
}

/** The fields of the head that are the same in the inputs for new articles and for changes. */
@InputType()
export abstract class HeadFieldsInput {
  @Field(() => String, { nullable: true, description: "The sentence or two below the headline." })
  standfirst?: string | null;

  @Field(() => String, { nullable: true, description: "Who wrote it, as printed." })
  byline?: string | null;

  @Field(() => ID, { nullable: true, description: "The section that it is in." })
  sectionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The article that it translates, or another translation of that article. The original of translations cannot be one itself.",
  })
  translationOfId?: string | null;
}

@InputType({ description: "A new article. It begins as a draft." })
export class CreateArticleInput extends HeadFieldsInput {
  @Field(() => String, { description: "The headline." })
  headline!: string;

  @Field(() => String, { nullable: true, description: "Its name in addresses; made of the headline where absent." })
  slug?: string | null;

  @Field(() => DatelineInput, { nullable: true, description: "Where and when it was filed." })
  dateline?: DatelineInput | null;

  @Field(() => LocaleScalar, {
    nullable: true,
    description:
      "The language it is written in. By default the language that its text shows, and `en` where a text in Latin script shows none.",
  })
  language?: string | null;

  @Field(() => [AuthorInput], {
    nullable: true,
    description: "Who wrote it, in printed order. Without a `byline` their names are printed.",
  })
  authors?: AuthorInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Other articles to show beside it, in the editors' order.",
  })
  relatedIds?: string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "No act publishes the article before this moment.",
  })
  embargoedUntil?: Date | null;

  @Field(() => [String], { nullable: true, description: "The names of its topics; those that are new are made." })
  topics?: string[] | null;

  @Field(() => FigureInput, {
    nullable: true,
    description: "The picture that teasers show. It can also be in the body.",
  })
  leadImage?: FigureInput | null;

  @Field(() => [ElementInput], { nullable: true, description: "The body in reading order; empty where absent." })
  body?: ElementInput[] | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** Does not compile when the input lacks a field of the head. */
export type CompleteCreateArticleInput = WithHeadInputs<Required<CreateArticleInput>>;
