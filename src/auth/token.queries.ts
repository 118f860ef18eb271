import sql, { raw, type Sql } from "sql-template-tag";
import type { Listing, Order } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
import type { Act } from "./acts.js";
import { ApiToken, AuditEntry } from "./token.type.js";

/** How tokens and the audit log are read. */
export const authLoading = [
  shape(ApiToken, { table: "api_token" }),
  shape(AuditEntry, {
    table: "audit_entry",
    // No constraint says which roles there are, so the value is checked when it is read.
    columns: { subjectKey: "subject_id", role: (row) => raw(`${row}.role`) },
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

/** All acts, or those done to one thing, the newest first. */
export function listAudit(row: string, subjectKey: string | null): Listing {
  const where = subjectKey === null ? raw("TRUE") : sql`${raw(row)}.subject_id = ${subjectKey}::uuid`;
  return { rows: { from: sql`audit_entry ${raw(row)}`, where }, order: orderAudit(row) };
}
