import { getNullableType, isEnumType, isNonNullType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { relationOf } from "../../src/graphql/loading/relations.js";
import { dependenciesOf, findShape } from "../../src/graphql/loading/shape.js";
import { schema } from "../../src/schema.js";
import { createTestApp, type TestApp } from "../support/app.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The fields that are columns of a table. */
const COLUMNS = Object.values(schema.getTypeMap()).flatMap((type) => {
  const shape = isObjectType(type) ? findShape(type) : null;
  if (!isObjectType(type) || !shape) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const column = relationOf(field) || dependenciesOf(field) ? null : shape.columnOf(field.name);
    return column ? [{ name: `${type.name}.${field.name}`, field, ...column }] : [];
  });
});

/** PostgreSQL answers with columns as they are, so their constraints have to guarantee what the schema promises. */
describe("a column of a table", () => {
  it("is NOT NULL where its field is non-null", async () => {
    const nullable = await app.database.read<{ place: string }>(
      `SELECT attrelid::regclass || '.' || attname AS place FROM pg_attribute
        WHERE attnum > 0 AND NOT attnotnull AND attrelid::regclass::text = ANY($1)`,
      [COLUMNS.map(({ table }) => table)],
    );
    const places = new Set(nullable.map(({ place }) => place));
    const wrong = COLUMNS.filter(
      ({ field, table, column }) => isNonNullType(field.type) && places.has(`${table}.${column}`),
    );
    // A dateline exists only where its text does.
    expect(wrong.map(({ name }) => name)).toEqual(["Dateline.text"]);
    expect(COLUMNS.length).toBeGreaterThan(50);
  });

  it("has a constraint that allows only the values of its enum", async () => {
    const checks = await app.database.read<{ table: string; text: string }>(
      `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c'`,
    );
    const wrong = COLUMNS.filter(({ field, table, column }) => {
      const type = getNullableType(field.type);
      if (!isEnumType(type)) return false;
      const values = new Set(type.getValues().map(({ value }) => String(value)));
      const known = checks.some(({ table: own, text }) => {
        const allowed = [...text.matchAll(/'([^']*)'::text/g)].map(([, value = ""]) => value);
        return own === table && text.includes(`(${column} = ANY`) && allowed.every((value) => values.has(value));
      });
      return !known;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
