// Compiles src/ to dist/, the packages that it uses, and the pages that it serves, when something changed since the last time, and does nothing
// otherwise: `npm start` runs it every time. Prints nothing unless it fails. Nothing but compiled modules goes into dist/.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const output = join(root, "dist");
const stampFile = join(output, ".stamp");
/** What is compiled from src/ to dist/ in each of these folders. */
const projects = [root, join(root, "packages/copy-reader")];

const sources = projects.flatMap((project) => sourcesOf(project));
const stamp = stampOf(sources);
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
// Beside the compiler, which takes about as long. They print what they have to say themselves.
for (const script of ["graphiql.mjs", "desk.mjs"]) {
  const bundler = spawn(process.execPath, [join(root, "scripts", script)], { stdio: ["ignore", "inherit", "inherit"] });
  bundler.on("exit", (status) => {
    if (status !== 0) process.exit(1);
  });
}
if (!isCurrent) build();

function build() {
  // A build that is interrupted must not look like the one before.
  rmSync(stampFile, { force: true });
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [compiler, "-b", "tsconfig.build.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nThe source could not be compiled.\n`);
    process.exit(1);
  }
  for (const project of projects) removeLeftovers(project);
  writeFileSync(stampFile, stamp);
}

/** The compiler does not know of modules that it compiled once and whose source is gone. */
function removeLeftovers(project) {
  const modules = sourcesOf(project).map((path) => relative(join(project, "src"), path).replace(/\.ts$/, ""));
  const expected = new Set(modules);
  const compiled = join(project, "dist");
  for (const path of filesUnder(compiled)) {
    if (relative(compiled, path).startsWith("graphiql")) continue;
    const module = relative(compiled, path).replace(/(\.js(\.map)?|\.d\.ts)$/, "");
    if (/\.(js|d\.ts)/.test(path) && !expected.has(module)) rmSync(path);
  }
}

function sourcesOf(project) {
  return filesUnder(join(project, "src")).filter((path) => path.endsWith(".ts"));
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
  const settings = [
    "tsconfig.json",
    "tsconfig.build.json",
    "packages/copy-reader/tsconfig.build.json",
    "packages/copy-reader/package.json",
    "node_modules/typescript/package.json",
  ];
  const hash = createHash("sha256").update(process.version);
  for (const name of settings) hash.update(readFileSync(join(root, name)));
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
