import { Field, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../graphql/scalars.js";

@ObjectType({ description: "A change of the draft.", simpleResolvers: true })
export class Edit {
  @Field(() => String, { description: "Name of the user who made it." })
  by!: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  at!: string;
}

@ObjectType({ description: "A draft was returned to its writers.", simpleResolvers: true })
export class Rejection {
  @Field(() => String, { description: "What has to change, in the words of the editor." })
  reason!: string;

  @Field(() => String, { description: "Name of the editor." })
  by!: string;

  @Field(() => DateTimeScalar, { description: "When it was returned." })
  at!: string;
}
