import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

/** Every lock file of the repository: the example and the comparison of the benchmark are projects of their own. */
const locks = ["package-lock.json", "examples/news-site/package-lock.json", "bench/postgraphile/package-lock.json"];

describe.each(locks)("%s", (name) => {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const lock = JSON.parse(readFileSync(path, "utf8")) as { readonly packages: Record<string, LockedPackage> };
  const installed = Object.entries(lock.packages).filter(
    ([name, { link }]) => name.includes("node_modules/") && link !== true,
  );

  it("names the content of every package by its hash, those of other platforms included", () => {
    expect(installed.length).toBeGreaterThan(100);
    const unhashed = installed.filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? ""));
    expect(unhashed.map(([name]) => name)).toEqual([]);
  });

  it("names no registry, so that the installation uses the one it is configured for", () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
  });
});
