import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { ask } from "./send.js";

/*
 * Every statement that reads quotes waits while the table is locked. So what is answered meanwhile shows which requests
 * are not held up by the others, whatever the speed of the machine.
 */

const SEARCH =
  '{ a: quotes(first: 0, filter: { textContains: "e" }) { totalCount } b: quotes(first: 1, filter: { textContains: "a" }) { totalCount nodes { id } } }';
/** Each reads another page: requests for the same one share a statement. */
const PAGE = (at: number): string =>
  `{ articles(first: ${10 + at}) { nodes { paragraphs { text quotes { text speaker { name } source { text } check { verdict } } } } } }`;
const QUOTES = (at: number): string => `{ quotes(first: ${1 + at}) { nodes { id } } }`;
const ORDINARY = '{ article(slug: "ferry") { headline } topics { nodes { slug } } }';

let app: TestApp;
let other: Client;

beforeAll(async () => {
  app = await createTestApp({ cacheMegabytes: 0 });
  await new Newsroom(app.database).published({ slug: "ferry", headline: "Ferry stays in port" });
  const { connectionString } = app.database.pool.options;
  other = new Client({ connectionString });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await app.close();
});

/** Runs something while nobody can read quotes; returns how many statements waited for that at its end. */
async function whileQuotesAreLocked(run: () => Promise<void>): Promise<number> {
  await other.query("BEGIN; LOCK TABLE quote IN ACCESS EXCLUSIVE MODE");
  await run();
  const waiting = await countWaiting();
  await other.query("COMMIT");
  return waiting;
}

async function countWaiting(): Promise<number> {
  const { rows } = await other.query<{ count: number }>(
    // The databases of other tests are copies of the same one, and have the same numbers for their tables.
    `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'quote'::regclass
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0]?.count ?? -1;
}

type Answers = Promise<Awaited<ReturnType<typeof ask>>[]>;

function several(count: number, query: (at: number) => string): Answers {
  return Promise.all(Array.from({ length: count }, (_, at) => ask(app, query(at))));
}

describe("requests that come together", () => {
  it("start in rotation of their clients", async () => {
    const answered: string[] = [];
    const note = (name: string) => (): void => void answered.push(name);
    const many = Array.from({ length: 50 }, () => ask(app, "{ __typename }").then(note("many")));
    await Promise.all([...many, fromElsewhere("{ viewer { role } }").then(note("one"))]);
    expect(answered.indexOf("one")).toBeLessThan(10);
  });
});

describe("requests share the connections for readers", () => {
  it("ordinary reads are answered while twenty searches of the same client wait", async () => {
    let searches: Answers = Promise.resolve([]);
    const waiting = await whileQuotesAreLocked(async () => {
      searches = several(20, () => SEARCH);
      expect((await ask(app, ORDINARY)).body.data).toMatchObject({ article: { headline: "Ferry stays in port" } });
    });
    // A third of four connections.
    expect(waiting).toBeLessThanOrEqual(1);
    expect((await searches).map(({ status, body }) => [status, body.errors])).toEqual(
      Array.from({ length: 20 }, () => [200, undefined]),
    );
  });

  it("pages of whole articles of one client are read at the same time, as they search nothing", async () => {
    let pages: Answers = Promise.resolve([]);
    await whileQuotesAreLocked(async () => {
      pages = several(3, PAGE);
      // Ends when all three wait; when they took turns, it would be one.
      while ((await countWaiting()) < 3);
    });
    expect((await pages).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("further searches than may wait are refused with 503, and ordinary reads are not", async () => {
    let searches: Answers = Promise.resolve([]);
    await whileQuotesAreLocked(async () => {
      searches = several(60, () => SEARCH);
      expect((await ask(app, ORDINARY)).status).toBe(200);
    });
    const answers = await searches;
    // One runs and fifty wait.
    expect(answers.map(({ status }) => status)).toEqual([...Array(51).fill(200), ...Array(9).fill(503)]);
    const refused = answers.at(-1);
    expect(refused?.headers["retry-after"]).toBe("5");
    expect(refused?.body.errors?.[0]?.extensions).toMatchObject({ code: "SERVICE_UNAVAILABLE", reason: "TOO_BUSY" });
    expect((await ask(app, SEARCH)).status).toBe(200);
  });

  it("a client that fills its share with ordinary reads leaves a connection to the others", async () => {
    let reads: Answers = Promise.resolve([]);
    const waiting = await whileQuotesAreLocked(async () => {
      reads = several(30, QUOTES);
      expect((await fromElsewhere(ORDINARY)).statusCode).toBe(200);
    });
    expect(waiting).toBeLessThanOrEqual(3);
    expect((await reads).every(({ status }) => status === 200)).toBe(true);
  });
});

/** Sends a document from another address. */
function fromElsewhere(query: string) {
  return app.http.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: "203.0.113.9",
    headers: { "content-type": "application/json" },
    payload: JSON.stringify({ query }),
  });
}
