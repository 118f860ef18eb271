/** A run of text that belongs together, before anything is known about what it is. */
export interface CopyBlock {
  readonly text: string;
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly isList: boolean;
  /** Whether the markup of a document says that it is a subhead. */
  readonly isSubhead?: boolean;
  /** Whether a blank line, or nothing, stands before it. */
  readonly followsBlank: boolean;
}

interface CopyLine {
  readonly text: string;
  readonly line: number;
  readonly indent: number;
  readonly followsBlank: boolean;
}

const listMarker = /^(?:[•‣◦▪*·]|[-–](?=\s)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s*/u;
const bullet = /^(?:[•‣◦▪*·]|[-–](?=\s))\s*/u;
const sentenceEnd = /[.!?…:]["”»“’')\]]*$/u;
/** Lines of a wire were set to a measure of at most about so many characters. */
const widestMeasure = 120;

/** Cuts copy into paragraphs: blank lines and indents part them, lines wrapped at a fixed measure are joined. */
export function layOutCopy(content: string): readonly CopyBlock[] {
  const lines = readLines(content);
  const measure = findMeasure(lines);
  const base = baseIndent(lines);
  const groups: CopyLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (!group || !previous || startsBlock(previous, line, measure, base)) groups.push([line]);
    else group.push(line);
  }
  return groups.map(toBlock);
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

/** Control characters of old transmission formats, byte order marks and soft hyphens carry no text. */
function cleaned(content: string): string {
  const text = content.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/\^M$/gm, "");
  // oxlint-disable-next-line no-control-regex -- these are the characters that must go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u00ad]/g, "");
}

function indentOf(raw: string): number {
  const width = raw.length - raw.trimStart().length;
  return raw.startsWith("\t") ? width * 4 : width;
}

function baseIndent(lines: readonly CopyLine[]): number {
  const inner = lines.filter((line) => !line.followsBlank);
  return inner.reduce((least, line) => Math.min(least, line.indent), inner[0]?.indent ?? 0);
}

/** The width lines were wrapped at, or null when every line is a paragraph of its own. */
function findMeasure(lines: readonly CopyLine[]): number | null {
  const inner = lines.filter((_, index) => lines[index + 1]?.followsBlank === false);
  if (inner.length === 0) return null;
  const running = inner.filter((line) => !sentenceEnd.test(line.text));
  const narrow = inner.filter((line) => line.text.length <= widestMeasure);
  if (running.length * 2 <= inner.length || narrow.length * 10 < inner.length * 9) return null;
  const widths = narrow.map((line) => line.text.length).sort((a, b) => a - b);
  const measure = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const wider = lines.filter((line) => line.text.length > measure * 1.2);
  return measure >= 30 && wider.length * 4 <= lines.length ? measure : null;
}

function startsBlock(previous: CopyLine, line: CopyLine, measure: number | null, base: number): boolean {
  if (line.followsBlank || measure === null || standsAlone(previous) || standsAlone(line)) return true;
  if (line.indent > base + 1 || beginsItem(previous, line)) return true;
  if (isAllCapitals(previous.text) && !isAllCapitals(line.text)) return true;
  return previous.text.length < measure * 0.65 && (sentenceEnd.test(previous.text) || !/^\p{Ll}/u.test(line.text));
}

/** Subheads, rules and addresses are never part of a wrapped paragraph. */
function standsAlone({ text }: CopyLine): boolean {
  return text.length <= longestSubhead && (subheadOf(text) !== null || /^[=*_#~-]{3,}$|^[\w.+-]+@[\w.-]+$/u.test(text));
}

/** A wrapped line may begin with the number that ended a sentence; an item follows something that has ended. */
function beginsItem(previous: CopyLine, line: CopyLine): boolean {
  return listMarker.test(line.text) && (sentenceEnd.test(previous.text) || listMarker.test(previous.text));
}

function isAllCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}

const longestSubhead = 240;

/** Subheads as Markdown writes them. */
const markedSubhead = /^#{1,6}\s+(?<hash>\S.*?)\s*#*$|^(?:\*\*|__)(?<bold>[^*_]{2,160})(?:\*\*|__)$/u;

function toBlock(lines: readonly CopyLine[]): CopyBlock {
  const [first] = lines;
  const subhead = first && lines.length === 1 ? subheadOf(first.text) : null;
  if (first === undefined || subhead === null) return toPlainBlock(lines);
  return { text: subhead, line: first.line, isList: false, isSubhead: true, followsBlank: first.followsBlank };
}

/** The subhead without its marks; null when the line is none. */
function subheadOf(text: string): string | null {
  const marked = text.length <= longestSubhead ? markedSubhead.exec(text)?.groups : undefined;
  const subhead = marked?.["hash"] ?? marked?.["bold"] ?? "";
  return /\p{L}/u.test(subhead) ? subhead.trim() : null;
}

function toPlainBlock(lines: readonly CopyLine[]): CopyBlock {
  const first = lines[0];
  const texts = lines.map((line) => line.text);
  const joined = texts.map((text, index) => text + joint(text, texts[index + 1])).join("");
  const isList = listMarker.test(joined) && !/^[-–]\s*[“"„«]/u.test(joined);
  return {
    // A bullet says only that it is an item; a number or letter is told.
    text: isList ? joined.replace(bullet, "") : joined,
    line: first?.line ?? 1,
    isList,
    followsBlank: first?.followsBlank ?? true,
  };
}

/** A word broken at its own hyphen keeps it; scripts without spaces are joined without one. */
function joint(left: string, right: string | undefined): string {
  if (right === undefined) return "";
  const end = left.slice(-2);
  if (/[\p{L}\d]-$/u.test(end) && /^[\p{L}\d]/u.test(right)) return "";
  return /[\u3040-\u30ff\u3400-\u9fff\u3000-\u303f]$/u.test(end) ? "" : " ";
}
