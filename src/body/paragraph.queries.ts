import sql, { raw } from "sql-template-tag";
import { defineFields, defineObject, madeOf, type RelatedRows, type RelationInput } from "../graphql/loading/shape.js";

defineObject(
  {
    type: "Paragraph",
    from: (row, scope) => sql`${scope.rows("paragraph")} ${raw(row)}`,
    key: "id",
    columns: { id: "id", text: "text", marks: "marks" },
    visible: (row, scope) => scope.seen(row),
  },
  {
    html: madeOf("text", "marks"),
    article: {
      kind: "one",
      type: "Article",
      rows: ({ parent, child, scope }) => ofSameHead(scope.rows("article_head"), parent, child),
    },
    mentions: {
      kind: "many",
      type: "Mention",
      rows: ({ parent, child, scope }) => {
        const [p, c] = [raw(parent), raw(child)];
        return {
          from: sql`${scope.rows("mention")} ${c}`,
          where: sql`${c}.paragraph_id = ${p}.id AND ${c}.head = ${p}.head`,
        };
      },
      order: ({ child }) => [raw(`${child}.start_offset`)],
    },
  },
);

defineObject(
  {
    type: "Mention",
    from: (row, scope) => sql`${scope.rows("mention")} ${raw(row)}`,
    key: "person_id",
    columns: { start: "start_offset", end: "end_offset", text: "text" },
  },
  {
    person: {
      kind: "one",
      type: "Person",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.person_id`),
      }),
    },
  },
);

/** The rows of a table of the heads that belong to the same head of the same article as the parent. */
export function ofSameHead(table: RelatedRows["from"], parent: string, child: string): RelatedRows {
  return {
    from: sql`${table} ${raw(child)}`,
    where: raw(`${child}.article_id = ${parent}.article_id AND ${child}.head = ${parent}.head`),
  };
}

const paragraphs = ({ parent, child, scope }: RelationInput): RelatedRows =>
  ofSameHead(scope.rows("paragraph"), parent, child);

const placedPosts = ({ parent, child, scope }: RelationInput): RelatedRows => {
  const placement = `${child}_placement`;
  const { from, where } = ofSameHead(scope.rows("placement"), parent, placement);
  const joined = raw(`${child}.id = ${placement}.post_id`);
  return { from: sql`${from} JOIN ${scope.rows("embedded_post")} ${raw(child)} ON ${joined}`, where };
};

defineFields("Article", {
  paragraphs: {
    kind: "many",
    type: "Paragraph",
    rows: paragraphs,
    order: ({ child }) => [raw(`${child}.position`)],
  },
  embeddedPosts: {
    kind: "many",
    type: "EmbeddedPost",
    rows: placedPosts,
    order: ({ child }) => [raw(`${child}_placement.position`)],
  },
  body: {
    kind: "mixed",
    parts: [
      { type: "Paragraph", rows: paragraphs, position: ({ child }) => raw(`${child}.position`) },
      { type: "EmbeddedPost", rows: placedPosts, position: ({ child }) => raw(`${child}_placement.position`) },
    ],
  },
});
