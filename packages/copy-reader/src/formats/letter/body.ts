import {
  BEGIN_FORWARDED,
  FORWARDED_MESSAGE,
  FROM,
  RELEASE_PREFIX,
  REPLY_PREFIX,
  SENT,
  SUBJECT,
} from "../../lexicon/letters.js";
import { anyOf } from "../../lexicon/wordings.js";

/** The headers of a letter that is in the text of another one. */
export interface ForwardedHead {
  readonly from: string | undefined;
  readonly subject: string | undefined;
  readonly date: string | undefined;
}

/** The text of a letter without what is around it. */
export interface CutLetter {
  readonly text: string;
  readonly forward: ForwardedHead | null;
  /** Full sentences on what was left out. */
  readonly warnings: readonly string[];
}

const FORWARD = new RegExp(
  String.raw`^(?:-{3,}\s*${anyOf(FORWARDED_MESSAGE)}\s*-{3,}|${anyOf(BEGIN_FORWARDED)}\s*:)\s*$`,
  "imu",
);

const NAMES = {
  from: new RegExp(String.raw`^${anyOf(FROM)}\s*:\s*`, "iu"),
  subject: new RegExp(String.raw`^${anyOf(SUBJECT)}\s*:\s*`, "iu"),
  date: new RegExp(String.raw`^${anyOf(SENT)}\s*:\s*`, "iu"),
} as const;

/** The signature of a letter, as RFC 3676 parts it. */
const SIGNATURE = /(?:^|\n)-- \n/u;

/** What is above a forwarded letter and is longer is a text of its own, in UTF-16 code units. */
const LONGEST_NOTE = 400;

/** Cuts the signature off a letter, and takes the letter that it forwards out of it. */
export function cutLetter(raw: string): CutLetter {
  const text = raw.replace(/\r\n?/gu, "\n");
  const at = FORWARD.exec(text);
  const note = at ? text.slice(0, at.index).trim() : "";
  if (at && note.length <= LONGEST_NOTE) return cutForward(text.slice(at.index + at[0].length), note);
  return withoutSignature(text);
}

function cutForward(text: string, note: string): CutLetter {
  const lines = text.replace(/^\s+/u, "").split("\n");
  const end = lines.findIndex((line) => line.trim() === "");
  const head = end < 0 ? [] : lines.slice(0, end).map((line) => line.replace(/^[>*\s]+|\*/gu, ""));
  const find = (name: RegExp): string | undefined =>
    head
      .find((line) => name.test(line))
      ?.replace(name, "")
      .trim();
  const forward = { from: find(NAMES.from), subject: find(NAMES.subject), date: find(NAMES.date) };
  if (forward.from === undefined && forward.subject === undefined) return withoutSignature(`${note}\n\n${text}`);
  const cut = withoutSignature(lines.slice(end).join("\n"));
  const words = note.replace(/\s+/gu, " ").slice(0, 200).toWellFormed();
  const warnings = ["The letter forwards another one; that one was read."];
  if (words !== "") warnings.push(`The forwarding letter says: “${words}”.`);
  return { text: cut.text, forward, warnings: [...warnings, ...cut.warnings] };
}

function withoutSignature(text: string): CutLetter {
  const at = SIGNATURE.exec(text);
  if (!at || text.slice(0, at.index).trim() === "") return { text, forward: null, warnings: [] };
  const words = text
    .slice(at.index + at[0].length)
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed();
  const warnings = words === "" ? [] : [`The signature of the letter was left out: “${words}”.`];
  return { text: text.slice(0, at.index), forward: null, warnings };
}

const REPLY = new RegExp(String.raw`^${anyOf(REPLY_PREFIX)}(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\))?\s?:\s*`, "iu");
const RELEASE = new RegExp(
  String.raw`^${anyOf(RELEASE_PREFIX)}(?:\s(?:no|nr)\.?\s?[\d/\-]{1,10})?\s?(?::|\||\s[–—\-])\s+`,
  "iu",
);
const EMBARGO =
  /^\W*(?:strict(?:ly)?\s+)?(?:under\s+)?embargo(?:ed)?\b[^:]{0,60}(?::\s?\d\d\b[^:]{0,40})?:\s+(?=\p{L})/iu;

/** A subject without what mail programs and press offices put before it; whole where nothing else would be left. */
export function withoutPrefixes(subject: string): string {
  let text = subject.trim();
  for (let round = 0; round < 10; round += 1) {
    const cut = text.replace(REPLY, "").replace(RELEASE, "").replace(EMBARGO, "").trim();
    if (cut === text || !/\p{L}{2}/u.test(cut)) break;
    text = cut;
  }
  return text;
}
