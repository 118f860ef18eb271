import sql, { raw } from "sql-template-tag";
import { defineObject, type Order, type RelatedRows } from "../graphql/loading/shape.js";

defineObject({
  type: "ApiToken",
  from: (row) => sql`api_token ${raw(row)}`,
  key: "id",
  columns: {
    id: "id",
    name: "name",
    role: "role",
    createdAt: "created_at",
    createdBy: "created_by",
    expiresAt: "expires_at",
    revokedAt: "revoked_at",
  },
});

defineObject(
  {
    type: "AuditEntry",
    from: (row) => sql`audit_entry ${raw(row)}`,
    key: "id",
    columns: {
      at: "at",
      actor: "actor",
      actorId: "actor_id",
      actorIssuer: "actor_issuer",
      role: "role",
      act: "act",
      subject: "subject",
      subjectKey: "subject_id",
      detail: "detail",
      origin: "origin",
    },
  },
  // Which kind of id it is hangs on the type beside it.
  { subjectId: { kind: "columns", properties: ["subject", "subjectKey"] } },
);

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
export function listTokens(row: string): { readonly rows: RelatedRows; readonly order: Order } {
  const rows = { from: sql`api_token ${raw(row)}`, where: raw("TRUE") };
  return { rows, order: newestFirst(row, "token", "created_at") };
}

/** All acts, or those done to one thing, the newest first. */
export function listAudit(
  row: string,
  subjectKey: string | null,
): { readonly rows: RelatedRows; readonly order: Order } {
  const where = subjectKey === null ? raw("TRUE") : sql`${raw(row)}.subject_id = ${subjectKey}::uuid`;
  return { rows: { from: sql`audit_entry ${raw(row)}`, where }, order: newestFirst(row, "audit", "at") };
}
