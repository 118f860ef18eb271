import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType, PageArgs } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar, DateTimeScalar, LocaleScalar, UrlScalar } from "../graphql/scalars.js";
import { PostPlatform } from "../person/platform.type.js";

export const PostAvailability = { UNKNOWN: "UNKNOWN", LIVE: "LIVE", EDITED: "EDITED", DELETED: "DELETED" } as const;
export type PostAvailability = keyof typeof PostAvailability;
registerEnumType(PostAvailability, {
  name: "PostAvailability",
  description: "Whether a post can still be found where it was published.",
  valuesConfig: {
    UNKNOWN: { description: "Not checked." },
    LIVE: { description: "Online as captured." },
    EDITED: { description: "Online with a changed text." },
    DELETED: { description: "Deleted on the platform; the captured text is kept." },
  },
});

@ObjectType({
  implements: Node,
  description: "A social media post, stored in full so that articles survive its deletion.",
  simpleResolvers: true,
})
export class EmbeddedPost extends Node {
  @Field(() => PostPlatform, { description: "The platform." })
  platform!: PostPlatform;

  @Field(() => UrlScalar, { nullable: true, description: "URL of the post; null when unknown." })
  url!: string | null;

  @Field(() => String, { description: "The author's name as the post showed it." })
  authorName!: string;

  @Field(() => String, { nullable: true, description: "The author's handle, with its leading @; null when not known." })
  authorHandle!: string | null;

  @Field(() => String, {
    complexity: 0.5,
    description:
      "The text at the time of capture; empty if an import contained only the address and no text was added.",
  })
  text!: string;

  @Field(() => LocaleScalar, { nullable: true, description: "The language of the text; null when not known." })
  language!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the post; null when not known." })
  postedOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "The moment of the post; null when only the day is known.",
  })
  postedAt!: string | null;

  @Field(() => DateTimeScalar, { description: "When the text was captured." })
  capturedAt!: string;

  @Field(() => String, { description: "SHA-256 of the captured text in UTF-8, in hexadecimal digits." })
  contentHash!: string;

  @Field(() => PostAvailability, { description: "Whether it can still be found where it was published." })
  availability!: PostAvailability;

  @Field(() => Int, {
    description:
      "Optimistic lock: increases by one with every accepted write. In a revision, the version at that time.",
  })
  version!: number;
}

@ObjectType({
  description: "An earlier state of a post, kept when its text or availability was changed.",
  simpleResolvers: true,
})
export class PostCapture {
  @Field(() => String, { description: "The text of the post then." })
  text!: string;

  @Field(() => String, { description: "The author's name as the post showed it then." })
  authorName!: string;

  @Field(() => String, {
    nullable: true,
    description: "The author's handle then, with its leading @; null if unknown.",
  })
  authorHandle!: string | null;

  @Field(() => PostAvailability, { description: "Whether it could be found then where it was published." })
  availability!: PostAvailability;

  @Field(() => DateTimeScalar, { description: "When the text was captured." })
  capturedAt!: string;

  @Field(() => DateTimeScalar, { description: "When another state replaced it." })
  replacedAt!: string;

  @Field(() => String, { description: "SHA-256 of the text in UTF-8, in hexadecimal digits." })
  contentHash!: string;
}

/** A page of earlier states of a post. */
export const PostCaptureConnection = connectionType(PostCapture, "Newest first.");

/** A page of posts. */
export const EmbeddedPostConnection = connectionType(EmbeddedPost, "The newest recorded first.");

@InputType({ description: "Conditions on posts. All conditions that are set must match." })
export class EmbeddedPostFilter {
  @Field(() => PostPlatform, { nullable: true, description: "Published on this platform." })
  platform?: PostPlatform | null;

  @Field(() => ID, { nullable: true, description: "By this person." })
  authorId?: string | null;

  @Field(() => String, { nullable: true, description: "By an account of this handle; its @ may be left out." })
  handle?: string | null;

  @Field(() => PostAvailability, { nullable: true, description: "Found or not found in this way." })
  availability?: PostAvailability | null;
}

/** The arguments of the list of posts. */
@ArgsType()
export class EmbeddedPostsArgs extends PageArgs {
  @Field(() => EmbeddedPostFilter, { nullable: true, description: "Conditions on posts. By default all are returned." })
  filter?: EmbeddedPostFilter | null;
}
