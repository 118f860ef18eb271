import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../src/database/embedded-postmaster.js";
import { isListening } from "./sockets.js";

const DOCS = fileURLToPath(new URL("../../docs/operations/cdn.md", import.meta.url));

/** Whether there is Varnish with its module xkey; Debian's packages varnish and varnish-modules have them. */
export const HAS_VARNISH = await compiles();
if (!HAS_VARNISH)
  console.warn("SKIPPED: there is no Varnish with xkey, so the configuration in docs/operations/cdn.md is not tested.");

/** A Varnish before a server. */
export interface TestVarnish {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a Varnish with the configuration that the documentation shows, in front of a server on this machine. */
export async function startVarnish(serverPort: number): Promise<TestVarnish> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-varnish-"));
  // As root, Varnish reads its configuration under another account.
  await chmod(folder, 0o755);
  const file = join(folder, "default.vcl");
  await writeFile(file, await documentedConfiguration(serverPort));
  const port = await freePort();
  const child = spawn(
    "varnishd",
    ["-F", "-n", join(folder, "work"), "-f", file, "-a", `127.0.0.1:${port}`, "-s", "malloc,20m"],
    { stdio: "ignore" },
  );
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`varnishd ended with ${child.exitCode}.`);
    await pause(20);
  }
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/** The configuration of the documentation, with the addresses of this machine. */
async function documentedConfiguration(serverPort: number): Promise<string> {
  const [, shown = ""] = /```vcl\n([^]*?)```/.exec(await readFile(DOCS, "utf8")) ?? [];
  return shown
    .replace(/\.host = "[^"]*"/, '.host = "127.0.0.1"')
    .replace(/\.port = "[^"]*"/, `.port = "${serverPort}"`)
    .replace(/acl purgers \{[^}]*\}/, 'acl purgers { "127.0.0.1"; }');
}

async function compiles(): Promise<boolean> {
  if (spawnSync("varnishd", ["-V"]).status !== 0) return false;
  const folder = await mkdtemp(join(tmpdir(), "dateline-varnish-"));
  await chmod(folder, 0o755);
  await writeFile(join(folder, "x.vcl"), 'vcl 4.1; import xkey; backend b { .host = "127.0.0.1"; }');
  const { status } = spawnSync("varnishd", ["-C", "-n", join(folder, "work"), "-f", join(folder, "x.vcl")]);
  await rm(folder, { recursive: true, force: true });
  return status === 0;
}
