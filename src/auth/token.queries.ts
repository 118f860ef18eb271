import sql, { raw, type Sql } from "sql-template-tag";
import { allOf, given, isOneOf } from "../graphql/loading/filters.js";
import type { Listing, Order } from "../graphql/loading/rows.js";
import { many, relations } from "../graphql/loading/relations.js";
import { shape } from "../graphql/loading/shape.js";
import { AuditNote } from "./audit-note.type.js";
import type { Act } from "./acts.js";
import { ApiToken, AuditEntry, type AuditLogFilter } from "./token.type.js";

/** How tokens and the audit log are read. */
export const authLoading = [
  shape(ApiToken, { table: "api_token" }),
  shape(AuditEntry, {
    table: "audit_entry",
    // No constraint says which roles there are, so the value is checked when it is read.
    columns: { subjectKey: "subject_id", role: (row) => raw(`${row}.role`) },
  }),
  shape(AuditNote, {}),
  relations(AuditEntry, {
    notes: many(() => AuditNote, {
      description:
        "The same as `detail` by codes, for words in another language; empty where `detail` is what the actor said, a name or null, and in entries of earlier versions.",
      rows: ({ parent, child }) => ({
        from: raw(`ROWS FROM (jsonb_to_recordset(${parent}.notes) AS (code text, words text[]))
          WITH ORDINALITY ${child}(code, words, position)`),
        where: raw("TRUE"),
      }),
      order: ({ child }) => [raw(`${child}.position`)],
    }),
  }),
];

function newestFirst(row: string, name: string, moment: string): Order {
  return {
    name,
    keys: [
      { by: raw(`${row}.${moment}`), type: "timestamptz" },
      { by: raw(`${row}.id`), type: "uuid" },
    ],
    direction: "DESC",
  };
}

/** All tokens, the newest first. */
export function listTokens(row: string): Listing {
  const rows = { from: sql`api_token ${raw(row)}`, where: raw("TRUE") };
  return { rows, order: newestFirst(row, "token", "created_at") };
}

/** The order of entries of the audit log: the newest first. */
export function orderAudit(row: string): Order {
  return newestFirst(row, "audit", "at");
}

/** That an entry of the audit log is about one of these acts; they are part of the statement, for its plan. */
export function isActAmong(row: string, acts: readonly Act[]): Sql {
  return raw(`${row}.act IN (${acts.map((act) => `'${act}'`).join(", ")})`);
}

/** The acts of a filter, or those done to one thing, the newest first. */
export function listAudit(row: string, subjectKey: string | null, filter: AuditLogFilter): Listing {
  const r = raw(row);
  const where = allOf([
    given(subjectKey, (key) => sql`${r}.subject_id = ${key}::uuid`),
    given(filter.actorId, (id) => sql`${r}.actor_id = ${id}`),
    given(filter.acts, (acts) => isOneOf(sql`${r}.act`, acts)),
    given(filter.doneAfter, (moment) => sql`${r}.at > ${moment}::timestamptz`),
    given(filter.doneBefore, (moment) => sql`${r}.at < ${moment}::timestamptz`),
  ]);
  return { rows: { from: sql`audit_entry ${raw(row)}`, where }, order: orderAudit(row) };
}
