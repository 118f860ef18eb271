import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeList } from "../../src/editor/list-merge.ts";

const keyOf = (word: string): string => word;
const lists = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 6 });

describe("a list that two changed", () => {
  it("has what either added, nothing that either removed, and each once", () => {
    fc.assert(
      fc.property(lists, lists, lists, (base, mine, theirs) => {
        const merged = mergeList({ base, mine, theirs }, keyOf) ?? [];
        const wanted = [...new Set([...mine, ...theirs])].filter(
          (word) => !base.includes(word) || (mine.includes(word) && theirs.includes(word)),
        );
        expect([...merged].sort()).toEqual(wanted.sort());
      }),
    );
  });

  it("is that of the only side that changed it, in its order", () => {
    fc.assert(
      fc.property(lists, lists, (base, other) => {
        expect(mergeList({ base, mine: other, theirs: base }, keyOf)).toEqual(other);
        expect(mergeList({ base, mine: other, theirs: other }, keyOf)).toEqual(other);
        const taken = mergeList({ base, mine: base, theirs: other }, keyOf) ?? [];
        expect(new Set(taken)).toEqual(new Set(other));
      }),
    );
    expect(mergeList({ base: ["a", "b"], mine: ["a", "b"], theirs: ["b", "a"] }, keyOf)).toEqual(["b", "a"]);
  });

  it("is left to somebody who chooses where both changed one item", () => {
    const of = (role: string) => [{ name: "Ada", role }];
    const by = ({ name }: { readonly name: string }): string => name;
    expect(mergeList({ base: of(""), mine: of("reporter"), theirs: of("editor") }, by)).toBeNull();
    expect(mergeList({ base: of(""), mine: [], theirs: of("editor") }, by)).toBeNull();
    expect(mergeList({ base: of(""), mine: of(""), theirs: of("editor") }, by)).toEqual(of("editor"));
  });
});
