import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** The folder of all modules of the server, compiled or not. */
const MODULES_DIR = join(import.meta.dirname, "..");

/** The digest of the program that runs: servers whose modules differ may answer the same request in other ways. */
export async function programDigest(): Promise<string> {
  const entries = await readdir(MODULES_DIR, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = createHash("sha256").update(process.version);
  for (const path of paths) digest.update(relative(MODULES_DIR, path)).update(await readFile(path));
  return digest.digest("base64url");
}
