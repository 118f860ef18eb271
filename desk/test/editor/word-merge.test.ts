import * as fc from "fast-check";
import { history, undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import type { BodyParagraph } from "../../src/editor/body.ts";
import { documentOf } from "../../src/editor/document.ts";
import { mergeBodies } from "../../src/editor/merge.ts";
import { mergeParagraphs } from "../../src/editor/paragraph-merge.ts";
import { type ParagraphPart, partsOf } from "../../src/editor/parts.ts";
import { rewriteElement } from "../../src/editor/rewrite-element.ts";
import { textOf } from "../../src/editor/schema.ts";
import { takeOver } from "../../src/editor/take-over.ts";
import { mergeText } from "../../src/editor/word-merge.ts";
import { editorOn, paragraph, paragraphs, partsOfBody, withSelection } from "./bodies.ts";

function partOf(body: BodyParagraph): ParagraphPart {
  const [part] = partsOfBody([body]);
  if (part?.kind !== "paragraph") throw new Error("The paragraph is blank.");
  return part;
}

const merge = (base: BodyParagraph, mine: BodyParagraph, theirs: BodyParagraph) =>
  mergeParagraphs(partOf(base), partOf(mine), partOf(theirs));

const strong = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { kind: "STRONG" as const, start, end: start + words.length };
};

const wordsOf = (text: string): string[] => text.split(" ").filter(Boolean);

/** What a side does to one of the words of a text. */
const edits = fc.array(fc.tuple(fc.constantFrom("replace", "remove", "insert"), fc.nat(11)), { maxLength: 4 });
type Edits = readonly (readonly [string, number])[];

const BASE = Array.from({ length: 12 }, (_, at) => `w${at}`);

function edited(side: string, changes: Edits): string {
  const words: string[] = [...BASE];
  for (const [kind, at] of changes) {
    if (kind === "remove") words[at] = "";
    else if (kind === "replace") words[at] = `${side}${at}`;
    else words[at] = `${words[at]} ${side}new${at}`;
  }
  return words.filter(Boolean).join(" ");
}

describe("a text that two changed", () => {
  const base = BASE.join(" ");

  it("contains every word that either wrote and none that either removed, or somebody has to choose", () => {
    fc.assert(
      fc.property(edits, edits, (mineEdits, theirEdits) => {
        const [mine, theirs] = [edited("m", mineEdits), edited("t", theirEdits)];
        const merged = mergeText({ base, mine, theirs });
        if (merged === null) return;
        const sides = [wordsOf(mine), wordsOf(theirs)];
        const added = sides.flatMap((words) => words.filter((word) => !BASE.includes(word)));
        const kept = BASE.filter((word) => sides.every((words) => words.includes(word)));
        expect(wordsOf(merged).toSorted()).toEqual([...added, ...kept].toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it("has the changes of both where a word between them stayed", () => {
    const isApart = (one: Edits, other: Edits): boolean =>
      one.every(([, at]) => other.every(([, place]) => Math.abs(at - place) > 2));
    fc.assert(
      fc.property(edits, edits, (mineEdits, theirEdits) => {
        fc.pre(isApart(mineEdits, theirEdits));
        const merged = mergeText({ base, mine: edited("m", mineEdits), theirs: edited("t", theirEdits) });
        expect(merged).not.toBeNull();
        const both = edited("t", theirEdits).split(" ");
        for (const word of wordsOf(edited("m", mineEdits)).filter((each) => each.startsWith("m"))) both.push(word);
        for (const word of both.filter((each) => /^[mt]/.test(each))) expect(wordsOf(merged ?? "")).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same in either order of saving", () => {
    fc.assert(
      fc.property(edits, edits, (mineEdits, theirEdits) => {
        const [mine, theirs] = [edited("m", mineEdits), edited("t", theirEdits)];
        expect(mergeText({ base, mine, theirs })).toBe(mergeText({ base, mine: theirs, theirs: mine }));
      }),
    );
  });

  it("clashes where both changed a word, and not where both made the same change", () => {
    const at = "The quay opens on Monday.";
    const tuesday = "The quay opens on Tuesday.";
    expect(mergeText({ base: at, mine: tuesday, theirs: "The quay opens on Friday." })).toBeNull();
    expect(mergeText({ base: at, mine: `${tuesday} At nine.`, theirs: tuesday })).toBe(`${tuesday} At nine.`);
    expect(mergeText({ base: at, mine: tuesday, theirs: tuesday })).toBe(tuesday);
    expect(mergeText({ base: at, mine: tuesday, theirs: "The old quay opens on Monday." })).toBe(
      "The old quay opens on Tuesday.",
    );
    expect(mergeText({ base: at, mine: `${at} Mine.`, theirs: `${at} Theirs.` })).toBeNull();
  });

  it("is merged by words also where no spaces separate them", () => {
    const base2 = "港は月曜日に再開した。船は六時に出る。";
    const mine = "港は火曜日に再開した。船は六時に出る。";
    const theirs = "港は月曜日に再開した。船は七時に出る。";
    expect(mergeText({ base: base2, mine, theirs })).toBe("港は火曜日に再開した。船は七時に出る。");
  });
});

describe("a paragraph that two changed", () => {
  it("is that of the only side that changed it, whatever was changed", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, two) => {
        const [base, other] = [one, { ...two, id: one.id }];
        for (const [mine, theirs] of [
          [other, base],
          [base, other],
          [other, other],
        ] as const) {
          expect(merge(base, mine, theirs)).toEqual(partOf(other));
        }
        expect(merge(base, base, base)).toEqual(partOf(base));
      }),
      { numRuns: 500 },
    );
  });

  it("has the marks, links and quotes of both, on the words that each has now", () => {
    const text = "The mayor said “we open on Monday” at the old quay.";
    const base = { ...paragraph("p", text, "we open on Monday"), marks: [strong(text, "old quay")] };
    const mineText = "The mayor said “we open on Monday” at the new old quay of Aldren.";
    const link = { kind: "LINK" as const, href: "https://example.org/quay", start: 56, end: 62 };
    const mine = {
      ...paragraph("p", mineText, "we open on Monday", "the new old quay"),
      marks: [strong(mineText, "old quay"), { ...link, start: mineText.indexOf("Aldren"), end: mineText.length - 1 }],
    };
    const theirText = "Yesterday the mayor said “we will open on Monday” at the old quay.";
    const theirs = {
      ...paragraph("p", theirText, "we will open on Monday"),
      marks: [strong(theirText, "Yesterday"), strong(theirText, "old quay")],
      style: "BLOCK_QUOTE" as const,
    };
    const merged = merge(base, mine, theirs);
    expect(merged?.text).toBe("Yesterday the mayor said “we will open on Monday” at the new old quay of Aldren.");
    const shown = (part: ParagraphPart) => ({
      style: part.style,
      marks: part.marks.map(({ kind, start, end }) => `${kind}: ${part.text.slice(start, end)}`),
      quotes: part.quotes.map(({ id, start, end }) => `${id}: ${part.text.slice(start, end)}`),
    });
    expect(merged && shown(merged)).toEqual({
      style: "BLOCK_QUOTE",
      marks: ["STRONG: Yesterday", "STRONG: old quay", "LINK: Aldren"],
      quotes: ["p-q0: we will open on Monday", "p-q1: the new old quay"],
    });
  });

  it("loses what either side removed: emphasis, and the quote of words that the other left alone", () => {
    const text = "The mayor said “we open” at the old quay.";
    const base = { ...paragraph("p", text, "we open"), marks: [strong(text, "old quay")] };
    const mine = { ...paragraph("p", "The mayor said “we open” at the old quay today.", "we open") };
    const theirs = { ...base, text: text.replace("mayor", "major"), quotes: [] };
    expect(merge(base, mine, theirs)).toMatchObject({
      text: "The major said “we open” at the old quay today.",
      quotes: [],
      marks: [],
    });
  });

  const said = "The mayor said “we open the quay” on Monday.";
  const said2 = (text: string, ...quotes: string[]) => paragraph("p", text, ...quotes);
  const link = (href: string) => [{ kind: "LINK" as const, href, start: 4, end: 9 }];
  it.each([
    [
      "a quote that one changed and the other removed",
      said2(said.replace("the quay", "it"), "we open it"),
      said2(said),
    ],
    ["a quote that both moved, each to other words", said2(said, "on Monday"), said2(said, "The mayor")],
    [
      "a quote that one began in the middle of words that the other replaced",
      { ...said2(said), quotes: [{ id: "new", start: 20, end: 32, kind: "DIRECT" as const }] },
      said2(said.replace("we open the quay", "nobody enters"), "nobody enters"),
    ],
    [
      "two links on the same words",
      { ...said2(said, "we open the quay"), marks: link("https://a.example/") },
      { ...said2(said, "we open the quay"), marks: link("https://b.example/") },
    ],
    [
      "two styles",
      { ...said2(said, "we open the quay"), style: "HEADING" as const },
      { ...said2(said, "we open the quay"), style: "BULLET" as const },
    ],
    [
      "two quotes of the same words",
      {
        ...said2(said, "we open the quay"),
        quotes: [...said2(said, "we open the quay").quotes, { id: "m", start: 0, end: 9, kind: "DIRECT" as const }],
      },
      {
        ...said2(said, "we open the quay"),
        quotes: [...said2(said, "we open the quay").quotes, { id: "t", start: 0, end: 9, kind: "DIRECT" as const }],
      },
    ],
  ])("is left to somebody who chooses where there are %s", (_name, mine, theirs) => {
    const base = said2(said, "we open the quay");
    expect(merge(base, mine, theirs)).toBeNull();
    expect(merge(base, theirs, mine)).toBeNull();
  });

  it("has every quote and link that either added, whatever else both did, or somebody has to choose", () => {
    const spans = fc.tuple(fc.nat(11), fc.nat(3));
    const quoted = (side: string, changes: Edits, [first, count]: readonly [number, number]): BodyParagraph => {
      const text = edited(side, changes);
      const words = wordsOf(text);
      const from = words.slice(0, Math.min(first, words.length - 1)).join(" ").length;
      const start = from === 0 ? 0 : from + 1;
      const length = words.slice(first, first + count + 1).join(" ").length || (words.at(-1)?.length ?? 0);
      const end = Math.min(start + length, text.length);
      const marks = [{ kind: "LINK" as const, href: `https://${side}.example/`, start, end }];
      return { ...paragraph("p", text), marks, quotes: [{ id: `${side}q`, start, end, kind: "DIRECT" }] };
    };
    let merges = 0;
    fc.assert(
      fc.property(edits, edits, spans, spans, (mineEdits, theirEdits, own, other) => {
        const [mine, theirs] = [quoted("m", mineEdits, own), quoted("t", theirEdits, other)];
        const merged = merge(paragraph("p", BASE.join(" ")), mine, theirs);
        if (!merged) return;
        merges += 1;
        expect(merged.quotes.map(({ id }) => id).toSorted()).toEqual(["mq", "tq"]);
        const links = merged.marks.map(({ href }) => String(href));
        expect(links.toSorted()).toEqual(["https://m.example/", "https://t.example/"]);
      }),
      { numRuns: 1000 },
    );
    expect(merges).toBeGreaterThan(100);
  });
});

describe("a merged paragraph in the editor", () => {
  it("is exactly what was merged, whatever it was before", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, two) => {
        const state = editorOn([one]);
        const wanted = partOf({ ...two, id: one.id });
        const { tr } = state;
        rewriteElement(tr, 0, wanted, new Map());
        expect(partsOf(state.apply(tr).doc, new Map())).toEqual([wanted]);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the spaces around the text that is being written, and letters that are not composed", () => {
    const state = editorOn([{ ...paragraph("p", "x"), text: "  Cafe\u0301 opens on Monday. " }]);
    const { tr } = state;
    rewriteElement(tr, 0, partOf(paragraph("p", "Café opens late on Monday.")), new Map());
    expect(textOf(state.apply(tr).doc.child(0))).toBe("  Cafe\u0301 opens late on Monday. ");
  });

  it("leaves the caret at its word, and undo takes back mine alone", () => {
    const base = [paragraph("p", "The quay opens on Monday at nine.", "Monday")];
    let state = withSelection(editorOn(base, history()), 0, 32);
    state = state.apply(state.tr.insertText(" sharp"));
    const theirs = [paragraph("p", "The old quay opens on Tuesday at nine.", "Tuesday")];
    const merged = mergeBodies(partsOfBody(base), partsOf(state.doc, new Map()), partsOfBody(theirs));
    expect([merged.clashes, merged.taken]).toEqual([[], 1]);
    state = state.apply(takeOver(state, merged.parts, documentOf(theirs), new Map()));
    const { $head } = state.selection;
    expect($head.parent.textBetween(0, $head.parentOffset)).toBe("The old quay opens on Tuesday at nine sharp");
    expect(partsOf(state.doc, new Map())).toMatchObject([{ quotes: [{ id: "p-q0", start: 22, end: 29 }] }]);
    undo(state, (tr) => {
      state = state.apply(tr);
    });
    expect(textOf(state.doc.child(0))).toBe("The old quay opens on Tuesday at nine.");
  });

  it("keeps the ids of quotes that the server knows by another one", () => {
    const base = [paragraph("p", "He said “no” on Monday.", "no")];
    const aliases = new Map([["made:1", "p-q0"]]);
    const state = editorOn([
      {
        ...paragraph("p", "He said “no” on Monday, twice."),
        quotes: [{ id: "made:1", start: 9, end: 11, kind: "DIRECT" }],
      },
    ]);
    const theirs = [paragraph("p", "He said “no no” on Monday.", "no no")];
    const merged = mergeBodies(partsOfBody(base), partsOf(state.doc, aliases), partsOfBody(theirs));
    const after = state.apply(takeOver(state, merged.parts, documentOf(theirs), aliases));
    expect(partsOf(after.doc, new Map())).toMatchObject([
      { text: "He said “no no” on Monday, twice.", quotes: [{ id: "made:1", start: 9, end: 14 }] },
    ]);
  });
});

describe("a figure that two changed", () => {
  const figure = (caption: string, alt: string) =>
    ({ __typename: "Figure", id: "f", image: { id: "i" }, caption, alt }) as const;

  it("has the caption of one and the alternative text of the other", () => {
    const [base, mine, theirs] = [[figure("C", "A")], [figure("Mine", "A")], [figure("C", "Theirs")]] as const;
    const merged = mergeBodies(partsOfBody(base), partsOfBody(mine), partsOfBody(theirs));
    const state = editorOn(mine);
    const after = state.apply(takeOver(state, merged.parts, documentOf(theirs), new Map()));
    expect(partsOf(after.doc, new Map())).toMatchObject([{ caption: "Mine", alt: "Theirs" }]);
    expect(merged.clashes).toEqual([]);
  });
});
