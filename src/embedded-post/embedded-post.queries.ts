import sql, { raw, type Sql } from "sql-template-tag";
import { allOf, filterKey, given } from "../graphql/loading/filters.js";
import type { Listing, Order } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";
import { foldHandle, showHandle } from "../person/handle.js";
import type { EmbeddedPostFilter } from "./embedded-post.type.js";

/** The condition that a request may see a post: readers see posts that are in, or are the source of a quote in, an article that they can read. */
export function isPostVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  const id = raw(`${row}.id`);
  // OFFSET 0 keeps PostgreSQL from reading a table as a whole to hash it; a page needs few look-ups in the indexes.
  return sql`(EXISTS (SELECT 1 FROM placement v WHERE v.post_id = ${id} AND ${scope.seen("v")} OFFSET 0)
    OR EXISTS (SELECT 1 FROM quote v WHERE v.source_id = ${id} AND ${scope.seen("v")} OFFSET 0))`;
}

/** The order of posts: the newest recorded first. */
export function orderPosts(row: string): Order {
  return {
    name: "post",
    keys: [
      { by: raw(`${row}.created_at`), type: "timestamptz" },
      { by: raw(`${row}.id`), type: "uuid" },
    ],
    direction: "DESC",
  };
}

/** The posts of a filter that the request may see, the newest recorded first. */
export function listPosts(row: string, scope: Scope, filter: EmbeddedPostFilter | null | undefined): Listing {
  const r = raw(row);
  const where = allOf([
    isPostVisible(row, scope),
    given(filter?.platform, (platform) => sql`${r}.platform = ${platform}`),
    given(filter?.authorId, (id) => sql`${r}.author_id = ${filterKey("Person", id, "authorId")}::uuid`),
    given(filter?.handle, (handle) => sql`lower(${r}.author_handle) = ${showHandle(foldHandle(handle))}`),
    given(filter?.availability, (availability) => sql`${r}.availability = ${availability}`),
  ]);
  return { rows: { from: sql`embedded_post ${r}`, where }, order: orderPosts(row) };
}
