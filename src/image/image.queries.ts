import sql, { raw, type Sql } from "sql-template-tag";
import { allOf, contains, given } from "../graphql/loading/filters.js";
import type { Listing, Order } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";
import { isPersonVisible } from "../person/person.queries.js";
import type { ImageFilter } from "./image.type.js";

/** The condition that a request may see an image. Readers see it in a published article, or as the portrait of a person they see. */
export function isImageVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  const id = raw(`${row}.id`);
  return sql`(EXISTS (SELECT 1 FROM figure v WHERE v.image_id = ${id} AND ${scope.seen("v")})
    OR EXISTS (SELECT 1 FROM person portrayed WHERE portrayed.portrait_id = ${id} AND ${isPersonVisible("portrayed", scope)}))`;
}

/** The texts of an image that the library is searched by: the expression of the index `image_texts_characters`. */
function textsOf(row: string): Sql {
  const optional = ["headline", "caption", "credit", "place", "file_name"];
  return raw([`${row}.alt`, ...optional.map((column) => `coalesce(${row}.${column}, '')`)].join(" || E'\\n' || "));
}

/** The order of images: the newest first. */
export function orderImages(row: string): Order {
  return {
    name: "image",
    keys: [
      { by: raw(`${row}.created_at`), type: "timestamptz" },
      { by: raw(`${row}.id`), type: "uuid" },
    ],
    direction: "DESC",
  };
}

/** The images of a filter that the request may see, the newest first. */
export function listImages(row: string, scope: Scope, filter: ImageFilter | null | undefined): Listing {
  const where = allOf([
    isImageVisible(row, scope),
    given(filter?.textContains, (characters) => contains(textsOf(row), characters)),
    given(filter?.isUsed, (isUsed) => raw(isUsed ? `${row}.is_used` : `NOT ${row}.is_used`)),
  ]);
  return { rows: { from: sql`image ${raw(row)}`, where }, order: orderImages(row) };
}
