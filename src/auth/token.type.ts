import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { Role } from "./role.js";

@ObjectType({
  description: "A token that lets a program act under a name and role; its secret is not kept.",
  simpleResolvers: true,
})
export class ApiToken {
  id!: string;

  @Field(() => String, { description: "The name under which its acts are recorded." })
  name!: string;

  @Field(() => Role, { description: "The role that decides which operations are allowed." })
  role!: Role;

  @Field(() => DateTimeScalar, { description: "When it was created." })
  createdAt!: string;

  @Field(() => String, { description: "Name of the user who created it." })
  createdBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it stops working; null: when it is revoked." })
  expiresAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked; null while it was not." })
  revokedAt!: string | null;
}

/** A page of tokens. */
export const ApiTokenConnection = connectionType(ApiToken, "The newest first.");

@InputType({ description: "A token to make." })
export class CreateApiTokenInput {
  @Field(() => String, { description: "The name under which its acts will be recorded." })
  name!: string;

  @Field(() => Role, { description: "The role that decides which operations are allowed." })
  role!: Role;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it stops working; never by itself where absent." })
  expiresAt?: Date | null;
}

@InputType({ description: "A token to revoke; it stops working at once." })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: "The token's id." })
  id!: string;
}

@ObjectType({ description: "One recorded operation.", simpleResolvers: true })
export class AuditEntry {
  @Field(() => DateTimeScalar, { description: "Time of the operation." })
  at!: string;

  @Field(() => String, { description: "Name of the actor." })
  actor!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The id of the actor's API token, or the `sub` claim of their JWT; null for the server itself, without a token, and in entries of earlier versions.",
  })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: "The issuer of the actor's JWT; null where they had none." })
  actorIssuer!: string | null;

  @Field(() => Role, { description: "Role of the actor." })
  role!: Role;

  @Field(() => String, {
    description: "The name of the mutation, or `authenticate` for a token that was refused.",
  })
  act!: string;

  @Field(() => String, { description: "The type of the object concerned." })
  subject!: string;

  subjectKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What the actor said about it, such as a reason, or what the server notes in English; null when nothing.",
  })
  detail!: string | null;

  origin!: string | null;
}

@InputType({ description: "Conditions on entries of the audit log. All conditions that are set must match." })
export class AuditLogFilter {
  @Field(() => ID, { nullable: true, description: "By this actor: a `Viewer.id`, or an `actorId` of the audit log." })
  actorId?: string | null;

  @Field(() => [String], { nullable: true, description: "One of these acts, by the names of their mutations." })
  acts?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Later than this moment." })
  doneAfter?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Earlier than this moment." })
  doneBefore?: Date | null;
}

/** A page of acts. */
export const AuditEntryConnection = connectionType(AuditEntry, "The newest first.");
