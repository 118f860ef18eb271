import type { Transaction } from "../database/client.js";
import { sharedRows } from "../database/row-locks.js";
import { Prisma } from "../generated/prisma/client.js";
import { Found, type ReferencedType, type References } from "./references.js";

const { raw, sql } = Prisma;

interface FoundRow {
  readonly id: string;
  readonly role: string | null;
}

/** Looks up all that an input refers to, in one statement for each type that it refers to. */
export async function findReferences(tx: Transaction, references: References): Promise<Found> {
  const rows = new Map<ReferencedType, ReadonlyMap<string, string | null>>();
  for (const [type, keys] of references.keys()) {
    const found = await findRows(tx, type, keys);
    rows.set(type, new Map(found.map(({ id, role }) => [id, role])));
  }
  return new Found(rows);
}

/** Raw because the table depends on the type. It uses the key of each table. An article has to have a draft. */
function findRows(tx: Transaction, type: ReferencedType, keys: readonly string[]): Promise<readonly FoundRow[]> {
  if (type === "Article") {
    return tx.$queryRaw(sql`SELECT article_id AS id, NULL AS role FROM article_head
      WHERE article_id = ANY(${[...keys]}::uuid[]) AND head = 'DRAFT'`);
  }
  const role = raw(type === "Person" ? "role" : "NULL AS role");
  return tx.$queryRaw(sql`
    SELECT id, ${role} FROM ${raw(sharedRows(type).table)} WHERE id = ANY(${[...keys]}::uuid[])`);
}
