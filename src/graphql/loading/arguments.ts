import { BadInputError } from "../errors.js";
import type { FieldArguments } from "./rows.js";

/** The most characters of a text in a filter. */
export const MAX_FILTER_LENGTH = 200;

/** The most entries of a list in a filter. */
export const MAX_FILTER_ENTRIES = 100;

/**
 * Checks what the filter of a field contains before it becomes part of a statement.
 *
 * @throws BadInputError on a text or a list that is too long; it names the filter's field.
 */
export function checkFilter({ filter }: FieldArguments): void {
  if (typeof filter !== "object" || filter === null) return;
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value === "string" && value.length > MAX_FILTER_LENGTH) tooLong(name, value.length, "characters");
    if (!Array.isArray(value)) continue;
    if (value.length > MAX_FILTER_ENTRIES) tooLong(name, value.length, "entries");
    for (const each of value)
      if (String(each).length > MAX_FILTER_LENGTH) tooLong(name, String(each).length, "characters");
  }
}

function tooLong(name: string, found: number, unit: "characters" | "entries"): never {
  const most = unit === "entries" ? MAX_FILTER_ENTRIES : MAX_FILTER_LENGTH;
  const field = `filter.${name}`;
  throw new BadInputError(`"${field}" must have at most ${most} ${unit}, but has ${found}.`, field);
}
