import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { tellMissing } from "../../bench/eval/missing.js";

it("names the folder and every file that is measured where there is no material", () => {
  const source = readFileSync(fileURLToPath(new URL("../../bench/eval/run.ts", import.meta.url)), "utf8");
  const files = source.match(/[\w.]+\.jsonl/g) ?? [];
  const told = tellMissing("/news/material/");
  expect(files.length).toBeGreaterThan(4);
  expect(told).toContain("/news/material/");
  for (const file of files) expect(told).toContain(file);
});
