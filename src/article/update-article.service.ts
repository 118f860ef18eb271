import { type HeadTexts, readHeadReferences, readHeadTexts, reportCleared } from "../draft/head-texts.parse.js";
import { entriesOf } from "../draft/head-lists.js";
import { readHeadLists } from "../draft/head-lists.parse.js";
import { settleOriginal } from "../draft/original.service.js";
import type { Transaction } from "../database/client.js";
import { refuse, type Work } from "../auth/work.js";
import { ForbiddenError, type UserError } from "../graphql/user-errors.js";
import { readEmbargo } from "./embargo.parse.js";
import { Issues } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import { ensureTopics, readTopics } from "../topic/topic.service.js";
import type { Draft } from "../draft/draft-value.js";
import type { BodyReader } from "../draft/body.parse.js";

import { readDatelineInput } from "./article.service.js";
import type { WrittenArticle } from "../draft/written.js";
import { bodyReaderFor, editArticle } from "../draft/change.service.js";
import type { UpdateArticleInput } from "./edit-article.inputs.js";
import { settleBody } from "../draft/settle-body.service.js";
import { lockChanged } from "../draft/shared-rows.service.js";
import { claimSlug } from "../draft/slug.service.js";

/** Changes a draft. What the input does not name is left as it is, and null clears. */
export function updateArticle(work: Work, input: UpdateArticleInput): Promise<WrittenArticle | UserError> {
  return editArticle(work, input, "updateArticle", async ({ tx, draft, now, note }) => {
    const reader = bodyReaderFor(work, draft, now);
    const { issues } = reader;
    const texts = readTexts(input, draft, issues);
    const dateline =
      input.dateline === undefined ? {} : readDatelineInput(input.dateline, ["input", "dateline"], issues, now);
    const wanted = readSlug(input.slug, ["input", "slug"], issues);
    const topics = input.topics === undefined ? null : readTopics(input.topics ?? [], ["input", "topics"], issues);
    const headReferences = readHeadReferences(input, draft, reader.references, issues);
    const { articleId } = draft;
    const lists = readHeadLists(input, draft, { articleId, references: reader.references, issues });
    if (input.body === null)
      issues.add(["input", "body"], "It cannot be null; an empty list clears it.", { reason: "REQUIRED" });
    const read = input.body ? reader.body(input.body, ["input", "body"]) : null;
    const leadImage = readLeadImage(input, reader);
    const embargoedUntil = readEmbargo(input, draft, { actor: work.actor, now, issues, note });
    if (embargoedUntil instanceof ForbiddenError) return refuse(embargoedUntil);
    const settled = await settleBody(work, tx, reader, read ?? []);
    const parts = { leadImage, body: read ? settled : draft.body };
    const translationOfId = await readOriginal(tx, draft, headReferences.translationOfId);
    // Before the slug and the topics, for which others may wait.
    await lockChanged(tx, draft, parts, Object.fromEntries(reader.references.keys()));
    const slug = wanted === null ? draft.slug : await claimSlug(tx, draft.articleId, wanted, now);
    const topicEntries = topics ? entriesOf(await ensureTopics(work, tx, topics)) : draft.topics;
    const metadata = { ...texts, ...dateline, ...headReferences, ...lists, translationOfId, topics: topicEntries };
    return { ...draft, ...metadata, embargoedUntil, slug, ...parts };
  });
}

/** The lead image after an update. */
function readLeadImage({ leadImage }: UpdateArticleInput, reader: BodyReader): Draft["leadImage"] {
  if (leadImage === undefined) return reader.before.leadImage;
  return leadImage && reader.leadImage(leadImage, ["input", "leadImage"]);
}

/** The original of what the draft is to be a translation of; refuses where the article cannot be one. */
async function readOriginal(tx: Transaction, draft: Draft, wanted: string | null): Promise<string | null> {
  if (wanted === null || wanted === draft.translationOfId) return wanted;
  const issues = new Issues();
  const path = ["input", "translationOfId"];
  const original = await settleOriginal(tx, { articleId: draft.articleId, wanted }, path, issues);
  return issues.error ? refuse(issues.error) : original;
}

function readTexts(input: UpdateArticleInput, draft: Draft, issues: Issues): HeadTexts & Pick<Draft, "language"> {
  reportCleared(input, issues);
  const texts = readHeadTexts(input, draft, issues);
  const { language } = input;
  if (typeof language !== "string") return { ...texts, language: draft.language };
  return { ...texts, language: issues.language(language, ["input", "language"]) };
}
