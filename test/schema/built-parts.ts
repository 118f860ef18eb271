/** Of the parts of the second edition that are not built as a whole, the definitions that are. */
export const BUILT = [
  "extend input ArticleFilter { isTrashed: Boolean, hasUnpublishedChanges: Boolean, editedById: ID }",
  "type ArticleCount { state: ArticleState, isTrash: Boolean!, count: Int! }",
  "extend type Query { articleCounts: [ArticleCount!]! }",
  "enum ArticleAct { EDIT SUBMIT APPROVE REJECT PUBLISH SCHEDULE UNSCHEDULE UNPUBLISH KILL DELETE RESTORE }",
  "extend type Article { allowedActs: [ArticleAct!]! }",
  "extend type StaleVersionError { changedBy: String, changedAt: DateTime }",
  "extend type Viewer { id: ID }",
];
