import { decodeText } from "./decode-text.js";

/*
 * The texts of Exif (CIPA DC-008) that are of use to a newsroom. Exif is a TIFF structure: directories of entries with a
 * tag, a type, a count, and the value or its offset. Only texts of two directories are read, each directory once, so a
 * forged structure cannot lead in circles.
 */

const TAGS = {
  description: 0x010e,
  artist: 0x013b,
  copyright: 0x8298,
  takenAt: 0x9003,
  offset: 0x9011,
} as const;

/** The entry that leads to the directory with the moment of the picture. */
const EXIF_DIRECTORY = 0x8769;

/** The type of texts, and the type of offsets. */
const ASCII = 2;
const LONG = 4;

const ENTRY_BYTES = 12;
const MAX_ENTRIES = 500;

/** The Exif data of a picture; null where it has none. */
export interface ExifTexts {
  readonly description: string | null;
  readonly artist: string | null;
  readonly copyright: string | null;
  /** ISO 8601, with the offset where it is known; otherwise as if it were UTC. */
  readonly takenAt: string | null;
}

/** Reads Exif data with or without the name in front of them. What is broken is left out. */
export function readExif(data: Buffer): ExifTexts {
  const tiff = data.subarray(0, 4).toString("latin1") === "Exif" ? data.subarray(6) : data;
  const texts = new Map<number, string>();
  const reader = Reader.open(tiff);
  const next = reader?.read(reader.firstDirectory, texts) ?? null;
  if (reader && next !== null) reader.read(next, texts);
  const text = (tag: number): string | null => texts.get(tag)?.trim() || null;
  return {
    description: text(TAGS.description),
    artist: text(TAGS.artist),
    copyright: text(TAGS.copyright),
    takenAt: toMoment(text(TAGS.takenAt), text(TAGS.offset)),
  };
}

/** Exif writes 2026:03:01 12:00:00, and zeros or spaces where the moment is unknown. */
function toMoment(moment: string | null, offset: string | null): string | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/u.exec(moment ?? "") ?? [];
  if (year === undefined) return null;
  const zone = offset !== null && /^[+-]\d\d:\d\d$/u.test(offset) ? offset : "Z";
  return `${year}-${month}-${day}T${time}${zone}`;
}

class Reader {
  private constructor(
    readonly data: Buffer,
    readonly isLittle: boolean,
  ) {}

  static open(data: Buffer): Reader | null {
    const order = data.subarray(0, 2).toString("latin1");
    return data.length >= 8 && (order === "II" || order === "MM") ? new Reader(data, order === "II") : null;
  }

  get firstDirectory(): number {
    return this.#long(4);
  }

  /** Reads the texts of a directory; returns the offset of the Exif directory that it leads to, or null. */
  read(at: number, texts: Map<number, string>): number | null {
    if (at + 2 > this.data.length) return null;
    const count = Math.min(this.#short(at), MAX_ENTRIES);
    let exif: number | null = null;
    for (let entry = at + 2; entry < at + 2 + count * ENTRY_BYTES; entry += ENTRY_BYTES) {
      if (entry + ENTRY_BYTES > this.data.length) break;
      const tag = this.#short(entry);
      const type = this.#short(entry + 2);
      if (type === ASCII) texts.set(tag, this.#text(entry));
      else if (tag === EXIF_DIRECTORY && type === LONG) exif = this.#long(entry + 8);
    }
    return exif;
  }

  #text(entry: number): string {
    const length = this.#long(entry + 4);
    // Texts of up to four bytes are in the entry itself.
    const start = length <= 4 ? entry + 8 : this.#long(entry + 8);
    return decodeText(this.data.subarray(start, start + length));
  }

  #short(at: number): number {
    return this.isLittle ? this.data.readUInt16LE(at) : this.data.readUInt16BE(at);
  }

  #long(at: number): number {
    return this.isLittle ? this.data.readUInt32LE(at) : this.data.readUInt32BE(at);
  }
}
