import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArticleState } from "../../src/draft/article.type.js";
import { Role } from "../../src/auth/role.js";
import { transitionOf, WORKFLOW_ACTS, type WorkflowAct } from "../../src/draft/workflow.js";
import {
  DeskApproveArticleDocument,
  DeskKillArticleDocument,
  DeskPublishArticleDocument,
  DeskRejectArticleDocument,
  DeskScheduleArticleDocument,
  DeskSubmitArticleDocument,
  DeskUnpublishArticleDocument,
  DeskUnscheduleArticleDocument,
} from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
import { bringTo, FAR_AHEAD } from "../support/story.js";

/** The table of the specification, letter by letter: it is not made from the program's own. */
const TABLE = `
| from | submit | approve | reject | publish | schedule | unschedule | unpublish | kill |
|---|---|---|---|---|---|---|---|---|
| DRAFT | IN_REVIEW | | | PUBLISHED¹ | SCHEDULED¹ | | | KILLED³ |
| IN_REVIEW | | READY | DRAFT | | | | | KILLED³ |
| READY | | | DRAFT | PUBLISHED | SCHEDULED | | | KILLED³ |
| SCHEDULED | | | | PUBLISHED | SCHEDULED | READY | | KILLED³ |
| PUBLISHED | | | | PUBLISHED² | | | UNPUBLISHED | KILLED |
| UNPUBLISHED | IN_REVIEW | | | PUBLISHED | SCHEDULED | | | KILLED |
| KILLED | | | | | | | | |
`;

const STATES = Object.values(ArticleState);
const ROLES = Object.values(Role);

/** The state that an act leads to by the table of the specification; null: none. ³ needs an article that readers saw. */
function specified(from: ArticleState, act: WorkflowAct, wasPublished: boolean): ArticleState | null {
  const [head = "", , ...rows] = TABLE.trim().split("\n");
  const cells = (row: string): string[] => row.split("|").map((cell) => cell.trim());
  const row = rows.map(cells).find(([, name]) => name === from) ?? [];
  const cell = row[cells(head).indexOf(act)] ?? "";
  if (cell.endsWith("³") && !wasPublished) return null;
  return STATES.find((state) => state === cell.replace(/[¹²³]/u, "")) ?? null;
}

/** The result of an act, by the specification: authors write and submit, editors do all else. */
function expected(from: ArticleState, act: WorkflowAct, role: Role, wasPublished = false): string {
  if (role === "READER" || (role === "AUTHOR" && act !== "submit")) return "ForbiddenError";
  return specified(from, act, wasPublished) ?? "TransitionError";
}

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

const SEND = {
  submit: (target: Target, as: Role) => desk.write(DeskSubmitArticleDocument, target, as),
  approve: (target: Target, as: Role) => desk.write(DeskApproveArticleDocument, target, as),
  reject: (target: Target, as: Role) => desk.write(DeskRejectArticleDocument, { ...target, reason: "Thin." }, as),
  publish: (target: Target, as: Role) => desk.write(DeskPublishArticleDocument, target, as),
  schedule: (target: Target, as: Role) =>
    desk.write(DeskScheduleArticleDocument, { ...target, publishAt: FAR_AHEAD.toISOString() }, as),
  unschedule: (target: Target, as: Role) => desk.write(DeskUnscheduleArticleDocument, target, as),
  unpublish: (target: Target, as: Role) => desk.write(DeskUnpublishArticleDocument, target, as),
  kill: (target: Target, as: Role) => desk.write(DeskKillArticleDocument, { ...target, reason: "Forged." }, as),
} as const;

it("the program's table is that of the specification", () => {
  const table = (read: (from: ArticleState, act: WorkflowAct, wasPublished: boolean) => ArticleState | null) =>
    STATES.flatMap((state) =>
      WORKFLOW_ACTS.flatMap((act) =>
        (state === "PUBLISHED" || state === "UNPUBLISHED" ? [true] : [true, false]).map((wasPublished) => [
          state,
          act,
          wasPublished,
          read(state, act, wasPublished),
        ]),
      ),
    );
  const cells = table(specified);
  expect(cells.filter(([, , wasPublished, to]) => wasPublished && to !== null)).toHaveLength(22);
  expect(table((state, act, wasPublished) => transitionOf({ state, wasPublished }, act)?.to ?? null)).toEqual(cells);
});

const CELLS = STATES.flatMap((from) =>
  WORKFLOW_ACTS.flatMap((act) => ROLES.map((role) => ({ from, act, role, outcome: expected(from, act, role) }))),
);
const isRefusal = (outcome: string): boolean => outcome.endsWith("Error");

describe.each(STATES)("an article in the state %s", (from) => {
  const own = CELLS.filter((cell) => cell.from === from);
  let kept: Target;
  beforeAll(async () => {
    const { id, version } = await bringTo(desk.newsroom, await desk.newsroom.draft(), from);
    kept = { id, expectedVersion: version };
  });

  it.each(own.filter(({ outcome }) => isRefusal(outcome)))(
    "answers $outcome when $role wants to $act it, and stays",
    async ({ act, role, outcome }) => {
      const before = await Promise.all([desk.draft(kept.id), desk.published(kept.id)]);
      const allowed = WORKFLOW_ACTS.filter((each) => !isRefusal(expected(from, each, role)));
      expect(await SEND[act](kept, role)).toMatchObject({
        __typename: outcome,
        ...(outcome === "TransitionError" ? { code: "TRANSITION", from, allowed, path: null } : { code: "FORBIDDEN" }),
      });
      expect(await Promise.all([desk.draft(kept.id), desk.published(kept.id)])).toEqual(before);
    },
  );

  const done = own.filter(({ outcome }) => !isRefusal(outcome));
  it.each(done)("becomes $outcome when $role wants to $act it", async ({ act, role, outcome }) => {
    const { id, version } = await bringTo(desk.newsroom, await desk.newsroom.draft({ headline: "Moved" }), from);
    const before = await desk.draft(id);
    const result = await SEND[act]({ id, expectedVersion: version }, role);
    expect(result).toMatchObject({ article: { id, state: outcome, version: version + 1 } });
    const after = await desk.draft(id);
    expect(after).toMatchObject({ state: outcome, version: version + 1, headline: "Moved", body: before?.body });
    // Readers see it exactly when it is published.
    expect((await desk.published(id))?.headline ?? null).toBe(outcome === "PUBLISHED" ? "Moved" : null);
  });
});
