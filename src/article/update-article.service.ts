import { type HeadTexts, readHeadReferences, readHeadTexts, reportCleared } from "../draft/head-texts.parse.js";
import type { Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import type { Issues } from "../validation/issues.js";
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
  return editArticle(work, input, "updateArticle", async ({ tx, draft, now }) => {
    const reader = bodyReaderFor(work, draft, now);
    const { issues } = reader;
    const texts = readTexts(input, draft, issues);
    const dateline =
      input.dateline === undefined ? {} : readDatelineInput(input.dateline, ["input", "dateline"], issues, now);
    const wanted = readSlug(input.slug, ["input", "slug"], issues);
    const topics = input.topics === undefined ? null : readTopics(input.topics ?? [], ["input", "topics"], issues);
    const headReferences = readHeadReferences(input, draft, reader.references, issues);
    if (input.body === null) issues.add(["input", "body"], "It cannot be null; an empty list clears it.");
    const read = input.body ? reader.body(input.body, ["input", "body"]) : null;
    const leadImage = readLeadImage(input, reader);
    const settled = await settleBody(work, tx, reader, read ?? []);
    const parts = { leadImage, body: read ? settled : draft.body };
    // Before the slug and the topics, for which others may wait.
    await lockChanged(tx, draft, parts, Object.fromEntries(reader.references.keys()));
    const slug = wanted === null ? draft.slug : await claimSlug(tx, draft.articleId, wanted, now);
    const topicIds = topics ? await ensureTopics(work, tx, topics) : draft.topicIds;
    return { ...draft, ...texts, ...dateline, ...headReferences, slug, topicIds, ...parts };
  });
}

/** The lead image after an update. */
function readLeadImage({ leadImage }: UpdateArticleInput, reader: BodyReader): Draft["leadImage"] {
  if (leadImage === undefined) return reader.before.leadImage;
  return leadImage && reader.leadImage(leadImage, ["input", "leadImage"]);
}

function readTexts(input: UpdateArticleInput, draft: Draft, issues: Issues): HeadTexts & Pick<Draft, "language"> {
  reportCleared(input, issues);
  const texts = readHeadTexts(input, draft, issues);
  const { language } = input;
  if (typeof language !== "string") return { ...texts, language: draft.language };
  return { ...texts, language: issues.language(language, ["input", "language"]) };
}
