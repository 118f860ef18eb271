import sql, { raw, type Sql } from "sql-template-tag";
import { orderArticles } from "../article/article.queries.js";
import { canonicalSlug } from "../lib/slug.js";
import { allOf, contains, given } from "../graphql/loading/filters.js";
import { defineFields, defineObject, type Order, type RelatedRows, type Scope } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { ofSameHead } from "../body/paragraph.queries.js";
import type { PersonFilter } from "./person.type.js";
import { foldHandle } from "./handle.js";

/**
 * The condition that a request may see a person. Readers see whoever readers can read of: in a published article, or
 * as the author of a post they see. A person who stands in drafts only would tell them of the draft.
 */
function isVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  const id = raw(`${row}.id`);
  return sql`(EXISTS (SELECT 1 FROM appearance v WHERE v.person_id = ${id} AND ${scope.seen("v")})
    OR EXISTS (SELECT 1 FROM embedded_post e JOIN placement v ON v.post_id = e.id WHERE e.author_id = ${id} AND ${scope.seen("v")})
    OR EXISTS (SELECT 1 FROM embedded_post e JOIN quote v ON v.source_id = e.id WHERE e.author_id = ${id} AND ${scope.seen("v")}))`;
}

defineObject(
  {
    type: "Person",
    from: (row) => sql`person ${raw(row)}`,
    key: "id",
    columns: { id: "id", slug: "slug", name: "name", role: "role", version: "version" },
    visible: isVisible,
  },
  {
    aliases: {
      kind: "value",
      value: (
        row,
        scope,
      ) => sql`(SELECT coalesce(json_agg(n.name ORDER BY n.position), '[]'::json) FROM ${scope.rows("person_name")} n
        WHERE n.person_id = ${raw(row)}.id AND n.position > 0)`,
    },
    accounts: {
      kind: "many",
      type: "SocialAccount",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("social_account")} ${raw(child)}`,
        where: raw(`${child}.person_id = ${parent}.id`),
      }),
      order: ({ child }) => [raw(`${child}.position`)],
    },
    articles: {
      kind: "connection",
      type: "Article",
      rows: ({ parent, child, scope, parentScope }) => {
        const appearance = `${child}_appearance`;
        const own = sql`${raw(`${appearance}.person_id`)} = ${parentScope.keyNow("person", `${parent}.id`)}`;
        const joined = raw(`${child}.article_id = ${appearance}.article_id AND ${child}.head = ${appearance}.head`);
        return {
          from: sql`appearance ${raw(appearance)} JOIN article_head ${raw(child)} ON ${joined}`,
          where: sql`${own} AND ${scope.seen(appearance)}`,
        };
      },
      order: ({ child }) => orderArticles(child, null),
    },
  },
);

defineObject({
  type: "SocialAccount",
  from: (row) => sql`social_account ${raw(row)}`,
  key: "person_id",
  columns: { platform: "platform", handle: "handle" },
});

defineFields("Article", {
  persons: {
    kind: "many",
    type: "Person",
    rows: ({ parent, child, scope }) => {
      const appearance = `${child}_appearance`;
      const { from, where } = ofSameHead(scope.rows("appearance"), parent, appearance);
      const joined = raw(`${child}.id = ${appearance}.person_id`);
      return { from: sql`${from} JOIN ${scope.rows("person")} ${raw(child)} ON ${joined}`, where };
    },
    order: ({ child }) => [raw(`${child}_appearance.position`)],
  },
});

/** The condition that a row is the person of a key, or whoever the person of that key was merged into. */
export function isPerson(uuid: string): (row: string) => Sql {
  return (row) =>
    sql`${raw(row)}.id = coalesce((SELECT m.into_id FROM person_merge m WHERE m.id = ${uuid}::uuid), ${uuid}::uuid)`;
}

/** The condition that a row is the person that a slug leads to, also that of a person merged into this one. */
export function hasPersonSlug(slug: string): (row: string) => Sql {
  return (row) => sql`${raw(row)}.id = (SELECT s.person_id FROM person_slug s WHERE s.slug = ${canonicalSlug(slug)})`;
}

/** The persons of a filter whom the request may see, by name. */
export function listPersons(
  row: string,
  scope: Scope,
  filter: PersonFilter | null | undefined,
): { readonly rows: RelatedRows; readonly order: Order } {
  const r = raw(row);
  const where = allOf([
    isVisible(row, scope),
    given(
      filter?.nameContains,
      (characters) =>
        sql`${r}.id IN (SELECT n.person_id FROM person_name n WHERE ${contains(raw("n.name"), characters)})`,
    ),
    given(
      filter?.handle,
      (handle) => sql`${r}.id IN (SELECT s.person_id FROM social_account s WHERE s.folded = ${foldHandle(handle)})`,
    ),
  ]);
  return {
    rows: { from: sql`person ${r}`, where },
    order: {
      name: "person",
      keys: [
        { by: sql`${r}.name`, type: "text" },
        { by: sql`${r}.id`, type: "uuid" },
      ],
      direction: "ASC",
    },
  };
}
