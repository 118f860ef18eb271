// Compiles src/ to dist/ when something changed since the last time, and does nothing otherwise: `npm start` runs it
// every time. Says nothing unless it fails. Nothing but compiled modules goes into dist/.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src");
const output = join(root, "dist");
const stampFile = join(output, ".stamp");

const sources = filesUnder(source).filter((path) => path.endsWith(".ts"));
const stamp = stampOf(sources);
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
// Beside the compiler, which takes about as long. It prints what it has to say itself.
const page = spawn(process.execPath, [join(root, "scripts/graphiql.mjs")], { stdio: ["ignore", "inherit", "inherit"] });
page.on("exit", (status) => {
  if (status !== 0) process.exit(1);
});
if (!isCurrent) build();

function build() {
  // A build that is interrupted must not look like the one before.
  rmSync(stampFile, { force: true });
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nsrc/ could not be compiled.\n`);
    process.exit(1);
  }
  removeLeftovers();
  writeFileSync(stampFile, stamp);
}

/** The compiler does not know of modules that it compiled once and whose source is gone. */
function removeLeftovers() {
  const expected = new Set(sources.map((path) => relative(source, path).replace(/\.ts$/, "")));
  for (const path of filesUnder(output)) {
    if (relative(output, path).startsWith("graphiql")) continue;
    const module = relative(output, path).replace(/\.js(\.map)?$/, "");
    if (path.includes(".js") && !expected.has(module)) rmSync(path);
  }
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Sizes and times instead of contents: a file that was only touched is compiled again, which costs a second. */
function stampOf(paths) {
  const settings = ["tsconfig.json", "tsconfig.build.json", "node_modules/typescript/package.json"];
  const hash = createHash("sha256").update(process.version);
  for (const name of settings) hash.update(readFileSync(join(root, name)));
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
