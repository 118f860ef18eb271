import { Field, Float, InputType, ObjectType, registerEnumType } from "type-graphql";
import { LocaleScalar } from "../graphql/scalars.js";

/** What copy is written in. */
export const ImportFormat = {
  AUTO: "AUTO",
  TEXT: "TEXT",
  HTML: "HTML",
  NINJS: "NINJS",
  NITF: "NITF",
  NEWSML_G2: "NEWSML_G2",
} as const;
export type ImportFormat = keyof typeof ImportFormat;
registerEnumType(ImportFormat, {
  name: "ImportFormat",
  description: "What copy is written in.",
  valuesConfig: {
    AUTO: { description: "Told by the copy itself." },
    TEXT: { description: "Plain text as it comes over a wire." },
    HTML: { description: "A saved page, or the body of one." },
    NINJS: { description: "IPTC ninjs, JSON." },
    NITF: { description: "IPTC NITF, XML." },
    NEWSML_G2: { description: "IPTC NewsML-G2, XML." },
  },
});

/** Copy to read into a draft. */
@InputType({ description: "Copy to read into a draft." })
export class ImportArticleInput {
  @Field(() => String, { description: "The copy itself." })
  content!: string;

  @Field(() => ImportFormat, { nullable: true, description: "What it is written in; told by the copy where absent." })
  format?: ImportFormat | null;

  @Field(() => String, { nullable: true, description: "In the place of the headline in the copy." })
  headline?: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: "The language of the copy; recognised where absent." })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only to tell what would be read: nothing is written." })
  dryRun?: boolean | null;
}

/** One thing that was read out of copy. */
@ObjectType({ description: "One thing that was read, for an editor to accept or refuse.", simpleResolvers: true })
export class ImportProposal {
  @Field(() => String, { description: "What it is: `dateline.place`, `elements[2].quotes[0].speaker`." })
  path!: string;

  @Field(() => String, { description: "What was read." })
  value!: string;

  @Field(() => Float, { description: "How sure that is, from 0 to 1." })
  confidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  reason!: string;
}

/** What was read out of copy. */
@ObjectType({ description: "What was read out of copy, and why.", simpleResolvers: true })
export class ImportReport {
  @Field(() => ImportFormat, { description: "What the copy was read as." })
  format!: ImportFormat;

  @Field(() => LocaleScalar, { description: "The language that was told or recognised." })
  language!: string;

  @Field(() => [ImportProposal], { description: "Everything that was read, in the order of the article." })
  proposals!: readonly ImportProposal[];

  @Field(() => [String], { description: "What an editor should look at." })
  warnings!: readonly string[];
}
