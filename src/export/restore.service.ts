import type { z } from "zod";
import type { Database, Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { assertNever } from "../lib/assert-never.js";
import {
  type ExportedArticle,
  type ExportedHead,
  type ExportedPerson,
  type ExportedPost,
  exportLine,
} from "./export.shape.js";

/** A line that cannot be taken back; the message is one sentence. */
export class RestoreFault extends Error {}

/** What became of a line. */
export interface RestoredLine {
  readonly kind: "topic" | "person" | "post" | "article";
  /** Whether it was there already, by its id: then nothing was written. */
  readonly wasKnown: boolean;
}

/**
 * Takes one line of an export back, all of it or nothing. What is there already under the same id is left as it is. An
 * article that was exported without its draft gets a draft that says what was published.
 *
 * @throws RestoreFault when the line is no line of an export, or names what is not there.
 */
export async function restoreLine(database: Database, line: string): Promise<RestoredLine> {
  const parsed = exportLine.safeParse(parseJson(line));
  if (!parsed.success) throw new RestoreFault(`It is no line of an export: ${firstIssue(parsed.error)}.`);
  const { data } = parsed;
  try {
    return await database.transaction(async (tx) => {
      switch (data.kind) {
        case "topic":
          return {
            kind: data.kind,
            wasKnown: (await tx.topic.createMany({ data: data.topic, skipDuplicates: true })).count === 0,
          };
        case "person":
          return { kind: data.kind, wasKnown: await restorePerson(tx, data.person) };
        case "post":
          return { kind: data.kind, wasKnown: await restorePost(tx, data.post) };
        case "article":
          return { kind: data.kind, wasKnown: await restoreArticle(tx, data.article) };
        default:
          return assertNever(data);
      }
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    throw new RestoreFault(`The ${data.kind} does not fit what the newsroom holds already (${error.code}).`, {
      cause: error,
    });
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RestoreFault("It is no JSON, or cut off.");
  }
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join(".") || "the line"}: ${issue.message}` : "it has another shape";
}

async function restorePerson(tx: Transaction, person: ExportedPerson): Promise<boolean> {
  const { names, slugs, accounts, merged, ...row } = person;
  if (await tx.person.findUnique({ where: { id: row.id }, select: { id: true } })) return true;
  await tx.person.create({ data: row });
  await tx.personName.createMany({ data: names });
  await tx.personSlug.createMany({ data: slugs });
  await tx.socialAccount.createMany({ data: accounts });
  await tx.personMerge.createMany({ data: merged });
  return false;
}

async function restorePost(tx: Transaction, { captures, ...row }: ExportedPost): Promise<boolean> {
  if (await tx.embeddedPost.findUnique({ where: { id: row.id }, select: { id: true } })) return true;
  await tx.embeddedPost.create({ data: row });
  await tx.postCapture.createMany({ data: captures });
  return false;
}

async function restoreArticle(tx: Transaction, article: ExportedArticle): Promise<boolean> {
  const { slugs, heads, revisions, corrections, importKeys, ...row } = article;
  if (await tx.article.findUnique({ where: { id: row.id }, select: { id: true } })) return true;
  await tx.article.create({ data: row });
  await tx.articleSlug.createMany({ data: slugs });
  await tx.importKey.createMany({ data: importKeys });
  for (const head of withDraft(heads)) await restoreHead(tx, head);
  await tx.revision.createMany({
    data: revisions.map(({ document, ...rest }) => ({ ...rest, document: toInput(document) })),
  });
  await tx.correction.createMany({ data: corrections });
  return false;
}

async function restoreHead(tx: Transaction, exported: ExportedHead): Promise<void> {
  const { paragraphs, placements, quotes, mentions, appearances, topics, ...row } = exported;
  await tx.articleHead.create({ data: row });
  await tx.paragraph.createMany({ data: paragraphs.map(({ marks, ...rest }) => ({ ...rest, marks: toInput(marks) })) });
  await tx.placement.createMany({ data: placements });
  await tx.quote.createMany({
    data: quotes.map(({ differences, ...rest }) => ({ ...rest, differences: toInput(differences) })),
  });
  await tx.mention.createMany({ data: mentions });
  await tx.appearance.createMany({ data: appearances });
  await tx.articleTopic.createMany({ data: topics });
}

/** Every article has a working draft or a trashed one; where none was exported, what was published stands in. */
function withDraft(heads: readonly ExportedHead[]): readonly ExportedHead[] {
  const published = heads.find(({ head }) => head === "PUBLISHED");
  if (!published || heads.some(({ head }) => head !== "PUBLISHED")) return heads;
  const head = "DRAFT" as const;
  const inDraft = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, head }));
  const draft = {
    ...published,
    head,
    paragraphs: inDraft(published.paragraphs),
    placements: inDraft(published.placements),
    quotes: inDraft(published.quotes),
    mentions: inDraft(published.mentions),
    appearances: inDraft(published.appearances),
    topics: inDraft(published.topics),
  };
  return [...heads, draft];
}

/** A value that was parsed from JSON and is no null at its top is what Prisma takes for JSON; its type cannot say so. */
function toInput(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
