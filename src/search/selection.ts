import { type FieldNode, getNamedType, type GraphQLObjectType, type GraphQLResolveInfo, isObjectType } from "graphql";
import { selectedFields, setsOf } from "../graphql/loading/selection.js";

/** What a request selects of a search. */
export interface SearchSelection {
  readonly hasTotal: boolean;
  readonly hasHits: boolean;
  readonly hasSnippets: boolean;
  readonly hasPreviousPage: boolean;
  readonly facets: ReadonlySet<"languages" | "sections" | "topics">;
  /** The nodes of the document below which the objects of hits are selected. */
  readonly objects: readonly FieldNode[];
  readonly sections: readonly FieldNode[];
  readonly topics: readonly FieldNode[];
}

/** The selections below one field of some nodes, by walking the types as they are declared. */
class Walk {
  constructor(
    readonly info: GraphQLResolveInfo,
    readonly type: GraphQLObjectType,
    readonly nodes: readonly FieldNode[],
  ) {}

  static root(info: GraphQLResolveInfo): Walk {
    const type = getNamedType(info.returnType);
    if (!isObjectType(type)) throw new Error(`${info.fieldName} returns no object.`);
    return new Walk(info, type, info.fieldNodes);
  }

  /** The nodes that select a field. */
  selecting(name: string): readonly FieldNode[] {
    const fields = [...selectedFields(this.type, setsOf(this.nodes), this.info).values()];
    return fields.flatMap((field) => (field.name === name ? field.nodes : []));
  }

  has(name: string): boolean {
    return this.selecting(name).length > 0;
  }

  /** The selections below a field of an object type. */
  below(name: string): Walk {
    const field = this.type.getFields()[name];
    const type = field && getNamedType(field.type);
    if (!isObjectType(type)) throw new Error(`${this.type.name}.${name} is no object.`);
    return new Walk(this.info, type, this.selecting(name));
  }
}

/** Reads what a request selects of the search that it asks for. */
export function readSearchSelection(info: GraphQLResolveInfo): SearchSelection {
  const root = Walk.root(info);
  const hits = [root.below("nodes"), root.below("edges").below("node")];
  const facets = root.below("facets");
  const named = (["languages", "sections", "topics"] as const).filter((name) => facets.has(name));
  return {
    hasTotal: root.has("totalCount"),
    hasHits: ["nodes", "edges", "pageInfo"].some((name) => root.has(name)),
    hasSnippets: hits.some((hit) => hit.has("snippet")),
    hasPreviousPage: root.below("pageInfo").has("hasPreviousPage"),
    facets: new Set(named),
    objects: hits.flatMap((hit) => hit.selecting("node")),
    sections: facets.below("sections").selecting("section"),
    topics: facets.below("topics").selecting("topic"),
  };
}
