import * as fc from "fast-check";
import { history, undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { aliasesAfter, bodyInput, misplacedQuotes, savedBody } from "../../src/editor/body-input.ts";
import type { BodyElement } from "../../src/editor/body.ts";
import { documentOf } from "../../src/editor/document.ts";
import { factsOfBody, NO_FACTS } from "../../src/editor/facts.ts";
import { partsOf } from "../../src/editor/parts.ts";
import { quotesOf, textOf } from "../../src/editor/schema.ts";
import { editorOn, paragraph, paragraphs, partsOfBody, positionIn } from "./bodies.ts";

describe("a body in the editor", () => {
  it("is the same body again: text, marks, quotes and styles of any paragraph", () => {
    fc.assert(
      fc.property(fc.array(paragraphs, { minLength: 1, maxLength: 4 }), (body) => {
        const parts = partsOfBody(body);
        expect(parts).toHaveLength(body.length);
        for (const [at, element] of body.entries()) {
          const { id, style, text, marks, quotes } = element;
          const places = quotes.map(({ id: quote, start, end }) => ({ id: quote, start, end }));
          expect(parts[at]).toEqual({ kind: "paragraph", id, style, text, marks, quotes: places });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("has a position for every offset of the API, in UTF-16 code units", () => {
    fc.assert(
      fc.property(paragraphs, (element) => {
        const node = documentOf([element]).child(0);
        expect(textOf(node)).toBe(element.text);
        expect(node.content.size).toBe(element.text.length);
        expect(quotesOf(node).map(({ start, end }) => [start, end])).toEqual(
          element.quotes.map(({ start, end }) => [start, end]),
        );
      }),
    );
  });

  it("keeps figures and posts with their texts", () => {
    const body: BodyElement[] = [
      { __typename: "Figure", id: "f", caption: " The quay ", alt: "A quay", image: { id: "i" } },
      { __typename: "EmbeddedPost", id: "e", platform: "X", authorName: "Jo", postText: "Hi" },
    ];
    expect(partsOfBody(body)).toEqual([
      { kind: "figure", id: "f", imageId: "i", caption: "The quay", alt: "A quay" },
      { kind: "post", id: "e", made: null },
    ]);
  });

  it("is not changed by white space that the server does not keep, nor by blank paragraphs", () => {
    const state = editorOn([paragraph("p", "One “two”.", "two")]);
    const changed = state.apply(state.tr.insertText(" ", positionIn(state, 0, 10)).insertText("  ", 1));
    expect(partsOf(changed.doc, new Map())).toEqual(partsOfBody([paragraph("p", "One “two”.", "two")]));
  });

  it("composes characters and moves quotes with them", () => {
    const state = editorOn([paragraph("p", "A “two”.", "two")]);
    const changed = state.apply(state.tr.insertText("Jose\u0301 ", 1));
    const [part] = partsOf(changed.doc, new Map());
    expect(part).toMatchObject({ text: "José A “two”.", quotes: [{ id: "p-q0", start: 8, end: 11 }] });
  });

  it("names an element twice under one id only once", () => {
    const doc = documentOf([paragraph("p", "One “two”.", "two"), paragraph("p", "One “two”.", "two")]);
    const ids = partsOf(doc, new Map()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe("a body for the server", () => {
  const before = [paragraph("a", "He said “no”.", "no"), paragraph("b", "Second.")];
  const saved = savedBody(before);
  const facts = factsOfBody(before);

  it("names what was not changed by its id alone", () => {
    expect(bodyInput(saved.parts, facts, saved)).toEqual([{ paragraph: { id: "a" } }, { paragraph: { id: "b" } }]);
  });

  it("states what was changed completely, with the facts of its quotes", () => {
    const parts = partsOfBody([paragraph("a", "He said: “no”.", "no"), paragraph("b", "Second.")]);
    const [first] = bodyInput(parts, facts, saved);
    expect(first).toEqual({
      paragraph: {
        id: "a",
        style: "BODY",
        text: "He said: “no”.",
        marks: [],
        quotes: [{ id: "a-q0", start: 10, end: 12, ...NO_FACTS, speakerRole: "Mayor" }],
      },
    });
  });

  it("states a paragraph in which only a fact of a quote was changed", () => {
    const changed = new Map(facts).set("a-q0", { ...NO_FACTS, occasion: "The council" });
    const [first] = bodyInput(saved.parts, changed, saved);
    expect(first?.paragraph?.quotes).toMatchObject([{ id: "a-q0", occasion: "The council", speakerRole: null }]);
  });

  it("leaves out ids that the server no longer has, and knows the new ones afterwards", () => {
    const restored = partsOfBody([paragraph("gone", "It said “yes”.", "yes"), ...before]);
    const [first] = bodyInput(restored, facts, saved);
    expect(first?.paragraph).not.toHaveProperty("id");
    expect(first?.paragraph?.quotes).toEqual([{ start: 9, end: 12, ...NO_FACTS }]);
    const answer = [{ ...paragraph("new", "It said “yes”.", "yes") }, ...before];
    const aliases = aliasesAfter(restored, answer, new Map([["made:1", "gone"]]));
    expect(Object.fromEntries(aliases)).toEqual({ "made:1": "new", gone: "new", "gone-q0": "new-q0" });
  });

  it("keeps the texts of a figure that were not changed those of its image", () => {
    const figure = { __typename: "Figure" as const, id: "f", caption: "C", alt: "A", image: { id: "i" } };
    const [input] = bodyInput(partsOfBody([{ ...figure, alt: "Other" }]), new Map(), savedBody([figure]));
    expect(input).toEqual({ figure: { id: "f", imageId: "i", alt: "Other" } });
  });

  it("reports words that the server keeps otherwise than they were marked", () => {
    const sent = partsOfBody(before);
    expect(misplacedQuotes(sent, before)).toEqual([]);
    const other = [{ ...paragraph("a", "He said “no”.", "said") }, paragraph("b", "Second.")];
    expect(misplacedQuotes(sent, other)).toEqual(["no"]);
  });

  it("has what undo restores after it was deleted", () => {
    const state = editorOn(before, history());
    const deleted = state.apply(state.tr.delete(0, state.doc.child(0).nodeSize));
    let restored = deleted;
    undo(deleted, (tr) => {
      restored = deleted.apply(tr);
    });
    expect(partsOf(restored.doc, new Map())).toEqual(saved.parts);
  });
});
