import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP proxy in front of a database. */
export interface Proxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** How many connections were accepted so far. */
  accepted(): number;
  /** From now on nothing passes on the connections that are open now, and none of them is closed. New ones are passed on. */
  silenceOpen(): void;
}

/** Starts a proxy that ends with the test. */
export async function startProxy(url: string): Promise<Proxy> {
  const pairs: (readonly [Socket, Socket])[] = [];
  const target = new URL(url);
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    pairs.push([client, database]);
    for (const socket of [client, database]) socket.on("error", () => undefined);
    client.pipe(database).pipe(client);
    client.once("close", () => database.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(port) }).href,
    accepted: () => pairs.length,
    silenceOpen() {
      for (const [client, database] of pairs) {
        client.unpipe(database);
        database.unpipe(client);
        // What is still sent is read and goes nowhere, as on a way that has lost its other end.
        client.resume();
      }
    },
  };
}
