import { createHash } from "node:crypto";
import { foldQuotedWords } from "./words.js";

/*
 * Apart from the check, which also runs where there is no node:crypto.
 */

/**
 * Returns the key under which the same words are found elsewhere: the SHA-256 of their fold in base64url, 43 characters.
 * Stable across processes and releases for as long as the fold is.
 */
export function quotedWordsKey(text: string): string {
  return createHash("sha256").update(foldQuotedWords(text), "utf8").digest("base64url");
}
