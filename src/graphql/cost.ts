import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./loading/page.js";
import { type SelectedField, selectedFields, type SelectionSource, setsOf } from "./loading/selection.js";

/*
 * The cost of an operation: roughly how many objects it reads. It is computed from the selections as they are executed:
 * conditions decided, fragments spread, fields with one response key merged.
 */

/** What one field costs, where its declaration does not set a `complexity` of its own. */
const WEIGHTS = {
  object: 1,
  value: 0.1,
  /** Everything that matches is counted, on whatever page it is. */
  totalCount: 100,
  /** A search for characters inside texts may look at every text, once for the page and once for its count. */
  textSearch: 1_000,
  /** Below the root it looks at the texts of one parent. */
  nestedTextSearch: 100,
  /** A write is a transaction with locks, checks and a record. */
  mutation: 2_000,
  /** The schema is in memory. */
  introspection: 0.01,
} as const;

type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;

/** The part of the cost that is not for objects, which are found by their keys, but for searching and counting. */
const SEARCH_WEIGHTS: Weights = { ...WEIGHTS, object: 0, value: 0, mutation: 0, introspection: 0 };

/** How many objects a list without pages is assumed to contain, such as the paragraphs of an article. */
const LIST_SIZE = 5;

/** How many items a list of the introspection is assumed to contain; `types` are counted. */
const INTROSPECTION_LIST_SIZE = 8;

/** The cost of an operation. */
export interface OperationCost {
  readonly total: number;
  /** The part of it that is for searching texts and counting what matches. */
  readonly search: number;
}

/**
 * The cost of an operation with these variables, in whole numbers.
 *
 * @throws GraphQLError when the arguments of a field are not what the schema declares.
 */
export function computeCost(operation: OperationDefinitionNode, source: SelectionSource): OperationCost {
  return { total: costBy(WEIGHTS, operation, source), search: costBy(SEARCH_WEIGHTS, operation, source) };
}

function costBy(weights: Weights, operation: OperationDefinitionNode, source: SelectionSource): number {
  const root = source.schema.getRootType(operation.operation);
  if (!root) return 0;
  const weight = operation.operation === OperationTypeNode.MUTATION ? weights.mutation : 0;
  const meter = new CostMeter(source, weights);
  const fields = selectedFields(root, [operation.selectionSet], source);
  const writes = [...fields.values()].filter(({ name }) => !name.startsWith("__")).length;
  // Sums of tenths are not exact.
  return Math.ceil(Number((writes * weight + meter.fields(root, fields)).toFixed(3)));
}

type Field = GraphQLField<unknown, unknown>;

class CostMeter {
  constructor(
    readonly source: SelectionSource,
    readonly weights: Weights,
  ) {}

  /** The weight that a field's declaration sets with `complexity`, or that of its kind. */
  #weightOf({ extensions: { complexity } }: Field, kind: "object" | "value"): number {
    return typeof complexity === "number" && this.weights[kind] > 0 ? complexity : this.weights[kind];
  }

  /** What the selections under one type cost for one object; of several possible types the most expensive counts. */
  #below(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): number {
    const { schema } = this.source;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    return Math.max(0, ...types.map((each) => this.fields(each, selectedFields(each, sets, this.source))));
  }

  /** What some fields of one object cost together. */
  fields(type: GraphQLObjectType, fields: ReadonlyMap<string, SelectedField>): number {
    let cost = 0;
    for (const field of fields.values()) cost += this.#field(type, field);
    return cost;
  }

  #field(parent: GraphQLObjectType, { name, nodes }: SelectedField): number {
    const field = fieldOf(this.source.schema, parent, name);
    const [node] = nodes;
    if (!field || !node) return 0;
    const type = getNamedType(field.type);
    if (isIntrospectionType(type)) return this.#introspection(field, type, nodes);
    const weight = this.#weightOf(field, isLeafType(type) ? "value" : "object");
    if (isLeafType(type)) return weight;
    const args = getArgumentValues(field, node, { ...this.source.variableValues });
    if (type.name.endsWith("Connection") && isObjectType(type)) {
      return weight + this.#page(type, args, setsOf(nodes), this.#searchWeight(parent, args));
    }
    return listSize(field, args) * (weight + this.#below(type, setsOf(nodes)));
  }

  #searchWeight(parent: GraphQLObjectType, args: Arguments): number {
    if (!searchesText(args["filter"])) return 0;
    return parent === this.source.schema.getQueryType() ? this.weights.textSearch : this.weights.nestedTextSearch;
  }

  #page(type: GraphQLObjectType, args: Arguments, sets: readonly SelectionSetNode[], search: number): number {
    const fields = [...selectedFields(type, sets, this.source).values()];
    let cost = fields.some(({ name }) => name !== "totalCount") ? search : 0;
    for (const field of fields) {
      if (field.name === "totalCount") cost += this.weights.totalCount + search;
      else if (field.name === "pageInfo") cost += this.weights.object;
      else if (field.name === "nodes" || field.name === "edges") cost += pageSize(args) * this.#ofPage(type, field);
      else cost += this.#field(type, field);
    }
    return cost;
  }

  /** What `nodes` or `edges` cost for one row of the page. */
  #ofPage(type: GraphQLObjectType, { name, nodes }: SelectedField): number {
    const field = type.getFields()[name];
    return field ? this.#weightOf(field, "object") + this.#below(getNamedType(field.type), setsOf(nodes)) : 0;
  }

  #introspection(field: Field, type: GraphQLNamedType, nodes: readonly FieldNode[]): number {
    const types = Object.keys(this.source.schema.getTypeMap()).length;
    const items = !isList(field) ? 1 : field.name === "types" ? types : INTROSPECTION_LIST_SIZE;
    const sets = setsOf(nodes);
    if (!isObjectType(type)) return this.weights.introspection * items;
    let below = this.weights.introspection;
    for (const each of selectedFields(type, sets, this.source).values()) {
      const declared = fieldOf(this.source.schema, type, each.name);
      if (declared) below += this.#introspection(declared, getNamedType(declared.type), each.nodes);
    }
    return items * below;
  }
}

type Arguments = Readonly<Record<string, unknown>>;

function fieldOf(schema: GraphQLSchema, parent: GraphQLObjectType, name: string): Field | undefined {
  if (name === SchemaMetaFieldDef.name && parent === schema.getQueryType()) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name && parent === schema.getQueryType()) return TypeMetaFieldDef;
  return parent.getFields()[name];
}

function isList({ type }: Field): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function listSize(field: Field, args: Arguments): number {
  if (!isList(field)) return 1;
  const ids = args["ids"];
  return Array.isArray(ids) ? ids.length : LIST_SIZE;
}

function pageSize(args: Arguments): number {
  const size = args["first"] ?? args["last"];
  return typeof size === "number" ? Math.min(Math.max(size, 0), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

function searchesText(filter: unknown): boolean {
  if (typeof filter !== "object" || filter === null) return false;
  return Object.entries(filter).some(([name, value]) => name.endsWith("Contains") && typeof value === "string");
}
