import sql, { raw, type Sql } from "sql-template-tag";
import { orderArticles } from "../article/article.queries.js";
import { defineFields, defineObject, type Order, type RelatedRows, type Scope } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { ofSameHead } from "../body/paragraph.queries.js";

/** The condition that a request may see a topic: readers see those under which they can find something. */
function isVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  return sql`EXISTS (SELECT 1 FROM article_topic v WHERE v.topic_id = ${raw(row)}.id AND ${scope.seen("v")})`;
}

defineObject(
  {
    type: "Topic",
    from: (row) => sql`topic ${raw(row)}`,
    key: "id",
    columns: { id: "id", slug: "slug", name: "name" },
    visible: isVisible,
  },
  {
    articles: {
      kind: "connection",
      type: "Article",
      rows: ({ parent, child, scope }) => {
        const filed = `${child}_filed`;
        const joined = raw(`${child}.article_id = ${filed}.article_id AND ${child}.head = ${filed}.head`);
        return {
          from: sql`article_topic ${raw(filed)} JOIN article_head ${raw(child)} ON ${joined}`,
          where: sql`${raw(`${filed}.topic_id = ${parent}.id`)} AND ${scope.seen(filed)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    },
  },
);

defineFields("Article", {
  topics: {
    kind: "many",
    type: "Topic",
    rows: ({ parent, child, scope }) => {
      const filed = `${child}_filed`;
      const { from, where } = ofSameHead(scope.rows("article_topic"), parent, filed);
      const joined = raw(`${child}.id = ${filed}.topic_id`);
      return { from: sql`${from} JOIN ${scope.rows("topic")} ${raw(child)} ON ${joined}`, where };
    },
    order: ({ child }) => [raw(`${child}_filed.position`)],
  },
});

/** The topics that the request may see, by name. */
export function listTopics(row: string, scope: Scope): { readonly rows: RelatedRows; readonly order: Order } {
  const r = raw(row);
  return {
    rows: { from: sql`topic ${r}`, where: isVisible(row, scope) },
    order: {
      name: "topic",
      keys: [
        { by: sql`${r}.name`, type: "text" },
        { by: sql`${r}.id`, type: "uuid" },
      ],
      direction: "ASC",
    },
  };
}
