import { createClient } from "@redis/client";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { HAS_REDIS, startRedis, type TestRedis } from "../support/redis.js";
import { PATIENTLY } from "../support/patiently.js";

const QUERY = '{ article(slug: "harbour") { headline } }';

describe.skipIf(!HAS_REDIS)("answers shared in Redis", () => {
  let redis: TestRedis;
  let desk: Desk;
  let other: TestApp;
  let id: string;
  let count = 0;

  beforeAll(async () => {
    redis = await startRedis();
    desk = await Desk.open({ checksCache: false, redisUrl: redis.url });
    other = await createTestApp({ joins: desk.app, checksCache: false, redisUrl: redis.url });
    ({ id } = await desk.newsroom.published({ slug: "harbour", headline: "Harbour 0" }));
    await share();
  });
  afterAll(async () => {
    await other.close();
    await desk.app.close();
    await redis.stop();
  });
  beforeEach(async () => {
    await correct();
  });

  const clientOf = (url: string) => createClient({ url });

  async function inRedis<Result>(work: (client: ReturnType<typeof clientOf>) => Promise<Result>): Promise<Result> {
    const client = clientOf(redis.url);
    await client.connect();
    try {
      return await work(client);
    } finally {
      client.destroy();
    }
  }

  /** Empties Redis, and reads on the first server until the answer is stored, for which it does not wait. */
  async function share(query = QUERY): Promise<void> {
    await inRedis(async (client) => {
      await client.flushAll();
      let at = 0;
      await vi.waitFor(async () => {
        at += 1;
        await desk.app.data(at === 1 ? query : `${query}${" ".repeat(at)}`);
        expect(await client.dbSize()).toBeGreaterThan(0);
      }, PATIENTLY);
    });
  }

  async function correct(): Promise<string> {
    count += 1;
    const headline = `Harbour ${count}`;
    const expectedVersion = (await desk.draft(id))?.version ?? 0;
    await desk.run("updateArticle", { id, expectedVersion, headline }, "article { version }");
    await desk.run("publishArticle", { id, expectedVersion: expectedVersion + 1 }, "article { version }");
    return headline;
  }

  /** Statements of the second server for the query, and the headline. */
  async function readOther(query = QUERY): Promise<readonly [number, string]> {
    other.statements.length = 0;
    const { article } = await other.data<{ article: { headline: string } }, object>(query);
    return [other.statements.length, article.headline];
  }

  it("are read by a server that has not made them, from Redis and then from its memory", async () => {
    const query = '{ article(slug: "harbour") { headline slug } }';
    await share(query);
    expect(await readOther(query)).toEqual([0, `Harbour ${count}`]);
    await inRedis((client) => client.flushAll());
    expect(await readOther(query)).toEqual([0, `Harbour ${count}`]);
  });

  it("are not used once something that they contain has changed, though Redis still has them", async () => {
    await share();
    const headline = await correct();
    expect(await readOther()).toEqual([1, headline]);
  });

  it("are shared by servers with different settings, as far as those change no answer", async () => {
    const limits = { maxBodyBytes: 900_000 };
    const third = await createTestApp({ joins: desk.app, checksCache: false, redisUrl: redis.url, limits });
    await share();
    expect(await third.data(QUERY)).toEqual({ article: { headline: `Harbour ${count}` } });
    expect(third.statements).toEqual([]);
    await third.close();
  });

  it("are not shared by servers of different databases of one PostgreSQL", async () => {
    const foreign = await Desk.open({ checksCache: false, redisUrl: redis.url });
    await foreign.newsroom.published({ slug: "harbour", headline: "Another harbour" });
    await share();
    expect(await foreign.app.data(QUERY)).toEqual({ article: { headline: "Another harbour" } });
    await foreign.app.close();
  });

  it("are not shared by servers with different lists of documents", async () => {
    const listing = (text: string) => ({ textOf: new Map([["harbour", text]]), texts: new Set([text]), isOnly: false });
    const servers = await Promise.all(
      ["headline", "slug"].map((field) => {
        const trustedDocuments = listing(`{ article(slug: "harbour") { ${field} } }`);
        return createTestApp({ joins: desk.app, checksCache: false, redisUrl: redis.url, trustedDocuments });
      }),
    );
    const read = async ({ http }: TestApp): Promise<readonly string[]> => {
      const response = await http.inject({ method: "POST", url: "/graphql", payload: { documentId: "harbour" } });
      return Object.keys(response.json<{ data: { article: object } }>().data.article);
    };
    const [first, second] = servers;
    await inRedis(async (client) => {
      await client.flushAll();
      await vi.waitFor(async () => {
        expect(first && (await read(first))).toEqual(["headline"]);
        expect(await client.dbSize()).toBeGreaterThan(0);
      }, PATIENTLY);
    });
    expect(second && (await read(second))).toEqual(["slug"]);
    for (const server of servers) await server.close();
  });

  it("are ignored where they are damaged", async () => {
    await share();
    await inRedis(async (client) => {
      for (const key of await client.keys("*")) await client.set(key, '{"body":"forged"');
    });
    expect(await readOther()).toEqual([1, `Harbour ${count}`]);
  });

  it("are made without Redis while it does not answer", async () => {
    redis.freeze();
    try {
      for (const field of ["slug", "id", "version"]) {
        const query = `{ article(slug: "harbour") { headline ${field} } }`;
        expect(await desk.app.data(query)).toMatchObject({ article: { headline: `Harbour ${count}` } });
        expect((await readOther(query))[1]).toBe(`Harbour ${count}`);
      }
    } finally {
      redis.wake();
    }
  });

  it("are made without Redis while it is away, and shared again when it is back", async () => {
    await redis.stop();
    const headline = await correct();
    expect((await readOther())[1]).toBe(headline);
    await redis.start();
    await share();
  });
});
