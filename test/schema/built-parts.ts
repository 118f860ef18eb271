/** Of the parts of the second edition that are not built as a whole, the definitions that are. */
export const BUILT = [
  "extend input ArticleFilter { isTrashed: Boolean, hasUnpublishedChanges: Boolean, editedById: ID }",
  "type ArticleCount { state: ArticleState, isTrash: Boolean!, count: Int! }",
  "extend type Query { articleCounts: [ArticleCount!]!, articleChanges(articleId: ID!, from: Int, to: Int): [RevisionChange!]! }",
  "enum ArticleAct { EDIT SUBMIT APPROVE REJECT PUBLISH SCHEDULE UNSCHEDULE UNPUBLISH KILL DELETE RESTORE }",
  "extend type Article { allowedActs: [ArticleAct!]!, lastEdit: Edit, rejection: Rejection, log(first: Int, after: String): AuditEntryConnection }",
  "type Edit { by: String!, at: DateTime! }",
  "type Rejection { reason: String!, by: String!, at: DateTime! }",
  "extend type StaleVersionError { changedBy: String, changedAt: DateTime }",
  "extend type Viewer { id: ID }",
];
