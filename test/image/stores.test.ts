import { createServer, type Server } from "node:http";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderStore } from "../../src/image/folder-store.js";
import { type ImageStore, StoreError } from "../../src/image/image-store.js";
import { type S3Bucket, S3Store } from "../../src/image/s3-store.js";
import { newId } from "../../src/lib/new-id.js";
import { openTestBucket, realBucket } from "../support/s3.js";

let folder: string;
let bucket: S3Bucket;
let closeBucket: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-store-"));
  ({ bucket, close: closeBucket } = await openTestBucket());
});
afterAll(async () => {
  await closeBucket();
  await rm(folder, { recursive: true, force: true });
});

async function contentOf(store: ImageStore, key: string): Promise<string | null> {
  const found = await store.get(key);
  if (!found) return null;
  const content = await buffer(found.stream);
  expect(content.length).toBe(found.sizeBytes);
  return content.toString();
}

async function keysIn(store: ImageStore, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key, storedAt, sizeBytes } of store.list(prefix)) {
    expect([storedAt.getTime() > 1e12, sizeBytes > 0]).toEqual([true, true]);
    keys.push(key);
  }
  return keys.toSorted();
}

/** How many objects a page of a list has in these tests. */
const PAGE = 20;

const STORES: Readonly<Record<string, (() => ImageStore) | null>> = {
  "a folder": () => new FolderStore(join(folder, "images")),
  "a bucket of a server for tests": () => new S3Store(bucket),
  "a folder in such a bucket": () => new S3Store({ ...bucket, url: `${bucket.url}/some/folder/` }),
  "a real bucket (TEST_S3_BUCKET_URL)": ((real) => (real ? () => new S3Store(real, PAGE) : null))(realBucket()),
};

for (const [name, open] of Object.entries(STORES)) {
  describe.skipIf(open === null)(`images in ${name}`, () => {
    const store = (): ImageStore => {
      if (!open) throw new Error("There is no such store.");
      return open();
    };

    it("are stored, found, read and removed", async () => {
      const key = `originals/${newId()}`;
      expect([await store().has(key), await contentOf(store(), key)]).toEqual([false, null]);
      await store().put(key, Buffer.from("bytes"), "image/png");
      expect([await store().has(key), await contentOf(store(), key)]).toEqual([true, "bytes"]);
      await store().delete(key);
      expect([await store().has(key), await contentOf(store(), key)]).toEqual([false, null]);
      await store().delete(key);
    });

    it("may come from a file, which stays", async () => {
      const key = `originals/${newId()}`;
      const file = join(folder, "source");
      const content = "x".repeat(3_000_000);
      await writeFile(file, content);
      await store().put(key, { file, sizeBytes: content.length }, "image/png");
      await store().put(`${key}2`, { file, sizeBytes: content.length }, "image/png");
      expect(await contentOf(store(), key)).toBe(content);
      await store().delete(key);
      await store().delete(`${key}2`);
    });

    it("are listed by what their keys begin with, however many they are", async () => {
      const [one, other] = [`renditions/${newId()}/`, `renditions/${newId()}/`];
      const names = Array.from({ length: 2 * PAGE + 5 }, (_, at) => `${one}${at}x1-5000-5000.webp`);
      for (let at = 0; at < names.length; at += 50) {
        await Promise.all(names.slice(at, at + 50).map((key) => store().put(key, Buffer.from("x"), "image/webp")));
      }
      await store().put(`${other}1x1.webp`, Buffer.from("x"), "image/webp");
      expect(await keysIn(store(), one)).toEqual(names.toSorted());
      expect(await keysIn(store(), other)).toEqual([`${other}1x1.webp`]);
      expect(await keysIn(store(), `renditions/${newId()}/`)).toEqual([]);
      expect((await keysIn(store(), "renditions/")).length).toBeGreaterThanOrEqual(2 * PAGE + 6);
      for (const key of [...names, `${other}1x1.webp`]) await store().delete(key);
      expect(await keysIn(store(), one)).toEqual([]);
    });

    // The server for tests writes one file in several steps.
    it.skipIf(name.includes("for tests") || name.includes("such"))("written by many at once are complete", async () => {
      const key = `originals/${newId()}`;
      const contents = Array.from({ length: 8 }, (_, at) => String(at).repeat(200_000));
      await Promise.all(contents.map((content) => store().put(key, Buffer.from(content), "image/png")));
      expect(contents).toContain(await contentOf(store(), key));
      await store().delete(key);
    });
  });
}

describe("a folder", () => {
  it("has no unfinished files after a failed write, and reports the reason", async () => {
    const store: ImageStore = new FolderStore(join(folder, "failing"));
    const missing = { file: join(folder, "not-there"), sizeBytes: 5 };
    await expect(store.put(`originals/${newId()}`, missing, "image/png")).rejects.toThrow(StoreError);
    expect(await readdir(join(folder, "failing", "incoming"))).toEqual([]);
    await writeFile(join(folder, "a-file"), "x");
    const inFile: ImageStore = new FolderStore(join(folder, "a-file"));
    await expect(inFile.put("originals/x", Buffer.from("x"), "image/png")).rejects.toThrow(StoreError);
  });

  it("takes no key that leads out of it", async () => {
    const store = new FolderStore(join(folder, "images"));
    for (const key of ["originals/../../x", "/etc/passwd", "originals/..", "originals//x", "originals/a b"]) {
      await expect(store.get(key)).rejects.toThrow(/no key/);
    }
  });
});

describe("a bucket", () => {
  it("whose keys are wrong refuses, in a message without the secret", async () => {
    const store = new S3Store({ ...bucket, secretAccessKey: "not-the-secret" });
    const failing = store.put(`originals/${newId()}`, Buffer.from("x"), "image/png");
    await expect(failing).rejects.toThrow(/SignatureDoesNotMatch/);
    await expect(failing).rejects.not.toThrow(/not-the-secret/);
  });

  it("that is not there, or does not answer, is reported and not taken for an empty one", async () => {
    const missing = new S3Store({ ...bucket, url: bucket.url.replace(/pictures$/, "no-such-bucket") });
    await expect(missing.put("originals/x", Buffer.from("x"), "image/png")).rejects.toThrow(/NoSuchBucket/);
    await expect(keysIn(missing, "originals/")).rejects.toThrow(StoreError);
    const silent = new S3Store({ ...bucket, url: "http://127.0.0.1:1/pictures" });
    await expect(silent.get("originals/x")).rejects.toThrow(/does not answer/);
    await expect(silent.has("originals/x")).rejects.toThrow(StoreError);
  });

  it("is listed page by page, with the token of each", async () => {
    const asked: (readonly [string | null, string | null])[] = [];
    const server: Server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? "", "http://s3");
      const token = searchParams.get("continuation-token");
      asked.push([searchParams.get("prefix"), token]);
      const contents = (at: number): string =>
        `<Contents><Key>sub/originals/a&amp;${at}</Key><LastModified>2026-03-01T00:00:0${at}.000Z</LastModified><Size>${at}</Size></Contents>`;
      const more =
        token === null ? "<IsTruncated>true</IsTruncated><NextContinuationToken>a+b/c=</NextContinuationToken>" : "";
      response.end(
        `<?xml version="1.0"?><ListBucketResult xmlns="x">${more}${contents(token === null ? 1 : 2)}</ListBucketResult>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const store = new S3Store({ ...bucket, url: `http://127.0.0.1:${port}/pictures/sub` });
    const found = [];
    for await (const object of store.list("originals/")) found.push(object);
    expect(found).toEqual(
      [1, 2].map((at) => ({ key: `originals/a&${at}`, sizeBytes: at, storedAt: new Date(`2026-03-01T00:00:0${at}Z`) })),
    );
    expect(asked).toEqual([
      ["sub/originals/", null],
      ["sub/originals/", "a+b/c="],
    ]);
    server.close();
  });

  it("that is busy is asked again, with the whole content", async () => {
    const received: string[] = [];
    const server: Server = createServer((request, response) => {
      const answer = async (): Promise<void> => {
        received.push(`${request.method} ${(await buffer(request)).length}`);
        response.writeHead(received.length < 3 ? 503 : 200).end();
      };
      void answer();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const file = join(folder, "busy");
    await writeFile(file, "y".repeat(100_000));
    const store = new S3Store({ ...bucket, url: `http://127.0.0.1:${port}/pictures` });
    await store.put("originals/x", { file, sizeBytes: 100_000 }, "image/png");
    expect(received).toEqual(["PUT 100000", "PUT 100000", "PUT 100000"]);
    server.close();
  });
});
