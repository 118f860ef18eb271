import type { ArticleHead } from "../generated/prisma/client.js";
import { joinKeys, type SharedKeys } from "../database/row-locks.js";
import type { ReferencedType } from "../embedded-post/references.js";
import { RULES, type TextRule } from "../validation/issues.js";
import { fieldNames, mapFields, type Nothing, rowOfValues, valuesOfRow } from "./field-table.js";

/*
 * The fields of an article's head: what an article contains besides its topics and its body. A field is declared here
 * once. The table drives the columns of the GraphQL type, loading and saving of the draft, the reading of inputs, the
 * comparison and restoration of revisions, and the lines of exports. docs/how-to/add-a-field.md has the steps.
 */

/** How the values of a field are kept. */
type HeadFieldKind =
  | { readonly kind: "text" }
  /** An ISO date in the draft and a DATE in the table. */
  | { readonly kind: "day" }
  /** The key of a row of the type, which exists and is locked before the head is written. */
  | { readonly kind: "reference"; readonly type: ReferencedType };

/** How one field of the head is kept and read. */
export type HeadField = HeadFieldKind & {
  /** The column of the table `article_head`. */
  readonly column: string;
  /** Whether it can be null. A field that was added later is nullable: older revisions and exports lack it. */
  readonly isNullable: boolean;
  /** The rule for the input field of the same name; null where other code reads the input. */
  readonly rule: TextRule | null;
  /** The name of the field in comparisons of revisions. */
  readonly path: string;
};

/** The fields in the order in which comparisons of revisions list them. */
export const HEAD_FIELDS = {
  headline: { column: "headline", kind: "text", isNullable: false, rule: RULES.headline, path: "headline" },
  slug: { column: "slug", kind: "text", isNullable: false, rule: null, path: "slug" },
  standfirst: { column: "standfirst", kind: "text", isNullable: true, rule: RULES.standfirst, path: "standfirst" },
  byline: { column: "byline", kind: "text", isNullable: true, rule: RULES.line, path: "byline" },
  datelineText: { column: "dateline_text", kind: "text", isNullable: true, rule: null, path: "dateline.text" },
  datelinePlace: { column: "dateline_place", kind: "text", isNullable: true, rule: null, path: "dateline.place" },
  datelineOn: { column: "dateline_on", kind: "day", isNullable: true, rule: null, path: "dateline.date" },
  language: { column: "language", kind: "text", isNullable: false, rule: null, path: "language" },
  sectionId: {
    column: "section_id",
    kind: "reference",
    type: "Section",
    isNullable: true,
    rule: null,
    path: "section",
  },
  translationOfId: {
    column: "translation_of_id",
    kind: "reference",
    type: "Article",
    isNullable: true,
    rule: null,
    path: "translationOf",
  },
} as const satisfies Readonly<Record<string, HeadField>>;

type Fields = typeof HEAD_FIELDS;

/** The name of a field of the head. */
export type HeadFieldName = keyof Fields;

/** The fields that are read from the input field of the same name by their rule. */
export type HeadTextName = {
  [Name in HeadFieldName]: Fields[Name]["rule"] extends TextRule ? Name : never;
}[HeadFieldName];

/** The name of a field that refers to a row. */
export type HeadReferenceName = {
  [Name in HeadFieldName]: Fields[Name]["kind"] extends "reference" ? Name : never;
}[HeadFieldName];

/** The values of the head in a draft. Days are ISO dates, references are bare keys. */
export type HeadValues = {
  readonly [Name in HeadFieldName]: Fields[Name]["isNullable"] extends true ? string | null : string;
};

/** The names of all fields, in the order of the table. */
export const HEAD_FIELD_NAMES = fieldNames(HEAD_FIELDS);

/** The names of the fields that are read by a rule, in the order of the table. */
export const HEAD_TEXT_NAMES = HEAD_FIELD_NAMES.filter((name): name is HeadTextName => HEAD_FIELDS[name].rule !== null);

/** The names of the fields that refer to rows, in the order of the table. */
export const HEAD_REFERENCE_NAMES = HEAD_FIELD_NAMES.filter(
  (name): name is HeadReferenceName => HEAD_FIELDS[name].kind === "reference",
);

/** The columns that refer to rows of a type. */
export function referringHeadColumns(type: ReferencedType): readonly string[] {
  return HEAD_REFERENCE_NAMES.filter((name) => HEAD_FIELDS[name].type === type).map((name) => HEAD_FIELDS[name].column);
}

/** The keys of shared rows that the fields refer to, by the type of the row. */
export function referencesOfHead(values: Pick<HeadValues, HeadReferenceName>): SharedKeys {
  return joinKeys(...HEAD_REFERENCE_NAMES.map((name) => ({ [HEAD_FIELDS[name].type]: [values[name] ?? []].flat() })));
}

/** The same references with other keys; null where a reference is dropped. */
export function mapHeadReferences(
  values: Pick<HeadValues, HeadReferenceName>,
  keyOf: (type: ReferencedType, key: string) => string | null,
): Pick<HeadValues, HeadReferenceName> {
  const mapped = HEAD_REFERENCE_NAMES.map((name) => {
    const key = values[name];
    return [name, key === null ? null : keyOf(HEAD_FIELDS[name].type, key)] as const;
  });
  // Object.fromEntries does not keep the keys in its type.
  return Object.fromEntries(mapped) as Pick<HeadValues, HeadReferenceName>;
}

/** An object with one value for each field of the head. */
export function mapHead<Value>(
  read: (name: HeadFieldName, field: HeadField) => Value,
): Readonly<Record<HeadFieldName, Value>> {
  return mapFields<HeadFieldName, HeadField, Value>(HEAD_FIELDS, read);
}

/** Reads the head from a row of `article_head` as JSON. A column that the row lacks is null. */
export function headOfRow(row: Readonly<Record<string, unknown>>): HeadValues {
  // Columns of the head are text, keys or days, which JSON has as strings, and null where the table allows it.
  return valuesOfRow(HEAD_FIELDS, row, ({ isNullable }) => isNullable) as HeadValues;
}

/** The fields of a head as a row of `article_head` in JSON. */
export function rowOfHead(values: HeadValues): Readonly<Record<string, string | null>> {
  return rowOfValues(HEAD_FIELDS, values);
}

/** The columns of `article_head` that belong to the head's life, not to its text. */
type OwnColumn = "articleId" | "head" | "version" | "wordCount" | "publishedAt" | "firstPublishedAt" | "updatedAt";

/** Does not compile when a column of `article_head` is missing in the table above. */
export type UndeclaredColumns = Nothing<Exclude<keyof ArticleHead, OwnColumn | HeadFieldName>>;

/** Does not compile when an input lacks a field of the head that is read by a rule, or that is a reference. */
export type WithHeadInputs<Type extends Readonly<Record<HeadTextName | HeadReferenceName, unknown>>> = Type;

/** The fields of the head that are values of the type; references are relations. */
export type HeadContent = Omit<HeadValues, HeadReferenceName>;

/** Does not compile when a type lacks a field of the head that is no reference. */
export type WithHead<Type extends HeadContent> = Type;
