import { describe, expect, test } from "vitest";
import { readDateline } from "../../src/head/dateline.js";
import { CopyError } from "../../src/story/fault.js";
import { judgeMojibake } from "../../src/text/mojibake.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** What could make a pattern go back and forth, or a list grow with each word. */
const units: readonly string[] = [
  ..."a|A|1| |\t|\u00a0|-|—|–|_|ـ|(|[|/|:|.|,|;|!|?|…|#|*|=|~|>|<|&|@|%|'|\"|“|”|‘|’|„|«|»|‹|›|「|『|【|（|港|の|항|ا|۰|😀|́".split(
    "|",
  ),
  ..."A |Ab, |1 |. |- | — | - |: |(AP) |(AP)|/a/|/ / |May 26, |2025-05-26 |10:04 |OSTWICK, |A - |By Ann |By A, |Von |UPDATE 1-|(Eds: |Photo: ".split(
    "|",
  ),
  ..."Published: |Updated 10:04 |© |Contact: |all rights |a > b > |a-b-|a_b|http|https:|a@b.c |(@a) |(@|— a (@a)|# |** |> |• |1. |har-|\u00ad".split(
    "|",
  ),
  ..."“a |\"a |'a |‘a |„a |«a |»a |「a|``a |''a |“a said Smith. |said |according to |Smith's |x' |Dr. |U.S. |von |and |قال |وی گفت: |新华社|الرياض 28 ذو ".split(
    "|",
  ),
  ...'â€œ|Ã©|Ã|Ð|Ø§|\u0092|\u200f|\u200d|\u0301|{|{"a":|<a |<p>|&#'.split("|"),
];

describe("one thing over and over is read to its end or refused", () => {
  const length = 100_000;
  test.each(units)("%j", (unit) => {
    const content = `Title\n\n${unit.repeat(Math.ceil(length / unit.length))}`;
    try {
      expect(typeof readPlainCopy(content).language).toBe("string");
    } catch (error) {
      expect(error).toBeInstanceOf(CopyError);
    }
    expect(typeof judgeMojibake([content]).repair(content)).toBe("string");
  });

  test.each(units)("%j on lines of its own", (unit) => {
    const length = 100_000;
    const content = `The harbour of the town froze.\n${`${unit}\n`.repeat(Math.ceil(length / 2 / (unit.length + 1)))}`;
    try {
      expect(typeof readPlainCopy(content).language).toBe("string");
    } catch (error) {
      expect(error).toBeInstanceOf(CopyError);
    }
  });
});

test("a dateline is looked for in the first characters alone", () => {
  for (const unit of units) {
    const text = unit.repeat(60_000);
    expect(readDateline(text)).toEqual(readDateline(text.slice(0, 2000)));
  }
});
