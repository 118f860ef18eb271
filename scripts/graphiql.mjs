// Bundles the page /graphiql into dist/graphiql when its source or a library of it changed, and does nothing otherwise.
// Prints nothing unless it fails.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src/http/graphiql");
const output = join(root, "dist/graphiql");
const stampFile = join(output, ".stamp");
const LIBRARIES = ["graphiql", "react", "react-dom", "vite"];

const stamp = stampOf();
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
if (!isCurrent) await bundle();

async function bundle() {
  const { build } = await import("vite");
  await build({
    root: source,
    base: "/graphiql/",
    configFile: false,
    logLevel: "error",
    build: { outDir: output, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
    worker: { format: "es" },
  });
  writeFileSync(stampFile, stamp);
}

function stampOf() {
  const hash = createHash("sha256");
  for (const name of readdirSync(source).sort()) hash.update(name).update(readFileSync(join(source, name)));
  hash.update(readFileSync(join(root, "src/graphql/sandbox.ts")));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  const require = createRequire(import.meta.url);
  for (const name of LIBRARIES) hash.update(`${name} ${require(`${name}/package.json`).version}\n`);
  return hash.digest("hex");
}
