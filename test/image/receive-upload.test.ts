import { pbkdf2 } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pathForUpload, receiveFile } from "../../src/image/receive-upload.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-receive-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("a file whose sender fails before it is opened is there to be removed when the failure is reported", async () => {
  const limits = { maxImageBytes: 5000, maxImagePixels: 5000, imageTypes: ["jpeg"] } as const;
  const path = await pathForUpload({ folder, limits });
  // The threads that open files are busy, so that the sender fails first.
  const busy = Array.from({ length: 8 }, () => promisify(pbkdf2)("a", "b", 200_000, 32, "sha256"));
  const source = new Readable({ read: () => undefined });
  const received = receiveFile(source, path, limits);
  source.destroy(new Error("cut off"));
  await expect(received).rejects.toThrow("cut off");
  // A look that needs no thread: opened later, the file would stay for ever.
  expect(existsSync(path)).toBe(true);
  await rm(path);
  await Promise.all(busy);
});
