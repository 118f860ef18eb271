/*
 * What tables of fields have in common: those of a head and of a quote's attribution. A table declares each field once, by
 * the name of its property.
 */

/** How one field of a table is stored. */
interface StoredField {
  readonly column: string;
  /** A day is an ISO date in the draft and a DATE in the table. */
  readonly kind: string;
}

type FieldTable<Name extends string, Field> = Readonly<Record<Name, Field>>;

/** The names of all fields, in the order of the table. */
export function fieldNames<Name extends string>(fields: FieldTable<Name, unknown>): readonly Name[] {
  return Object.keys(fields) as Name[]; // Object.keys returns strings.
}

/** An object with one value for each field. */
export function mapFields<Name extends string, Field, Value>(
  fields: FieldTable<Name, Field>,
  read: (name: Name, field: Field) => Value,
): Readonly<Record<Name, Value>> {
  const entries = fieldNames(fields).map((name) => [name, read(name, fields[name])] as const);
  // Object.fromEntries does not keep the keys in its type.
  return Object.fromEntries(entries) as Record<Name, Value>;
}

/**
 * The values of all fields in a row as JSON. A column that the row lacks is null.
 *
 * @throws Error when a field is null that cannot be.
 */
export function valuesOfRow<Name extends string, Field extends StoredField>(
  fields: FieldTable<Name, Field>,
  row: Readonly<Record<string, unknown>>,
  isNullable: (field: Field) => boolean,
): Readonly<Record<Name, unknown>> {
  return mapFields(fields, (name, field) => {
    const value = row[field.column] ?? null;
    if (value === null && !isNullable(field)) throw new Error(`The row has no ${name}.`);
    return value;
  });
}

/** The row of all fields, by column, as JSON. */
export function rowOfValues<Name extends string>(
  fields: FieldTable<Name, StoredField>,
  values: Readonly<Record<Name, string | null>>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(fieldNames(fields).map((name) => [fields[name].column, values[name]]));
}

/** Does not compile when a name is missing in a table. */
export type Nothing<Missing extends never> = Missing;
