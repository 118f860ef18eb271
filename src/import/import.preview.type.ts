import { createUnionType, Field, Float, Int, ObjectType } from "type-graphql";
import { Dateline } from "../draft/article.type.js";
import type { Answer } from "../graphql/answer.js";
import { DateScalar, LocaleScalar, UrlScalar } from "../graphql/scalars.js";
import { type MarkKind, ParagraphMark } from "../marked-text/mark.type.js";
import { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import { Person } from "../person/person.type.js";
import { PostPlatform } from "../person/platform.type.js";
import { QuoteKind } from "../quote-check/quote-kinds.type.js";
import { WordedReason } from "./import.reason.type.js";

@ObjectType({ description: "A quote as it was read.", simpleResolvers: true })
export class ImportedQuote {
  @Field(() => String, { description: "What a decision names it by, such as `elements[2].quotes[0]`." })
  readonly path!: string;

  @Field(() => Int, { description: "Start of its words, in UTF-16 code units of the paragraph's text." })
  readonly start!: number;

  @Field(() => Int, { description: "End of its words, exclusive." })
  readonly end!: number;

  @Field(() => String, { description: "Its words, without quotation marks." })
  readonly text!: string;

  @Field(() => QuoteKind, { description: "How the words are rendered." })
  readonly kind!: QuoteKind;

  @Field(() => String, { nullable: true, description: "The speaker's name; null when the copy names no person." })
  readonly speakerName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The speaker's office, or the description of a speaker without a name; null when there is none.",
  })
  readonly speakerRole!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the words; null when the copy has none." })
  readonly saidOn!: string | null;

  @Field(() => Float, { description: "How sure the speaker is, from 0 to 1." })
  readonly confidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  readonly reason!: string;

  @Field(() => [WordedReason], { description: "The same as a list of reasons, for words in another language." })
  readonly reasons!: readonly WordedReason[];

  @Field(() => Person, {
    nullable: true,
    description:
      "The person of the newsroom who is taken for the speaker; null for a new person, and without a person.",
  })
  readonly speaker!: Answer<Person | null>;

  @Field(() => [Person], { description: "Persons of the newsroom who may be the speaker, the likeliest first." })
  readonly candidates!: Answer<readonly Person[]>;
}

@ObjectType({ description: "A paragraph as it was read.", simpleResolvers: true })
export class ImportedParagraph {
  readonly kind = "paragraph" as const;

  @Field(() => String, { description: "Its text, to which the offsets of quotes and marks refer." })
  readonly text!: string;

  @Field(() => ParagraphStyle, { description: "What it is in the body." })
  readonly style!: ParagraphStyle;

  @Field(() => [ParagraphMark], { description: "Its links and emphasis, ordered by start." })
  readonly marks!: readonly { readonly kind: MarkKind; readonly start: number; readonly end: number }[];

  @Field(() => [ImportedQuote], { description: "Its quotes, ordered by start." })
  readonly quotes!: readonly ImportedQuote[];
}

@ObjectType({ description: "A social media post as it was read.", simpleResolvers: true })
export class ImportedPost {
  readonly kind = "post" as const;

  @Field(() => String, { description: "What a decision names it by, such as `elements[3]`." })
  readonly path!: string;

  @Field(() => PostPlatform, { description: "The platform." })
  readonly platform!: PostPlatform;

  @Field(() => UrlScalar, { nullable: true, description: "Its address; null when the copy has none." })
  readonly url!: string | null;

  @Field(() => String, { nullable: true, description: "The author's name; null when the copy has none." })
  readonly authorName!: string | null;

  @Field(() => String, { nullable: true, description: "The author's handle; null when the copy has none." })
  readonly authorHandle!: string | null;

  @Field(() => String, { description: "Its text; empty when the copy has its address alone." })
  readonly text!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day it was published; null when the copy has none." })
  readonly postedOn!: string | null;

  @Field(() => Float, { description: "How sure the author is, from 0 to 1." })
  readonly confidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  readonly reason!: string;

  @Field(() => [WordedReason], { description: "The same as a list of reasons, for words in another language." })
  readonly reasons!: readonly WordedReason[];

  @Field(() => [Person], { description: "Persons of the newsroom who may be the author, the likeliest first." })
  readonly candidates!: Answer<readonly Person[]>;
}

@ObjectType({
  description:
    "A picture that the copy shows. A picture within the copy, or that the server fetches, is taken over; any other has to be uploaded, and its image named in a decision.",
  simpleResolvers: true,
})
export class ImportedImage {
  readonly kind = "image" as const;

  @Field(() => String, { description: "What a decision names it by, such as `images[0]`." })
  readonly path!: string;

  @Field(() => UrlScalar, { description: "Its address, or the name of its file where the copy has no address." })
  readonly url!: string;

  @Field(() => String, { nullable: true, description: "Its caption; null when the copy has none." })
  readonly caption!: string | null;

  @Field(() => String, { nullable: true, description: "Its credit; null when the copy has none." })
  readonly credit!: string | null;

  @Field(() => String, { nullable: true, description: "Its alternative text; null when the copy has none." })
  readonly alt!: string | null;

  @Field(() => Boolean, { description: "Whether the copy names it as the picture of the whole story." })
  readonly isLead!: boolean;
}

/** The parts of a body as they were read. */
export const ImportedElement = createUnionType({
  name: "ImportedElement",
  description: "One part of the body as it was read.",
  types: () => [ImportedParagraph, ImportedPost, ImportedImage] as const,
  resolveType: ({ kind }) =>
    kind === "paragraph" ? ImportedParagraph : kind === "post" ? ImportedPost : ImportedImage,
});
export type ImportedElement = ImportedParagraph | ImportedPost | ImportedImage;

@ObjectType({ description: "A person that the copy names.", simpleResolvers: true })
export class ImportedPerson {
  @Field(() => String, { description: "What a decision names it by, such as `persons[0]`." })
  readonly path!: string;

  @Field(() => String, { description: "The name in the copy." })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "The office or description; null when the copy has none." })
  readonly role!: string | null;

  @Field(() => Float, { description: "How sure it is that this is a person, from 0 to 1." })
  readonly confidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  readonly reason!: string;

  @Field(() => [WordedReason], { description: "The same as a list of reasons, for words in another language." })
  readonly reasons!: readonly WordedReason[];

  @Field(() => Person, {
    nullable: true,
    description: "The person of the newsroom that this is taken for; null for a new person.",
  })
  readonly match!: Answer<Person | null>;

  @Field(() => Float, { description: "How sure that is, from 0 to 1: that it is the match, or a new person." })
  readonly matchConfidence!: number;

  @Field(() => String, { description: "Why, in an editor's words." })
  readonly matchReason!: string;

  @Field(() => [WordedReason], { description: "The same as a list of reasons, for words in another language." })
  readonly matchReasons!: readonly WordedReason[];

  @Field(() => [Person], { description: "Persons of the newsroom who may be meant, the likeliest first." })
  readonly candidates!: Answer<readonly Person[]>;
}

@ObjectType({
  description:
    "What was read of the copy, before any decision. The same content read again has the same paths, so that decisions can name them.",
  simpleResolvers: true,
})
export class ImportPreview {
  @Field(() => String, { nullable: true, description: "The headline; null when the copy has none." })
  readonly headline!: string | null;

  @Field(() => String, { nullable: true, description: "The standfirst; null when the copy has none." })
  readonly standfirst!: string | null;

  @Field(() => String, { nullable: true, description: "The byline; null when the copy has none." })
  readonly byline!: string | null;

  @Field(() => Dateline, { nullable: true, description: "Place and day of filing; null when the copy has none." })
  readonly dateline!: Pick<Dateline, "text" | "place" | "date"> | null;

  @Field(() => LocaleScalar, { description: "The language that was specified or detected." })
  readonly language!: string;

  @Field(() => [ImportedElement], {
    description: "The body in its order. Empty when the copy only withdraws an earlier story.",
  })
  readonly elements!: readonly ImportedElement[];

  @Field(() => [ImportedPerson], {
    description:
      "The persons that the copy names. Those of a story that was imported before are not looked up in the newsroom.",
  })
  readonly persons!: readonly ImportedPerson[];
}
