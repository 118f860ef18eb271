/** How wide a column of a printed table may become, in characters. */
const MAX_WIDTH = 60;

function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

/** A plain table for a terminal: columns as wide as their longest cell, cells longer than 60 characters cut. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cut(cell, MAX_WIDTH)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const [first = [], ...rest] = cells;
  return [line(first), rule, ...rest.map(line)].join("\n");
}
