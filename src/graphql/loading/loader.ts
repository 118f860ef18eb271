import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { checkFilter } from "./arguments.js";
import { type ChangeKeys, listKey } from "./change-keys.js";
import type { Compiler, ProvideNode } from "./compiler.js";
import { ANSWERS, type Form, ROWS } from "./form.js";
import type { Connection } from "./loaded-page.js";
import { lookupOf, lookupText } from "./lookup.js";
import {
  keyOf,
  type NodePlan,
  nodePlans,
  type PageStatement,
  type Plan,
  type PlannedStatement,
  plans,
  statements,
} from "./plan-cache.js";
import { setsOf } from "./selection.js";
import type { FieldArguments, Listing } from "./rows.js";
import type { RunStatement } from "./run-statement.js";
import { liveScope, type Scope } from "./scope.js";
import { expectShape, objectTypeOf, type TypeClass } from "./shape.js";
import type { View } from "./view.js";

/** What the loading needs of a resolver's `info`. */
export type Selection = Pick<
  GraphQLResolveInfo,
  "fieldNodes" | "fragments" | "schema" | "variableValues" | "fieldName"
>;

/** How many statements one plan is part of: by id, by slug, and few more. */
const MAX_TEXTS = 8;

/** The whole statement around a plan's column; `rest` is all that follows it. */
function statementOf(column: Sql, { texts }: Plan, rest: Sql): PlannedStatement {
  const known = texts.get(rest.text);
  const planned = known ?? { text: sql`SELECT ${column} ${rest}`.text, lookupText: lookupText(column, rest) };
  // The same string again lets the driver find its prepared statement at once.
  if (known === undefined && texts.size < MAX_TEXTS) texts.set(rest.text, planned);
  return planned;
}

/**
 * Reads objects with everything that is selected below them: one statement for each call, whatever the depth. It holds
 * the view of the request, which alone decides what the request sees.
 */
export class Loader {
  readonly #scope: Scope;

  constructor(
    readonly run: RunStatement,
    readonly view: View,
    readonly form: Form = ROWS,
    /** Collects what the answer is made of, for a cache; null when nobody asks. */
    readonly keys: ChangeKeys | null = null,
  ) {
    this.#scope = liveScope(view);
  }

  /** The same loader with another view, for the answers of mutations. */
  withView(view: View): Loader {
    return new Loader(this.run, view, this.form);
  }

  /**
   * The same loader, but instead of objects and pages it returns each as an AnswerText. Only root fields whose results go
   * into the response as they are can use it.
   */
  forAnswers(): Loader {
    return new Loader(this.run, this.view, ANSWERS, this.keys);
  }

  /** The same loader, which collects what everything that it reads is made of. */
  withKeys(keys: ChangeKeys): Loader {
    return new Loader(this.run, this.view, this.form, keys);
  }

  get #formName(): string {
    return this.keys ? `${this.form.name} with keys` : this.form.name;
  }

  #compiler(info: Selection): Compiler {
    return this.form.compiler(info, this.keys !== null);
  }

  /** Whether other requests may read what this one reads: the same text for all readers, which nobody changes. */
  get #isShared(): boolean {
    return this.view.kind === "PUBLISHED" && this.form === ANSWERS;
  }

  #taken(json: unknown): unknown {
    return this.keys ? this.keys.take(json) : json;
  }

  /** Compiles the selection, or returns the plan of an earlier request for the same document and nested variables. */
  #planFor(type: GraphQLObjectType, info: Selection): Plan {
    const key = keyOf(`${this.#formName} ${type.name}`, this.view, info);
    return plans.provide(key, () => {
      const compiler = this.#compiler(info);
      const row = compiler.alias();
      const object = compiler.object(type, row, setsOf(info.fieldNodes), this.#scope, "root");
      return { object, row, computed: compiler.placesIn(object), texts: new Map() };
    });
  }

  /**
   * The one object for which the condition holds, or null when there is none or the request may not see it.
   *
   * @param where a condition on the row, whose alias it receives.
   */
  async one<Row extends object>(
    type: TypeClass<Row>,
    info: Selection,
    where: (row: string, scope: Scope) => Sql,
  ): Promise<Row | null> {
    const objectType = objectTypeOf(info.schema, type);
    const shape = expectShape(objectType);
    const plan = this.#planFor(objectType, info);
    const rest = sql`FROM ${shape.from(plan.row, this.#scope)} WHERE ${where(plan.row, this.#scope)} AND ${shape.visible(plan.row, this.#scope)}`;
    const [found] = await this.#read<Row>(plan, rest, true);
    // What makes it appear is not known.
    if (!found) this.keys?.miss();
    return found ?? null;
  }

  /**
   * All objects for which the condition holds and that the request may see, in an order. For types that have few rows; see
   * `connection` for the others.
   */
  async all<Row extends object>(
    type: TypeClass<Row>,
    info: Selection,
    where: (row: string, scope: Scope) => Sql,
    order: (row: string) => readonly Sql[],
  ): Promise<readonly Row[]> {
    const objectType = objectTypeOf(info.schema, type);
    const shape = expectShape(objectType);
    const plan = this.#planFor(objectType, info);
    this.keys?.add(listKey(objectType.name));
    const rest = sql`FROM ${shape.from(plan.row, this.#scope)} WHERE ${where(plan.row, this.#scope)}
      AND ${shape.visible(plan.row, this.#scope)} ORDER BY ${join(order(plan.row))}`;
    return this.#read<Row>(plan, rest);
  }

  async #read<Row extends object>(plan: Plan, rest: Sql, isLookup = false): Promise<readonly Row[]> {
    const column = this.form.column(plan.object);
    const statement = statementOf(column, plan, rest);
    const lookup = isLookup ? lookupOf(statement, column, rest) : null;
    const alike = this.#isShared && lookup ? { of: statement, lookup } : null;
    const rows = await this.run(statement.text, [...column.values, ...rest.values], this.view, alike);
    // The statement built the objects from the selection, so they have what the resolvers below expect.
    return rows.map(({ json }) => this.form.toObject(this.#taken(json), plan.computed) as Row);
  }

  /** The one object with a key, or null: see `one`. */
  byKey<Row extends object>(type: TypeClass<Row>, info: Selection, uuid: string): Promise<Row | null> {
    const { key } = expectShape(objectTypeOf(info.schema, type));
    return this.one(type, info, (row) => sql`${raw(`${row}.${key}`)} = ${uuid}::uuid`);
  }

  /** The objects with these keys that the request may see, by key, in one statement. */
  async byKeys<Row extends object>(
    type: TypeClass<Row>,
    info: Selection,
    uuids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const objectType = objectTypeOf(info.schema, type);
    const shape = expectShape(objectType);
    const { object, row, computed } = this.#planFor(objectType, info);
    const key = raw(`${row}.${shape.key}`);
    const visible = shape.visible(row, this.#scope);
    const statement = sql`SELECT ${this.form.keyedColumn(key, object)}
      FROM ${shape.from(row, this.#scope)} WHERE ${key} = ANY(${[...uuids]}::uuid[]) AND ${visible}`;
    const rows = await this.run(statement.text, statement.values, this.view);
    // As above: the statement built the objects from the selection.
    if (rows.length < new Set(uuids).size) this.keys?.miss();
    return new Map(rows.map(({ json }) => this.form.toKeyed(this.#taken(json), computed) as [string, Row]));
  }

  /**
   * A page of a root connection.
   *
   * @param args everything that `list` depends on: pages with the same arguments are compiled once.
   * @throws BadInputError on arguments that make no page.
   */
  async connection<Row extends object>(
    type: TypeClass<Row>,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => Listing,
  ): Promise<Connection<Row>> {
    checkFilter(args);
    const key = keyOf(`${this.#formName} ${type.name}`, this.view, info, args);
    const statement = statements.provide(key, () => this.#compilePage(type, info, args, list));
    const { text, values, computed } = statement;
    const alike = this.#isShared ? { of: statement, lookup: null } : null;
    const [found] = await this.run(text, values, this.view, alike);
    // As above: the statement built the page from the selection.
    this.keys?.add(listKey(type.name));
    return this.form.toPage(this.#taken(found?.json), computed) as Connection<Row>;
  }

  #compilePage(
    type: TypeClass,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => Listing,
  ): PageStatement {
    const compile = (compiler: Compiler, provideNode: ProvideNode): Sql => {
      const child = compiler.alias();
      return compiler.connection({
        ...list(child, this.#scope),
        type: objectTypeOf(info.schema, type),
        input: { parent: child, child, scope: this.#scope, parentScope: this.#scope, args },
        sets: setsOf(info.fieldNodes),
        field: info.fieldName,
        provideNode,
      });
    };
    const key = keyOf(`${this.#formName} page of ${type.name}`, this.view, info);
    const { nodes, computed } = nodePlans.provide(key, () => this.#planNodes(info, compile));
    const planned = nodes.values();
    const page = compile(this.#compiler(info), (make) => planned.next().value ?? make());
    const { text, values } = sql`SELECT ${this.form.column(page)}`;
    return { text, values, computed };
  }

  /** Compiles a page for its rows, which all pages of the selection have in common. */
  #planNodes(info: Selection, compile: (compiler: Compiler, provideNode: ProvideNode) => Sql): NodePlan {
    const compiler = this.#compiler(info);
    const nodes: Sql[] = [];
    const page = compile(compiler, (make) => {
      const node = make();
      nodes.push(node);
      return node;
    });
    return { nodes, computed: compiler.placesIn(page) };
  }
}
