import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiToken } from "../../src/auth/token.service.js";
import type { TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { done } from "../support/newsroom.js";
import { makeAnimation, makePicture, send, upload } from "../support/pictures.js";

let app: TestApp;
let as: Desk["headers"];
let reader: Readonly<Record<string, string>>;

beforeAll(async () => {
  const desk = await Desk.open();
  ({ app, headers: as } = desk);
  const { token } = done(await createApiToken(desk.newsroom.work, { name: "Some reader", role: "READER" }));
  reader = { authorization: `Bearer ${token}` };
});
afterAll(() => app.close());

const files = async (folder: string): Promise<readonly string[]> => readdir(join(app.images, folder)).catch(() => []);
const imageCount = (): Promise<number> => app.database.prisma.image.count();

describe("an upload", () => {
  it("stores the file and returns the image as GraphQL returns it", async () => {
    const content = await makePicture({ width: 300, height: 200 });
    const { status, body } = await upload(
      app,
      as.AUTHOR,
      content,
      { alt: "A harbour", credit: "Jo Doe" },
      "harbour.jpg",
    );
    expect({ status, body }).toMatchObject({ status: 201 });
    expect(body).toMatchObject({
      width: 300,
      height: 200,
      mediaType: "image/jpeg",
      sizeBytes: content.length,
      contentHash: createHash("sha256").update(content).digest("hex"),
      fileName: "harbour.jpg",
      alt: "A harbour",
      credit: "Jo Doe",
      caption: null,
      usableUntil: null,
      focalPoint: null,
      version: 1,
    });
    expect(body["placeholder"]).toMatch(/^data:image\/webp;base64,[\w+/=]{20,600}$/);
    const fields = "id url width height mediaType sizeBytes contentHash alt credit placeholder version createdAt";
    const query = `query ($id: ID!) { image(id: $id) { ${fields} } }`;
    const { image } = await app.data<{ image: object }, object>(
      query,
      { id: body["id"] },
      { ...as.AUTHOR, "x-content-view": "draft" },
    );
    expect(body).toMatchObject(image);
    const [row] = await app.database.prisma.auditEntry.findMany({ where: { act: "uploadImage" } });
    expect(row).toMatchObject({ subject: "Image", actor: "Test author", detail: "harbour.jpg" });
  });

  it("of the same file again returns the image that is there, and overwrites nothing", async () => {
    const content = await makePicture({ width: 301 });
    const first = await upload(app, as.AUTHOR, content, { alt: "First" });
    const second = await upload(app, as.EDITOR, content, { alt: "Second" }, "other.jpg");
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
  });

  it("of one file many times at once stores it once", async () => {
    const before = { images: await imageCount(), originals: (await files("originals")).length };
    const content = await makePicture({ width: 302 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(app, as.AUTHOR, content)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body["id"])).size).toBe(1);
    expect(await imageCount()).toBe(before.images + 1);
    expect(await files("originals")).toHaveLength(before.originals + 1);
  });

  it("may be the bare file, with the fields in the query and the name in a header", async () => {
    const content = await makePicture({ width: 303, format: "png" });
    const headers = {
      ...as.AUTHOR,
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="a b.png"',
    };
    const { status, body } = await send(
      app,
      headers,
      content,
      "?alt=A%20map&usableUntil=2027-01-31&focalX=0.25&focalY=0.5",
    );
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        mediaType: "image/png",
        alt: "A map",
        fileName: "a b.png",
        usableUntil: "2027-01-31",
        focalPoint: { x: 0.25, y: 0.5 },
      },
    });
    const bare = await send(app, as.AUTHOR, await makePicture({ width: 304 }));
    expect(bare).toMatchObject({ status: 201, body: { mediaType: "image/jpeg", fileName: null } });
  });

  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("takes %s, whatever the name says", async (format) => {
    const answer = await upload(app, as.AUTHOR, await makePicture({ width: 310, format }), {}, "page.html");
    expect(answer).toMatchObject({ status: 201, body: { mediaType: `image/${format}`, width: 310 } });
  });

  it.each(["gif", "webp"] as const)("takes an animated %s", async (format) => {
    const answer = await upload(app, as.AUTHOR, await makeAnimation(5, format));
    expect(answer).toMatchObject({ status: 201, body: { mediaType: `image/${format}`, width: 60, height: 40 } });
  });

  it("keeps of the file's name the last part that shows", async () => {
    const { body } = await upload(
      app,
      as.AUTHOR,
      await makePicture({ width: 311 }),
      {},
      "C:\\pictures\\ha\u200Bfen.jpg",
    );
    expect(body["fileName"]).toBe("hafen.jpg");
  });
});

describe("an upload is refused", () => {
  const refused = async (answer: Promise<{ status: number; body: Readonly<Record<string, unknown>> }>) => {
    const before = await imageCount();
    const { status, body } = await answer;
    expect(await imageCount()).toBe(before);
    expect(await files("incoming")).toEqual([]);
    const [error] = body["errors"] as { message: string; extensions: Record<string, unknown> }[];
    expect(error?.extensions["requestId"]).toEqual(expect.any(String));
    return { status, message: error?.message ?? "", ...error?.extensions };
  };

  it("without a token, with a bad one, and to readers", async () => {
    const content = await makePicture({ width: 320 });
    expect(await refused(upload(app, {}, content))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    const bad = { authorization: "Bearer dln_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };
    expect(await refused(upload(app, bad, content))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(await refused(upload(app, reader, content))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  it("without a file, with an empty one, and with two", async () => {
    const fields = new Response(
      Object.entries({ alt: "x" }).reduce((form, [k, v]) => (form.append(k, v), form), new FormData()),
    );
    const type = fields.headers.get("content-type") ?? "";
    const none = send(app, { ...as.AUTHOR, "content-type": type }, Buffer.from(await fields.arrayBuffer()));
    expect(await refused(none)).toMatchObject({ status: 400, code: "BAD_REQUEST", argument: "file" });
    expect(await refused(upload(app, as.AUTHOR, Buffer.alloc(0)))).toMatchObject({ status: 400, argument: "file" });
    expect(await refused(send(app, as.AUTHOR, Buffer.alloc(0)))).toMatchObject({ status: 400, argument: "file" });
    const form = new FormData();
    for (const width of [321, 322]) form.append("file", new Blob([Buffer.from(await makePicture({ width }))]), "a.jpg");
    const two = new Response(form);
    const both = send(
      app,
      { ...as.AUTHOR, "content-type": two.headers.get("content-type") ?? "" },
      Buffer.from(await two.arrayBuffer()),
    );
    expect(await refused(both)).toMatchObject({ status: 400, code: "BAD_REQUEST", argument: "file" });
  });

  it("when the form is cut off or malformed", async () => {
    const headers = { ...as.AUTHOR, "content-type": "multipart/form-data; boundary=xx" };
    const begun = '--xx\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    const cut = Buffer.concat([Buffer.from(begun), (await makePicture({ width: 323 })).subarray(0, 900)]);
    expect(await refused(send(app, headers, cut))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    expect(await refused(send(app, headers, Buffer.from("nonsense")))).toMatchObject({
      status: 400,
      code: "BAD_REQUEST",
    });
    const bare = { ...as.AUTHOR, "content-type": "multipart/form-data" };
    expect(await refused(send(app, bare, Buffer.from("nonsense")))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  });

  it("when fields break their rules, all of which are named", async () => {
    const content = await makePicture({ width: 324 });
    expect(await refused(upload(app, as.AUTHOR, content, { usableUntil: "soon", focalX: "left" }))).toMatchObject({
      status: 400,
      code: "VALIDATION",
      issues: [{ path: ["input", "usableUntil"] }, { path: ["input", "focalX"] }],
    });
    expect(
      await refused(upload(app, as.AUTHOR, content, { credit: "x".repeat(301), focalX: "2", focalY: "0" })),
    ).toMatchObject({
      status: 400,
      code: "VALIDATION",
      issues: [{ path: ["input", "focalPoint", "x"] }, { path: ["input", "credit"] }],
    });
    expect(await files("originals")).toHaveLength(await imageCount());
  });

  it("when the file is larger than allowed", async () => {
    const large = Buffer.concat([await makePicture({ width: 325 }), Buffer.alloc(5_000_000)]);
    const answer = { status: 413, code: "IMAGE_TOO_LARGE", limit: 5_000_000, argument: "file" };
    expect(await refused(upload(app, as.AUTHOR, large))).toMatchObject(answer);
    expect(await refused(send(app, as.AUTHOR, large))).toMatchObject(answer);
    expect(await refused(send(app, as.AUTHOR, Buffer.alloc(9_000_000)))).toMatchObject(answer);
  });

  it.each([
    [
      "an SVG drawing",
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      /SVG/,
    ],
    ["an HTML page", "<!doctype html><script>alert(1)</script>", /HTML/],
    ["a PDF document", "%PDF-1.7\n", /PDF/],
    ["a TIFF picture", "II*\0\x08\0\0\0", /TIFF/],
    ["a HEIC picture", "\0\0\0\x18ftypheic\0\0\0\0mif1heic", /HEIC/],
    ["a text", "Just words.", /unknown type/],
  ])("when it is %s under the name of a picture", async (_what, content, message) => {
    const answer = await refused(upload(app, as.AUTHOR, Buffer.from(content, "latin1"), {}, "picture.jpg"));
    expect(answer).toMatchObject({ status: 415, code: "IMAGE_TYPE_UNSUPPORTED", argument: "file" });
    expect(answer.message).toMatch(message);
  });

  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("when a %s is cut off", async (format) => {
    const content = await makePicture({ width: 640, height: 480, format, seed: 77 });
    for (const share of [0.3, 0.6, 0.9]) {
      const answer = await refused(upload(app, as.AUTHOR, content.subarray(0, Math.floor(content.length * share))));
      expect(answer).toMatchObject({ status: 422, code: "IMAGE_DAMAGED" });
    }
  });

  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("when a page or an archive follows a %s", async (format) => {
    const content = await makePicture({ width: 330, format });
    for (const more of ["<html><script>alert(1)</script></html>", "PK\x03\x04archive", "\x01\x02\x03\x04"]) {
      const answer = await refused(upload(app, as.AUTHOR, Buffer.concat([content, Buffer.from(more, "latin1")])));
      expect(answer).toMatchObject({ status: 422, code: "IMAGE_TRAILING_DATA", found: more.length });
    }
  });

  it("but not for what cameras append", async () => {
    const content = await makePicture({ width: 331 });
    const preview = await makePicture({ width: 20 });
    const video = Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0", "latin1");
    for (const [at, more] of [Buffer.alloc(40), preview, video].entries()) {
      const changed = Buffer.concat([content, more]);
      expect({ at, ...(await upload(app, as.AUTHOR, changed)) }).toMatchObject({ at, status: 201 });
    }
  });
});
