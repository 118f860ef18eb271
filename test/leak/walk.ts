import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from "graphql";

/** This many aliases are in a selection at most; the server refuses documents with more than 1000. */
const MOST_ALIASES = 800;

/** Goes along the edges of a schema, and remembers each that it went along. */
export class Walk {
  /** Every edge gone along, as `Type.field`. */
  readonly edges = new Set<string>();
  /** How many places of all documents together are at the end of an edge. */
  places = 0;

  constructor(readonly schema: GraphQLSchema) {}

  /** The selections of a type with all its values, going on along every edge as far as there are hops left. */
  selectionOf(type: GraphQLNamedType, hops: number): string {
    if (isUnionType(type) || isInterfaceType(type)) {
      const possible = this.schema.getPossibleTypes(type).filter(({ name }) => !name.endsWith("Error"));
      return `__typename ${possible.map((each) => `... on ${each.name} { ${this.selectionOf(each, hops)} }`).join(" ")}`;
    }
    if (!isObjectType(type)) return "";
    if (type.name.endsWith("Connection")) return this.#connection(type, hops);
    return [
      "__typename",
      ...Object.values(type.getFields()).flatMap((field) => this.#field(type.name, field, hops)),
    ].join(" ");
  }

  /** The edges of a type, each with the selection behind it, so that a document can go along one alone. */
  edgesOf(type: GraphQLNamedType, hops: number): string[] {
    if (!isObjectType(type)) return [];
    const edges = Object.values(type.getFields()).filter((field) => isCompositeType(getNamedType(field.type)));
    return edges.flatMap((field) => {
      const whole = this.#field(type.name, field, hops);
      return whole.some((selection) => selection.split(": ").length > MOST_ALIASES)
        ? [...this.#field(type.name, field, 1), ...this.#edgesBehind(type.name, field, hops)]
        : whole;
    });
  }

  /** An edge once for each edge behind it: all of them together would be too large for one document. */
  #edgesBehind(owner: string, field: GraphQLField<unknown, unknown>, hops: number): string[] {
    const named = getNamedType(field.type);
    const isPage = isObjectType(named) && named.name.endsWith("Connection");
    const nodes = isPage ? named.getFields()["nodes"] : undefined;
    const node = nodes ? getNamedType(nodes.type) : named;
    const possible = isUnionType(node) || isInterfaceType(node) ? this.schema.getPossibleTypes(node) : [node];
    const behind = possible.flatMap((each) =>
      this.edgesOf(each, hops - 1).map((edge) => (each === node ? edge : `... on ${each.name} { ${edge} }`)),
    );
    const size = isPage ? "(first: 40)" : "";
    return behind.map((edge) => {
      const inner = isPage ? `edges { node { ${edge} } }` : edge;
      return `${owner}_${field.name}: ${field.name}${size} { ${inner} }`;
    });
  }

  #field(owner: string, field: GraphQLField<unknown, unknown>, hops: number): string[] {
    const named = getNamedType(field.type);
    // The same name has other types on other types, and they can meet under one union.
    const call = `${owner}_${field.name}: ${field.name}`;
    if (isLeafType(named)) return [call];
    if (hops === 0) return [];
    this.edges.add(`${owner}.${field.name}`);
    this.places += 1;
    const size = field.args.some(({ name }) => name === "first") ? "(first: 40)" : "";
    return [`${call}${size} { ${this.selectionOf(named, hops - 1)} }`];
  }

  #connection(type: GraphQLObjectType, hops: number): string {
    const { nodes, edges: _edges, pageInfo: _pageInfo, totalCount: _totalCount, ...others } = type.getFields();
    if (!nodes) throw new Error("A connection without nodes.");
    const node = getNamedType(nodes.type);
    const more = Object.values(others).map(
      (field) => `${field.name} { ${this.selectionOf(getNamedType(field.type), Math.max(hops, 2))} }`,
    );
    return `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { ${this.selectionOf(node, hops)} } } nodes { ${this.selectionOf(node, 0)} } ${more.join(" ")}`;
  }
}

/** Every edge that can be reached from a type. */
export function reachableEdges(schema: GraphQLSchema, from: readonly string[]): Set<string> {
  const [edges, seen] = [new Set<string>(), new Set<string>()];
  const visit = (type: GraphQLNamedType | undefined): void => {
    if (!type || seen.has(type.name)) return;
    seen.add(type.name);
    if (isUnionType(type) || isInterfaceType(type)) for (const each of schema.getPossibleTypes(type)) visit(each);
    if (!isObjectType(type)) return;
    const isPage = /(Connection|Edge)$/.test(type.name);
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (!isCompositeType(named) || named.name === "PageInfo") continue;
      if (!isPage) edges.add(`${type.name}.${field.name}`);
      visit(named);
    }
  };
  for (const name of from) visit(schema.getType(name));
  return edges;
}

/** Every text of an answer, and what is in it once more where it is base64url of something. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value, Buffer.from(value, "base64url").toString("utf8")];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
