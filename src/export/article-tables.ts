import { z } from "zod";
import { type HEAD_FIELDS, type HeadFieldName, mapHead } from "../draft/head-fields.js";
import { mapQuoteFields, type QUOTE_FIELDS, type QuoteFieldName } from "../draft/quote-fields.js";
import { columnShapes, laterTable, table } from "./export.shape.js";

/*
 * An article in an export: its row with its heads, and in each head the rows of the text.
 */

const { id, moment, text, json } = columnShapes;

const paragraph = table(
  "Paragraph",
  { id, head: text, articleId: id, position: z.int(), style: text.default("BODY"), text, marks: json },
  {},
);
const optionalText = text.nullable().default(null);
const optionalDay = moment.nullable().default(null);
const optionalId = id.nullable().default(null);
type QuoteShape = {
  readonly [Name in QuoteFieldName]: (typeof SHAPES_OF_KINDS)[(typeof QUOTE_FIELDS)[Name]["kind"]];
};
const SHAPES_OF_KINDS = { kind: text, text: optionalText, day: optionalDay, reference: optionalId } as const;
// As with the head, the shape of a field follows from its kind.
const quoteFields = mapQuoteFields((_name, { kind }) => SHAPES_OF_KINDS[kind]) as QuoteShape;
const quote = table(
  "Quote",
  {
    id,
    head: text,
    articleId: id,
    paragraphId: id,
    startOffset: z.int(),
    endOffset: z.int(),
    text,
    ...quoteFields,
    verdict: text,
    similarity: z.number().nullable(),
    differences: json,
    wordsKey: text,
    createdAt: moment,
  },
  {},
);
const mention = table(
  "Mention",
  {
    paragraphId: id,
    head: text,
    startOffset: z.int(),
    endOffset: z.int(),
    articleId: id,
    personId: id,
    text,
  },
  {},
);
const appearance = table(
  "Appearance",
  {
    articleId: id,
    head: text,
    personId: id,
    position: z.int(),
    isSpeaker: z.boolean(),
  },
  {},
);
const placement = table("Placement", { articleId: id, head: text, postId: id, position: z.int() }, {});
const articleTopic = table("ArticleTopic", { articleId: id, head: text, topicId: id, position: z.int() }, {});
const figure = laterTable(
  table(
    "Figure",
    {
      id,
      head: text,
      articleId: id,
      imageId: id,
      position: z.int().nullable(),
      caption: text.nullable(),
      alt: text.nullable(),
    },
    {},
  ),
);
const articleAuthor = laterTable(
  table("ArticleAuthor", { articleId: id, head: text, personId: id, role: text.nullable(), position: z.int() }, {}),
);
const articleRelated = laterTable(
  table("ArticleRelated", { articleId: id, head: text, relatedId: id, position: z.int() }, {}),
);
type HeadShape = {
  readonly [Name in HeadFieldName]: (typeof HEAD_FIELDS)[Name]["isNullable"] extends true
    ? (typeof SHAPES_OF_KINDS)[(typeof HEAD_FIELDS)[Name]["kind"]]
    : typeof text;
};
// The shape of a field follows from its kind, which mapHead does not keep in its type. Exports from before a field lack it.
const headFields = mapHead((_name, { kind, isNullable }) => (isNullable ? SHAPES_OF_KINDS[kind] : text)) as HeadShape;
const head = table(
  "ArticleHead",
  {
    articleId: id,
    head: z.enum(["DRAFT", "PUBLISHED", "SCHEDULED", "TRASH"]),
    version: z.int(),
    ...headFields,
    wordCount: z.int(),
    publishedAt: moment.nullable(),
    // The database fills it from the article; exports of the first two versions lack it.
    firstPublishedAt: moment.nullable().default(null),
    updatedAt: moment,
  },
  {
    paragraphs: paragraph,
    placements: placement,
    quotes: quote,
    mentions: mention,
    appearances: appearance,
    topics: articleTopic,
    figures: figure,
    authors: articleAuthor,
    related: articleRelated,
  },
);

/** A SHA-256 in hexadecimal digits, as import keys are. */
const HASH = /^[0-9a-f]{64}$/u;

const importKey = laterTable(table("ImportKey", { key: text.regex(HASH), articleId: id }, {}));
const articleSlug = table("ArticleSlug", { slug: text, articleId: id, isPublic: z.boolean(), createdAt: moment }, {});
const revision = table(
  "Revision",
  { id, articleId: id, number: z.int(), createdAt: moment, author: text, summary: text.nullable(), document: json },
  {},
);
const correction = table(
  "Correction",
  { id, articleId: id, kind: text, note: text, correctedAt: moment, revisionId: id },
  {},
);
export const article = table(
  "Article",
  {
    id,
    state: text,
    version: z.int(),
    createdAt: moment,
    firstPublishedAt: moment.nullable(),
    publishedAt: moment.nullable(),
    publishAt: moment.nullable(),
    killedAt: moment.nullable(),
    killReason: text.nullable(),
    trashedAt: moment.nullable(),
    embargoedUntil: moment.nullable().default(null),
    overrideReason: text.nullable().default(null),
    // The database fills it from the published head.
    publishedVersion: z.int().nullable().default(null),
    importKey: text.nullish(),
  },
  { slugs: articleSlug, importKeys: importKey, heads: head, revisions: revision, corrections: correction },
);

/**
 * Brings an article into the form of today. The one import key of the first version becomes one of several; a key that is no hash never matches again. Without a
 * draft in the export, the published text becomes the draft.
 */
export function completeArticle({ importKey: only, importKeys, heads, ...row }: z.infer<typeof article.shape>) {
  const keys = only && HASH.test(only) ? [{ key: only, articleId: row.id }] : [];
  return { ...row, importKeys: importKeys.length > 0 ? importKeys : keys, heads: withDraft(heads) };
}

type ExportedHead = z.infer<typeof head.shape>;

/** Every article has a working draft or a trashed one. */
function withDraft(heads: readonly ExportedHead[]): readonly ExportedHead[] {
  const published = heads.find(({ head: name }) => name === "PUBLISHED");
  if (!published || heads.some(({ head: name }) => name !== "PUBLISHED")) return heads;
  const inDraft = { head: "DRAFT" } as const;
  const nested = Object.keys(head.nested) as (keyof typeof head.nested)[]; // Object.keys returns strings.
  const rows = nested.map((name) => [name, published[name].map((row) => ({ ...row, ...inDraft }))]);
  return [...heads, { ...published, ...inDraft, ...Object.fromEntries(rows) }];
}
