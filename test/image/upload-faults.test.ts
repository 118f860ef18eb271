import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openImages } from "../../src/image/open-images.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Desk } from "../support/desk.js";
import { fetchPicture, makePicture, upload, uploaded } from "../support/pictures.js";
import { openTestBucket, type TestBucket } from "../support/s3.js";
import { openSocket, untilEnd } from "../support/sockets.js";

let desk: Desk;
let app: TestApp;
let port: number;
let token: string;

beforeAll(async () => {
  desk = await Desk.open({ rateLimitPerToken: 1000 });
  ({ app } = desk);
  token = desk.headers.AUTHOR["authorization"] ?? "";
  port = await listen(app);
});
afterAll(() => app.close());

const incoming = (): Promise<readonly string[]> => readdir(join(app.images, "incoming")).catch(() => []);
const originals = (): Promise<readonly string[]> => readdir(join(app.images, "originals")).catch(() => []);

const listen = async ({ http }: TestApp): Promise<number> =>
  Number(new URL(await http.listen({ port: 0, host: "127.0.0.1" })).port);

const open = (sent: string): Promise<Socket> => openSocket(port, sent);

const head = (length: number, authorization = token): string =>
  `POST /images HTTP/1.1\r\nhost: a\r\ncontent-type: image/jpeg\r\ncontent-length: ${length}\r\n${authorization === "" ? "" : `authorization: ${authorization}\r\n`}\r\n`;

/** Waits until something holds; a test that waits in vain runs into its time limit. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

describe("an upload that does not end well leaves nothing", () => {
  it("when its sender disconnects before the end", async () => {
    const content = await makePicture({ width: 700, height: 500, seed: 3 });
    const socket = await open(head(content.length));
    socket.write(content.subarray(0, content.length - 10));
    await until(async () => (await incoming()).length === 1);
    socket.destroy();
    await until(async () => (await incoming()).length === 0);
    expect([await originals(), await app.database.prisma.image.count()]).toEqual([[], 0]);
  });

  it("when it is too slow, though it may be slower than other requests", async () => {
    const hasty = await createTestApp({ joins: app, requestTimeoutMs: 700, uploadTimeoutMs: 2500 });
    const startedAtMs = performance.now();
    const socket = await openSocket(await listen(hasty), head(5000));
    socket.write((await makePicture({ width: 71 })).subarray(0, 600));
    const answer = await untilEnd(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - startedAtMs).toBeGreaterThan(2000);
    await until(async () => (await readdir(join(hasty.images, "incoming")).catch(() => [])).length === 0);
    await hasty.close();
  });

  it("and other requests still have to be quicker", async () => {
    // With the time of uploads the request would run into the time limit of the test.
    const hasty = await createTestApp({ joins: app, requestTimeoutMs: 700, uploadTimeoutMs: 3_600_000 });
    const socket = await openSocket(
      await listen(hasty),
      "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{",
    );
    expect(await untilEnd(socket)).toMatch(/^HTTP\/1\.1 408 /);
    await hasty.close();
  });
});

describe("a refusal is read by its sender", () => {
  it("although the rest of the file is still being sent", async () => {
    const socket = await open(head(40_000_000));
    socket.write(Buffer.alloc(3_000_000));
    const answer = await untilEnd(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*connection: close/);
    expect(answer).toContain('"code":"IMAGE_TOO_LARGE"');
  });

  it("before any of the file is read, of those who may not upload", async () => {
    const socket = await open(head(4_000_000, ""));
    expect(await untilEnd(socket)).toMatch(/^HTTP\/1\.1 401 [^]*"code":"UNAUTHENTICATED"/);
    expect(await incoming()).toEqual([]);
  });

  it("as soon as the first bytes show that it is no picture", async () => {
    const socket = await open(head(4_000_000));
    socket.write(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${"x".repeat(2000)}`));
    expect(await untilEnd(socket)).toMatch(/^HTTP\/1\.1 415 [^]*IMAGE_TYPE_UNSUPPORTED/);
    expect(await incoming()).toEqual([]);
  });
});

describe("uploads count as other requests do", () => {
  it("for the limit of their token", async () => {
    const limited = await Desk.open({ rateLimitPerToken: 3 });
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      statuses.push((await upload(limited.app, limited.headers.AUTHOR, await makePicture({ width: 80 + at }))).status);
    }
    await limited.app.close();
    // The first request makes the token known.
    expect(statuses).toEqual([201, 201, 201, 201, 429]);
  });
});

describe("without a store", () => {
  it("uploads and pictures are answered with 503, and work again when it is back", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "dateline-broken-"));
    const broken = await Desk.open({ images: openImages({ dataDir, imageBucket: null }) });
    const content = await makePicture({ width: 90 });
    // A file is where the folder should be.
    await writeFile(join(dataDir, "images"), "x");
    const refused = await upload(broken.app, broken.headers.AUTHOR, content);
    expect(refused).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE", reason: "IMAGE_STORE" } }] },
    });
    expect(await broken.app.database.prisma.image.count()).toBe(0);
    await rm(join(dataDir, "images"));
    expect((await upload(broken.app, broken.headers.AUTHOR, content)).status).toBe(201);
    await broken.app.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe("with a bucket", () => {
  let s3: TestBucket;
  let other: Desk;

  beforeAll(async () => {
    s3 = await openTestBucket();
    other = await Desk.open({ images: openImages({ dataDir: tmpdir(), imageBucket: s3.bucket }) });
  });
  afterAll(() => other.app.close());

  it("pictures are uploaded, served, and removed, and the loss of the bucket is a 503", async () => {
    const draft = { ...other.headers.AUTHOR, "x-content-view": "draft" };
    const urlOf = async (id: string, width: number): Promise<string> =>
      (
        await other.app.data<{ image: { url: string } }, object>(
          `query ($id: ID!) { image(id: $id) { url(width: ${width}) } }`,
          { id },
          draft,
        )
      ).image.url;
    const id = await uploaded(other.app, other.headers.AUTHOR, await makePicture({ width: 100 }));
    const url = await urlOf(id, 50);
    const [made, kept] = [await fetchPicture(other.app, url), await fetchPicture(other.app, url)];
    expect([made.status, kept.status, kept.headers["content-type"]]).toEqual([200, 200, "image/jpeg"]);
    expect(kept.content).toEqual(made.content);
    const removal = `mutation ($id: ID!) { deleteImage(input: { id: $id }) { __typename } }`;
    expect(await other.app.data(removal, { id }, other.headers.EDITOR)).toEqual({
      deleteImage: { __typename: "DeleteImagePayload" },
    });
    expect((await fetchPicture(other.app, url)).status).toBe(404);
    const second = await urlOf(await uploaded(other.app, other.headers.AUTHOR, await makePicture({ width: 101 })), 50);
    await s3.close();
    expect((await fetchPicture(other.app, second)).status).toBe(503);
    expect((await upload(other.app, other.headers.AUTHOR, await makePicture({ width: 102 }))).status).toBe(503);
  });
});
