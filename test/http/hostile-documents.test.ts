import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, LIMITS, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { ask } from "./send.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await new Newsroom(app.database).published({ slug: "ferry", headline: "Ferry stays in port" });
});
afterAll(() => app.close());

function times(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join(" ");
}

/** Fragments that spread the next one twice each. */
function doubling(levels: number, last: string): string {
  return times(levels, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).concat(
    ` fragment F${levels} on Query { ${last} } query { ...F0 }`,
  );
}

/** The reason of the one error that a document is refused with; nothing may have been read for it. */
async function refusal(query: string, variables: object = {}): Promise<unknown> {
  app.statements.length = 0;
  const { status, body } = await ask(app, query, variables);
  expect([status, body.data, body.errors?.length, body.errors?.[0]?.extensions["code"]]).toEqual([
    400,
    undefined,
    1,
    "BAD_USER_INPUT",
  ]);
  expect(app.statements).toEqual([]);
  const { limit, found, reason } = body.errors?.[0]?.extensions ?? {};
  expect(Number(found)).toBeGreaterThan(Number(limit));
  return reason;
}

describe("the shape of a document is bounded", () => {
  it.each([
    ["fragments that double 40 times", "SIZE_LIMIT_EXCEEDED", doubling(40, "__typename")],
    ["fragments that nobody spreads", "SIZE_LIMIT_EXCEEDED", `${doubling(40, "__typename")} query Q { __typename }`],
    ["101 aliases of one value", "ALIAS_LIMIT_EXCEEDED", `{ ${times(101, (at) => `a${at}: __typename`)} }`],
    ["6 aliases of one value in one object", "ALIAS_LIMIT_EXCEEDED", `{ ${times(6, (at) => `a${at}: __typename`)} }`],
    [
      "51 aliases of one relation in one object",
      "ALIAS_LIMIT_EXCEEDED",
      `{ viewer { __typename } persons { nodes { ${times(51, (at) => `a${at}: quotes(first: 0) { totalCount }`)} } } }`,
    ],
    [
      "aliases that fragments multiply",
      "ALIAS_LIMIT_EXCEEDED",
      `{ ${times(26, (at) => `a${at}: viewer { ...V }`)} } fragment V on Viewer { ${times(40, (at) => `a${at}: f${at}`)} }`,
    ],
    ["10 directives on one field", "DIRECTIVE_LIMIT_EXCEEDED", `{ __typename ${"@skip(if: false) ".repeat(10)} }`],
    ["10 unknown directives on one field", "DIRECTIVE_LIMIT_EXCEEDED", `{ __typename ${"@a ".repeat(10)} }`],
    ["101 directives in all", "DIRECTIVE_LIMIT_EXCEEDED", `{ ${"__typename @skip(if: true) ".repeat(101)} }`],
    ["31 root fields", "ROOT_FIELD_LIMIT_EXCEEDED", `{ ${times(31, (at) => `a${at}: viewer { role }`)} }`],
    ["101 selections of one field", "REPETITION_LIMIT_EXCEEDED", `{ ${"__typename ".repeat(101)} }`],
    ["51 operations", "OPERATION_LIMIT_EXCEEDED", times(51, (at) => `query Q${at} { __typename }`)],
    [
      "101 fragments",
      "FRAGMENT_LIMIT_EXCEEDED",
      `{ __typename } ${times(101, (at) => `fragment F${at} on Query { __typename }`)}`,
    ],
    ["a name of 201 characters", "NAME_LIMIT_EXCEEDED", `{ ${"a".repeat(201)}: __typename }`],
    ["an operation name of 900,000 characters", "NAME_LIMIT_EXCEEDED", `query ${"a".repeat(900_000)} { __typename }`],
    ["400,000 lines", "LINE_LIMIT_EXCEEDED", `{ __typename ${"\n".repeat(400_000)} }`],
    ["a value of 60 levels", "NESTING_LIMIT_EXCEEDED", `{ nodes(ids: ${"[".repeat(60)}${"]".repeat(60)}) { id } }`],
    [
      "60 nested fields inside the introspection",
      "NESTING_LIMIT_EXCEEDED",
      `{ __schema ${"{ t ".repeat(60)}${"}".repeat(60)} }`,
    ],
    ["60 nested fragments", "NESTING_LIMIT_EXCEEDED", `{ ${"... { ".repeat(60)} __typename ${"}".repeat(60)} }`],
  ])("%s", async (_name, reason, document) => {
    expect(await refusal(document)).toBe(reason);
    // A document that is known already is refused in the same way.
    expect(await refusal(document)).toBe(reason);
  });

  it("a fragment that spreads itself is refused by validation, however often", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `F${at}`);
    const all = names.map((name) => `...${name}`).join(" ");
    const ring = names.map((name) => `fragment ${name} on Query { ${all} }`).join(" ");
    expect(await refusal(`{ ...F59 } ${ring}`)).toBe("NESTING_LIMIT_EXCEEDED");
    const { status, body } = await ask(app, "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A ...A }");
    expect([status, body.errors?.[0]?.extensions["code"]]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
  });

  it("room is left for masked fragments, aliases and conditions", async () => {
    const { status, body } = await ask(
      app,
      `query ($no: Boolean = false) {
        ${times(29, (at) => `a${at}: article(slug: "ferry") { ...A${at % 40} @skip(if: $no) }`)}
      } ${times(40, (at) => `fragment A${at} on Article { id slug title: headline ...A }`)}
        fragment A on Article { id paragraphs { id text } }`,
    );
    expect([status, body.errors?.[0]?.message]).toEqual([400, 'Fragment "A29" is never used.']);
  });

  it("response keys of up to 200 characters are answered, whatever PostgreSQL makes of them", async () => {
    for (const length of [60, 61, 62, 63, 64, 199, 200]) {
      const alias = "k".repeat(length);
      const other = `${"k".repeat(length - 1)}j`;
      const document = `{ ${alias}: article(slug: "ferry") { ${alias}: paragraphs { id } ${other}: quotes { id } } }`;
      const { body } = await ask(app, document);
      expect(body).toEqual({ data: { [alias]: { [alias]: [expect.anything()], [other]: [] } } });
    }
  });

  it("an operation name that is sent with the document is repeated neither in the answer nor whole in the log", async () => {
    const { body } = await app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ query: "query A { __typename }", operationName: "n".repeat(900_000) }),
    });
    expect(body.length).toBeLessThan(5_000);
  });
});

describe("the cost", () => {
  async function costOf(document: string, variables: object = {}): Promise<unknown> {
    const { body } = await ask(app, document, variables, { "x-show-cost": "1" });
    const { extensions } = body as { extensions?: { cost?: { requested: number; limit: number } } };
    expect(extensions?.cost?.limit).toBe(LIMITS.maxCost);
    return extensions?.cost?.requested;
  }

  it("is in the response when a header asks for it, and only then", async () => {
    expect(await costOf('{ article(slug: "ferry") { id } }')).toBe(2);
    expect((await ask(app, '{ article(slug: "ferry") { id } }')).body).not.toHaveProperty("extensions");
  });

  it("distinguishes variables that are omitted, null and given", async () => {
    const document = `query ($a: Int = 100, $b: Int = 0) { quotes(first: $a, last: $b) { nodes {
      speaker { quotes(first: 100) { nodes { speaker { quotes(first: 100) { nodes { id } } } } } } } } }`;
    expect((await ask(app, document, { a: null })).status).toBe(200);
    expect(await refusal(document, { b: null })).toBe("COST_LIMIT_EXCEEDED");
    expect(await refusal(document)).toBe("COST_LIMIT_EXCEEDED");
    expect((await ask(app, document, { a: null, b: 0 })).status).toBe(200);
  });

  it("follows the conditions of each request", async () => {
    const document = `query ($with: Boolean!) { articles(first: 100) { nodes { id
      paragraphs @include(if: $with) { quotes { speaker { articles(first: 100) { nodes { id } } } } } } } }`;
    expect((await ask(app, document, { with: false })).status).toBe(200);
    expect(await refusal(document, { with: true })).toBe("COST_LIMIT_EXCEEDED");
    expect((await ask(app, document, { with: false })).status).toBe(200);
  });

  it("follows a filter that is a variable: a search inside texts costs more", async () => {
    const document = "query ($f: QuoteFilter) { quotes(first: 1, filter: $f) { nodes { id } } }";
    const plain = Number(await costOf(document, { f: { hasSource: true } }));
    expect(Number(await costOf(document, { f: { textContains: "e" } }))).toBe(plain + 1_000);
    expect(await costOf(document, { f: { textContains: null } })).toBe(plain);
    expect(await costOf(document, {})).toBe(plain);
  });

  it("of a search is that of every text, once for the page and once for its count", async () => {
    const search = (below: string, root = true): string => {
      const quotes = `quotes(first: 1, filter: { textContains: "e" }) { ${below} }`;
      return root ? `{ ${quotes} }` : `{ persons(first: 1) { nodes { ${quotes} } } }`;
    };
    expect(await costOf(search("nodes { id }"))).toBe(1_003);
    expect(await costOf(search("totalCount"))).toBe(1_101);
    expect(await costOf(search("totalCount nodes { id }"))).toBe(2_103);
    // The quotes of one person are few.
    expect(await costOf(search("totalCount", false))).toBe(203);
    const counts = (count: number): string =>
      `{ ${times(count, (at) => `a${at}: quotes(first: 0, filter: { textContains: "e" }) { totalCount }`)} }`;
    expect((await ask(app, counts(18))).status).toBe(200);
    expect(await refusal(counts(30))).toBe("COST_LIMIT_EXCEEDED");
  });

  it("of a large front page stays far below the limit", async () => {
    const teaser = "id slug headline byline firstPublishedAt topics { slug name }";
    const front = `{
      lead: articles(first: 1) { totalCount nodes { ${teaser} paragraphs { html quotes { text speaker { name } } } } }
      latest: articles(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { ${teaser} } }
      topics(first: 20) { nodes { slug name articles(first: 5) { nodes { slug headline } } } }
      quotes(first: 10) { nodes { text speaker { name } article { slug headline } } }
      persons(first: 10) { nodes { name quotes(first: 3) { totalCount nodes { text article { slug } } } } }
    }`;
    expect(Number(await costOf(front))).toBeLessThan(LIMITS.maxCost / 5);
  });

  it("weighs values, texts, counts and writes", async () => {
    const page = (below: string): string => `{ articles(first: 100) { nodes { ${below} } } }`;
    expect(await costOf(page("id"))).toBe(111);
    expect(await costOf(page("id slug"))).toBe(121);
    expect(await costOf(page("paragraphs { html }"))).toBe(101 + 500 * 2);
    expect(await costOf("{ articles(first: 0) { totalCount } }")).toBe(101);
    const imports = times(5, (at) => `m${at}: importArticle(input: { content: "x", dryRun: true }) { __typename }`);
    expect(await refusal(`mutation { ${imports} }`)).toBe("COST_LIMIT_EXCEEDED");
    expect(
      await refusal(`{ ${times(29, (at) => `a${at}: topics(first: 100) { nodes { articles { totalCount } } }`)} }`),
    ).toBe("COST_LIMIT_EXCEEDED");
  });

  it("counts what is merged into one place once, and what is added there", async () => {
    const one = await costOf("{ articles(first: 10) { nodes { id } } }");
    expect(await costOf("{ articles(first: 10) { nodes { id } } articles(first: 10) { nodes { id } } }")).toBe(one);
    const both = "{ articles(first: 10) { nodes { id } } articles(first: 10) { nodes { slug paragraphs { id } } } }";
    expect(await costOf(both)).toBe(Number(one) + 10 * (0.1 + 5 * 1.1));
  });

  it("of the whole schema stays below the limit, and that of the schema many times over does not", async () => {
    expect(Number(await costOf(getIntrospectionQuery()))).toBeLessThan(LIMITS.maxCost);
    const types = "types { fields { type { fields { type { fields { name args { name type { name } } } } } } } }";
    const { status } = await ask(app, `{ ${times(20, (at) => `a${at}: __schema { ${types} }`)} }`);
    expect(status).toBe(400);
  });
});

describe("one statement", () => {
  it("has at most 75 relations, however few rows they bring", async () => {
    const level = (size: number): string =>
      times(size, (at) => `q${at}: quotes(first: 0) { nodes { speaker { id } } }`);
    const { body } = await ask(app, `{ persons(first: 0) { nodes { ${level(38)} } } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      reason: "RELATION_LIMIT_EXCEEDED",
      limit: 75,
    });
    expect((await ask(app, `{ persons(first: 0) { nodes { ${level(12)} } } }`)).body.errors).toBeUndefined();
    const counts = times(38, (at) => `q${at}: quotes(first: 0) { totalCount }`);
    expect(
      (await ask(app, `{ persons(first: 1) { nodes { ${counts} } } }`)).body.errors?.[0]?.extensions,
    ).toMatchObject({
      reason: "RELATION_LIMIT_EXCEEDED",
    });
  });

  it("has no text of a filter longer than 200 characters, and no list of more than 100 entries", async () => {
    const filter = { textContains: "e".repeat(201) };
    const document = "query ($f: QuoteFilter) { quotes(filter: $f) { nodes { id } } }";
    const { body } = await ask(app, document, { f: filter });
    expect(body.errors?.[0]).toMatchObject({
      message: '"filter.textContains" must have at most 200 characters, but has 201.',
      extensions: { code: "BAD_USER_INPUT", argument: "filter.textContains" },
    });
    const kinds = Array.from({ length: 101 }, () => "DIRECT");
    expect((await ask(app, document, { f: { kinds } })).body.errors?.[0]?.message).toBe(
      '"filter.kinds" must have at most 100 entries, but has 101.',
    );
    const nested = "query ($f: QuoteFilter) { persons { nodes { quotes(filter: $f) { nodes { id } } } } }";
    expect((await ask(app, nested, { f: filter })).body.errors?.[0]?.extensions["argument"]).toBe(
      "filter.textContains",
    );
    expect((await ask(app, document, { f: { textContains: "e".repeat(200) } })).body.errors).toBeUndefined();
  });
});

describe("without introspection", () => {
  it("errors propose no names of the schema: no fields, arguments, types or values", async () => {
    const closed = await createTestApp({ hasIntrospection: false });
    const wrong = [
      "{ artcle(slug: 1) { id } }",
      '{ article(slg: "a") { id } }',
      '{ article(slug: "a") }',
      "{ articles { nodes { ... on Artcle { id } } } }",
      "{ articles(filter: { headlineContain: 1 }) { totalCount } }",
      "{ quotes(filter: { kinds: [DIRECTT] }) { totalCount } }",
    ];
    const sent = [...wrong.map((query) => ({ query })), VARIABLE_KIND, VARIABLE_FIELD];
    for (const { query, variables = {} } of sent as readonly { query: string; variables?: object }[]) {
      expect(JSON.stringify((await ask(app, query, variables)).body)).toContain("Did you mean");
      const { status, body } = await ask(closed, query, variables);
      expect([status, body.errors?.length]).not.toEqual([200, undefined]);
      expect(JSON.stringify(body)).not.toContain("Did you mean");
    }
    await closed.close();
  });
});

const VARIABLE_KIND = {
  query: "query ($k: [QuoteKind!]) { quotes(filter: { kinds: $k }) { totalCount } }",
  variables: { k: ["DIRECTT"] },
};
const VARIABLE_FIELD = {
  query: "query ($f: QuoteFilter) { quotes(filter: $f) { totalCount } }",
  variables: { f: { kind: [] } },
};
