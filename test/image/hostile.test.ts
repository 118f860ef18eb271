import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, crc32 } from "node:zlib";
import { array, assert, asyncProperty, constantFrom, nat, record, uint8Array } from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AbandonedWork, ImageWorkers } from "../../src/image/image-workers.js";
import { inspectPicture, type PictureLimits } from "../../src/image/inspect-picture.js";
import { renderPicture } from "../../src/image/render-picture.js";
import { renditionOf } from "../../src/image/rendition.js";
import { UploadRefusal } from "../../src/image/upload.errors.js";
import { OverloadedError } from "../../src/graphql/errors.js";
import { newId } from "../../src/lib/new-id.js";
import { makeAnimation, makePicture } from "../support/pictures.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LIMITS: PictureLimits = {
  maxImageBytes: 5_000_000,
  maxImagePixels: 10_000_000,
  imageTypes: ["jpeg", "png", "webp", "avif", "gif"],
};

async function inspect(content: Buffer, limits = LIMITS): Promise<Awaited<ReturnType<typeof inspectPicture>>> {
  const file = join(folder, newId());
  await writeFile(file, content);
  try {
    return await inspectPicture(file, limits);
  } finally {
    await rm(file);
  }
}

/** The code of the refusal of a file. */
async function refusalOf(content: Buffer, limits = LIMITS): Promise<unknown> {
  const error: unknown = await inspect(content, limits).catch((reason: unknown) => reason);
  if (!(error instanceof UploadRefusal)) throw new Error(`The file was not refused: ${String(error)}`);
  return { code: error.extensions["code"], limit: error.extensions["limit"], found: error.extensions["found"] };
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG that declares a size and has some kilobytes of zeros, which expand to as much as is asked for. */
function pngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(5_000_000), { level: 9 });
  const magic = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([magic, pngChunk("IHDR", head), pngChunk("IDAT", pixels), pngChunk("IEND", Buffer.alloc(0))]);
}

describe("a picture that is larger than its file", () => {
  it("is refused by the size that it declares, before it is decoded", async () => {
    const pixels = { code: "IMAGE_TOO_MANY_PIXELS", limit: 10_000_000 };
    expect(await refusalOf(pngBomb(60_000, 60_000))).toMatchObject({ ...pixels, found: 3_600_000_000 });
    expect(await refusalOf(pngBomb(200_000, 1))).toMatchObject({
      code: "IMAGE_TOO_MANY_PIXELS",
      limit: 65_535,
      found: 200_000,
    });
    const jpeg = await makePicture({ width: 64, height: 64 });
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    expect(await refusalOf(jpeg)).toMatchObject({ ...pixels, found: 3_600_000_000 });
  });

  it("is refused by all of its frames together, and by their number", async () => {
    const three = await makeAnimation(3);
    const limits = { ...LIMITS, maxImagePixels: 60 * 40 * 3 - 1 };
    expect(await refusalOf(three, limits)).toMatchObject({ code: "IMAGE_TOO_MANY_PIXELS", limit: 7199, found: 7200 });
    const one = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#ff0000" } })
      .gif()
      .toBuffer();
    const start = one.indexOf(0x2c, 13);
    const extension = one.lastIndexOf(Buffer.from([0x21, 0xf9]), start);
    const frames = one.subarray(extension === -1 ? start : extension, one.length - 1);
    const many = Buffer.concat([
      one.subarray(0, -1),
      ...Array.from({ length: 1200 }, () => frames),
      Buffer.from([0x3b]),
    ]);
    expect(await refusalOf(many)).toMatchObject({ code: "IMAGE_TOO_MANY_PIXELS", limit: 1000, found: 1201 });
  });

  it("is refused when it has fewer pixels than it declares", async () => {
    expect(await refusalOf(pngBomb(3000, 3000))).toMatchObject({ code: "IMAGE_DAMAGED" });
  });
});

async function makeNoise(format: "jpeg" | "png" | "webp" | "avif" | "gif"): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: "#ffffff", noise } });
  return picture.toFormat(format).toBuffer();
}

describe("a changed picture", () => {
  const formats = ["jpeg", "png", "webp", "avif", "gif"] as const;
  const pictures = new Map<string, Buffer>();
  beforeAll(async () => {
    for (const format of formats) pictures.set(format, await makeNoise(format));
    pictures.set("animation", await makeAnimation(3));
  });

  it("is refused with a reason or can be shown; it never breaks the server", async () => {
    const change = record({
      at: nat({ max: 9999 }),
      bytes: uint8Array({ minLength: 1, maxLength: 8 }),
    });
    const changes = array(change, { minLength: 1, maxLength: 3 });
    const seenAs = { refused: 0, shown: 0 };
    await assert(
      asyncProperty(constantFrom(...formats, "animation"), changes, async (format, changed) => {
        const content = Buffer.from(pictures.get(format) ?? "");
        for (const { at, bytes } of changed)
          content.set(bytes.subarray(0, 4), Math.floor((at / 10_000) * (content.length - 4)));
        const seen = await inspect(content).catch((error: unknown) => {
          if (error instanceof UploadRefusal) return null;
          throw error;
        });
        seenAs[seen === null ? "refused" : "shown"] += 1;
        if (seen === null) return;
        const row = { id: newId(), ...seen, focalX: 0.1, focalY: 0.9 };
        const rendition = renditionOf(row, { width: 10, height: 10, format: "WEBP" });
        const { width, height } = await sharp(await renderPicture(content, rendition)).metadata();
        expect([width, height]).toEqual([rendition.width, rendition.height]);
      }),
      { numRuns: 300, seed: 20261127 },
    );
    expect(seenAs.refused).toBeGreaterThan(50);
    expect(seenAs.shown).toBeGreaterThan(20);
  });
});

describe("colours", () => {
  it("of CMYK, of 16 bits and of greys are those of sRGB", async () => {
    const red = { create: { width: 20, height: 20, channels: 3, background: "#e02020" } } as const;
    const files = {
      cmyk: await sharp(red).toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
      deep: await sharp(red).toColourspace("rgb16").png().toBuffer(),
      p3: await sharp(red).withIccProfile("p3").png().toBuffer(),
    };
    for (const [name, content] of Object.entries(files)) {
      const seen = await inspect(content);
      const rendition = renditionOf({ id: newId(), ...seen, focalX: null, focalY: null }, { format: "PNG" });
      const shown = await renderPicture(content, rendition);
      const { space, depth, channels } = await sharp(shown).metadata();
      expect([name, space, depth, channels]).toEqual([name, "srgb", "uchar", 3]);
      const [r = 0, g = 0, b = 0] = await sharp(shown).raw().toBuffer();
      expect({ name, near: r > 190 && g < 70 && b < 70, r, g, b }).toMatchObject({ name, near: true });
    }
  });
});

describe("the work on pictures", () => {
  it("is bounded: a number at once, the clients in rotation, and requests beyond a queue are refused", async () => {
    const workers = new ImageWorkers(2);
    const order: string[] = [];
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const work = (client: string): Promise<void> =>
      workers.run(client, async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(client);
        await new Promise<void>((resolve) => release.push(resolve));
        running -= 1;
      });
    const greedy = Array.from({ length: 302 }, () => work("greedy"));
    const late = work("late");
    await expect(work("greedy")).rejects.toThrow(OverloadedError);
    const all = Promise.all([...greedy, late]);
    for (let ended = 0; ended < greedy.length + 1; ) {
      const next = release.shift();
      if (next) ended += 1;
      next?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    expect(most).toBe(2);
    expect(order.indexOf("late")).toBeLessThan(5);
  });

  it("is not begun for clients who have gone", async () => {
    await expect(
      new ImageWorkers(1).run(
        "gone",
        async () => 1,
        () => false,
      ),
    ).rejects.toThrow(AbandonedWork);
  });
});
