import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseTrustedDocuments } from "../../src/graphql/trusted-documents.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";

const ADDRESS = "http://localhost:4000";
/** The id of the listed document in the recipe for Relay. */
const LISTED_ID = "3a1c80fa0bf4ba0f8c2ae2ecb9a2ab1dd9bd8d4b5ab4d7a6b21d0a1cc53d5fdb";
const FOLDER = "test/generated/clients";

/** The recipes of the document, by the heading above each and its place below it. */
const recipes = readFileSync("docs/clients.md", "utf8")
  .split(/^## /m)
  .flatMap((section) => {
    const [heading = ""] = section.split("\n", 1);
    const blocks = [...section.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
    return blocks.map((code, at) => ({ name: `${heading} ${at + 1}`, code }));
  });

let app: TestApp;
let address: string;
let token: string;

beforeAll(async () => {
  const listed = "query Headlines($first: Int!) { articles(first: $first) { nodes { id headline } } }";
  const list = JSON.stringify({ [LISTED_ID]: listed });
  app = await createTestApp({ trustedDocuments: parseTrustedDocuments(list, schema, false) });
  await new Newsroom(app.database).published({ headline: "The quay reopens" });
  address = await app.http.listen({ port: 0, host: "127.0.0.1" });
  token = (await headersOf(app.database, "AUTHOR"))["authorization"] ?? "";
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await app.close();
});

/** Runs a recipe against the test's server and returns what it exports as `data`. */
async function run({ name, code }: (typeof recipes)[number]): Promise<unknown> {
  const path = join(process.cwd(), FOLDER, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.ts`);
  writeFileSync(path, code.replaceAll(ADDRESS, address).replaceAll("Bearer TOKEN", token));
  const { data } = (await import(pathToFileURL(path).href)) as { readonly data: unknown };
  return data;
}

describe("the recipes for clients", () => {
  it("are there for every client that the document names", () => {
    const names = ["fetch 1", "Apollo Client 1", "Apollo Client 2", "urql 1", "urql 2", "urql 3", "Relay 1", "Relay 2"];
    names.push("graphql-request 1", "A write 1");
    expect(recipes.map(({ name }) => name)).toEqual(names);
  });

  it.each(recipes.filter(({ name }) => name !== "A write 1"))("$name reads the newest headlines", async (recipe) => {
    const node = { id: expect.stringMatching(/^art_/), headline: "The quay reopens" };
    expect(await run(recipe)).toMatchObject({ articles: { nodes: [node] } });
  });

  it("a write makes a draft", async () => {
    const write = recipes.find(({ name }) => name === "A write 1");
    expect(write && (await run(write))).toMatchObject({
      createArticle: { __typename: "CreateArticlePayload", article: { state: "DRAFT", version: 1 } },
    });
  });
});

describe("a GET request", () => {
  const url = "/graphql?query=%7Bviewer%7Brole%7D%7D";

  it("that any page could send is refused", async () => {
    const { statusCode, body } = await app.http.inject(url);
    expect(statusCode).toBe(400);
    expect(body).toContain("Cross-Site Request Forgery");
  });

  it.each([
    { "apollo-require-preflight": "true" },
    { "x-apollo-operation-name": "x" },
    { "content-type": "application/json" },
  ])("with %j is answered", async (headers) => {
    const { statusCode, body } = await app.http.inject({ url, headers });
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { viewer: { role: "READER" } } }]);
  });
});
