// Checks the order of folders and layers, that no files import each other in a circle, that docs/architecture.md has the
// same table, and that no two modules export the same name. Imports of types count as well.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { LAYERS, layerOf, placeOf, printFolders } from "./folders.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;"]*?from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|import\(\s*"([^"]+)"/g;
/** A declaration that is exported. What is exported again from another module is no name of its own. */
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|interface|type|enum) ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((name) => name.endsWith(".ts") && !name.startsWith("src/generated/"));

function importsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const targets = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);
  return targets
    .filter((target) => target.startsWith("."))
    .map((target) => normalize(join(dirname(file), target)).replace(/\.js$/, ".ts"));
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const breaches = [];

for (const [file, targets] of graph) {
  if (placeOf(file) < 0) breaches.push(`${file}: its folder is not in the table of scripts/folders.mjs.`);
  for (const target of targets) {
    if (!target.startsWith("src/")) {
      breaches.push(`${file} imports ${target}: what is outside src/ is imported by its package's name.`);
    } else if (placeOf(target) > placeOf(file)) {
      breaches.push(`${file} imports ${target}: the folder comes later in the order.`);
    } else if (layerOf(target) > layerOf(file)) {
      const [from, to] = [LAYERS[layerOf(file)][0], LAYERS[layerOf(target)][0]];
      breaches.push(`${file} (${from}) imports ${target} (${to}): the layer is higher.`);
    }
  }
}

const done = new Set();
function walk(file, path) {
  if (path.includes(file)) {
    breaches.push(`In a circle: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
    return;
  }
  if (done.has(file)) return;
  for (const target of graph.get(file) ?? []) walk(target, [...path, file]);
  done.add(file);
}
for (const file of files) walk(file, []);

function checkPackage(name) {
  const folder = join("packages", name);
  const sources = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  for (const file of sources.filter((each) => /^(src|test)\/.*\.ts$/.test(each)).map((each) => join(folder, each))) {
    const outside = importsOf(file).filter((target) => relative(folder, target).startsWith(".."));
    breaches.push(...outside.map((target) => `${file} imports ${target}: it is outside the package.`));
  }
}
const packages = join(root, "packages");
const packageNames = existsSync(packages) ? readdirSync(packages) : [];
for (const name of packageNames) checkPackage(name);

/** Every module outside the generated ones that exports a name; a module may export a value and a type of one name. */
function exportersByName() {
  const sources = packageNames.flatMap((name) =>
    readdirSync(join(packages, name, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join("packages", name, "src", file)),
  );
  const exporters = new Map();
  for (const file of [...files, ...sources]) {
    for (const [, name] of readFileSync(join(root, file), "utf8").matchAll(EXPORT)) {
      exporters.set(name, (exporters.get(name) ?? new Set()).add(file));
    }
  }
  return exporters;
}
for (const [name, modules] of exportersByName()) {
  const sorted = [...modules].sort((one, other) => one.localeCompare(other));
  if (sorted.length > 1) breaches.push(`${name} is exported by ${sorted.join(" and ")}: rename one.`);
}

const document = join(root, "docs/architecture.md");
if (existsSync(document) && !readFileSync(document, "utf8").includes(printFolders())) {
  breaches.push(`docs/architecture.md: the table of folders is not that of scripts/folders.mjs:\n${printFolders()}`);
}

for (const breach of breaches) console.log(breach);
process.exitCode = breaches.length === 0 ? 0 : 1;
