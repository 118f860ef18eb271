import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { text } from "node:stream/consumers";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { purgeRequests } from "../../src/answer-cache/cdn.js";
import { purgeChanges, startPurging } from "../../src/answer-cache/purge.service.js";
import { surrogateHeaders } from "../../src/answer-cache/surrogate-keys.js";
import { decodeNodeId } from "../../src/graphql/node-id.js";
import { Desk } from "../support/desk.js";
import { PATIENTLY } from "../support/patiently.js";

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let desk: Desk;
let cdn: Server;
let url: string;
let status = 200;
const received: Received[] = [];

beforeAll(async () => {
  desk = await Desk.open();
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    received.push({ method: request.method, headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  };
  cdn = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => cdn.listen(0, "127.0.0.1", resolve));
  const address = cdn.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/purge`;
  await purge();
});
afterAll(async () => {
  await desk.app.close();
  cdn.close();
});
beforeEach(async () => {
  await purge();
  received.length = 0;
});

/** Whatever was asked for before is asked for once more with the next call: moments are rounded. */
const AT_ONCE = -1;

/** Never the second time, unless a test asks for it. */
const purge = (repeatAfterS = 1e9) =>
  purgeChanges(desk.app.database, { cdn: "fastly", cdnPurgeUrl: url, cdnPurgeToken: "secret" }, repeatAfterS);

function keysOf({ body }: Received): readonly string[] {
  return (JSON.parse(body) as { surrogate_keys: string[] }).surrogate_keys;
}

describe("a CDN", () => {
  it("is asked once to remove what a publication changed", async () => {
    const { id } = await desk.newsroom.published({ headline: "Purged" });
    expect(await purge()).toBeGreaterThan(0);
    expect(await purge()).toBe(0);
    const [request] = received;
    expect(received).toHaveLength(1);
    expect(request?.headers).toMatchObject({ "fastly-key": "secret", "content-type": "application/json" });
    const uuid = decodeNodeId(id)?.uuid ?? "";
    expect(request && keysOf(request)).toEqual(
      expect.arrayContaining([`Article:${uuid}`, "all:Article", "list:Article"]),
    );
  });

  it("is not asked because of drafts", async () => {
    await desk.newsroom.draft({ headline: "Not seen" });
    expect(await purge()).toBe(0);
    expect(received).toEqual([]);
  });

  it("is asked again for what it did not accept", async () => {
    await desk.newsroom.published();
    status = 503;
    await expect(purge()).rejects.toThrow("503");
    status = 200;
    expect(await purge()).toBeGreaterThan(0);
    expect(received.map(keysOf)[1]).toEqual(received.map(keysOf)[0]);
  });

  it("is asked once more some time after a change, for an older answer that was on its way to it", async () => {
    await purge(AT_ONCE);
    await purge(AT_ONCE);
    const { id } = await desk.newsroom.published({ headline: "On its way" });
    const key = `Article:${decodeNodeId(id)?.uuid ?? ""}`;
    await purge();
    await purge(AT_ONCE);
    await purge(AT_ONCE);
    expect(received.map(keysOf).filter((keys) => keys.includes(key))).toHaveLength(3);
    expect(await purge(AT_ONCE)).toBe(0);
  });

  it("is asked by one of several servers at a time", async () => {
    await desk.newsroom.published();
    const counts = await Promise.all([purge(), purge(), purge()]);
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  it("is asked by the server itself soon after a change", async () => {
    const log = pino({ level: "silent" });
    const settings = { cdn: "varnish", cdnPurgeUrl: url, cdnPurgeToken: null } as const;
    const purging = startPurging({ ...settings, database: desk.app.database, log }, 20);
    await desk.newsroom.published();
    await expect.poll(() => received.length, PATIENTLY).toBeGreaterThan(0);
    await purging.stop();
    expect(received[0]).toMatchObject({ method: "PURGE", body: "" });
    expect(received[0]?.headers["xkey-purge"]).toContain("list:Article");
  });

  it.each([
    ["fastly", 300, 2],
    ["cloudflare", 61, 3],
    ["varnish", 100, 1],
  ] as const)("%s gets %i keys in %i requests", (name, count, expected) => {
    const keys = Array.from({ length: count }, (_, at) => `Article:${at}`);
    const requests = purgeRequests(name, keys, "secret");
    expect(requests).toHaveLength(expected);
    expect(JSON.stringify(requests)).toContain(`Article:${count - 1}`);
  });

  it("gets the keys of types for an answer with more keys than a header holds", () => {
    const keys = Array.from({ length: 1_000 }, (_, at) => `Article:${at}`);
    expect(surrogateHeaders([...keys, "list:Article", "Person:1"])).toEqual({
      "surrogate-key": "all:Article all:Person",
      "cache-tag": "all:Article,all:Person",
    });
  });
});
