import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../src/http/public-address.js";
import { openRemoteFile, type RemoteRules } from "../../src/http/remote-file.js";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Starts a server on the loopback address and returns its port. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Rules under which the host pictures.example is the loopback address, which may be connected to. */
function rulesFor(port: number, more: Partial<RemoteRules> = {}): RemoteRules {
  return {
    ports: [port],
    timeoutMs: 120_000,
    mayConnect: (address) => address === "127.0.0.1",
    findAddresses: async (host) => [{ address: host === "pictures.example" ? "127.0.0.1" : "127.0.0.2", family: 4 }],
    ...more,
  };
}

/** The content of a file, or the sentence on why it cannot be had. */
async function open(address: string, rules: RemoteRules): Promise<string> {
  try {
    const { body } = await openRemoteFile(address, rules);
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const STRICT: RemoteRules = { ports: [80, 443], timeoutMs: 120_000 };
const NOT_PUBLIC = "Its host is not on the public Internet.";

describe("a public address", () => {
  it.each([
    ["this network", "0.0.0.0"],
    ["private", "10.1.2.3"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["shared", "100.64.0.1"],
    ["shared", "100.127.255.254"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["link-local, also of cloud metadata", "169.254.169.254"],
    ["protocol assignments", "192.0.0.170"],
    ["documentation", "192.0.2.1"],
    ["benchmarks", "198.18.0.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "239.255.255.250"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["unique local", "fd00::1"],
    ["unique local", "fc00::1"],
    ["multicast", "ff02::1"],
    ["mapped", "::ffff:127.0.0.1"],
    ["mapped, of a public one", "::ffff:93.184.216.34"],
    ["mapped, in hexadecimal", "::ffff:7f00:1"],
    ["translated", "64:ff9b::7f00:1"],
    ["6to4", "2002:7f00:1::1"],
    ["Teredo", "2001:0:1::1"],
    ["documentation", "2001:db8::1"],
    ["no address at all", "pictures.example"],
    ["nothing", ""],
  ])("is none that is %s: %s", (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])("can be %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("a remote file", () => {
  it.each([
    ["loopback", "http://127.0.0.1/a.jpg"],
    ["decimal", "http://2130706433/a.jpg"],
    ["hexadecimal", "http://0x7f000001/a.jpg"],
    ["octal", "http://0177.0.0.1/a.jpg"],
    ["short", "http://127.1/a.jpg"],
    ["IPv6", "http://[::1]/a.jpg"],
    ["mapped", "http://[::ffff:169.254.169.254]/a.jpg"],
    ["by its name", "http://localhost/a.jpg"],
    ["of metadata", "http://169.254.169.254/latest/meta-data"],
  ])("is not requested from an address of the server's own network: %s", async (_form, address) => {
    expect(await open(address, STRICT)).toBe(NOT_PUBLIC);
  });

  it.each([
    ["ftp://pictures.example/a.jpg", "It has no address that begins with http or https."],
    ["file:///etc/passwd", "It has no address that begins with http or https."],
    ["a.jpg", "It has no address that begins with http or https."],
    ["http://user:secret@pictures.example/a.jpg", "Its address contains a user name or a password."],
    ["http://pictures.example:8080/a.jpg", "The port 8080 is not allowed."],
    ["https://pictures.example:22/a.jpg", "The port 22 is not allowed."],
  ])("is not requested with an address such as %s", async (address, reason) => {
    expect(await open(address, STRICT)).toBe(reason);
  });

  it("is requested without anything of the server's own, and received", async () => {
    let seen: NodeJS.Dict<string | string[]> = {};
    const port = await listen((request, response) => {
      seen = request.headers;
      response.end("picture");
    });
    expect(await open(`http://pictures.example:${port}/a.jpg`, rulesFor(port))).toBe("picture");
    expect(Object.keys(seen).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });

  it("is not received from a host with one private address among public ones", async () => {
    const mixed = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ];
    expect(await open("http://pictures.example/a.jpg", { ...STRICT, findAddresses: mixed })).toBe(NOT_PUBLIC);
  });

  it("is looked up once for each connection, so that a second answer of the name server changes nothing", async () => {
    let looked = 0;
    const port = await listen((_request, response) => void response.end("picture"));
    const findAddresses = async () => [{ address: ++looked === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    const rules = rulesFor(port, { findAddresses });
    expect(await open(`http://pictures.example:${port}/a.jpg`, rules)).toBe("picture");
    expect(looked).toBe(1);
    expect(await open(`http://pictures.example:${port}/a.jpg`, rules)).toBe(NOT_PUBLIC);
  });

  it("follows redirects, and checks each", async () => {
    let reached = false;
    const port = await listen((request, response) => {
      const to = {
        "/a": "/b",
        "/inside": "http://inside.example:PORT/x",
        "/literal": "http://10.0.0.1:PORT/x",
        "/file": "file:///etc/passwd",
        "/loop": "/loop",
        "/port": "http://pictures.example:1/",
      }[request.url ?? ""];
      if (request.headers.host?.startsWith("inside")) reached = true;
      if (to === undefined) response.end("picture");
      else response.writeHead(302, { location: to.replace("PORT", String(port)) }).end();
    });
    const answer = (path: string) => open(`http://pictures.example:${port}${path}`, rulesFor(port));
    expect(await answer("/a")).toBe("picture");
    expect(await answer("/inside")).toBe(NOT_PUBLIC);
    expect(await answer("/literal")).toBe(NOT_PUBLIC);
    expect(await answer("/file")).toBe("It has no address that begins with http or https.");
    expect(await answer("/port")).toBe("The port 1 is not allowed.");
    expect(await answer("/loop")).toBe("It is redirected more than 5 times.");
    expect(reached).toBe(false);
  });

  it("is refused where the answer is none, compressed, late or broken off", async () => {
    const port = await listen((request, response) => {
      if (request.url === "/missing") response.writeHead(404).end();
      else if (request.url === "/packed") response.writeHead(200, { "content-encoding": "gzip" }).end();
      else if (request.url === "/cut")
        response.writeHead(200, { "content-length": "100" }).write("x", () => response.destroy());
      else if (request.url === "/drip") response.write("x");
    });
    const answer = (path: string, more: Partial<RemoteRules> = {}) =>
      open(`http://pictures.example:${port}${path}`, rulesFor(port, more));
    expect(await answer("/missing")).toBe("Its server answers with the status 404.");
    expect(await answer("/packed")).toBe("Its server sends it compressed, which was not asked for.");
    expect(await answer("/never", { timeoutMs: 300 })).toBe("It takes too long.");
    // It depends on the machine whether the time is over before the headers have arrived.
    expect(await answer("/drip", { timeoutMs: 300 })).toMatch(/aborted|takes too long/u);
    expect(await answer("/cut")).toMatch(/aborted/u);
    expect(await open("http://pictures.example:9/a.jpg", rulesFor(9))).toBe("Its server refuses the connection.");
  });
});
