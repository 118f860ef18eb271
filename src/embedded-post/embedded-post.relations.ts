import sql, { raw } from "sql-template-tag";
import { ForwardPageArgs, PageArgs } from "../graphql/connection.js";
import { connection, one, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { Person } from "../person/person.type.js";
import { isPostVisible, orderPosts } from "./embedded-post.queries.js";
import { EmbeddedPost, EmbeddedPostConnection, PostCapture, PostCaptureConnection } from "./embedded-post.type.js";

// Where an earlier version of the program did not record the author, the post's own is the best that is known.
const authorThen = (column: string) => (row: string) =>
  sql`coalesce(${raw(`${row}.${column}`)}, CASE WHEN ${raw(`${row}.author_name`)} IS NULL THEN
    (SELECT p.${raw(column)} FROM embedded_post p WHERE p.id = ${raw(`${row}.post_id`)}) END)`;

/** How posts and their captures are read, and the posts of persons. */
export const embeddedPostLoading = [
  shape(EmbeddedPost, {
    table: "embedded_post",
    changesWith: { type: "EmbeddedPost", column: "id", isSeenByReference: true },
    visible: isPostVisible,
  }),
  relations(EmbeddedPost, {
    author: one(() => Person, {
      nullable: true,
      description: "The author, if it is a person known to the newsroom.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.author_id`),
      }),
    }),
    captures: connection(() => PostCaptureConnection, {
      description: "Earlier states of the post, newest first; the current one is the post itself. Null for readers.",
      args: ForwardPageArgs,
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
    }),
  }),
  shape(PostCapture, {
    table: "post_capture",
    columns: { authorName: authorThen("author_name"), authorHandle: authorThen("author_handle") },
  }),
  relations(Person, {
    embeddedPosts: connection(() => EmbeddedPostConnection, {
      description: "The person's posts that the request can see.",
      args: PageArgs,
      rows: ({ parent, child, scope, parentScope }) => ({
        from: sql`embedded_post ${raw(child)}`,
        where: sql`${raw(`${child}.author_id`)} = ${parentScope.keyNow("person", `${parent}.id`)} AND ${isPostVisible(child, scope)}`,
      }),
      order: ({ child }) => orderPosts(child),
    }),
  }),
];
