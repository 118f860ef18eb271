import { defineConfig } from "vitest/config";

/** The package's tests alone, which need no database. The configuration beside the root runs them with all others. */
export default defineConfig({ test: { include: ["test/**/*.test.ts"], env: { TZ: "Pacific/Auckland" } } });
