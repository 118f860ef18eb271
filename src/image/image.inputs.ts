import { Field, Float, ID, InputType } from "type-graphql";
import { OptionalExpectedVersion } from "../graphql/write-fields.js";
import { DateScalar, DateTimeScalar } from "../graphql/scalars.js";

@InputType({ description: "The point of a picture that is kept in view when it is cropped." })
export class FocalPointInput {
  @Field(() => Float, { description: "From the left edge (0) to the right edge (1)." })
  x!: number;

  @Field(() => Float, { description: "From the upper edge (0) to the lower edge (1)." })
  y!: number;
}

@InputType({ description: "What changes of an image. What is absent is left as it is, and null clears." })
export class UpdateImageInput {
  @Field(() => ID, { description: "The image." })
  id!: string;

  @OptionalExpectedVersion()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: "What the picture shows, for people who do not see it." })
  alt?: string | null;

  @Field(() => String, { nullable: true, description: "A short title." })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: "The caption." })
  caption?: string | null;

  @Field(() => String, { nullable: true, description: "The credit line to print." })
  credit?: string | null;

  @Field(() => String, { nullable: true, description: "The copyright notice." })
  copyright?: string | null;

  @Field(() => String, { nullable: true, description: "How it may be used." })
  usageTerms?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which it may be published again." })
  usableUntil?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken." })
  takenAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Where it was taken." })
  place?: string | null;

  @Field(() => FocalPointInput, { nullable: true, description: "What is kept in view; null is the middle." })
  focalPoint?: FocalPointInput | null;
}

@InputType({ description: "An image to delete. Refused while an article or a portrait uses it." })
export class DeleteImageInput {
  @Field(() => ID, { description: "The image." })
  id!: string;
}
