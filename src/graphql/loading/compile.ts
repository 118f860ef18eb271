import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { createHash } from "node:crypto";
import { assertNever } from "../../lib/assert-never.js";
import { BadInputError } from "../errors.js";
import { LimitError } from "../limit-error.js";
import { checkFilter } from "./arguments.js";
import { cursorValues, isBeyond, nameOfOrder, orderBy, type PageRange, readPage, withinCursors } from "./page.js";
import { childTypeOf, relationOf, type RelationPlan } from "./relations.js";
import type { FieldArguments, Listing, RelationInput } from "./rows.js";
import { liveScope, type Scope } from "./scope.js";
import { selectedFields, type SelectedField, type SelectionSource, setsOf } from "./selection.js";
import { dependenciesOf, expectShape, objectTypeOf } from "./shape.js";

/*
 * From a selection to one SQL expression that makes the whole nested answer as JSON, so that a read costs one
 * statement whatever its depth. Identifiers come from shapes and relations only; everything a client sent is a parameter.
 *
 * In the JSON of an object a property has its own name, and a relation has "@" and its response key, because a query can
 * select one relation several times with different arguments.
 */

/** PostgreSQL cuts longer names off. */
const MAX_NAME_LENGTH = 62;

/** The key of a relation in its parent's JSON. No response key has the character that a shortened one begins with. */
export function relationKey(responseKey: string): string {
  if (responseKey.length <= MAX_NAME_LENGTH) return `@${responseKey}`;
  return `@#${createHash("sha256").update(responseKey).digest("hex").slice(0, 40)}`;
}

/**
 * The most relations of one statement. PostgreSQL plans each of them apart, and keeps some 50 kB of plan for each with a
 * prepared statement.
 */
export const MAX_RELATIONS = 75;

/** Returns a new alias for each row of one statement. */
export class Compiler {
  #aliases = 0;
  #relations = 0;

  constructor(readonly source: SelectionSource) {}

  /**
   * An alias that no other row of the statement has.
   *
   * @throws LimitError when the statement has as many relations as it may have.
   */
  alias(): string {
    this.#countRelation();
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }

  #countRelation(): void {
    this.#relations += 1;
    if (this.#relations <= MAX_RELATIONS) return;
    throw new LimitError(
      `The selections below one root field need more than ${MAX_RELATIONS} relations; split the request.`,
      "RELATION_LIMIT_EXCEEDED",
      MAX_RELATIONS,
      this.#relations,
    );
  }

  /** The JSON object of one row with everything selected of it. `isNamed` adds its `__typename`. */
  object(type: GraphQLObjectType, row: string, sets: readonly SelectionSetNode[], scope: Scope, isNamed = false): Sql {
    const entries = new Map<string, Sql>();
    if (isNamed) entries.set("__typename", raw(`'${type.name}'`));
    for (const [responseKey, { name, nodes }] of selectedFields(type, sets, this.source)) {
      const field = type.getFields()[name];
      if (field) this.#addField(entries, { type, row, scope, responseKey, field, nodes });
    }
    if (entries.size === 0) entries.set("_", raw("1"));
    const columns = [...entries].map(([key, value]) => sql`${value} AS ${raw(`"${key}"`)}`);
    return sql`(SELECT row_to_json(r) FROM (SELECT ${join(columns)}) r)`;
  }

  #addField(entries: Map<string, Sql>, at: FieldPlace): void {
    const { type, row, field, scope, responseKey } = at;
    const relation = relationOf(field);
    if (relation) {
      entries.set(relationKey(responseKey), this.#relation(relation.plan, at));
      return;
    }
    const shape = expectShape(type);
    for (const property of dependenciesOf(field) ?? [field.name]) {
      entries.set(property, shape.column(property, row, scope));
    }
  }

  #relation(plan: RelationPlan, at: FieldPlace): Sql {
    const { field, nodes, row, scope: parentScope } = at;
    const [node] = nodes;
    if (!node) throw new Error(`${field.name} was selected by no node.`);
    const args = getArgumentValues(field, node, { ...this.source.variableValues });
    checkFilter(args);
    const scope = plan.kind === "connection" ? liveScope(parentScope.view) : parentScope;
    const input = { parent: row, child: this.alias(), scope, parentScope, args };
    const sets = setsOf(nodes);
    if (plan.kind === "mixed") return this.#mixed(plan, input, sets);
    const type = childTypeOf(field, plan);
    switch (plan.kind) {
      case "one":
        return this.#one(plan, type, input, sets);
      case "many":
        return this.#many(plan, type, input, sets);
      case "connection":
        return this.#nestedConnection(plan, type, input, sets, field.name);
      default:
        return assertNever(plan);
    }
  }

  #one(plan: PlanOf<"one">, type: GraphQLObjectType, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = plan.rows(input);
    const object = this.object(type, input.child, sets, plan.scope?.(input) ?? input.scope);
    return sql`(SELECT ${object} FROM ${from} WHERE ${where})`;
  }

  #many(plan: PlanOf<"many">, type: GraphQLObjectType, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = plan.rows(input);
    const object = this.object(type, input.child, sets, input.scope);
    const order = join(plan.order(input));
    return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]'::json) FROM ${from} WHERE ${where})`;
  }

  #mixed(plan: PlanOf<"mixed">, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const parts = plan.parts.map((part) => {
      const own = { ...input, child: this.alias() };
      const { from, where } = part.rows(own);
      const object = this.object(objectTypeOf(this.source.schema, part.type()), own.child, sets, own.scope, true);
      return sql`SELECT ${part.position(own)} AS position, ${object} AS node FROM ${from} WHERE ${where}`;
    });
    const row = raw(input.child);
    const all = sql`(${join(parts, " UNION ALL ")}) ${row}`;
    return sql`(SELECT coalesce(json_agg(${row}.node ORDER BY ${row}.position), '[]'::json) FROM ${all})`;
  }

  /**
   * A connection below the root. Wrong arguments become part of the JSON, so that the field itself reports them at its
   * own path and the rest of the answer is not lost.
   */
  #nestedConnection(
    plan: PlanOf<"connection">,
    type: GraphQLObjectType,
    input: RelationInput<FieldArguments>,
    sets: readonly SelectionSetNode[],
    field: string,
  ): Sql {
    if (plan.isHidden?.(input.scope)) return raw("NULL");
    try {
      return this.connection({ type, rows: plan.rows(input), order: plan.order(input), input, sets, field });
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      return sql`json_build_object('refused', json_build_array(${error.message}::text, ${error.argument}::text))`;
    }
  }

  /** The JSON of a page: its nodes, its edges with what their cursors are made of, and what else is selected. */
  connection(at: ConnectionPlace): Sql {
    const { input, order } = at;
    const asked = this.#connectionParts(at);
    const page = readPage(input.args, order, at.field);
    const row = raw(input.child);
    const columns = [sql`${raw(`'${nameOfOrder(order)}'`)} AS "order"`, ...this.#pageEnds(at, asked, page)];
    if (asked.nodes.length > 0 || asked.edges || asked.pageInfo.size > 0) {
      const limit = page.size + (asked.pageInfo.has(page.isBackward ? "hasPreviousPage" : "hasNextPage") ? 1 : 0);
      const { from, where } = at.rows;
      const rows = sql`(SELECT ${row}.* FROM ${from} WHERE ${where}${withinCursors(order, page)}
        ${orderBy(order, page.isBackward)} LIMIT ${raw(String(limit))}) ${row}`;
      columns.unshift(sql`(SELECT coalesce(json_agg(${this.#row(at, asked)} ${orderBy(order, false)}), '[]'::json)
        FROM ${rows}) AS "rows"`);
    }
    // Checked numbers, written out: with a parameter for its limit PostgreSQL would plan each page again.
    columns.push(raw(`${page.size} AS "size"`), raw(`${page.isBackward} AS "isBackward"`));
    return sql`(SELECT row_to_json(r) FROM (SELECT ${join(columns)}) r)`;
  }

  #row(at: ConnectionPlace, asked: ConnectionParts): Sql {
    const node = (sets: readonly SelectionSetNode[]): Sql => this.object(at.type, at.input.child, sets, at.input.scope);
    const columns: Sql[] = [];
    if (asked.nodes.length > 0) columns.push(sql`${node(asked.nodes)} AS "node"`);
    if (asked.edges?.node) columns.push(sql`${node(asked.edges.node)} AS "edge"`);
    if (asked.edges?.cursor || asked.pageInfo.has("startCursor") || asked.pageInfo.has("endCursor")) {
      columns.push(sql`${cursorValues(at.order)} AS "cursor"`);
    }
    if (columns.length === 0) columns.push(raw("1"));
    return sql`(SELECT row_to_json(r) FROM (SELECT ${join(columns)}) r)`;
  }

  /** Whether there are rows before or behind the page, and how many in all: each only when somebody asked. */
  #pageEnds(at: ConnectionPlace, asked: ConnectionParts, page: PageRange): Sql[] {
    const { from, where } = at.rows;
    const columns: Sql[] = [];
    if (asked.hasTotal) this.#countRelation();
    if (asked.hasTotal) columns.push(sql`(SELECT count(*) FROM ${from} WHERE ${where}) AS "total"`);
    const [far, cursor] = page.isBackward ? ["hasNextPage", page.before] : ["hasPreviousPage", page.after];
    if (typeof far === "string" && asked.pageInfo.has(far) && Array.isArray(cursor)) {
      // The cursor's own row counts: it is on the far side of the page.
      const beyond = isBeyond(at.order, cursor as readonly unknown[], page.isBackward ? "after" : "before", "=");
      columns.push(sql`EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${beyond}) AS "far"`);
    }
    return columns;
  }

  #objectType(name: string): GraphQLObjectType {
    const type = this.source.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  }

  #connectionParts(at: ConnectionPlace): ConnectionParts {
    const fields = selectedFields(this.#objectType(`${at.type.name}Connection`), at.sets, this.source);
    const named = (name: string): readonly FieldNode[] =>
      [...fields.values()].filter((field) => field.name === name).flatMap((field) => field.nodes);
    const edges = named("edges");
    const pageInfo = named("pageInfo");
    const below = (nodes: readonly FieldNode[], type: string): readonly SelectedField[] => [
      ...selectedFields(this.#objectType(type), setsOf(nodes), this.source).values(),
    ];
    const edgeFields = edges.length > 0 ? below(edges, `${at.type.name}Edge`) : [];
    const edgeNodes = edgeFields.filter((field) => field.name === "node").flatMap((field) => field.nodes);
    return {
      nodes: setsOf(named("nodes")),
      edges:
        edges.length > 0
          ? {
              cursor: edgeFields.some((field) => field.name === "cursor"),
              node: edgeNodes.length > 0 ? setsOf(edgeNodes) : null,
            }
          : null,
      pageInfo: new Set(pageInfo.length > 0 ? below(pageInfo, "PageInfo").map((field) => field.name) : []),
      hasTotal: named("totalCount").length > 0,
    };
  }
}

type PlanOf<Kind extends RelationPlan["kind"]> = Extract<RelationPlan, { kind: Kind }>;

interface FieldPlace {
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
}

interface ConnectionParts {
  readonly nodes: readonly SelectionSetNode[];
  readonly edges: { readonly cursor: boolean; readonly node: readonly SelectionSetNode[] | null } | null;
  readonly pageInfo: ReadonlySet<string>;
  readonly hasTotal: boolean;
}
