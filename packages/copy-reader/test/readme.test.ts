import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("../", import.meta.url));
const readme = readFileSync(`${folder}README.md`, "utf8");

function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m").exec(readme)?.[1] ?? "";
}

it("the example of the README prints what the README shows", () => {
  const options = ["--conditions=@dateline/source", "--import", "tsx", "--input-type=module", "--eval", block("js")];
  const { stdout, stderr } = spawnSync(process.execPath, options, { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe(block("text"));
});

it("the README names folders and files that exist", () => {
  const folders = [...readme.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, name = ""]) => `src/${name}`);
  const files = [...readme.matchAll(/`(src\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(folders.length).toBeGreaterThan(10);
  expect([...folders, ...files].filter((path) => !existsSync(`${folder}${path}`))).toEqual([]);
});

it("only the two entry points can be imported", async () => {
  const deep = "@dateline/copy-reader/src/read-copy.js";
  await expect(import(/* @vite-ignore */ deep)).rejects.toThrow(/Missing|not exported|not defined|Failed/);
  const { exports } = JSON.parse(readFileSync(`${folder}package.json`, "utf8")) as { readonly exports: object };
  expect(Object.keys(exports)).toEqual([".", "./text"]);
});
