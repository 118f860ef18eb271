import { describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
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

const MASKED = "Something went wrong on the server. The request id leads to the cause in its log.";
const ERROR = 50;

describe("an unexpected fault", () => {
  it("is masked for the caller, and stands in the log under the request's id", async () => {
    await withLog(async (app, log) => {
      await app.database.close();
      const { status, data, errors } = await app.ask("{ articles { totalCount } }", {}, { "x-request-id": "fault-1" });
      expect([status, data]).toEqual([200, null]);
      expect(errors).toEqual([
        {
          message: MASKED,
          path: ["articles"],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "fault-1" },
        },
      ]);
      const told = log.filter(({ level, requestId }) => level === ERROR && requestId === "fault-1");
      expect(told.map(({ msg, err }) => [msg, err?.message])).toEqual([
        ["unexpected error", "Cannot use a pool after calling end on the pool"],
      ]);
    });
  });

  it("is masked and logged also where it comes before the operation", async () => {
    await withLog(async (app, log) => {
      const { token } = done(await createApiToken(new Newsroom(app.database).work, { name: "Late", role: "ADMIN" }));
      await app.database.close();
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

describe("health", () => {
  it("tells that the process lives whatever the database does, and that it is ready only with it", async () => {
    const app = await createTestApp();
    const ask = async (path: string): Promise<[number, unknown]> => {
      const { statusCode, body } = await app.http.inject({ method: "GET", url: `/health/${path}` });
      return [statusCode, JSON.parse(body)];
    };
    expect([await ask("live"), await ask("ready")]).toEqual([
      [200, { status: "live" }],
      [200, { status: "ready" }],
    ]);
    await app.database.close();
    expect([await ask("live"), await ask("ready")]).toEqual([
      [200, { status: "live" }],
      [503, { status: "unready", reason: "The database does not answer." }],
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
