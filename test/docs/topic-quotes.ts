import sql, { raw } from "sql-template-tag";
import { ForwardPageArgs } from "../../src/graphql/connection.js";
import { connection, relations } from "../../src/graphql/loading/relations.js";
import { orderQuotes } from "../../src/quote/quote.queries.js";
import { QuoteConnection } from "../../src/quote/quote.type.js";
import { Topic } from "../../src/topic/topic.type.js";

/** The example of docs/how-to/add-a-query.md. */
export const exampleLoading = [
  relations(Topic, {
    quotes: connection(() => QuoteConnection, {
      description: "Quotes in the articles filed under it.",
      args: ForwardPageArgs,
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const joined = raw(`${child}.article_id = ${filed}.article_id AND ${child}.head = ${filed}.head`);
        return {
          from: sql`article_topic ${raw(filed)} JOIN quote ${raw(child)} ON ${joined}`,
          where: sql`${raw(`${filed}.topic_id = ${parent}.id`)} AND ${scope.seen(child)}`,
        };
      },
      order: ({ child }) => orderQuotes(child),
    }),
  }),
];
