import { once } from "node:events";
import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { openSocket, untilEnd } from "../support/sockets.js";

/*
 * The clients of these tests send or read nothing and wait until the server ends the connection: a server that does not
 * runs into the time limit of the test.
 */

let app: TestApp;
/** The port of the app, which ends what is slow soon. */
let hastyPort: number;
/** The port of an app that waits longer, for clients that are not slow by themselves. */
let port: number;
let patient: TestApp;

beforeAll(async () => {
  app = await createTestApp({ requestTimeoutMs: 500 });
  patient = await createTestApp({ joins: app, maxConnections: 40 });
  const newsroom = new Newsroom(app.database);
  const text = "The keeper counted the lamps of the harbour again. ".repeat(15);
  await newsroom.published({ slug: "lamps", body: Array.from({ length: 60 }, () => ({ paragraph: { text } })) });
  [hastyPort, port] = [await listen(app), await listen(patient)];
});
afterAll(async () => {
  await patient.close();
  await app.close();
});

const listen = async ({ http }: TestApp): Promise<number> =>
  Number(new URL(await http.listen({ port: 0, host: "127.0.0.1" })).port);

const openHasty = (sent: string): Promise<Socket> => openSocket(hastyPort, sent);
const open = (sent: string): Promise<Socket> => openSocket(port, sent);

const POST = "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";

describe("a request that never ends is cut", () => {
  it.each([
    ["nothing at all", ""],
    ["half a line", "GET /heal"],
    ["half its headers", `${POST}x-slow: `],
    ["half a body of a known length", `${POST}content-length: 900000\r\n\r\n{"query":"`],
    ["half a body in chunks", `${POST}transfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`],
  ])("after %s", async (_what, sent) => {
    const answer = await untilEnd(await openHasty(sent));
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain("x-content-type-options: nosniff");
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toEqual({
      errors: [{ message: "The request was not complete in time.", extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it("and whose rest was not waited for because it was refused early", async () => {
    const sent =
      "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-form\r\ncontent-length: 900000\r\n\r\nhalf";
    const answer = await untilEnd(await openHasty(sent));
    expect(answer).toMatch(/^HTTP\/1\.1 415 Unsupported Media Type\r\n[^]*connection: close\r\n/);
  });

  it("while requests on other connections are answered", async () => {
    const slow = await Promise.all(Array.from({ length: 20 }, () => openHasty(`${POST}content-length: 9000\r\n\r\n{`)));
    const { statusCode } = await app.http.inject("/health/live");
    expect(statusCode).toBe(200);
    await Promise.all(slow.map(untilEnd));
  });
});

describe("what is not HTTP, or too large", () => {
  it.each([
    ["a text", "hello\r\n\r\n", 400, "The request is not valid HTTP."],
    [
      "headers without an end",
      `GET /health/live HTTP/1.1\r\nhost: a\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`,
      431,
      "The headers of the request are too large.",
    ],
  ])("is answered with an error of the common shape: %s", async (_what, sent, status, message) => {
    const answer = await untilEnd(await open(sent));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain("content-security-policy: default-src 'none'");
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toEqual({
      errors: [{ message, extensions: { code: "BAD_REQUEST" } }],
    });
  });
});

describe("an answer that is not read", () => {
  it("is cut, and its memory let go", async () => {
    // Far more than the buffers of the two sockets hold.
    const ask = "GET /articles/lamps.html HTTP/1.1\r\nhost: a\r\n\r\n".repeat(200);
    const accepted = once(app.http.server, "connection");
    const client = await openHasty(ask);
    client.pause();
    // The client does not read, so it does not notice either: the server's end of the connection is looked at.
    const [connection] = (await accepted) as [Socket];
    if (!connection.destroyed) await once(connection, "close");
    expect([connection.destroyed, connection.writableLength]).toEqual([true, 0]);
    client.destroy();
  });

  it("is not cut while it is read", async () => {
    const asked = 60;
    const socket = await open(
      "GET /articles/lamps.html HTTP/1.1\r\nhost: a\r\n\r\n".repeat(asked - 1) +
        "GET /articles/lamps.html HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
    );
    const answer = await untilEnd(socket);
    expect(answer.split("HTTP/1.1 200 OK").length - 1).toBe(asked);
  });
});

it("connections beyond the limit are closed, and those below it are served", async () => {
  const many = await Promise.all(
    Array.from({ length: 60 }, () => open("GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")),
  );
  const answers = await Promise.all(many.map(untilEnd));
  const served = answers.filter((answer) => answer.startsWith("HTTP/1.1 200"));
  expect(served.length).toBeGreaterThanOrEqual(40);
  expect(answers.filter((answer) => answer !== "" && !answer.startsWith("HTTP/1.1 200"))).toEqual([]);
});
