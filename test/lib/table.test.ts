import { describe, expect, it } from "vitest";
import { formatTable } from "../../src/lib/table.js";

const LONG = "It was said twice, and the second time in other words than the first, by the same harbour master.";

describe("a table", () => {
  it("fits into the lines of a terminal, its widest cells cut", () => {
    const lines = formatTable(["what", "why"], [["place", LONG]], 40).split("\n");
    expect(lines).toEqual(["what   why", `─────  ${"─".repeat(33)}`, `place  ${LONG.slice(0, 32)}…`]);
  });

  it("cuts nothing where there is no terminal", () => {
    const text = formatTable(
      ["why", "what"],
      [
        [LONG, "place"],
        ["Short.", "date"],
      ],
      null,
    );
    expect(text).toContain(`${LONG}  place`);
    expect(text).toContain(`${"Short.".padEnd(60)}  date`);
  });
});
