import sql, { raw, type Sql } from "sql-template-tag";
import { orderArticles } from "../article/article.queries.js";
import { allOf, filterKey, given } from "../graphql/loading/filters.js";
import { defineFields, defineObject, type Order, type RelatedRows, type Scope } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { foldHandle, showHandle } from "../person/handle.js";
import type { EmbeddedPostFilter } from "./embedded-post.type.js";

/** The condition that a request may see a post: readers see what stands in, or is evidence for, what they can read. */
function isVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  const id = raw(`${row}.id`);
  return sql`(EXISTS (SELECT 1 FROM placement v WHERE v.post_id = ${id} AND ${scope.seen("v")})
    OR EXISTS (SELECT 1 FROM quote v WHERE v.source_id = ${id} AND ${scope.seen("v")}))`;
}

function orderPosts(row: string): Order {
  return {
    name: "post",
    keys: [
      { by: raw(`${row}.created_at`), type: "timestamptz" },
      { by: raw(`${row}.id`), type: "uuid" },
    ],
    direction: "DESC",
  };
}

defineObject(
  {
    type: "EmbeddedPost",
    from: (row) => sql`embedded_post ${raw(row)}`,
    key: "id",
    columns: {
      id: "id",
      platform: "platform",
      url: "url",
      authorName: "author_name",
      authorHandle: "author_handle",
      text: "text",
      language: "language",
      postedOn: "posted_on",
      postedAt: "posted_at",
      capturedAt: "captured_at",
      contentHash: "content_hash",
      availability: "availability",
      version: "version",
    },
    visible: isVisible,
  },
  {
    author: {
      kind: "one",
      type: "Person",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.author_id`),
      }),
    },
    captures: {
      kind: "connection",
      type: "PostCapture",
      isHidden: ({ view }) => isReaderView(view),
      rows: ({ parent, child }) => ({
        from: sql`post_capture ${raw(child)}`,
        where: raw(`${child}.post_id = ${parent}.id`),
      }),
      order: ({ child }) => ({
        name: "capture",
        keys: [{ by: raw(`${child}.number`), type: "integer" }],
        direction: "DESC",
      }),
    },
    articles: {
      kind: "connection",
      type: "Article",
      rows: ({ parent, child, scope }) => {
        const placement = `${child}_placement`;
        const joined = raw(`${child}.article_id = ${placement}.article_id AND ${child}.head = ${placement}.head`);
        return {
          from: sql`placement ${raw(placement)} JOIN article_head ${raw(child)} ON ${joined}`,
          where: sql`${raw(`${placement}.post_id = ${parent}.id`)} AND ${scope.seen(placement)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    },
  },
);

// Where an earlier version of the program did not record the author, the post's own is the best that is known.
const authorThen = (column: string) => (row: string) =>
  sql`coalesce(${raw(`${row}.${column}`)}, CASE WHEN ${raw(`${row}.author_name`)} IS NULL THEN
    (SELECT p.${raw(column)} FROM embedded_post p WHERE p.id = ${raw(`${row}.post_id`)}) END)`;

defineObject(
  {
    type: "PostCapture",
    from: (row) => sql`post_capture ${raw(row)}`,
    key: "post_id",
    columns: {
      text: "text",
      availability: "availability",
      capturedAt: "captured_at",
      replacedAt: "replaced_at",
      contentHash: "content_hash",
    },
  },
  {
    authorName: { kind: "value", value: authorThen("author_name") },
    authorHandle: { kind: "value", value: authorThen("author_handle") },
  },
);

defineFields("Person", {
  embeddedPosts: {
    kind: "connection",
    type: "EmbeddedPost",
    rows: ({ parent, child, scope, parentScope }) => ({
      from: sql`embedded_post ${raw(child)}`,
      where: sql`${raw(`${child}.author_id`)} = ${parentScope.keyNow("person", `${parent}.id`)} AND ${isVisible(child, scope)}`,
    }),
    order: ({ child }) => orderPosts(child),
  },
});

/** The posts of a filter that the request may see, the newest recorded first. */
export function listPosts(
  row: string,
  scope: Scope,
  filter: EmbeddedPostFilter | null | undefined,
): { readonly rows: RelatedRows; readonly order: Order } {
  const r = raw(row);
  const where = allOf([
    isVisible(row, scope),
    given(filter?.platform, (platform) => sql`${r}.platform = ${platform}`),
    given(filter?.authorId, (id) => sql`${r}.author_id = ${filterKey("Person", id, "authorId")}::uuid`),
    given(filter?.handle, (handle) => sql`lower(${r}.author_handle) = ${showHandle(foldHandle(handle))}`),
    given(filter?.availability, (availability) => sql`${r}.availability = ${availability}`),
  ]);
  return { rows: { from: sql`embedded_post ${r}`, where }, order: orderPosts(row) };
}
