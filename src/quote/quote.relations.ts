import sql, { raw, type Sql } from "sql-template-tag";
import { Article } from "../draft/article.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { ForwardPageArgs } from "../graphql/connection.js";
import { connection, many, one, part, relations } from "../graphql/loading/relations.js";
import type { RelatedRows, RelationInput } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
import { articleOf, ofSameHead } from "../draft/head.queries.js";
import { Paragraph } from "../body/paragraph.type.js";
import { Person } from "../person/person.type.js";
import { PersonQuotesArgs } from "./quote.inputs.js";
import { filterQuotes, listQuotes, orderQuotes } from "./quote.queries.js";
import { Quote, QuoteCheck, QuoteConnection, TextDifference } from "./quote.type.js";

/** The order of the quotes of one paragraph: by start, then the longer one first, then by key. */
function inParagraph(row: string): readonly Sql[] {
  return [raw(`${row}.start_offset`), raw(`${row}.end_offset DESC`), raw(`${row}.id`)];
}

/** The visible quotes whose foreign key is the parent. */
function ofParent(column: string, table: string): (input: RelationInput<PersonQuotesArgs>) => RelatedRows {
  return ({ parent, child, scope, parentScope, args }) => {
    const own = sql`${raw(`${child}.${column}`)} = ${parentScope.keyNow(table, `${parent}.id`)}`;
    return listQuotes(child, scope, [own, ...filterQuotes(child, args.filter ?? {})]).rows;
  };
}

/** How quotes are read, and the quotes of articles, paragraphs, persons and posts. */
export const quoteLoading = [
  shape(Quote, {
    table: "quote",
    changesWith: { type: "Article", column: "article_id" },
    columns: { start: "start_offset", end: "end_offset" },
    visible: (row, scope) => scope.seen(row),
  }),
  shape(QuoteCheck, { table: "quote" }),
  relations(QuoteCheck, {
    differences: many(() => TextDifference, {
      description: "Unmarked differences, in the order of the quote.",
      rows: ({ parent, child }) => ({
        from: raw(`ROWS FROM (jsonb_to_recordset(${parent}.differences) AS (kind text, quoted text, original text))
          WITH ORDINALITY ${child}(kind, quoted, original, position)`),
        where: raw("TRUE"),
      }),
      order: ({ child }) => [raw(`${child}.position`)],
    }),
  }),
  shape(TextDifference, {}),
  relations(Quote, {
    check: part(() => QuoteCheck, { description: "The comparison of the quoted words with the source." }),
    speaker: one(() => Person, {
      nullable: true,
      description: "The person who said it; null when no person is named or linked yet.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("person")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.speaker_id`),
      }),
    }),
    source: one(() => EmbeddedPost, {
      nullable: true,
      description: "The post against which the words can be checked; null without one.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("embedded_post")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.source_id`),
      }),
    }),
    paragraph: one(() => Paragraph, {
      description: "The paragraph that contains it.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("paragraph")} ${raw(child)}`,
        where: raw(`${child}.id = ${parent}.paragraph_id AND ${child}.head = ${parent}.head`),
      }),
    }),
    article: one(() => Article, { description: "The article that contains it.", rows: articleOf }),
    alsoQuotedIn: connection(() => QuoteConnection, {
      description:
        "Other quotes of the same words by the same speaker, regardless of punctuation and of the case of the first letter. Empty without a speaker.",
      args: ForwardPageArgs,
      changesWith: (parent) => sql`'list:Person' || coalesce(':' || ${raw(`${parent}.speaker_id`)}, '')`,
      rows: ({ parent, child, scope, parentScope }) => {
        const speaker = parentScope.keyNow("person", `${parent}.speaker_id`);
        const same = sql`${raw(`${child}.speaker_id`)} = ${speaker} AND ${raw(`${child}.words_key = ${parent}.words_key
          AND ${child}.id <> ${parent}.id`)}`;
        return listQuotes(child, scope, [same]).rows;
      },
      order: ({ child }) => orderQuotes(child),
    }),
    sameWords: connection(() => QuoteConnection, {
      description:
        "Quotes of the same words in other articles, by any speaker, regardless of punctuation and of the case of the first letter. See `alsoQuotedIn` for those of the same speaker.",
      args: ForwardPageArgs,
      changesWith: () => raw("'list:Quote'"),
      rows: ({ parent, child, scope }) => {
        const same = raw(`${child}.words_key = ${parent}.words_key
          AND ${child}.article_id <> ${parent}.article_id`);
        return listQuotes(child, scope, [same]).rows;
      },
      order: ({ child }) => orderQuotes(child),
    }),
  }),
  relations(Paragraph, {
    quotes: many(() => Quote, {
      description: "Its quotes, in reading order.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("quote")} ${raw(child)}`,
        where: raw(`${child}.paragraph_id = ${parent}.id AND ${child}.head = ${parent}.head`),
      }),
      order: ({ child }) => inParagraph(child),
    }),
  }),
  relations(Article, {
    quotes: many(() => Quote, {
      description: "All quotes of the article, in reading order.",
      rows: ({ parent, child, scope }) => {
        const paragraph = `${child}_paragraph`;
        const { from, where } = ofSameHead(scope.rows("quote"), parent, child);
        const joined = raw(`${paragraph}.id = ${child}.paragraph_id AND ${paragraph}.head = ${child}.head`);
        return { from: sql`${from} JOIN ${scope.rows("paragraph")} ${raw(paragraph)} ON ${joined}`, where };
      },
      order: ({ child }) => [raw(`${child}_paragraph.position`), ...inParagraph(child)],
    }),
  }),
  relations(Person, {
    quotes: connection(() => QuoteConnection, {
      description: "Quotes by the person in articles that the request can see.",
      args: PersonQuotesArgs,
      rows: ofParent("speaker_id", "person"),
      order: ({ child }) => orderQuotes(child),
    }),
  }),
  relations(EmbeddedPost, {
    quotes: connection(() => QuoteConnection, {
      description: "The quotes that have this post as their source.",
      args: ForwardPageArgs,
      rows: ofParent("source_id", "embedded_post"),
      order: ({ child }) => orderQuotes(child),
    }),
  }),
];
