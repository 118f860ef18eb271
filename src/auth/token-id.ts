const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** The part of a token that finds its row, and the id by which it is revoked: 22 letters and digits, "-" and "_". */
export function encodeTokenId(uuid: string): string {
  return Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
}

/** The key in such a part, or null when it was never given out. */
export function decodeTokenId(id: string): string | null {
  const bytes = Buffer.from(id, "base64url");
  // Only the one spelling that was given out: base64url reads others as the same bytes.
  if (bytes.length !== 16 || bytes.toString("base64url") !== id) return null;
  return bytes.toString("hex").replace(UUID, "$1-$2-$3-$4-$5");
}
