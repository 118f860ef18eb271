import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WhoAmIDocument } from "../generated/graphql.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Issuer } from "./issuer.js";

const issuer = new Issuer();
const settings = { now: new Date("2026-05-01T12:00:00Z") };
let app: TestApp;

beforeAll(async () => {
  await issuer.listen();
  await issuer.rotate("one");
});
afterAll(() => issuer.close());

beforeEach(() => {
  settings.now = new Date("2026-05-01T12:00:00Z");
  issuer.mode = "well";
});

/** An app that knows no keys yet. */
async function openApp(): Promise<() => Promise<void>> {
  const own = await createTestApp({
    get now() {
      return settings.now;
    },
    oidc: { issuer: issuer.url, audience: "dateline", roleClaim: "role" },
  });
  app = own;
  return () => own.close();
}

async function whoIs(token: string): Promise<string> {
  const { status, data, errors } = await app.ask(WhoAmIDocument, {}, { authorization: `Bearer ${token}` });
  const [error] = errors ?? [];
  return error
    ? `${status} ${String(error.extensions["code"])}: ${error.message}`
    : `${status} ${data?.viewer.name} ${data?.viewer.role}`;
}

const seconds = (): number => Math.floor(settings.now.getTime() / 1000);
const later = (ms: number): void => {
  settings.now = new Date(settings.now.getTime() + ms);
};
const refused = (why: string): string => `401 UNAUTHENTICATED: ${why}`;
const none = refused("The token is not accepted: no applicable key found in the JSON Web Key Set.");

describe("a token of the issuer", () => {
  beforeAll(openApp);

  it.each([
    [{ role: "AUTHOR" }, "Ina Desk AUTHOR"],
    [{ role: "editor" }, "Ina Desk EDITOR"],
    [{ role: ["READER", "ADMIN", "AUTHOR"] }, "Ina Desk ADMIN"],
    [{ role: [] }, "Ina Desk READER"],
    [{ role: "OWNER" }, "Ina Desk READER"],
    [{ role: { ADMIN: true } }, "Ina Desk READER"],
    [{ role: null }, "Ina Desk READER"],
    [{ aud: ["other", "dateline"] }, "Ina Desk EDITOR"],
    [{ name: undefined, preferred_username: "ina" }, "ina EDITOR"],
    [{ name: undefined, email: "ina@news.example" }, "ina@news.example EDITOR"],
    [{ name: "  " }, "u1 EDITOR"],
    [{ name: "a\u0000b" }, "u1 EDITOR"],
    [{ name: "\ud83d" }, "u1 EDITOR"],
    [{ name: 7, sub: "unnamed" }, "unnamed EDITOR"],
    [{ name: "Command line", preferred_username: "ina" }, "ina EDITOR"],
    [{ name: " COMMAND\u00a0LINE " }, "u1 EDITOR"],
    [{ name: "Com\u200bmand-Line" }, "u1 EDITOR"],
    [{ name: "\uff33cheduler" }, "u1 EDITOR"],
    [{ name: "\u0405\u0441h\u0435dul\u0435r" }, "u1 EDITOR"],
    [{ name: "anonymous", sub: "Scheduler" }, "unnamed EDITOR"],
    [{ name: "Scheduler of the Sunday pages" }, "Scheduler of the Sunday pages EDITOR"],
  ])("with the claims %j is %s", async (claims, expected) => {
    expect(await whoIs(await issuer.token("one", settings.now, claims))).toBe(`200 ${expected}`);
  });

  it("lets its bearer do what the role allows, under their name", async () => {
    const headers = { authorization: `Bearer ${await issuer.token("one", settings.now)}` };
    const { createPerson } = await app.data<{ createPerson: object }, object>(
      `mutation { createPerson(input: { name: "By Ina" }) { __typename } }`,
      {},
      headers,
    );
    expect(createPerson).toEqual({ __typename: "CreatePersonPayload" });
    const audit = await app.database.read(
      "SELECT actor, actor_id, actor_issuer, role, act FROM audit_entry WHERE act = 'createPerson'",
    );
    expect(audit).toEqual([
      { actor: "Ina Desk", actor_id: "u1", actor_issuer: issuer.url, role: "EDITOR", act: "createPerson" },
    ]);
  });

  it.each([
    [{ aud: "other" }, 'unexpected "aud" claim value.'],
    [{ aud: undefined }, 'missing required "aud" claim.'],
    [{ iss: "https://elsewhere.example" }, 'unexpected "iss" claim value.'],
    [{ exp: undefined }, 'missing required "exp" claim.'],
    [{ exp: "never" }, '"exp" claim must be a number.'],
    [{ nbf: "now" }, '"nbf" claim must be a number.'],
    [{ sub: undefined }, 'missing required "sub" claim.'],
    [{ sub: 7 }, 'its "sub" claim must be a text of 1 to 255 characters.'],
    [{ sub: "" }, 'its "sub" claim must be a text of 1 to 255 characters.'],
    [{ sub: "u".repeat(256) }, 'its "sub" claim must be a text of 1 to 255 characters.'],
    [{ sub: "u\u00001" }, 'its "sub" claim must be a text of 1 to 255 characters.'],
    [{ events: { "http://schemas.openid.net/event/backchannel-logout": {} } }, "it reports an event."],
  ] as const)("with the claims %j is refused", async (claims, why) => {
    const token = await issuer.token("one", settings.now, claims);
    expect(await whoIs(token)).toBe(refused(`The token is not accepted: ${why}`));
  });

  it.each(["JWT", "jwt", "at+jwt", "application/at+jwt", "AT+JWT"])("of the type %s is accepted", async (typ) => {
    expect(await whoIs(await issuer.token("one", settings.now, {}, { typ }))).toBe("200 Ina Desk EDITOR");
  });

  it.each(["logout+jwt", "secevent+jwt", "dpop+jwt", "token-introspection+jwt", "application/logout+jwt", "at", ""])(
    'of the type "%s" is refused: an issuer signs it with the same keys for another purpose',
    async (typ) => {
      expect(await whoIs(await issuer.token("one", settings.now, {}, { typ }))).toBe(
        refused('The token is not accepted: its "typ" header is that of another kind of token.'),
      );
    },
  );

  it("is good from its first moment to its last, with half a minute for clocks that differ", async () => {
    const token = await issuer.token("one", settings.now, { nbf: seconds() + 60, exp: seconds() + 120 });
    later(29_000);
    expect(await whoIs(token)).toBe(refused('The token is not accepted: "nbf" claim timestamp check failed.'));
    later(1000);
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    later(119_000);
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    later(1000);
    expect(await whoIs(token)).toBe(refused('The token is not accepted: "exp" claim timestamp check failed.'));
  });

  it("is refused unsigned, signed with the public key as a secret, by another key, or when it was altered", async () => {
    const claims = { iss: issuer.url, aud: "dateline", exp: seconds() + 600, name: "Mal", role: "ADMIN" };
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const algorithm = refused('The token is not accepted: "alg" (Algorithm) Header Parameter value not allowed.');
    expect(await whoIs(`${encode({ alg: "none", kid: "one" })}.${encode(claims)}.`)).toBe(algorithm);
    const secret = new TextEncoder().encode(await issuer.publicText("one"));
    const shared = await new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret);
    expect(await whoIs(shared)).toBe(algorithm);
    const failed = refused("The token is not accepted: signature verification failed.");
    const { privateKey } = await generateKeyPair("RS256");
    expect(
      await whoIs(await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(privateKey)),
    ).toBe(failed);
    const [head, , signature] = (await issuer.token("one", settings.now)).split(".");
    expect(await whoIs(`${head}.${encode(claims)}.${signature}`)).toBe(failed);
    expect(await whoIs("a.b.c")).toContain("401 UNAUTHENTICATED: The token is not accepted");
    expect(await whoIs("no-token-at-all")).toBe(refused("The token is not accepted: Invalid Compact JWS."));
  });
});

describe("the issuer's keys", () => {
  beforeEach(openApp);

  it("may be of any algorithm of the closed set", async () => {
    await issuer.rotate("curve", "ES256");
    expect(await whoIs(await issuer.token("curve", settings.now, {}, { alg: "ES256" }))).toBe("200 Ina Desk EDITOR");
    await issuer.rotate("one");
  });

  it("are fetched once for many tokens, also for those that come together", async () => {
    const before = issuer.asked;
    const token = await issuer.token("one", settings.now);
    const all = await Promise.all(Array.from({ length: 5 }, () => whoIs(token)));
    expect(new Set(all)).toEqual(new Set(["200 Ina Desk EDITOR"]));
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    expect(issuer.asked - before).toBe(1);
  });

  it("are fetched again for an unknown key, but not for every forged token", async () => {
    const old = await issuer.token("one", settings.now);
    expect(await whoIs(old)).toBe("200 Ina Desk EDITOR");
    await issuer.rotate("two");
    const fresh = await issuer.token("two", settings.now);
    const before = issuer.asked;
    for (let at = 0; at < 3; at += 1) expect(await whoIs(fresh)).toBe(none);
    expect(issuer.asked - before).toBe(0);
    later(30_000);
    expect(await whoIs(fresh)).toBe("200 Ina Desk EDITOR");
    expect(await whoIs(old)).toBe(none);
    expect(issuer.asked - before).toBe(1);
    await issuer.rotate("one");
  });

  it("are trusted for ten minutes: a key taken back opens nothing any more", async () => {
    const token = await issuer.token("one", settings.now, { exp: seconds() + 3600 });
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    await issuer.rotate("two");
    later(599_000);
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    later(1000);
    expect(await whoIs(token)).toBe(none);
    await issuer.rotate("one");
  });

  it("cannot be had while the issuer is down, and can again as soon as it is back", async () => {
    const token = await issuer.token("one", settings.now, { exp: seconds() + 3600 });
    await issuer.close();
    expect(await whoIs(token)).toBe(refused("The issuer cannot be reached."));
    await issuer.listen();
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    await issuer.close();
    // What is known is used as long as it is trusted.
    later(599_000);
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
    later(1000);
    expect(await whoIs(token)).toBe(refused("The issuer cannot be reached."));
    await issuer.listen();
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
  });

  it.each([
    ["failing", "The issuer answered 503 for its configuration."],
    ["strange", "The issuer cannot be reached."],
    ["foreign", "The issuer's configuration is not its own."],
  ] as const)("are not taken from an issuer that is %s", async (mode, why) => {
    const token = await issuer.token("one", settings.now);
    issuer.mode = mode;
    expect(await whoIs(token)).toBe(refused(why));
    issuer.mode = "well";
    expect(await whoIs(token)).toBe("200 Ina Desk EDITOR");
  });

  it("are not fetched for callers with a token of the server, or without a token", async () => {
    await issuer.close();
    expect((await app.data(WhoAmIDocument)).viewer.role).toBe("READER");
    expect(await whoIs("dln_unknown")).toBe(refused("The token is unknown, revoked or expired."));
    await issuer.listen();
  });
});
