import { leadsTo, type Plan, recorded } from "./model.js";
import { EDITS, oneOf, type Planner } from "./plans.js";

function simple(act: string, more: object = {}, change: Plan["change"] = (after) => after): Planner {
  return (_model, { articleId }) => ({ isFound: true, refusal: null, act, input: { id: articleId, ...more }, change });
}

const unread: Plan["change"] = (after) => ({ ...after, published: null });

const WORKFLOW: Readonly<Record<string, Planner>> = {
  submitArticle: simple("submitArticle", {}, recorded),
  approveArticle: simple("approveArticle"),
  rejectArticle: simple("rejectArticle", { reason: "Not yet." }),
  publishArticle: EDITS.publishArticle,
  scheduleArticle: simple("scheduleArticle", { publishAt: "2100-01-01T00:00:00Z" }),
  unscheduleArticle: simple("unscheduleArticle"),
  unpublishArticle: simple("unpublishArticle", {}, unread),
  killArticle: simple("killArticle", { reason: "Forged." }, (after) =>
    recorded(unread({ ...after, isTrashed: false })),
  ),
  deleteArticle: simple("deleteArticle", {}, (after) => ({ ...after, isTrashed: true })),
};
const restoreArticle = simple("restoreArticle", {}, (after) => ({ ...after, isTrashed: false }));

/** An act that the state allows, for acts drawn at random seldom lead anywhere; seldom one that nothing follows. */
const goOn: Planner = (model, around, pick) => {
  if (model.isTrashed) return restoreArticle(model, around, pick);
  const possible = Object.keys(WORKFLOW).filter(
    (act) => leadsTo(act, model) !== null && (act !== "killArticle" || pick(6) === 0),
  );
  const act = oneOf(possible, pick);
  return ((act === null ? null : WORKFLOW[act]) ?? EDITS.updateArticle)(model, around, pick);
};

/** Everything that can be tried; what is here more than once is tried more often. */
export const PLANNERS: readonly Planner[] = [
  ...Object.values(EDITS),
  EDITS.addParagraph,
  EDITS.updateParagraph,
  EDITS.moveElement,
  goOn,
  goOn,
  goOn,
  goOn,
  restoreArticle,
  ...Object.values(WORKFLOW),
];

/** The acts among them. */
export const ACTS = Object.keys({ ...EDITS, ...WORKFLOW, restoreArticle });
