import sql, { raw, type Sql } from "sql-template-tag";
import { Article } from "../draft/article.type.js";
import { articleOf, ofSameHead } from "../draft/head.queries.js";
import { one, relations } from "../graphql/loading/relations.js";
import type { RelatedRows, RelationInput } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { shape } from "../graphql/loading/shape.js";
import { Image } from "../image/image.type.js";
import { Figure } from "./figure.type.js";

/** A text of a figure, or that of its image. */
function ownOrOfImage(column: "caption" | "alt"): (row: string, scope: Scope) => Sql {
  return (row, scope) => {
    const ofImage = sql`SELECT i.${raw(column)} FROM ${scope.rows("image")} i WHERE i.id = ${raw(row)}.image_id`;
    return sql`coalesce(${raw(row)}.${raw(column)}, (${ofImage}))`;
  };
}

/** The caption that is shown; an empty one of the figure hides that of the image. */
function shownCaption(row: string, scope: Scope): Sql {
  return sql`nullif(${ownOrOfImage("caption")(row, scope)}, '')`;
}

/** The figures of an article: those of its body have a position, and its lead image has none. */
export function figuresOf({ parent, child, scope }: RelationInput, which: "lead" | "body"): RelatedRows {
  const { from, where } = ofSameHead(scope.rows("figure"), parent, child);
  return {
    from,
    where: sql`${where} AND ${raw(`${child}.position`)} IS ${raw(which === "lead" ? "NULL" : "NOT NULL")}`,
  };
}

/** How figures are read. */
export const figureLoading = [
  shape(Figure, {
    table: "figure",
    changesWith: { type: "Article", column: "article_id" },
    columns: { caption: shownCaption, ownCaption: "caption", alt: ownOrOfImage("alt") },
    visible: (row, scope) => scope.seen(row),
  }),
  relations(Figure, {
    image: one(() => Image, {
      description: "The image.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("image")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.image_id`),
      }),
    }),
    article: one(() => Article, { description: "The article that shows it.", rows: articleOf }),
  }),
  relations(Article, {
    leadImage: one(() => Figure, {
      nullable: true,
      description: "The picture that teasers show; null without one. The same image can also be in the body.",
      rows: (input) => figuresOf(input, "lead"),
    }),
  }),
];
