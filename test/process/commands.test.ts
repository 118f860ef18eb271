import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, cleanUp, dataFolder, type Ended, runCommand, temporaryFolder } from "./support/processes.js";

let dir: string;

beforeAll(async () => {
  await build();
  dir = await dataFolder();
});
afterAll(cleanUp);

function run(...args: readonly string[]): Promise<Ended> {
  return runCommand(args, { DATA_DIR: dir });
}

describe("a command", () => {
  it("answers --help with the usage of the command", async () => {
    const unused = await dataFolder();
    for (const command of ["import", "export", "images", "token"]) {
      const { status, stdout, stderr } = await runCommand([command, "--help"], { DATA_DIR: unused });
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^Usage:\n/);
      expect(new Set(stdout.match(/npm run (\w+)/g))).toEqual(new Set([`npm run ${command}`]));
    }
    const all = await runCommand(["--help"], { DATA_DIR: unused });
    expect(all).toMatchObject({ status: 0, stdout: expect.stringMatching(/npm run export[^]+npm run token/) });
    expect(existsSync(unused)).toBe(false);
  });

  it("does not publish held stories, and reports withdrawn stories that readers see; an export reports what it wrote", async () => {
    const item = (more: object): string =>
      JSON.stringify({
        uri: "urn:mole:1",
        headline: "Mole opens",
        body_html: "<p>The mole of Port Malden opens on Friday, the harbour office said.</p>",
        ...more,
      });
    const folder = await temporaryFolder();
    const texts = {
      "held.json": item({ embargoeduntil: "2099-01-01T00:00:00Z", uri: "urn:mole:2", headline: "Held" }),
      "free.json": item({ body_html: "<p>The other mole opens on Monday, the harbour office said.</p>" }),
      "gone.json": item({ pubstatus: "canceled" }),
    };
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
    const [held, free, gone] = ["held.json", "free.json", "gone.json"].map((name) => join(folder, name));
    const published = await run("import", `${free}`, `${held}`, "--publish");
    expect(published.stdout).toMatch(/held\.json: It was held back and is a draft, not published, now: art_/);
    expect(published.stdout).toMatch(/\n2 files: 1 imported, 1 held back, 0 known before, 0 failed\.\n$/);
    const withdrawn = await run("import", `${gone}`);
    expect(withdrawn.stdout).toMatch(/was withdrawn by its sender, .+ is published: kill it with killArticle\./);
    expect([published.status, withdrawn.status]).toEqual([1, 1]);
    const whole = await run("export", "--drafts");
    const kinds = whole.stdout
      .trimEnd()
      .split("\n")
      .map((line): string => JSON.parse(line).kind);
    expect(new Set(kinds)).toEqual(new Set(["article", "auditEntry"]));
    expect(whole.stderr).toBe(`${kinds.length} objects, 2 of them articles, were written to the standard output.\n`);
    const taken = await run("export", join(folder, "held.json"));
    expect(taken.stderr).toMatch(/^dateline: \S+held\.json: the file is there already; .+\.\n$/);
    expect([whole.status, taken.status]).toEqual([0, 1]);
  });
});
