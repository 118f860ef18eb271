import type { References } from "../embedded-post/references.js";
import type { Issues } from "../validation/issues.js";
import {
  HEAD_FIELD_NAMES,
  HEAD_FIELDS,
  HEAD_REFERENCE_NAMES,
  HEAD_TEXT_NAMES,
  type HeadField,
  type HeadFieldName,
  type HeadReferenceName,
  type HeadTextName,
  type HeadValues,
} from "./head-fields.js";

/** The fields of an input that are read by their rules. */
export type HeadTextInput = { readonly [Name in HeadTextName]?: string | null | undefined };

/** The values of the fields that are read by their rules. */
export type HeadTexts = Pick<HeadValues, HeadTextName>;

/**
 * Reads the fields of the head that have a rule. A field that is absent keeps its value in the draft `before`, or is null
 * in a new article. Null clears a field; see reportCleared for those that cannot be null.
 */
export function readHeadTexts(input: HeadTextInput, before: HeadTexts | null, issues: Issues): HeadTexts {
  const texts = HEAD_TEXT_NAMES.map((name) => [name, readText(name, input[name], before?.[name] ?? null, issues)]);
  // Object.fromEntries does not keep the keys in its type; inputs of new articles have every required field.
  return Object.fromEntries(texts) as HeadTexts;
}

function readText(
  name: HeadTextName,
  value: string | null | undefined,
  before: string | null,
  issues: Issues,
): string | null {
  const { rule, isNullable }: HeadField = HEAD_FIELDS[name];
  if (value === undefined || rule === null) return before;
  const path = ["input", name];
  if (isNullable) return issues.optionalText(value, path, rule);
  return value === null ? before : issues.text(value, path, rule);
}

/** The fields of an input that refer to rows, as global ids. */
export type HeadReferenceInput = { readonly [Name in HeadReferenceName]?: string | null | undefined };

/** The values of the fields that refer to rows, as bare keys. */
export type HeadReferences = Pick<HeadValues, HeadReferenceName>;

/**
 * Reads the fields of the head that refer to rows, which `references` has to look up. A field that is absent keeps its value
 * in the draft `before`, or is null in a new article. Null clears a field.
 */
export function readHeadReferences(
  input: HeadReferenceInput,
  before: HeadReferences | null,
  references: References,
  issues: Issues,
): HeadReferences {
  const keys = HEAD_REFERENCE_NAMES.map((name) => {
    const value = input[name];
    const { type } = HEAD_FIELDS[name];
    const key = value === undefined ? (before?.[name] ?? null) : references.key(type, value, ["input", name], issues);
    return [name, key] as const;
  });
  // Object.fromEntries does not keep the keys in its type.
  return Object.fromEntries(keys) as HeadReferences;
}

/** Reports every field of an update that is set to null although every article has one. */
export function reportCleared(input: { readonly [Name in HeadFieldName]?: unknown }, issues: Issues): void {
  const required = HEAD_FIELD_NAMES.filter((name) => !HEAD_FIELDS[name].isNullable);
  issues.addCleared(input, required, "article");
}

/** The fields with a rule that an imported story has; null where it has none. */
export function headTextsOf(story: HeadTextInput): { readonly [Name in HeadTextName]: string | null } {
  const texts = HEAD_TEXT_NAMES.map((name) => [name, story[name] ?? null]);
  // Object.fromEntries does not keep the keys in its type.
  return Object.fromEntries(texts) as Record<HeadTextName, string | null>;
}
