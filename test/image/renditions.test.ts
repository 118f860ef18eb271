import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { fetchPicture, makeAnimation, makePicture, makeQuarters, uploaded } from "../support/pictures.js";

let app: TestApp;
let as: Desk["headers"];

beforeAll(async () => {
  ({ app, headers: as } = await Desk.open({ imageLimits: { maxImagePixels: 30_000_000 } }));
});
afterAll(() => app.close());

/** The address of an image with some arguments. */
async function urlOf(id: string, args = ""): Promise<string> {
  const draft = { ...as.AUTHOR, "x-content-view": "draft" };
  const query = `query ($id: ID!) { image(id: $id) { url${args} } }`;
  const { image } = await app.data<{ image: { url: string } }, object>(query, { id }, draft);
  return image.url;
}

async function sizeOf(content: Buffer): Promise<readonly unknown[]> {
  const { width, height, format, compression } = await sharp(content).metadata();
  return [width, height, compression === "av1" ? "avif" : format];
}

/** The colour at a place, from 0 to 1, as a name. */
async function colourAt(content: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(content).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  const [red, green, blue] = [0, 1, 2].map((channel) => (data[at + channel] ?? 0) > 128);
  const names: Readonly<Record<string, string>> = { "100": "red", "010": "green", "001": "blue", "111": "white" };
  return names[[red, green, blue].map(Number).join("")] ?? "?";
}

const kept = (id: string): Promise<readonly string[]> =>
  app.database.prisma.image.findMany({ select: { id: true } }).then(async (rows) => {
    const key = Buffer.from(id.slice(4), "base64url").toString("hex");
    const row = rows.find((each) => each.id.replaceAll("-", "") === key);
    return readdir(join(app.images, "renditions", row?.id ?? "")).catch(() => []);
  });

describe("the address of an image", () => {
  it("is one of a picture in the wanted size, which is never enlarged", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 600, height: 400 }));
    const wanted = {
      "": [600, 400, "jpeg"],
      "(width: 300)": [300, 200, "jpeg"],
      "(height: 100)": [150, 100, "jpeg"],
      "(width: 300, height: 300)": [300, 300, "jpeg"],
      "(width: 300, height: 300, fit: CONTAIN)": [300, 200, "jpeg"],
      "(width: 9000)": [600, 400, "jpeg"],
      "(width: 1000, height: 1000)": [400, 400, "jpeg"],
      "(width: 1200, height: 200)": [600, 100, "jpeg"],
      "(width: 1, height: 10000)": [1, 400, "jpeg"],
      "(width: 60, format: WEBP)": [60, 40, "webp"],
      "(width: 60, format: AVIF)": [60, 40, "avif"],
      "(width: 60, format: PNG)": [60, 40, "png"],
    };
    for (const [args, size] of Object.entries(wanted)) {
      const { status, content } = await fetchPicture(app, await urlOf(id, args));
      expect([args, status, await sizeOf(content)]).toEqual([args, 200, size]);
    }
  });

  it("is one of at most 10,000 pixels on a side, and of 12 million pixels in AVIF", async () => {
    const long = await uploaded(app, as.AUTHOR, await makePicture({ width: 12_000, height: 60, format: "png" }));
    expect(await urlOf(long)).toContain("/10000x50.");
    expect(await urlOf(long, "(height: 30)")).toContain("/6000x30.");
    const large = await uploaded(app, as.AUTHOR, await makePicture({ width: 6000, height: 4000, format: "png" }));
    expect(await urlOf(large)).toContain("/6000x4000.");
    expect(await urlOf(large, "(format: AVIF)")).toContain("/4243x2828.");
    expect(await urlOf(large, "(width: 5000, height: 4000, format: AVIF)")).toMatch(/\/3873x3098-5000-5000\./);
  });

  it("stays the same, and is the same for all sizes that are larger than the original", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 601, height: 400 }));
    expect(await urlOf(id, "(width: 100)")).toBe(await urlOf(id, "(width: 100)"));
    expect(await urlOf(id, "(width: 5000)")).toBe(await urlOf(id));
    expect(await urlOf(id)).toMatch(/^https:\/\/cms\.example\/images\/[\w-]{22}\/601x400\.[\w-]{24}\.jpg$/);
  });

  it.each([
    ["width", "(width: 0)"],
    ["width", "(width: -5)"],
    ["width", "(width: 10001)"],
    ["height", "(width: 10, height: 99999)"],
  ])("is refused for a %s out of range in %s, which names the argument", async (argument, args) => {
    const id = await uploaded(
      app,
      as.AUTHOR,
      await makePicture({ width: 602, height: 300 + args.length + argument.length }),
    );
    const draft = { ...as.AUTHOR, "x-content-view": "draft" };
    const { errors } = await app.ask(`query ($id: ID!) { image(id: $id) { url${args} } }`, { id }, draft);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument }, path: ["image", "url"] }]);
  });

  it("is computed with one statement for a page of images", async () => {
    await urlOf(await uploaded(app, as.AUTHOR, await makePicture({ width: 603 })));
    app.statements.length = 0;
    await app.data(
      `{ images(first: 50) { nodes { id small: url(width: 10) large: url(width: 500) } } }`,
      {},
      as.AUTHOR,
    );
    expect(app.statements.filter(({ sql }) => /FROM image/i.test(sql))).toHaveLength(1);
  });
});

describe("a crop", () => {
  it("keeps the focal point in view, and its address changes with it", async () => {
    const id = await uploaded(app, as.AUTHOR, await makeQuarters(400, 200));
    const narrow = "(width: 50, height: 200)";
    const middle = await urlOf(id, narrow);
    const seen = async (x: number): Promise<readonly [string, string, string]> => {
      const focalPoint = { x, y: 0.5 };
      const query = `mutation ($input: UpdateImageInput!) { updateImage(input: $input) { ... on UpdateImagePayload { image { focalPoint { x y } } } } }`;
      const answer = await app.data<{ updateImage: { image: object } }, object>(
        query,
        { input: { id, focalPoint } },
        as.AUTHOR,
      );
      expect(answer.updateImage.image).toEqual({ focalPoint });
      const url = await urlOf(id, narrow);
      const { content } = await fetchPicture(app, url);
      expect(await sizeOf(content)).toEqual([50, 200, "png"]);
      return [url, await colourAt(content, 0.5, 0.2), await colourAt(content, 0.5, 0.8)];
    };
    const [left, ...leftColours] = await seen(0.1);
    const [right, ...rightColours] = await seen(0.95);
    expect(leftColours).toEqual(["red", "white"]);
    expect(rightColours).toEqual(["green", "blue"]);
    expect(new Set([left, right, middle]).size).toBe(3);
    // What is not cropped does not depend on it.
    expect(await urlOf(id, "(width: 50)")).toMatch(/\/50x25\.[\w-]{24}\.png$/);
  });

  it("of an animation keeps its frames, and other formats show the first", async () => {
    const id = await uploaded(app, as.AUTHOR, await makeAnimation(4));
    const pagesOf = async (args: string): Promise<readonly unknown[]> => {
      const { content } = await fetchPicture(app, await urlOf(id, args));
      const { pages = 1, width, height, format } = await sharp(content).metadata();
      return [format, width, height, pages];
    };
    expect(await pagesOf("")).toEqual(["gif", 60, 40, 4]);
    expect(await pagesOf("(width: 20, height: 20, format: WEBP)")).toEqual(["webp", 20, 20, 4]);
    expect(await pagesOf("(width: 30, format: JPEG)")).toEqual(["jpeg", 30, 20, 1]);
    expect(await pagesOf("(width: 30, height: 30)")).toEqual(["gif", 30, 30, 4]);
  });
});

describe("a rendition", () => {
  it("is upright, in sRGB, and has neither place nor device of the original", async () => {
    const original = await sharp(await makeQuarters(400, 200))
      .withIccProfile("p3")
      .withExif({
        IFD0: { Make: "Nikon", Model: "Z9", Copyright: "Jo Doe" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 30/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    expect((await sharp(original).metadata()).exif?.toString("latin1")).toContain("Nikon");
    const id = await uploaded(app, as.AUTHOR, original);
    const { image } = await app.data<{ image: { width: number; height: number } }, object>(
      `query ($id: ID!) { image(id: $id) { width height } }`,
      { id },
      { ...as.AUTHOR, "x-content-view": "draft" },
    );
    expect(image).toEqual({ width: 200, height: 400 });
    for (const format of ["", "(format: PNG)", "(format: WEBP)", "(format: AVIF)"]) {
      const { content } = await fetchPicture(app, await urlOf(id, format));
      const { width, height, exif, xmp, iptc, orientation = 1 } = await sharp(content).metadata();
      expect([format, width, height, exif, xmp, iptc, orientation]).toEqual([
        format,
        200,
        400,
        undefined,
        undefined,
        undefined,
        1,
      ]);
      expect(content.toString("latin1")).not.toMatch(/Nikon|Z9/);
      expect(await Promise.all([colourAt(content, 0.1, 0.1), colourAt(content, 0.9, 0.1)])).toEqual(["white", "red"]);
    }
  });

  it("shows transparent parts as white in JPEG", async () => {
    const clear = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { content } = await fetchPicture(app, await urlOf(await uploaded(app, as.AUTHOR, clear), "(format: JPEG)"));
    expect(await colourAt(content, 0.5, 0.5)).toBe("white");
  });

  it("is a picture and nothing else to a browser, and may be kept for ever", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 610 }));
    const { headers, content } = await fetchPicture(app, await urlOf(id, "(width: 100, format: WEBP)"));
    expect(headers).toMatchObject({
      "content-type": "image/webp",
      "content-length": String(content.length),
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": expect.stringMatching(/^default-src 'none';.*;sandbox$/),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "content-disposition": expect.stringMatching(/^inline; filename="[\da-f-]{36}\.webp"$/),
      etag: expect.stringMatching(/^"100x\d+\.[\w-]{24}\.webp"$/),
    });
    expect(headers).not.toHaveProperty("vary");
    expect(headers).not.toHaveProperty("set-cookie");
  });

  it("is answered with 304 to those who have it, and to HEAD without its content", async () => {
    const url = await urlOf(await uploaded(app, as.AUTHOR, await makePicture({ width: 611 })), "(width: 90)");
    const { headers, content } = await fetchPicture(app, url);
    const again = await fetchPicture(app, url, { "if-none-match": `W/"x", ${String(headers["etag"])}` });
    expect([again.status, again.content.length]).toEqual([304, 0]);
    expect(again.headers).toMatchObject({ etag: headers["etag"], "cache-control": headers["cache-control"] });
    const other = await fetchPicture(app, url, { "if-none-match": '"other"' });
    expect([other.status, other.content.length]).toEqual([200, content.length]);
    const head = await fetchPicture(app, url, {}, "HEAD");
    expect([head.status, head.content.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(content.length),
    ]);
  });

  it("is made once, however many requests come at once, and then kept", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 3000, height: 2000, seed: 5 }));
    const url = await urlOf(id, "(width: 900)");
    expect(await kept(id)).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetchPicture(app, url)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ content }) => content.toString("base64"))).size).toBe(1);
    expect(await kept(id)).toEqual(["900x600.jpg"]);
    expect((await fetchPicture(app, url)).content).toEqual(answers[0]?.content);
  });

  it("needs no statement of the database", async () => {
    const url = await urlOf(await uploaded(app, as.AUTHOR, await makePicture({ width: 612 })), "(width: 80)");
    app.statements.length = 0;
    expect((await fetchPicture(app, url)).status).toBe(200);
    expect((await fetchPicture(app, url)).status).toBe(200);
    expect(app.statements).toEqual([]);
  });

  it("is served under its signed address alone", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 613 }));
    const url = await urlOf(id, "(width: 70)");
    const forged = [
      url.replace("/70x", "/71x"),
      url.replace("/70x", "/070x"),
      url.replace(/\.jpg$/, ".png"),
      url.replace(/\.[\w-]{24}\./, "."),
      url.replace(
        /\.([\w-]{24})\./,
        (_, signature: string) => `.${signature.slice(0, 23)}${signature.endsWith("A") ? "B" : "A"}.`,
      ),
      url.replace(/\/images\/[\w-]{22}/, "/images/AAAAAAAAAAAAAAAAAAAAAA"),
      url.replace(/70x\d+/, "..%2f..%2foriginals"),
      `${url.slice(0, url.lastIndexOf("/"))}/`,
    ];
    for (const address of forged) {
      const { status, headers, content } = await fetchPicture(app, address);
      expect([address, status]).toEqual([address, 404]);
      expect(headers).toMatchObject({ "cache-control": "no-store", "content-type": expect.stringContaining("json") });
      expect(JSON.parse(content.toString())).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
    }
    expect(await kept(id)).toEqual([]);
  });

  it("takes the place of the oldest when there are too many of one image", async () => {
    const id = await uploaded(app, as.AUTHOR, await makePicture({ width: 400, height: 4 }));
    const draft = { ...as.AUTHOR, "x-content-view": "draft" };
    for (let from = 1; from <= 221; from += 20) {
      const fields = Array.from(
        { length: 20 },
        (_, at) => `u${at}: url(width: ${from + at}, height: 4, fit: CONTAIN, format: PNG)`,
      );
      const { image } = await app.data<{ image: Record<string, string> }, object>(
        `query ($id: ID!) { image(id: $id) { ${fields.join(" ")} } }`,
        { id },
        draft,
      );
      for (const url of Object.values(image)) expect((await fetchPicture(app, url)).status).toBe(200);
    }
    const files = await kept(id);
    expect(files.length).toBeLessThanOrEqual(200);
    expect(files).toContain("240x2.png");
    expect(files).not.toContain("1x1.png");
  });
});
