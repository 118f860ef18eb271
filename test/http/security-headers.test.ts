import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { JSON_TYPE } from "./send.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await new Newsroom(app.database).published({ slug: "tram" });
});
afterAll(() => app.close());

const QUERY = "/graphql?query=%7Bviewer%7Bname%7D%7D";
const DECLARED = { "apollo-require-preflight": "1" };

interface Asked {
  readonly method?: "GET" | "POST" | "OPTIONS" | "HEAD" | "PUT";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string;
}

const EVERYTHING: readonly (readonly [string, number, Asked])[] = [
  ["a query", 200, { method: "POST", url: "/graphql", headers: JSON_TYPE, payload: '{"query":"{viewer{name}}"}' }],
  ["a query in the address", 200, { url: QUERY, headers: DECLARED }],
  ["a body that is no JSON", 400, { method: "POST", url: "/graphql", headers: JSON_TYPE, payload: "{" }],
  ["a wrong token", 401, { url: QUERY, headers: { ...DECLARED, authorization: "Bearer dln_wrong" } }],
  ["the landing page", 200, { url: "/graphql", headers: { accept: "text/html" } }],
  ["the first page", 200, { url: "/" }],
  [
    "a preflight",
    204,
    {
      method: "OPTIONS",
      url: "/graphql",
      headers: { origin: "https://a.example", "access-control-request-method": "POST" },
    },
  ],
  ["the liveness", 200, { url: "/health/live" }],
  ["the readiness", 200, { url: "/health/ready" }],
  ["an unknown address", 404, { url: "/nowhere" }],
  ["an unknown method", 404, { method: "PUT", url: "/graphql" }],
  ["an address that cannot be decoded", 400, { url: "/articles/%E0%A4%A.html" }],
  ["a reading page", 200, { url: "/articles/tram.html" }],
  ["the same as ninjs", 200, { url: "/articles/tram.json" }],
  ["the same as JSON-LD", 200, { url: "/articles/tram.jsonld" }],
  ["a page that is not there", 404, { url: "/articles/none.html" }],
  ["only the head of a page", 200, { method: "HEAD", url: "/articles/tram.html" }],
  ["RSS", 200, { url: "/feed.rss" }],
  ["Atom", 200, { url: "/feed.atom" }],
  ["JSON Feed", 200, { url: "/feed.json" }],
  ["the news sitemap", 200, { url: "/news-sitemap.xml" }],
];

async function answerTo({ method = "GET", url, headers = {}, payload }: Asked) {
  return app.http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}

describe("every answer", () => {
  it.each(EVERYTHING)("has the security headers: %s", async (_what, status, asked) => {
    const { statusCode, headers } = await answerTo(asked);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "referrer-policy": expect.any(String),
      "cache-control": expect.any(String),
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("that is no page lets a browser load and run nothing", async () => {
    for (const [what, , asked] of EVERYTHING) {
      const { headers } = await answerTo(asked);
      if (String(headers["content-type"]).includes("html")) continue;
      expect([what, headers["content-security-policy"]]).toEqual([what, expect.stringMatching(/^default-src 'none'/)]);
    }
  });

  it("sends no Strict-Transport-Security if the server is reached without TLS", async () => {
    // The apps of the tests are reached by https; the header then speaks for this host alone.
    const { headers } = await answerTo({ url: "/health/live" });
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});

describe("caches", () => {
  const PERSONAL: readonly (readonly [string, Asked])[] = [
    ["x-preview-token", { url: QUERY, headers: { ...DECLARED, "x-preview-token": "dlp_x.y" } }],
    ["x-content-view", { url: QUERY, headers: { ...DECLARED, "x-content-view": "draft" } }],
    ["authorization", { url: QUERY, headers: { ...DECLARED, authorization: "Bearer dln_x" } }],
    ["?preview on GraphQL", { url: `${QUERY}&preview=dlp_x.y`, headers: DECLARED }],
    ["?preview on a page", { url: "/articles/tram.html?preview=dlp_x.y" }],
    ["authorization on a feed", { url: "/feed.rss", headers: { authorization: "Bearer dln_x" } }],
    ["x-content-view on a page", { url: "/articles/tram.html", headers: { "x-content-view": "draft" } }],
    ["authorization on an unknown address", { url: "/nowhere", headers: { authorization: "Bearer dln_x" } }],
  ];

  it.each(PERSONAL)("keep nothing of a request with %s", async (_what, asked) => {
    const { headers } = await answerTo(asked);
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  it("distinguish requests of different views on every route, each header named once", async () => {
    for (const [what, , asked] of EVERYTHING) {
      if (asked.url.includes("%E0")) continue;
      const { headers } = await answerTo(asked);
      const names = String(headers["vary"]).split(", ");
      expect([what, names]).toEqual([
        what,
        expect.arrayContaining(["authorization", "x-content-view", "x-preview-token"]),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("keep no answer of GraphQL, which says nothing on how long it holds", async () => {
    expect((await answerTo({ url: QUERY, headers: DECLARED })).headers["cache-control"]).toBe("no-store");
  });

  it("may go on keeping what is published in other formats", async () => {
    expect((await answerTo({ url: "/articles/tram.html" })).headers["cache-control"]).toBe("public, no-cache");
  });
});
