import { fromWindows, windowsByte, windowsCharacters } from "./windows-1252.js";

/** A text with its misread characters corrected, and what an editor learns about it. */
export interface MojibakeRepair {
  /** Puts one text right. */
  readonly repair: (text: string) => string;
  /** Full sentences. */
  readonly warnings: readonly string[];
}

/** What the bytes from 0x80 to 0xbf become when they are read as windows-1252 or as Latin-1. */
const trail = `[${windowsCharacters(0x80, 0xbf).map(escape).join("")}\\u{80}-\\u{9f}]`;

function escape(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}

const common = `Ã${trail}|Â[\\u{80}-\\u{9f}\\u{a0}-\\u{bf}]|â${trail}{2}|[ÄÅ]${trail}(?=\\p{Ll})|ðŸ${trail}{2}`;
/** UTF-8 that was read as windows-1252, in the ranges in which it can be nothing else. */
const misread = new RegExp(`${common}|(?:[ÐÑ]${trail}){3,}|(?:[ØÙÚÛ]${trail}){3,}`, "gu");
/** The same in a text that is known to be misread, in which shorter words are too. */
const surelyMisread = new RegExp(`${common}|(?:[ÐÑØÙÚÛ]${trail})+`, "gu");
const plausible =
  /^[\p{L}\p{M}\p{Nd}\u060c\u061b\u061f\u066a-\u066d\u06d4\u00a0-\u00bf\u2010-\u203a\u20ac\u2122\u2190-\u2bff\u{1f000}-\u{1faff}]+$/u;
const control = /[\u0080-\u009f]/u;

/** Fewer such places may be what an author meant to write. */
const fewestPlaces = 2;

/**
 * Judges all texts of one story together: characters that were decoded wrongly are corrected where they can have been
 * nothing else, and only reported where they are too few to be sure.
 */
export function judgeMojibake(texts: readonly string[]): MojibakeRepair {
  const places = texts.flatMap((text) => findPlaces(text));
  const lost = texts.reduce((count, text) => count + text.split("\ufffd").length - 1, 0);
  const isSure = places.length >= fewestPlaces || places.some((place) => place.startsWith("â€"));
  const hasControls = texts.some((text) => control.test(text));
  const repair = (text: string): string => {
    const fixed = isSure ? fixPlaces(text) : text;
    return hasControls ? fromWindows(fixed) : fixed;
  };
  return { repair, warnings: [...warnOfPlaces(places, isSure), ...warnOfLost(lost)] };
}

function findPlaces(text: string): readonly string[] {
  return (text.match(misread) ?? []).filter((place) => decode(place) !== null);
}

function fixPlaces(text: string): string {
  // The last byte of a closing mark has no character in windows-1252, and is often lost on the way.
  return text.replace(surelyMisread, (place) => decode(place) ?? place).replace(/â€(?![^\s\p{L}])/gu, "”");
}

/** Null when the characters are no UTF-8 that was misread, or of no script that stories are written in. */
function decode(place: string): string | null {
  const codes = [...place].map((character) => windowsByte(character) ?? 0);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(codes));
    return plausible.test(text) ? text : null;
  } catch {
    return null;
  }
}

function warnOfPlaces(places: readonly string[], isSure: boolean): readonly string[] {
  const [first] = places;
  if (first === undefined) return [];
  const sample = `“${first.slice(0, 12)}”`;
  if (!isSure) return [`The copy may have been decoded wrongly before it came here: see ${sample}.`];
  const count = places.length === 1 ? `${sample} was` : `${places.length} places such as ${sample} were`;
  return [`The copy was decoded wrongly before it came here; ${count} put right.`];
}

function warnOfLost(count: number): readonly string[] {
  if (count === 0) return [];
  const subject = count === 1 ? "A character" : `${count} characters`;
  return [`${subject} had been lost before the copy came here: look for “\ufffd”.`];
}
