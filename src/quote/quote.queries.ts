import sql, { raw, type Sql } from "sql-template-tag";
import { allOf, contains, filterKey, given, isOneOf } from "../graphql/loading/filters.js";
import type { Listing, Order } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { keptCount } from "../draft/kept-counts.queries.js";
import type { QuoteFilter, QuoteOrder } from "./quote.inputs.js";

/** Where the quotes of a filter are. */
export function filterQuotes(row: string, filter: QuoteFilter): readonly (Sql | null)[] {
  const r = raw(row);
  const said = sql`coalesce(${r}.said_on, '-infinity'::date)`;
  return [
    given(filter.speakerId, (id) => sql`${r}.speaker_id = ${filterKey("Person", id, "speakerId")}::uuid`),
    given(filter.articleId, (id) => sql`${r}.article_id = ${filterKey("Article", id, "articleId")}::uuid`),
    given(
      filter.topicId,
      (id) => sql`EXISTS (SELECT 1 FROM article_topic t WHERE t.topic_id = ${filterKey("Topic", id, "topicId")}::uuid
        AND t.article_id = ${r}.article_id AND t.head = ${r}.head)`,
    ),
    given(filter.kinds, (kinds) => isOneOf(sql`${r}.kind`, kinds)),
    given(filter.verdicts, (verdicts) => isOneOf(sql`${r}.verdict`, verdicts)),
    // A quote without a source has the verdict UNSOURCED, and the index is on the verdict.
    given(filter.hasSource, (has) => sql`${r}.verdict ${raw(has ? "<>" : "=")} 'UNSOURCED'`),
    given(filter.saidAfter, (day) => sql`${said} > ${day}::date`),
    given(filter.saidBefore, (day) => sql`${said} < ${day}::date AND ${r}.said_on IS NOT NULL`),
    given(filter.textContains, (characters) => contains(sql`${r}.text`, characters)),
  ];
}

/** The order of quotes that was asked for; the newest recorded first where none was. */
export function orderQuotes(row: string, order?: QuoteOrder | null): Order {
  const r = raw(row);
  const field = order?.field ?? "CREATED_AT";
  const key = {
    CREATED_AT: { by: sql`${r}.created_at`, type: "timestamptz" },
    SAID_ON: { by: sql`coalesce(${r}.said_on, '-infinity'::date)`, type: "date" },
  } as const;
  return {
    name: `quote ${field}`,
    keys: [key[field], { by: sql`${r}.id`, type: "uuid" }],
    direction: order?.direction ?? "DESC",
  };
}

/** The quotes that a request sees under some conditions, in an order. */
export function listQuotes(
  row: string,
  scope: Scope,
  conditions: readonly (Sql | null)[],
  order?: QuoteOrder | null,
): Listing {
  const where = allOf([scope.seen(row), ...conditions]);
  const kept = conditions.every((condition) => condition === null) ? keptCount("quote", scope) : undefined;
  return { rows: { from: sql`quote ${raw(row)}`, where, kept }, order: orderQuotes(row, order) };
}
