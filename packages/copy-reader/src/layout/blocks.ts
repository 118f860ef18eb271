import { readAddressLine } from "../posts/addresses.js";
import type { MarkedSource } from "./marked-source.js";
import type { StoryStyle } from "../story/story-value.js";
import { judgeJoints, type LineJoints, withoutRepeatedMarks } from "./joints.js";

/** A run of text that belongs together, before anything is known about what it is. */
export interface CopyBlock {
  readonly text: string;
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly isList: boolean;
  /** Whether the markup of a document says that it is a subhead. */
  readonly isSubhead?: boolean;
  /** What the markup of a document says that it is. */
  readonly style?: StoryStyle;
  /** For an item whose bullet is a dash: its text with the dash, which may open speech instead. */
  readonly dashed?: string;
  /** Whether a blank line, or nothing, is before it. */
  readonly followsBlank: boolean;
  /** The text as the markup of a document has it, with its links and emphasis; `text` may be a part of it. */
  readonly marked?: MarkedSource;
}

interface CopyLine {
  readonly text: string;
  readonly line: number;
  readonly indent: number;
  readonly followsBlank: boolean;
}

const bulletSign = "[•‣◦▪*·■●○➤►▸✓✔➢⁃+]|[-–](?=\\s)";
const bullet = new RegExp(`^(?:${bulletSign})\\s*`, "u");
const listMarker = new RegExp(
  `^(?:${bulletSign}|\\d{1,2}[.)](?=\\s)|\\(\\d{1,2}\\)(?=\\s)|[a-z]\\)(?=\\s)|\\([a-z]\\)(?=\\s))\\s*`,
  "u",
);
const sentenceEnd = /[.!?…:]["”»“’')\]]*$/u;
/** Dashes open a speech in many languages; a line with one begins a paragraph and is no item of a list. */
const speechDash = /^(?:[—―]|[-–]\s*[“"„«])/u;
/** How much shorter a full line may be than the measure, which not every line reaches. */
const slack = 1;
/** The longest line that a wire sets, in characters. */
const widestMeasure = 120;

/** Cuts copy into paragraphs: blank lines and indents part them, lines wrapped at a fixed measure are joined. */
export function layOutCopy(content: string): readonly CopyBlock[] {
  const lines = readLines(content);
  const measure = findMeasure(lines);
  const base = baseIndent(lines);
  const groups: CopyLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || startsBlock(group, line, measure, base)) groups.push([line]);
    else group.push(line);
  }
  const joints = judgeJoints(lines.map(({ text }) => text));
  return groups.map((group) => toBlock(group, joints));
}

function readLines(content: string): readonly CopyLine[] {
  const lines: CopyLine[] = [];
  let followsBlank = true;
  for (const [index, raw] of cleaned(content).split("\n").entries()) {
    const text = raw.trim().replace(/[\t\u00a0 ]{2,}/g, " ");
    if (text !== "") lines.push({ text, line: index + 1, indent: indentOf(raw), followsBlank });
    followsBlank = text === "";
  }
  return lines;
}

/**
 * Control characters of old transmission formats, byte order marks and soft hyphens carry no text; a soft hyphen at the
 * end of a line joins it to the next one.
 */
function cleaned(content: string): string {
  const lines = content.replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n").replace(/\^M$/gm, "");
  const text = lines.replace(/\u00ad[\t ]{0,8}\n[\t ]{0,8}(?=\S)/g, "");
  // oxlint-disable-next-line no-control-regex -- these are the characters that must go
  return unquoted(text.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\u00ad]/g, ""));
}

/** Copy that came as a reply has the reply's mark on each of its lines. */
function unquoted(text: string): string {
  if (!/^\s*>/u.test(text.slice(0, 200))) return text;
  const lines = text.split("\n");
  const marked = lines.filter((line) => line.startsWith(">") || line.trim() === "");
  return marked.length === lines.length ? lines.map((line) => line.replace(/^(?:> ?){1,5}/u, "")).join("\n") : text;
}

function indentOf(raw: string): number {
  const width = raw.length - raw.trimStart().length;
  return /^[\t\u3000]/u.test(raw) ? width * 4 : width;
}

function baseIndent(lines: readonly CopyLine[]): number {
  const inner = lines.filter((line) => !line.followsBlank);
  return inner.reduce((least, line) => Math.min(least, line.indent), inner[0]?.indent ?? 0);
}

/** The width that lines were wrapped at. */
interface Measure {
  /** What most lines come near to. */
  readonly usual: number;
  /** What hardly any line is longer than. */
  readonly widest: number;
}

/** The width lines were wrapped at, or null when every line is a paragraph of its own. */
function findMeasure(lines: readonly CopyLine[]): Measure | null {
  const inner = lines.filter((_, index) => lines[index + 1]?.followsBlank === false);
  if (inner.length === 0) return null;
  const running = inner.filter((line) => !sentenceEnd.test(line.text));
  const narrow = inner.filter((line) => line.text.length <= widestMeasure);
  if (running.length * 2 <= inner.length || narrow.length * 10 < inner.length * 9) return null;
  const widths = narrow.map((line) => line.text.length).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const widest = widths[Math.floor(widths.length * 0.9)] ?? usual;
  const wider = lines.filter((line) => line.text.length > usual * 1.2);
  return usual >= 30 && wider.length * 4 <= lines.length ? { usual, widest } : null;
}

function startsBlock(group: readonly CopyLine[], line: CopyLine, measure: Measure | null, base: number): boolean {
  const previous = group.at(-1);
  if (!previous || line.followsBlank || standsAlone(previous) || standsAlone(line)) return true;
  if (startsAtPointer(group, previous, line)) return true;
  if (measure === null) return !goesOn(previous, line);
  if (beginsItem(group, previous, line)) return true;
  if (line.indent > base + 1) return !hangsOn(group, line);
  if (isAllCapitals(previous.text) && !isAllCapitals(line.text)) return true;
  return isShort(previous, line, measure);
}

/** Where lines are paragraphs, one that begins small after a longer one without an end still goes on with it. */
function goesOn(previous: CopyLine, line: CopyLine): boolean {
  return /^\p{Ll}{2}/u.test(line.text) && previous.text.length > 40 && /[\p{Ll}\d,-]$/u.test(previous.text.slice(-1));
}

/** The further lines of an item are often set in. */
function hangsOn([first]: readonly CopyLine[], line: CopyLine): boolean {
  return first !== undefined && listMarker.test(first.text) && line.indent > first.indent;
}

/** A line that had room for the next word was ended on purpose, where a sentence ends or a new one begins. */
function isShort(previous: CopyLine, line: CopyLine, { usual, widest }: Measure): boolean {
  const isEnded = sentenceEnd.test(previous.text);
  const isOpened = !/^\p{Ll}/u.test(line.text);
  if (previous.text.length < usual * 0.65) return isEnded || isOpened;
  const word = line.text.slice(0, 40).indexOf(" ");
  const room = widest - previous.text.length - slack;
  return isEnded && isOpened && word > 0 && word + 1 <= room;
}

/** Subheads, rules and addresses are never part of a wrapped paragraph. */
function standsAlone({ text }: CopyLine): boolean {
  return text.length <= longestSubhead && (subheadOf(text) !== null || /^[=*_#~-]{3,}$|^[\w.+-]+@[\w.-]+$/u.test(text));
}

/** The address of a post alone in its line is a part of its own, where no sentence goes on with it. */
function startsAtPointer(group: readonly CopyLine[], previous: CopyLine, line: CopyLine): boolean {
  if (readAddressLine(previous.text) && group.length === 1) return true;
  return readAddressLine(line.text) !== null && (sentenceEnd.test(previous.text) || /[)）\d]$/u.test(previous.text));
}

/** A wrapped line may begin with the number that ended a sentence; an item follows something that has ended. */
function beginsItem([first]: readonly CopyLine[], previous: CopyLine, line: CopyLine): boolean {
  if (speechDash.test(line.text)) return sentenceEnd.test(previous.text) || speechDash.test(previous.text);
  const marker = listMarker.exec(line.text)?.[0];
  if (marker === undefined) return false;
  const isNext = first !== undefined && bullet.test(marker) && first.text.startsWith(marker.trim());
  return isNext || sentenceEnd.test(previous.text) || listMarker.test(previous.text);
}

function isAllCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

const longestSubhead = 240;

/** Subheads as Markdown writes them. */
const markedSubhead = /^#{1,6}\s+(?<hash>\S.*?)\s*#*$|^(?:\*\*|__)(?<bold>[^*_]{2,160})(?:\*\*|__)$/u;

function toBlock(lines: readonly CopyLine[], joints: LineJoints): CopyBlock {
  const [first] = lines;
  const subhead = first && lines.length === 1 ? subheadOf(first.text) : null;
  if (first === undefined || subhead === null) return toPlainBlock(lines, joints);
  return { text: subhead, line: first.line, isList: false, isSubhead: true, followsBlank: first.followsBlank };
}

/** The subhead without its marks; null when the line is not one. */
function subheadOf(text: string): string | null {
  const marked = text.length <= longestSubhead ? markedSubhead.exec(text)?.groups : undefined;
  const subhead = marked?.["hash"] ?? marked?.["bold"] ?? "";
  return /\p{L}/u.test(subhead) ? subhead.trim() : null;
}

function toPlainBlock(lines: readonly CopyLine[], joints: LineJoints): CopyBlock {
  const first = lines[0];
  const joined = joinLines(withoutRepeatedMarks(lines.map(({ text }) => text)), joints);
  const isList = listMarker.test(joined) && !speechDash.test(joined);
  return {
    // A bullet only marks an item; a number or letter is part of the copy.
    text: isList ? joined.replace(bullet, "") : joined,
    line: first?.line ?? 1,
    isList,
    ...(isList && /^[-–]\s/u.test(joined) ? { dashed: joined } : {}),
    followsBlank: first?.followsBlank ?? true,
  };
}

/** Joins from the end of what is there, so that a paragraph of many lines costs no more than its length. */
function joinLines(lines: readonly string[], joints: LineJoints): string {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.pop();
    if (last === undefined) parts.push(line);
    else parts.push(...tailOf(last, line, joints));
  }
  return parts.join("");
}

function tailOf(last: string, line: string, joints: LineJoints): readonly string[] {
  const joined = joints.join(last, line);
  return [joined.slice(0, joined.length - line.length), joined.slice(joined.length - line.length)];
}
