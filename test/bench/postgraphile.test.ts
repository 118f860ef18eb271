import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { missingPostgraphile } from "../../bench/postgraphile.js";
import { WAYS } from "../../bench/servers.js";

it("names the command that installs PostGraphile where it is not there, and measures the other ways", () => {
  const isThere = existsSync(
    fileURLToPath(new URL("../../bench/postgraphile/node_modules/postgraphile", import.meta.url)),
  );
  const ways = WAYS.map(({ name }) => name);
  expect(ways).toEqual(expect.arrayContaining(["limit", "dateline", "naive"]));
  if (isThere) expect(missingPostgraphile() ?? "").not.toMatch(/npm/);
  else
    expect([missingPostgraphile(), ways]).toEqual([
      expect.stringContaining("npm --prefix"),
      expect.not.arrayContaining(["postgraphile"]),
    ]);
});
