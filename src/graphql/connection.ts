import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { BadInputError } from "./errors.js";
import { loaded } from "./loading/loaded.js";
import { DEFAULT_PAGE_SIZE, encodeCursor, MAX_PAGE_SIZE } from "./loading/page.js";

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

/** Where a page stands in its connection. */
@ObjectType({
  description: "Position of a page in its connection, as defined by the Relay cursor specification.",
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are nodes behind this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there are nodes before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first node; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last node; null on an empty page." })
  endCursor!: string | null;
}

/** A page of nodes, in the order of its connection. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string | null; readonly node: Node | null }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
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
      description: "Opaque; good for the connection and order it came from, also when rows come and go.",
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
      description: "How many nodes there are on all pages under the same filter. Counted only when asked for.",
    })
    totalCount!: number | null;
  }
  return NodeConnection;
}

/** A page as the loading makes it. */
export interface LoadedPage<Node> {
  readonly rows?: readonly {
    readonly node?: Node;
    readonly edge?: Node;
    readonly cursor?: readonly unknown[];
  }[];
  readonly order: string;
  readonly size: number;
  readonly isBackward: boolean;
  /** Whether there are rows on the side that the page was not counted to. */
  readonly far?: boolean;
  readonly total?: number;
}

/** A page whose arguments are wrong: the message and the argument's name. */
interface RefusedPage {
  readonly refused: readonly [string, string];
}

/** The connection that a loaded page stands for; what was not asked for is null or false in it. */
export function toConnection<Node>(page: LoadedPage<Node>): Connection<Node> {
  const all = page.rows ?? [];
  // One row more than the page holds tells that there is a next page; it stands at the end the page was counted to.
  const extra = all.length > page.size;
  const rows = extra ? (page.isBackward ? all.slice(1) : all.slice(0, page.size)) : all;
  const cursors = rows.map(({ cursor }) => (cursor ? encodeCursor(page.order, cursor) : null));
  const far = page.far === true;
  return {
    nodes: rows.flatMap(({ node }) => (node === undefined ? [] : [node])),
    edges: rows.map(({ edge }, at) => ({ cursor: cursors[at] ?? null, node: edge ?? null })),
    pageInfo: {
      hasNextPage: page.isBackward ? far : extra,
      hasPreviousPage: page.isBackward ? extra : far,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: page.total ?? null,
  };
}

/** The page that the statement of the root field has loaded for this connection. */
export function loadedConnection<Node>(parent: object, info: GraphQLResolveInfo): Connection<Node> {
  return toConnection(loaded<LoadedPage<Node>>(parent, info));
}

/**
 * The page that the statement of the root field has loaded for this connection, or null where the request may not see it.
 *
 * @throws BadInputError when the arguments of this connection are wrong.
 */
export function loadedNullableConnection<Node>(parent: object, info: GraphQLResolveInfo): Connection<Node> | null {
  const page = loaded<LoadedPage<Node> | RefusedPage | null>(parent, info);
  if (page === null) return null;
  if ("refused" in page) throw new BadInputError(...page.refused);
  return toConnection(page);
}
