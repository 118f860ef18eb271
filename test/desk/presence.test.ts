import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { deleteArticle } from "../../src/publishing/trash.service.js";
import { Desk, present } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { unknownId } from "../support/story.js";

let desk: Desk;
let ada: Readonly<Record<string, string>>;
let ben: Readonly<Record<string, string>>;
beforeAll(async () => {
  desk = await Desk.open();
  [ada, ben] = [await colleague("Ada"), await colleague("Ben")];
});
afterAll(() => desk.app.close());

async function colleague(name: string): Promise<Readonly<Record<string, string>>> {
  const { token } = done(await createApiToken(desk.newsroom.work, { name, role: "AUTHOR" }));
  return { authorization: `Bearer ${token}` };
}

const FIELDS = "openedBy { actorId name since seenAt }";
interface Presence {
  readonly actorId: string;
  readonly name: string;
  readonly since: string;
  readonly seenAt: string;
}

interface Touched {
  readonly article?: { readonly openedBy: readonly Presence[] };
  readonly code?: string;
}

async function send(headers: Readonly<Record<string, string>>, input: object): Promise<Touched> {
  const document = `mutation ($input: TouchArticleInput!) { touchArticle(input: $input) {
    ... on TouchArticlePayload { article { id version ${FIELDS} } } ... on UserError { code path } } }`;
  const data = await desk.app.data<{ touchArticle: Touched }, object>(document, { input }, headers);
  return data.touchArticle;
}

async function touch(headers: Readonly<Record<string, string>>, input: object): Promise<readonly Presence[]> {
  return present((await send(headers, input)).article).openedBy;
}

const names = (presences: readonly Presence[]): readonly string[] => presences.map(({ name }) => name);

async function read(id: string): Promise<readonly Presence[]> {
  const query = `query ($id: ID!) { article(id: $id) { ${FIELDS} } }`;
  const { article } = await desk.readAsEditor<{ article: { openedBy: readonly Presence[] } }>(query, { id });
  return article.openedBy;
}

/** Moves the moments of all who have articles open into the past. */
async function wait(seconds: number): Promise<void> {
  await desk.app.database.pool.query(
    `UPDATE article_presence SET seen_at = seen_at - make_interval(secs => $1), since = since - make_interval(secs => $1)`,
    [seconds],
  );
}

describe("who has an article open", () => {
  it("is shown to colleagues, the longest first, until it is closed", async () => {
    const [{ id }, other] = [await desk.newsroom.draft(), await desk.newsroom.draft()];
    expect(names(await touch(ada, { id }))).toEqual(["Ada"]);
    await wait(10);
    await touch(ben, { id: other.id });
    expect(names(await touch(ben, { id }))).toEqual(["Ada", "Ben"]);
    const { viewer } = await desk.app.data<{ viewer: { id: string } }, object>("{ viewer { id } }", {}, ada);
    expect((await read(id))[0]?.actorId).toBe(viewer.id);
    expect(names(await touch(ada, { id, isClosing: true }))).toEqual(["Ben"]);
    expect(names(await read(other.id))).toEqual(["Ben"]);
  });

  it("is kept while it is confirmed, and forgotten a minute after", async () => {
    const { id } = await desk.newsroom.draft();
    const [first] = await touch(ada, { id });
    await wait(30);
    const [again] = await touch(ada, { id });
    expect(new Date(again?.since ?? 0).getTime()).toBe(new Date(first?.since ?? 0).getTime() - 30_000);
    await wait(30);
    expect(names(await read(id))).toEqual(["Ada"]);
    await wait(31);
    expect(await read(id)).toEqual([]);
    const [back] = await touch(ada, { id });
    expect(back?.since).toBe(back?.seenAt);
  });

  it("leaves no rows of those who went away", async () => {
    const { id } = await desk.newsroom.draft();
    await touch(ada, { id });
    await wait(100);
    await touch(ben, { id: (await desk.newsroom.draft()).id });
    const rows = await desk.app.database.prisma.articlePresence.count({
      where: { articleId: decodeNodeId(id)?.uuid ?? "" },
    });
    expect(rows).toBe(0);
  });

  it("changes nothing of the article, and is not in the audit log", async () => {
    const { id } = await desk.newsroom.draft();
    const before = [await desk.draft(id), await desk.app.database.prisma.auditEntry.count()];
    await touch(ada, { id });
    expect([await desk.draft(id), await desk.app.database.prisma.auditEntry.count()]).toEqual(before);
  });

  it("does not wait for a write of the article", async () => {
    const { id } = await desk.newsroom.draft();
    const client = await desk.app.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT 1 FROM article WHERE id = $1 FOR UPDATE", [decodeNodeId(id)?.uuid]);
      expect(names(await touch(ada, { id }))).toEqual(["Ada"]);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });

  it("is not for readers, neither to note nor to see", async () => {
    const { id } = await desk.newsroom.published();
    await touch(ada, { id });
    const query = `query ($id: ID!) { article(id: $id) { openedBy { name } } }`;
    expect(await desk.readAsReader(query, { id })).toEqual({ article: { openedBy: [] } });
    expect(await desk.app.data(query, { id }, ada)).toEqual({ article: { openedBy: [] } });
    expect(await send(desk.headers.READER, { id })).toMatchObject({ code: "FORBIDDEN" });
  });

  it("is refused of what is no article with a draft", async () => {
    const { id, version } = await desk.newsroom.draft();
    done(await deleteArticle(desk.newsroom.work, { id, expectedVersion: version }));
    for (const each of [id, unknownId("Article"), unknownId("Person"), "nothing"]) {
      expect(await send(ada, { id: each })).toMatchObject({ code: "NOT_FOUND", path: ["input", "id"] });
    }
  });
});
