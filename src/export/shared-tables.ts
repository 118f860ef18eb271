import { z } from "zod";
import { columnShapes, laterTable, table } from "./export.shape.js";

/*
 * The tables of an export that belong to the newsroom, with the shapes of their columns; those of an article are in
 * article-tables.ts.
 */

const { id, json, moment, text } = columnShapes;

export const image = table(
  "Image",
  {
    id,
    contentHash: text,
    mediaType: text,
    width: z.int(),
    height: z.int(),
    sizeBytes: z.int(),
    fileName: text.nullable(),
    alt: text,
    headline: text.nullable(),
    caption: text.nullable(),
    credit: text.nullable(),
    copyright: text.nullable(),
    usageTerms: text.nullable(),
    usableUntil: moment.nullable(),
    takenAt: moment.nullable(),
    place: text.nullable(),
    focalX: z.number().nullable(),
    focalY: z.number().nullable(),
    placeholder: text.nullable(),
    // The database decides it by what is restored after the image.
    isUsed: z
      .boolean()
      .default(false)
      .transform(() => false),
    version: z.int(),
    createdAt: moment,
  },
  {},
);
export const section = table(
  "Section",
  { id, slug: text, name: text, parentId: id.nullable(), position: z.int(), createdAt: moment },
  { slugs: table("SectionSlug", { slug: text, sectionId: id }, {}) },
);
export const topic = table(
  "Topic",
  { id, slug: text, name: text, createdAt: moment },
  {
    slugs: laterTable(table("TopicSlug", { slug: text, topicId: id }, {})),
    merged: laterTable(table("TopicMerge", { id, name: text, intoId: id, mergedAt: moment }, {})),
  },
);

/** Brings a topic into the form of today: in older exports it has one slug. */
export function completeTopic({ slugs, ...row }: z.infer<typeof topic.shape>) {
  return { ...row, slugs: slugs.length > 0 ? slugs : [{ slug: row.slug, topicId: row.id }] };
}

const personName = table("PersonName", { personId: id, position: z.int(), name: text, folded: text }, {});
const personSlug = table("PersonSlug", { slug: text, personId: id }, {});
const account = table(
  "SocialAccount",
  { platform: text, folded: text, personId: id, handle: text, position: z.int() },
  {},
);
const merge = table("PersonMerge", { id, name: text, intoId: id, mergedAt: moment }, {});
export const person = table(
  "Person",
  {
    id,
    slug: text,
    name: text,
    role: text.nullable(),
    portraitId: id.nullable().default(null),
    version: z.int().default(1),
    createdAt: moment,
  },
  { names: personName, slugs: personSlug, accounts: account, merged: merge },
);

const capture = table(
  "PostCapture",
  {
    postId: id,
    number: z.int(),
    text,
    authorName: text.nullable().default(null),
    authorHandle: text.nullable().default(null),
    contentHash: text,
    availability: text,
    capturedAt: moment,
    replacedAt: moment,
  },
  {},
);
export const post = table(
  "EmbeddedPost",
  {
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
  },
  { captures: capture },
);

export const auditEntry = table(
  "AuditEntry",
  {
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
    notes: json.default([]),
    origin: text.nullable(),
  },
  {},
);
