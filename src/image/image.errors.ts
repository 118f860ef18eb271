import { Field, ID, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { staleVersionError, type VersionMismatch } from "../graphql/stale-version.js";
import { UserError } from "../graphql/user-errors.js";
import { Image } from "./image.type.js";

@ObjectType({
  implements: UserError,
  description: "The image has changed since the version that the caller read. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StaleImageVersionError extends staleVersionError() {
  @Field(() => Image, { description: "The image as it is now." })
  readonly image: Answer<Image>;

  constructor(key: string, versions: VersionMismatch) {
    super("image", versions);
    this.image = answerWith(Image, key);
  }
}

/** What uses an image: bare keys, and how people call it. */
export interface ImageUses {
  readonly articles: readonly { readonly id: string; readonly headline: string }[];
  readonly persons: readonly { readonly id: string; readonly name: string }[];
}

/** This many uses are named in the message; the ids are complete. */
const NAMED = 5;

@ObjectType({
  implements: UserError,
  description:
    "The image is used, so that it cannot be deleted. Take it out of everything that is named, or replace it there.",
  simpleResolvers: true,
})
export class ImageInUseError extends UserError {
  override readonly code = "CONFLICT" as const;

  @Field(() => [ID], {
    description: "The articles whose draft, published, scheduled or trashed text shows it, at most 100.",
  })
  readonly articleIds: readonly string[];

  @Field(() => [ID], { description: "The persons whose portrait it is, at most 100." })
  readonly personIds: readonly string[];

  constructor({ articles, persons }: ImageUses) {
    const names = [
      ...articles.map(({ headline }) => `“${headline}”`),
      ...persons.map(({ name }) => `the portrait of ${name}`),
    ];
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    super(`The image is used in ${names.slice(0, NAMED).join(", ")}${more}.`, ["input", "id"]);
    this.articleIds = articles.map(({ id }) => encodeNodeId("Article", id));
    this.personIds = persons.map(({ id }) => encodeNodeId("Person", id));
  }
}
