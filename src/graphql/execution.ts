import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";
import { createAnswerSchema } from "./answer-schema.js";
import { NotAnswerableError } from "./loading/answer-text.js";
import type { GraphQLRequest } from "./request.js";

/*
 * Queries are answered by the text that PostgreSQL makes of their selections, where it can make the whole response. All
 * other operations are executed by graphql-js and the resolvers of the schema.
 */

/** An operation that was parsed and validated. */
export interface ResolvedOperation {
  readonly document: DocumentNode;
  /** Absent when the document has no operation of the requested name. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: GraphQLRequest;
}

/** Executes an operation. Objects in its data may be FilledAnswers, which only `stringifyResponse` can read. */
export type ExecuteOperation = (resolved: ResolvedOperation) => Promise<ExecutionResult>;

/** Executes operations by the resolvers of the schema. */
export function createResolverExecution(schema: GraphQLSchema): ExecuteOperation {
  return async (resolved) => executeOn(schema, resolved, resolved.context);
}

/** Executes operations by answers where that is possible, and by the resolvers of the schema otherwise. */
export function createExecution(schema: GraphQLSchema): ExecuteOperation {
  const byAnswers = createAnswerExecution(schema);
  const byResolvers = createResolverExecution(schema);
  return async (resolved) => (await byAnswers(resolved)) ?? byResolvers(resolved);
}

/** Executes operations by answers; returns null for those that the resolvers have to execute. */
export function createAnswerExecution(
  schema: GraphQLSchema,
): (resolved: ResolvedOperation) => Promise<ExecutionResult | null> {
  const answers = createAnswerSchema(schema);
  const rootFields = new Set(Object.keys(answers.getQueryType()?.getFields() ?? {}));
  /** Whether operations can be answered at all. */
  const known = new WeakMap<OperationDefinitionNode, boolean>();
  return async (resolved) => {
    const { document, operation, context } = resolved;
    if (!operation) return null;
    const isPossible = known.get(operation) ?? hasRootsAmong(rootFields, document, operation);
    known.set(operation, isPossible);
    if (!isPossible) return null;
    const result = await executeOn(answers, resolved, { ...context, loader: context.loader.forAnswers() });
    const refusals = refusalsOf(result);
    if (refusals.some(({ isAlways }) => isAlways)) known.set(operation, false);
    if (refusals.length > 0) return null;
    if (!result.errors) context.loader.keys?.confirm(operation.name?.value ?? null);
    return result;
  };
}

async function executeOn(
  schema: GraphQLSchema,
  { document, operationName, variables }: ResolvedOperation,
  contextValue: GraphQLRequest,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document,
    contextValue,
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  });
}

function refusalsOf({ errors = [] }: ExecutionResult): readonly NotAnswerableError[] {
  return errors.flatMap(({ originalError }) => (originalError instanceof NotAnswerableError ? [originalError] : []));
}

/** Whether an operation is a query whose root fields are all among those named; `__typename` is in every schema. */
function hasRootsAmong(
  names: ReadonlySet<string>,
  { definitions }: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): boolean {
  if (operation !== OperationTypeNode.QUERY) return false;
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const visited = new Set<unknown>();
  const isAmong = (set: SelectionSetNode | undefined): boolean => {
    if (!set || visited.has(set)) return true;
    visited.add(set);
    return set.selections.every((node) => {
      if (node.kind === Kind.FIELD) return names.has(node.name.value) || node.name.value === "__typename";
      return isAmong(
        node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet,
      );
    });
  };
  return isAmong(selectionSet);
}
