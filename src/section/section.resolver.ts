import type { GraphQLResolveInfo } from "graphql";
import sql, { raw } from "sql-template-tag";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { expectNodeId } from "../graphql/node-id.js";
import { expectOneOf } from "../graphql/one-of.js";
import { orderSections, sectionOfSlug } from "./section.queries.js";
import { Section } from "./section.type.js";

/** Root queries of sections. */
@Resolver()
export class SectionResolver {
  @Query(() => Section, {
    nullable: true,
    description: "One section by id or by a slug it has or had; null when there is none.",
  })
  section(
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The section's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug it has or had." }) slug?: string | null,
  ): Promise<Section | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? loader.byKey(Section, info, expectNodeId("Section", by.value, "id"))
      : loader.one(Section, info, (row) => sql`${raw(row)}.id = ${sectionOfSlug(by.value)}`);
  }

  @Query(() => [Section], { description: "The sections of the top level, in the editors' order." })
  sections(@Ctx() { loader }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly Section[]> {
    return loader.all(Section, info, (row) => raw(`${row}.parent_id IS NULL`), orderSections);
  }
}
