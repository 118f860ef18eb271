import { Field, ObjectType } from "type-graphql";
import { LocaleScalar } from "../graphql/scalars.js";

@ObjectType({ description: "The newsroom, and the rules for what it publishes.", simpleResolvers: true })
export class Newsroom {
  @Field(() => String, { description: "Its name." })
  readonly title!: string;

  @Field(() => LocaleScalar, { description: "The language of its site." })
  readonly language!: string;

  @Field(() => String, {
    description: "Its time zone in the IANA database, such as `Europe/Berlin`, which decides when a day begins.",
  })
  readonly timeZone!: string;

  @Field(() => Boolean, { description: "Whether a picture without an alternative text is refused." })
  readonly requiresImageAlt!: boolean;

  @Field(() => Boolean, { description: "Whether a picture without a credit is refused." })
  readonly requiresImageCredit!: boolean;

  @Field(() => Boolean, { description: "Whether a picture after the last day of its use is refused." })
  readonly checksImageExpiry!: boolean;
}
