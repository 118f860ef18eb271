// Builds the desk into desk/dist when its source, the schema or a library of it changed, and does nothing otherwise.
// With the argument "operations" it generates the types of its operations only. Prints nothing unless it fails.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "desk");
const stampFile = join(folder, "dist/.stamp");

const stamp = stampOf();
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
if (process.argv[2] === "operations") generateOperations();
else if (!isCurrent) await bundle();

async function bundle() {
  // A build that is interrupted must not look like the one before.
  rmSync(stampFile, { force: true });
  generateOperations();
  // Tests set another one, with which React and the router are built for development, half as large again.
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  await build({ configFile: join(folder, "vite.config.ts") });
  writeFileSync(stampFile, stamp);
}

/** With --silent the code generator would end with 0 when it fails. */
function generateOperations() {
  const cli = join(root, "node_modules/.bin/graphql-codegen");
  const args = ["--config", join(folder, "codegen.yml"), "--errors-only"];
  const { status, error, stdout, stderr } = spawnSync(cli, args, { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  process.stderr.write(
    `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nThe operations of the desk are wrong.\n`,
  );
  process.exit(1);
}

function stampOf() {
  const sources = readdirSync(join(folder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith("src/api/generated"))
    .sort();
  const settings = ["package.json", "index.html", "vite.config.ts", "codegen.yml", "tsconfig.json"];
  const hash = createHash("sha256").update(process.version);
  for (const name of [...settings, ...sources]) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  for (const name of sharedSources()) hash.update(readFileSync(join(root, name)));
  hash.update(readFileSync(join(root, "schema.graphql")));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  return hash.digest("hex");
}

/** What the desk has in common with the server, so that both judge a quote, a mark and a word alike. */
function sharedSources() {
  const checks = readdirSync(join(root, "src/quote-check")).map((name) => `src/quote-check/${name}`);
  return [...checks.sort(), "src/marked-text/marks.ts", "src/draft/kept-offsets.ts", "src/lib/count-words.ts"];
}
