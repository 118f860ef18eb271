import { ForbiddenError } from "../graphql/user-errors.js";
import type { Actor, Role } from "./role.js";

const EVERYBODY: readonly Role[] = ["READER", "AUTHOR", "EDITOR", "ADMIN"];
const WRITERS: readonly Role[] = ["AUTHOR", "EDITOR", "ADMIN"];
const EDITORS: readonly Role[] = ["EDITOR", "ADMIN"];
const ADMINS: readonly Role[] = ["ADMIN"];

/**
 * Who may do what, whole: every mutation by its name, and what else is not for everybody. The workflow's own table
 * narrows its acts by the article's state.
 */
export const ACTS = {
  readPublished: EVERYBODY,
  readDrafts: WRITERS,
  createArticle: WRITERS,
  importArticle: WRITERS,
  importArticles: WRITERS,
  updateArticle: WRITERS,
  replaceBody: WRITERS,
  deleteArticle: WRITERS,
  restoreArticle: WRITERS,
  addParagraph: WRITERS,
  updateParagraph: WRITERS,
  removeElement: WRITERS,
  moveElement: WRITERS,
  addQuote: WRITERS,
  updateQuote: WRITERS,
  removeQuote: WRITERS,
  embedPost: WRITERS,
  addFigure: WRITERS,
  updateFigure: WRITERS,
  updateEmbeddedPost: WRITERS,
  recheckQuotes: ADMINS,
  createPerson: WRITERS,
  updatePerson: WRITERS,
  mergePersons: EDITORS,
  deletePerson: EDITORS,
  updateTopic: WRITERS,
  mergeTopics: EDITORS,
  createSection: EDITORS,
  updateSection: EDITORS,
  deleteSection: EDITORS,
  uploadImage: WRITERS,
  updateImage: WRITERS,
  deleteImage: EDITORS,
  submitArticle: WRITERS,
  approveArticle: EDITORS,
  rejectArticle: EDITORS,
  publishArticle: EDITORS,
  scheduleArticle: EDITORS,
  unscheduleArticle: EDITORS,
  unpublishArticle: EDITORS,
  killArticle: EDITORS,
  restoreRevision: WRITERS,
  createPreviewToken: WRITERS,
  touchArticle: WRITERS,
  createApiToken: ADMINS,
  revokeApiToken: ADMINS,
  readApiTokens: ADMINS,
  readAuditLog: ADMINS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Act = keyof typeof ACTS;

/** The acts that change what the draft of an article says. */
export const EDITING_ACTS = [
  "createArticle",
  "updateArticle",
  "replaceBody",
  "addParagraph",
  "updateParagraph",
  "removeElement",
  "moveElement",
  "addQuote",
  "updateQuote",
  "removeQuote",
  "embedPost",
  "addFigure",
  "updateFigure",
  "restoreRevision",
] as const satisfies readonly Act[];

/** The acts after which a rejection is settled. */
export const SETTLING_ACTS = [
  "submitArticle",
  "publishArticle",
  "scheduleArticle",
  "killArticle",
] as const satisfies readonly Act[];

/** The acts that are recorded of an article and leave it as it is. */
export const NEUTRAL_ACTS = ["createPreviewToken", "importArticle"] as const satisfies readonly Act[];

/** Acts that are no events of the newsroom: those on tokens, which the audit log has, and that somebody has an article open. */
const UNEDITORIAL: ReadonlySet<Act> = new Set<Act>([
  "createPreviewToken",
  "createApiToken",
  "revokeApiToken",
  "touchArticle",
]);

/** Whether an act changes what the newsroom writes, or its state. */
export function isEditorial(act: Act): boolean {
  return !UNEDITORIAL.has(act);
}

/** Whether somebody may do something. */
export function allows(actor: Actor, act: Act): boolean {
  const roles: readonly Role[] = ACTS[act];
  return roles.includes(actor.role);
}

/** Why somebody may not do something, or null when they may. */
export function forbids(actor: Actor, act: Act): ForbiddenError | null {
  if (allows(actor, act)) return null;
  const roles: readonly Role[] = ACTS[act];
  return new ForbiddenError(`${act} needs one of the roles ${roles.join(", ")}; the caller is ${actor.role}.`);
}
