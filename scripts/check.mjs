// Usage: node scripts/check.mjs [STEP …]; by default all steps.
// Everything that must hold before the tests are worth running, each step with its time; all steps run, and the script
// ends with status 1 when any failed. Nothing that git tracks is changed.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => `node_modules/.bin/${name}`;

const steps = [
  ["client", "node", ["scripts/generate.mjs"]],
  ["operations", bin("graphql-codegen"), ["--config", "codegen.yml", "--errors-only"]],
  ["example", bin("graphql-codegen"), ["--config", "examples/news-site/codegen.yml", "--errors-only"]],
  ["desk", "node", ["scripts/desk.mjs", "operations"]],
  ["format", bin("biome"), ["format", "."]],
  ["english", "node", ["scripts/plain-english.mjs"]],
  ["lint", bin("oxlint"), ["--type-aware", "--deny-warnings"]],
  ["folders", "node", ["scripts/check-folders.mjs"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["desk types", bin("tsc"), ["--noEmit", "-p", "desk"]],
  ["schema", bin("tsx"), ["--conditions=@dateline/source", "scripts/check-schema.ts"]],
  ["migrations", bin("tsx"), ["--conditions=@dateline/source", "scripts/check-migrations.ts"]],
];

const wanted = process.argv.slice(2);
const chosen = steps.filter(([name]) => wanted.length === 0 || wanted.includes(name));

const failed = chosen.filter(([name, command, args]) => {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name.padEnd(12)} ${seconds} s`);
  if (status !== 0) console.log(`${stdout}${stderr}`);
  return status !== 0;
});

if (failed.length > 0) {
  console.log(`\nFailed: ${failed.map(([name]) => name).join(", ")}.`);
  process.exit(1);
}
