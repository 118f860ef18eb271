import sql, { raw, type Sql } from "sql-template-tag";
import type { Scope } from "../graphql/loading/scope.js";

/** The lists whose lengths are kept: all articles or quotes, or the articles of a topic or section. */
type KeptList = "article" | "quote" | "topic" | "section";

/**
 * The number of rows of a list in the head that a request sees, which triggers keep in list_count. It is exact in every
 * snapshot. Undefined in a preview, which sees rows of two heads.
 *
 * @param keys a comparison of the key with that of a topic or section, such as `= $1`.
 */
export function keptCount(list: KeptList, { view }: Scope, keys: Sql = raw("= no_key()")): Sql | undefined {
  if (view.kind === "PREVIEW") return undefined;
  const where = raw(`c.list = '${list}' AND c.head = '${view.kind}' AND c.key`);
  return sql`(SELECT coalesce(sum(c.rows), 0)::bigint FROM list_count c WHERE ${where} ${keys})`;
}
