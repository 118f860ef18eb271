import type { FieldNode, GraphQLResolveInfo } from "graphql";
import { LRUCache } from "lru-cache";
import type { Sql } from "sql-template-tag";
import { variablesBelow } from "./selection.js";
import type { FieldArguments } from "./rows.js";
import type { ComputedField } from "./answer-text.js";
import type { View } from "./view.js";

/*
 * Compiled selections, by the field of the document and everything that they depend on. Clients send
 * few documents often. The caches are bounded in bytes, and what has a long key is compiled each time.
 */

/** The JSON of one object, the row it is made from, and the texts of the statements that it is part of. */
export interface Plan {
  readonly object: Sql;
  readonly row: string;
  /** What is filled into the answer afterwards; null when nothing is. */
  readonly computed: readonly ComputedField[] | null;
  /** By what follows the object. */
  readonly texts: Map<string, PlannedStatement>;
}

/** The texts of a statement that reads objects of a plan. */
export interface PlannedStatement {
  readonly text: string;
  /** That of the statement for several keys; null when the statement is no lookup by one key. */
  readonly lookupText: string | null;
}

/** What the pages of one selection have in common, whatever their arguments. */
export interface NodePlan {
  /** The JSON of each row, in the order in which it is asked for. */
  readonly nodes: readonly Sql[];
  /** What is filled into the answer afterwards; null when nothing is. */
  readonly computed: readonly ComputedField[] | null;
}

/** A whole statement. */
export interface PageStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What is filled into the answer afterwards; null when nothing is. */
  readonly computed: readonly ComputedField[] | null;
}

/** A longer key has arguments that hardly come again. */
const MAX_KEY_LENGTH = 1_000;

/** What the parts of a plan cost besides its text: the templates and the list of its values. */
const PLAN_FACTOR = 6;

function bytesOf(values: readonly unknown[]): number {
  let bytes = 0;
  for (const value of values) bytes += 16 + (typeof value === "string" ? 2 * value.length : 0);
  return bytes;
}

class ByteCache<Value extends object> {
  readonly #entries: LRUCache<string, Value>;

  constructor(maxBytes: number, sizeOf: (value: Value) => number) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (value, key) => 200 + 2 * key.length + sizeOf(value),
    });
  }

  /** The value of a key; it is made where there is none. Without a key it is made each time. */
  provide(key: string | null, make: () => Value): Value {
    const known = key === null ? undefined : this.#entries.get(key);
    if (known) return known;
    const fresh = make();
    if (key !== null) this.#entries.set(key, fresh);
    return fresh;
  }
}

const MAX_BYTES = 16 * 1024 * 1024;

function bytesOfPlan({ text, values }: Sql): number {
  return PLAN_FACTOR * text.length + bytesOf(values);
}

/** Objects of a selection, for all statements that read them. */
export const plans = new ByteCache<Plan>(MAX_BYTES, ({ object }) => bytesOfPlan(object));

/** The rows of pages of a selection. */
export const nodePlans = new ByteCache<NodePlan>(MAX_BYTES, ({ nodes }) =>
  nodes.reduce((sum, node) => sum + bytesOfPlan(node), 0),
);

/** Whole statements of root connections. */
export const statements = new ByteCache<PageStatement>(MAX_BYTES, ({ text, values }) => text.length + bytesOf(values));

/** What is known of one field of a document. */
interface KnownField {
  /** A number that no other field has. */
  readonly id: number;
  /** The variables below the field. */
  readonly variables: readonly string[];
}

const fields = new WeakMap<FieldNode, KnownField>();
let lastId = 0;

function knownField(node: FieldNode, fragments: GraphQLResolveInfo["fragments"]): KnownField {
  const known = fields.get(node);
  if (known) return known;
  const fresh = { id: (lastId += 1), variables: variablesBelow([node], fragments) };
  fields.set(node, fresh);
  return fresh;
}

/**
 * The key of what is compiled for a field, or null when it is compiled each time: fields that were merged of several
 * nodes are rare, and so are long arguments. A variable that was omitted has another key than one that is null.
 */
export function keyOf(
  type: string,
  view: View,
  { fieldNodes, fragments, variableValues }: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "variableValues">,
  args?: FieldArguments,
): string | null {
  const [node] = fieldNodes;
  if (!node || fieldNodes.length > 1) return null;
  const { id, variables } = knownField(node, fragments);
  const viewed = view.kind === "PREVIEW" ? `${view.kind} ${view.articleId}` : view.kind;
  const values = [
    args,
    ...variables.map((name) => (Object.hasOwn(variableValues, name) ? [variableValues[name]] : [])),
  ];
  const size = values.reduce<number>((sum, value) => sum + sizeUpTo(value, MAX_KEY_LENGTH), 0);
  return size > MAX_KEY_LENGTH ? null : `${id} ${type} ${viewed} ${JSON.stringify(values)}`;
}

/** How many characters and entries a value has, counted no further than a limit. */
function sizeUpTo(value: unknown, limit: number): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  let size = 1;
  for (const each of Object.values(value)) {
    size += sizeUpTo(each, limit);
    if (size > limit) break;
  }
  return size;
}
