import sql, { raw, type Sql } from "sql-template-tag";
import { canonicalSlug } from "../lib/slug.js";
import { allOf, contains, given } from "../graphql/loading/filters.js";
import type { TopicFilter } from "./topic.inputs.js";
import type { Listing } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";

/** The condition that a request may see a topic: readers see those under which they can find something. */
export function isTopicVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  return sql`EXISTS (SELECT 1 FROM article_topic v WHERE v.topic_id = ${raw(row)}.id AND ${scope.seen("v")})`;
}

/** The key of the topic that a slug leads to, also an old one or that of a topic merged into it; NULL for none. */
export function topicOfSlug(slug: string): Sql {
  const given = canonicalSlug(slug);
  // A server of the version before makes topics without a row of their slug.
  return sql`coalesce((SELECT s.topic_id FROM topic_slug s WHERE s.slug = ${given}),
    (SELECT o.id FROM topic o WHERE o.slug = ${given}))`;
}

/** The topics of a filter that the request may see, by name. */
export function listTopics(row: string, scope: Scope, filter?: TopicFilter | null): Listing {
  const r = raw(row);
  const named = given(filter?.nameContains, (characters) => contains(sql`${r}.name`, characters));
  return {
    rows: { from: sql`topic ${r}`, where: allOf([isTopicVisible(row, scope), named]) },
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
