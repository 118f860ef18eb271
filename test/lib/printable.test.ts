import { describe, expect, it } from "vitest";
import { printable, printableLine } from "../../src/lib/printable.js";

describe("what a terminal would obey is written out", () => {
  it.each([
    ["a\u001b[2Jb", "a\\x1b[2Jb"],
    ["a\u009b31mb", "a\\x9b31mb"],
    ["a\rb\u0007\u0008", "a\\x0db\\x07\\x08"],
    ["a\u007f\u0000", "a\\x7f\\x00"],
  ])("in texts and in lines: %j", (text, expected) => {
    expect([printable(text), printableLine(text)]).toEqual([expected, expected]);
  });

  it("in lines also ends of lines and turns of direction, so that a name cannot look like another", () => {
    expect(printableLine("a\nb\tc\u2028d\u202egpj.txt")).toBe("a\\x0ab\\x09c\\u{2028}d\\u{202e}gpj.txt");
  });

  it("and nothing else", () => {
    const text = "Zeile eins\n\tذراع 港 👩🏽‍🚒 e\u0301\u200f";
    expect(printable(text)).toBe(text);
    expect(printableLine("ذراع 港 e\u0301.txt")).toBe("ذراع 港 e\u0301.txt");
  });
});
