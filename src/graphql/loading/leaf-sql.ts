import {
  getNullableType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import { NO_ANSWER, NotAnswerableError } from "./answer-text.js";

/*
 * Scalars in SQL: from the value of a column to one of which PostgreSQL makes the JSON that the scalar's `serialize` makes.
 */

/** How PostgreSQL serialises the values of a scalar or of one field. In the schema it is the extension `inSql`. */
export class LeafSql {
  constructor(readonly of: (value: Sql) => Sql) {}
}

/** Values that PostgreSQL and the scalar write alike. */
export const AS_IN_POSTGRESQL = new LeafSql((value) => value);

/** JavaScript writes numbers outside these bounds with an exponent. */
function float(value: Sql): Sql {
  return sql`CASE WHEN abs(${value}) >= 1e21 OR (${value} <> 0 AND abs(${value}) < 1e-6) THEN ${raw(NO_ANSWER)}
    ELSE to_json(trim_scale((${value})::text::numeric)) END`;
}

const BUILT_IN: ReadonlyMap<string, LeafSql> = new Map([
  ["String", AS_IN_POSTGRESQL],
  ["Int", AS_IN_POSTGRESQL],
  ["Boolean", AS_IN_POSTGRESQL],
  ["ID", new LeafSql((value) => sql`(${value})::text`)],
  ["Float", new LeafSql(float)],
]);

type LeafField = Pick<GraphQLField<unknown, unknown>, "type" | "extensions">;

function declared({ inSql }: Readonly<Record<string, unknown>>): LeafSql | null {
  return inSql instanceof LeafSql ? inSql : null;
}

function enumSqlOf(type: GraphQLEnumType): LeafSql {
  if (type.getValues().every(({ name, value }) => name === value)) return AS_IN_POSTGRESQL;
  return new LeafSql((value) => sql`(${namesOf(type)} ->> (${value})::text)`);
}

/** The names of an enum by what they are in the database. */
function namesOf(type: GraphQLEnumType): Sql {
  const names = type.getValues().map(({ name, value }) => [String(value), name]);
  return raw(`'${JSON.stringify(Object.fromEntries(names)).replaceAll("'", "''")}'::jsonb`);
}

function leafSqlOf(type: GraphQLOutputType): LeafSql | null {
  const leaf = getNullableType(type);
  if (isScalarType(leaf)) return declared(leaf.extensions) ?? BUILT_IN.get(leaf.name) ?? null;
  if (isEnumType(leaf)) return enumSqlOf(leaf);
  if (!isListType(leaf)) return null;
  // A list is an SQL array, whose elements cannot be rewritten at a reasonable cost.
  return leafSqlOf(leaf.ofType) === AS_IN_POSTGRESQL ? AS_IN_POSTGRESQL : null;
}

/**
 * The value of a field as the response contains it.
 *
 * @throws NotAnswerableError when its scalar does not declare how.
 */
export function serialiseInSql({ type, extensions }: LeafField, value: Sql): Sql {
  const found = declared(extensions) ?? leafSqlOf(type);
  // A null without a type has no JSON of its own.
  if (value.text.trim() === "NULL") return value;
  if (!found) throw new NotAnswerableError(`${String(type)} is not serialised in SQL.`, true);
  return found.of(value);
}

/** A value that no constraint guarantees: the answer is refused when the schema does not allow it. */
export function serialiseCheckedInSql(field: LeafField, value: Sql): Sql {
  const leaf = getNullableType(field.type);
  const isRequired = isNonNullType(field.type);
  if (!isEnumType(leaf)) {
    const json = serialiseInSql(field, value);
    return isRequired ? orNoAnswer(sql`to_json(${json})`) : json;
  }
  const json = orNoAnswer(sql`(${namesOf(leaf)} -> (${value})::text)::json`);
  return isRequired ? json : sql`CASE WHEN ${value} IS NOT NULL THEN ${json} END`;
}

/** JSON, or a refusal of the answer where it is null. */
export function orNoAnswer(json: Sql): Sql {
  return sql`coalesce(${json}, ${raw(NO_ANSWER)})`;
}

/** Bytes in Base64 with the alphabet of URLs and without padding. PostgreSQL breaks its lines. */
export function base64Url(bytes: Sql): Sql {
  return sql`translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_')`;
}
