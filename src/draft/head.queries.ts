import sql, { raw } from "sql-template-tag";
import type { RelatedRows, RelationInput } from "../graphql/loading/rows.js";

/** The rows of a table with heads that belong to the same head of the same article as the parent. */
export function ofSameHead(table: RelatedRows["from"], parent: string, child: string): RelatedRows {
  return {
    from: sql`${table} ${raw(child)}`,
    where: raw(`${child}.article_id = ${parent}.article_id AND ${child}.head = ${parent}.head`),
  };
}

/** The article of a row with a head, in the same head. */
export function articleOf({ parent, child, scope }: RelationInput): RelatedRows {
  return ofSameHead(scope.rows("article_head"), parent, child);
}
