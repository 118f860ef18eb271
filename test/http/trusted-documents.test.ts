import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseTrustedDocuments } from "../../src/graphql/trusted-documents.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";

const ROLE = "query Role { viewer { role } }";
const NAME = "query Name { viewer { name } }";
const UNLISTED = "query Unlisted { viewer { view } }";
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const LIST = JSON.stringify({ [sha256(ROLE)]: ROLE, "Site-Name": NAME });
const PREFLIGHT = { "apollo-require-preflight": "true" };

let app: TestApp;
let strict: TestApp;
beforeAll(async () => {
  app = await createTestApp({ trustedDocuments: parseTrustedDocuments(LIST, schema, false) });
  strict = await createTestApp({ trustedDocuments: parseTrustedDocuments(LIST, schema, true) });
});
afterAll(async () => {
  await app.close();
  await strict.close();
});

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function post(to: TestApp, payload: object): Promise<Reply> {
  const { statusCode, body } = await to.http.inject({ method: "POST", url: "/graphql", payload });
  return { status: statusCode, body: JSON.parse(body) };
}

async function get(to: TestApp, parameters: Readonly<Record<string, string>>): Promise<Reply> {
  const url = `/graphql?${new URLSearchParams(parameters).toString()}`;
  const { statusCode, body } = await to.http.inject({ url, headers: PREFLIGHT });
  return { status: statusCode, body: JSON.parse(body) };
}

function persisted(hash: string): { persistedQuery: { version: 1; sha256Hash: string } } {
  return { persistedQuery: { version: 1, sha256Hash: hash } };
}

const role = { status: 200, body: { data: { viewer: { role: "READER" } } } };
const refused = {
  status: 400,
  body: { errors: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED", requestId: expect.any(String) } }] },
};

describe.each(["file", "only"])("with TRUSTED_DOCUMENTS=%s, a listed document is run", (mode) => {
  const of = (): TestApp => (mode === "only" ? strict : app);

  it.each([
    { documentId: sha256(ROLE) },
    { documentId: `sha256:${sha256(ROLE)}` },
    { documentId: sha256(ROLE).toUpperCase() },
    { doc_id: sha256(ROLE) },
    { extensions: persisted(sha256(ROLE)) },
    { query: ROLE },
    { query: ROLE, extensions: persisted(sha256(ROLE)) },
  ])("by %j in a body", async (payload) => expect(await post(of(), payload)).toEqual(role));

  it.each([{ documentId: sha256(ROLE) }, { extensions: JSON.stringify(persisted(sha256(ROLE))) }, { query: ROLE }])(
    "by %j in an address",
    async (parameters) => expect(await get(of(), parameters)).toEqual(role),
  );

  it("by an id that is no hash", async () =>
    expect(await post(of(), { documentId: "site-name" })).toMatchObject({
      status: 200,
      body: { data: { viewer: {} } },
    }));
});

describe("with TRUSTED_DOCUMENTS=file", () => {
  it("other documents are run as before, and are persisted when a client sends them with their hash", async () => {
    const unlisted = { status: 200, body: { data: { viewer: { view: "PUBLISHED" } } } };
    expect(await post(app, { query: UNLISTED })).toEqual(unlisted);
    const byHash = { extensions: JSON.stringify(persisted(sha256(UNLISTED))) };
    expect(await get(app, byHash)).toMatchObject({
      body: { errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] },
    });
    expect(await post(app, { query: UNLISTED, extensions: persisted(sha256(UNLISTED)) })).toEqual(unlisted);
    expect(await get(app, byHash)).toEqual(unlisted);
  });

  it.each([
    ["the hash of another text", { query: UNLISTED, extensions: persisted(sha256("x")) }, /sha does not match/],
    ["an unknown version", { extensions: { persistedQuery: { version: 2, sha256Hash: "x" } } }, /version/],
  ])("a persisted document with %s is refused as a fault of the request", async (_what, payload, message) => {
    const error = { message: expect.stringMatching(message), extensions: { code: "BAD_REQUEST" } };
    expect(await post(app, payload)).toMatchObject({ status: 400, body: { errors: [error] } });
  });

  it("an id that is not listed has no document", async () => {
    expect(await post(app, { documentId: sha256("x") })).toMatchObject({ status: 400, body: { errors: [{}] } });
  });
});

describe("with TRUSTED_DOCUMENTS=only", () => {
  it.each([
    { query: UNLISTED },
    { query: `${ROLE} ` },
    { documentId: sha256(UNLISTED) },
    { documentId: sha256(UNLISTED), query: ROLE },
    { extensions: persisted(sha256(UNLISTED)) },
    { query: UNLISTED, extensions: persisted(sha256(UNLISTED)) },
    { query: UNLISTED, documentId: 7 },
    { query: [ROLE, UNLISTED] },
  ])("%j in a body is refused", async (payload) => expect(await post(strict, payload)).toMatchObject(refused));

  it.each([{ query: UNLISTED }, { query: "{__schema{types{name}}}" }, { documentId: "x" }])(
    "%j in an address is refused",
    async (parameters) => expect(await get(strict, parameters)).toMatchObject(refused),
  );

  it("a parameter that is sent twice is refused", async () => {
    const url = `/graphql?${new URLSearchParams([
      ["query", ROLE],
      ["query", UNLISTED],
    ]).toString()}`;
    const { statusCode } = await strict.http.inject({ url, headers: PREFLIGHT });
    expect(statusCode).toBe(400);
  });
});

describe("a list of documents", () => {
  const manifest = { format: "apollo-persisted-query-manifest", version: 1 };

  it("may be a manifest of Apollo", () => {
    const operations = [{ id: "a", name: "Role", type: "query", body: ROLE }];
    const { textOf } = parseTrustedDocuments(JSON.stringify({ ...manifest, operations }), schema, true);
    expect([...textOf]).toEqual([["a", ROLE]]);
  });

  it.each([
    ["no JSON", "{", /is no JSON/],
    ["a list", "[]", /must contain an object/],
    ["values that are no text", '{"a":1}', /must contain an object/],
    ["a manifest of another version", JSON.stringify({ ...manifest, version: 2, operations: [] }), /must contain/],
    ["no GraphQL", '{"a":"{"}', /no GraphQL, a: Syntax Error/],
    ["a field that the schema lacks", '{"a":"{ nothing }"}', /does not allow, a: Cannot query field "nothing"/],
  ])("with %s is refused", (_what, json, message) => {
    expect(() => parseTrustedDocuments(json, schema, true)).toThrow(message);
  });
});
