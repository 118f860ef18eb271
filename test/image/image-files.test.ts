import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { FolderStore } from "../../src/image/folder-store.js";
import type { ImageStore } from "../../src/image/image-store.js";
import { runImagesCommand } from "../../src/image/images.command.js";
import { newId } from "../../src/lib/new-id.js";
import type { TestApp } from "../support/app.js";
import { createTestDatabase } from "../support/database.js";
import { Desk, present } from "../support/desk.js";
import { fetchPicture, makePicture, upload, uploaded } from "../support/pictures.js";

let desk: Desk;
let app: TestApp;
let folder: string;
let incoming: string;
let store: ImageStore;

beforeAll(async () => {
  desk = await Desk.open();
  ({ app } = desk);
  store = new FolderStore(app.images);
  incoming = join(app.images, "incoming");
  folder = await mkdtemp(join(tmpdir(), "dateline-files-"));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const keyOf = (id: string): string => present(decodeNodeId(id)).uuid;

describe("an export", () => {
  it("has the images with their files, and an import restores both", async () => {
    const [one, other] = [await makePicture({ width: 51 }), await makePicture({ width: 52, format: "png" })];
    const shown = await uploaded(app, desk.headers.AUTHOR, one, { alt: "Shown", credit: "dpa" });
    const unused = await uploaded(app, desk.headers.AUTHOR, other);
    await desk.newsroom.published({ leadImage: { imageId: shown } });
    const file = join(folder, "all.jsonl");
    expect(await exportTo(app.database, file, { withDrafts: true }, store)).toMatch(
      / 2 files of images were written into .*all\.images\.$/,
    );
    expect((await readdir(join(folder, "all.images"))).length).toBe(2);
    const published = join(folder, "published.jsonl");
    expect(await exportTo(app.database, published, { withDrafts: false }, store)).toMatch(/ 1 files of images/);
    expect(await readFile(published, "utf8")).not.toContain(keyOf(unused));

    const empty = await createTestDatabase();
    const restored = new FolderStore(join(folder, "restored"));
    try {
      expect(await restoreFile(empty.database, file, restored)).toMatch(/2 images.* 2 files of images were stored\.$/);
      const kept = await restored.get(`originals/${keyOf(shown)}`);
      expect(await buffer(present(kept).stream)).toEqual(one);
      const rows = await empty.database.prisma.image.findMany({ orderBy: { id: "asc" } });
      expect(rows).toEqual(await app.database.prisma.image.findMany({ orderBy: { id: "asc" } }));
      // A second time nothing is doubled; a file that was lost is stored again.
      await restored.delete(`originals/${keyOf(unused)}`);
      expect(await restoreFile(empty.database, file, restored)).toMatch(/ 1 files of images were stored\.$/);
    } finally {
      await empty.close();
    }
  });

  it("into the folder of an earlier one keeps whole files, and writes those again that were cut off or changed", async () => {
    const images = join(folder, "all.images");
    const names = (await readdir(images)).toSorted();
    const contents = await Promise.all(names.map((name) => readFile(join(images, name))));
    const [cut = "", whole = ""] = names;
    await writeFile(join(images, cut), contents[0]?.subarray(0, 100) ?? "");
    // A crash also leaves what was being written.
    await writeFile(join(images, `${cut}.part`), "half");
    await utimes(join(images, whole), new Date("2026-01-01"), new Date("2026-01-01"));
    await rm(join(folder, "all.jsonl"));
    expect(await exportTo(app.database, join(folder, "all.jsonl"), { withDrafts: true }, store)).toMatch(
      / 2 files of images were written/,
    );
    expect((await readdir(images)).toSorted()).toEqual(names);
    expect(await Promise.all(names.map((name) => readFile(join(images, name))))).toEqual(contents);
    expect((await stat(join(images, whole))).mtime).toEqual(new Date("2026-01-01"));
  });

  it("whose files are missing or damaged is not restored in silence", async () => {
    const file = join(folder, "all.jsonl");
    const [name = ""] = await readdir(join(folder, "all.images"));
    const path = join(folder, "all.images", name);
    const content = await readFile(path);
    const empty = await createTestDatabase();
    try {
      await writeFile(path, "something else");
      const target = new FolderStore(join(folder, "damaged"));
      await expect(restoreFile(empty.database, file, target)).rejects.toThrow(/is damaged/);
      await rm(path);
      expect(await restoreFile(empty.database, file, target)).toMatch(
        / 1 files of images are missing in .*all\.images\.$/,
      );
    } finally {
      await writeFile(path, content);
      await empty.close();
    }
  });
});

describe("the images command", () => {
  const run = async (
    isDeleting: boolean,
    now = new Date(Date.now() + 2 * 60 * 60 * 1000),
  ): Promise<readonly string[]> => {
    const lines: string[] = [];
    for await (const line of runImagesCommand({ database: app.database, store, folder: incoming, now }, isDeleting))
      lines.push(line);
    return lines;
  };

  it("finds what no image has, and removes it only when it is asked to", async () => {
    const id = await uploaded(app, desk.headers.AUTHOR, await makePicture({ width: 61 }));
    const { image } = await app.data<{ image: { url: string } }, object>(
      "query ($id: ID!) { image(id: $id) { url(width: 20) } }",
      { id },
      { ...desk.headers.AUTHOR, "x-content-view": "draft" },
    );
    expect((await fetchPicture(app, image.url)).status).toBe(200);
    const gone = newId();
    await store.put(`originals/${gone}`, Buffer.from("orphan"), "image/png");
    await store.put(`renditions/${gone}/1x1.png`, Buffer.from("orphan"), "image/png");
    await mkdir(incoming, { recursive: true });
    const cut = join(incoming, "cut-off");
    await writeFile(cut, "half");
    await utimes(cut, new Date("2026-01-01"), new Date("2026-01-01"));
    await writeFile(join(incoming, "arriving"), "half");

    const listed = await run(false);
    expect(listed).toEqual([
      expect.stringMatching(`^surplus originals/${gone} \\(6 bytes, `),
      expect.stringMatching(`^surplus renditions/${gone}/1x1\\.png \\(6 bytes, `),
      expect.stringMatching(/^surplus .*cut-off/),
      expect.stringMatching(
        /^3 files \(12 bytes\) in the folder .* belong to no image; --delete removes them\. 0 images lack their original\.$/,
      ),
    ]);
    expect(await store.has(`originals/${gone}`)).toBe(true);
    expect((await run(true)).slice(0, 2)).toEqual([
      expect.stringMatching(/^removed originals/),
      expect.stringMatching(/^removed renditions/),
    ]);
    expect(await store.has(`originals/${gone}`)).toBe(false);
    expect(await readdir(incoming)).toEqual(["arriving"]);
    expect(await run(true)).toEqual([expect.stringMatching(/^0 files \(0 bytes\) without an image were removed/)]);
    expect((await fetchPicture(app, image.url)).status).toBe(200);
  });

  it("leaves young objects alone: their upload may not have written its row yet", async () => {
    await store.put(`originals/${newId()}`, Buffer.from("young"), "image/png");
    expect(await run(true, new Date())).toEqual([expect.stringMatching(/^0 files/)]);
  });

  it("names images whose original is missing, and uploading the same file again stores it", async () => {
    const content = await makePicture({ width: 62 });
    const id = await uploaded(app, desk.headers.AUTHOR, content);
    await store.delete(`originals/${keyOf(id)}`);
    const lines = await run(false);
    expect(lines.some((line) => line.startsWith(`missing originals/${keyOf(id)}: `))).toBe(true);
    expect(lines.at(-1)).toMatch(/ 1 images lack their original\.$/);
    expect((await upload(app, desk.headers.AUTHOR, content)).status).toBe(200);
    expect((await run(false)).at(-1)).toMatch(/ 0 images lack their original\.$/);
  });
});
