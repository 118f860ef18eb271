/*
 * What kind of file some bytes are. The content alone decides: names and declared types are not believed.
 */

/** The types of files that can be images, by the name of the format. */
export const PICTURE_TYPES = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
} as const;
export type PictureType = keyof typeof PICTURE_TYPES;

/** So many bytes from the start of a file decide what it is. */
export const SNIFFED_BYTES = 512;

function startsWith(head: Buffer, bytes: string, at = 0): boolean {
  return head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, "latin1"));
}

/** The brands that a file of the ISO base media format names: the first is the main one. */
function brandsOf(head: Buffer): readonly string[] {
  if (!startsWith(head, "ftyp", 4)) return [];
  const size = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.subarray(8, 12).toString("latin1")];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(head.subarray(at, at + 4).toString("latin1"));
  return brands;
}

/** The type of picture that a file begins as; null for anything else. */
export function sniffPicture(head: Buffer): PictureType | null {
  if (startsWith(head, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(head, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(head, "GIF87a") || startsWith(head, "GIF89a")) return "gif";
  if (startsWith(head, "RIFF") && startsWith(head, "WEBP", 8)) return "webp";
  return brandsOf(head).some((brand) => brand === "avif" || brand === "avis") ? "avif" : null;
}

const OTHERS: readonly (readonly [string, (head: Buffer, text: string) => boolean])[] = [
  ["an SVG drawing, which can contain programs; export it as PNG", (_head, text) => /<svg[\s>]/iu.test(text)],
  [
    "a HEIC picture; export it as JPEG",
    (head) => brandsOf(head).some((brand) => /^(?:hei[cfmsx]|hev[cmsx]|mif1)$/u.test(brand)),
  ],
  ["a video", (head) => brandsOf(head).length > 0],
  ["a TIFF or raw picture; export it as JPEG", (head) => startsWith(head, "II*\0") || startsWith(head, "MM\0*")],
  ["a PDF document", (head) => startsWith(head, "%PDF")],
  ["a Photoshop document; export it as JPEG or PNG", (head) => startsWith(head, "8BPS")],
  ["a BMP picture; export it as PNG", (head) => startsWith(head, "BM") && head.readUInt32LE(6) === 0],
  ["a ZIP archive", (head) => startsWith(head, "PK\x03\x04")],
  ["an HTML page", (_head, text) => /<(?:!doctype|html|head|body|script)[\s>]/iu.test(text)],
  ["an XML document", (_head, text) => text.trimStart().startsWith("<")],
];

/** What a file is that is no picture of an accepted type, for a sentence: "a PDF document". */
export function describeOther(head: Buffer): string {
  const padded = Buffer.concat([head, Buffer.alloc(16)]);
  const text = head.toString("latin1");
  return OTHERS.find(([, is]) => is(padded, text))?.[0] ?? "of an unknown type";
}
