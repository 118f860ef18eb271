/** Options of vitest's waiting functions: a look every 20 ms, until the time limit of the test itself. */
export const PATIENTLY = { timeout: 300_000, interval: 20 } as const;
