/** The value as an object, or null. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list: a single one is a list of itself, nothing is an empty list. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The objects of a list. */
export function asObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return asList(value).filter(isObject);
}

/** The value as text that says something, or null. */
export function asText(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** How deep brackets may nest before a document is refused: whatever walks it must not run out of stack. */
const MOST_DEPTH = 200;

/** Whether brackets outside strings nest deeper than any item's do. */
export function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (isInString) {
      if (character === "\\") at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}
