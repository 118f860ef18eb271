import { decodeText } from "./decode-text.js";

/*
 * The legacy metadata of news pictures (IPTC-IIM 4.2), as Photoshop stores them in a JPEG file: a list of data sets, each
 * with a record, a number, a length and a value.
 */

/** The application record, which describes the picture. */
const APPLICATION = 2;

/** Data sets of the application record. */
const DATA_SETS = {
  headline: 105,
  caption: 120,
  byline: 80,
  credit: 110,
  copyright: 116,
  city: 90,
  location: 92,
  country: 101,
  date: 55,
  time: 60,
} as const;
type DataSet = keyof typeof DATA_SETS;

const MARKER = 0x1c;
const HEAD_BYTES = 5;

/** The block of Photoshop's resources that has the data sets. */
const RESOURCE = Buffer.from("8BIM\x04\x04", "latin1");

/** What the data sets say of a picture, by name; those that say nothing are absent. */
export type IptcTexts = Readonly<Partial<Record<DataSet, string>>>;

/** Reads data sets, alone or within Photoshop's resources. What is broken is left out; a repeated set counts once. */
export function readIptc(data: Buffer): IptcTexts {
  const texts: Partial<Record<DataSet, string>> = {};
  const names = new Map<number, DataSet>(Object.entries(DATA_SETS).map(([name, set]) => [set, name as DataSet])); // Object.entries returns strings.
  for (let at = firstDataSet(data); at + HEAD_BYTES <= data.length && data[at] === MARKER; ) {
    const length = data.readUInt16BE(at + 3);
    // Longer values have a length of their own, which no text of a picture needs.
    if (length > 0x7fff) break;
    const name = data[at + 1] === APPLICATION ? names.get(data[at + 2] ?? 0) : undefined;
    const text = decodeText(data.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length)).trim();
    if (name !== undefined && text !== "") texts[name] ??= text;
    at += HEAD_BYTES + length;
  }
  return texts;
}

function firstDataSet(data: Buffer): number {
  const resource = data.indexOf(RESOURCE);
  if (resource === -1) return Math.max(0, data.indexOf(Buffer.from([MARKER, 0x01])));
  // The name of the resource has a length in front and is padded to an even number; then come four bytes of length.
  const name = data[resource + RESOURCE.length] ?? 0;
  return resource + RESOURCE.length + name + 1 + ((name + 1) % 2) + 4;
}
