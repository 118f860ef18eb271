import { Field, ID, InputType } from "type-graphql";
import { OptionalExpectedVersion } from "../graphql/write-fields.js";
import { DateScalar, DateTimeScalar, LocaleScalar, UrlScalar } from "../graphql/scalars.js";
import { PostAvailability } from "./embedded-post.type.js";
import { PostPlatform } from "../person/platform.type.js";

@InputType({
  description:
    "A post: one that the newsroom has by `id` alone, or a new one by everything else. A new one that the newsroom has already is used again: with `url`, the post at this address, whatever the spelling of the address; without `url`, the post of the same platform, day, text and author, where the author is the handle or, if neither post has a handle, the name. A post at the same address with another text or author is refused.",
})
export class PostInput {
  @Field(() => ID, {
    nullable: true,
    description: "The id of a post that the newsroom has; nothing else is given with it.",
  })
  id?: string | null;

  @Field(() => PostPlatform, { nullable: true, description: "Platform. By default derived from `url`." })
  platform?: PostPlatform | null;

  @Field(() => UrlScalar, { nullable: true, description: "Its address there, http or https." })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The author's name as the post shows it; needed for a new post.",
  })
  authorName?: string | null;

  @Field(() => String, { nullable: true, description: "The author's handle; its @ may be left out." })
  authorHandle?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The author. By default the person who has an account with this handle.",
  })
  authorId?: string | null;

  @Field(() => String, { nullable: true, description: "The text; required for a new post." })
  text?: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: "The language of the text." })
  language?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the post, at the latest tomorrow; that of `postedAt` in UTC where absent.",
  })
  postedOn?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The moment of the post, at most a day ahead." })
  postedAt?: Date | null;
}

@InputType({ description: "What changes of a post. What is absent is left as it is, and null clears." })
export class UpdateEmbeddedPostInput {
  @Field(() => ID, { description: "The post." })
  id!: string;

  @OptionalExpectedVersion()
  expectedVersion?: number | null;

  @Field(() => PostPlatform, { nullable: true, description: "The platform." })
  platform?: PostPlatform | null;

  @Field(() => UrlScalar, { nullable: true, description: "Its address there, http or https." })
  url?: string | null;

  @Field(() => String, { nullable: true, description: "The author's name as the post shows it." })
  authorName?: string | null;

  @Field(() => String, { nullable: true, description: "The author's handle; its @ may be left out." })
  authorHandle?: string | null;

  @Field(() => ID, { nullable: true, description: "The author, where it is a person the newsroom knows." })
  authorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Text of the post. The earlier text is kept as a capture, and every quote sourced from the post is checked again.",
  })
  text?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the post." })
  postedOn?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The moment of the post." })
  postedAt?: Date | null;

  @Field(() => PostAvailability, {
    nullable: true,
    description: "Whether it can still be found where it was published.",
  })
  availability?: PostAvailability | null;
}
