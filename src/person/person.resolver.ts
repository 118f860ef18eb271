import type { GraphQLResolveInfo } from "graphql";
import sql, { raw } from "sql-template-tag";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { expectNodeId } from "../graphql/node-id.js";
import { expectOneOf } from "../graphql/one-of.js";
import { personOfSlug, isPerson, listPersons } from "./person.queries.js";
import { Person, PersonConnection, PersonsArgs } from "./person.type.js";

/** Root queries of persons. */
@Resolver()
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description:
      "One person by id or slug, also by that of somebody merged into them; null when the request sees none.",
  })
  person(
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The person's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug the person has or had." }) slug?: string | null,
  ): Promise<Person | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? loader.one(Person, info, isPerson(expectNodeId("Person", by.value, "id")))
      : loader.one(Person, info, (row) => sql`${raw(row)}.id = ${personOfSlug(by.value)}`);
  }

  @Query(() => PersonConnection, { description: "Persons visible to the request, by name." })
  persons(
    @Args(() => PersonsArgs) args: PersonsArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Person>> {
    return loader.connection(Person, info, { ...args }, (row, scope) => listPersons(row, scope, args.filter));
  }
}
