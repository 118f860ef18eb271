import { createHmac, timingSafeEqual } from "node:crypto";
import { bytesOfUuid, uuidOfBytes } from "../lib/uuid.js";

/*
 * A preview token is `dlp_<payload>.<signature>`: the article's key and the moment of expiry, signed with a key of the
 * installation. Nothing is stored of it.
 */

/** The name of the key that preview tokens are signed with. */
export const PREVIEW_KEY = "preview";

const PREFIX = "dlp_";
const UUID_BYTES = 16;
const EXPIRY_BYTES = 6;
const TOKEN = /^dlp_([\w-]+)\.[\w-]+$/;

/** Whether a text looks like a preview token, whether its signature is valid or not. */
export function isPreviewToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

function sign(payload: Buffer, key: Uint8Array): Buffer {
  return createHmac("sha256", key).update("preview\0").update(payload).digest();
}

/** A token that opens the draft of one article until a moment. */
export function signPreview(articleId: string, expiresAt: Date, key: Uint8Array): string {
  const payload = Buffer.alloc(UUID_BYTES + EXPIRY_BYTES);
  bytesOfUuid(articleId).copy(payload);
  payload.writeUIntBE(expiresAt.getTime(), UUID_BYTES, EXPIRY_BYTES);
  return spell(payload, key);
}

function spell(payload: Buffer, key: Uint8Array): string {
  return `${PREFIX}${payload.toString("base64url")}.${sign(payload, key).toString("base64url")}`;
}

/** The key of the article that a token opens; null when it is forged, malformed or expired. */
export function readPreview(token: string, now: Date, key: Uint8Array): string | null {
  const [, encoded = ""] = TOKEN.exec(token) ?? [];
  const payload = Buffer.from(encoded, "base64url");
  if (payload.length !== UUID_BYTES + EXPIRY_BYTES) return null;
  // The whole text is compared, not the bytes in it: base64url reads several spellings as the same bytes.
  const wanted = Buffer.from(spell(payload, key));
  const given = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  if (payload.readUIntBE(UUID_BYTES, EXPIRY_BYTES) <= now.getTime()) return null;
  return uuidOfBytes(payload.subarray(0, UUID_BYTES));
}
