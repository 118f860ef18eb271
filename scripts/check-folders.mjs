// Checks the order of folders and layers of the server and of the desk, that no files import each other in a circle, that the
// documents have the same tables, and that no two modules export the same name. Imports of types count as well.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { DESK_FOLDERS, DESK_SHARES, FOLDERS, LAYERS, layerOf, placeIn, printFolders } from "./folders.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;"]*?from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|import\(\s*"([^"]+)"/g;
/** A declaration that is exported. What is exported again from another module is no name of its own. */
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|interface|type|enum) ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

/** The modules below a folder, without generated ones. */
function modulesOf(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("/generated/"));
}

const files = modulesOf("src");
const deskFiles = modulesOf("desk/src");

function importsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const targets = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3]);
  return targets
    .filter((target) => target.startsWith(".") && /\.(js|tsx?)$/.test(target))
    .map((target) => normalize(join(dirname(file), target)).replace(/\.js$/, ".ts"));
}

const graph = new Map([...files, ...deskFiles].map((file) => [file, importsOf(file)]));
const breaches = [];

/** Checks that the files of a tree import down the order of its folders. */
function checkOrder(own, folders, tree, isShared) {
  for (const file of own) {
    const place = placeIn(folders, tree, file);
    if (place < 0) breaches.push(`${file}: its folder is not in the table of scripts/folders.mjs.`);
    for (const target of graph.get(file) ?? []) {
      if (isShared(target)) continue;
      if (!target.startsWith(`${tree}/`)) {
        breaches.push(`${file} imports ${target}: what is outside ${tree}/ is imported by its package's name.`);
      } else if (placeIn(folders, tree, target) > place) {
        breaches.push(`${file} imports ${target}: the folder comes later in the order.`);
      }
    }
  }
}
checkOrder(files, FOLDERS, "src", () => false);
checkOrder(deskFiles, DESK_FOLDERS, "desk/src", (target) => DESK_SHARES.test(target));

for (const file of files) {
  for (const target of graph.get(file) ?? []) {
    if (layerOf(target) <= layerOf(file)) continue;
    const [from, to] = [LAYERS[layerOf(file)][0], LAYERS[layerOf(target)][0]];
    breaches.push(`${file} (${from}) imports ${target} (${to}): the layer is higher.`);
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
for (const file of graph.keys()) walk(file, []);

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

/** Names that several modules export; a module may export a value and a type of one name. */
function checkNames(modules) {
  /** @type {Map<string, Set<string>>} */
  const exporters = new Map();
  for (const file of modules) {
    for (const [, name] of readFileSync(join(root, file), "utf8").matchAll(EXPORT)) {
      exporters.set(name, (exporters.get(name) ?? new Set()).add(file));
    }
  }
  for (const [name, exporting] of exporters) {
    const sorted = [...exporting].sort((one, other) => one.localeCompare(other));
    if (sorted.length > 1) breaches.push(`${name} is exported by ${sorted.join(" and ")}: rename one.`);
  }
}
checkNames([...files, ...packageNames.flatMap((name) => modulesOf(join("packages", name, "src")))]);
// The desk is a program of its own, and each of its languages has the same parts.
checkNames(deskFiles.filter((file) => !/^desk\/src\/languages\/[a-z]+\//.test(file)));

for (const { document, folders, tree } of [
  { document: "docs/architecture.md", folders: FOLDERS, tree: "src" },
  { document: "docs/desk.md", folders: DESK_FOLDERS, tree: "desk/src" },
]) {
  const table = printFolders(folders, tree);
  if (existsSync(join(root, document)) && readFileSync(join(root, document), "utf8").includes(table)) continue;
  breaches.push(`${document}: the table of folders is not that of scripts/folders.mjs:\n${table}`);
}

for (const breach of breaches) console.log(breach);
process.exitCode = breaches.length === 0 ? 0 : 1;
