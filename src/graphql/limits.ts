import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./loading/page.js";

/** How large a request may be. */
export interface QueryLimits {
  /** How many fields may stand below each other. */
  readonly maxDepth: number;
  /** How many objects a request may at most bring, each weighed once: see `estimateCost`. */
  readonly maxCost: number;
}

/** How many objects a list without pages is taken to hold, such as the paragraphs of an article. */
const LIST_SIZE = 5;

function pageSize(args: Readonly<Record<string, unknown>>): number {
  const size = args["first"] ?? args["last"];
  return typeof size === "number" ? Math.min(Math.max(size, 0), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

/**
 * What a field costs: nothing for a value, 1 for an object with what is asked of it, and that for each object of a
 * list: as many as the page asks for, or LIST_SIZE where a list has no pages.
 */
const estimateCost: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return 0;
  if (named.name.endsWith("Connection")) return 1 + pageSize(args) * childComplexity;
  // The size of the page has already been counted with the connection itself.
  if (type.name.endsWith("Connection")) return 1 + childComplexity;
  const isList = String(field.type).startsWith("[");
  const { ids } = args as { readonly ids?: unknown };
  return (isList ? (Array.isArray(ids) ? ids.length : LIST_SIZE) : 1) * (1 + childComplexity);
};

function depthOf(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      deepest = Math.max(deepest, isIntrospection(selection) ? 0 : 1 + depthBelow(selection.selectionSet, fragments));
    } else {
      const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      deepest = Math.max(deepest, depthBelow(spread?.selectionSet, fragments));
    }
  }
  return deepest;
}

function depthBelow(set: SelectionSetNode | undefined, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  return set ? depthOf(set, fragments) : 0;
}

/** Tools read the whole schema at any depth, so introspection is not measured. */
function isIntrospection(field: FieldNode): boolean {
  return field.name.value.startsWith("__");
}

/** What of an operation stays the same from request to request. */
interface Measured {
  readonly depth: number;
  /** The variables that set the size of a page or list. */
  readonly sizes: readonly string[];
  readonly costs: Map<string, number>;
}

/** Clients send few documents often: what was measured once is kept as long as Apollo keeps the document. */
const measured = new WeakMap<OperationDefinitionNode, Measured>();
const MAX_COSTS_PER_OPERATION = 200;

function measure(document: DocumentNode, operation: OperationDefinitionNode): Measured {
  const known = measured.get(operation);
  if (known) return known;
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const sizes = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      const isSize = name.value === "first" || name.value === "last" || name.value === "ids";
      if (isSize && value.kind === Kind.VARIABLE) sizes.add(value.name.value);
    },
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) sizes.add(value.name.value);
    },
  });
  const fresh = { depth: depthOf(operation.selectionSet, fragments), sizes: [...sizes], costs: new Map() };
  measured.set(operation, fresh);
  return fresh;
}

function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const { sizes, costs } = measure(document, operation);
  const key = JSON.stringify(sizes.map((name) => variables[name]));
  const known = costs.get(key);
  if (known !== undefined) return known;
  // Variables that are not what the document declares are refused by whoever runs it, with an error that says so.
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return 0;
  const operationName = operation.name?.value;
  const cost = complexityOf({
    schema,
    query: document,
    variables,
    estimators: [estimateCost],
    ...(operationName === undefined ? {} : { operationName }),
  });
  if (costs.size >= MAX_COSTS_PER_OPERATION) costs.clear();
  costs.set(key, cost);
  return cost;
}

/** What the library cannot count, such as a null where a list has to be, is the caller's to mend. */
function complexityOf(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: BAD_REQUEST });
  }
}

const BAD_REQUEST = { code: "BAD_USER_INPUT", http: { status: 400 } } as const;

function refuse(what: "deep" | "costly", found: number, limit: number): never {
  throw new GraphQLError(`The request is too ${what}: ${found}, where at most ${limit} is allowed.`, {
    extensions: { code: "BAD_USER_INPUT", limit, found, http: { status: 400 } },
  });
}

/** Refuses a request before it runs when it is deeper or costs more than the limits; the error says by how much. */
export function limitQueries(limits: QueryLimits): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        // Apollo resolves the operation before this hook and answers by itself when there is none.
        if (!operation) return;
        if (!schema.getRootType(operation.operation)) {
          throw new GraphQLError(`There is no ${operation.operation} here; ask by a query or a mutation.`, {
            extensions: BAD_REQUEST,
          });
        }
        const { depth } = measure(document, operation);
        if (depth > limits.maxDepth) refuse("deep", depth, limits.maxDepth);
        const cost = costOf(schema, document, operation, request.variables ?? {});
        if (cost > limits.maxCost) refuse("costly", cost, limits.maxCost);
      },
    }),
  };
}
