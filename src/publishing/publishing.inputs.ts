import { Field, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar } from "../graphql/scalars.js";
import { CorrectionKind } from "../revision/revision.type.js";
import { ExpectedVersion } from "../graphql/write-fields.js";

@InputType({ description: "A correction that readers see." })
export class CorrectionInput {
  @Field(() => CorrectionKind, { description: "The kind of correction." })
  kind!: CorrectionKind;

  @Field(() => String, { description: "The note to readers." })
  note!: string;
}

@InputType({ description: "A draft to hand in." })
export class SubmitArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: "A draft to approve." })
export class ApproveArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: "A draft to return to its writers." })
export class RejectArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { description: "Why; the audit log keeps it." })
  reason!: string;
}

@InputType({ description: "A draft to put before readers." })
export class PublishArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => CorrectionInput, {
    nullable: true,
    description: "Correction that readers see, for an article that was published before.",
  })
  correction?: CorrectionInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the text is published although rules for what is published are violated; the audit log keeps it.",
  })
  overrideReason?: string | null;
}

@InputType({ description: "A draft to publish at a set moment." })
export class ScheduleArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { description: "The moment; it must lie ahead." })
  publishAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the text is published then although rules for what is published are violated; the audit log keeps it.",
  })
  overrideReason?: string | null;
}

@InputType({ description: "A draft to take off the schedule." })
export class UnscheduleArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: "An article to take from readers." })
export class UnpublishArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "Why; the audit log keeps it." })
  reason?: string | null;
}

@InputType({ description: "An article to take from readers for good." })
export class KillArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { description: "Reason, which readers see." })
  reason!: string;
}

@InputType({ description: "A draft to show somebody." })
export class CreatePreviewTokenInput {
  @Field(() => ID, { description: "The article." })
  articleId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "How long the token works, in minutes, 1 to 43,200; a day where absent.",
  })
  expiresInMinutes?: number | null;
}

@InputType({ description: "An article for the trash." })
export class DeleteArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: "An article to bring back from the trash." })
export class RestoreArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;
}
