import { Field, ObjectType } from "type-graphql";
import type { Draft } from "../draft/draft-value.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { UserError } from "../graphql/user-errors.js";

@ObjectType({
  implements: UserError,
  description: "The article is under an embargo: no act publishes it before the moment.",
  simpleResolvers: true,
})
export class EmbargoError extends UserError {
  override readonly code = "EMBARGO" as const;

  @Field(() => DateTimeScalar, { description: "The end of the embargo." })
  readonly embargoedUntil: Date;

  constructor(embargoedUntil: Date, path: readonly string[] | null) {
    const moment = embargoedUntil.toISOString();
    super(
      `The article is under an embargo and cannot be published before ${moment}. An EDITOR or ADMIN can lift the embargo with updateArticle and a reason.`,
      path,
    );
    this.embargoedUntil = embargoedUntil;
  }
}

/** Why an article is not published at a moment: its embargo; null when there is none or it has passed by then. */
export function embargoAt(
  { embargoedUntil }: Pick<Draft, "embargoedUntil">,
  moment: Date,
  path: readonly string[] | null = null,
): EmbargoError | null {
  return embargoedUntil !== null && embargoedUntil > moment ? new EmbargoError(embargoedUntil, path) : null;
}
