import { rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { FirstToken } from "./first-tokens.service.js";

const NAME = "first-tokens.txt";

/** One line for each of the first tokens: its role, the token, and the day on which it stops working if it does. */
export function describeTokens(tokens: readonly FirstToken[]): readonly string[] {
  return tokens.map(({ role, token, expiresAt }) => {
    const until = expiresAt === null ? "" : `  until ${expiresAt.toISOString().slice(0, 10)}`;
    return `${role.padEnd(7)} ${token}${until}`;
  });
}

/**
 * Writes the first tokens into a new file of the data folder that its owner alone can read, and returns its path. An
 * earlier file is replaced, and a link is not followed.
 */
export async function writeFirstTokens(dataDir: string, tokens: readonly FirstToken[]): Promise<string> {
  const path = resolve(dataDir, NAME);
  await rm(path, { force: true });
  const text = [
    "# Shown this once: keep these tokens in a safe place and remove this file.",
    ...describeTokens(tokens),
  ];
  await writeFile(path, `${text.join("\n")}\n`, { flag: "wx", mode: 0o600 });
  return path;
}
