/** How deep and how wide a variable is described; whatever is larger gets a key that is too long to be kept. */
const MAX_ENTRIES = 30;

/**
 * What of a variable the cost of an operation can depend on, as a short text: whether it is absent, null, a number, a
 * boolean, a list of so many items, or an object with which fields. Texts count as texts, whatever they are.
 */
export function shapeOf(variables: Readonly<Record<string, unknown>>, name: string): string {
  return Object.hasOwn(variables, name) ? shapeOfValue(variables[name], 2) : "-";
}

function shapeOfValue(value: unknown, levels: number): string {
  // JSON has no undefined, but other callers do: GraphQL takes it for absent.
  if (value === undefined) return "-";
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "string") return "s";
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== "object") return typeof value;
  const entries = Object.entries(value);
  if (levels === 0 || entries.length > MAX_ENTRIES) return `{${entries.length}}`;
  const fields = entries.map(([field, each]) => `${JSON.stringify(field)}:${shapeOfValue(each, levels - 1)}`);
  return `{${fields.join()}}`;
}
