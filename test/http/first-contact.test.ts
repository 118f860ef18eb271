import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";

let app: TestApp;

beforeAll(async () => {
  expect(spawnSync(process.execPath, ["scripts/graphiql.mjs"], { encoding: "utf8" })).toMatchObject({ status: 0 });
  app = await createTestApp();
});
afterAll(() => app.close());

describe("/schema.graphql", () => {
  it("is the whole schema in the schema definition language", async () => {
    const { statusCode, body, headers } = await app.http.inject("/schema.graphql");
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/graphql; charset=utf-8"]);
    expect(body).toBe(readFileSync("schema.graphql", "utf8"));
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await app.http.inject("/schema.graphql");
    const again = await app.http.inject({ url: "/schema.graphql", headers: { "if-none-match": String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });
});

describe("GraphiQL", () => {
  it("is a page of which every file comes from this server, under names that change with the contents", async () => {
    const page = await app.http.inject("/graphiql/");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = ""]) => address);
    const files = addresses.filter((address) => !address.startsWith("data:"));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      expect(file).toMatch(/^\/graphiql\/assets\//);
      const { statusCode, headers } = await app.http.inject(file);
      expect([statusCode, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
    }
  });

  it("is offered on the landing page, before the scripts of Apollo Sandbox", async () => {
    const { body } = await app.http.inject({ url: "/graphql", headers: { accept: "text/html" } });
    const [offer, sandbox] = [body.indexOf("/graphiql-offer.js"), body.indexOf("embeddable-sandbox.umd")];
    expect(offer).toBeGreaterThan(0);
    expect(sandbox).toBeGreaterThan(offer);
    const script = await app.http.inject("/graphiql-offer.js");
    expect([script.statusCode, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });

  it.each(["/graphiql/../../package.json", "/graphiql/%2e%2e/%2e%2e/package.json", "/graphiql/.stamp"])(
    "does not serve %s",
    async (path) => expect((await app.http.inject(path)).statusCode).toBeGreaterThanOrEqual(400),
  );
});

describe("with INTROSPECTION=off", () => {
  it.each(["/graphiql", "/graphiql/", "/schema.graphql", "/graphiql-offer.js", "/graphql"])(
    "%s shows no page and no schema",
    async (url) => {
      const closed = await createTestApp({ hasIntrospection: false });
      const { statusCode, headers, body } = await closed.http.inject({ url, headers: { accept: "text/html" } });
      await closed.close();
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(String(headers["content-type"])).not.toContain("html");
      expect(body).not.toContain("Sandbox");
    },
  );
});

describe("the first page with INTROSPECTION=off", () => {
  it("leads to no tool for queries", async () => {
    const closed = await createTestApp({ hasIntrospection: false });
    const { body } = await closed.http.inject("/");
    await closed.close();
    expect(body).not.toMatch(/graphql"|graphiql/i);
  });
});

describe("compression", () => {
  const query = "{ __schema { types { name description } } }";
  const ask = (encoding: string) =>
    app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", "accept-encoding": encoding },
      payload: { query },
    });

  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("of an answer with %s brings the same answer", async (encoding, decompress) => {
    const [plain, compressed] = [await ask("identity"), await ask(encoding)];
    expect(compressed.headers["content-encoding"]).toBe(encoding);
    expect(String(compressed.headers.vary)).toContain("accept-encoding");
    expect(decompress(compressed.rawPayload).toString("utf8")).toBe(plain.body);
    expect(compressed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });

  it("is left out for small answers", async () => {
    const { headers } = await app.http.inject({ url: "/health/live", headers: { "accept-encoding": "br" } });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it("of a request is refused, so that no small body becomes a large one", async () => {
    const { statusCode } = await app.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      payload: gzipSync(JSON.stringify({ query })),
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});
