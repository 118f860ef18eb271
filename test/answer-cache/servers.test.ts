import { nat, sample, tuple } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/client.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";

const ROUNDS = 3_000;
const ARTICLES = 4;
const READERS = 6;

/** What can go wrong between a server and the database: the looks at what changed wait, fail or lose their connection. */
class Fault {
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;
  isFailing = false;

  wrap = (database: Database): Database => ({
    ...database,
    watch: async (sql, params) => {
      await this.#gate;
      if (this.isFailing) throw new Error("The connection is lost.");
      return database.watch(sql, params);
    },
  });

  pause(): void {
    // Whatever waits already goes on with the next resumption as well.
    const resumed = new Promise<void>((resolve) => {
      const open = this.#open;
      this.#open = () => {
        open();
        resolve();
      };
    });
    this.#gate = resumed;
  }

  resume(): void {
    this.#open();
  }
}

let desk: Desk;
const faults = [new Fault(), new Fault()];
const servers: TestApp[] = [];
const ids: string[] = [];

beforeAll(async () => {
  desk = await Desk.open({ checksCache: false });
  for (let at = 0; at < ARTICLES; at += 1) {
    ids.push((await desk.newsroom.published({ slug: `story-${at}`, headline: `0 of ${at}` })).id);
  }
  servers.push(desk.app);
  for (const { wrap } of faults) {
    servers.push(await createTestApp({ joins: desk.app, checksCache: false, wrapDatabase: wrap }));
  }
});
afterAll(async () => {
  for (const server of servers.toReversed()) await server.close();
});

/** How often each article was written, as its headlines say: all writes that were answered. */
const written = Array.from({ length: ARTICLES }, () => 0);

async function write(at: number): Promise<void> {
  const id = ids[at] ?? "";
  const next = (written[at] ?? 0) + 1;
  const expectedVersion = (await desk.draft(id))?.version ?? 0;
  await desk.run("updateArticle", { id, expectedVersion, headline: `${next} of ${at}` }, "article { version }");
  await desk.run("publishArticle", { id, expectedVersion: expectedVersion + 1 }, "article { version }");
  written[at] = next;
}

/** Reads an article or the list of all on one server, and compares it with what was answered before the read began. */
async function read(server: TestApp, at: number): Promise<void> {
  const before = [...written];
  if (at === ARTICLES) {
    const { articles } = await server.data<{ articles: { nodes: { slug: string; headline: string }[] } }, object>(
      "{ articles(first: 10) { nodes { slug headline } } }",
    );
    for (const { slug, headline } of articles.nodes) expectNotOlder(headline, before[Number(slug.slice(6))] ?? 0);
    return;
  }
  const { article } = await server.data<{ article: { headline: string } }, object>(
    `{ article(slug: "story-${at}") { headline } }`,
  );
  expectNotOlder(article.headline, before[at] ?? 0);
}

function expectNotOlder(headline: string, least: number): void {
  expect(Number.parseInt(headline, 10)).toBeGreaterThanOrEqual(least);
}

describe("three servers on one database", () => {
  it(`never answer a read with a text older than the mutations answered before it, in ${ROUNDS} rounds with faults`, async () => {
    const random = sample(tuple(nat(99), nat(ARTICLES), nat(2), nat(99)), {
      numRuns: ROUNDS,
      seed: 11,
    });
    let writing: Promise<void> = Promise.resolve();
    const reads = new Set<Promise<void>>();
    for (const [dice, at, server, luck] of random) {
      const fault = faults[luck % faults.length];
      if (dice < 4) writing = writing.then(() => write(at % ARTICLES));
      else if (dice < 6) fault?.pause();
      else if (dice < 16) fault?.resume();
      else if (dice < 18 && fault) fault.isFailing = !fault.isFailing;
      else if (dice < 19) await cutWatchingConnections();
      const target = servers[server];
      if (!target) throw new Error("There are three servers.");
      const reading: Promise<void> = read(target, at).finally(() => reads.delete(reading));
      reads.add(reading);
      if (reads.size >= READERS) {
        for (const each of faults) each.resume();
        await Promise.race(reads);
      }
      if (dice % 7 === 0) await writing;
    }
    for (const fault of faults) fault.resume();
    await Promise.all([writing, ...reads]);
    expect(written.reduce((sum, each) => sum + each)).toBeGreaterThan(50);
  });

  it("answer without the cache while what changed cannot be read, and from it again afterwards", async () => {
    const [, fault] = faults;
    const server = servers[2];
    if (!fault || !server) throw new Error("There are three servers.");
    const query = '{ article(slug: "story-1") { headline slug } }';
    const count = async (): Promise<number> => {
      server.statements.length = 0;
      await server.data(query);
      return server.statements.length;
    };
    fault.isFailing = false;
    await count();
    await count();
    expect(await count()).toBe(0);
    fault.isFailing = true;
    expect(await count()).toBe(1);
    await write(1);
    fault.isFailing = false;
    expect(await server.data(query)).toEqual({ article: { headline: `${written[1]} of 1`, slug: "story-1" } });
    await count();
    expect(await count()).toBe(0);
  });
});

/** Ends the connections on which servers look at what changed, as a network does. */
async function cutWatchingConnections(): Promise<void> {
  await desk.app.database.read(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'idle' AND query LIKE 'SELECT pg_current_snapshot()%'`);
}
