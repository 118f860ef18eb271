import { afterEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestSettings } from "../support/app.js";
import { headersOf } from "../support/tokens.js";

const settings = { now: new Date("2026-05-01T12:00:00Z") };
let app: TestApp;
let lines: string[];

afterEach(() => app.close());

async function open(more: TestSettings = {}): Promise<void> {
  lines = [];
  settings.now = new Date("2026-05-01T12:00:00Z");
  app = await createTestApp({
    ...more,
    get now() {
      return settings.now;
    },
    logTo: { write: (line) => void lines.push(line) },
  });
}

async function send(token: string, from = "192.0.2.1"): Promise<number> {
  const { statusCode } = await app.http.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: from,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    payload: '{"query":"{ viewer { name } }"}',
  });
  return statusCode;
}

interface Entry {
  readonly actor: string;
  readonly actorId: string | null;
  readonly act: string;
  readonly subjectId: string;
  readonly detail: string | null;
  readonly origin: string | null;
}

const AUDIT = "{ auditLog(first: 100) { nodes { actor actorId actorIssuer act subjectId detail origin } } }";

async function refusals(): Promise<readonly Entry[]> {
  const admin = await headersOf(app.database, "ADMIN");
  const { auditLog } = await app.data<{ auditLog: { nodes: Entry[] } }, object>(AUDIT, {}, admin);
  return auditLog.nodes.filter(({ act }) => act === "authenticate");
}

const NO_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

describe("a refused token", () => {
  it("is logged with its address and recorded, and neither repeats the token", async () => {
    await open();
    expect(await send("dln_not-a-token")).toBe(401);
    expect(await refusals()).toMatchObject([
      {
        actor: "anonymous",
        actorId: null,
        subjectId: NO_TOKEN,
        detail: "Refused: The token is unknown, revoked or expired.",
        origin: "192.0.2.1",
      },
    ]);
    const [line = ""] = lines.filter((each) => each.includes("authentication failed"));
    expect(JSON.parse(line)).toMatchObject({ level: 40, address: "192.0.2.1", requestId: expect.any(String) });
    expect(lines.join("")).not.toContain("not-a-token");
  });

  it("is recorded under the API token that it names, so that the use of a revoked one shows", async () => {
    await open();
    const { authorization = "" } = await headersOf(app.database, "EDITOR");
    const token = authorization.replace("Bearer ", "");
    await app.database.prisma.apiToken.updateMany({ data: { revokedAt: settings.now } });
    expect(await send(token)).toBe(401);
    const [, id] = /^dln_([\w-]{22})_/.exec(token) ?? [];
    expect((await refusals()).map(({ subjectId }) => subjectId)).toEqual([id]);
  });

  it("fills neither the audit log nor the memory, however many come: one entry for a network in ten minutes", async () => {
    await open();
    for (let at = 0; at < 30; at += 1) await send(`dln_${at}`, `2001:db8:0:1::${at}`);
    expect(await refusals()).toHaveLength(1);
    settings.now = new Date("2026-05-01T12:10:00Z");
    await send("dln_again", "2001:db8:0:1::99");
    expect((await refusals()).map(({ detail }) => detail)).toEqual([
      "Refused: The token is unknown, revoked or expired. 29 more were refused since the last entry.",
      "Refused: The token is unknown, revoked or expired.",
    ]);
  });

  it("of many networks is recorded sixty times in ten minutes at most", async () => {
    await open();
    for (let at = 0; at < 80; at += 1) await send("dln_x", `198.51.100.${at}`);
    expect(await refusals()).toHaveLength(60);
  });
});

describe("who acted", () => {
  it("is recorded with the id of the token, so that two of one name can be distinguished", async () => {
    await open();
    const { authorization = "" } = await headersOf(app.database, "EDITOR");
    await app.data('mutation { createPerson(input: { name: "Ada Quay" }) { __typename } }', {}, { authorization });
    const [, id] = /dln_([\w-]{22})_/.exec(authorization) ?? [];
    const rows = await app.database.read("SELECT actor_id, actor_issuer FROM audit_entry WHERE act = 'createPerson'");
    expect(rows).toEqual([{ actor_id: id, actor_issuer: null }]);
  });

  it.each(["Command line", "command  LINE", "Scheduler", "s c h e d u l e r", "Anonymous", "unnamed", "Sсheduler"])(
    "is no token by the name %s, under which the server itself acts",
    async (name) => {
      await open();
      const admin = await headersOf(app.database, "ADMIN");
      const before = await app.database.prisma.apiToken.count();
      const { createApiToken } = await app.data<{ createApiToken: object }, object>(
        "mutation($name: String!) { createApiToken(input: { name: $name, role: AUTHOR }) { __typename ... on ValidationError { issues { path message } } } }",
        { name },
        admin,
      );
      expect(createApiToken).toEqual({
        __typename: "ValidationError",
        issues: [{ path: ["input", "name"], message: "The server itself acts under this name; choose another." }],
      });
      expect(await app.database.prisma.apiToken.count()).toBe(before);
    },
  );
});

it("the log names the address of the client for every answer and operation", async () => {
  await open();
  await app.http.inject({ url: "/nowhere", remoteAddress: "203.0.113.5" });
  await app.http.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: "203.0.113.6",
    headers: { "content-type": "application/json" },
    payload: '{"query":"{ viewer { name } }"}',
  });
  const logged = lines.map((line) => JSON.parse(line) as { msg: string; address?: string });
  expect(logged.filter(({ msg }) => msg === "answer").map(({ address }) => address)).toEqual(["203.0.113.5"]);
  expect(logged.filter(({ msg }) => msg === "operation").map(({ address }) => address)).toEqual(["203.0.113.6"]);
});
