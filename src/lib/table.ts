/** How far a column is padded where nothing is cut, in characters. */
const MAX_PADDING = 60;

/** No column is cut to less, in characters. */
const MIN_WIDTH = 8;

const GAP = "  ";

/** How many characters a line of the standard output holds; null where it is no terminal. */
export function terminalWidth(): number | null {
  return process.stdout.isTTY ? process.stdout.columns || null : null;
}

/**
 * A plain table. It fits into lines of `width` characters, its widest cells cut; where `width` is null nothing is cut,
 * and longer cells than most exceed their column.
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | null = terminalWidth(),
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll(/\s+/g, " ")));
  const natural = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const widths = width === null ? natural.map((each) => Math.min(each, MAX_PADDING)) : shrink(natural, width);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (width === null ? cell : cut(cell, widths[column] ?? 0)).padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((each) => "─".repeat(each)).join(GAP);
  const [first = [], ...rest] = cells;
  return [line(first), rule, ...rest.map(line)].join("\n");
}

/** Takes from the widest columns until a line holds them all. */
function shrink(widths: readonly number[], width: number): readonly number[] {
  const out = [...widths];
  let surplus = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1)) - width;
  for (; surplus > 0; surplus -= 1) {
    const widest = Math.max(...out);
    if (widest <= MIN_WIDTH) return out;
    out[out.indexOf(widest)] = widest - 1;
  }
  return out;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
