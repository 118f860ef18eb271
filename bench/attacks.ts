/*
 * Requests that are small to send and expensive to answer, each of another kind. None needs a token.
 */

/** One attack: requests that are sent at once. */
export interface Attack {
  readonly name: string;
  readonly requests: readonly AttackRequest[];
}

/** The body of a GraphQL request. */
export interface AttackRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

function times(count: number, make: (at: number) => string, separator = " "): string {
  return Array.from({ length: count }, (_, at) => make(at)).join(separator);
}

function one(name: string, query: string, variables: AttackRequest["variables"] = {}): Attack {
  return { name, requests: [{ query, variables }] };
}

function several(name: string, count: number, make: (at: number) => AttackRequest): Attack {
  return { name, requests: Array.from({ length: count }, (_, at) => make(at)) };
}

const bomb = (levels: number, spread: string, last: string): string =>
  `{ ...F0 } ${times(levels, (at) => `fragment F${at} on Query { ${spread.replaceAll("NEXT", `...F${at + 1}`)} }`)} fragment F${levels} on Query { ${last} }`;

const planner = (first: number): string => `{ persons(first: ${first}) { nodes { ...A } } }
  fragment A on Person { ${times(12, (at) => `a${at}: quotes(first: 0) { nodes { speaker { ...B } } }`)} }
  fragment B on Person { ${times(12, (at) => `b${at}: quotes(first: 0) { nodes { speaker { ...C } } }`)} }
  fragment C on Person { ${times(12, (at) => `c${at}: quotes(first: 0) { nodes { speaker { id } } }`)} }`;

const COUNT = 'quotes(first: 0, filter: { textContains: "e" }) { totalCount }';

const bypass = `query ($a: Int = 100, $b: Int = 0) { quotes(first: $a, last: $b) { nodes { speaker {
  quotes(first: 100) { nodes { speaker { quotes(first: 100) { nodes { id } } } } } } } } }`;

const nested = (levels: number): string =>
  `{ ${"a: __typename b { ".repeat(levels)} id ${"}".repeat(levels)} c: __typename }`;

const pairs = (levels: number): string =>
  levels === 0 ? "x" : `f { ${pairs(levels - 1)} } f { ${pairs(levels - 1)} }`;

const introspection = times(
  5,
  (at) => `a${at}: fields { name type { fields { type { fields { name description } } } } }`,
);

/** The attacks in the order in which they are sent. */
export const ATTACKS: readonly Attack[] = [
  one("planner bomb, first: 0", planner(0)),
  one("planner bomb, first: 1", planner(1)),
  one(
    "html under 3000 aliases",
    `{ articles(first: 100) { nodes { paragraphs { ${times(3000, (at) => `a${at}: html`)} } } } }`,
  ),
  one(
    "text under 90 aliases",
    `{ articles(first: 100) { nodes { paragraphs { ${times(90, (at) => `a${at}: text`)} } } } }`,
  ),
  one("500 counts", `{ ${times(500, (at) => `a${at}: ${COUNT}`)} }`),
  several("30 counts, 20 requests at once", 20, (turn) => ({
    query: `{ ${times(30, (at) => `b${turn}_${at}: ${COUNT}`)} }`,
  })),
  one(
    "counts of 100 topics x 50",
    `{ topics(first: 100) { nodes { ${times(50, (at) => `a${at}: articles { totalCount }`)} } } }`,
  ),
  several("cost bypass by null", 2, (at) => ({ query: bypass, variables: at === 0 ? { a: null } : { b: null } })),
  several("plan cache: 12 filters of 900 kB", 12, (at) => ({
    query: "query ($f: QuoteFilter) { quotes(first: 1, filter: $f) { nodes { id } } }",
    variables: { f: { textContains: `${at}${"x".repeat(900_000)}` } },
  })),
  several("document cache: 60 documents of 900 kB", 60, (at) => ({
    query: `{ a${at}: __typename } #${"x".repeat(900_000)}`,
  })),
  several("statement names: 560 odd reads", 560, (at) => ({
    query: `{ articles(first: ${at % 100}) { nodes { a${at}: topics { id } } } }`,
  })),
  one("overlapping fields, flat", `{ ${"articles(first: 1) { totalCount } ".repeat(1_600)} }`),
  one("overlapping fields, nested", `{ ${pairs(10)} }`),
  one(
    "overlapping fragments",
    `{ ${times(400, (at) => `...F${at}`)} } ${times(400, (at) => `fragment F${at} on Query { x: articles { totalCount } y${at}: __typename }`)}`,
  ),
  one(
    "fragments in a ring",
    `{ ...F0 } ${times(60, (at) => `fragment F${at} on Query { ${times(60, (to) => `...F${to}`)} }`)}`,
  ),
  one("deep nesting", nested(1_600)),
  one("deep list value", `{ nodes(ids: ${"[".repeat(4_000)}${"]".repeat(4_000)}) { id } }`),
  one("2500 directives", `{ __typename ${"@skip(if: false) ".repeat(1_600)} }`),
  one("operation name of 900 kB", `query ${"n".repeat(900_000)} { __typename }`),
  {
    name: "unknown operationName of 900 kB",
    requests: [{ query: "query A { __typename }", operationName: "n".repeat(900_000) }],
  },
  one("900,000 lines and 100 errors", `{ ${"\n".repeat(890_000)} ${times(100, (at) => `f${at}`)} }`),
  one(
    "wrong variables of 900 kB",
    "query ($i: [Int!]) { nodes(ids: []) { id } a: articles(first: $i) { totalCount } }",
    {
      i: Array.from({ length: 200_000 }, () => "x"),
    },
  ),
  one("200,000 ids", "query ($i: [ID!]!) { nodes(ids: $i) { id } }", { i: Array.from({ length: 150_000 }, () => "a") }),
  one("1500 root fields", `{ ${times(1_500, (at) => `a${at}: viewer { role }`)} }`),
  one("introspection of types of types", `{ __schema { types { ${introspection} } } }`),
  one(
    "30 imports without a token",
    `mutation { ${times(30, (at) => `m${at}: importArticle(input: { content: "${"“He said,” she said. ".repeat(1_000)}" }) { __typename }`)} }`,
  ),
  // Last: a server that walks fragments without memory does not survive it.
  one("fragment bomb", bomb(60, "NEXT NEXT", "__typename")),
];
