import { Field, ObjectType, registerEnumType } from "type-graphql";
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

/** How an article was taken from readers, or from the schedule. */
export const WithdrawalKind = {
  KILLED: "KILLED",
  UNPUBLISHED: "UNPUBLISHED",
  UNSCHEDULED: "UNSCHEDULED",
} as const;
export type WithdrawalKind = keyof typeof WithdrawalKind;
registerEnumType(WithdrawalKind, {
  name: "WithdrawalKind",
  description: "How an article was taken from readers, or from the schedule.",
  valuesConfig: {
    KILLED: { description: "It was killed. Readers see a notice with the reason." },
    UNPUBLISHED: { description: "It was unpublished and can be published again." },
    UNSCHEDULED: {
      description: "At its moment the server did not publish it, because its text violates a rule of publishing.",
    },
  },
});

@ObjectType({ description: "An article was taken from readers, or from the schedule.", simpleResolvers: true })
export class ArticleWithdrawal {
  @Field(() => WithdrawalKind, { description: "What was done." })
  kind!: WithdrawalKind;

  @Field(() => String, {
    nullable: true,
    description: "Why, in the words of the editor; null where nobody named a reason, and for UNSCHEDULED.",
  })
  reason!: string | null;

  @Field(() => String, { description: "Name of the user who did it, or of the server's own schedule." })
  by!: string;

  @Field(() => DateTimeScalar, { description: "When it was done." })
  at!: string;
}
