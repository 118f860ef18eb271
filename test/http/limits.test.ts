import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, LIMITS, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { ask, expectRequestId, JSON_TYPE, send } from "./send.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await new Newsroom(app.database).published({ slug: "one" });
});
afterAll(() => app.close());

describe("limits", () => {
  const nested = (levels: number): string =>
    `{ article(slug: "one") ${"{ paragraphs { article ".repeat(levels)}{ id }${" } }".repeat(levels)} }`;

  it("refuse a request that is too deep and say by how much", async () => {
    expect((await ask(app, nested(5))).status).toBe(200);
    const answer = await ask(app, nested(6));
    expect([answer.status, answer.body.errors?.[0]]).toMatchObject([
      400,
      {
        message: "The request is too deep: 14, where at most 12 is allowed.",
        extensions: { code: "BAD_USER_INPUT", limit: 12, found: 14 },
      },
    ]);
    expectRequestId(answer);
  });

  it("find depth in fragments and behind aliases as well", async () => {
    const deep = `{ ...F } fragment F on Query { a: article(slug: "one") { ... on Node { ... on Article { ${"paragraphs { article { ".repeat(6)} id ${"} }".repeat(6)} } } } }`;
    expect((await ask(app, deep)).body.errors?.[0]?.message).toBe(
      "The request is too deep: 14, where at most 12 is allowed.",
    );
  });

  it("refuse a request that costs too much and say how much that is", async () => {
    const document =
      "query($n: Int) { articles(first: $n) { nodes { paragraphs { quotes { speaker { articles(first: 20) { nodes { id } } } } } } } }";
    expect((await ask(app, document, { n: 1 })).status).toBe(200);
    const answer = await ask(app, document, { n: 100 });
    const [error] = answer.body.errors ?? [];
    expect([answer.status, error?.extensions["code"], error?.extensions["limit"]]).toEqual([
      400,
      "BAD_USER_INPUT",
      LIMITS.maxCost,
    ]);
    expect(error?.message).toBe(
      `The request is too costly: ${String(error?.extensions["found"])}, where at most 20000 is allowed.`,
    );
    expect(Number(error?.extensions["found"])).toBeGreaterThan(LIMITS.maxCost);
    // What was measured for one size does not stand for another.
    expect((await ask(app, document, { n: 1 })).status).toBe(200);
  });

  it("count every alias: thirty of the same cost thirty times as much", async () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `a${at}: articles(first: 99) { nodes { quotes { id } paragraphs { id } } }`,
    );
    expect((await ask(app, `{ ${many.join(" ")} }`)).body.errors?.[0]?.message).toMatch(
      /^The request is too costly: \d+, where at most 20000 is allowed\.$/,
    );
  });

  it("bound a page, a list of ids, the tokens of a document and the bytes of a body", async () => {
    expect((await ask(app, "{ articles(first: 101) { totalCount } }")).body.errors?.[0]?.message).toBe(
      '"first" of "articles" must be from 0 to 100, but is 101.',
    );
    const ids = JSON.stringify(Array.from({ length: 101 }, () => "art_AAAAAAAAcACAAAAAAAAAAA"));
    expect((await ask(app, `{ nodes(ids: ${ids}) { id } }`)).body.errors?.[0]).toMatchObject({
      message: '"ids" takes at most 100 ids, but there are 101.',
      extensions: { code: "BAD_USER_INPUT", argument: "ids" },
    });
    const tokens = await ask(app, `{ ${"__typename ".repeat(10_001)} }`);
    expect([tokens.status, tokens.body.errors?.[0]?.message]).toEqual([
      400,
      "Syntax Error: Document contains more that 10000 tokens. Parsing aborted.",
    ]);
    expectRequestId(tokens);
    const large = await send(app, { headers: JSON_TYPE, payload: `{"query":"${" ".repeat(LIMITS.maxBodyBytes)}"}` });
    expect([large.status, large.body.errors?.[0]?.message]).toEqual([
      413,
      "The body of the request is too large: at most 1000000 bytes are allowed.",
    ]);
    expectRequestId(large);
  });

  it("let the tools read the whole schema", async () => {
    const { status, body } = await ask(
      app,
      getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
    );
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});
