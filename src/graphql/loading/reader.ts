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

/** The JSON of one object and the row it is made from. */
interface Plan {
  readonly object: Sql;
  readonly row: string;
}

/** More plans than this for one field of a document mean that its variables shape it anew each time. */
const MAX_PLANS_PER_FIELD = 64;

const plans = new WeakMap<FieldNode, { readonly variables: readonly string[]; readonly byKey: Map<string, Plan> }>();

function viewKey(view: View): string {
  return view.kind === "PREVIEW" ? `${view.kind} ${view.articleId}` : view.kind;
}

/** Compiles the selection, or takes it from an earlier request of the same document with the same nested variables. */
function planFor(type: string, info: Selection, view: View): Plan {
  const [node] = info.fieldNodes;
  if (!node) throw new Error("A field is resolved that no node asks for.");
  let known = plans.get(node);
  if (!known) {
    known = { variables: variablesBelow(info.fieldNodes, info.fragments), byKey: new Map() };
    plans.set(node, known);
  }
  const values = known.variables.map((name) => info.variableValues[name] ?? null);
  const key = `${type} ${viewKey(view)} ${JSON.stringify(values)}`;
  const found = known.byKey.get(key);
  if (found) return found;
  if (known.byKey.size >= MAX_PLANS_PER_FIELD) known.byKey.clear();
  const compiler = new Compiler(info);
  const row = compiler.alias();
  const object = compiler.object(objectShape(type), row, setsOf(info.fieldNodes), liveScope(view), true);
  const plan = { object, row };
  known.byKey.set(key, plan);
  return plan;
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
    const { object, row } = planFor(type, info, this.view);
    const visible = shape.visible?.(row, this.#scope) ?? raw("TRUE");
    const from = shape.from(row, this.#scope);
    const statement = sql`SELECT ${object} AS json FROM ${from} WHERE ${where(row, this.#scope)} AND ${visible}`;
    const [found] = await this.run(statement.text, statement.values);
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
   * @throws BadInputError on arguments that make no page.
   */
  async connection<Row>(
    type: string,
    info: Selection,
    args: FieldArguments,
    list: (row: string, scope: Scope) => { readonly rows: RelatedRows; readonly order: Order },
  ): Promise<Row> {
    const compiler = new Compiler(info);
    const child = compiler.alias();
    const input = { parent: child, child, scope: this.#scope, args };
    const page = { type, ...list(child, this.#scope), input, sets: setsOf(info.fieldNodes), field: info.fieldName };
    const statement = sql`SELECT ${compiler.connection(page)} AS json`;
    const [found] = await this.run(statement.text, statement.values);
    return found?.json as Row;
  }
}
