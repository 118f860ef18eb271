/** How the lines of one text are put together again. */
export interface LineJoints {
  /** What is between two lines that belong together, and what the first one becomes. */
  join(left: string, right: string): string;
}

/** A text with this many lines that end in a hyphen was set with hyphenation. */
const fewestHyphens = 3;
const hyphenShare = 0.08;

const brokenEnd = /(?<left>[\p{L}\p{M}]{2,})[-‐]$/u;
const brokenStart = /^(?<right>\p{Ll}[\p{L}\p{M}]*)/u;

/**
 * Judges a text's line ends: a word that was broken at a hyphen of its own keeps it; one that the text holds whole, or
 * that is in a text set with hyphenation, loses it. Scripts without spaces are joined without one.
 */
export function judgeJoints(lines: readonly string[]): LineJoints {
  const broken = lines.filter(
    (line, index) => brokenEnd.test(line.slice(-40)) && brokenStart.test(lines[index + 1] ?? ""),
  );
  const isHyphenated = broken.length >= fewestHyphens && broken.length >= lines.length * hyphenShare;
  const words = broken.length > 0 ? wordsOf(lines) : new Set<string>();
  return { join: (left, right) => join(left, right, isHyphenated, words) };
}

function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []));
}

function join(left: string, right: string, isHyphenated: boolean, words: ReadonlySet<string>): string {
  const end = left.slice(-2);
  if (/[\p{L}\d][-‐]$/u.test(end) && /^[\p{L}\d]/u.test(right)) {
    return losesHyphen(left, right, isHyphenated, words) ? left.slice(0, -1) + right : left + right;
  }
  const isSpaceless = /[\u3040-\u30ff\u3400-\u9fff\u3000-\u303f\uff00-\uff60]$/u.test(end);
  return isSpaceless ? left + right : `${left} ${right}`;
}

function losesHyphen(left: string, right: string, isHyphenated: boolean, words: ReadonlySet<string>): boolean {
  const first = brokenEnd.exec(left.slice(-40))?.groups?.["left"]?.toLowerCase();
  const second = brokenStart.exec(right)?.groups?.["right"]?.toLowerCase();
  if (first === undefined || second === undefined || words.has(`${first}-${second}`)) return false;
  return isHyphenated || words.has(first + second);
}

/**
 * The lines of a paragraph without the guillemets that are repeated at the head of each line of a quotation: those that
 * its marks are out of balance by.
 */
export function withoutRepeatedMarks(lines: readonly string[]): readonly string[] {
  const heads = lines.slice(1).flatMap((line) => /^[«»]/u.exec(line)?.[0] ?? []);
  const [mark] = heads;
  if (mark === undefined || heads.some((other) => other !== mark)) return lines;
  const own = countOf(lines, mark);
  const other = countOf(lines, mark === "»" ? "«" : "»");
  if (own - other !== heads.length) return lines;
  return lines.map((line, index) => (index > 0 ? line.replace(/^[«»]\s*/u, "") : line));
}

function countOf(lines: readonly string[], mark: string): number {
  return lines.reduce((count, line) => count + line.split(mark).length - 1, 0);
}
