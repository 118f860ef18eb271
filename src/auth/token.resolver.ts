import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { ForwardPageArgs } from "../graphql/connection.js";
import { BadInputError, ForbiddenQueryError } from "../graphql/errors.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { MadeOf } from "../graphql/loading/shape.js";
import { decodeNodeId, encodeNodeId, isNodeType } from "../graphql/node-id.js";
import type { RequestContext } from "./request.js";
import { ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { type Act, allows, forbids } from "./acts.js";
import type { Actor } from "./role.js";
import { listAudit, listTokens } from "./token.queries.js";
import { createApiToken, revokeApiToken } from "./token.service.js";
import {
  ApiToken,
  ApiTokenConnection,
  AuditEntry,
  AuditEntryConnection,
  AuditLogFilter,
  CreateApiTokenInput,
  RevokeApiTokenInput,
} from "./token.type.js";
import { decodeUuid, encodeUuid } from "../lib/uuid.js";

@ObjectType({ description: "A token was made.", simpleResolvers: true })
export class CreateApiTokenPayload {
  @Field(() => ID, { description: "The token's id, which `revokeApiToken` takes." })
  readonly id: string;

  @Field(() => String, { description: "The token itself. It is shown here and never again." })
  readonly token: string;

  constructor(tokenId: string, token: string) {
    this.id = encodeUuid(tokenId);
    this.token = token;
  }
}

@ObjectType({ description: "A token was revoked.", simpleResolvers: true })
export class RevokeApiTokenPayload {
  @Field(() => ID, { description: "The token's id." })
  readonly id: string;

  constructor(tokenId: string) {
    this.id = encodeUuid(tokenId);
  }
}

const CreateApiTokenResult = createUnionType({
  name: "CreateApiTokenResult",
  description: "A token, or why there is none.",
  types: () => [CreateApiTokenPayload, ValidationError, ForbiddenError] as const,
});

const RevokeApiTokenResult = createUnionType({
  name: "RevokeApiTokenResult",
  description: "A token revoked, or why not.",
  types: () => [RevokeApiTokenPayload, NotFoundError, ForbiddenError] as const,
});

/** Queries have no error unions, so a refusal is a top-level error. */
function expectAllowed(actor: Actor, act: Act): void {
  const denied = forbids(actor, act);
  if (denied) throw new ForbiddenQueryError(denied.message);
}

/** The key in the id of whatever acts are done to. */
function subjectKey(id: string): string {
  const key = decodeNodeId(id)?.uuid ?? decodeUuid(id);
  // An id that says nothing must not list everything.
  if (key === null)
    throw new BadInputError(`"subjectId" is not an id: ${JSON.stringify(id.slice(0, 80))}.`, "subjectId");
  return key;
}

/** Makes, lists and revokes tokens. */
@Resolver(() => ApiToken)
export class ApiTokenResolver {
  @Mutation(() => CreateApiTokenResult, { description: "Makes a token. Needs ADMIN." })
  async createApiToken(
    @Arg("input", () => CreateApiTokenInput, { description: "The token to create." }) input: CreateApiTokenInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    const made = await createApiToken(work, input);
    return "token" in made ? new CreateApiTokenPayload(made.tokenId, made.token) : made;
  }

  @Mutation(() => RevokeApiTokenResult, { description: "Makes a token useless at once. Needs ADMIN." })
  async revokeApiToken(
    @Arg("input", () => RevokeApiTokenInput, { description: "The token to revoke." }) input: RevokeApiTokenInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    const revoked = await revokeApiToken(work, input);
    return "tokenId" in revoked ? new RevokeApiTokenPayload(revoked.tokenId) : revoked;
  }

  @Query(() => ApiTokenConnection, { description: "All tokens, the newest first. Needs ADMIN." })
  async apiTokens(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { actor, loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ApiToken>> {
    expectAllowed(actor, "readApiTokens");
    return loader.connection(ApiToken, info, { ...args }, listTokens);
  }

  @FieldResolver(() => ID, { description: "The token's id, which `revokeApiToken` takes." })
  @MadeOf<ApiToken>("id")
  id(@Root() token: ApiToken): string {
    return encodeUuid(token.id);
  }
}

/** The record of every act. */
@Resolver(() => AuditEntry)
export class AuditLogResolver {
  @Query(() => AuditEntryConnection, {
    description: "Every accepted act, and refused tokens summed up by address, the newest first. Needs ADMIN.",
  })
  async auditLog(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { actor, loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("subjectId", () => ID, { nullable: true, description: "Only entries about the object with this id." })
    subjectId?: string | null,
    @Arg("filter", () => AuditLogFilter, { nullable: true, description: "Which entries; by default all." })
    filter?: AuditLogFilter | null,
  ): Promise<Connection<AuditEntry>> {
    expectAllowed(actor, "readAuditLog");
    const key = subjectId === null || subjectId === undefined ? null : subjectKey(subjectId);
    return loader.connection(AuditEntry, info, { ...args, key, filter }, (row) => listAudit(row, key, filter ?? {}));
  }

  @FieldResolver(() => ID, {
    description: "The id of the object concerned; AAAAAAAAAAAAAAAAAAAAAA for a refused token that names no API token.",
  })
  @MadeOf<AuditEntry>("subject", "subjectKey")
  subjectId(@Root() { subject, subjectKey }: AuditEntry): string {
    return isNodeType(subject) ? encodeNodeId(subject, subjectKey) : encodeUuid(subjectKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The address that the request came from; null for commands and jobs of the server, and for callers who may not read the whole audit log.",
  })
  @MadeOf<AuditEntry>("origin")
  origin(@Root() { origin }: AuditEntry, @Ctx() { actor }: RequestContext): string | null {
    return allows(actor, "readAuditLog") ? origin : null;
  }
}
