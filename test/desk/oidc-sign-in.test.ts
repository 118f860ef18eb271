import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { SignInIssuer } from "./sign-in-issuer.js";

let issuer: SignInIssuer;
let app: TestApp;

beforeAll(async () => {
  issuer = await SignInIssuer.listen();
  const oidc = { issuer: issuer.url, audience: "dateline", roleClaim: "role" };
  app = await createTestApp({ oidc, oidcClient: { id: "desk", secret: "open sesame" } });
});
afterAll(async () => {
  await app.close();
  await issuer.close();
});
beforeEach(() => {
  Object.assign(issuer, { claims: {}, nonce: null, isForged: false, audience: "desk" });
});

interface Attempt {
  readonly address: string;
  readonly cookie: string;
}

async function begin(): Promise<Attempt> {
  const { headers, statusCode } = await app.http.inject("/desk/oidc");
  expect(statusCode).toBe(302);
  const cookie = String(headers["set-cookie"]);
  expect(cookie).toMatch(/; Path=\/desk\/oidc; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
  return { address: String(headers.location), cookie: cookie.slice(0, cookie.indexOf(";")) };
}

function comeBack(query: string, cookie: string) {
  return app.http.inject({ url: `/desk/oidc/callback?${query}`, headers: { cookie } });
}

/** The cookie of the session that an answer begins; null where it begins none. */
function sessionOf({ headers }: Awaited<ReturnType<typeof comeBack>>): string | null {
  const cookies = [headers["set-cookie"] ?? []].flat();
  const cookie = cookies.find((each) => each.startsWith("dateline-desk="));
  return cookie?.slice(0, cookie.indexOf(";")) ?? null;
}

async function viewer(cookie: string) {
  const answer = await app.http.inject({
    method: "POST",
    url: "/desk/graphql",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie },
    payload: JSON.stringify({ query: "{ viewer { id name role } }" }),
  });
  return answer.json<{ data: { viewer: object } }>().data.viewer;
}

describe("signing in at the issuer", () => {
  it("asks for a code with PKCE, a state and a nonce, and leads back to this server", async () => {
    const { searchParams, origin, pathname } = new URL((await begin()).address);
    expect([origin, pathname]).toEqual([issuer.url, "/authorize"]);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: "desk",
      response_type: "code",
      scope: "openid profile email",
      redirect_uri: "https://cms.example/desk/oidc/callback",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("begins a session of the person and role that the ID token names", async () => {
    const { address, cookie } = await begin();
    const answer = await comeBack(issuer.signIn(address), cookie);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, "/desk"]);
    expect(await viewer(sessionOf(answer) ?? "")).toEqual({ id: "u1", name: "Ina Desk", role: "EDITOR" });
  });

  it.each([
    ["without the cookie of the attempt", {}, (query: string) => ({ query, cookie: "" })],
    [
      "with the cookie of another attempt",
      {},
      (query: string) => ({ query, cookie: `dateline-desk-oidc=${"a.".repeat(2)}a` }),
    ],
    ["with another nonce", { nonce: "other" }, null],
    ["with an ID token that somebody else signed", { isForged: true }, null],
    ["without a role of a writer", { claims: { role: "READER" } }, null],
    ["for another client", { audience: "somebody" }, null],
  ])("is refused %s", async (_what, settings, change) => {
    Object.assign(issuer, settings);
    const { address, cookie } = await begin();
    const back = change?.(issuer.signIn(address)) ?? { query: issuer.signIn(address), cookie };
    const answer = await comeBack(back.query, back.cookie);
    expect([answer.headers.location, sessionOf(answer)]).toEqual(["/desk/sign-in?failed=true", null]);
  });

  it("works once with a code", async () => {
    const { address, cookie } = await begin();
    const query = issuer.signIn(address);
    expect(sessionOf(await comeBack(query, cookie))).not.toBeNull();
    expect(sessionOf(await comeBack(query, cookie))).toBeNull();
  });

  it("is offered where a client is set, and only there", async () => {
    const plain = await createTestApp();
    const options = async (one: TestApp) => (await one.http.inject("/desk/options")).json<{ hasIssuer: boolean }>();
    expect([await options(app), await options(plain)]).toEqual([{ hasIssuer: true }, { hasIssuer: false }]);
    const { headers } = await plain.http.inject("/desk/oidc");
    expect(headers.location).toBeUndefined();
    await plain.close();
  });
});
