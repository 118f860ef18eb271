import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { issueFirstTokens } from "../../src/auth/first-tokens.service.js";
import { OPERATOR } from "../../src/auth/role.js";
import { runTokenCommand } from "../../src/auth/token.command.js";
import { createApiToken, revokeApiToken } from "../../src/auth/token.service.js";
import { encodeUuid } from "../../src/lib/uuid.js";
import type { Work } from "../../src/auth/work.js";
import { UsageError } from "../../src/lib/usage-error.js";
import {
  ApiTokensDocument,
  AuditLogDocument,
  CreateApiTokenDocument,
  RevokeApiTokenDocument,
  WhoAmIDocument,
} from "../generated/graphql.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { done, Newsroom } from "../support/newsroom.js";

const NOW = new Date("2026-05-01T12:00:00.000Z");
const settings = { now: NOW };
let app: TestApp;
let work: Work;
let admin: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await createTestApp(settings);
  const newsroom = new Newsroom(app.database);
  newsroom.now = NOW;
  work = newsroom.work;
  admin = bearer(done(await createApiToken(work, { name: "Root", role: "ADMIN" })).token);
});
afterEach(() => {
  settings.now = NOW;
});
afterAll(() => app.close());

function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

/** Who a header says that one is, or how it is refused. */
async function whoIs(authorization: string): Promise<string> {
  const { status, data, errors } = await app.ask(WhoAmIDocument, {}, { authorization });
  const [error] = errors ?? [];
  if (!error) return `${status} ${data?.viewer.name} ${data?.viewer.role}`;
  expect(data ?? null).toBeNull();
  expect(error.extensions["requestId"]).toMatch(/^[\w-]{36}$/);
  return `${status} ${String(error.extensions["code"])}: ${error.message}`;
}

const UNKNOWN = "401 UNAUTHENTICATED: The token is unknown, revoked or expired.";
const MALFORMED = '401 UNAUTHENTICATED: The authorization header must be "Bearer" and a token.';

describe("a token", () => {
  it("is shown once, acts under its name and role, and is kept as a hash alone", async () => {
    const { createApiToken: made } = await app.data(
      CreateApiTokenDocument,
      { input: { name: "  Night   desk ", role: "EDITOR" } },
      admin,
    );
    if (made.__typename !== "CreateApiTokenPayload") throw new Error(made.__typename);
    expect(made.token).toMatch(/^dln_[\w-]{22}_[\w-]{43}$/);
    expect(await whoIs(`Bearer ${made.token}`)).toBe("200 Night desk EDITOR");
    const secret = made.token.slice(-43);
    const kept = await app.database.read<Record<string, unknown>>("SELECT to_jsonb(t) AS row FROM api_token t");
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).toContain(createHash("sha256").update(secret).digest("hex"));
    const audit = await app.database.read<Record<string, unknown>>("SELECT to_jsonb(a) AS row FROM audit_entry a");
    expect(JSON.stringify(audit)).not.toContain(secret);
    const { apiTokens } = await app.data(ApiTokensDocument, {}, admin);
    expect(apiTokens.nodes).toContainEqual({
      id: made.id,
      name: "Night desk",
      role: "EDITOR",
      createdAt: "2026-05-01T12:00:00.000Z",
      createdBy: "Root",
      expiresAt: null,
      revokedAt: null,
    });
    expect(JSON.stringify(apiTokens)).not.toContain(secret);
  });

  it("is refused once it is revoked, which can be done again and stays as it was", async () => {
    const { tokenId, token } = done(await createApiToken(work, { name: "Short-lived", role: "ADMIN" }));
    const id = encodeUuid(tokenId);
    const revoke = () => app.data(RevokeApiTokenDocument, { input: { id } }, admin);
    expect(await whoIs(`Bearer ${token}`)).toBe("200 Short-lived ADMIN");
    expect((await revoke()).revokeApiToken).toEqual({ __typename: "RevokeApiTokenPayload", id });
    expect(await whoIs(`Bearer ${token}`)).toBe(UNKNOWN);
    settings.now = new Date(NOW.getTime() + 60_000);
    expect((await revoke()).revokeApiToken.__typename).toBe("RevokeApiTokenPayload");
    settings.now = NOW;
    const { apiTokens } = await app.data(ApiTokensDocument, {}, admin);
    expect(apiTokens.nodes.find((each) => each.id === id)?.revokedAt).toBe("2026-05-01T12:00:00.000Z");
    const { auditLog } = await app.data(AuditLogDocument, { subjectId: id }, admin);
    expect(auditLog.nodes.map(({ act }) => act)).toEqual(["authenticate", "revokeApiToken", "createApiToken"]);
  });

  it("works until the moment it expires", async () => {
    const expiresAt = new Date(NOW.getTime() + 1000);
    const { token } = done(await createApiToken(work, { name: "Brief", role: "AUTHOR", expiresAt }));
    settings.now = new Date(expiresAt.getTime() - 1);
    expect(await whoIs(`Bearer ${token}`)).toBe("200 Brief AUTHOR");
    settings.now = expiresAt;
    expect(await whoIs(`Bearer ${token}`)).toBe(UNKNOWN);
  });

  it("is refused when any part of it differs, and never identifies another caller", async () => {
    const { token } = done(await createApiToken(work, { name: "Whole", role: "ADMIN" }));
    const other = (character: string): string => (character === "A" ? "B" : "A");
    for (let at = "dln_".length; at < token.length; at += 1) {
      const altered = `${token.slice(0, at)}${other(token.charAt(at))}${token.slice(at + 1)}`;
      expect(`${at}: ${await whoIs(`Bearer ${altered}`)}`).toBe(`${at}: ${UNKNOWN}`);
    }
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const id = token.slice(4, 26);
    const spellings = [...alphabet].map((last) => token.replace(id, `${id.slice(0, -1)}${last}`));
    const more = [`${token}A`, `${token}=`, token.slice(0, -1), "dln_", `dln_${id}_`, `${token}.${token}`];
    for (const altered of [...spellings, ...more].filter((each) => each !== token)) {
      expect(`${altered}: ${await whoIs(`Bearer ${altered}`)}`).toBe(`${altered}: ${UNKNOWN}`);
    }
  });

  it("of one row opens no other: ids and secrets do not mix", async () => {
    const [one, two] = [
      done(await createApiToken(work, { name: "One", role: "AUTHOR" })).token,
      done(await createApiToken(work, { name: "Two", role: "ADMIN" })).token,
    ];
    expect(await whoIs(`Bearer ${two.slice(0, 27)}${one.slice(27)}`)).toBe(UNKNOWN);
  });

  it.each([
    ["Basic YWxhZGRpbjpvcGVuc2VzYW1l", MALFORMED],
    ["Bearer", MALFORMED],
    ["Bearer a b", MALFORMED],
    ["Bearer dln_ü", MALFORMED],
    ["dln_x", MALFORMED],
    ["Bearer nonsense", "401 UNAUTHENTICATED: The token is not one of this server."],
    ["Bearer a.b.c", "401 UNAUTHENTICATED: The token is not one of this server."],
  ])("is asked for as it must be: %s", async (authorization, expected) => {
    expect(await whoIs(authorization)).toBe(expected);
  });

  it("is accepted with any case of the scheme; an empty header is no token", async () => {
    const { token } = done(await createApiToken(work, { name: "Case", role: "AUTHOR" }));
    expect(await whoIs(`bearer   ${token}`)).toBe("200 Case AUTHOR");
    expect(await whoIs("")).toBe("200 anonymous READER");
  });

  it.each([
    [{ name: " ", role: "ADMIN" as const }, ["input", "name"], "The text must not be empty."],
    [
      { name: "x".repeat(301), role: "ADMIN" as const },
      ["input", "name"],
      "The text has 301 characters, where at most 300 are allowed.",
    ],
    [{ name: "x\u0000y", role: "ADMIN" as const }, ["input", "name"], "The text holds the control character U+0000."],
    [
      { name: "Late", role: "ADMIN" as const, expiresAt: "2026-05-01T12:00:00Z" },
      ["input", "expiresAt"],
      "The moment has passed.",
    ],
  ])("is not made of %j", async (input, path, message) => {
    const count = await app.database.prisma.apiToken.count();
    const { createApiToken: made } = await app.data(CreateApiTokenDocument, { input }, admin);
    expect(made).toMatchObject({ __typename: "ValidationError", issues: [{ path, message }] });
    expect(await app.database.prisma.apiToken.count()).toBe(count);
  });

  it.each(["nonsense", encodeUuid("00000000-0000-7000-8000-000000000000")])(
    "%s cannot be revoked because it does not exist",
    async (id) => {
      const { revokeApiToken: result } = await app.data(RevokeApiTokenDocument, { input: { id } }, admin);
      expect(result).toMatchObject({ __typename: "NotFoundError", path: ["input", "id"] });
    },
  );
});

describe("the audit log", () => {
  it("records who did what, when, to what and from where, newest first", async () => {
    const { token } = done(await createApiToken(work, { name: "Witness", role: "EDITOR" }));
    const made = await app.data<{ createPerson: { person: { id: string } } }, object>(
      `mutation { createPerson(input: { name: "Audited Person" }) { ... on CreatePersonPayload { person { id } } } }`,
      {},
      bearer(token),
    );
    const { id } = made.createPerson.person;
    settings.now = new Date(NOW.getTime() + 5000);
    await app.data(`mutation { deletePerson(input: { id: "${id}" }) { __typename } }`, {}, bearer(token));
    settings.now = NOW;
    const { auditLog } = await app.data(AuditLogDocument, { subjectId: id }, admin);
    const entry = { actor: "Witness", role: "EDITOR", subject: "Person", subjectId: id, origin: "127.0.0.1" };
    expect(auditLog).toEqual({
      totalCount: 2,
      nodes: [
        { ...entry, act: "deletePerson", at: "2026-05-01T12:00:05.000Z", detail: "Audited Person" },
        { ...entry, act: "createPerson", at: "2026-05-01T12:00:00.000Z", detail: null },
      ],
    });
  });

  it("holds nothing of what was refused", async () => {
    const count = await app.database.prisma.auditEntry.count();
    await app.data(`mutation { createPerson(input: { name: "" }) { __typename } }`, {}, admin);
    await app.data(`mutation { createPerson(input: { name: "Nobody" }) { __typename } }`);
    expect(await app.database.prisma.auditEntry.count()).toBe(count);
  });

  it("reports an invalid id, instead of returning everything", async () => {
    const { errors } = await app.ask(AuditLogDocument, { subjectId: "nonsense" }, admin);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "subjectId" } }]);
    const { auditLog } = await app.data(AuditLogDocument, { subjectId: "art_AAAAAAAAcACAAAAAAAAAAA" }, admin);
    expect(auditLog.nodes).toEqual([]);
  });

  it("is walked page by page", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const answer: { auditLog: { nodes: { at: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await app.data(
          `query($after: String) { auditLog(first: 3, after: $after) { nodes { at } pageInfo { endCursor hasNextPage } } }`,
          { after },
          admin,
        );
      seen.push(...answer.auditLog.nodes.map(({ at }) => at));
      after = answer.auditLog.pageInfo.endCursor;
      if (!answer.auditLog.pageInfo.hasNextPage) break;
    }
    expect(seen.length).toBe(await app.database.prisma.auditEntry.count());
    expect(seen).toEqual(seen.toSorted().toReversed());
  });
});

describe("the token command", () => {
  const run = (command: Partial<Parameters<typeof runTokenCommand>[1]>): Promise<string> =>
    runTokenCommand({ ...work, actor: OPERATOR }, { verb: undefined, id: undefined, ...command });

  it("creates a token whose secret is alone on the last line, lists it without the secret, and revokes it", async () => {
    const out = await run({ verb: "create", role: "editor", name: "Script", days: "1" });
    const token = out.split("\n").at(-1) ?? "";
    const id = token.slice(4, 26);
    expect(out).toBe(`Made for Script (EDITOR), id ${id}. It is shown this once:\n${token}`);
    expect(await whoIs(`Bearer ${token}`)).toBe("200 Script EDITOR");
    const row = (await run({ verb: "list" })).split("\n").find((line) => line.includes(id));
    expect(row?.split(/ {2,}/)).toEqual([
      id,
      "Script",
      "EDITOR",
      "2026-05-01T12:00:00.000Z",
      "2026-05-02T12:00:00.000Z",
    ]);
    expect(await run({ verb: "revoke", id })).toBe(`The token ${id} works no more.`);
    expect(await whoIs(`Bearer ${token}`)).toBe(UNKNOWN);
    const { auditLog } = await app.data(AuditLogDocument, { subjectId: id }, admin);
    const by = auditLog.nodes.map(({ act, actor, origin, detail }) => ({ act, actor, origin, detail }));
    const operator = { actor: "Command line", origin: null };
    expect(by).toEqual([
      { act: "revokeApiToken", ...operator, detail: "Script" },
      { act: "createApiToken", ...operator, detail: "Script (EDITOR)" },
    ]);
  });

  it.each([
    [{}, "A token command is create, list or revoke."],
    [{ verb: "make" }, "A token command is create, list or revoke."],
    [{ verb: "create", name: "X" }, "--role must be one of reader, author, editor, admin."],
    [{ verb: "create", name: "X", role: "boss" }, "--role must be one of reader, author, editor, admin."],
    [{ verb: "create", role: "admin" }, '--name "…" says under which name the token acts.'],
    [{ verb: "create", role: "admin", name: " " }, "The text must not be empty."],
    [{ verb: "create", role: "admin", name: "X", days: "0" }, "--days must be a whole number from 1 on."],
    [{ verb: "create", role: "admin", name: "X", days: "1.5" }, "--days must be a whole number from 1 on."],
    [{ verb: "revoke" }, "Name the id of the token to revoke; `list` shows it."],
    [{ verb: "revoke", id: "nonsense" }, "There is no token of this id."],
  ])("refuses %j and says what is missing", async (command, message) => {
    const count = await app.database.prisma.apiToken.count();
    await expect(run(command)).rejects.toThrow(new UsageError(message));
    expect(await app.database.prisma.apiToken.count()).toBe(count);
  });
});

describe("the first tokens", () => {
  it("are one for each role that writes, once, and none where there are tokens", async () => {
    const other = await createTestApp(settings);
    try {
      const own = { ...work, database: other.database, actor: OPERATOR };
      const tokens = await issueFirstTokens(own);
      const names = await Promise.all(
        tokens.map(async ({ token }) => (await other.data(WhoAmIDocument, {}, bearer(token))).viewer),
      );
      expect(names).toMatchObject([
        { name: "First author", role: "AUTHOR" },
        { name: "First editor", role: "EDITOR" },
        { name: "First admin", role: "ADMIN" },
      ]);
      const inDays = (days: number): Date => new Date(own.clock.now().getTime() + days * 24 * 60 * 60 * 1000);
      expect(tokens.map(({ expiresAt }) => expiresAt)).toEqual([null, null, inDays(30)]);
      expect(await issueFirstTokens(own)).toEqual([]);
      // Also when every token was revoked: nobody gets in again by restarting the server.
      for (const { token } of tokens) done(await revokeApiToken(own, { id: token.slice(4, 26) }));
      expect(await issueFirstTokens(own)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
