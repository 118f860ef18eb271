import { ArgsType, Field, ID, InputType, registerEnumType } from "type-graphql";
import { ForwardPageArgs } from "../graphql/connection.js";
import { DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";

export const SearchKind = {
  ARTICLE: "ARTICLE",
  QUOTE: "QUOTE",
  PERSON: "PERSON",
  EMBEDDED_POST: "EMBEDDED_POST",
} as const;
export type SearchKind = keyof typeof SearchKind;
registerEnumType(SearchKind, {
  name: "SearchKind",
  description: "What a search can find.",
  valuesConfig: {
    ARTICLE: { description: "Articles, by headline, standfirst, body, captions and authors." },
    QUOTE: { description: "Quotes, by their words, occasion and speaker." },
    PERSON: { description: "Persons, by names, aliases, accounts and role; misspelled names are found as well." },
    EMBEDDED_POST: { description: "Social media posts, by text and author." },
  },
});

@InputType({ description: "Conditions on what a search finds. All conditions that are set must match." })
export class SearchFilter {
  @Field(() => LocaleScalar, {
    nullable: true,
    description: "Written in this language; `de` includes `de-AT`. Finds no persons.",
  })
  language?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "In this section or one below it. Finds articles and their quotes only.",
  })
  sectionId?: string | null;

  @Field(() => ID, { nullable: true, description: "Filed under this topic. Finds articles and their quotes only." })
  topicId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Of this person: articles by, quoting or mentioning them, their quotes and posts, and the person themselves.",
  })
  personId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Published, or posted, later than this moment. Finds no persons.",
  })
  publishedAfter?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Published, or posted, earlier than this moment. Finds no persons.",
  })
  publishedBefore?: Date | null;
}

/** The arguments of the search. */
@ArgsType()
export class SearchArgs extends ForwardPageArgs {
  @Field(() => String, {
    description:
      'Words that must all be found. "A phrase", -excluded, prefix* and one OR another work as in web search engines. Any text is valid.',
  })
  query!: string;

  @Field(() => [SearchKind], { nullable: true, description: "What to find; everything where it is absent." })
  in?: SearchKind[] | null;

  @Field(() => SearchFilter, { nullable: true, description: "Which of the matches; all of them where it is absent." })
  filter?: SearchFilter | null;
}
