import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";
import { TEMPLATE_DATABASE } from "../support/global-setup.js";
import { build, cleanUp, startServer, temporaryFolder, UNHURRIED } from "./support/processes.js";

beforeAll(build);
afterAll(cleanUp);

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

/** A server with a standard output of the test's choice. */
async function startWith(stdout: number | "pipe"): Promise<Started> {
  const databaseUrl = await createEmptyDatabase(TEMPLATE_DATABASE);
  const child = spawn(process.execPath, ["dist/server.js"], {
    env: { ...process.env, ...UNHURRIED, DATABASE_URL: databaseUrl, PORT: "0" },
    stdio: ["ignore", stdout, "pipe"],
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await dropDatabase(databaseUrl);
  });
  if (child.stderr === null) throw new TypeError("The standard error of a child must be a pipe.");
  for await (const line of createInterface({ input: child.stderr })) {
    const [, url] = /Dateline is ready at (http\S+)\/graphql/.exec(line) ?? [];
    if (url !== undefined) return { child, url };
  }
  throw new Error("The server ended before it was ready.");
}

/** Has the server log some 700 characters for each request. */
async function makeLines(url: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const { status, body } = await fetch(`${url}/${"x".repeat(490)}`);
    await body?.cancel();
    expect(status).toBe(404);
  }
}

async function statusAfter(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  return (await once(child, "exit"))[0];
}

describe("the log", () => {
  it.runIf(process.platform === "linux")(
    "keeps no request from being answered and no signal from being obeyed while its disk is full",
    async () => {
      const full = await open("/dev/full", "w");
      onTestFinished(() => full.close());
      const { child, url } = await startWith(full.fd);
      await makeLines(url, 400);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      expect(await statusAfter(child, "SIGTERM")).toBe(0);
    },
  );

  it("does not keep requests from being answered or signals from being obeyed while it is not read", async () => {
    const { child, url } = await startWith("pipe");
    await makeLines(url, 800);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await statusAfter(child, "SIGTERM")).toBe(0);
  });

  it("is written to a file line by line, the last lines included", async () => {
    const file = join(await temporaryFolder(), "log");
    const handle = await open(file, "w");
    const { child, url } = await startWith(handle.fd);
    await handle.close();
    await makeLines(url, 3);
    expect(await statusAfter(child, "SIGTERM")).toBe(0);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      expect.stringMatching(/^Server listening at/),
      expect.stringMatching(/^Dateline is ready at/),
      "answer",
      "answer",
      "answer",
      "SIGTERM: finishing the requests under way.",
    ]);
  });

  it("has the standard output for itself where that is no terminal: every line is JSON", async () => {
    const databaseUrl = await createEmptyDatabase(TEMPLATE_DATABASE);
    const server = await startServer({ DATABASE_URL: databaseUrl });
    await server.ask("{ viewer { name } }");
    const { stdout, stderr, status } = await server.process.stop();
    await dropDatabase(databaseUrl);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => typeof JSON.parse(line).msg)).toEqual(lines.map(() => "string"));
    expect(stderr).toMatch(/Apollo Sandbox/);
  });
});
