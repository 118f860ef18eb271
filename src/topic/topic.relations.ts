import sql, { raw } from "sql-template-tag";
import { orderArticles } from "../article/article.queries.js";
import { Article, ArticleConnection } from "../draft/article.type.js";
import { ForwardPageArgs } from "../graphql/connection.js";
import { connection, many, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { ofSameHead } from "../body/paragraph.queries.js";
import { isTopicVisible } from "./topic.queries.js";
import { Topic } from "./topic.type.js";

/** How topics are read, and the topics of articles. */
export const topicLoading = [
  shape(Topic, { table: "topic", visible: isTopicVisible }),
  relations(Topic, {
    articles: connection(() => ArticleConnection, {
      description: "The articles filed under it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const joined = raw(`${child}.article_id = ${filed}.article_id AND ${child}.head = ${filed}.head`);
        return {
          from: sql`article_topic ${raw(filed)} JOIN article_head ${raw(child)} ON ${joined}`,
          where: sql`${raw(`${filed}.topic_id = ${parent}.id`)} AND ${scope.seen(filed)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    }),
  }),
  relations(Article, {
    topics: many(() => Topic, {
      description: "The topics it is filed under, in the editors' order.",
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const { from, where } = ofSameHead(scope.rows("article_topic"), parent, filed);
        const joined = raw(`${child}.id = ${filed}.topic_id`);
        return { from: sql`${from} JOIN ${scope.rows("topic")} ${raw(child)} ON ${joined}`, where };
      },
      order: ({ child }) => [raw(`${child}_filed.position`)],
    }),
  }),
];
