import { createRequire } from "node:module";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Libraries that are CommonJS load this file; without the alias our own modules would load a second copy, and
    // graphql refuses types "from another module or realm".
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }],
  },
  // The packages as they were written, not as they were built.
  ssr: { resolve: { conditions: ["@dateline/source", ...defaultServerConditions] } },
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts", "desk/test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    // The type classes need it before any of them is loaded, and tests load some without the app.
    setupFiles: ["test/support/setup.ts"],
    // Processes, because the tests of the embedded database set and lose what belongs to a process.
    pool: "forks",
    // The files of a process share its modules: loading them for each file took as long as the tests. What a file opens, it closes.
    isolate: false,
    maxWorkers: 2,
    // They end what hangs. No test depends on the speed of the machine, and the slowest takes a tenth of this on a quiet one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Far from UTC, so that a moment or a day that leans on the machine's zone shows.
    env: { TZ: "Pacific/Auckland" },
  },
});
