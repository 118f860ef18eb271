import { type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { BadInputError } from "./errors.js";
import { MAX_PAGE_SIZE } from "./loading/page.js";
import { expectShape, type TypeClass } from "./loading/shape.js";
import { Node } from "./node.type.js";
import { decodeNodeId, type NodeType } from "./node-id.js";
import type { GraphQLRequest } from "./request.js";

interface Wanted {
  readonly type: NodeType;
  readonly uuid: string;
}

function expectAnyId(id: string, argument: string): Wanted {
  const wanted = decodeNodeId(id);
  if (!wanted) throw new BadInputError(`"${argument}" is not an id: ${JSON.stringify(id.slice(0, 80))}.`, argument);
  return wanted;
}

function isNodeClass(type: TypeClass): type is TypeClass<Node> {
  return type.prototype instanceof Node;
}

/** The class of a type that has global ids. */
function nodeClass(schema: GraphQLSchema, name: NodeType): TypeClass<Node> {
  const type = schema.getType(name);
  const found = isObjectType(type) ? expectShape(type).type : null;
  if (!found || !isNodeClass(found)) throw new Error(`${name} does not implement Node.`);
  return found;
}

/** Finds objects by their global ids. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "The object with this id; null when the request may not see it." })
  node(
    @Arg("id", () => ID, { description: "The global id of an object." }) id: string,
    @Ctx() { loader }: GraphQLRequest,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    const { type, uuid } = expectAnyId(id, "id");
    return loader.byKey(nodeClass(info.schema, type), info, uuid);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: `Whatever has these ids, in their order, at most ${MAX_PAGE_SIZE}; null where the request sees nothing.`,
  })
  async nodes(
    @Arg("ids", () => [ID], { description: "Global ids of objects." }) ids: string[],
    @Ctx() { loader }: GraphQLRequest,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly (Node | null)[]> {
    if (ids.length > MAX_PAGE_SIZE) {
      throw new BadInputError(`"ids" takes at most ${MAX_PAGE_SIZE} ids, but there are ${ids.length}.`, "ids");
    }
    const wanted = ids.map((id, at) => expectAnyId(id, `ids.${at}`));
    const types = [...new Set(wanted.map(({ type }) => type))];
    // One statement for each type among the ids, however many there are of it.
    const found = await Promise.all(
      types.map(async (type): Promise<[NodeType, ReadonlyMap<string, Node>]> => {
        const uuids = wanted.filter((each) => each.type === type).map(({ uuid }) => uuid);
        return [type, await loader.byKeys(nodeClass(info.schema, type), info, uuids)];
      }),
    );
    const byType = new Map(found);
    return wanted.map(({ type, uuid }) => byType.get(type)?.get(uuid) ?? null);
  }
}
