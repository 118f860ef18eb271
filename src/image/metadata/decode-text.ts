const UTF_8 = new TextDecoder("utf-8", { fatal: true });
const WINDOWS_1252 = new TextDecoder("windows-1252");

/**
 * The text of bytes whose encoding is not reliably declared, as in Exif and IPTC-IIM: UTF-8 where they are valid UTF-8, and
 * otherwise Windows-1252, which also covers Latin-1. Bytes from the first zero on are padding.
 */
export function decodeText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const content = end === -1 ? bytes : bytes.subarray(0, end);
  try {
    return UTF_8.decode(content);
  } catch {
    return WINDOWS_1252.decode(content);
  }
}
