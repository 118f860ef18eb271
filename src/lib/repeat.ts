/** A task that is repeated until it is stopped. */
export interface Repeated {
  /** Resolves when the run that has begun is done. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs a task now and then at intervals, one run at a time. A run that fails is reported, and the next one is not affected.
 *
 * @param everyMs the interval in milliseconds; 0 never runs the task.
 * @param task receives whether it is asked to stop, which a long run looks at between its steps.
 */
export function repeat(
  everyMs: number,
  task: (isStopping: () => boolean) => Promise<void>,
  onError: (error: unknown) => void,
): Repeated {
  if (everyMs === 0) return { stop: async () => {} };
  let isStopping = false;
  // Runs that wait for a long one have nothing left to do.
  const run = (): Promise<void> => (isStopping ? Promise.resolve() : task(() => isStopping).catch(onError));
  let current = run();
  const timer = setInterval(() => {
    current = current.then(run);
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      isStopping = true;
      return current;
    },
  };
}
