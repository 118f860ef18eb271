import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocaleScalar } from "../graphql/scalars.js";
import { WordedReason } from "./import.reason.type.js";

export const ImportFormat = {
  AUTO: "AUTO",
  TEXT: "TEXT",
  HTML: "HTML",
  NINJS: "NINJS",
  NITF: "NITF",
  NEWSML_G2: "NEWSML_G2",
  IPTC7901: "IPTC7901",
  ANPA: "ANPA",
  EMAIL: "EMAIL",
  WXR: "WXR",
} as const;
export type ImportFormat = keyof typeof ImportFormat;
registerEnumType(ImportFormat, {
  name: "ImportFormat",
  description: "What copy is written in.",
  valuesConfig: {
    AUTO: { description: "Recognised by the shape of the copy." },
    TEXT: { description: "Plain text as it comes over a wire." },
    HTML: { description: "A saved page, or the body of one." },
    NINJS: { description: "IPTC ninjs, JSON." },
    NITF: { description: "IPTC NITF, XML." },
    NEWSML_G2: { description: "IPTC NewsML-G2, XML." },
    IPTC7901: {
      description: "Messages in IPTC 7901, or between ZCZC and NNNN, with or without their control characters.",
    },
    EMAIL: { description: "A letter as RFC 5322 and MIME write it (.eml), or several in an mbox file." },
    WXR: { description: "An export of WordPress: RSS with its namespace." },
    ANPA: { description: "Messages in ANPA 1312, with or without their control characters." },
  },
});

@InputType({
  description:
    "What an editor decided on one part of what was read. What no decision names is accepted as it was read.",
})
export class ImportDecisionInput {
  @Field(() => String, {
    description: "The `path` of a quote, post, picture or person of the preview, such as `elements[2].quotes[0]`.",
  })
  path!: string;

  @Field(() => Boolean, {
    description:
      "Whether the draft contains it. The words of a refused quote stay in the text, and those of a refused person stay without a speaker.",
  })
  isAccepted!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: "Who it is after all: the speaker of a quote, the author of a post, or the person.",
  })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The image of the newsroom that a picture is. Without it, the draft shows the picture if the import takes it over.",
  })
  imageId?: string | null;
}

@InputType({ description: "Copy to read into a draft." })
export class ImportArticleInput {
  @Field(() => String, { description: "The copy itself." })
  content!: string;

  @Field(() => ImportFormat, { nullable: true, description: "Format of the content. Detected by default." })
  format?: ImportFormat | null;

  @Field(() => String, { nullable: true, description: "In the place of the headline in the copy." })
  headline?: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: "The language of the copy; recognised where absent." })
  language?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether nothing is written: the report, or the refusal, is that of the import.",
  })
  dryRun?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The place of the story in content that holds several, from 0, as `importArticles` lists them. Absent: the content holds one story.",
  })
  story?: number | null;

  @Field(() => [ImportDecisionInput], {
    nullable: true,
    description: "What an editor decided on the preview of the same content.",
  })
  decisions?: readonly ImportDecisionInput[] | null;
}

@InputType({ description: "Copy with several stories to read into drafts." })
export class ImportArticlesInput {
  @Field(() => String, {
    description:
      "The copy itself: a NewsML-G2 message, ninjs in a list, a package or lines, an export of WordPress, an mbox file, or messages of a wire.",
  })
  content!: string;

  @Field(() => ImportFormat, { nullable: true, description: "The format of the content. Detected by default." })
  format?: ImportFormat | null;

  @Field(() => LocaleScalar, { nullable: true, description: "The language of all its stories. Recognised by default." })
  language?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether to report only what would be read. Nothing is written.",
  })
  dryRun?: boolean | null;
}

@ObjectType({ description: "One thing that was read, for an editor to accept or refuse.", simpleResolvers: true })
export class ImportProposal {
  @Field(() => String, {
    description:
      "What was recognised, such as `dateline.place` or `elements[2].quotes[0].speaker`. `persons[0].match` is a known person who is or may be meant, `persons[0].match.role` a fact about a known person that is new.",
  })
  path!: string;

  @Field(() => String, { description: "What was read." })
  value!: string;

  @Field(() => Float, { description: "How sure that is, from 0 to 1." })
  confidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  reason!: string;

  @Field(() => [WordedReason], {
    description: "The same as a list of reasons, for words in another language; empty where only `reason` says it.",
  })
  reasons!: readonly WordedReason[];

  @Field(() => Boolean, {
    description:
      "Whether the draft contains it, or would. False for a proposal: a person who may be meant, or new facts about a known person.",
  })
  isApplied!: boolean;
}

@ObjectType({ description: "What was read out of copy, and why.", simpleResolvers: true })
export class ImportReport {
  @Field(() => ImportFormat, { description: "What the copy was read as." })
  format!: ImportFormat;

  @Field(() => LocaleScalar, { description: "Language that was specified or detected." })
  language!: string;

  @Field(() => Boolean, {
    description: "Whether the story was imported before: then nothing is written, and a warning names the article.",
  })
  wasImportedBefore!: boolean;

  @Field(() => [ImportProposal], { description: "Everything that was read, in the order of the article." })
  proposals!: readonly ImportProposal[];

  @Field(() => [String], { description: "What an editor should look at." })
  warnings!: readonly string[];
}
