import { type ExecutionResult, type GraphQLSchema, OperationTypeNode } from "graphql";
import type { Database } from "../../src/database/client.js";
import { createAnswerExecution, createResolverExecution, type ExecuteOperation } from "../../src/graphql/execution.js";
import { FilledAnswer } from "../../src/graphql/fill-answer.js";
import { Loader } from "../../src/graphql/loading/loader.js";
import type { RunStatement } from "../../src/graphql/loading/run-statement.js";
import { isReaderView } from "../../src/graphql/loading/view.js";
import { explainReadFailure } from "../../src/graphql/read-failures.js";
import { stringifyResponse } from "../../src/graphql/response-text.js";

/** A query whose two executions have different responses. */
export interface Difference {
  readonly query: string;
  readonly byAnswers: string;
  readonly byResolvers: string;
}

/** What was executed in both ways. */
export interface BothWays {
  readonly createExecution: (schema: GraphQLSchema) => ExecuteOperation;
  /** Responses that were not the same, byte by byte. */
  readonly differences: Difference[];
  /** How many queries PostgreSQL made the response of, and how many were left to the resolvers. */
  readonly counts: { answered: number; resolved: number };
}

/** How often different responses are compared again: another request may have written between the two reads. */
const TRIES = 4;

/**
 * Executes every query as the server does, and once more by the resolvers, on connections of its own so that the
 * statements of the first execution can be counted.
 */
export function inBothWays(database: Database): BothWays {
  const differences: Difference[] = [];
  const counts = { answered: 0, resolved: 0 };
  const run: RunStatement = (text, values, view) =>
    database
      .readAnswer<{ json: unknown }>(text, values, isReaderView(view) ? "READERS" : "NEWSROOM")
      .catch(explainReadFailure);
  const compare = (schema: GraphQLSchema): ExecuteOperation => {
    const byAnswers = createAnswerExecution(schema);
    const byResolvers = createResolverExecution(schema);
    return async (resolved) => {
      const answer = await byAnswers(resolved);
      const result = answer ?? (await byResolvers(resolved));
      if (resolved.operation?.operation !== OperationTypeNode.QUERY) return result;
      counts[answer ? "answered" : "resolved"] += 1;
      if (!answer) return result;
      const { loader } = resolved.context;
      const other = { ...resolved, context: { ...resolved.context, loader: new Loader(run, loader.view) } };
      const [copy, kept] = twice(result);
      let [one, two] = [responseOf(copy), responseOf(await byResolvers(other))];
      for (let tries = 1; one !== two && tries < TRIES; tries += 1) {
        [one, two] = [
          responseOf((await byAnswers(other)) ?? (await byResolvers(other))),
          responseOf(await byResolvers(other)),
        ];
      }
      if (one !== two)
        differences.push({ query: resolved.document.loc?.source.body ?? "", byAnswers: one, byResolvers: two });
      return kept;
    };
  };
  return { createExecution: compare, differences, counts };
}

/** The same result two times: its JSON can be taken only once. */
function twice(result: ExecutionResult): readonly [ExecutionResult, ExecutionResult] {
  const copy = (value: unknown): readonly [unknown, unknown] => {
    if (Array.isArray(value)) {
      const each = value.map(copy);
      return [each.map(([one]) => one), each.map(([, two]) => two)];
    }
    if (!(value instanceof FilledAnswer)) return [value, value];
    const json = value.take();
    return [new FilledAnswer(json), new FilledAnswer(json)];
  };
  if (!result.data) return [result, result];
  const entries = Object.entries(result.data).map(([key, value]) => [key, copy(value)] as const);
  const data = (at: 0 | 1) => Object.fromEntries(entries.map(([key, both]) => [key, both[at]]));
  return [
    { ...result, data: data(0) },
    { ...result, data: data(1) },
  ];
}

/** The response without its errors' causes. */
function responseOf({ data, errors }: ExecutionResult): string {
  return stringifyResponse({
    ...(errors && { errors: errors.map((error) => error.toJSON()) }),
    data: data ?? null,
  }).trimEnd();
}
