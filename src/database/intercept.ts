import type pg from "pg";

/** Called when a query is sent; the function it returns is called once with the result, or undefined after a failure. */
export type QueryStart = (args: readonly unknown[]) => (result: unknown) => void;

/** Calls `start` for every query that is sent over `client` from now on, and what it returns when the query has ended. */
export function interceptQueries(client: pg.ClientBase, start: QueryStart): void {
  // The driver's six overloads differ in their types only: all of them end in one call with these arguments.
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const intercepted = (...args: unknown[]): unknown => {
    const end = start(args);
    const last = args.at(-1);
    if (isCallback(last)) return send(...args.slice(0, -1), endingBefore(last, end));
    return settle(send(...args), end);
  };
  // See above: the cast restores the overloads.
  client.query = intercepted as typeof client.query;
}

type Callback = (error: unknown, result: unknown) => void;

function isCallback(value: unknown): value is Callback {
  return typeof value === "function";
}

function endingBefore(callback: Callback, end: (result: unknown) => void): Callback {
  return (error, result) => {
    end(result);
    callback(error, result);
  };
}

/** Reports a promised result before its reader sees it. A cursor is no promise; its rows cannot be counted yet. */
function settle(answer: unknown, end: (result: unknown) => void): unknown {
  if (!(answer instanceof Promise)) {
    end(undefined);
    return answer;
  }
  return answer.then(
    (result: unknown) => {
      end(result);
      return result;
    },
    (error: unknown) => {
      end(undefined);
      throw error;
    },
  );
}
