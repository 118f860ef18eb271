import { Issues, RULES, type TextRule } from "../../validation/issues.js";
import { readExif } from "./exif.parse.js";
import { readIptc } from "./iptc.parse.js";
import { readXmp } from "./xmp.parse.js";

/** The blocks of metadata that a file contains. */
export interface MetadataBlocks {
  readonly exif?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
}

/** What the metadata of a file propose for the fields of an image; null where they say nothing of use. */
export interface ProposedFields {
  readonly alt: string | null;
  readonly headline: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly copyright: string | null;
  readonly usageTerms: string | null;
  readonly place: string | null;
  readonly takenAt: Date | null;
}

/** Larger blocks contain thumbnails or are made to keep a parser busy. */
const MAX_BLOCK_BYTES = 262_144;

/** What cameras write into every picture. */
const CAMERA_TEXT =
  /^(?:olympus digital camera|(?:kodak |sony |samsung )?digital camera|sony dsc|dcim\S*|dsc\w*|img_?\d+|default|screenshot|untitled)$/iu;

/**
 * Reads what the metadata of a file say. XMP counts before the older IPTC-IIM, and that before Exif, which cameras fill
 * themselves. A text that breaks a rule of its field is left out.
 */
export function proposeFields(blocks: MetadataBlocks): ProposedFields {
  const exif = readExif(block(blocks.exif));
  const iptc = readIptc(block(blocks.iptc));
  const xmp = readXmp(block(blocks.xmp).toString("utf8"));
  const place = [xmp.location ?? iptc.location, xmp.city ?? iptc.city, xmp.country ?? iptc.country];
  return {
    alt: usable(xmp.alt, RULES.note),
    headline: usable(xmp.headline ?? iptc.headline, RULES.headline),
    caption: usable(xmp.caption ?? iptc.caption ?? exif.description, RULES.note),
    credit: usable(xmp.credit ?? iptc.credit ?? xmp.creator ?? iptc.byline ?? exif.artist, RULES.line),
    copyright: usable(xmp.copyright ?? iptc.copyright ?? exif.copyright, RULES.line),
    usageTerms: usable(xmp.usageTerms, RULES.note),
    place: usable(place.filter((part) => part).join(", "), RULES.line),
    takenAt: toMoment(xmp.takenAt ?? iptcMoment(iptc.date, iptc.time) ?? exif.takenAt),
  };
}

function block(data: Buffer | undefined): Buffer {
  return data === undefined || data.length > MAX_BLOCK_BYTES ? Buffer.alloc(0) : data;
}

function usable(text: string | null | undefined, rule: TextRule): string | null {
  if (typeof text !== "string" || CAMERA_TEXT.test(text.trim())) return null;
  const issues = new Issues();
  const kept = issues.optionalText(text, [], rule);
  return issues.error ? null : kept;
}

/** IPTC-IIM writes 20260301 and 120000+0200. */
function iptcMoment(date: string | undefined, time: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/u.exec(date ?? "") ?? [];
  if (year === undefined) return null;
  const [, hour, minute, second, zone] = /^(\d\d)(\d\d)(\d\d)([+-]\d{4})?$/u.exec(time ?? "") ?? [];
  const offset = zone === undefined ? "Z" : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}${offset}`;
}

/** XMP may name a year or a month alone, which is no moment; a moment without an offset is taken as UTC. */
function toMoment(text: string | null): Date | null {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/u.exec(text?.trim() ?? "") ?? [];
  if (day === undefined) return null;
  const moment = new Date(`${day}T${time ?? "00:00"}${zone ?? "Z"}`);
  // JavaScript takes February 31 for a day in March.
  const isReal = !Number.isNaN(moment.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  return isReal && moment.getUTCFullYear() > 1800 ? moment : null;
}
