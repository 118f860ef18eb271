import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * Adds fields by the steps of docs/how-to/add-a-field.md to a copy of the sources. The tests run in order: first the
 * compiler finds the places that are forgotten, then the whole field works.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const FIELD = '@Field(() => String, { nullable: true, description: "The words above the headline." })';
let copy = "";

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "dateline-field-"));
  const isSource = (path: string): boolean => !/node_modules|\/dist(\/|$)/u.test(path.slice(root.length));
  const names = ["src", "test/support", "test/generated", "prisma", "scripts", "packages", "package.json"];
  for (const name of [...names, "tsconfig.json", "prisma.config.ts", "vitest.config.ts"]) {
    await cp(join(root, name), join(copy, name), { recursive: true, filter: isSource });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  for (const field of ["kicker", "venue"]) {
    await cp(join(root, `test/draft/${field}.scratch.ts`), join(copy, `test/draft/${field}.test.ts`));
  }
}, 60_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Inserts a text before the one place of a file that a pattern matches. */
async function insertBefore(file: string, place: RegExp, text: string): Promise<void> {
  const source = await readFile(join(copy, file), "utf8");
  const at = source.search(place);
  expect(at, `${file} has ${place}`).toBeGreaterThan(0);
  await writeFile(join(copy, file), `${source.slice(0, at)}${text}${source.slice(at)}`);
}

function run(...command: readonly string[]): string {
  const [program = "", ...args] = command;
  const { stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: "utf8" });
  return `${stdout}${stderr}`;
}

/** The files of src/ in which the compiler finds faults. */
function faultyFiles(): readonly string[] {
  const output = run(process.execPath, "node_modules/typescript/bin/tsc", "--noEmit");
  return [...new Set([...output.matchAll(/^(src\/[\w./-]+)\(/gmu)].map(([, file = ""]) => file))].sort();
}

describe("a new field of the head", () => {
  it("is missed in the table of fields by the compiler once the database has it", async () => {
    const migration = join(copy, "prisma/migrations/29990101000000_kicker/migration.sql");
    await mkdir(dirname(migration));
    await writeFile(migration, 'ALTER TABLE "article_head" ADD COLUMN "kicker" TEXT;\n');
    await insertBefore("prisma/schema.prisma", /^ {2}wordCount +Int/mu, "  kicker String?\n");
    run(process.execPath, "scripts/generate.mjs");

    // The lines of exports follow the table.
    expect(faultyFiles()).toEqual(["src/draft/head-fields.ts", "src/export/article-tables.ts"]);
  }, 60_000);

  it("is missed in the type and in both inputs by the compiler once the table has it", async () => {
    await insertBefore(
      "src/draft/head-fields.ts",
      /^ {2}datelineText: \{/mu,
      '  kicker: { column: "kicker", kind: "text", isNullable: true, rule: RULES.line, path: "kicker" },\n',
    );

    expect(faultyFiles()).toEqual([
      "src/article/create-article.inputs.ts",
      "src/article/edit-article.inputs.ts",
      "src/draft/article.type.ts",
    ]);
  }, 60_000);

  it("works everywhere once these have it", async () => {
    const language = /^ {2}@Field\(\(\) => LocaleScalar/mu;
    await insertBefore("src/draft/article.type.ts", language, `  ${FIELD}\n  kicker!: string | null;\n\n`);
    const section = /^ {2}@Field\(\(\) => ID, \{ nullable: true, description: "The section that it is in/mu;
    await insertBefore("src/article/create-article.inputs.ts", section, `  ${FIELD}\n  kicker?: string | null;\n\n`);

    expect(faultyFiles()).toEqual([]);
    const output = run(process.execPath, "node_modules/vitest/vitest.mjs", "run", "test/draft/kicker.test.ts");
    expect(output).toMatch(/Tests .*1 passed/u);
  }, 120_000);
});

describe("a new field of a quote", () => {
  const VENUE = '@Field(() => String, { nullable: true, description: "The venue." })';

  it("is missed in the table of fields by the compiler once the database has it", async () => {
    const migration = join(copy, "prisma/migrations/29990102000000_venue/migration.sql");
    await mkdir(dirname(migration));
    await writeFile(migration, 'ALTER TABLE "quote" ADD COLUMN "venue" TEXT;\n');
    await insertBefore("prisma/schema.prisma", /^ {2}sourceId +String\?/mu, "  venue String?\n");
    run(process.execPath, "scripts/generate.mjs");

    // The lines of exports follow the table.
    expect(faultyFiles()).toEqual(["src/draft/quote-fields.ts", "src/export/article-tables.ts"]);
  }, 60_000);

  it("is missed in the type and in the inputs by the compiler once the table has it", async () => {
    await insertBefore(
      "src/draft/quote-fields.ts",
      /^ {2}sourceId: \{/mu,
      '  venue: { column: "venue", kind: "text", rule: RULES.line, path: "venue" },\n',
    );

    expect(faultyFiles()).toEqual(["src/draft/quote.inputs.ts", "src/quote/quote.type.ts"]);
  }, 60_000);

  it("works everywhere once these have it", async () => {
    const occasion = /^ {2}@Field\(\(\) => String, \{ nullable: true, description: "Where the words were said/mu;
    await insertBefore("src/quote/quote.type.ts", occasion, `  ${VENUE}\n  venue!: string | null;\n\n`);
    await insertBefore("src/draft/quote.inputs.ts", occasion, `  ${VENUE}\n  venue?: string | null;\n\n`);

    expect(faultyFiles()).toEqual([]);
    const output = run(process.execPath, "node_modules/vitest/vitest.mjs", "run", "test/draft/venue.test.ts");
    expect(output).toMatch(/Tests .*1 passed/u);
  }, 120_000);
});
