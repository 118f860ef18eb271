import sql, { raw, type Sql } from "sql-template-tag";
import { decodeUuid, encodeUuid } from "../lib/uuid.js";
import { BadInputError } from "./errors.js";
import { base64Url } from "./loading/leaf-sql.js";

/**
 * The types with a global id, and the prefix of their ids. Prefixes are part of every id that a client has stored, so
 * they never change.
 */
const PREFIXES = {
  Article: "art",
  Paragraph: "par",
  Quote: "quo",
  Person: "per",
  EmbeddedPost: "pst",
  Topic: "top",
  Section: "sec",
  Revision: "rev",
  Image: "img",
  Figure: "fig",
} as const;

/** The name of a type whose objects `node(id)` finds. */
export type NodeType = keyof typeof PREFIXES;

/** Whether objects of the named type have a global id. */
export function isNodeType(type: string): type is NodeType {
  return Object.hasOwn(PREFIXES, type);
}

const TYPES: ReadonlyMap<string, NodeType> = new Map(
  Object.keys(PREFIXES)
    .filter(isNodeType)
    .map((type) => [PREFIXES[type], type]),
);

/** The global id of a row: opaque to clients, the same in every head and revision. `uuid` is the row's key. */
export function encodeNodeId(type: NodeType, uuid: string): string {
  return `${PREFIXES[type]}_${encodeUuid(uuid)}`;
}

/** The same as `encodeNodeId` in SQL. */
export function nodeIdInSql(type: NodeType, uuid: Sql): Sql {
  return sql`(${raw(`'${PREFIXES[type]}_'`)} || ${base64Url(sql`uuid_send(${uuid})`)})`;
}

/** The type and key of a global id, or null if it is invalid. */
export function decodeNodeId(id: string): { readonly type: NodeType; readonly uuid: string } | null {
  const at = id.indexOf("_");
  const type = TYPES.get(id.slice(0, Math.max(at, 0)));
  const uuid = decodeUuid(id.slice(at + 1));
  return type && uuid !== null ? { type, uuid } : null;
}

/**
 * The key in a global id that must be of one type.
 *
 * @param argument the argument's name, for the error.
 * @throws BadInputError when the id was never given out or is of another type.
 */
export function expectNodeId(type: NodeType, id: string, argument: string): string {
  const found = decodeNodeId(id);
  if (!found) throw new BadInputError(`"${argument}" is not an id: ${JSON.stringify(id.slice(0, 80))}.`, argument);
  if (found.type !== type) {
    throw new BadInputError(`"${argument}" must be the id of a ${type}, but is that of a ${found.type}.`, argument);
  }
  return found.uuid;
}
