import { Field, ObjectType, registerEnumType } from "type-graphql";
import { UserError } from "../graphql/user-errors.js";

/** The rules for what is published. */
export const PublishingRule = {
  IMAGE_ALT: "IMAGE_ALT",
  IMAGE_CREDIT: "IMAGE_CREDIT",
  IMAGE_USABLE_UNTIL: "IMAGE_USABLE_UNTIL",
} as const;
export type PublishingRule = keyof typeof PublishingRule;
registerEnumType(PublishingRule, {
  name: "PublishingRule",
  description: "A rule for what is published.",
  valuesConfig: {
    IMAGE_ALT: { description: "Every picture has an alternative text." },
    IMAGE_CREDIT: { description: "Every picture has a credit." },
    IMAGE_USABLE_UNTIL: { description: "No picture is published after the last day of its use." },
  },
});

@ObjectType({ description: "What keeps a text from being published.", simpleResolvers: true })
export class PublishingObstacle {
  @Field(() => PublishingRule, { description: "The rule that is violated." })
  readonly rule: PublishingRule;

  @Field(() => String, { description: "Where: `leadImage.alt`, `body[3].image.credit`. Places count from 0." })
  readonly path: string;

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  constructor(rule: PublishingRule, path: string, message: string) {
    this.rule = rule;
    this.path = path;
    this.message = message;
  }
}

@ObjectType({
  implements: UserError,
  description: "Rules for what is published are violated. An `overrideReason` publishes the text nevertheless.",
  simpleResolvers: true,
})
export class UnpublishableError extends UserError {
  override readonly code = "UNPUBLISHABLE" as const;

  @Field(() => [PublishingObstacle], { description: "All violations, in the order of the article." })
  readonly obstacles: readonly PublishingObstacle[];

  constructor(obstacles: readonly PublishingObstacle[]) {
    super(`${describeObstacles(obstacles)} An \`overrideReason\` publishes it nevertheless.`);
    this.obstacles = obstacles;
  }
}

/** All obstacles in sentences. */
export function describeObstacles(obstacles: readonly PublishingObstacle[]): string {
  return obstacles.map(({ path, message }) => `${path}: ${message}`).join(" ");
}
