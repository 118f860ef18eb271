import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import type { NamedPerson } from "./person.mentions.js";

const { sql } = Prisma;

/** The persons who have one of these names, and the speakers, each with all names. */
export function personsNamed(
  tx: Transaction,
  folded: readonly string[],
  speakers: readonly string[],
): Promise<readonly NamedPerson[]> {
  // Raw for the array parameters: the names of a long article would be thousands of parameters of an IN list. It leans
  // on the index of folded names.
  return tx.$queryRaw(sql`
    SELECT n.person_id AS id, array_agg(n.name ORDER BY n.position) AS names FROM person_name n
    WHERE n.person_id IN (SELECT f.person_id FROM person_name f WHERE f.folded = ANY(${[...folded]}::text[]))
      OR n.person_id = ANY(${[...speakers]}::uuid[])
    GROUP BY n.person_id ORDER BY n.person_id`);
}
