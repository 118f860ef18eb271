import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";

const ADDRESS = "http://localhost:4000";
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
  app = await createTestApp();
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
    const names = ["fetch 1", "Apollo Client 1", "urql 1", "urql 2", "Relay 1", "graphql-request 1", "A write 1"];
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
