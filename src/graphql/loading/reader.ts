import type { FieldNode, GraphQLResolveInfo } from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import { Compiler } from "./compile.js";
import { setsOf, variablesBelow } from "./selection.js";
import { type FieldArguments, liveScope, objectShape, type Order, type RelatedRows, type Scope } from "./shape.js";
import type { View } from "./view.js";

/** What the loading needs of a resolver's `info`. */
export type Selection = Pick<
  GraphQLResolveInfo,
  "fieldNodes" | "fragments" | "schema" | "variableValues" | "fieldName"
>;

/** Runs one statement that returns rows of one column `json`. */
export type RunStatement = (text: string, values: readonly unknown[]) => Promise<readonly { readonly json: unknown }[]>;

/** The JSON of one object, the row it is made from, and the texts of the statements that it stands in. */
interface Plan {
  readonly object: Sql;
  readonly row: string;
  /** By what follows the object: the same string again lets PostgreSQL's driver find its prepared statement at once. */
  readonly texts: Map<string, string>;
}

/** A statement that is ready to run. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What was compiled of one field of a document, by the values of the variables that shape it. */
class Compiled {
  readonly plans = new Map<string, Plan>();
  readonly pages = new Map<string, Statement>();

  constructor(readonly variables: readonly string[]) {}
}

/** More than this for one field of a document mean that its variables shape it anew each time. */
const MAX_PER_FIELD = 64;

/** Clients send few documents often, and Apollo keeps each as long as it is in use. */
const compiled = new WeakMap<FieldNode, Compiled>();

function remember<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  if (map.size >= MAX_PER_FIELD) map.clear();
  map.set(key, value);
  return value;
}

/** What was compiled of a field before. Fields that were merged of several nodes are compiled anew: they are rare. */
function compiledOf({ fieldNodes, fragments }: Selection): Compiled {
  const [node] = fieldNodes;
  const known = node && compiled.get(node);
  if (known && fieldNodes.length === 1) return known;
  const fresh = new Compiled(variablesBelow(fieldNodes, fragments));
  if (node && fieldNodes.length === 1) compiled.set(node, fresh);
  return fresh;
}

function keyOf(type: string, view: View, { variables }: Compiled, { variableValues }: Selection): string {
  const viewed = view.kind === "PREVIEW" ? `${view.kind} ${view.articleId}` : view.kind;
  if (variables.length === 0) return `${type} ${viewed}`;
  return `${type} ${viewed} ${JSON.stringify(variables.map((name) => variableValues[name] ?? null))}`;
}

/** Compiles the selection, or takes it from an earlier request of the same document with the same nested variables. */
function planFor(type: string, info: Selection, view: View): Plan {
  const known = compiledOf(info);
  const key = keyOf(type, view, known, info);
  const found = known.plans.get(key);
  if (found) return found;
  const compiler = new Compiler(info);
  const row = compiler.alias();
  const object = compiler.object(objectShape(type), row, setsOf(info.fieldNodes), liveScope(view), true);
  return remember(known.plans, key, { object, row, texts: new Map() });
}

/** The whole statement around a plan's object; `rest` is all that follows it. */
function statementOf({ object, texts }: Plan, rest: Sql): Statement {
  const known = texts.get(rest.text);
  const text = known ?? remember(texts, rest.text, sql`SELECT ${object} AS json ${rest}`.text);
  return { text, values: [...object.values, ...rest.values] };
}

/**
 * Reads objects with everything that is selected below them: one statement for each call, whatever the depth. It holds
 * the request's view, and nothing else of the program decides what a request sees.
 */
export class Reader {
  readonly #scope: Scope;

  constructor(
    readonly run: RunStatement,
    readonly view: View,
  ) {
    this.#scope = liveScope(view);
  }

  /** The same reader with another view, for what a mutation answers with. */
  withView(view: View): Reader {
    return new Reader(this.run, view);
  }

  /**
   * The one object for which the condition holds, or null when there is none or the request may not see it.
   *
   * @param where a condition on the row, given its alias.
   */
  async one<Row>(type: string, info: Selection, where: (row: string, scope: Scope) => Sql): Promise<Row | null> {
    const shape = objectShape(type);
    const plan = planFor(type, info, this.view);
    const visible = shape.visible?.(plan.row, this.#scope) ?? raw("TRUE");
    const from = shape.from(plan.row, this.#scope);
    const rest = sql`FROM ${from} WHERE ${where(plan.row, this.#scope)} AND ${visible}`;
    const { text, values } = statementOf(plan, rest);
    const [found] = await this.run(text, values);
    // The statement made the object from the selection, so its shape is what the resolvers below expect.
    return (found?.json as Row | undefined) ?? null;
  }

  /** The one object with a key, or null: see `one`. */
  byKey<Row>(type: string, info: Selection, uuid: string): Promise<Row | null> {
    return this.one(type, info, (row) => sql`${raw(`${row}.${objectShape(type).key}`)} = ${uuid}::uuid`);
  }

  /** The objects with these keys that the request may see, by key, in one statement. */
  async byKeys<Row>(type: string, info: Selection, uuids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    const shape = objectShape(type);
    const { object, row } = planFor(type, info, this.view);
    const key = raw(`${row}.${shape.key}`);
    const visible = shape.visible?.(row, this.#scope) ?? raw("TRUE");
    const statement = sql`SELECT json_build_object('key', ${key}, 'node', ${object}) AS json
      FROM ${shape.from(row, this.#scope)} WHERE ${key} = ANY(${[...uuids]}::uuid[]) AND ${visible}`;
    const rows = await this.run(statement.text, statement.values);
    return new Map(
      rows.map(({ json }) => {
        const { key: found, node } = json as { key: string; node: Row };
        return [found, node];
      }),
    );
  }

  /**
   * A page of a root connection.
   *
   * @param args everything that `list` depends on: pages with the same arguments are compiled once.
   * @throws BadInputError on arguments that make no page.
   */
  async connection<Row>(
    type: string,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => { readonly rows: RelatedRows; readonly order: Order },
  ): Promise<Row> {
    const known = compiledOf(info);
    const key = `${keyOf(type, this.view, known, info)} ${JSON.stringify(args)}`;
    const { text, values } =
      known.pages.get(key) ?? remember(known.pages, key, this.#compilePage(type, info, args, list));
    const [found] = await this.run(text, values);
    return found?.json as Row;
  }

  #compilePage(
    type: string,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => { readonly rows: RelatedRows; readonly order: Order },
  ): Statement {
    const compiler = new Compiler(info);
    const child = compiler.alias();
    const input = { parent: child, child, scope: this.#scope, args };
    const page = { type, ...list(child, this.#scope), input, sets: setsOf(info.fieldNodes), field: info.fieldName };
    const { text, values } = sql`SELECT ${compiler.connection(page)} AS json`;
    return { text, values };
  }
}
