import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFiles } from "../../src/import/import.files.js";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "dateline-list-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folderOf(name: string, files: readonly string[]): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  for (const file of files) await writeFile(join(folder, file), "Some copy.");
  return folder;
}

describe("a folder of files", () => {
  it("lists every file, and those that are not read with the reason", async () => {
    const folder = await folderOf("mixed", ["a.txt", "b.NITF", "c.eml", "d.docx", "e", "f.jsonl", "g.jpg"]);
    const { files, notes } = await listFiles([folder]);
    expect(notes).toEqual([]);
    expect(files.map(({ path, fault }) => [path.slice(folder.length + 1), fault?.slice(path.length) ?? null])).toEqual([
      ["a.txt", null],
      ["b.NITF", null],
      ["c.eml", null],
      ["d.docx", ": files that end in .docx are not read; save it as plain text or HTML."],
      ["e", ": files of a folder without an ending are not read; name the file itself if it is copy."],
      ["f.jsonl", ": an export is not taken back with its folder; name the file itself."],
      ["g.jpg", ": files that end in .jpg are not read; name the file itself if it is copy."],
    ]);
  });

  it("skips hidden files and those of the system, and reports subfolders", async () => {
    const folder = await folderOf("system", [".DS_Store", "Thumbs.db", "a.wire"]);
    await mkdir(join(folder, "older"));
    const { files, notes } = await listFiles([folder]);
    expect(files).toEqual([{ path: join(folder, "a.wire"), fault: null }]);
    expect(notes).toEqual([`${folder}: 1 subfolder was skipped; name it to import what is in there.`]);
  });

  it("does not follow the symbolic links in it, which can lead anywhere", async () => {
    const folder = await folderOf("linked", ["a.txt"]);
    const secret = join(await folderOf("elsewhere", ["secret.txt"]), "secret.txt");
    await symlink(secret, join(folder, "b.txt"));
    const { files } = await listFiles([folder]);
    expect(files).toEqual([
      { path: join(folder, "a.txt"), fault: null },
      {
        path: join(folder, "b.txt"),
        fault: `${join(folder, "b.txt")}: symbolic links are not followed; name the file itself.`,
      },
    ]);
    // One that the operator names is theirs to choose.
    expect((await listFiles([join(folder, "b.txt")])).files).toEqual([{ path: join(folder, "b.txt"), fault: null }]);
  });

  it("has a fault itself when there is nothing to read in it", async () => {
    const folder = await folderOf("empty", [".hidden"]);
    const { files } = await listFiles([folder]);
    expect(files).toEqual([
      { path: folder, fault: expect.stringContaining("the folder contains no files that end in") },
    ]);
  });
});
