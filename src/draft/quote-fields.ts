import type { ReferencedType } from "../embedded-post/references.js";
import type { Quote } from "../generated/prisma/client.js";
import type { QuoteKind } from "../quote-check/quote-kinds.type.js";
import { RULES, type TextRule } from "../validation/issues.js";
import { fieldNames, mapFields, type Nothing, rowOfValues, valuesOfRow } from "./field-table.js";

/*
 * The attribution of a quote: what editors state about it besides its words. A field is declared here once. The table
 * drives loading and saving of the draft, the reading of inputs, the locks of referenced rows, the comparison of revisions,
 * and the lines of exports.
 */

/** How the values of a field are kept and read. */
type QuoteFieldKind =
  /** How the words are rendered; never null. */
  | { readonly kind: "kind" }
  /** A text, by the rule for its input field. */
  | { readonly kind: "text"; readonly rule: TextRule }
  /** An ISO date in the draft, a DATE in the table. */
  | { readonly kind: "day" }
  /** The key of a row of the type, which exists and is locked before the quote is written. */
  | { readonly kind: "reference"; readonly type: ReferencedType };

/** How one field of an attribution is kept and read. */
export type QuoteField = QuoteFieldKind & {
  /** The column of the table `quote`. */
  readonly column: string;
  /** The name of the field in comparisons of revisions. */
  readonly path: string;
};

/** The fields in the order in which inputs are checked and comparisons list them. All but the kind are nullable. */
export const QUOTE_FIELDS = {
  kind: { column: "kind", kind: "kind", path: "kind" },
  speakerId: { column: "speaker_id", kind: "reference", type: "Person", path: "speaker" },
  speakerRole: { column: "speaker_role", kind: "text", rule: RULES.line, path: "speakerRole" },
  saidOn: { column: "said_on", kind: "day", path: "saidOn" },
  occasion: { column: "occasion", kind: "text", rule: RULES.line, path: "occasion" },
  sourceId: { column: "source_id", kind: "reference", type: "EmbeddedPost", path: "source" },
} as const satisfies Readonly<Record<string, QuoteField>>;

type Fields = typeof QUOTE_FIELDS;

/** The name of a field of an attribution. */
export type QuoteFieldName = keyof Fields;

/** The values of an attribution. Days are ISO dates, references are bare keys. */
export type QuoteValues = {
  readonly [Name in QuoteFieldName]: Fields[Name]["kind"] extends "kind" ? QuoteKind : string | null;
};

/** The names of all fields, in the order of the table. */
export const QUOTE_FIELD_NAMES = fieldNames(QUOTE_FIELDS);

/** An object with one value for each field of an attribution. */
export function mapQuoteFields<Value>(
  read: (name: QuoteFieldName, field: QuoteField) => Value,
): Readonly<Record<QuoteFieldName, Value>> {
  return mapFields<QuoteFieldName, QuoteField, Value>(QUOTE_FIELDS, read);
}

/** Reads an attribution from a row of `quote` as JSON. A column that the row lacks is null. */
export function attributionOfRow(row: Readonly<Record<string, unknown>>): QuoteValues {
  // Columns of an attribution are text, keys or days, which JSON has as strings, and null for all but the kind.
  return valuesOfRow(QUOTE_FIELDS, row, ({ kind }) => kind !== "kind") as QuoteValues;
}

/** An attribution as columns of a row of `quote` in JSON. */
export function rowOfAttribution(values: QuoteValues): Readonly<Record<string, string | null>> {
  return rowOfValues(QUOTE_FIELDS, values);
}

/** The names of the fields that refer to rows of a type. */
function referringFields(type: ReferencedType): readonly QuoteFieldName[] {
  return QUOTE_FIELD_NAMES.filter((name) => {
    const field: QuoteField = QUOTE_FIELDS[name];
    return field.kind === "reference" && field.type === type;
  });
}

/** The columns that refer to rows of a type. */
export function referringColumns(type: ReferencedType): readonly string[] {
  return referringFields(type).map((name) => QUOTE_FIELDS[name].column);
}

/** The keys of a type that attributions refer to. */
export function keysReferredTo(type: ReferencedType, quotes: readonly QuoteValues[]): readonly string[] {
  const names = referringFields(type);
  return quotes.flatMap((quote) => names.flatMap((name) => quote[name] ?? []));
}

/** The same attribution with other keys; null where a reference is dropped. */
export function mapReferences(
  quote: QuoteValues,
  keyOf: (type: ReferencedType, key: string) => string | null,
): QuoteValues {
  const values = mapQuoteFields((name, field) => {
    const value = quote[name];
    return field.kind === "reference" && value !== null ? keyOf(field.type, value) : value;
  });
  return { ...values, kind: quote.kind };
}

/** The columns of `quote` that belong to its place and its words. */
type OwnColumn =
  | "id"
  | "head"
  | "articleId"
  | "paragraphId"
  | "startOffset"
  | "endOffset"
  | "text"
  | "verdict"
  | "similarity"
  | "differences"
  | "wordsKey"
  | "createdAt";

/** Does not compile when a column of `quote` is missing in the table above. */
export type UndeclaredQuoteColumns = Nothing<Exclude<keyof Quote, OwnColumn | QuoteFieldName>>;

/** What an input can state about a quote besides its words. */
export type AttributionInput = {
  readonly [Name in QuoteFieldName]?: QuoteValues[Name] | null;
};

/** The fields of an attribution that are values of the type; references are relations. */
type AttributionValues = {
  readonly [Name in QuoteFieldName as Fields[Name]["kind"] extends "reference" ? never : Name]: QuoteValues[Name];
};

/** Does not compile when a type lacks a field of an attribution that is no reference. */
export type WithAttributionValues<Type extends AttributionValues> = Type;

/** Does not compile when an input lacks a field of an attribution. */
export type WithAttribution<Type extends Readonly<Record<QuoteFieldName, unknown>>> = Type;
