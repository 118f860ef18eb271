import { type HEAD_FIELDS, type HeadFieldName, mapHead } from "../draft/head-fields.js";
import { z } from "zod";
import type {
  Appearance,
  Article,
  ArticleHead,
  AuditEntry,
  EmbeddedPost,
  Mention,
  Paragraph,
  Person,
  PersonMerge,
  PersonName,
  PostCapture,
  Prisma,
  Quote,
  SocialAccount,
  Topic,
} from "../generated/prisma/client.js";

/*
 * The lines of an export. Every line is one JSON object with the name and version of the shape, what the line holds, and
 * its rows as the newsroom keeps them: topics first, then persons, posts and articles, so that whatever a line names by
 * an id is before it; the audit log comes last. Moments and days are RFC 3339 in UTC; offsets are UTF-16 code units.
 */

/** The name of the shape, and the version that is written. */
export const EXPORT_SHAPE = { name: "dateline", version: 3 } as const;

/** The versions that are read: in the first, an article had one import key at most; the first two had no audit log. */
const VERSIONS = [1, 2, EXPORT_SHAPE.version] as const;

const id = z.uuid();
const moment = z.coerce.date();
const text = z.string();
const json = z.json().transform((value) => (value === null ? [] : value));

const topic = z.strictObject({ id, slug: text, name: text, createdAt: moment });

const personName = z.strictObject({ personId: id, position: z.int(), name: text, folded: text });
const account = z.strictObject({ platform: text, folded: text, personId: id, handle: text, position: z.int() });
const merge = z.strictObject({ id, name: text, intoId: id, mergedAt: moment });
const person = z.strictObject({
  id,
  slug: text,
  name: text,
  role: text.nullable(),
  version: z.int().default(1),
  createdAt: moment,
  names: z.array(personName),
  slugs: z.array(z.strictObject({ slug: text, personId: id })),
  accounts: z.array(account),
  merged: z.array(merge),
});

const capture = z.strictObject({
  postId: id,
  number: z.int(),
  text,
  authorName: text.nullable().default(null),
  authorHandle: text.nullable().default(null),
  contentHash: text,
  availability: text,
  capturedAt: moment,
  replacedAt: moment,
});
const post = z.strictObject({
  id,
  platform: text,
  url: z.url({ protocol: /^https?$/u }).nullable(),
  addressKey: text.nullable().default(null),
  authorName: text,
  authorHandle: text.nullable(),
  authorId: id.nullable(),
  text,
  language: text.nullable(),
  postedOn: moment.nullable(),
  postedAt: moment.nullable(),
  capturedAt: moment,
  contentHash: text,
  availability: text,
  version: z.int().default(1),
  createdAt: moment,
  captures: z.array(capture),
});

const paragraph = z.strictObject({ id, head: text, articleId: id, position: z.int(), text, marks: json });
const quote = z.strictObject({
  id,
  head: text,
  articleId: id,
  paragraphId: id,
  startOffset: z.int(),
  endOffset: z.int(),
  text,
  kind: text,
  speakerId: id.nullable(),
  speakerRole: text.nullable(),
  saidOn: moment.nullable(),
  occasion: text.nullable(),
  sourceId: id.nullable(),
  verdict: text,
  similarity: z.number().nullable(),
  differences: json,
  wordsKey: text,
  createdAt: moment,
});
const mention = z.strictObject({
  paragraphId: id,
  head: text,
  startOffset: z.int(),
  endOffset: z.int(),
  articleId: id,
  personId: id,
  text,
});
const appearance = z.strictObject({
  articleId: id,
  head: text,
  personId: id,
  position: z.int(),
  isSpeaker: z.boolean(),
});
const optionalText = text.nullable().default(null);
const optionalDay = moment.nullable().default(null);
type HeadShape = {
  readonly [Name in HeadFieldName]: (typeof HEAD_FIELDS)[Name]["kind"] extends "day"
    ? typeof optionalDay
    : (typeof HEAD_FIELDS)[Name]["isNullable"] extends true
      ? typeof optionalText
      : typeof text;
};
// The shape of a field follows from its kind, which mapHead does not keep in its type. Exports from before a field lack it.
const headFields = mapHead((_name, { kind, isNullable }) => {
  if (kind === "day") return optionalDay;
  return isNullable ? optionalText : text;
}) as HeadShape;
const head = z.strictObject({
  articleId: id,
  head: z.enum(["DRAFT", "PUBLISHED", "SCHEDULED", "TRASH"]),
  version: z.int(),
  ...headFields,
  wordCount: z.int(),
  publishedAt: moment.nullable(),
  // The database fills it from the article; exports of the first two versions lack it.
  firstPublishedAt: moment.nullable().default(null),
  updatedAt: moment,
  paragraphs: z.array(paragraph),
  placements: z.array(z.strictObject({ articleId: id, head: text, postId: id, position: z.int() })),
  quotes: z.array(quote),
  mentions: z.array(mention),
  appearances: z.array(appearance),
  topics: z.array(z.strictObject({ articleId: id, head: text, topicId: id, position: z.int() })),
});
/** A SHA-256 in hexadecimal digits, as import keys are. */
const HASH = /^[0-9a-f]{64}$/u;

const articleRow = z.strictObject({
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
  importKey: text.nullish(),
  importKeys: z.array(z.strictObject({ key: text.regex(HASH), articleId: id })).optional(),
  slugs: z.array(z.strictObject({ slug: text, articleId: id, isPublic: z.boolean(), createdAt: moment })),
  heads: z.array(head),
  revisions: z.array(
    z.strictObject({
      id,
      articleId: id,
      number: z.int(),
      createdAt: moment,
      author: text,
      summary: text.nullable(),
      document: json,
    }),
  ),
  corrections: z.array(
    z.strictObject({ id, articleId: id, kind: text, note: text, correctedAt: moment, revisionId: id }),
  ),
});

/** The one import key of the first version becomes one of several; what is no hash could never be met again. */
const article = articleRow.transform(({ importKey, importKeys, ...row }) => {
  const only = importKey && HASH.test(importKey) ? [{ key: importKey, articleId: row.id }] : [];
  return { ...row, importKeys: importKeys ?? only };
});

const auditEntry = z.strictObject({
  id,
  at: moment,
  actor: text,
  actorId: text.nullable().default(null),
  actorIssuer: text.nullable().default(null),
  role: text,
  act: text,
  subject: text,
  subjectId: id,
  detail: text.nullable(),
  origin: text.nullable(),
});

const shape = { shape: z.literal(EXPORT_SHAPE.name), version: z.literal(VERSIONS) } as const;

/** One line of an export, in the order in which lines are written. */
export const exportLine = z.discriminatedUnion("kind", [
  z.strictObject({ ...shape, kind: z.literal("topic"), topic }),
  z.strictObject({ ...shape, kind: z.literal("person"), person }),
  z.strictObject({ ...shape, kind: z.literal("post"), post }),
  z.strictObject({ ...shape, kind: z.literal("article"), article }),
  z.strictObject({ ...shape, kind: z.literal("auditEntry"), auditEntry }),
]);
export type ExportLine = z.infer<typeof exportLine>;

/** An article of an export. */
export type ExportedArticle = z.infer<typeof article>;
/** One head of an exported article. */
export type ExportedHead = z.infer<typeof head>;
/** A person of an export. */
export type ExportedPerson = z.infer<typeof person>;
/** A post of an export. */
export type ExportedPost = z.infer<typeof post>;

/** The shape of a line's rows when it has every column of its table; otherwise it does not compile. */
type Whole<Row, Shape extends z.ZodType<Record<keyof Row, unknown>>> = Shape;

/** Every table that an export carries with the shape of its rows: a new column has to be added to the shape. */
export interface ExportedTables {
  readonly topic: Whole<Topic, typeof topic>;
  readonly person: Whole<Person, typeof person>;
  readonly personName: Whole<PersonName, typeof personName>;
  readonly account: Whole<SocialAccount, typeof account>;
  readonly merge: Whole<PersonMerge, typeof merge>;
  readonly post: Whole<EmbeddedPost, typeof post>;
  readonly capture: Whole<PostCapture, typeof capture>;
  readonly articleRow: Whole<Article, typeof articleRow>;
  readonly head: Whole<ArticleHead, typeof head>;
  readonly paragraph: Whole<Paragraph, typeof paragraph>;
  readonly quote: Whole<Quote, typeof quote>;
  readonly mention: Whole<Mention, typeof mention>;
  readonly appearance: Whole<Appearance, typeof appearance>;
  readonly auditEntry: Whole<AuditEntry, typeof auditEntry>;
}

/** A decision on every table; with a table missing it does not compile. */
type Decided<Tables extends Readonly<Record<Prisma.ModelName, boolean>>> = Tables;

/** Whether an export carries a table. Tokens and keys belong to one installation. */
export type IsExported = Decided<{
  readonly Article: true;
  readonly ImportKey: true;
  readonly ArticleSlug: true;
  readonly ArticleHead: true;
  readonly Paragraph: true;
  readonly Quote: true;
  readonly Mention: true;
  readonly Appearance: true;
  readonly Placement: true;
  readonly Topic: true;
  readonly ArticleTopic: true;
  readonly Person: true;
  readonly PersonName: true;
  readonly PersonSlug: true;
  readonly SocialAccount: true;
  readonly EmbeddedPost: true;
  readonly Revision: true;
  readonly Correction: true;
  readonly PersonMerge: true;
  readonly PostCapture: true;
  readonly ApiToken: false;
  readonly InstallationKey: false;
  readonly AuditEntry: true;
  readonly IdempotencyKey: false;
}>;
