import sql, { raw, type Sql } from "sql-template-tag";
import { canonicalSlug } from "../lib/slug.js";
import { allOf, contains, given } from "../graphql/loading/filters.js";
import type { Listing } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isReaderView } from "../graphql/loading/view.js";
import type { PersonFilter } from "./person.type.js";
import { foldHandle } from "./handle.js";

/**
 * The condition that a request may see a person. Readers see a person in a published article, as its author, or
 * as the author of a post they see. A person who is in drafts only would reveal the draft.
 */
export function isPersonVisible(row: string, scope: Scope): Sql {
  if (!isReaderView(scope.view)) return raw("TRUE");
  const id = raw(`${row}.id`);
  // OFFSET 0 keeps PostgreSQL from reading a table as a whole to hash it; a page needs few look-ups in the indexes.
  return sql`(EXISTS (SELECT 1 FROM appearance v WHERE v.person_id = ${id} AND ${scope.seen("v")} OFFSET 0)
    OR EXISTS (SELECT 1 FROM article_author v WHERE v.person_id = ${id} AND ${scope.seen("v")} OFFSET 0)
    OR EXISTS (SELECT 1 FROM embedded_post e JOIN placement v ON v.post_id = e.id WHERE e.author_id = ${id} AND ${scope.seen("v")} OFFSET 0)
    OR EXISTS (SELECT 1 FROM embedded_post e JOIN quote v ON v.source_id = e.id WHERE e.author_id = ${id} AND ${scope.seen("v")} OFFSET 0))`;
}

/** The condition that a row is the person of a key, or the person that this one was merged into. */
export function isPerson(uuid: string): (row: string) => Sql {
  return (row) =>
    sql`${raw(row)}.id = coalesce((SELECT m.into_id FROM person_merge m WHERE m.id = ${uuid}::uuid), ${uuid}::uuid)`;
}

/** The key of the person that a slug identifies, also of a person merged into them; NULL where there is none. */
export function personOfSlug(slug: string): Sql {
  return sql`(SELECT s.person_id FROM person_slug s WHERE s.slug = ${canonicalSlug(slug)})`;
}

/** The persons of a filter that the request may see, by name. */
export function listPersons(row: string, scope: Scope, filter: PersonFilter | null | undefined): Listing {
  const r = raw(row);
  const where = allOf([
    isPersonVisible(row, scope),
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
