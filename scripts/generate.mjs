// Writes the Prisma client to src/generated/prisma when its schema, its configuration or Prisma itself changed since the
// last time, and does nothing otherwise: starting Prisma's CLI takes seconds, finding out that nothing changed does not.
// Says nothing unless it fails.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const prisma = join(root, "node_modules/prisma");
const output = join(root, "src/generated/prisma");
const stampFile = join(output, ".stamp");

const inputs = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
const hash = createHash("sha256");
for (const input of inputs) hash.update(readFileSync(join(root, input))).update("\0");
const stamp = hash.digest("hex");

const isCurrent =
  existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && existsSync(join(output, "client.ts"));
if (!isCurrent) generate();

function generate() {
  const bin = JSON.parse(readFileSync(join(prisma, "package.json"), "utf8")).bin;
  const cli = join(prisma, typeof bin === "string" ? bin : bin.prisma);
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (status !== 0) {
    process.stderr.write(
      `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nThe Prisma client could not be generated.\n`,
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
