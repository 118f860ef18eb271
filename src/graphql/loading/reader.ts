import type { GraphQLResolveInfo } from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import { checkFilter } from "./arguments.js";
import { Compiler } from "./compile.js";
import { keyOf, type Plan, plans, statements } from "./plan-cache.js";
import { setsOf } from "./selection.js";
import { type FieldArguments, liveScope, objectShape, type Order, type RelatedRows, type Scope } from "./shape.js";
import type { View } from "./view.js";

/** What the loading needs of a resolver's `info`. */
export type Selection = Pick<
  GraphQLResolveInfo,
  "fieldNodes" | "fragments" | "schema" | "variableValues" | "fieldName"
>;

/** Runs one statement that returns rows of one column `json`. */
export type RunStatement = (
  text: string,
  values: readonly unknown[],
  view: View,
) => Promise<readonly { readonly json: unknown }[]>;

/** Compiles the selection, or takes it from an earlier request of the same document with the same nested variables. */
function planFor(type: string, info: Selection, view: View): Plan {
  const key = keyOf(type, view, info);
  return plans.provide(key, () => {
    const compiler = new Compiler(info);
    const row = compiler.alias();
    const object = compiler.object(objectShape(type), row, setsOf(info.fieldNodes), liveScope(view), true);
    return { object, row, texts: new Map() };
  });
}

/** How many statements one plan is part of: by id, by slug, and few more. */
const MAX_TEXTS = 8;

/** The whole statement around a plan's object; `rest` is all that follows it. */
function statementOf({ object, texts }: Plan, rest: Sql): { text: string; values: readonly unknown[] } {
  const known = texts.get(rest.text);
  const text = known ?? sql`SELECT ${object} AS json ${rest}`.text;
  // The same string again lets the driver find its prepared statement at once.
  if (known === undefined && texts.size < MAX_TEXTS) texts.set(rest.text, text);
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
    const [found] = await this.run(text, values, this.view);
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
    const rows = await this.run(statement.text, statement.values, this.view);
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
    checkFilter(args);
    const key = keyOf(type, this.view, info, args);
    const { text, values } = statements.provide(key, () => this.#compilePage(type, info, args, list));
    const [found] = await this.run(text, values, this.view);
    return found?.json as Row;
  }

  #compilePage(
    type: string,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => { readonly rows: RelatedRows; readonly order: Order },
  ): { text: string; values: readonly unknown[] } {
    const compiler = new Compiler(info);
    const child = compiler.alias();
    const input = { parent: child, child, scope: this.#scope, parentScope: this.#scope, args };
    const page = { type, ...list(child, this.#scope), input, sets: setsOf(info.fieldNodes), field: info.fieldName };
    const { text, values } = sql`SELECT ${compiler.connection(page)} AS json`;
    return { text, values };
  }
}
