import { registerEnumType } from "type-graphql";

/** What can be done with an article. */
export const ArticleAct = {
  EDIT: "EDIT",
  SUBMIT: "SUBMIT",
  APPROVE: "APPROVE",
  REJECT: "REJECT",
  PUBLISH: "PUBLISH",
  SCHEDULE: "SCHEDULE",
  UNSCHEDULE: "UNSCHEDULE",
  UNPUBLISH: "UNPUBLISH",
  KILL: "KILL",
  DELETE: "DELETE",
  RESTORE: "RESTORE",
} as const;
export type ArticleAct = keyof typeof ArticleAct;
registerEnumType(ArticleAct, {
  name: "ArticleAct",
  description: "What can be done with an article.",
  valuesConfig: {
    EDIT: { description: "Change the draft: `updateArticle`, `replaceBody` and the mutations of its parts." },
    SUBMIT: { description: "`submitArticle`." },
    APPROVE: { description: "`approveArticle`." },
    REJECT: { description: "`rejectArticle`." },
    PUBLISH: { description: "`publishArticle`; of a published article, with a new text." },
    SCHEDULE: { description: "`scheduleArticle`; of a scheduled article, at another time or with a new text." },
    UNSCHEDULE: { description: "`unscheduleArticle`." },
    UNPUBLISH: { description: "`unpublishArticle`." },
    KILL: { description: "`killArticle`." },
    DELETE: { description: "Move it to the trash: `deleteArticle`." },
    RESTORE: { description: "Take it out of the trash: `restoreArticle`." },
  },
});
