import { describe, expect, it } from "vitest";
import { ACTS, EDITING_ACTS, NEUTRAL_ACTS } from "../../src/auth/acts.js";

/** Acts that write no article's text, by hand: a new act has to be named here or as an edit. */
const OTHERS: readonly string[] = [
  "readPublished",
  "readDrafts",
  "readApiTokens",
  "readAuditLog",
  "importArticle",
  "importArticles",
  "deleteArticle",
  "restoreArticle",
  "createPreviewToken",
  "touchArticle",
  "submitArticle",
  "approveArticle",
  "rejectArticle",
  "publishArticle",
  "scheduleArticle",
  "unscheduleArticle",
  "unpublishArticle",
  "killArticle",
  "updateEmbeddedPost",
  "recheckQuotes",
  "createPerson",
  "updatePerson",
  "mergePersons",
  "deletePerson",
  "updateTopic",
  "mergeTopics",
  "createSection",
  "updateSection",
  "deleteSection",
  "uploadImage",
  "updateImage",
  "deleteImage",
  "createApiToken",
  "revokeApiToken",
];

describe("every act", () => {
  it("is an edit of a draft, which `lastEdit` and `editedById` count, or is known to be none", () => {
    const all: readonly string[] = Object.keys(ACTS);
    const editing: readonly string[] = EDITING_ACTS;
    expect([...editing, ...OTHERS].filter((act) => all.includes(act)).toSorted()).toEqual(all.toSorted());
    expect(editing.filter((act) => OTHERS.includes(act))).toEqual([]);
    const neutral: readonly string[] = NEUTRAL_ACTS;
    expect(editing.filter((act) => neutral.includes(act))).toEqual([]);
  });
});
