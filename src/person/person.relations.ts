import sql, { raw } from "sql-template-tag";
import { orderArticles } from "../article/article.queries.js";
import { Article, ArticleConnection } from "../draft/article.type.js";
import { PageArgs } from "../graphql/connection.js";
import { connection, many, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { ofSameHead } from "../body/paragraph.queries.js";
import { isPersonVisible } from "./person.queries.js";
import { Person, SocialAccount } from "./person.type.js";

/** How persons and their accounts are read, and the persons of articles. */
export const personLoading = [
  shape(Person, {
    table: "person",
    columns: {
      aliases: (
        row,
        scope,
      ) => sql`(SELECT coalesce(json_agg(n.name ORDER BY n.position), '[]'::json) FROM ${scope.rows("person_name")} n
        WHERE n.person_id = ${raw(row)}.id AND n.position > 0)`,
    },
    visible: isPersonVisible,
  }),
  relations(Person, {
    accounts: many(() => SocialAccount, {
      description: "The person's social accounts, in the editors' order.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("social_account")} ${raw(child)}`,
        where: raw(`${child}.person_id = ${parent}.id`),
      }),
      order: ({ child }) => [raw(`${child}.position`)],
    }),
    articles: connection(() => ArticleConnection, {
      description: "The articles that quote or mention the person.",
      args: PageArgs,
      rows: ({ parent, child, scope, parentScope }) => {
        const appearance = `${child}_appearance`;
        const own = sql`${raw(`${appearance}.person_id`)} = ${parentScope.keyNow("person", `${parent}.id`)}`;
        const joined = raw(`${child}.article_id = ${appearance}.article_id AND ${child}.head = ${appearance}.head`);
        return {
          from: sql`appearance ${raw(appearance)} JOIN article_head ${raw(child)} ON ${joined}`,
          where: sql`${own} AND ${scope.seen(appearance)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  shape(SocialAccount, { table: "social_account" }),
  relations(Article, {
    persons: many(() => Person, {
      description: "All persons quoted or mentioned, in order of first appearance.",
      rows: ({ parent, child, scope }) => {
        const appearance = `${child}_appearance`;
        const { from, where } = ofSameHead(scope.rows("appearance"), parent, appearance);
        const joined = raw(`${child}.id = ${appearance}.person_id`);
        return { from: sql`${from} JOIN ${scope.rows("person")} ${raw(child)} ON ${joined}`, where };
      },
      order: ({ child }) => [raw(`${child}_appearance.position`)],
    }),
  }),
];
