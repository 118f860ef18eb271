import sql, { raw } from "sql-template-tag";
import { Article } from "../draft/article.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { many, mixed, one, relations } from "../graphql/loading/relations.js";
import type { RelatedRows, RelationInput } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
import { Person } from "../person/person.type.js";
import { ArticleElement } from "./element.type.js";
import { articleOf, ofSameHead } from "../draft/head.queries.js";
import { figuresOf } from "./figure.relations.js";
import { Figure } from "./figure.type.js";
import { Mention, Paragraph } from "./paragraph.type.js";

const paragraphs = ({ parent, child, scope }: RelationInput): RelatedRows =>
  ofSameHead(scope.rows("paragraph"), parent, child);

const placedPosts = ({ parent, child, scope }: RelationInput): RelatedRows => {
  const placement = `${child}_placement`;
  const { from, where } = ofSameHead(scope.rows("placement"), parent, placement);
  const joined = raw(`${child}.id = ${placement}.post_id`);
  return { from: sql`${from} JOIN ${scope.rows("embedded_post")} ${raw(child)} ON ${joined}`, where };
};

/** How paragraphs and their mentions are read, and the bodies of articles. */
export const paragraphLoading = [
  shape(Paragraph, {
    table: "paragraph",
    changesWith: { type: "Article", column: "article_id" },
    // Revisions from before there were styles have none.
    columns: { style: (row) => raw(`coalesce(${row}.style, 'BODY')`) },
    visible: (row, scope) => scope.seen(row),
  }),
  relations(Paragraph, {
    article: one(() => Article, { description: "The article that contains it.", rows: articleOf }),
    mentions: many(() => Mention, {
      description: "The persons it names, in reading order.",
      rows: ({ parent, child, scope }) => {
        const [p, c] = [raw(parent), raw(child)];
        return {
          from: sql`${scope.rows("mention")} ${c}`,
          where: sql`${c}.paragraph_id = ${p}.id AND ${c}.head = ${p}.head`,
        };
      },
      order: ({ child }) => [raw(`${child}.start_offset`)],
    }),
  }),
  shape(Mention, { table: "mention", columns: { start: "start_offset", end: "end_offset" } }),
  relations(Mention, {
    person: one(() => Person, {
      description: "The person who is named.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.person_id`),
      }),
    }),
  }),
  relations(Article, {
    body: mixed(() => ArticleElement, {
      description: "Paragraphs, embedded posts and figures, in reading order.",
      parts: [
        { type: () => Paragraph, rows: paragraphs, position: ({ child }) => raw(`${child}.position`) },
        { type: () => EmbeddedPost, rows: placedPosts, position: ({ child }) => raw(`${child}_placement.position`) },
        {
          type: () => Figure,
          rows: (input) => figuresOf(input, "body"),
          position: ({ child }) => raw(`${child}.position`),
        },
      ],
    }),
    paragraphs: many(() => Paragraph, {
      description: "Only the paragraphs, in reading order.",
      rows: paragraphs,
      order: ({ child }) => [raw(`${child}.position`)],
    }),
    embeddedPosts: many(() => EmbeddedPost, {
      description: "Only the embedded posts, in reading order.",
      rows: placedPosts,
      order: ({ child }) => [raw(`${child}_placement.position`)],
    }),
  }),
];
