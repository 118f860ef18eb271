import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { UserError } from "../graphql/user-errors.js";

/** The rules for what is published. */
export const PublishingRule = {
  IMAGE_ALT: "IMAGE_ALT",
  IMAGE_CREDIT: "IMAGE_CREDIT",
  IMAGE_USABLE_UNTIL: "IMAGE_USABLE_UNTIL",
  EMBARGO: "EMBARGO",
  QUOTE_ALTERED: "QUOTE_ALTERED",
  QUOTE_NOT_FOUND: "QUOTE_NOT_FOUND",
  QUOTE_UNSOURCED: "QUOTE_UNSOURCED",
  QUOTE_UNATTRIBUTED: "QUOTE_UNATTRIBUTED",
} as const;
export type PublishingRule = keyof typeof PublishingRule;
registerEnumType(PublishingRule, {
  name: "PublishingRule",
  description: "A rule for what is published.",
  valuesConfig: {
    IMAGE_ALT: { description: "Every picture has an alternative text." },
    IMAGE_CREDIT: { description: "Every picture has a credit." },
    IMAGE_USABLE_UNTIL: { description: "No picture is published after the last day of its use." },
    EMBARGO: { description: "Nothing is published before the end of its embargo." },
    QUOTE_ALTERED: { description: "A quote has the words of its source, or marks what it changes." },
    QUOTE_NOT_FOUND: { description: "The source of a quote contains it." },
    QUOTE_UNSOURCED: { description: "A quote has a source; paraphrases need none." },
    QUOTE_UNATTRIBUTED: { description: "A quote has a speaker, or at least the role of one." },
  },
});

/** What an obstacle is made of; ids are global. */
interface ObstacleFacts {
  readonly rule: PublishingRule;
  readonly path: string;
  readonly message: string;
  /** True where absent. */
  readonly isBlocking?: boolean;
  readonly elementId?: string | null;
  readonly quoteId?: string | null;
}

@ObjectType({
  description: "What keeps a text from being published, or should be looked at before.",
  simpleResolvers: true,
})
export class PublishingObstacle {
  @Field(() => PublishingRule, { description: "The rule that is violated." })
  readonly rule: PublishingRule;

  @Field(() => String, {
    description: "Where: `leadImage.alt`, `body[3].image.credit`, `body[2].quotes[0].text`. Places count from 0.",
  })
  readonly path: string;

  @Field(() => Boolean, {
    description:
      "Whether publishing is refused for it. An `overrideReason` publishes nevertheless, except under an embargo. What does not block is for editors to judge.",
  })
  readonly isBlocking: boolean;

  @Field(() => ID, {
    nullable: true,
    description: "The figure or paragraph that it concerns; null for the whole article.",
  })
  readonly elementId: string | null;

  @Field(() => ID, { nullable: true, description: "The quote that it concerns; null for everything else." })
  readonly quoteId: string | null;

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  constructor({ rule, path, message, isBlocking = true, elementId = null, quoteId = null }: ObstacleFacts) {
    this.rule = rule;
    this.path = path;
    this.message = message;
    this.isBlocking = isBlocking;
    this.elementId = elementId;
    this.quoteId = quoteId;
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

/** The rules that obstacles violate, each once. */
export function violatedRules(obstacles: readonly PublishingObstacle[]): readonly PublishingRule[] {
  return [...new Set(obstacles.map(({ rule }) => rule))];
}
