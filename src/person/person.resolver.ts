import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { Article, ArticleConnection } from "../draft/article.type.js";
import { type Connection, type LoadedPage, loadedConnection, PageArgs, toConnection } from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import { expectNodeId } from "../graphql/node-id.js";
import { expectOneOf } from "../graphql/one-of.js";
import type { RequestContext } from "../graphql/request.js";
import { hasPersonSlug, isPerson, listPersons } from "./person.queries.js";
import { Person, PersonConnection, PersonsArgs, SocialAccount } from "./person.type.js";

/** The persons, their accounts and the articles they stand in. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description:
      "One person by id or slug, also by that of somebody merged into them; null when the request sees none.",
  })
  person(
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The person's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug the person has or had." }) slug?: string | null,
  ): Promise<Person | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? reader.one<Person>("Person", info, isPerson(expectNodeId("Person", by.value, "id")))
      : reader.one<Person>("Person", info, hasPersonSlug(by.value));
  }

  @Query(() => PersonConnection, { description: "Persons visible to the request, by name." })
  async persons(
    @Args(() => PersonsArgs) args: PersonsArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Person>> {
    const page = await reader.connection<LoadedPage<Person>>("Person", info, { ...args }, (row, scope) =>
      listPersons(row, scope, args.filter),
    );
    return toConnection(page);
  }

  @FieldResolver(() => [SocialAccount], { description: "The person's accounts, in the editors' order." })
  accounts(@Root() person: Person, @Info() info: GraphQLResolveInfo): readonly SocialAccount[] {
    return loaded(person, info);
  }

  @FieldResolver(() => ArticleConnection, { description: "The articles that quote or mention the person." })
  articles(
    @Root() person: Person,
    @Args(() => PageArgs) _args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Article> {
    return loadedConnection(person, info);
  }
}

/** Who stands in an article. */
@Resolver(() => Article)
export class ArticlePersonsResolver {
  @FieldResolver(() => [Person], { description: "Everybody quoted or mentioned, in order of first appearance." })
  persons(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly Person[] {
    return loaded(article, info);
  }
}
