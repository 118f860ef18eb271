import { refuse, type Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import { Issues, RULES, type TextRule } from "../validation/issues.js";
import { readSlug } from "../validation/slug.parse.js";
import { ensureTopics, readTopics } from "../topic/topic.service.js";
import type { Draft } from "../draft/draft-value.js";
import { readDateline } from "./article.service.js";
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
      input.dateline === undefined ? {} : readDateline(input.dateline, ["input", "dateline"], issues, now);
    const wanted = readSlug(input.slug, ["input", "slug"], issues);
    const topics = input.topics === undefined ? null : readTopics(input.topics ?? [], ["input", "topics"], issues);
    if (issues.error) refuse(issues.error);
    const slug = wanted === null ? draft.slug : await claimSlug(tx, draft.articleId, wanted, now);
    const topicIds = topics ? await ensureTopics(work, tx, topics) : draft.topicIds;
    return { ...draft, ...texts, ...dateline, slug, topicIds };
  });
}

function readTexts(
  input: UpdateArticleInput,
  draft: Draft,
  issues: Issues,
): Pick<Draft, "headline" | "standfirst" | "byline" | "language"> {
  for (const field of ["headline", "slug", "language"] as const) {
    if (input[field] === null) issues.add(["input", field], "It cannot be cleared: every article has one.");
  }
  const optional = (field: "standfirst" | "byline", rule: TextRule): string | null =>
    input[field] === undefined ? draft[field] : issues.optionalText(input[field], ["input", field], rule);
  const { headline } = input;
  return {
    headline:
      typeof headline === "string" ? issues.text(headline, ["input", "headline"], RULES.headline) : draft.headline,
    standfirst: optional("standfirst", RULES.standfirst),
    byline: optional("byline", RULES.line),
    language:
      typeof input.language === "string" ? issues.language(input.language, ["input", "language"]) : draft.language,
  };
}
