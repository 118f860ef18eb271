import sql, { raw } from "sql-template-tag";
import type { Listing, Order } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
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

/** All acts, or those done to one thing, the newest first. */
export function listAudit(row: string, subjectKey: string | null): Listing {
  const where = subjectKey === null ? raw("TRUE") : sql`${raw(row)}.subject_id = ${subjectKey}::uuid`;
  return { rows: { from: sql`audit_entry ${raw(row)}`, where }, order: newestFirst(row, "audit", "at") };
}
