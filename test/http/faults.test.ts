import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
import { LIST_PATHS } from "../../src/syndication/addresses.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly requestId?: string;
  readonly err?: { readonly message: string };
}

/** An app whose log can be read. */
async function withLog(use: (app: TestApp, log: readonly Line[]) => Promise<void>): Promise<void> {
  const log: Line[] = [];
  const app = await createTestApp({ logTo: { write: (line) => void log.push(JSON.parse(line) as Line) } });
  try {
    await use(app, log);
  } finally {
    await app.close();
  }
}

const MASKED = "Something went wrong on the server. The request id identifies the cause in its log.";
const ERROR = 50;

describe("an unexpected fault", () => {
  it("is masked for the caller, and is in the log with the request's id", async () => {
    await withLog(async (app, log) => {
      await app.database.pool.query("ALTER TABLE article_head RENAME TO lost_head");
      const { status, data, errors } = await app.ask(
        "{ articles { nodes { slug } } }",
        {},
        { "x-request-id": "fault-1" },
      );
      expect([status, data]).toEqual([200, null]);
      expect(errors).toEqual([
        {
          message: MASKED,
          path: ["articles"],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "fault-1" },
        },
      ]);
      const logged = log.filter(({ level, requestId }) => level === ERROR && requestId === "fault-1");
      expect(logged.map(({ msg, err }) => [msg, err?.message])).toEqual([
        ["unexpected error", 'relation "article_head" does not exist'],
      ]);
      // The rows are counted when the database is closed.
      await app.database.pool.query("ALTER TABLE lost_head RENAME TO article_head");
    });
  });

  it("is masked and logged also where it comes before the operation", async () => {
    await withLog(async (app, log) => {
      const { token } = done(await createApiToken(new Newsroom(app.database).work, { name: "Late", role: "ADMIN" }));
      await app.database.pool.query("ALTER TABLE api_token RENAME TO lost_token");
      const headers = { authorization: `Bearer ${token}`, "x-request-id": "fault-2" };
      const { status, data, errors } = await app.ask("{ viewer { name } }", {}, headers);
      expect([status, data]).toEqual([500, undefined]);
      expect(errors).toEqual([
        { message: MASKED, extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "fault-2" } },
      ]);
      expect(log.filter(({ level, requestId }) => level === ERROR && requestId === "fault-2").length).toBe(1);
      // A token is in no line of the log, whatever went wrong with it.
      expect(JSON.stringify(log)).not.toContain(token.slice(-43));
    });
  });

  it("is not what a caller did wrong, which is no news for the log", async () => {
    await withLog(async (app, log) => {
      for (const document of ["{", "{ shoe }", '{ node(id: "x") { id } }', "{ apiTokens { totalCount } }"]) {
        expect((await app.ask(document)).errors?.length).toBe(1);
      }
      await app.ask("{ viewer { name } }", {}, { authorization: "Bearer x" });
      await app.ask("{ viewer { name } }", {}, { "x-content-view": "x" });
      expect(log.filter(({ level }) => level >= ERROR)).toEqual([]);
    });
  });

  it("leaves no word of a document or its variables in the log", async () => {
    await withLog(async (app, log) => {
      const document =
        'mutation($input: CreatePersonInput!) { createPerson(input: $input) { __typename } article(slug: "unsaid") { id } }';
      await app.ask(document, { input: { name: "Unsaid Name" } });
      await app.ask('query Named { article(slug: "unsaid") { id } }');
      expect(log.filter(({ msg }) => msg === "operation").length).toBeGreaterThan(0);
      expect(JSON.stringify(log).toLowerCase()).not.toContain("unsaid");
    });
  });
});

describe("while the database is not available", () => {
  const UNAVAILABLE = "The service is temporarily unavailable; try again in a few seconds.";
  const WARN = 40;
  let app: TestApp;
  let token: string;
  const log: Line[] = [];

  beforeAll(async () => {
    app = await createTestApp({ logTo: { write: (line) => void log.push(JSON.parse(line) as Line) } });
    ({ token } = done(await createApiToken(new Newsroom(app.database).work, { name: "Late", role: "ADMIN" })));
    await app.database.close();
  });
  afterAll(() => app.close());

  const send = async (payload: object, headers: Readonly<Record<string, string>> = {}) =>
    app.http.inject({ method: "POST", url: "/graphql", headers: { "x-request-id": "out-1", ...headers }, payload });

  it.each([
    ["a read", "{ articles { totalCount } }", {}],
    ["a read of which a part needs no database", "{ viewer { name } articles { totalCount } }", {}],
    ["a node", '{ node(id: "art_01jq0000000000000000000000") { id } persons { totalCount } }', {}],
  ])("%s answers 503 with a code and when to try again, and is logged as an outage", async (_what, query) => {
    log.length = 0;
    const { statusCode, headers, body } = await send({ query });
    const errors: { message: string; extensions: object }[] = JSON.parse(body).errors;
    expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
    const unavailable = errors.filter(({ message }) => message === UNAVAILABLE);
    expect(unavailable.map(({ extensions }) => extensions)).toEqual(
      unavailable.map(() => ({ code: "SERVICE_UNAVAILABLE", requestId: "out-1" })),
    );
    expect(unavailable.length).toBeGreaterThan(0);
    expect(log.filter(({ level }) => level === WARN).map(({ msg }) => msg)).toContain("service unavailable");
    expect(log.filter(({ level }) => level === ERROR)).toEqual([]);
  });

  it("a request with a token answers the same, whatever it asks for", async () => {
    const mutation = 'mutation { createPerson(input: { name: "Late Riser" }) { __typename } }';
    for (const query of ["{ viewer { name } }", mutation]) {
      const { statusCode, headers, body } = await send({ query }, { authorization: `Bearer ${token}` });
      expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
      expect(JSON.parse(body).errors).toEqual([
        { message: UNAVAILABLE, extensions: { code: "SERVICE_UNAVAILABLE", requestId: "out-1" } },
      ]);
    }
  });

  it.each(["/articles/one.html", "/articles/one.json", "/articles/one.jsonld", ...Object.values(LIST_PATHS)])(
    "%s answers 503, and when to try again",
    async (url) => {
      const { statusCode, headers, body } = await app.http.inject({ method: "GET", url });
      expect([statusCode, headers["retry-after"], headers["cache-control"]]).toEqual([503, "5", "no-store"]);
      expect(JSON.parse(body).errors[0].extensions.code).toBe("SERVICE_UNAVAILABLE");
    },
  );
});

describe("a mutation that meets a read-only database", () => {
  it("answers 503 with nothing written, while reads are answered", async () => {
    const app = await createTestApp();
    const { token } = done(await createApiToken(new Newsroom(app.database).work, { name: "Standby", role: "ADMIN" }));
    // The connections that are open already, and those that are opened later.
    const [database] = await app.database.read<{ name: string }>("SELECT current_database() AS name");
    await app.database.pool.query(`ALTER DATABASE ${database?.name} SET default_transaction_read_only = on`);
    app.database.pool.on("acquire", (client) => {
      void client.query("SET default_transaction_read_only = on").catch(() => undefined);
    });
    const headers = { authorization: `Bearer ${token}` };
    const mutation = 'mutation { createPerson(input: { name: "Late Riser" }) { __typename } }';
    const { status, errors } = await app.ask(mutation, {}, headers);
    expect([status, errors?.[0]?.extensions["code"]]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(await app.data("{ persons { totalCount } }")).toEqual({ persons: { totalCount: 0 } });
    const ready = await app.http.inject({ method: "GET", url: "/health/ready" });
    expect([ready.statusCode, JSON.parse(ready.body).reason]).toEqual([503, expect.stringMatching(/is read-only/)]);
    expect((await app.http.inject({ method: "GET", url: "/health/reads" })).statusCode).toBe(200);
    await app.close();
  });
});

describe("health", () => {
  it("reports that the process lives whatever the database does, and that it is ready only with it", async () => {
    const app = await createTestApp();
    const ask = async (path: string): Promise<[number, unknown]> => {
      const { statusCode, body } = await app.http.inject({ method: "GET", url: `/health/${path}` });
      return [statusCode, JSON.parse(body)];
    };
    expect([await ask("live"), await ask("ready"), await ask("reads")]).toEqual([
      [200, { status: "live" }],
      [200, { status: "ready" }],
      [200, { status: "ready" }],
    ]);
    await app.database.close();
    const unready = [503, { status: "unready", reason: "The database does not answer." }];
    expect([await ask("live"), await ask("ready"), await ask("reads")]).toEqual([
      [200, { status: "live" }],
      unready,
      unready,
    ]);
    await app.close();
  });
});

describe("two apps in one process", () => {
  it("share nothing: neither content, nor tokens, nor previews, nor the end of one", async () => {
    const [one, two] = [await createTestApp(), await createTestApp()];
    const work = new Newsroom(one.database).work;
    const { id } = await new Newsroom(one.database).draft({ headline: "Only in one" });
    const { token } = done(await createApiToken(work, { name: "Of one", role: "EDITOR" }));
    const headers = { authorization: `Bearer ${token}`, "x-content-view": "draft" };
    const document = `{ viewer { name } article(id: "${id}") { headline } }`;
    expect(await one.data(document, {}, headers)).toEqual({
      viewer: { name: "Of one" },
      article: { headline: "Only in one" },
    });
    expect((await two.ask(document, {}, headers)).status).toBe(401);
    const made = await one.data<{ createPreviewToken: { token: string } }, object>(
      `mutation { createPreviewToken(input: { articleId: "${id}" }) { ... on CreatePreviewTokenPayload { token } } }`,
      {},
      headers,
    );
    const preview = { "x-preview-token": made.createPreviewToken.token };
    expect((await one.ask(document, {}, preview)).status).toBe(200);
    expect((await two.ask(document, {}, preview)).status).toBe(401);
    await one.close();
    expect(await two.data("{ viewer { name } articles { totalCount } }")).toEqual({
      viewer: { name: "anonymous" },
      articles: { totalCount: 0 },
    });
    await two.close();
  });
});
