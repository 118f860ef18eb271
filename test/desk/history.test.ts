import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHEDULER_NAME } from "../../src/auth/reserved-names.js";
import type { Role } from "../../src/auth/role.js";
import { Desk } from "../support/desk.js";
import { bringTo } from "../support/story.js";

const settings = { now: new Date("2030-03-01T08:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

interface History {
  readonly lastEdit: { readonly by: string; readonly at: string } | null;
  readonly rejection: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly withdrawal: {
    readonly kind: string;
    readonly reason: string | null;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly log: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly act: string; readonly origin: string | null }[];
  } | null;
}

const HISTORY = `query ($id: ID!, $first: Int, $after: String) { article(id: $id) {
  lastEdit { by at } rejection { reason by at } withdrawal { kind reason by at }
  log(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { act actor detail origin subjectId } } } }`;

const names: Partial<Record<Role, string>> = {};
async function nameOf(role: Role): Promise<string> {
  const { viewer } = await desk.app.data<{ viewer: { name: string } }, object>(
    "{ viewer { name } }",
    {},
    desk.headers[role],
  );
  names[role] = viewer.name;
  return viewer.name;
}

async function history(id: string, variables: object = {}, as: Role = "EDITOR"): Promise<History> {
  const headers = { ...desk.headers[as], "x-content-view": "draft" };
  const { article } = await desk.app.data<{ article: History }, object>(HISTORY, { id, ...variables }, headers);
  return article;
}

/** Runs mutations one after the other, a minute apart, each on the version that the one before made. */
async function write(id: string, version: number, ...acts: readonly [string, object, Role][]): Promise<number> {
  let now = version;
  for (const [mutation, input, as] of acts) {
    settings.now = new Date(settings.now.getTime() + 60_000);
    const target = { id, expectedVersion: now, ...input };
    const result = await desk.run<{ article: { version: number } }>(mutation, target, "article { version }", as);
    now = result.article.version;
  }
  return now;
}

describe("the last edit", () => {
  it("is the newest change of the draft, whatever was done to the article since", async () => {
    const { id, version } = await desk.newsroom.draft();
    await write(id, version, ["updateArticle", { headline: "New" }, "AUTHOR"]);
    const at = settings.now.toISOString();
    await write(
      id,
      version + 1,
      ["submitArticle", {}, "EDITOR"],
      ["approveArticle", {}, "EDITOR"],
      ["publishArticle", {}, "ADMIN"],
    );
    expect((await history(id)).lastEdit).toEqual({ by: await nameOf("AUTHOR"), at });
    await write(id, version + 4, ["updateArticle", { headline: "Newer" }, "EDITOR"]);
    expect((await history(id)).lastEdit?.by).toBe(await nameOf("EDITOR"));
  });
});

describe("the rejection", () => {
  it("is the newest one until the draft is submitted again", async () => {
    const { id, version } = await desk.newsroom.draft();
    expect((await history(id)).rejection).toBeNull();
    const submitted = await write(id, version, ["submitArticle", {}, "AUTHOR"]);
    expect((await history(id)).rejection).toBeNull();
    const rejected = await write(id, submitted, ["rejectArticle", { reason: "Who says so?" }, "EDITOR"]);
    const rejection = {
      reason: "Who says so?",
      by: await nameOf("EDITOR"),
      at: settings.now.toISOString(),
    };
    expect((await history(id, {}, "AUTHOR")).rejection).toEqual(rejection);
    const changed = await write(id, rejected, ["updateArticle", { headline: "With a source" }, "AUTHOR"]);
    expect((await history(id)).rejection).toEqual(rejection);
    const again = await write(id, changed, ["submitArticle", {}, "AUTHOR"]);
    expect((await history(id)).rejection).toBeNull();
    await write(id, again, ["rejectArticle", { reason: "And when?" }, "ADMIN"]);
    expect((await history(id)).rejection).toMatchObject({ reason: "And when?", by: await nameOf("ADMIN") });
  });

  it.each([
    ["publishArticle", {}],
    ["scheduleArticle", { publishAt: "2031-01-01T00:00:00Z" }],
  ])("is settled by %s as well", async (act, input) => {
    const { id, version } = await bringTo(desk.newsroom, await desk.newsroom.draft(), "IN_REVIEW");
    const rejected = await write(id, version, ["rejectArticle", { reason: "Thin." }, "EDITOR"]);
    expect((await history(id)).rejection?.reason).toBe("Thin.");
    await write(id, rejected, [act, input, "EDITOR"]);
    expect((await history(id)).rejection).toBeNull();
  });
});

describe("the withdrawal", () => {
  it("is why and by which user the article was unpublished, until it is published again, and that it was killed", async () => {
    const { id, version } = await bringTo(desk.newsroom, await desk.newsroom.draft(), "PUBLISHED");
    expect((await history(id)).withdrawal).toBeNull();
    const unpublished = await write(id, version, ["unpublishArticle", { reason: "A name is wrong." }, "EDITOR"]);
    const at = expect.stringMatching(/^2030-03-01T/);
    const withdrawal = { kind: "UNPUBLISHED", reason: "A name is wrong.", by: await nameOf("EDITOR"), at };
    expect((await history(id, {}, "AUTHOR")).withdrawal).toEqual(withdrawal);
    const changed = await write(id, unpublished, ["updateArticle", { headline: "The name" }, "AUTHOR"]);
    expect((await history(id)).withdrawal).toEqual(withdrawal);
    const published = await write(id, changed, ["publishArticle", {}, "EDITOR"]);
    expect((await history(id)).withdrawal).toBeNull();
    const again = await write(id, published, ["unpublishArticle", {}, "EDITOR"]);
    expect((await history(id)).withdrawal).toMatchObject({ kind: "UNPUBLISHED", reason: null });
    await write(id, again, ["killArticle", { reason: "Forged." }, "ADMIN"]);
    const killed = { kind: "KILLED", reason: "Forged.", by: await nameOf("ADMIN"), at };
    expect((await history(id)).withdrawal).toEqual(killed);
  });

  it("is that the server did not publish a text as scheduled, and nothing where an editor cancelled the schedule", async () => {
    const { id, version } = await bringTo(desk.newsroom, await desk.newsroom.draft(), "READY");
    const scheduled = await write(id, version, ["scheduleArticle", { publishAt: "2031-01-01T00:00:00Z" }, "EDITOR"]);
    await write(id, scheduled, ["unscheduleArticle", {}, "EDITOR"]);
    expect((await history(id)).withdrawal).toBeNull();
    const { prisma } = desk.app.database;
    const entry = await prisma.auditEntry.findFirstOrThrow({ where: { act: "unscheduleArticle" } });
    const by = { actor: SCHEDULER_NAME, actorId: null, detail: "Not published: a rule" };
    await prisma.auditEntry.update({ where: { id: entry.id }, data: by });
    expect((await history(id)).withdrawal).toMatchObject({ kind: "UNSCHEDULED", reason: null, by: SCHEDULER_NAME });
  });
});

describe("the log of an article", () => {
  it("has every act on it, the newest first, in pages", async () => {
    const { id, version } = await desk.newsroom.draft();
    await desk.newsroom.draft();
    await write(id, version, ["updateArticle", { headline: "A" }, "AUTHOR"], ["submitArticle", {}, "AUTHOR"]);
    await write(id, version + 2, ["rejectArticle", { reason: "Thin." }, "EDITOR"]);
    const { log } = await history(id, { first: 3 });
    expect(log).toMatchObject({
      totalCount: 4,
      pageInfo: { hasNextPage: true },
      nodes: [
        { act: "rejectArticle", detail: "Thin.", subjectId: id },
        { act: "submitArticle", actor: await nameOf("AUTHOR") },
        { act: "updateArticle" },
      ],
    });
    const rest = await history(id, { first: 3, after: log?.pageInfo.endCursor });
    expect(rest.log).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ act: "createArticle" }] });
  });

  it("shows addresses to those alone who may read the whole audit log", async () => {
    const { id, version } = await desk.newsroom.draft();
    await write(id, version, ["updateArticle", { headline: "A" }, "AUTHOR"]);
    const origins = async (as: Role) => (await history(id, { first: 1 }, as)).log?.nodes.map(({ origin }) => origin);
    expect([await origins("AUTHOR"), await origins("EDITOR")]).toEqual([[null], [null]]);
    expect(await origins("ADMIN")).toEqual(["127.0.0.1"]);
  });
});

describe("the notes of the log", () => {
  it("are what the server says of an act by codes, with the actor's reason, and none where only the actor says something", async () => {
    const { id, version } = await desk.newsroom.draft({ embargoedUntil: new Date("2030-06-01T10:00:00Z") });
    const lifted = { embargoedUntil: null, embargoReason: "The agency agrees." };
    const next = await write(id, version, ["updateArticle", lifted, "EDITOR"], ["submitArticle", {}, "EDITOR"]);
    await write(id, next, ["rejectArticle", { reason: "Thin." }, "EDITOR"]);
    await desk.run("createPreviewToken", { articleId: id }, "token");
    const read = "query ($id: ID!) { article(id: $id) { log { nodes { act detail notes { code words } } } } }";
    const headers = { ...desk.headers.EDITOR, "x-content-view": "draft" };
    const { article } = await desk.app.data<{ article: { log: { nodes: readonly object[] } } }, object>(
      read,
      { id },
      headers,
    );
    const before = "2030-06-01T10:00:00.000Z";
    expect(article.log.nodes).toEqual([
      {
        act: "createPreviewToken",
        detail: expect.stringMatching(/^until 2030/),
        notes: [{ code: "LINK_UNTIL", words: [expect.stringMatching(/^2030-/)] }],
      },
      { act: "rejectArticle", detail: "Thin.", notes: [] },
      { act: "submitArticle", detail: null, notes: [] },
      {
        act: "updateArticle",
        detail: `The embargo until ${before} was removed: The agency agrees.`,
        notes: [{ code: "EMBARGO_REMOVED", words: [before, "The agency agrees."] }],
      },
      { act: "createArticle", detail: null, notes: [] },
    ]);
  });
});

describe("what was done to an article", () => {
  it("is hidden from readers, and from requests that read as readers do", async () => {
    const { id, version } = await desk.newsroom.published();
    await write(id, version, ["updateArticle", { headline: "Unseen" }, "AUTHOR"]);
    const hidden = { article: { lastEdit: null, rejection: null, withdrawal: null, log: null } };
    const { token } = await desk.run<{ token: string }>("createPreviewToken", { articleId: id }, "token");
    for (const headers of [{}, desk.headers.READER, desk.headers.ADMIN, { "x-preview-token": token }]) {
      expect(await desk.app.data(HISTORY, { id }, headers)).toEqual(hidden);
    }
  });

  it("costs a page of articles one statement", async () => {
    desk.app.statements.length = 0;
    const { articles } = await desk.readAsEditor<{ articles: { nodes: readonly object[] } }>(
      "{ articles { nodes { allowedActs lastEdit { by at } rejection { reason } withdrawal { reason } log(first: 2) { nodes { act } } } } }",
    );
    expect(articles.nodes.length).toBeGreaterThan(3);
    expect(desk.app.statements.filter(({ sql }) => sql.includes("article_head"))).toHaveLength(1);
  });
});

describe("the changes between two texts of an article", () => {
  const CHANGES = `query ($id: ID!, $from: Int, $to: Int) { articleChanges(articleId: $id, from: $from, to: $to) {
    path kind before after } }`;
  const changes = async (id: string, from?: number | null, to?: number | null) => {
    const data = await desk.readAsEditor<{ articleChanges: readonly object[] }>(CHANGES, { id, from, to });
    return data.articleChanges;
  };
  const headline = (before: string, after: string) => ({ path: "headline", kind: "CHANGED", before, after });

  it("are by default those that a publication would bring, in one statement", async () => {
    const { id, version } = await desk.newsroom.published({ headline: "One" });
    expect(await changes(id)).toEqual([]);
    await write(id, version, ["updateArticle", { headline: "Two" }, "EDITOR"]);
    desk.app.statements.length = 0;
    expect(await changes(id)).toEqual([headline("One", "Two")]);
    expect(desk.app.statements.filter(({ sql }) => sql.includes("FROM article"))).toHaveLength(1);
  });

  it("are those between any two revisions, in either direction, and between a revision and the draft", async () => {
    const { id, version } = await desk.newsroom.published({ headline: "One" });
    const two = await write(
      id,
      version,
      ["updateArticle", { headline: "Two" }, "EDITOR"],
      ["publishArticle", {}, "EDITOR"],
    );
    await write(id, two, ["updateArticle", { headline: "Three" }, "EDITOR"]);
    expect(await changes(id, 1, 2)).toEqual([headline("One", "Two")]);
    expect(await changes(id, 2, 1)).toEqual([headline("Two", "One")]);
    expect(await changes(id, 1)).toEqual([headline("One", "Three")]);
    expect(await changes(id, null, 1)).toEqual([headline("Two", "One")]);
    expect(await changes(id, 2, 2)).toEqual([]);
  });

  it("of an article that is not published are all of it, also in the trash", async () => {
    const { id, version } = await desk.newsroom.draft({ headline: "New" });
    const all = expect.arrayContaining([{ path: "headline", kind: "ADDED", before: null, after: "New" }]);
    expect(await changes(id)).toEqual(all);
    await write(id, version, ["deleteArticle", {}, "EDITOR"]);
    expect(await changes(id)).toEqual(all);
  });

  it("name the argument that leads nowhere, and are refused to readers", async () => {
    const { id } = await desk.newsroom.draft();
    const person = await desk.newsroom.person();
    const ask = async (variables: object, headers: Readonly<Record<string, string>> = desk.headers.AUTHOR) => {
      const { data, errors } = await desk.app.ask<object, object>(CHANGES, variables, headers);
      return [data, errors?.[0]?.extensions["code"], errors?.[0]?.extensions["argument"]];
    };
    const nowhere = id.slice(0, -4) + "AAAA";
    expect(await ask({ id: nowhere })).toEqual([null, "BAD_USER_INPUT", "articleId"]);
    expect(await ask({ id: person })).toEqual([null, "BAD_USER_INPUT", "articleId"]);
    expect(await ask({ id, from: 7 })).toEqual([null, "BAD_USER_INPUT", "from"]);
    expect(await ask({ id, to: 7 })).toEqual([null, "BAD_USER_INPUT", "to"]);
    expect(await ask({ id }, {})).toEqual([null, "FORBIDDEN", undefined]);
    expect(await ask({ id }, { ...desk.headers.READER, "x-content-view": "draft" })).toEqual([
      null,
      "FORBIDDEN",
      undefined,
    ]);
  });
});
