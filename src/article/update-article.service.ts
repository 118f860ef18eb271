import { type HeadTexts, readHeadTexts, reportCleared } from "../draft/head-texts.parse.js";
import { refuse, type Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import { Issues } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import { ensureTopics, readTopics } from "../topic/topic.service.js";
import type { Draft } from "../draft/draft-value.js";
import { readDatelineInput } from "./article.service.js";
import type { WrittenArticle } from "../draft/written.js";
import { editArticle } from "../draft/change.service.js";
import type { UpdateArticleInput } from "./edit-article.inputs.js";
import { claimSlug } from "../draft/slug.service.js";

/** Changes what a draft says besides its body. What the input does not name is left as it is, and null clears. */
export function updateArticle(work: Work, input: UpdateArticleInput): Promise<WrittenArticle | UserError> {
  return editArticle(work, input, "updateArticle", async ({ tx, draft, now }) => {
    const issues = new Issues();
    const texts = readTexts(input, draft, issues);
    const dateline =
      input.dateline === undefined ? {} : readDatelineInput(input.dateline, ["input", "dateline"], issues, now);
    const wanted = readSlug(input.slug, ["input", "slug"], issues);
    const topics = input.topics === undefined ? null : readTopics(input.topics ?? [], ["input", "topics"], issues);
    if (issues.error) refuse(issues.error);
    const slug = wanted === null ? draft.slug : await claimSlug(tx, draft.articleId, wanted, now);
    const topicIds = topics ? await ensureTopics(work, tx, topics) : draft.topicIds;
    return { ...draft, ...texts, ...dateline, slug, topicIds };
  });
}

function readTexts(input: UpdateArticleInput, draft: Draft, issues: Issues): HeadTexts & Pick<Draft, "language"> {
  reportCleared(input, issues);
  const texts = readHeadTexts(input, draft, issues);
  const { language } = input;
  if (typeof language !== "string") return { ...texts, language: draft.language };
  return { ...texts, language: issues.language(language, ["input", "language"]) };
}
