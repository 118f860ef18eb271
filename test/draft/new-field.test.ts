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
});

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

/** A column in the database: as a migration, and before a line of the model of Prisma. */
async function addColumn(table: string, name: string, place: RegExp): Promise<void> {
  const migration = join(copy, `prisma/migrations/29990101000000_${name}/migration.sql`);
  await mkdir(dirname(migration));
  await writeFile(migration, `ALTER TABLE "${table}" ADD COLUMN "${name}" TEXT;\n`);
  await insertBefore("prisma/schema.prisma", place, `  ${name} String?\n`);
}

/** A field of the schema, and the property of its class. */
function fieldOf(name: string, property: "!" | "?", description: string): string {
  const decorator = `@Field(() => String, { nullable: true, description: ${JSON.stringify(description)} })`;
  return `  ${decorator}\n  ${name}${property}: string | null;\n\n`;
}

// Both kinds of fields take the same steps, and the compiler looks at them together.
describe("a new field of the head, and one of a quote", () => {
  it("are missed in the tables of fields by the compiler once the database has them", async () => {
    await addColumn("article_head", "kicker", /^ {2}wordCount +Int/mu);
    await addColumn("quote", "venue", /^ {2}sourceId +String\?/mu);
    run(process.execPath, "scripts/generate.mjs");

    // The lines of exports follow the tables.
    expect(faultyFiles()).toEqual([
      "src/draft/head-fields.ts",
      "src/draft/quote-fields.ts",
      "src/export/article-tables.ts",
    ]);
  });

  it("are missed in the types and in the inputs by the compiler once the tables have them", async () => {
    const row = (name: string, more = ""): string =>
      `  ${name}: { column: "${name}", kind: "text",${more} rule: RULES.line, path: "${name}" },\n`;
    await insertBefore("src/draft/head-fields.ts", /^ {2}datelineText: \{/mu, row("kicker", " isNullable: true,"));
    await insertBefore("src/draft/quote-fields.ts", /^ {2}sourceId: \{/mu, row("venue"));

    expect(faultyFiles()).toEqual([
      "src/article/create-article.inputs.ts",
      "src/article/edit-article.inputs.ts",
      "src/draft/article.type.ts",
      "src/draft/quote.inputs.ts",
      "src/quote/quote.type.ts",
    ]);
  });

  it("work everywhere once these have them", async () => {
    const kicker = (property: "!" | "?"): string => fieldOf("kicker", property, "The words above the headline.");
    const section = /^ {2}@Field\(\(\) => ID, \{ nullable: true, description: "The section that it is in/mu;
    await insertBefore("src/draft/article.type.ts", /^ {2}@Field\(\(\) => LocaleScalar/mu, kicker("!"));
    await insertBefore("src/article/create-article.inputs.ts", section, kicker("?"));
    const venue = (property: "!" | "?"): string => fieldOf("venue", property, "The venue.");
    const occasion = /^ {2}@Field\(\(\) => String, \{ nullable: true, description: "Where the words were said/mu;
    await insertBefore("src/quote/quote.type.ts", occasion, venue("!"));
    await insertBefore("src/draft/quote.inputs.ts", occasion, venue("?"));

    expect(faultyFiles()).toEqual([]);
    const tests = ["test/draft/kicker.test.ts", "test/draft/venue.test.ts"];
    const output = run(process.execPath, "node_modules/vitest/vitest.mjs", "run", ...tests);
    expect(output).toMatch(/Tests .*2 passed/u);
  });
});
