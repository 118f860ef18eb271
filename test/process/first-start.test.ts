import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import { build, cleanUp, dataFolder, type Server, startServer } from "./support/processes.js";

const EVERYTHING = "{ articles(first: 100) { nodes { id version } } persons(first: 100) { nodes { id } } }";

let dir: string;
let server: Server;

beforeAll(async () => {
  await build();
  dir = await dataFolder();
  server = await startServer({ DATA_DIR: dir });
});
afterAll(cleanUp);

describe("the first start on an empty folder", () => {
  it("prints its address, what it set up and the address of its health checks", () => {
    const { stories, desk, persons, posts } = demoNewsroom;
    const loaded = `${stories.length + desk.length} articles, ${persons.length} persons, ${posts.length} posts (loaded now)`;
    const { stderr } = server.process;
    expect(stderr).toContain(`Dateline is ready at ${server.url}/graphql`);
    expect(stderr).toContain(`Apollo Sandbox   ${server.url}/graphql`);
    expect(stderr).toContain(`Database         the embedded PostgreSQL in ${dir}; migrations`);
    expect(stderr).toContain(`Demo newsroom    ${loaded}`);
    expect(stderr).toContain(`${server.url}/health/live`);
  });

  it("prints a link that signs in to the desk once, and serves the desk", async () => {
    const [, secret = ""] = /\/desk\/sign-in#([\w-]{43})\n/.exec(server.process.stderr) ?? [];
    const page = await fetch(`${server.url}/desk`);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const [, script = ""] = /src="(\/desk\/assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    const file = await fetch(`${server.url}${script}`, { headers: { "accept-encoding": "br" } });
    expect([file.status, file.headers.get("content-encoding"), file.headers.get("cache-control")]).toEqual([
      200,
      "br",
      "public, max-age=31536000, immutable",
    ]);
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const body = JSON.stringify({ link: secret });
    const redeem = () => fetch(`${server.url}/desk/session`, { method: "POST", headers, body });
    expect([(await redeem()).status, (await redeem()).status]).toEqual([204, 401]);
  });

  it("serves Apollo Sandbox to a browser at that address", async () => {
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: "text/html" } });
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("EmbeddedSandbox");
  });

  it("prints a first query that it answers", async () => {
    const [, printed = ""] = /A first query to paste:\n\n([\s\S]*?)\n\n/.exec(server.process.stderr) ?? [];
    const answer = await server.ask(printed);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ articles: { nodes: [{ headline: expect.any(String) }] } });
  });

  it("writes a token for each role that writes into a file of its owner alone, and into no output that is no terminal", async () => {
    const path = join(dir, "first-tokens.txt");
    expect(server.process.stderr).toContain(`in a file to remove: ${path}\n`);
    expect(server.process.stdout + server.process.stderr).not.toContain("dln_");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const tokens = [...(await readFile(path, "utf8")).matchAll(/^(AUTHOR|EDITOR|ADMIN) +(dln_\S+)/gm)];
    const roles = tokens.map(async ([, , token = ""]) => server.ask("{ viewer { role } }", {}, token));
    expect(await Promise.all(roles)).toEqual(
      ["AUTHOR", "EDITOR", "ADMIN"].map((role) => ({ data: { viewer: { role } } })),
    );
  });

  it("reports in its health checks that it lives and is ready", async () => {
    const live = await fetch(`${server.url}/health/live`);
    const ready = await fetch(`${server.url}/health/ready`);
    expect([live.status, await live.json()]).toEqual([200, { status: "live" }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
  });
});

describe("the second start", () => {
  it("keeps the data, loads and issues nothing again", async () => {
    const before = await server.ask(EVERYTHING);
    const { status } = await server.process.stop();
    const again = await startServer({ DATA_DIR: dir });
    expect(status).toBe(0);
    expect(await again.ask(EVERYTHING)).toEqual(before);
    expect(again.process.stderr).toContain("migrations up to date");
    expect(again.process.stderr).not.toMatch(/loaded now|dln_/);
  });
});
