import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArticleAct } from "../../src/draft/article-act.type.js";
import { ArticleState } from "../../src/draft/article.type.js";
import type { Role } from "../../src/auth/role.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { bringTo, FAR_AHEAD } from "../support/story.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

type Place = ArticleState | "TRASH" | "TRASH_ONCE_SEEN";
const PLACES: readonly Place[] = [...Object.values(ArticleState), "TRASH", "TRASH_ONCE_SEEN"];
const ROLES: readonly Role[] = ["READER", "AUTHOR", "EDITOR", "ADMIN"];

interface Target {
  readonly id: string;
  readonly version: number;
}

/** A new article at one place of the workflow. */
async function bring(place: Place): Promise<Target> {
  const draft = await desk.newsroom.draft();
  if (place !== "TRASH" && place !== "TRASH_ONCE_SEEN") return bringTo(desk.newsroom, draft, place);
  const { id, version } = place === "TRASH" ? draft : await bringTo(desk.newsroom, draft, "UNPUBLISHED");
  return { id, version: done(await deleteArticle(desk.newsroom.work, { id, expectedVersion: version })).version };
}

const MUTATIONS: Readonly<Record<ArticleAct, readonly [mutation: string, input: object]>> = {
  EDIT: ["updateArticle", { headline: "Edited" }],
  SUBMIT: ["submitArticle", {}],
  APPROVE: ["approveArticle", {}],
  REJECT: ["rejectArticle", { reason: "Thin." }],
  PUBLISH: ["publishArticle", {}],
  SCHEDULE: ["scheduleArticle", { publishAt: FAR_AHEAD.toISOString() }],
  UNSCHEDULE: ["unscheduleArticle", {}],
  UNPUBLISH: ["unpublishArticle", {}],
  KILL: ["killArticle", { reason: "Forged." }],
  DELETE: ["deleteArticle", {}],
  RESTORE: ["restoreArticle", {}],
};

/** Whether a mutation is accepted. */
async function isAccepted(act: ArticleAct, { id, version }: Target, as: Role): Promise<boolean> {
  const [mutation, input] = MUTATIONS[act];
  const target = act === "RESTORE" ? { id } : { id, expectedVersion: version };
  const result = await desk.run<{ readonly code?: string }>(mutation, { ...target, ...input }, "article { id }", as);
  return result.code === undefined;
}

async function allowed(place: Place, { id }: Target, as: Role): Promise<readonly ArticleAct[] | null> {
  const trash = place.startsWith("TRASH");
  const document = `query ($trash: Boolean) { articles(first: 100, filter: { isTrashed: $trash }) { nodes { id allowedActs } } }`;
  const { articles } = await desk.app.data<
    { articles: { nodes: readonly { id: string; allowedActs: readonly ArticleAct[] }[] } },
    object
  >(document, { trash }, { ...desk.headers[as], "x-content-view": "draft" });
  return articles.nodes.find((node) => node.id === id)?.allowedActs ?? null;
}

describe.each(PLACES)("an article in %s", (place) => {
  it.each(ROLES.slice(1))("names for %s exactly the acts whose mutations are accepted", async (role) => {
    const named = await allowed(place, await bring(place), role);
    const accepted: ArticleAct[] = [];
    for (const act of Object.values(ArticleAct)) {
      if (await isAccepted(act, await bring(place), role)) accepted.push(act);
    }
    expect(named).toEqual(accepted);
  });
});

describe("readers", () => {
  it("are offered nothing, whatever the view they ask for and also with a preview token", async () => {
    const { id } = await bring("PUBLISHED");
    const query = "query ($id: ID!) { article(id: $id) { allowedActs } }";
    const none = { article: { allowedActs: [] } };
    expect(await desk.readAsReader(query, { id })).toEqual(none);
    const asked = { ...desk.headers.READER, "x-content-view": "draft" };
    expect(await desk.app.data(query, { id }, asked)).toEqual(none);
    const { token } = await desk.run<{ token: string }>("createPreviewToken", { articleId: id }, "token");
    expect(await desk.app.data(query, { id }, { "x-preview-token": token })).toEqual(none);
    // A request that reads as readers do sees what they see.
    expect(await desk.app.data(query, { id }, desk.headers.EDITOR)).toEqual(none);
  });
});

describe("a page of articles", () => {
  it("costs one statement with the acts of all of them", async () => {
    for (let at = 0; at < 5; at += 1) await bring("DRAFT");
    desk.app.statements.length = 0;
    const query = "{ articles(first: 50) { nodes { state allowedActs } } }";
    const { articles } = await desk.readAsEditor<{ articles: { nodes: readonly object[] } }>(query);
    expect(articles.nodes.length).toBeGreaterThan(5);
    expect(desk.app.statements.filter(({ sql }) => sql.includes("article_head"))).toHaveLength(1);
  });

  it("below a revision names what may be done now", async () => {
    const { id } = await bring("KILLED");
    const query =
      "query ($id: ID!) { article(id: $id) { allowedActs revisions { nodes { article { allowedActs } } } } }";
    const { article } = await desk.readAsEditor<{
      article: { revisions: { nodes: readonly { article: { allowedActs: readonly string[] } }[] } };
    }>(query, { id });
    expect(article.revisions.nodes.map((node) => node.article.allowedActs)).toEqual([[], []]);
  });
});
