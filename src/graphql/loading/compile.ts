import {
  type FieldNode,
  getArgumentValues,
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
import { cursorValues, isBeyond, nameOfOrder, orderBy, type Page, readPage, withinCursors } from "./page.js";
import { selectedFields, type SelectedField, type SelectionSource, setsOf } from "./selection.js";
import {
  type FieldShape,
  fieldShape,
  liveScope,
  type ObjectShape,
  objectShape,
  type Order,
  type RelatedRows,
  type RelationInput,
  type Scope,
} from "./shape.js";

/*
 * From a selection to one SQL expression that makes the whole nested answer as JSON, so that a read costs one
 * statement whatever its depth. Identifiers come from the shapes alone; whatever a client sent is a parameter.
 *
 * In the JSON of an object a column stands under its property's name, and a relation under "@" and its response key,
 * because one relation can be asked for several times with different arguments.
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

/** Gives each row of one statement an alias of its own. */
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

  /** The JSON object of one row with all that is selected of it. `isNamed` adds its `__typename`. */
  object(shape: ObjectShape, row: string, sets: readonly SelectionSetNode[], scope: Scope, isNamed: boolean): Sql {
    const entries = new Map<string, Sql>();
    if (isNamed) entries.set("__typename", raw(`'${shape.type}'`));
    const type = this.#objectType(shape.type);
    for (const [responseKey, field] of selectedFields(type, sets, this.source)) {
      this.#addField(entries, { shape, row, scope, type, responseKey, field });
    }
    if (entries.size === 0) entries.set("_", raw("1"));
    const columns = [...entries].map(([key, value]) => sql`${value} AS ${raw(`"${key}"`)}`);
    return sql`(SELECT row_to_json(r) FROM (SELECT ${join(columns)}) r)`;
  }

  #objectType(name: string): GraphQLObjectType {
    const type = this.source.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  }

  #addField(entries: Map<string, Sql>, at: FieldPlace): void {
    const { shape, row, field, scope, responseKey } = at;
    const described = fieldShape(shape.type, field.name);
    if (!described) return;
    if (described.kind === "columns") {
      for (const property of described.properties) {
        const column = shape.columns[property];
        if (!column) throw new Error(`${shape.type} has no column for ${property}.`);
        entries.set(property, raw(`${row}.${column}`));
      }
      return;
    }
    if (described.kind === "value") entries.set(field.name, described.value(row, scope));
    else entries.set(relationKey(responseKey), this.#relation(described, at));
  }

  #relation(described: Exclude<FieldShape, { kind: "columns" | "value" }>, at: FieldPlace): Sql {
    const definition = at.type.getFields()[at.field.name];
    const [node] = at.field.nodes;
    if (!definition || !node) throw new Error(`The schema has no field ${at.shape.type}.${at.field.name}.`);
    const args = getArgumentValues(definition, node, { ...this.source.variableValues });
    checkFilter(args);
    const scope = described.kind === "connection" ? liveScope(at.scope.view) : at.scope;
    const input = { parent: at.row, child: this.alias(), scope, parentScope: at.scope, args };
    const sets = setsOf(at.field.nodes);
    switch (described.kind) {
      case "one":
        return this.#one(described, input, sets);
      case "many":
        return this.#many(described, input, sets);
      case "mixed":
        return this.#mixed(described, input, sets);
      case "connection":
        return this.#nestedConnection(described, input, sets, at.field.name);
      default:
        return assertNever(described);
    }
  }

  #child(type: string, input: RelationInput, sets: readonly SelectionSetNode[], scope: Scope, isNamed = false): Sql {
    return this.object(objectShape(type), input.child, sets, scope, isNamed);
  }

  #one(shape: Extract<FieldShape, { kind: "one" }>, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = shape.rows(input);
    const object = this.#child(shape.type, input, sets, shape.scope?.(input) ?? input.scope);
    return sql`(SELECT ${object} FROM ${from} WHERE ${where})`;
  }

  #many(shape: Extract<FieldShape, { kind: "many" }>, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const { from, where } = shape.rows(input);
    const object = this.#child(shape.type, input, sets, input.scope);
    const order = join(shape.order(input));
    return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]'::json) FROM ${from} WHERE ${where})`;
  }

  #mixed(shape: Extract<FieldShape, { kind: "mixed" }>, input: RelationInput, sets: readonly SelectionSetNode[]): Sql {
    const parts = shape.parts.map((part) => {
      const own = { ...input, child: this.alias() };
      const { from, where } = part.rows(own);
      const object = this.#child(part.type, own, sets, own.scope, true);
      return sql`SELECT ${part.position(own)} AS position, ${object} AS node FROM ${from} WHERE ${where}`;
    });
    const row = raw(input.child);
    const all = sql`(${join(parts, " UNION ALL ")}) ${row}`;
    return sql`(SELECT coalesce(json_agg(${row}.node ORDER BY ${row}.position), '[]'::json) FROM ${all})`;
  }

  /**
   * A connection below the root. Arguments that the caller got wrong become part of the JSON, so that the field itself
   * reports them, at its own path, and what else the statement reads is not lost.
   */
  #nestedConnection(
    shape: Extract<FieldShape, { kind: "connection" }>,
    input: RelationInput,
    sets: readonly SelectionSetNode[],
    field: string,
  ): Sql {
    if (shape.isHidden?.(input.scope)) return raw("NULL");
    try {
      return this.connection({
        type: shape.type,
        rows: shape.rows(input),
        order: shape.order(input),
        input,
        sets,
        field,
      });
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
    // Checked numbers, written out: with a parameter for its limit PostgreSQL would plan each page anew.
    columns.push(raw(`${page.size} AS "size"`), raw(`${page.isBackward} AS "isBackward"`));
    return sql`(SELECT row_to_json(r) FROM (SELECT ${join(columns)}) r)`;
  }

  #row(at: ConnectionPlace, asked: ConnectionParts): Sql {
    const node = (sets: readonly SelectionSetNode[]): Sql => this.#child(at.type, at.input, sets, at.input.scope);
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
  #pageEnds(at: ConnectionPlace, asked: ConnectionParts, page: Page): Sql[] {
    const { from, where } = at.rows;
    const columns: Sql[] = [];
    if (asked.hasTotal) this.#countRelation();
    if (asked.hasTotal) columns.push(sql`(SELECT count(*) FROM ${from} WHERE ${where}) AS "total"`);
    const [far, cursor] = page.isBackward ? ["hasNextPage", page.before] : ["hasPreviousPage", page.after];
    if (typeof far === "string" && asked.pageInfo.has(far) && Array.isArray(cursor)) {
      // The cursor's own row counts: it stands on the far side of the page.
      const beyond = isBeyond(at.order, cursor as readonly unknown[], page.isBackward ? "after" : "before", "=");
      columns.push(sql`EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${beyond}) AS "far"`);
    }
    return columns;
  }

  #connectionParts(at: ConnectionPlace): ConnectionParts {
    const fields = selectedFields(this.#objectType(`${at.type}Connection`), at.sets, this.source);
    const named = (name: string): readonly FieldNode[] =>
      [...fields.values()].filter((field) => field.name === name).flatMap((field) => field.nodes);
    const edges = named("edges");
    const pageInfo = named("pageInfo");
    const below = (nodes: readonly FieldNode[], type: string): readonly SelectedField[] => [
      ...selectedFields(this.#objectType(type), setsOf(nodes), this.source).values(),
    ];
    const edgeFields = edges.length > 0 ? below(edges, `${at.type}Edge`) : [];
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

interface FieldPlace {
  readonly shape: ObjectShape;
  readonly row: string;
  readonly scope: Scope;
  readonly type: GraphQLObjectType;
  readonly responseKey: string;
  readonly field: SelectedField;
}

/** A connection to compile: what its rows are and what is selected of them. */
export interface ConnectionPlace {
  readonly type: string;
  readonly rows: RelatedRows;
  readonly order: Order;
  readonly input: RelationInput;
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
