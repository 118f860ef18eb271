import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { DifferenceKind } from "../quote-check/quote-kinds.type.js";
import type { ComparedDocuments } from "./revision.document.js";

/** What a correction does to what readers knew. */
export const CorrectionKind = {
  CORRECTION: "CORRECTION",
  CLARIFICATION: "CLARIFICATION",
  UPDATE: "UPDATE",
  RETRACTION: "RETRACTION",
} as const;
export type CorrectionKind = keyof typeof CorrectionKind;
registerEnumType(CorrectionKind, {
  name: "CorrectionKind",
  description: "The kind of correction.",
  valuesConfig: {
    CORRECTION: { description: "Fixes an error." },
    CLARIFICATION: { description: "Clears up a passage that could be misread." },
    UPDATE: { description: "Adds later developments." },
    RETRACTION: { description: "Withdraws a statement." },
  },
});

@ObjectType({ description: "A correction that readers see.", simpleResolvers: true })
export class Correction {
  @Field(() => CorrectionKind, { description: "The kind of correction." })
  kind!: CorrectionKind;

  @Field(() => String, { description: "The note to readers." })
  note!: string;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  correctedAt!: string;
}

@ObjectType({
  implements: Node,
  description: "The whole of an article at one moment: body, quotes, attributions, persons, posts, topics and images.",
  simpleResolvers: true,
})
export class Revision extends Node {
  changes!: ComparedDocuments;

  @Field(() => Int, { description: "1, 2, 3 … within the article." })
  number!: number;

  @Field(() => DateTimeScalar, { description: "When it was created." })
  createdAt!: string;

  @Field(() => String, { description: "Name of the user who created it." })
  author!: string;

  @Field(() => String, { nullable: true, description: "Summary of the change; null when none was given." })
  summary!: string | null;
}

@ObjectType({ description: "One difference between two texts of an article.", simpleResolvers: true })
export class RevisionChange {
  @Field(() => String, {
    description:
      "Where: `headline`, `dateline.place`, `body[2].text`, `body[2].style`, `body[2].html` for links and emphasis, `body[2].quotes[0].speaker`. Places count from 0.",
  })
  path!: string;

  @Field(() => DifferenceKind, { description: "How it differs." })
  kind!: DifferenceKind;

  @Field(() => String, { nullable: true, description: "Value in the earlier text; null when there is none." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "Value in the later text; null when there is none." })
  after!: string | null;
}

/** A page of revisions. */
export const RevisionConnection = connectionType(Revision, "The newest first.");
