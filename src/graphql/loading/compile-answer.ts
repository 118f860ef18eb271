import { countOf } from "./rows.js";
import { type GraphQLObjectType, isNonNullType, type SelectionSetNode } from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { BadInputError } from "../errors.js";
import { type ComputedField, NO_ANSWER, NotAnswerableError, PLACE_END_KEY, PLACE_KEY } from "./answer-text.js";
import { columnOf, typeNameOf } from "./answer-columns.js";
import { Compiler, type ConnectionPlace, type FieldPlace, objectOf, type ObjectPlace } from "./compiler.js";
import { orNoAnswer, serialiseCheckedInSql, serialiseInSql } from "./leaf-sql.js";
import { compilePage } from "./compile-answer-page.js";
import { relationOf } from "./relations.js";
import type { Scope } from "./scope.js";
import { selectedFields } from "./selection.js";
import { dependenciesOf, expectShape } from "./shape.js";

/*
 * The text of the response: response keys in the order of the selection, values as the scalars of the schema serialise
 * them. What has no such text is refused with a NotAnswerableError.
 */

/** Compiles the text of the response. */
export class AnswerCompiler extends Compiler {
  /** The fields that are filled in afterwards; a place in the text has the index of its field. */
  readonly #computed: ComputedField[] = [];

  override placesIn({ text }: Sql): readonly ComputedField[] | null {
    return this.#computed.length > 0 || text.includes(NO_ANSWER) ? this.#computed : null;
  }

  protected override tooManyRelations(found: number): Error {
    return new NotAnswerableError(`The answer needs ${found} relations.`, true);
  }

  protected override columns(
    type: GraphQLObjectType,
    row: string,
    sets: readonly SelectionSetNode[],
    scope: Scope,
    place: ObjectPlace,
  ): readonly Sql[] {
    const columns: Sql[] = [...this.keysOf(type, row, place)];
    for (const [responseKey, { name, nodes }] of selectedFields(type, sets, this.source)) {
      const field = type.getFields()[name];
      const value = field ? this.#value({ type, row, scope, responseKey, field, nodes }) : typeNameOf(type);
      columns.push(columnOf(responseKey, value));
    }
    return columns;
  }

  #value(at: FieldPlace): Sql {
    const { type, row, scope, field } = at;
    const relation = relationOf(field);
    if (relation) {
      const { plan } = relation;
      if (plan.kind === "one" && plan.scope) throw new NotAnswerableError("Past rows can lack columns.", true);
      const value = this.relation(plan, at);
      return isNonNullType(field.type) && plan.kind === "one" ? orNoAnswer(value) : value;
    }
    const shape = expectShape(type);
    const properties = dependenciesOf(field);
    if (properties) return this.#place(at, properties);
    const value = shape.column(field.name, row, scope);
    // The constraints of a table guarantee the schema's statements about its columns, but not about other values.
    return shape.columnOf(field.name) ? serialiseInSql(field, value) : serialiseCheckedInSql(field, value);
  }

  /** The place of a field that is computed of some properties. */
  #place(at: FieldPlace, properties: readonly string[]): Sql {
    const { type, row, scope, field, nodes } = at;
    const shape = expectShape(type);
    const index = this.#computed.push({ type, field, nodes, args: this.argumentsOf(at) }) - 1;
    const columns = properties.map((property) => sql`${shape.column(property, row, scope)} AS ${raw(`"${property}"`)}`);
    return objectOf([raw(`${index} AS "${PLACE_KEY}"`), ...columns, raw(`0 AS "${PLACE_END_KEY}"`)]);
  }

  protected override refused(error: BadInputError): Sql {
    throw new NotAnswerableError(error.message, false);
  }

  override connection(at: ConnectionPlace): Sql {
    return compilePage(this, at);
  }

  /** The number of all rows of a connection. */
  count({ rows }: ConnectionPlace): Sql {
    this.countRelation();
    return countOf(rows);
  }

  /** The fields of an object that is no row, such as a connection, by response key. */
  fieldsOf(type: string, sets: readonly SelectionSetNode[]): ReturnType<typeof selectedFields> {
    return selectedFields(this.objectType(type), sets, this.source);
  }
}
