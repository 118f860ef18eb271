import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_PUBLISHING_RULES } from "../../src/auth/work.js";
import type { Role } from "../../src/auth/role.js";
import { Desk } from "../support/desk.js";

const settings = {
  now: new Date("2030-03-01T08:00:00Z"),
  rules: { ...DEFAULT_PUBLISHING_RULES, requiresImageCredit: true, timeZone: "Europe/Berlin" },
};
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

const LOG = `query ($subjectId: ID, $filter: AuditLogFilter) { auditLog(first: 50, subjectId: $subjectId, filter: $filter) {
  totalCount nodes { act actorId at } } }`;

interface Log {
  readonly auditLog: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly act: string; readonly actorId: string | null }[];
  };
}

const log = async (variables: object): Promise<readonly string[]> => {
  const { auditLog } = await desk.app.data<Log, object>(LOG, variables, desk.headers.ADMIN);
  expect(auditLog.totalCount).toBe(auditLog.nodes.length);
  return auditLog.nodes.map(({ act }) => act);
};

async function idOf(as: Role): Promise<string> {
  const { viewer } = await desk.app.data<{ viewer: { id: string } }, object>("{ viewer { id } }", {}, desk.headers[as]);
  return viewer.id;
}

describe("the audit log", () => {
  it("is filtered by actor, act, moment and object, all at once", async () => {
    const write = async (as: Role, id: string, expectedVersion: number, minutes: number) => {
      settings.now = new Date(Date.parse("2030-03-01T08:00:00Z") + minutes * 60_000);
      await desk.run(
        "updateArticle",
        { id, expectedVersion, headline: `By ${as} at ${minutes}` },
        "article { id }",
        as,
      );
    };
    const [one, other] = [await desk.newsroom.draft(), await desk.newsroom.draft()];
    await write("AUTHOR", one.id, one.version, 1);
    await write("EDITOR", one.id, one.version + 1, 2);
    await write("AUTHOR", other.id, other.version, 3);
    await desk.run("submitArticle", { id: other.id, expectedVersion: other.version + 1 }, "article { id }", "AUTHOR");
    const actorId = await idOf("AUTHOR");
    expect(await log({ filter: { actorId } })).toEqual(["submitArticle", "updateArticle", "updateArticle"]);
    expect(await log({ filter: { actorId, acts: ["updateArticle", "publishArticle"] } })).toHaveLength(2);
    expect(await log({ filter: { acts: ["submitArticle"] } })).toEqual(["submitArticle"]);
    expect(await log({ subjectId: one.id, filter: { actorId } })).toEqual(["updateArticle"]);
    const [doneAfter, doneBefore] = ["2030-03-01T08:01:00Z", "2030-03-01T08:03:00Z"];
    expect(await log({ filter: { doneAfter, doneBefore } })).toEqual(["updateArticle"]);
    expect(await log({ filter: { acts: [] } })).toEqual([]);
    expect(await log({ filter: { actorId: "nobody" } })).toEqual([]);
    expect(await log({ filter: {} })).toEqual(await log({}));
  });

  it("reads what it is filtered by from an index", async () => {
    await desk.app.database.pool.query(`
      INSERT INTO audit_entry (id, at, actor, actor_id, role, act, subject, subject_id)
      SELECT gen_random_uuid(), timestamptz '2020-01-01' + n * interval '1 minute', 'A', 'actor' || n % 300, 'AUTHOR',
        CASE WHEN n % 2000 = 0 THEN 'killArticle' ELSE 'updateArticle' END, 'Article', gen_random_uuid()
      FROM generate_series(1, 20000) n`);
    await desk.app.database.pool.query("ANALYZE audit_entry");
    const indexes = {
      'actorId: "actor7"': "audit_entry_actor_id_at_id_idx",
      'acts: ["killArticle"]': "audit_entry_act_at_id_idx",
    };
    for (const [filter, index] of Object.entries(indexes)) {
      desk.app.statements.length = 0;
      await desk.app.data(`{ auditLog(first: 20, filter: { ${filter} }) { nodes { at } } }`, {}, desk.headers.ADMIN);
      const [statement] = desk.app.statements.filter(({ sql }) => sql.includes("audit_entry"));
      const { rows } = await desk.app.database.pool.query<{ "QUERY PLAN": string }>(`EXPLAIN ${statement?.sql}`, [
        ...(statement?.params ?? []),
      ]);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain(index);
      expect(plan).not.toContain("Seq Scan");
    }
  });
});

describe("topics", () => {
  it("are found by the characters of their names, by readers those alone that they can see", async () => {
    await desk.newsroom.published({ topics: ["Häfen und Fähren"] });
    await desk.newsroom.draft({ topics: ["Fährunglück"] });
    const query = `{ topics(filter: { nameContains: "FAHR" }) { totalCount nodes { name } } }`;
    const found = (...names: readonly string[]) => ({
      topics: { totalCount: names.length, nodes: names.map((name) => ({ name })) },
    });
    expect(await desk.readAsEditor(query)).toEqual(found("Fährunglück", "Häfen und Fähren"));
    expect(await desk.readAsReader(query)).toEqual(found("Häfen und Fähren"));
  });
});

describe("the newsroom", () => {
  it("states its name, its time zone and the rules for what it publishes", async () => {
    const query = "{ newsroom { title language timeZone requiresImageAlt requiresImageCredit checksImageExpiry } }";
    expect(await desk.readAsReader(query)).toEqual({
      newsroom: {
        title: "The Test Courier",
        language: "en",
        timeZone: "Europe/Berlin",
        requiresImageAlt: true,
        requiresImageCredit: true,
        checksImageExpiry: true,
      },
    });
  });
});
