import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestSettings } from "../support/app.js";
import { headersOf } from "../support/tokens.js";

const OWN = { "sec-fetch-site": "same-origin" };
const VIEWER = JSON.stringify({ query: "{ viewer { name role view } }" });

let app: TestApp;
const settings: { -readonly [Key in keyof TestSettings]: TestSettings[Key] } = {};

beforeAll(async () => {
  app = await createTestApp(settings);
});
afterEach(() => {
  delete settings.now;
});
afterAll(() => app.close());

/** Signs in and returns the cookie. */
async function signIn(authorization: Readonly<Record<string, string>>): Promise<string> {
  const { statusCode, headers } = await app.http.inject({
    method: "POST",
    url: "/desk/session",
    headers: { ...OWN, ...authorization },
  });
  expect(statusCode).toBe(204);
  return String(headers["set-cookie"]);
}

function cookieOf(setCookie: string): string {
  return setCookie.slice(0, setCookie.indexOf(";"));
}

async function ask(headers: Readonly<Record<string, string>>, url = "/desk/graphql") {
  const answer = await app.http.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...headers },
    payload: VIEWER,
  });
  return {
    status: answer.statusCode,
    ...answer.json<{ data?: unknown; errors?: { extensions: { code: string } }[] }>(),
  };
}

describe("a session of the desk", () => {
  it("is a cookie that no script reads, that other sites do not send, and that needs HTTPS", async () => {
    const cookie = await signIn(await headersOf(app.database, "EDITOR"));
    expect(cookie).toMatch(
      /^dateline-desk=[\w-]{22}_[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict; Secure; Max-Age=43200$/,
    );
  });

  it("acts as its token, and sees drafts when it asks for them", async () => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "AUTHOR", "Ada")));
    const { data } = await ask({ ...OWN, cookie, "x-content-view": "draft" });
    expect(data).toEqual({ viewer: { name: "Ada", role: "AUTHOR", view: "DRAFT" } });
  });

  it("counts below /desk alone", async () => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    const { data } = await ask({ ...OWN, cookie }, "/graphql");
    expect(data).toMatchObject({ viewer: { name: "anonymous" } });
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another part of the site", { "sec-fetch-site": "same-site" }],
    ["an address that somebody typed", { "sec-fetch-site": "none" }],
    ["another origin, of a browser that names no relation", { origin: "https://evil.example" }],
    ["a page without an origin", { origin: "null" }],
    ["a program that names neither", {}],
  ])("is not answered for %s", async (_from, headers) => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    const { status, errors } = await ask({ ...headers, cookie });
    expect([status, errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
  });

  it("is answered for its own origin over plain HTTP, where browsers name no relation", async () => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    expect((await ask({ origin: "http://desk.local:4000", host: "desk.local:4000", cookie })).status).toBe(200);
    expect((await ask({ origin: "https://cms.example", cookie })).status).toBe(200);
  });

  it("is needed: a token in the header is not one", async () => {
    const { status, errors } = await ask({ ...OWN, ...(await headersOf(app.database, "EDITOR")) });
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it.each(["x", `${"A".repeat(22)}_${"A".repeat(43)}`])("is not made up: %s", async (key) => {
    expect((await ask({ ...OWN, cookie: `dateline-desk=${key}` })).status).toBe(401);
  });

  it("needs its secret, not only its id", async () => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    expect((await ask({ ...OWN, cookie: `${cookie.slice(0, -4)}AAAA` })).status).toBe(401);
  });

  it("ends after twelve hours", async () => {
    const signedInAt = new Date();
    settings.now = signedInAt;
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    settings.now = new Date(signedInAt.getTime() + 12 * 3600_000 - 1000);
    expect((await ask({ ...OWN, cookie })).status).toBe(200);
    settings.now = new Date(signedInAt.getTime() + 12 * 3600_000);
    expect((await ask({ ...OWN, cookie })).status).toBe(401);
  });

  it("ends with its token", async () => {
    const cookie = cookieOf(await signIn(await headersOf(app.database, "EDITOR", "Short")));
    await app.database.prisma.apiToken.updateMany({ where: { name: "Short" }, data: { revokedAt: new Date() } });
    expect((await ask({ ...OWN, cookie })).status).toBe(401);
  });
});

describe("signing in", () => {
  it.each([
    ["an unknown token", { authorization: "Bearer dln_unknown" }],
    ["no token", {}],
  ])("is refused with %s", async (_what, headers) => {
    const { statusCode, json } = await app.http.inject({
      method: "POST",
      url: "/desk/session",
      headers: { ...OWN, ...headers },
    });
    expect([statusCode, json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code]).toEqual([
      401,
      "UNAUTHENTICATED",
    ]);
  });

  it("by a link works once", async () => {
    const { authorization = "" } = await headersOf(app.database, "EDITOR", "Linked");
    const path = app.createSignInPath(authorization.replace("Bearer ", ""));
    const link = path.slice(path.indexOf("#") + 1);
    const redeem = () => app.http.inject({ method: "POST", url: "/desk/session", headers: OWN, payload: { link } });
    const first = await redeem();
    expect(first.statusCode).toBe(204);
    const { data } = await ask({ ...OWN, cookie: cookieOf(String(first.headers["set-cookie"])) });
    expect(data).toMatchObject({ viewer: { name: "Linked" } });
    expect((await redeem()).statusCode).toBe(401);
  });

  it("by a link is over after half an hour", async () => {
    const { authorization = "" } = await headersOf(app.database, "EDITOR");
    const path = app.createSignInPath(authorization.replace("Bearer ", ""));
    settings.now = new Date(Date.now() + 31 * 60_000);
    const payload = { link: path.slice(path.indexOf("#") + 1) };
    const { statusCode } = await app.http.inject({ method: "POST", url: "/desk/session", headers: OWN, payload });
    expect(statusCode).toBe(401);
  });
});

describe("signing out", () => {
  it("ends this session and no other", async () => {
    const headers = await headersOf(app.database, "EDITOR");
    const [one, other] = [cookieOf(await signIn(headers)), cookieOf(await signIn(headers))];
    const answer = await app.http.inject({ method: "DELETE", url: "/desk/session", headers: { ...OWN, cookie: one } });
    expect([answer.statusCode, String(answer.headers["set-cookie"])]).toEqual([
      204,
      expect.stringContaining("Max-Age=0"),
    ]);
    expect([(await ask({ ...OWN, cookie: one })).status, (await ask({ ...OWN, cookie: other })).status]).toEqual([
      401, 200,
    ]);
  });

  it("everywhere ends all sessions of the user, and none of others", async () => {
    const headers = await headersOf(app.database, "EDITOR");
    const [one, other] = [cookieOf(await signIn(headers)), cookieOf(await signIn(headers))];
    const colleague = cookieOf(await signIn(await headersOf(app.database, "EDITOR")));
    await app.http.inject({ method: "DELETE", url: "/desk/sessions", headers: { ...OWN, cookie: one } });
    const asked = [one, other, colleague].map(async (cookie) => (await ask({ ...OWN, cookie })).status);
    expect(await Promise.all(asked)).toEqual([401, 401, 200]);
  });
});
