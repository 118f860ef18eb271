import { entriesOf } from "../draft/head-lists.js";
import { readHeadLists } from "../draft/head-lists.parse.js";
import { settleOriginal } from "../draft/original.service.js";
import { readHeadReferences, readHeadTexts } from "../draft/head-texts.parse.js";
import type { WrittenArticle } from "../draft/written.js";
import { settleBody } from "../draft/settle-body.service.js";
import { record, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { type UserError } from "../graphql/user-errors.js";
import { Issues, type Path, RULES } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import { ensureTopics, readTopics } from "../topic/topic.service.js";
import { type Draft, NO_PARTS, paragraphsOf, partsOf } from "../draft/draft-value.js";
import { BodyReader } from "../draft/body.parse.js";
import type { CreateArticleInput, DatelineInput } from "./create-article.inputs.js";
import { insertDraft } from "../draft/store.service.js";
import { languageOfTexts } from "../draft/language.js";
import { References } from "../embedded-post/references.js";
import { lockShared } from "../draft/shared-rows.service.js";
import { claimSlug, makeSlug } from "../draft/slug.service.js";

/** A story is written for a later day at most a year ahead. */
export const DATELINE_DAYS_AHEAD = 366;

/** Reads a dateline; one that is printed nowhere is made of its place. */
export function readDatelineInput(
  input: DatelineInput | null | undefined,
  path: Path,
  issues: Issues,
  now: Date,
): Pick<Draft, "datelineText" | "datelinePlace" | "datelineOn"> {
  const text = issues.optionalText(input?.text, [...path, "text"], RULES.line);
  const place = issues.optionalText(input?.place, [...path, "place"], RULES.line);
  const date = issues.day(input?.date, [...path, "date"], now, DATELINE_DAYS_AHEAD);
  if (input && text === null && place === null) {
    if (date !== null) issues.add(path, "A dateline needs a `text` or a `place`.", { reason: "PLACE_REQUIRED" });
  }
  return { datelineText: text ?? (place === null ? null : `${place} –`), datelinePlace: place, datelineOn: date };
}

/** Makes an article with its first draft. */
export async function createArticle(work: Work, input: CreateArticleInput): Promise<WrittenArticle | UserError> {
  return write(work, "createArticle", (tx) => insertArticle(work, tx, input));
}

/** Makes an article within a transaction that also does other things. */
export async function insertArticle(work: Work, tx: Transaction, input: CreateArticleInput): Promise<WrittenArticle> {
  const now = work.clock.now();
  const { wantedSlug, topics, named, ...read } = await readArticle(work, tx, input, now);
  const articleId = work.newId();
  const embargoedUntil = input.embargoedUntil ?? null;
  // Sent at once, in this order: the slug refers to the article.
  const [, slug] = await Promise.all([
    tx.$executeRaw`
      INSERT INTO article (id, created_at, embargoed_until)
      VALUES (${articleId}::uuid, ${now}::timestamptz, ${embargoedUntil}::timestamptz)`,
    wantedSlug === null ? makeSlug(tx, articleId, read.headline, now) : claimSlug(tx, articleId, wantedSlug, now),
  ]);
  const own = { articleId, state: "DRAFT", version: 1, wasPublished: false, embargoedUntil, linkedIds: [] } as const;
  const draft: Draft = { ...own, ...read, slug, topics: entriesOf(await ensureTopics(work, tx, topics)) };
  await insertDraft(tx, draft, { now, version: 1 }, named);
  record(work, tx, "createArticle", { type: "Article", id: articleId, version: 1 });
  return { articleId, version: 1 };
}

/** Reads the input of a new article, refuses it with all issues, and locks what it refers to. */
async function readArticle(work: Work, tx: Transaction, input: CreateArticleInput, now: Date) {
  const issues = new Issues();
  const at = (field: string): string[] => ["input", field];
  const texts = readHeadTexts(input, null, issues);
  const dateline = readDatelineInput(input.dateline, at("dateline"), issues, now);
  const language = typeof input.language === "string" ? issues.language(input.language, at("language")) : null;
  const wantedSlug = readSlug(input.slug, at("slug"), issues);
  const topics = readTopics(input.topics ?? [], at("topics"), issues);
  const reader = new BodyReader(issues, new References(), work.newId, now, NO_PARTS);
  const { references } = reader;
  const headReferences = readHeadReferences(input, null, references, issues);
  const lists = readHeadLists(input, null, { articleId: null, references, issues });
  const leadImage = input.leadImage ? reader.leadImage(input.leadImage, at("leadImage")) : null;
  const body = await settleBody(work, tx, reader, reader.body(input.body ?? [], at("body")));

  // Before the slug and the topics, for which others may wait.
  const wanted = headReferences.translationOfId;
  const translationOfId =
    wanted && (await settleOriginal(tx, { articleId: null, wanted }, at("translationOfId"), issues));
  const named = await lockShared(tx, [partsOf({ leadImage, body })], Object.fromEntries(references.keys()));
  const sample = [texts.headline, texts.standfirst ?? "", ...paragraphsOf(body).map(({ text }) => text)];
  const head = { ...texts, ...dateline, ...headReferences, translationOfId };
  return {
    ...head,
    ...lists,
    language: language ?? languageOfTexts(sample),
    leadImage,
    body,
    wantedSlug,
    topics,
    named,
  };
}
