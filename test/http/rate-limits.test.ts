import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestSettings } from "../support/app.js";
import { headersOf } from "../support/tokens.js";
import { JSON_TYPE } from "./send.js";

let app: TestApp;

afterEach(() => app.close());

async function open(settings: TestSettings): Promise<void> {
  app = await createTestApp(settings);
}

interface Asked {
  readonly from?: string;
  readonly url?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ from = "192.0.2.1", url = "/graphql", query = "{ viewer { role } }", headers = {} }: Asked = {}) {
  const isGraphql = url === "/graphql";
  return app.http.inject({
    method: isGraphql ? "POST" : "GET",
    url,
    remoteAddress: from,
    headers: { ...(isGraphql ? JSON_TYPE : {}), ...headers },
    ...(isGraphql ? { payload: JSON.stringify({ query }) } : {}),
  });
}

/** The statuses of the same request sent so many times. */
async function statuses(times: number, asked: Asked = {}): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) found.push((await ask(asked)).statusCode);
  return found;
}

describe("the requests of one address", () => {
  it("are limited over all routes together, and the answer names the time of the next attempt", async () => {
    await open({ rateLimitPerAddress: 4 });
    for (const [url, status] of [
      ["/graphql", 200],
      ["/feed.rss", 200],
      ["/nowhere", 404],
      ["/articles/none.html", 404],
    ] as const) {
      expect([url, (await ask({ url })).statusCode]).toEqual([url, status]);
    }
    for (const url of ["/graphql", "/feed.rss", "/nowhere", "/articles/none.html"]) {
      const { statusCode, headers, body } = await ask({ url });
      const wait = Number(headers["retry-after"]);
      expect([url, statusCode, wait >= 1 && wait <= 60]).toEqual([url, 429, true]);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: `Too many requests: at most 4 are answered in a minute. Try again in ${wait} seconds.`,
            extensions: { code: "RATE_LIMITED", retryAfterSeconds: wait, requestId: headers["x-request-id"] },
          },
        ],
      });
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  it("do not count against another address", async () => {
    await open({ rateLimitPerAddress: 2 });
    expect(await statuses(3)).toEqual([200, 200, 429]);
    expect(await statuses(1, { from: "192.0.2.2" })).toEqual([200]);
  });

  it("are counted together for all addresses of an IPv6 network of 64 bits", async () => {
    await open({ rateLimitPerAddress: 2 });
    const from = (end: string): Asked => ({ from: `2001:db8:0:7:${end}` });
    expect(await statuses(1, from("1:1:1:1"))).toEqual([200]);
    expect(await statuses(1, from("2:2:2:2"))).toEqual([200]);
    expect(await statuses(1, from("3:3:3:3"))).toEqual([429]);
    expect(await statuses(1, { from: "2001:db8:0:8::1" })).toEqual([200]);
  });

  it("cannot be spread over made-up addresses in a header", async () => {
    await open({ rateLimitPerAddress: 2 });
    const forwarded = (address: string): Asked => ({ headers: { "x-forwarded-for": address } });
    expect(await statuses(2, forwarded("203.0.113.1"))).toEqual([200, 200]);
    expect(await statuses(1, forwarded("203.0.113.2"))).toEqual([429]);
  });

  it("are not limited for the health of the server", async () => {
    await open({ rateLimitPerAddress: 1 });
    expect(await statuses(4, { url: "/health/live" })).toEqual([200, 200, 200, 200]);
  });

  it("are counted in memory of a bounded size", async () => {
    await open({ rateLimitPerAddress: 1 });
    expect(await statuses(2, { url: "/nowhere" })).toEqual([404, 429]);
    for (let at = 0; at < 5000; at += 1) {
      await ask({ from: `10.${at >> 8}.${at & 255}.1`, url: "/nowhere" });
    }
    // The counter of the first one had to make room.
    expect(await statuses(1, { url: "/nowhere" })).toEqual([404]);
  });
});

describe("the requests with a valid token", () => {
  it("are counted by token, wherever they come from", async () => {
    await open({ rateLimitPerAddress: 3, rateLimitPerToken: 2 });
    const author = { headers: await headersOf(app.database, "AUTHOR") };
    const editor = { headers: await headersOf(app.database, "EDITOR") };
    // The first request of a token is counted by its address, because nobody knows yet whether it is valid.
    expect(await statuses(4, author)).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, { ...author, from: "192.0.2.2" })).toEqual([429]);
    expect(await statuses(2, editor)).toEqual([200, 200]);
  });

  it("do not escape the limit by a token that is not valid", async () => {
    await open({ rateLimitPerAddress: 3 });
    const made = (at: number): Asked => ({ url: "/nowhere", headers: { authorization: `Bearer dln_${at}` } });
    const found = [];
    for (let at = 0; at < 5; at += 1) found.push(...(await statuses(1, made(at))));
    expect(found).toEqual([404, 404, 404, 429, 429]);
  });
});

describe("refused tokens", () => {
  const wrong: Asked = { headers: { authorization: "Bearer dln_AAAAAAAAAAAAAAAAAAAAAA_wrong" } };

  it("are limited strictly, and further ones are not looked at", async () => {
    await open({ rateLimitFailedTokens: 3 });
    expect(await statuses(4, wrong)).toEqual([401, 401, 401, 429]);
    app.statements.length = 0;
    const { headers, body } = await ask({ headers: { authorization: "Bearer some.other.token" } });
    expect(JSON.parse(body).errors[0].extensions.code).toBe("RATE_LIMITED");
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(app.statements).toEqual([]);
  });

  it("are limited as strictly when they are sent at once", async () => {
    await open({ rateLimitFailedTokens: 3 });
    const found = await Promise.all(Array.from({ length: 60 }, async () => (await ask(wrong)).statusCode));
    // Those that are looked at together may pass the limit by one less than their number.
    expect(found.filter((status) => status === 401).length).toBeLessThanOrEqual(6);
    expect(found.filter((status) => status === 429).length).toBeGreaterThanOrEqual(54);
  });

  it("do not hold up many good ones that are sent at once", async () => {
    await open({ rateLimitFailedTokens: 3 });
    const editor = { headers: await headersOf(app.database, "EDITOR") };
    const found = await Promise.all(Array.from({ length: 60 }, async () => (await ask(editor)).statusCode));
    expect(new Set(found)).toEqual(new Set([200]));
  });

  it.each<[string, Asked]>([
    ["a malformed header", { headers: { authorization: "Digest x" } }],
    ["a JWT", { headers: { authorization: "Bearer a.b.c" } }],
    ["a preview token in a header", { headers: { "x-preview-token": "dlp_x.y" } }],
    ["a preview token in an address", { url: "/articles/none.html?preview=dlp_x.y" }],
  ])("are limited in every form: %s", async (_form, asked) => {
    await open({ rateLimitFailedTokens: 2 });
    expect(await statuses(3, asked)).toEqual([401, 401, 429]);
  });

  it("lock out neither readers nor holders of good tokens at the same address", async () => {
    await open({ rateLimitFailedTokens: 2 });
    const editor = { headers: await headersOf(app.database, "EDITOR") };
    expect(await statuses(1, editor)).toEqual([200]);
    expect(await statuses(3, wrong)).toEqual([401, 401, 429]);
    expect(await statuses(2, editor)).toEqual([200, 200]);
    expect(await statuses(2)).toEqual([200, 200]);
  });

  it("include one that was good until it was revoked", async () => {
    await open({ rateLimitFailedTokens: 2, rateLimitPerAddress: 100, rateLimitPerToken: 100 });
    const editor = { headers: await headersOf(app.database, "EDITOR") };
    expect(await statuses(1, editor)).toEqual([200]);
    await app.database.prisma.apiToken.updateMany({ data: { revokedAt: new Date() } });
    expect(await statuses(3, editor)).toEqual([401, 401, 429]);
  });
});

describe("an overloaded server", () => {
  it("refuses requests with 503 and still reports its health", async () => {
    await open({ maxEventLoopDelayMs: 1 });
    // Nothing runs meanwhile, so that the next look at the delay of the event loop finds it late.
    const endMs = performance.now() + 1500;
    while (performance.now() < endMs);
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    const { statusCode, headers, body } = await ask();
    expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: "The server is overloaded; try again in a few seconds.",
          extensions: { code: "SERVICE_UNAVAILABLE", requestId: headers["x-request-id"] },
        },
      ],
    });
    expect((await ask({ url: "/health/live" })).statusCode).toBe(200);
  });
});
