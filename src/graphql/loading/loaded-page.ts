import { encodeCursor } from "./page.js";

/** A page of nodes, in the order of its connection. Fields that were not selected are null, false or empty. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string | null; readonly node: Node | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

/** The JSON of a page, as the compiler builds it. */
export interface LoadedPage<Node> {
  readonly rows?: readonly {
    readonly node?: Node;
    readonly edge?: Node;
    readonly cursor?: readonly unknown[];
  }[];
  readonly order: string;
  readonly size: number;
  readonly isBackward: boolean;
  /** Whether there are rows beyond the end from which the page was not counted. */
  readonly far?: boolean;
  readonly total?: number;
}

/** The connection that a loaded page represents. */
export function toConnection<Node>(page: LoadedPage<Node>): Connection<Node> {
  const all = page.rows ?? [];
  // One row more than the page holds means that there is another page; it is at the end the page was counted to.
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
