import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SITE = fileURLToPath(new URL("../../examples/news-site/", import.meta.url));
const LOCK = join(SITE, "package-lock.json");
/** The lock file that the installed packages are of. */
const INSTALLED = join(SITE, "node_modules", ".lock-installed");

/** What npm prints where it cannot reach its registry. */
const UNREACHABLE = /E(?:AI_AGAIN|NOTFOUND|TIMEDOUT|CONNREFUSED|CONNRESET|NETUNREACH)|ENOTCACHED/;

/** The environment without what npm sets for its scripts: it names the root's folder. */
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));

function npm(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: SITE, encoding: "utf8", env: ENVIRONMENT });
  return { status, output: `${stdout}${stderr}` };
}

function isInstalled(): boolean {
  return existsSync(INSTALLED) && readFileSync(INSTALLED).equals(readFileSync(LOCK));
}

/** Installs the packages of the example, unless they are there. False where npm cannot reach its registry. */
export function installSite(): boolean {
  if (isInstalled()) return true;
  const { status, output } = npm("ci", "--prefer-offline", "--ignore-scripts");
  if (status === 0) {
    copyFileSync(LOCK, INSTALLED);
    return true;
  }
  if (!UNREACHABLE.test(output)) throw new Error(`npm ci failed in examples/news-site:\n${output}`);
  console.warn("SKIPPED: the test of examples/news-site cannot install its packages, npm reaches no registry.");
  return false;
}

/** Checks the types of the example and builds it. Throws what the tools print where they find a fault. */
export function buildSite(): void {
  for (const script of ["check", "build"]) {
    const { status, output } = npm("run", script);
    if (status !== 0) throw new Error(`npm run ${script} failed in examples/news-site:\n${output}`);
  }
}

/** Starts the built site, and returns when it listens. */
export async function startSite(port: number, datelineUrl: string): Promise<ChildProcess> {
  const own = { HOST: "127.0.0.1", PORT: String(port), SITE_ORIGIN: `http://127.0.0.1:${port}` };
  const env = { ...ENVIRONMENT, ...own, DATELINE_URL: datelineUrl };
  const site = spawn(process.execPath, ["dist/server/entry.mjs"], {
    cwd: SITE,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  await new Promise<void>((resolve, reject) => {
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes("listening on")) resolve();
    };
    site.stdout.on("data", collect);
    site.stderr.on("data", collect);
    site.once("exit", () => reject(new Error(`The site ended before it listened:\n${output}`)));
  });
  return site;
}

/** Stops the site, and returns when its process ended. */
export async function stopSite(site: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => site.once("exit", resolve));
  site.kill("SIGTERM");
  await ended;
}
