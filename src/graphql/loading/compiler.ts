import {
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { assertNever } from "../../lib/assert-never.js";
import { BadInputError } from "../errors.js";
import { LimitError } from "../limit-error.js";
import type { ComputedField } from "./answer-text.js";
import { checkFilter } from "./arguments.js";
import { CHANGE_KEY, listKey } from "./change-keys.js";
import { childTypeOf, type RelationPlan } from "./relations.js";
import type { FieldArguments, Listing, RelationInput } from "./rows.js";
import { liveScope, type Scope } from "./scope.js";
import { type SelectedField, type SelectionSource, setsOf } from "./selection.js";
import { expectShape, objectTypeOf } from "./shape.js";

/*
 * From a selection to one SQL expression that makes the whole nested answer as JSON, so that a read costs one
 * statement whatever its depth. Identifiers come from shapes and relations only; everything a client sent is a parameter.
 * What the JSON of an object and of a page contains is up to the two compilers that extend this one.
 */

/** The most characters of a name; PostgreSQL cuts longer ones off. */
export const MAX_NAME_LENGTH = 62;

/**
 * The most relations of one statement. PostgreSQL plans each of them apart, and keeps some 50 kB of plan for each with a
 * prepared statement.
 */
export const MAX_RELATIONS = 75;

/** Compiles relations, and returns a new alias for each row of one statement. */
export abstract class Compiler {
  #aliases = 0;
  #relations = 0;

  /** @param hasKeys whether the JSON contains the keys of what it was made of; see ChangeKeys. */
  constructor(
    readonly source: SelectionSource,
    readonly hasKeys = false,
  ) {}

  /** The members of the JSON object of one row, with everything selected of it. */
  protected abstract columns(
    type: GraphQLObjectType,
    row: string,
    sets: readonly SelectionSetNode[],
    scope: Scope,
    place: ObjectPlace,
  ): readonly Sql[];

  /** The JSON object of one row with everything selected of it. */
  object(
    type: GraphQLObjectType,
    row: string,
    sets: readonly SelectionSetNode[],
    scope: Scope,
    place: ObjectPlace = "child",
  ): Sql {
    return objectOf(this.columns(type, row, sets, scope, place));
  }

  /** The JSON of a page: its rows and what else is selected of it. */
  abstract connection(at: ConnectionPlace): Sql;

  /** The JSON object of each row of a page. */
  node(at: ConnectionPlace, sets: readonly SelectionSetNode[]): Sql {
    const make = (): Sql => this.object(at.type, at.input.child, sets, at.input.scope, "node");
    return at.provideNode ? at.provideNode(make) : make();
  }

  /** The keys of an object as a column of its JSON; none when they are not asked for, or are those of its parent. */
  protected keysOf(type: GraphQLObjectType, row: string, place: ObjectPlace): readonly Sql[] {
    const owner = this.hasKeys ? expectShape(type).changesWith : undefined;
    if (!owner) return [];
    const isOwner = owner.type === type.name;
    if (!isOwner && (place === "child" || place === "member")) return [];
    const id = raw(`${row}.${owner.column}`);
    const key = sql`${raw(`'${owner.type}:'`)} || ${id}`;
    const isFound = isOwner && place === "root" && owner.isSeenByReference;
    return [keyColumn(isFound ? sql`${key} || ${raw(`' ${listKey(owner.type)}:'`)} || ${id}` : key)];
  }

  /** The keys of a connection below an object, as a column of its JSON. */
  #listKeysOf(plan: PlanOf<"connection">, parent: GraphQLObjectType, row: string): readonly Sql[] {
    if (!this.hasKeys) return [];
    if (plan.changesWith) return [keyColumn(plan.changesWith(row))];
    const { key } = expectShape(parent);
    return [keyColumn(sql`${raw(`'${listKey(parent.name)}:'`)} || ${raw(`${row}.${key}`)}`)];
  }

  /** The computed fields that have a place in some JSON of this compiler; null when it has no places. */
  placesIn(_json: Sql): readonly ComputedField[] | null {
    return null;
  }

  /** What a connection below the root is when its arguments are wrong. */
  protected abstract refused(error: BadInputError): Sql;

  /**
   * An alias that no other row of the statement has.
   *
   * @throws LimitError when the statement has as many relations as it may have.
   */
  alias(): string {
    this.countRelation();
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  protected countRelation(): void {
    this.#relations += 1;
    if (this.#relations > MAX_RELATIONS) throw this.tooManyRelations(this.#relations);
  }

  protected tooManyRelations(found: number): Error {
    const message = `The selections below one root field need more than ${MAX_RELATIONS} relations; split the request.`;
    return new LimitError(message, "RELATION_LIMIT_EXCEEDED", MAX_RELATIONS, found);
  }

  /** The JSON of what a relation leads to. */
  protected relation(plan: RelationPlan, at: FieldPlace): Sql {
    const { field, nodes, row, scope: parentScope } = at;
    const sets = setsOf(nodes);
    if (plan.kind === "part") return this.#part(plan, childTypeOf(field, plan), at);
    const args = this.argumentsOf(at);
    checkFilter(args);
    const scope = plan.kind === "connection" ? liveScope(parentScope.view) : parentScope;
    const input = { parent: row, child: this.alias(), scope, parentScope, args };
    if (plan.kind === "mixed") return this.#mixed(plan, input, sets);
    const type = childTypeOf(field, plan);
    switch (plan.kind) {
      case "one":
        return this.#one(plan, type, input, sets);
      case "many":
        return this.#many(plan, type, input, sets);
      case "connection":
        return this.#nestedConnection(plan, type, input, sets, at);
      default:
        return assertNever(plan);
    }
  }

  /** The arguments of a field after GraphQL's own checks. */
  protected argumentsOf({ field, nodes }: FieldPlace): FieldArguments {
    const [node] = nodes;
    if (!node) throw new Error(`${field.name} was selected by no node.`);
    return getArgumentValues(field, node, { ...this.source.variableValues });
  }

  #part(plan: PlanOf<"part">, type: GraphQLObjectType, { row, nodes, scope }: FieldPlace): Sql {
    const object = this.object(type, row, setsOf(nodes), scope);
    return plan.exists ? sql`CASE WHEN ${plan.exists(row)} THEN ${object} END` : object;
  }

  #one(plan: PlanOf<"one">, type: GraphQLObjectType, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = plan.rows(input);
    const columns = this.columns(type, input.child, sets, plan.scope?.(input) ?? input.scope, "child");
    return objectOf(columns, sql` FROM ${from} WHERE ${where}`);
  }

  #many(plan: PlanOf<"many">, type: GraphQLObjectType, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = plan.rows(input);
    const columns = this.columns(type, input.child, sets, plan.scope?.(input) ?? input.scope, "child");
    return objectsOf(columns, sql` FROM ${from} WHERE ${where} ORDER BY ${join(plan.order(input))}`);
  }

  #mixed(plan: PlanOf<"mixed">, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const parts = plan.parts.map((part) => {
      const own = { ...input, child: this.alias() };
      const { from, where } = part.rows(own);
      const object = this.object(objectTypeOf(this.source.schema, part.type()), own.child, sets, own.scope, "member");
      return sql`SELECT ${part.position(own)} AS position, ${object} AS node FROM ${from} WHERE ${where}`;
    });
    const row = raw(input.child);
    const all = sql`(${join(parts, " UNION ALL ")}) ${row}`;
    return sql`(SELECT ${listOf(sql`${row}.node`, sql`ORDER BY ${row}.position`)} FROM ${all})`;
  }

  /** A connection below the root. When its arguments are wrong, the rest of the answer is not lost. */
  #nestedConnection(
    plan: PlanOf<"connection">,
    type: GraphQLObjectType,
    input: RelationInput<FieldArguments>,
    sets: readonly SelectionSetNode[],
    { field: { name: field }, type: parent }: FieldPlace,
  ): Sql {
    if (plan.isHidden?.(input.scope)) return raw("NULL");
    try {
      const keys = this.#listKeysOf(plan, parent, input.parent);
      return this.connection({ type, rows: plan.rows(input), order: plan.order(input), input, sets, field, keys });
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      return this.refused(error);
    }
  }

  /** The object type of a name, such as that of a connection. */
  protected objectType(name: string): GraphQLObjectType {
    const type = this.source.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  }
}

/** The JSON array of an expression over all rows, in an order. It has no white space, as JSON.stringify writes none. */
export function listOf(each: Sql, order: Sql, filter: Sql = empty): Sql {
  return sql`coalesce(array_to_json(array_agg(${each} ${order})${filter}), '[]'::json)`;
}

/** The JSON object of some columns. No response key is the alias of its row, so none hides it. */
export function objectOf(columns: readonly Sql[], from: Sql = empty): Sql {
  return sql`(SELECT row_to_json(o$) FROM (SELECT ${listed(columns)}${from}) o$)`;
}

/**
 * The JSON array of the objects of all rows, in the order of the subquery. An aggregate reads the rows of a subquery as they come,
 * and takes less time with one object for each row than with a subquery for each.
 */
function objectsOf(columns: readonly Sql[], from: Sql): Sql {
  const objects = raw("coalesce(array_to_json(array_agg(row_to_json(o$))), '[]'::json)");
  return sql`(SELECT ${objects} FROM (SELECT ${listed(columns)}${from}) o$)`;
}

/** Columns of a SELECT; of an object may be selected nothing. */
function listed(columns: readonly Sql[]): Sql {
  return columns.length === 0 ? empty : join(columns);
}

type PlanOf<Kind extends RelationPlan["kind"]> = Extract<RelationPlan, { kind: Kind }>;

/** A selected field of a row. */
export interface FieldPlace {
  readonly type: GraphQLObjectType;
  readonly row: string;
  readonly scope: Scope;
  readonly responseKey: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: SelectedField["nodes"];
}

/** A connection to compile: its rows and the selections below it. */
export interface ConnectionPlace extends Listing {
  /** The type of its nodes. */
  readonly type: GraphQLObjectType;
  readonly input: RelationInput<FieldArguments>;
  readonly sets: readonly SelectionSetNode[];
  /** The field's name, for errors. */
  readonly field: string;
  /** The column with the keys of the list itself; see ChangeKeys. */
  readonly keys?: readonly Sql[];
  readonly provideNode?: ProvideNode;
}

/** Returns what is made, or was made for another page of the same selection; it is called in the same order each time. */
export type ProvideNode = (make: () => Sql) => Sql;

/** Where an object is in an answer: of a root field, of a page, of a union, or of any other relation. */
export type ObjectPlace = "root" | "node" | "member" | "child";

/** Whether the type of an object in a place depends on its row. */
export function isNamedIn(place: ObjectPlace): boolean {
  return place === "root" || place === "member";
}

function keyColumn(keys: Sql): Sql {
  return sql`${keys} AS ${raw(`"${CHANGE_KEY}"`)}`;
}
