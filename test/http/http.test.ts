import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIST_PATHS } from "../../src/syndication/addresses.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { ask, expectRequestId, JSON_TYPE, send, type Sent } from "./send.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await new Newsroom(app.database).published({ slug: "one" });
});
afterAll(() => app.close());

describe("what is no operation", () => {
  const CSRF = "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF)";
  it.each<[string, Sent, number, string, string]>([
    [
      "malformed JSON",
      { headers: JSON_TYPE, payload: "{" },
      400,
      "BAD_REQUEST",
      "The body of the request is not JSON.",
    ],
    ["an empty body", { headers: JSON_TYPE, payload: "" }, 400, "BAD_REQUEST", "The body of the request is not JSON."],
    ["a body that is no object", { headers: JSON_TYPE, payload: '"query"' }, 400, "BAD_REQUEST", "POST body missing"],
    [
      "a body without a query",
      { headers: JSON_TYPE, payload: '{"a":1}' },
      400,
      "BAD_REQUEST",
      "GraphQL operations must contain a non-empty `query`",
    ],
    [
      "several operations at once",
      { headers: JSON_TYPE, payload: "[]" },
      400,
      "BAD_REQUEST",
      "Operation batching disabled.",
    ],
    [
      "a form",
      { headers: { "content-type": "application/x-www-form-urlencoded" }, payload: "query=%7Bviewer%7Bname%7D%7D" },
      415,
      "BAD_REQUEST",
      "The body of the request must be sent as application/json.",
    ],
    [
      "plain text, which pages of other origins may send",
      { headers: { "content-type": "text/plain" }, payload: '{"query":"{viewer{name}}"}' },
      400,
      "BAD_REQUEST",
      CSRF,
    ],
    [
      "a query in the address, without a header that pages cannot set",
      { method: "GET", url: "/graphql?query=%7Bviewer%7Bname%7D%7D" },
      400,
      "BAD_REQUEST",
      CSRF,
    ],
    [
      "a mutation in the address",
      {
        method: "GET",
        url: `/graphql?query=${encodeURIComponent('mutation{createPerson(input:{name:"X"}){__typename}}')}`,
        headers: { "apollo-require-preflight": "1" },
      },
      405,
      "BAD_REQUEST",
      "GET requests only support query operations",
    ],
    [
      "an unknown address",
      { method: "GET", url: "/nowhere" },
      404,
      "NOT_FOUND",
      "There is nothing at GET /nowhere; GraphQL is at /graphql.",
    ],
    [
      "an unknown method",
      { method: "PUT", headers: JSON_TYPE, payload: "{}" },
      404,
      "NOT_FOUND",
      "There is nothing at PUT /graphql; GraphQL is at /graphql.",
    ],
    [
      "a text that is no GraphQL",
      { headers: JSON_TYPE, payload: '{"query":"{ viewer {"}' },
      400,
      "GRAPHQL_PARSE_FAILED",
      "Syntax Error: Expected Name, found <EOF>.",
    ],
    [
      "a field that there is not",
      { headers: JSON_TYPE, payload: '{"query":"{ viewer { shoe } }"}' },
      400,
      "GRAPHQL_VALIDATION_FAILED",
      'Cannot query field "shoe" on type "Viewer".',
    ],
    [
      "an operation that there is not",
      { headers: JSON_TYPE, payload: '{"query":"query A { viewer { name } }","operationName":"B"}' },
      400,
      "OPERATION_RESOLUTION_FAILURE",
      'Unknown operation named "B".',
    ],
    [
      "a variable that is missing",
      { headers: JSON_TYPE, payload: '{"query":"query($id: ID!) { node(id: $id) { id } }"}' },
      400,
      "BAD_USER_INPUT",
      'Variable "$id" of required type "ID!" was not provided.',
    ],
    [
      "a variable of another type",
      {
        headers: JSON_TYPE,
        payload: '{"query":"query($n: Int) { articles(first: $n) { totalCount } }","variables":{"n":"many"}}',
      },
      400,
      "BAD_USER_INPUT",
      'Variable "$n" got invalid value "many"; Int cannot represent non-integer value: "many"',
    ],
  ])("%s is answered as such, with the request's id", async (_what, sent, status, code, message) => {
    const answer = await send(app, sent);
    expect([answer.status, answer.body.errors?.[0]?.extensions["code"]]).toEqual([status, code]);
    expect(answer.body.errors?.[0]?.message).toContain(message);
    expect(answer.body.data ?? null).toBeNull();
    expectRequestId(answer);
  });

  it("is not what asks in the address with a header that only programs set", async () => {
    const { status, body } = await send(app, {
      method: "GET",
      url: "/graphql?query=%7Bviewer%7Bname%7D%7D",
      headers: { "apollo-require-preflight": "1" },
    });
    expect([status, body]).toEqual([200, { data: { viewer: { name: "anonymous" } } }]);
  });

  it("shows Sandbox to a browser", async () => {
    const page = await send(app, { method: "GET", headers: { accept: "text/html" } });
    expect([page.status, String(page.headers["content-type"]).startsWith("text/html")]).toEqual([200, true]);
    const home = await app.http.inject("/");
    expect([home.statusCode, home.body.includes('href="/graphql"')]).toEqual([200, true]);
  });
});

describe("the request's id", () => {
  const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
  const wrong = '{ node(id: "nonsense") { id } }';

  it("is what the client sends, repeated in the header and in every error", async () => {
    const answer = await ask(app, wrong, {}, { "x-request-id": "trace.1:a-B_c" });
    expect(answer.headers["x-request-id"]).toBe("trace.1:a-B_c");
    expectRequestId(answer);
  });

  it.each(["", "a b", "x".repeat(129), "a\tb", "<script>", "ü"])(
    "is one of ours where the client sends %j",
    async (given) => {
      const answer = await ask(app, wrong, {}, { "x-request-id": given });
      expect(answer.headers["x-request-id"]).toMatch(UUID);
      expectRequestId(answer);
    },
  );

  it("is in successful responses, and differs from request to request", async () => {
    const [one, two] = [await ask(app, "{ viewer { name } }"), await ask(app, "{ viewer { name } }")];
    expect(one.headers["x-request-id"]).toMatch(UUID);
    expect(one.headers["x-request-id"]).not.toBe(two.headers["x-request-id"]);
  });
});

describe("who asks", () => {
  it.each([
    [{ authorization: "Bearer dln_nonsense" }, 401, "UNAUTHENTICATED", "The token is unknown, revoked or expired."],
    [{ authorization: "Digest x" }, 401, "UNAUTHENTICATED", 'The authorization header must be "Bearer" and a token.'],
    [{ "x-preview-token": "dlp_x.y" }, 401, "UNAUTHENTICATED", "The preview token is not valid, or it has expired."],
    [
      { "x-content-view": "drafts" },
      400,
      "BAD_USER_INPUT",
      'The header x-content-view must be "draft" or "published".',
    ],
  ])("is answered before anything is read: %j", async (headers, status, code, message) => {
    app.statements.length = 0;
    const answer = await ask(app, "{ articles { totalCount } }", {}, headers);
    expect([answer.status, answer.body.errors]).toEqual([
      status,
      [{ message, extensions: expect.objectContaining({ code, requestId: answer.headers["x-request-id"] }) }],
    ]);
    expect(answer.body.data).toBeUndefined();
    expect(app.statements.filter(({ sql }) => sql.includes("article_head"))).toEqual([]);
  });

  it("is reported at every other address in the same words", async () => {
    for (const url of ["/articles/one.html", ...Object.values(LIST_PATHS)]) {
      const { statusCode, body } = await app.http.inject({
        method: "GET",
        url,
        headers: { authorization: "Bearer dln_x" },
      });
      expect([url, statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([url, 401, "UNAUTHENTICATED"]);
    }
  });

  it("may be in one address twice, and then identifies no person", async () => {
    const answer = await send(app, {
      url: "/graphql?preview=a&preview=b",
      headers: JSON_TYPE,
      payload: '{"query":"{viewer{name}}"}',
    });
    expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([401, "There is more than one preview token."]);
  });

  it("may be a page of any origin, which can read the request's id", async () => {
    const preflight = await send(app, {
      method: "OPTIONS",
      headers: {
        origin: "https://any.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect([
      preflight.status,
      preflight.headers["access-control-allow-origin"],
      preflight.headers["access-control-max-age"],
    ]).toEqual([204, "*", "600"]);
    expect(preflight.headers["access-control-allow-headers"]).toBe("authorization,content-type");
    const answer = await ask(app, "{ viewer { name } }", {}, { origin: "https://any.example" });
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-expose-headers"]).toBe("x-request-id, retry-after");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
  });
});
