import { ArgsType, Field, Float, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType, PageArgs } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar, DateTimeScalar } from "../graphql/scalars.js";

export const ImageFit = { COVER: "COVER", CONTAIN: "CONTAIN" } as const;
export type ImageFit = keyof typeof ImageFit;
registerEnumType(ImageFit, {
  name: "ImageFit",
  description: "How a picture is fitted into a width and a height. It is never enlarged.",
  valuesConfig: {
    COVER: { description: "Fills the width and height; what is outside is cropped around the focal point." },
    CONTAIN: { description: "Is complete, and as large as the width and height allow." },
  },
});

export const ImageFormat = { AVIF: "AVIF", WEBP: "WEBP", JPEG: "JPEG", PNG: "PNG" } as const;
export type ImageFormat = keyof typeof ImageFormat;
registerEnumType(ImageFormat, {
  name: "ImageFormat",
  description: "A file format of pictures.",
  valuesConfig: {
    AVIF: { description: "The smallest files, and the slowest to make. One frame, at most 12 million pixels." },
    WEBP: { description: "Small files; animations stay animated." },
    JPEG: { description: "For all clients. One frame, transparent parts become white." },
    PNG: { description: "Without loss, for drawings and screenshots. One frame." },
  },
});

@ObjectType({ description: "The point of a picture that is kept in view when it is cropped.", simpleResolvers: true })
export class FocalPoint {
  @Field(() => Float, { description: "From the left edge (0) to the right edge (1)." })
  x!: number;

  @Field(() => Float, { description: "From the upper edge (0) to the lower edge (1)." })
  y!: number;
}

@ObjectType({
  implements: Node,
  description: "A picture as the newsroom keeps it. Readers see those that published content shows.",
  simpleResolvers: true,
})
export class Image extends Node {
  @Field(() => Int, { description: "Width in pixels, the right way up." })
  width!: number;

  @Field(() => Int, { description: "Height in pixels, the right way up." })
  height!: number;

  @Field(() => String, { description: "Media type of the original file, such as `image/jpeg`." })
  mediaType!: string;

  @Field(() => Int, { description: "Size of the original file in bytes." })
  sizeBytes!: number;

  @Field(() => String, { description: "SHA-256 of the original file, hexadecimal. The same file is stored once." })
  contentHash!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the uploaded file; null where none was sent, and for readers.",
  })
  fileName!: string | null;

  @Field(() => String, {
    description: "What the picture shows, for people who do not see it. Empty until somebody writes it.",
  })
  alt!: string;

  @Field(() => String, { nullable: true, description: "A short title; null without one." })
  headline!: string | null;

  @Field(() => String, { nullable: true, description: "The caption; null without one." })
  caption!: string | null;

  @Field(() => String, { nullable: true, description: "The credit line to print; null without one." })
  credit!: string | null;

  @Field(() => String, { nullable: true, description: "The copyright notice; null without one." })
  copyright!: string | null;

  @Field(() => String, { nullable: true, description: "How it may be used; null if nothing is known." })
  usageTerms!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which it may be published again; null without a limit.",
  })
  usableUntil!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken; null if unknown." })
  takenAt!: string | null;

  @Field(() => String, { nullable: true, description: "Where it was taken; null if unknown." })
  place!: string | null;

  focalX!: number | null;

  focalY!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "A `data:` URL of a few hundred bytes to show while the picture loads.",
  })
  placeholder!: string | null;

  @Field(() => Int, { description: "Optimistic lock: increases by one with every accepted write." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was uploaded." })
  createdAt!: string;
}

/** A page of images. */
export const ImageConnection = connectionType(Image, "Newest first.");

@InputType({ description: "Conditions on images. All conditions that are set must match." })
export class ImageFilter {
  @Field(() => String, {
    nullable: true,
    description: "With these characters in the alt text, headline, caption, credit, place or file name, in any case.",
  })
  textContains?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether an article uses it, in its draft, published, scheduled or trashed text, or a person as portrait.",
  })
  isUsed?: boolean | null;
}

/** The arguments of the library of images. */
@ArgsType()
export class ImagesArgs extends PageArgs {
  @Field(() => ImageFilter, { nullable: true, description: "Conditions on images. By default all are returned." })
  filter?: ImageFilter | null;
}

/** The arguments of the address of an image. */
@ArgsType()
export class ImageUrlArgs {
  @Field(() => Int, { nullable: true, description: "Maximum width in pixels, 1 to 10,000." })
  width?: number | null;

  @Field(() => Int, { nullable: true, description: "Maximum height in pixels, 1 to 10,000." })
  height?: number | null;

  @Field(() => ImageFit, { nullable: true, description: "How to fit a width and a height. Defaults to COVER." })
  fit?: ImageFit | null;

  @Field(() => ImageFormat, { nullable: true, description: "The file format. Defaults to that of the original." })
  format?: ImageFormat | null;
}
