/** Ids that the editor made, for elements and quotes that the server has not seen yet. */
const MADE = "made:";

/** Makes an id for an element or quote that is not on the server yet. No two sessions make the same one. */
export function makeId(): string {
  return `${MADE}${crypto.randomUUID()}`;
}

/** The ids that the server has for what the editor made, by the editor's id. */
export type Aliases = ReadonlyMap<string, string>;

/** The id by which the server knows something, as far as it does. */
export function canonicalId(id: string, aliases: Aliases): string {
  return aliases.get(id) ?? id;
}
