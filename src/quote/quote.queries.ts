import sql, { raw, type Sql } from "sql-template-tag";
import { allOf, contains, filterKey, given, isOneOf } from "../graphql/loading/filters.js";
import {
  defineFields,
  defineObject,
  madeOf,
  type Order,
  type RelatedRows,
  type RelationInput,
  type Scope,
} from "../graphql/loading/shape.js";
import { ofSameHead } from "../body/paragraph.queries.js";
import type { QuoteFilter, QuoteOrder } from "./quote.inputs.js";

/** Where the quotes of a filter stand. */
export function filterQuotes(row: string, filter: QuoteFilter): readonly (Sql | null)[] {
  const r = raw(row);
  const said = sql`coalesce(${r}.said_on, '-infinity'::date)`;
  return [
    given(filter.speakerId, (id) => sql`${r}.speaker_id = ${filterKey("Person", id, "speakerId")}::uuid`),
    given(filter.articleId, (id) => sql`${r}.article_id = ${filterKey("Article", id, "articleId")}::uuid`),
    given(filter.kinds, (kinds) => isOneOf(sql`${r}.kind`, kinds)),
    given(filter.verdicts, (verdicts) => isOneOf(sql`${r}.verdict`, verdicts)),
    // A quote without a source is what the verdict UNSOURCED says, and the verdict has the index.
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
): { readonly rows: RelatedRows; readonly order: Order } {
  const where = allOf([scope.seen(row), ...conditions]);
  return { rows: { from: sql`quote ${raw(row)}`, where }, order: orderQuotes(row, order) };
}

/** The order of the quotes of one paragraph: by their start, then the longer one first, then by key. */
function inParagraph(row: string): readonly Sql[] {
  return [raw(`${row}.start_offset`), raw(`${row}.end_offset DESC`), raw(`${row}.id`)];
}

function isParent(column: string, table: string): (input: RelationInput) => RelatedRows {
  return ({ parent, child, scope, parentScope, args }) => {
    const filter = (args["filter"] as QuoteFilter | null | undefined) ?? {};
    const own = sql`${raw(`${child}.${column}`)} = ${parentScope.keyNow(table, `${parent}.id`)}`;
    return listQuotes(child, scope, [own, ...filterQuotes(child, filter)]).rows;
  };
}

defineObject(
  {
    type: "Quote",
    from: (row, scope) => sql`${scope.rows("quote")} ${raw(row)}`,
    key: "id",
    columns: {
      id: "id",
      text: "text",
      kind: "kind",
      start: "start_offset",
      end: "end_offset",
      speakerRole: "speaker_role",
      saidOn: "said_on",
      occasion: "occasion",
      verdict: "verdict",
      similarity: "similarity",
      differences: "differences",
    },
    visible: (row, scope) => scope.seen(row),
  },
  {
    check: madeOf("verdict", "similarity", "differences"),
    speaker: {
      kind: "one",
      type: "Person",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.speaker_id`),
      }),
    },
    source: {
      kind: "one",
      type: "EmbeddedPost",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("embedded_post")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.source_id`),
      }),
    },
    paragraph: {
      kind: "one",
      type: "Paragraph",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("paragraph")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.paragraph_id AND ${child}.head = ${parent}.head`),
      }),
    },
    article: {
      kind: "one",
      type: "Article",
      rows: ({ parent, child, scope }) => ofSameHead(scope.rows("article_head"), parent, child),
    },
    alsoQuotedIn: {
      kind: "connection",
      type: "Quote",
      rows: ({ parent, child, scope, parentScope }) => {
        const speaker = parentScope.keyNow("person", `${parent}.speaker_id`);
        const same = sql`${raw(`${child}.speaker_id`)} = ${speaker} AND ${raw(`${child}.words_key = ${parent}.words_key
          AND ${child}.id <> ${parent}.id`)}`;
        return listQuotes(child, scope, [same]).rows;
      },
      order: ({ child }) => orderQuotes(child),
    },
  },
);

defineFields("Paragraph", {
  quotes: {
    kind: "many",
    type: "Quote",
    rows: ({ parent, child, scope }) => ({
      from: sql`${scope.rows("quote")} ${raw(child)}`,
      where: raw(`${child}.paragraph_id = ${parent}.id AND ${child}.head = ${parent}.head`),
    }),
    order: ({ child }) => inParagraph(child),
  },
});

defineFields("Article", {
  quotes: {
    kind: "many",
    type: "Quote",
    rows: ({ parent, child, scope }) => {
      const paragraph = `${child}_paragraph`;
      const { from, where } = ofSameHead(scope.rows("quote"), parent, child);
      const joined = raw(`${paragraph}.id = ${child}.paragraph_id AND ${paragraph}.head = ${child}.head`);
      return { from: sql`${from} JOIN ${scope.rows("paragraph")} ${raw(paragraph)} ON ${joined}`, where };
    },
    order: ({ child }) => [raw(`${child}_paragraph.position`), ...inParagraph(child)],
  },
});

defineFields("Person", {
  quotes: {
    kind: "connection",
    type: "Quote",
    rows: isParent("speaker_id", "person"),
    order: ({ child }) => orderQuotes(child),
  },
});

defineFields("EmbeddedPost", {
  quotes: {
    kind: "connection",
    type: "Quote",
    rows: isParent("source_id", "embedded_post"),
    order: ({ child }) => orderQuotes(child),
  },
});
