import { countOf } from "./rows.js";
import { type FieldNode, type GraphQLObjectType, type SelectionSetNode } from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import { createHash } from "node:crypto";
import type { BadInputError } from "../errors.js";
import {
  Compiler,
  type ConnectionPlace,
  type FieldPlace,
  isNamedIn,
  listOf,
  MAX_NAME_LENGTH,
  objectOf,
  type ObjectPlace,
} from "./compiler.js";
import { cursorValues, nameOfOrder, orderBy, readPage } from "./page.js";
import { isBeyondPage, rowsOfPage } from "./page-rows.js";
import { relationOf } from "./relations.js";
import type { Scope } from "./scope.js";
import { selectedFields, type SelectedField, setsOf } from "./selection.js";
import { dependenciesOf, expectShape } from "./shape.js";

/*
 * Rows for the resolvers of the schema. In the JSON of an object a property has its own name, and a relation has "@" and
 * its response key, because a query can select one relation several times with different arguments.
 */

/** The key of a relation in its parent's JSON. No response key has the character that a shortened one begins with. */
export function relationKey(responseKey: string): string {
  if (responseKey.length <= MAX_NAME_LENGTH) return `@${responseKey}`;
  return `@#${createHash("sha256").update(responseKey).digest("hex").slice(0, 40)}`;
}

/** Compiles what the resolvers need. */
export class RowCompiler extends Compiler {
  protected override columns(
    type: GraphQLObjectType,
    row: string,
    sets: readonly SelectionSetNode[],
    scope: Scope,
    place: ObjectPlace,
  ): readonly Sql[] {
    const entries = new Map<string, Sql>();
    if (isNamedIn(place)) entries.set("__typename", raw(`'${type.name}'`));
    for (const [responseKey, { name, nodes }] of selectedFields(type, sets, this.source)) {
      const field = type.getFields()[name];
      if (field) this.#addField(entries, { type, row, scope, responseKey, field, nodes });
    }
    if (entries.size === 0) entries.set("_", raw("1"));
    const columns = [...entries].map(([key, value]) => sql`${value} AS ${raw(`"${key}"`)}`);
    return [...this.keysOf(type, row, place), ...columns];
  }

  #addField(entries: Map<string, Sql>, at: FieldPlace): void {
    const { type, row, field, scope, responseKey } = at;
    const relation = relationOf(field);
    if (relation) {
      entries.set(relationKey(responseKey), this.relation(relation.plan, at));
      return;
    }
    const shape = expectShape(type);
    for (const property of dependenciesOf(field) ?? [field.name]) {
      entries.set(property, shape.column(property, row, scope));
    }
  }

  /** Wrong arguments become part of the JSON, so that the field itself reports them at its own path. */
  protected override refused(error: BadInputError): Sql {
    return sql`json_build_object('refused', json_build_array(${error.message}::text, ${error.argument}::text))`;
  }

  /** A page: its nodes, its edges with the values of their cursors, and the other selected fields. */
  override connection(at: ConnectionPlace): Sql {
    const { input, order } = at;
    const asked = this.#connectionParts(at);
    const page = readPage(input.args, order, at.field);
    const columns = [...(at.keys ?? []), sql`${raw(`'${nameOfOrder(order)}'`)} AS "order"`];
    if (asked.hasTotal) {
      this.countRelation();
      columns.push(sql`${countOf(at.rows)} AS "total"`);
    }
    const beyond = asked.pageInfo.has(page.isBackward ? "hasNextPage" : "hasPreviousPage") && isBeyondPage(at, page);
    if (beyond) columns.push(sql`${beyond} AS "far"`);
    if (asked.nodes.length > 0 || asked.edges || asked.pageInfo.size > 0) {
      const limit = page.size + (asked.pageInfo.has(page.isBackward ? "hasPreviousPage" : "hasNextPage") ? 1 : 0);
      const list = listOf(this.#row(at, asked), orderBy(order, false));
      columns.unshift(sql`(SELECT ${list} FROM ${rowsOfPage(at, page, limit)}) AS "rows"`);
    }
    // Checked numbers, written out: with a parameter for its limit PostgreSQL would plan each page again.
    columns.push(raw(`${page.size} AS "size"`), raw(`${page.isBackward} AS "isBackward"`));
    return objectOf(columns);
  }

  #row(at: ConnectionPlace, asked: ConnectionParts): Sql {
    const columns: Sql[] = [];
    if (asked.nodes.length > 0) columns.push(sql`${this.node(at, asked.nodes)} AS "node"`);
    if (asked.edges?.node) columns.push(sql`${this.node(at, asked.edges.node)} AS "edge"`);
    if (asked.edges?.cursor || asked.pageInfo.has("startCursor") || asked.pageInfo.has("endCursor")) {
      columns.push(sql`${cursorValues(at.order)} AS "cursor"`);
    }
    if (columns.length === 0) columns.push(raw("1"));
    return objectOf(columns);
  }

  #connectionParts(at: ConnectionPlace): ConnectionParts {
    const fields = selectedFields(this.objectType(`${at.type.name}Connection`), at.sets, this.source);
    const named = (name: string): readonly FieldNode[] =>
      [...fields.values()].filter((field) => field.name === name).flatMap((field) => field.nodes);
    const edges = named("edges");
    const pageInfo = named("pageInfo");
    const below = (nodes: readonly FieldNode[], type: string): readonly SelectedField[] => [
      ...selectedFields(this.objectType(type), setsOf(nodes), this.source).values(),
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

interface ConnectionParts {
  readonly nodes: readonly SelectionSetNode[];
  readonly edges: { readonly cursor: boolean; readonly node: readonly SelectionSetNode[] | null } | null;
  readonly pageInfo: ReadonlySet<string>;
  readonly hasTotal: boolean;
}
