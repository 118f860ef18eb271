import type { Statement } from "../../src/database/statements.js";

/** What a reader of a test needs of some statements: their text, one line a clause. */
export function sqlOf(statements: readonly Statement[]): string {
  return `${statements
    .map(({ sql }) =>
      sql
        .replaceAll(/\s+/g, " ")
        .replaceAll(/ (FROM|WHERE|ORDER BY|LIMIT|UNION ALL|JOIN|EXISTS)\b/g, "\n  $1")
        .trim(),
    )
    .join("\n\n")}\n`;
}
