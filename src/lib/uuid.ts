const UUID_BYTES = 16;

/** The sixteen bytes of a UUID. */
export function bytesOfUuid(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

/** The UUID of sixteen bytes, in lower case. */
export function uuidOfBytes(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A UUID in 22 letters and digits, "-" and "_", as it is in ids and tokens. */
export function encodeUuid(uuid: string): string {
  return bytesOfUuid(uuid).toString("base64url");
}

/** The UUID that was spelt so, or null. Only the one spelling counts: base64url reads others as the same bytes. */
export function decodeUuid(text: string): string | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === UUID_BYTES && bytes.toString("base64url") === text ? uuidOfBytes(bytes) : null;
}
