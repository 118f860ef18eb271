import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { describeMissing } from "../../bench/eval/missing.js";

it("names the folder and every file that is measured where there is no material", () => {
  const source = readFileSync(fileURLToPath(new URL("../../bench/eval/run.ts", import.meta.url)), "utf8");
  const files = source.match(/[\w.]+\.jsonl/g) ?? [];
  const message = describeMissing("/news/material/");
  expect(files.length).toBeGreaterThan(4);
  expect(message).toContain("/news/material/");
  for (const file of files) expect(message).toContain(file);
});
