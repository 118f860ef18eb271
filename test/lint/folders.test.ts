import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let copy = "";

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "dateline-folders-"));
  const isSource = (path: string): boolean => !/node_modules|\/dist(\/|$)|generated/u.test(path.slice(root.length));
  for (const name of ["src", "desk/src", "scripts", "docs", "packages"]) {
    await cp(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  }
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs the step of the check that reads imports, on a copy of the sources. */
function check(): { readonly status: number | null; readonly output: string } {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/check.mjs", "folders"], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, output: stdout };
}

/** Runs the check with some files added. */
async function checkWith(files: Readonly<Record<string, string>>): Promise<ReturnType<typeof check>> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(copy, name), text);
  const result = check();
  for (const name of Object.keys(files)) await rm(join(copy, name));
  return result;
}

describe("the order of folders and layers, and the uniqueness of exported names", () => {
  it("hold for every file", () => {
    expect(check()).toEqual({ status: 0, output: expect.stringContaining("ok     folders") });
  });

  it.each([
    [
      "an import of a later folder",
      { "src/lib/planted.ts": 'import type { Role } from "../auth/role.js";\nexport type Planted = Role;\n' },
      "src/lib/planted.ts imports src/auth/role.ts: the folder comes later in the order.",
    ],
    [
      "an import of a later folder of the desk",
      { "desk/src/ui/planted.ts": 'export { ListPage as planted } from "../articles/list-page.tsx";\n' },
      "desk/src/ui/planted.ts imports desk/src/articles/list-page.tsx: the folder comes later in the order.",
    ],
    [
      "an import by the desk of what the server does",
      { "desk/src/ui/planted.ts": 'export { ensureTopics as planted } from "../../../src/topic/topic.service.ts";\n' },
      "desk/src/ui/planted.ts imports src/topic/topic.service.ts: what is outside desk/src/ is imported by its package's name.",
    ],
    [
      "an import of a higher layer",
      { "src/topic/planted.type.ts": 'export { ensureTopics as planted } from "./topic.service.js";\n' },
      "src/topic/planted.type.ts (plain modules and types) imports src/topic/topic.service.ts (rules and data): the layer is higher.",
    ],
    [
      "two files that import each other",
      {
        "src/lib/planted-one.ts": 'import type { Two } from "./planted-two.js";\nexport type One = Two;\n',
        "src/lib/planted-two.ts": 'import type { One } from "./planted-one.js";\nexport type Two = One | null;\n',
      },
      "In a circle: src/lib/planted-one.ts → src/lib/planted-two.ts → src/lib/planted-one.ts",
    ],
    [
      "an import of a package's inner file",
      { "src/import/planted.ts": 'export * from "../../packages/copy-reader/src/planted.js";\n' },
      "src/import/planted.ts imports packages/copy-reader/src/planted.ts: what is outside src/ is imported by its package's name.",
    ],
    [
      "an import of src/ by the package",
      { "packages/copy-reader/src/planted.ts": 'export * from "../../../src/lib/slug.js";\n' },
      "packages/copy-reader/src/planted.ts imports src/lib/slug.ts: it is outside the package.",
    ],
    [
      "a name that two modules export",
      {
        "src/lib/planted-one.ts": "export function planted(): void {}\n",
        "packages/copy-reader/src/planted-two.ts": "export const planted = 1;\n",
      },
      "planted is exported by packages/copy-reader/src/planted-two.ts and src/lib/planted-one.ts: rename one.",
    ],
  ])("fails the check for %s", async (_what, files, breach) => {
    const { status, output } = await checkWith(files);

    expect(output).toContain(breach);
    expect(status).toBe(1);
  });
});
