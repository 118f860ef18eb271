import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { Connection } from "./loading/loaded-page.js";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./loading/page.js";

const FIRST = `Number of items from the start of the list, 0 to ${MAX_PAGE_SIZE}. Defaults to ${DEFAULT_PAGE_SIZE}.`;

/** The arguments of a connection that is read from its start only. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: FIRST })
  first?: number;

  @Field(() => String, { nullable: true, description: "Return items after this cursor." })
  after?: string;
}

/** The arguments of a connection that is read from either end. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Number of items from the end of the list, 0 to ${MAX_PAGE_SIZE}; cannot be combined with \`first\`.`,
  })
  last?: number;

  @Field(() => String, { nullable: true, description: "Return items before this cursor." })
  before?: string;
}

@ObjectType({
  description: "Position of a page in its connection, as defined by the Relay cursor specification.",
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are nodes after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there are nodes before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first node; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last node; null on an empty page." })
  endCursor!: string | null;
}

/**
 * The connection type of a node type, and with it the type of its edges.
 *
 * @param order the order of the nodes when the request does not say, for the description.
 */
export function connectionType<Node extends object>(node: ClassType<Node>, order: string): ClassType<Connection<Node>> {
  const { name } = node;

  @ObjectType(`${name}Edge`, { description: `${name} and its place in a connection.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, {
      description: "Opaque cursor, valid for its connection and order even when rows are added or removed.",
    })
    cursor!: string | null;

    @Field(() => node, { description: `The ${name} itself.` })
    node!: Node | null;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} objects. ${order}`, simpleResolvers: true })
  class NodeConnection {
    @Field(() => [Edge], { description: "The nodes with their cursors." })
    edges!: readonly Edge[];

    @Field(() => [node], { description: "The nodes without their cursors." })
    nodes!: readonly Node[];

    @Field(() => PageInfo, { description: "Position of this page in the list." })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: "Number of nodes on all pages with the same filter. Counted only when selected.",
    })
    totalCount!: number | null;
  }
  return NodeConnection;
}
