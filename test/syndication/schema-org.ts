import { readFileSync } from "node:fs";

/** A type of schema.org: what it is a kind of, and the types and data that each of its own properties takes. */
interface Kind {
  readonly parents: readonly string[];
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/*
 * The vocabulary is read from the declarations of schema-dts, which are made from schema.org's own: an interface for each
 * type (with `Base` behind its name where it has properties, with `Leaf` where it has a name) and a union of what is one.
 */
const SOURCE = readFileSync(new URL("../../node_modules/schema-dts/dist/schema.d.ts", import.meta.url), "utf8");
const INTERFACE = /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gmu;
const PROPERTY = /^ {4}"(\w+)"\??: SchemaValue<([^>]*), "\w+">;$/gmu;
const NAMED = /^ {4}"@type": "(\w+)";$/mu;
const UNION = /^export type (\w+) = ([^;]+);$/gmu;

const kinds = new Map<string, Kind>();
const leaves = new Map<string, string>();
for (const [, name = "", parents = "", members = ""] of SOURCE.matchAll(INTERFACE)) {
  const properties = [...members.matchAll(PROPERTY)].map(
    ([, key = "", range = ""]) => [key, range.split(" | ")] as const,
  );
  kinds.set(name, { parents: parents.split(", ").filter(Boolean), properties: new Map(properties) });
  const type = NAMED.exec(members)?.[1];
  if (type !== undefined) leaves.set(type, name);
}
const unions = new Map([...SOURCE.matchAll(UNION)].map(([, name = "", members = ""]) => [name, members.split(" | ")]));

/** How many types of schema.org are known here. */
export const KNOWN_TYPES = leaves.size;

/** What data of each kind look like in JSON. */
const DATA: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === "string" && value.trim() !== "",
  URL: (value) => typeof value === "string" && /^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(value),
  Date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value),
  DateTime: (value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u.test(value),
  Boolean: (value) => typeof value === "boolean",
  Integer: Number.isInteger,
  Number: Number.isFinite,
  CssSelectorType: (value) => typeof value === "string" && value.trim() !== "",
};

/** The types and data that a property takes on a type; null when the type does not have it. */
function rangeOf(kind: string, property: string): readonly string[] | null {
  const found = kinds.get(kind);
  if (!found) return null;
  const own = found.properties.get(property);
  if (own) return own;
  for (const parent of found.parents) {
    const inherited = rangeOf(parent, property);
    if (inherited) return inherited;
  }
  return null;
}

function isOneOf(leaf: string, type: string): boolean {
  return unions.get(type)?.some((member) => member === leaf || isOneOf(leaf, member)) ?? false;
}

/** JSON-LD identifies things by any absolute IRI, also one that leads nowhere. */
function isIri(value: unknown): boolean {
  return DATA["URL"]?.(value) === true || (typeof value === "string" && /^urn:uuid:[0-9a-f-]{36}$/.test(value));
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What schema.org does not know of a node of linked data, one line each: types, properties on types that do not have
 * them, values of the wrong type or form. Nothing for a node that is valid as a whole.
 */
export function faultsOfLinkedData(node: unknown, path = "$"): string[] {
  if (!isNode(node)) return [`${path} is no node`];
  const leaf = leaves.get(String(node["@type"]));
  if (leaf === undefined) return [`${path} has a type that schema.org does not have: ${String(node["@type"])}`];
  return Object.entries(node).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (key === "@type") return [];
    if (key === "@context") return value === "https://schema.org" && path === "$" ? [] : [`${at} is not schema.org's`];
    if (key === "@id") return isIri(value) ? [] : [`${at} is no absolute IRI`];
    const range = rangeOf(leaf, key);
    if (!range) return [`${at} is no property of ${String(node["@type"])}`];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((each) => faultsOfValue(each, range, at));
  });
}

function faultsOfValue(value: unknown, range: readonly string[], at: string): string[] {
  if (!isNode(value)) {
    return range.some((each) => DATA[each]?.(value)) ? [] : [`${at} is not of ${range.join(", ")}: ${String(value)}`];
  }
  const leaf = leaves.get(String(value["@type"]));
  const isAllowed = leaf !== undefined && range.some((each) => isOneOf(leaf, each));
  return [...(isAllowed ? [] : [`${at} is not of ${range.join(", ")}`]), ...faultsOfLinkedData(value, at)];
}
