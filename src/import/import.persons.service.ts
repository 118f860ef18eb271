import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { foldHandle } from "../person/handle.js";
import { coreWords } from "../person/person.alike.js";
import { foldName } from "../person/person.mentions.js";
import { type Candidates, type KnownPerson, MOST_BEARERS, otherNamesOf } from "./import.candidates.js";
import { judgePersons, type PersonVerdict, wantsAlike } from "./import.persons.js";
import type { StoryPerson } from "@dateline/copy-reader";

const { sql } = Prisma;

/** Names alike are looked up for so many persons of a story; of further ones only whole names and accounts. */
const MOST_LOOKED_UP = 100;

/**
 * Identifies the persons of a story, or proposes who they may be. It only reads, with at most two statements however many
 * persons there are.
 */
export async function matchPersons(
  tx: Transaction,
  persons: readonly StoryPerson[],
): Promise<readonly PersonVerdict[]> {
  if (persons.length === 0) return [];
  return judgePersons(persons, await findCandidates(tx, persons));
}

async function findCandidates(tx: Transaction, persons: readonly StoryPerson[]): Promise<Candidates> {
  const named = await findNamed(tx, persons);
  const names = persons.filter((person) => wantsAlike(person, named)).map(({ name }) => name);
  return { named, alike: await findAlike(tx, names.slice(0, MOST_LOOKED_UP)) };
}

/** What is read of a known person. */
const KNOWN = sql`p.id, p.slug, p.name, p.role,
  ARRAY(SELECT n.name FROM person_name n WHERE n.person_id = p.id ORDER BY n.position) AS names,
  ARRAY(SELECT n.folded FROM person_name n WHERE n.person_id = p.id ORDER BY n.position) AS folded,
  ARRAY(SELECT a.platform || ' ' || a.folded FROM social_account a
    WHERE a.person_id = p.id ORDER BY a.position, a.platform, a.folded) AS accounts`;

async function findNamed(tx: Transaction, persons: readonly StoryPerson[]): Promise<readonly KnownPerson[]> {
  const names = new Set(persons.flatMap((person) => [person.name, ...otherNamesOf(person)].map(foldName)));
  const handles = persons.flatMap((person) => person.handles);
  // Raw for the array parameters and the limit on each name. It uses the index of folded names and the key of
  // accounts.
  return tx.$queryRaw<KnownPerson[]>(sql`
    SELECT ${KNOWN} FROM person p WHERE p.id IN (
      SELECT hit.person_id FROM unnest(${[...names]}::text[]) AS wanted (folded)
        CROSS JOIN LATERAL (SELECT n.person_id FROM person_name n WHERE n.folded = wanted.folded
          ORDER BY n.person_id LIMIT ${MOST_BEARERS}::int) hit
      UNION
      SELECT a.person_id FROM unnest(
          ${handles.map(({ platform }) => platform)}::text[],
          ${handles.map(({ handle }) => foldHandle(handle))}::text[]) AS wanted (platform, folded)
        JOIN social_account a ON a.platform = wanted.platform AND a.folded = wanted.folded)
    ORDER BY p.id`);
}

/** A name to which others may be alike, and words of it that they have to have; empty where any will do. */
interface LookedUp {
  readonly folded: string;
  readonly word: string;
  readonly other: string;
  /** How the name has to end. */
  readonly end: string;
}

/**
 * Looks up by the last word, and for the names that lack it by the first two; a family name alone by that. The names
 * found have those words in the same or another spelling.
 */
function lookUpsOf(name: string): readonly LookedUp[] {
  const folded = foldName(name);
  const [first = "", second = "", ...others] = coreWords(name);
  const last = others.at(-1) ?? second;
  if (first === "") return [];
  if (last === "") return [{ folded, word: first, other: "", end: ` ${first}` }];
  const byLast = { folded, word: last, other: "", end: "" };
  return others.length === 0 ? [byLast] : [byLast, { folded, word: second, other: first, end: "" }];
}

async function findAlike(tx: Transaction, names: readonly string[]): Promise<Candidates["alike"]> {
  const alike = new Map<string, KnownPerson[]>();
  const wanted = [...new Set(names)].flatMap(lookUpsOf);
  if (wanted.length === 0) return alike;
  for (const { wantedName, ...known } of await readAlike(tx, wanted)) {
    const bearers = alike.get(wantedName);
    if (bearers) bearers.push(known);
    else alike.set(wantedName, [known]);
  }
  return alike;
}

async function readAlike(
  tx: Transaction,
  wanted: readonly LookedUp[],
): Promise<readonly (KnownPerson & { readonly wantedName: string })[]> {
  // Raw for the index of name_marks, on which it leans, and for the limit on each name: those that have most in common
  // with it come first. A folded name has no character that means something in a pattern.
  return tx.$queryRaw(sql`
    SELECT hit."wantedName", ${KNOWN} FROM (
      SELECT wanted.folded AS "wantedName", best.person_id, max(best.likeness) AS likeness FROM unnest(
          ${wanted.map(({ folded }) => folded)}::text[], ${wanted.map(({ word }) => word)}::text[],
          ${wanted.map(({ other }) => other)}::text[], ${wanted.map(({ end }) => `%${end}`)}::text[]
        ) AS wanted (folded, word, other, ending)
        CROSS JOIN LATERAL (SELECT n.person_id, max(similarity(n.folded, wanted.folded)) AS likeness FROM person_name n
          WHERE name_marks(n.folded) && name_marks(wanted.word) AND n.folded LIKE wanted.ending
            AND (wanted.other = '' OR name_marks(n.folded) && name_marks(wanted.other))
          GROUP BY n.person_id ORDER BY likeness DESC, n.person_id LIMIT ${MOST_BEARERS}::int) best
      GROUP BY wanted.folded, best.person_id) hit
    JOIN person p ON p.id = hit.person_id ORDER BY hit."wantedName", hit.likeness DESC, p.id`);
}
