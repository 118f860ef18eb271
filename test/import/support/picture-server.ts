import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { FetchRules } from "../../../src/import/import-settings.js";

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A server of pictures on the loopback address, which is pictures.example for the app under test. */
export interface PictureServer {
  readonly base: string;
  readonly rules: FetchRules;
  /** What is served, by its path. Everything else is missing. */
  readonly files: Map<string, Buffer | Answer>;
  /** The paths that were requested; empty it with `length = 0`. */
  readonly requested: string[];
  readonly close: () => Promise<void>;
}

/** Starts a server: call it in `beforeAll`, and `close` in `afterAll`. */
export async function openPictureServer(): Promise<PictureServer> {
  const files = new Map<string, Buffer | Answer>();
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requested.push(path);
    const file = files.get(path);
    if (typeof file === "function") void file(request, response);
    else if (file) response.end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    base: `http://pictures.example:${port}`,
    rules: {
      ports: [port],
      timeoutMs: 60_000,
      mostOfStory: 4,
      mayConnect: (ip) => ip === "127.0.0.1",
      findAddresses: async (host) => [{ address: host === "pictures.example" ? "127.0.0.1" : "10.0.0.7", family: 4 }],
    },
    files,
    requested,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
