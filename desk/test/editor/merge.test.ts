import * as fc from "fast-check";
import { history, undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../src/editor/document.ts";
import { factsOfBody, NO_FACTS } from "../../src/editor/facts.ts";
import { mergeBodies, mergeFacts, mergeValues, settleClashes } from "../../src/editor/merge.ts";
import { partsOf } from "../../src/editor/parts.ts";
import { idOf, textOf } from "../../src/editor/schema.ts";
import { takeOver } from "../../src/editor/take-over.ts";
import { editorOn, paragraph, paragraphs, partsOfBody, withSelection } from "./bodies.ts";

const base = [paragraph("a", "One."), paragraph("b", "Two."), paragraph("c", "Three.")] as const;
const [a, b, c] = base;
const merge = (mine: readonly (typeof a)[], theirs: readonly (typeof a)[]) =>
  mergeBodies(partsOfBody(base), partsOfBody(mine), partsOfBody(theirs));

describe("two bodies that began as one", () => {
  it("are merged where different paragraphs were changed", () => {
    expect(merge([paragraph("a", "One, mine."), b, c], [a, b, paragraph("c", "Three, theirs.")])).toEqual({
      parts: [
        { id: "a", side: "mine" },
        { id: "b", side: "mine" },
        { id: "c", side: "theirs" },
      ],
      clashes: [],
      taken: 1,
    });
  });

  it("clash where both changed a paragraph, and where one removed what the other changed", () => {
    const both = merge([paragraph("a", "Mine."), b, c], [paragraph("a", "Theirs."), b, c]);
    expect(both.clashes.map(({ id }) => id)).toEqual(["a"]);
    const gone = merge([b, c], [paragraph("a", "Theirs."), b, c]);
    expect(gone.clashes.map(({ id, mine }) => [id, mine])).toEqual([["a", null]]);
    expect(settleClashes(gone, new Map([["a", "mine"]])).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(settleClashes(gone, new Map([["a", "theirs"]])).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("keep what both added, each where it was put, and the order of the side that moved paragraphs", () => {
    const added = merge([a, paragraph("m", "Mine."), b, c], [a, b, paragraph("t", "Theirs."), c]);
    expect(added.parts.map(({ id }) => id)).toEqual(["a", "m", "b", "t", "c"]);
    const moved = merge([a, paragraph("m", "Mine."), b, c], [c, a, b]);
    expect(moved.parts.map(({ id }) => id)).toEqual(["c", "a", "m", "b"]);
  });

  it("never lose words that only one side wrote, whatever both did", () => {
    const edits = fc.array(fc.tuple(fc.constantFrom("edit", "remove", "add"), fc.nat(9)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(paragraphs, { minLength: 1, maxLength: 5 }), edits, edits, (body, mineEdits, theirEdits) => {
        const [mine, theirs] = [edited(body, mineEdits, "mine"), edited(body, theirEdits, "theirs")];
        const merged = mergeBodies(partsOfBody(body), partsOfBody(mine), partsOfBody(theirs));
        const sides = new Map(merged.parts.map(({ id, side }) => [id, side]));
        const clashing = new Set(merged.clashes.map(({ id }) => id));
        for (const { id, text } of mine) {
          if (text.includes("[mine]") && !clashing.has(id)) expect(["mine", "both"]).toContain(sides.get(id));
        }
        for (const { id, text } of theirs) {
          if (text.includes("[theirs]") && !clashing.has(id)) expect(["theirs", "both"]).toContain(sides.get(id));
        }
        expect(merged.parts).toHaveLength(sides.size);
      }),
      { numRuns: 300 },
    );
  });

  it("clash where one removed a quote whose facts the other changed, and not where it moved to another paragraph", () => {
    const quoted = [paragraph("a", "She said “no”.", "no"), b] as const;
    const bare = [paragraph("a", "She said “no”."), b] as const;
    const restated = { mine: new Set(["a-q0"]), theirs: new Set<string>() };
    const merged = (mine: readonly (typeof a)[], theirs: readonly (typeof a)[], quotes = restated) =>
      mergeBodies(partsOfBody(quoted), partsOfBody(mine), partsOfBody(theirs), quotes).clashes.map(({ id }) => id);
    expect(merged(quoted, bare)).toEqual(["a"]);
    expect(merged(bare, quoted, { mine: new Set(), theirs: new Set(["a-q0"]) })).toEqual(["a"]);
    expect(merged(quoted, bare, { mine: new Set(), theirs: new Set() })).toEqual([]);
    const moved = [
      bare[0],
      {
        ...paragraph("b", "Two “no”."),
        quotes: [{ ...quoted[0].quotes[0], id: "a-q0", start: 5, end: 7, kind: "DIRECT" as const }],
      },
    ];
    expect(merged(quoted, moved)).toEqual([]);
  });

  it("leave the caret where it was, and undo leaves what is theirs", () => {
    let state = withSelection(editorOn([paragraph("a", "One, mine."), b, c], history()), 0, 4);
    state = state.apply(state.tr.insertText("!"));
    const theirs = [paragraph("t", "Before."), a, b, paragraph("c", "Three, theirs.")];
    const merged = mergeBodies(partsOfBody(base), partsOf(state.doc, new Map()), partsOfBody(theirs));
    state = state.apply(takeOver(state, merged.parts, documentOf(theirs), new Map()));
    const texts = (): string[] => state.doc.children.map((node) => `${idOf(node)}: ${textOf(node)}`);
    expect(texts()).toEqual(["t: Before.", "a: One,! mine.", "b: Two.", "c: Three, theirs."]);
    expect(state.selection.$head.parentOffset).toBe(5);
    undo(state, (tr) => {
      state = state.apply(tr);
    });
    expect(texts()).toEqual(["t: Before.", "a: One, mine.", "b: Two.", "c: Three, theirs."]);
  });

  it("have the order and the words of the merge in the editor, whatever both did", () => {
    const edits = fc.array(fc.tuple(fc.constantFrom("edit", "remove", "add", "move"), fc.nat(9)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(paragraphs, { minLength: 1, maxLength: 5 }), edits, edits, (body, mineEdits, theirEdits) => {
        const [mine, theirs] = [edited(body, mineEdits, "mine"), edited(body, theirEdits, "theirs")];
        const merged = mergeBodies(partsOfBody(body), partsOfBody(mine), partsOfBody(theirs));
        const parts = settleClashes(merged, new Map());
        const state = editorOn(mine);
        const after = state.apply(takeOver(state, parts, documentOf(theirs), new Map()));
        const sides = { mine, theirs };
        const wanted = parts.map((part) =>
          part.side === "both" ? part.part : partsOfBody(sides[part.side]).find(({ id }) => id === part.id),
        );
        expect(partsOf(after.doc, new Map())).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

function edited(
  body: readonly (typeof a)[],
  edits: readonly (readonly [string, number])[],
  side: string,
): (typeof a)[] {
  const now = [...body];
  for (const [kind, place] of edits) {
    const at = place % Math.max(now.length, 1);
    const own = now[at];
    if (kind === "edit" && own) now[at] = { ...own, text: `${own.text} [${side}]`, style: "BODY" };
    else if (kind === "remove") now.splice(at, 1);
    else if (kind === "move" && own) now.push(...now.splice(at, 1));
    else if (kind === "add")
      now.splice(at, 0, paragraph(`${side}-${place}-${now.length}-${edits.length}`, `New [${side}]`));
  }
  return [...new Map(now.map((element) => [element.id, element])).values()];
}

describe("facts and fields", () => {
  it("are merged one by one", () => {
    const before = { headline: "H", byline: "B", topics: ["x"] };
    const names = ["headline", "byline", "topics"] as const;
    const merged = mergeValues(before, { ...before, headline: "Mine" }, { ...before, topics: ["y"] }, names);
    expect(merged).toEqual({ values: { headline: "Mine", byline: "B", topics: ["y"] }, clashes: [], taken: 1 });
    const clash = mergeValues(before, { ...before, byline: "Mine" }, { ...before, byline: "Theirs" }, names);
    expect(clash.clashes).toEqual([{ name: "byline", base: "B", mine: "Mine", theirs: "Theirs" }]);
    expect(clash.values.byline).toBe("Mine");
  });

  it("of quotes that only one side knows are kept", () => {
    const was = factsOfBody([paragraph("a", "“no”", "no")]);
    const mine = new Map(was).set("made:1", { ...NO_FACTS, occasion: "Here" });
    const theirs = new Map(was)
      .set("a-q0", { ...NO_FACTS, saidOn: "2026-01-02", speakerRole: "Mayor" })
      .set("t", NO_FACTS);
    const { facts, clashes, taken } = mergeFacts(was, mine, theirs);
    expect(facts.get("a-q0")?.saidOn).toBe("2026-01-02");
    expect([...facts.keys()].sort()).toEqual(["a-q0", "made:1", "t"]);
    expect([clashes, taken]).toEqual([[], 1]);
  });
});
