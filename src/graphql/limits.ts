import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { computeCost, type OperationCost } from "./cost.js";
import { checkDocument, DOCUMENT_LIMITS } from "./document-limits.js";
import { LimitError } from "./limit-error.js";
import type { GraphQLRequest } from "./request.js";
import { shapeOf } from "./value-shape.js";

/** How large a request may be. */
export interface QueryLimits {
  /** How many fields may be nested. */
  readonly maxDepth: number;
  /** How much an operation may cost: roughly how many objects it reads. */
  readonly maxCost: number;
}

/** What of an operation stays the same from request to request. */
interface Measured {
  /** A number that no other operation has. */
  readonly id: number;
  /** The variables that the cost depends on. */
  readonly variables: readonly string[];
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What was measured is kept as long as the document itself. */
const measured = new WeakMap<OperationDefinitionNode, Measured>();
let operations = 0;

/** Costs by operation and the shape of its variables; keys are short, so that their number bounds the memory. */
const costs = new LRUCache<string, OperationCost>({ max: 10_000 });
const MAX_KEY_LENGTH = 300;

/** The arguments that change how much is read. */
const COSTLY_ARGUMENTS: ReadonlySet<string> = new Set(["first", "last", "ids", "filter"]);

function measure(document: DocumentNode, operation: OperationDefinitionNode): Measured {
  const known = measured.get(operation);
  if (known) return known;
  const variables = new Set<string>();
  const noteVariables = { Variable: ({ name }: { name: { value: string } }) => void variables.add(name.value) };
  visit(document, {
    Argument: (node) => void (COSTLY_ARGUMENTS.has(node.name.value) && visit(node, noteVariables)),
    Directive: (node) => void visit(node, noteVariables),
  });
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const fresh = { id: (operations += 1), variables: [...variables].sort(), fragments };
  measured.set(operation, fresh);
  return fresh;
}

/** An operation of a document with the variables it is sent with. */
interface Sent {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

function costOf({ schema, document, operation, variables }: Sent): OperationCost {
  const { id, variables: names, fragments } = measure(document, operation);
  const key = `${id} ${names.map((name) => shapeOf(variables, name)).join(" ")}`;
  const known = costs.get(key);
  if (known !== undefined) return known;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  // Variables that are not what the document declares are refused by its execution, with an error that names them.
  if (!coerced) return { total: 0, search: 0 };
  const cost = withBadInput(() => computeCost(operation, { schema, fragments, variableValues: coerced }));
  if (key.length <= MAX_KEY_LENGTH) costs.set(key, cost);
  return cost;
}

/** An argument that is not what the schema declares, such as a null for a list, is the caller's to correct. */
function withBadInput<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof GraphQLError) || error instanceof LimitError) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: BAD_REQUEST });
  }
}

const BAD_REQUEST = { code: "BAD_USER_INPUT", http: { status: 400 } } as const;

/** What is validated in the place of a document that was refused before its validation. */
const HARMLESS = parse("{ __typename }", { noLocation: true });

/** The documents that were refused, with what they are refused for. */
const refusals = new WeakMap<DocumentNode, LimitError>();

/** Apollo turns only errors of its own steps into answers: a refusal waits until the next one. */
function refuseLater(document: DocumentNode, maxDepth: number): void {
  try {
    checkDocument(document, maxDepth);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    refusals.set(document, error);
    Object.assign(document, { definitions: HARMLESS.definitions });
  }
}

/** The header by which a client asks for the cost of its operation. */
export const SHOW_COST = "x-show-cost";

/**
 * Refuses a request before it runs when its document, its depth or its cost exceeds a limit; the error says which and by
 * how much. With the header `x-show-cost: 1` the answer contains `extensions.cost`. A query that costs much waits for its turn.
 */
export function limitQueries(limits: QueryLimits): ApolloServerPlugin<GraphQLRequest> {
  return {
    requestDidStart: async () => {
      let cost: number | null = null;
      return {
        validationDidStart: async ({ document }) => refuseLater(document, limits.maxDepth),
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          const refusal = refusals.get(document);
          if (refusal) throw refusal;
          // Apollo resolves the operation before this hook and answers by itself when there is none.
          if (!operation) return checkName(request.operationName ?? "");
          if (!schema.getRootType(operation.operation)) {
            throw new GraphQLError(`There is no ${operation.operation} here; ask by a query or a mutation.`, {
              extensions: BAD_REQUEST,
            });
          }
          const { total, search } = costOf({ schema, document, operation, variables: request.variables ?? {} });
          cost = total;
          if (cost > limits.maxCost) throw tooCostly(cost, limits.maxCost);
          // Mutations wait for the locks of what they write.
          if (operation.operation === OperationTypeNode.QUERY) await contextValue.turns.begin(total, search);
        },
        willSendResponse: async ({ request, response, contextValue }) => {
          contextValue.turns.end();
          if (cost === null || request.http?.headers.get(SHOW_COST) !== "1" || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested: cost, limit: limits.maxCost } };
        },
      };
    },
  };
}

/** The answer to an unknown name repeats it. */
function checkName(name: string): void {
  const most = DOCUMENT_LIMITS.nameLength;
  if (name.length <= most) return;
  const message = `The operationName has ${name.length} characters, at most ${most} are allowed.`;
  throw new LimitError(message, "NAME_LIMIT_EXCEEDED", most, name.length);
}

function tooCostly(cost: number, limit: number): LimitError {
  const message = `The request is too costly: ${cost}, where at most ${limit} is allowed.`;
  return new LimitError(message, "COST_LIMIT_EXCEEDED", limit, cost, { cost });
}
