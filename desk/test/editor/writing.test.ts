import * as fc from "fast-check";
import { Slice } from "prosemirror-model";
import { splitBlock } from "prosemirror-commands";
import type { Command, EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import type { documentOf } from "../../src/editor/document.ts";
import { identityPlugin } from "../../src/editor/identity.ts";
import { markQuote, placedQuotes, quoteAtCaret, unmarkQuote } from "../../src/editor/quote-commands.ts";
import { quoteEdgesPlugin } from "../../src/editor/quote-edges.ts";
import { idOf, quotesOf, textOf } from "../../src/editor/schema.ts";
import {
  continueParagraph,
  endStyle,
  insertElement,
  linkAt,
  setLink,
  setStyle,
  styleAt,
  toggleStyle,
} from "../../src/editor/text-commands.ts";
import { editorOn, paragraph, paragraphs, positionIn, withSelection } from "./bodies.ts";

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}
const words = (state: EditorState): string[] => placedQuotes(state).map((quote) => quote.words);
const ids = (state: EditorState): string[] => state.doc.children.map(idOf);
const copies: (readonly [string, string])[] = [];
const editor = (...body: Parameters<typeof documentOf>[0]): EditorState => {
  copies.length = 0;
  return editorOn(
    body,
    identityPlugin((one, other) => void copies.push([one, other])),
    quoteEdgesPlugin(),
  );
};

describe("ids", () => {
  it("stay with the first half of a split paragraph, and a split quote becomes two with the same facts", () => {
    const state = editor(paragraph("a", "“First and second”, he said.", "First and second"));
    const split = run(withSelection(state, 0, 10), splitBlock);
    expect(words(split)).toEqual(["First and", " second"]);
    expect(ids(split)[0]).toBe("a");
    expect(ids(split)[1]).toMatch(/^made:/u);
    expect(copies).toEqual([["a-q0", placedQuotes(split)[1]?.id]]);
  });

  it("stay with the words when an empty paragraph is put before them", () => {
    const split = run(withSelection(editor(paragraph("a", "Words.")), 0, 0), splitBlock);
    expect(ids(split)[1]).toBe("a");
    expect(ids(split)[0]).toMatch(/^made:/u);
  });

  it("are unique after any splits, joins and deletions, and every quote is on words of one paragraph", () => {
    const step = fc.tuple(
      fc.constantFrom("split", "join", "delete", "type"),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(paragraphs, { minLength: 1, maxLength: 3 }),
        fc.array(step, { maxLength: 12 }),
        (body, steps) => {
          let state = editor(...body);
          for (const [kind, share] of steps) state = apply(state, kind, share);
          const all = ids(state);
          expect(new Set(all).size).toBe(all.length);
          const quotes = state.doc.children.flatMap((node) => quotesOf(node).map(({ id }) => id));
          expect(new Set(quotes).size).toBe(quotes.length);
          expect(all).not.toContain("");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of what was cut are kept, and of what was copied are made", () => {
    const state = editor(
      paragraph("a", "“Keep the light on,” she said.", "Keep the light on"),
      paragraph("b", "Second."),
    );
    const slice = state.doc.slice(1, 20);
    const cut = state.apply(state.tr.delete(1, 20));
    const pasted = cut.apply(cut.tr.replace(positionIn(cut, 1, 0), positionIn(cut, 1, 0), slice));
    expect(placedQuotes(pasted)).toMatchObject([{ id: "a-q0", words: "Keep the light on" }]);
    const plugin = state.plugins[0];
    // The view is only asked for its document.
    const view = { state, dragging: null } as unknown as Parameters<
      NonNullable<NonNullable<typeof plugin>["props"]["transformPasted"]>
    >[1];
    const copy = plugin?.props.transformPasted?.call(plugin, slice, view, false) ?? Slice.empty;
    const copied = state.apply(state.tr.replace(positionIn(state, 1, 0), positionIn(state, 1, 0), copy));
    expect(new Set(placedQuotes(copied).map(({ id }) => id)).size).toBe(2);
    expect(placedQuotes(copied)[0]?.id).toBe("a-q0");
    expect(copies.at(-1)?.[0]).toBe("a-q0");
  });

  it("of posts are in a body once", () => {
    const post = { __typename: "EmbeddedPost" as const, id: "e", platform: "X", authorName: "Jo", postText: "Hi" };
    const state = editor(paragraph("a", "One."), post);
    const doubled = run(withSelection(state, 0, 2), insertElement(state.doc.child(1)));
    expect(ids(doubled)).toEqual(["a", "e"]);
  });
});

function apply(state: EditorState, kind: string, share: number): EditorState {
  const at = Math.min(state.doc.content.size - 1, 1 + Math.floor(share * (state.doc.content.size - 2)));
  const $at = state.doc.resolve(at);
  const index = $at.index(0);
  if ($at.depth === 0) return state;
  if (kind === "split") return run(withSelection(state, index, $at.parentOffset), splitBlock);
  if (kind === "type") return state.apply(state.tr.insertText("x ", at));
  if (kind === "join" && index > 0) return state.apply(state.tr.join($at.before(1)));
  const end = Math.min(state.doc.content.size - 1, at + 5);
  return kind === "delete" && end > at ? state.apply(state.tr.deleteRange(at, end)) : state;
}

describe("quotes while they are written", () => {
  it("take in what is typed between the last word and the closing mark, and not what follows the mark", () => {
    const state = editor(paragraph("a", "He said “no comment” twice.", "no comment"));
    const inside = state.apply(state.tr.insertText(" at all", positionIn(state, 0, 19)));
    expect(words(inside)).toEqual(["no comment at all"]);
    const after = inside.apply(inside.tr.insertText(" again", positionIn(inside, 0, 27)));
    expect(words(after)).toEqual(["no comment at all"]);
  });

  it("keep the words that replace their last ones, typed letter by letter, until the caret moves", () => {
    const letters = (from: EditorState, text: string): EditorState =>
      [...text].reduce((state, letter) => state.apply(state.tr.insertText(letter)), from);
    const state = editor(paragraph("a", "“It opens on Monday,” he said.", "It opens on Monday"));
    const replaced = letters(withSelection(state, 0, 13, 19), "Tuesday");
    expect(words(replaced)).toEqual(["It opens on Tuesday"]);
    const deleted = withSelection(replaced, 0, 20);
    const shorter = deleted.apply(deleted.tr.delete(positionIn(deleted, 0, 13), positionIn(deleted, 0, 20)));
    expect(words(letters(shorter, "Friday"))).toEqual(["It opens on Friday"]);
    const moved = withSelection(withSelection(shorter, 0, 2), 0, 13);
    expect(words(letters(moved, "x"))).toEqual(["It opens on "]);
  });

  it("take in what is typed between the opening mark and the first word", () => {
    const state = editor(paragraph("a", "He said «no comment».", "no comment"));
    expect(words(state.apply(state.tr.insertText("still ", positionIn(state, 0, 9))))).toEqual(["still no comment"]);
  });

  it("do not take in quotation marks, nor the story after a quote without marks", () => {
    const state = editor(paragraph("a", "He said no comment twice.", "no comment"));
    expect(words(state.apply(state.tr.insertText("s", positionIn(state, 0, 18))))).toEqual(["no comment"]);
    const marked = editor(paragraph("a", "He said “no”", "no"));
    expect(words(marked.apply(marked.tr.insertText("”", positionIn(marked, 0, 11))))).toEqual(["no"]);
  });

  it("are left alone while letters are composed, and take them in when the composition ends", () => {
    const state = editor(paragraph("a", "市長は「逃げる」と述べた。", "逃げる"));
    const composing = state.apply(state.tr.insertText("し", positionIn(state, 0, 7)).setMeta("composition", 1));
    expect(words(composing)).toEqual(["逃げる"]);
    const further = composing.apply(
      composing.tr.insertText("かない", positionIn(composing, 0, 8)).setMeta("composition", 1),
    );
    const composed = further.apply(further.tr.setMeta("composition$", "composed"));
    expect(words(composed)).toEqual(["逃げるしかない"]);
  });

  it("are made of the words of a selection, without the marks around them", () => {
    let made = "";
    const state = withSelection(editor(paragraph("a", "He said “no comment” twice.")), 0, 8, 21);
    const marked = run(
      state,
      markQuote((id) => {
        made = id;
      }),
    );
    expect(words(marked)).toEqual(["no comment"]);
    expect(quoteAtCaret(marked)).toBe(made);
    expect(markQuote(() => {})(marked)).toBe(false);
    expect(words(run(marked, unmarkQuote(made)))).toEqual([]);
    expect(textOf(marked.doc.child(0))).toBe("He said “no comment” twice.");
  });

  it("get other words when words are marked that go beyond theirs, and keep what is known of them", () => {
    const state = editor(paragraph("a", "She said: “No, never again,” and left.", "No, never"));
    const mark = markQuote(() => expect.fail("It is another quote."));
    const marked = (from: number, to: number): EditorState => run(withSelection(state, 0, from, to), mark);
    expect(placedQuotes(marked(11, 26))).toMatchObject([{ id: "a-q0", words: "No, never again" }]);
    expect(placedQuotes(marked(15, 26))).toMatchObject([{ id: "a-q0", words: "never again" }]);
    expect(marked(11, 26).selection.empty).toBe(true);
  });

  it("are made within other quotes, and around them", () => {
    const state = editor(paragraph("a", "She said: “No, never again,” and left.", "never"));
    const within = editor(paragraph("a", "She said: “No, never again,” and left.", "No, never again"));
    const other = markQuote(() => {});
    expect(words(run(withSelection(state, 0, 11, 26), other))).toEqual(["No, never again", "never"]);
    expect(words(run(withSelection(within, 0, 11, 13), other))).toEqual(["No, never again", "No"]);
  });

  it("are not made across paragraphs, nor of marks alone", () => {
    const two = editor(paragraph("a", "One."), paragraph("b", "Two."));
    expect(markQuote(() => {})(withSelection(withSelection(two, 0, 0), 0, 0, 7))).toBe(false);
    expect(markQuote(() => {})(withSelection(editor(paragraph("a", "“” ")), 0, 0, 3))).toBe(false);
  });

  it("may be within quotes", () => {
    const state = withSelection(editor(paragraph("a", "“He said ‘no’ to me”", "He said ‘no’ to me")), 0, 10, 12);
    const nested = run(
      state,
      markQuote(() => {}),
    );
    expect(words(nested)).toEqual(["He said ‘no’ to me", "no"]);
  });
});

describe("styles and links", () => {
  it("are set on all paragraphs of the selection and back", () => {
    const state = editor(paragraph("a", "One."), paragraph("b", "Two."));
    const all = state.apply(state.tr.setSelection(withSelection(state, 0, 0, 6).selection));
    const points = run(all, setStyle("BULLET"));
    expect(styleAt(points)).toBe("BULLET");
    expect(ids(points)).toEqual(["a", "b"]);
    expect(styleAt(run(points, toggleStyle("BULLET")))).toBe("BODY");
  });

  it("go on as writers expect: text after a heading, and an empty point ends the list", () => {
    const heading = editor({ ...paragraph("a", "Head"), style: "HEADING" });
    const next = run(withSelection(heading, 0, 4), continueParagraph);
    expect(styleAt(next)).toBe("BODY");
    expect(next.doc.childCount).toBe(2);
    const list = editor({ ...paragraph("a", "One"), style: "BULLET" });
    const empty = run(withSelection(list, 0, 3), splitBlock);
    expect(styleAt(run(empty, continueParagraph))).toBe("BODY");
    expect(styleAt(run(withSelection(list, 0, 0), endStyle))).toBe("BODY");
  });

  it("change the whole link around the caret", () => {
    const link = { kind: "LINK" as const, start: 4, end: 8, href: "https://example.org/" };
    const state = withSelection(editor({ ...paragraph("a", "See this page."), marks: [link] }), 0, 6);
    expect(linkAt(state)).toBe("https://example.org/");
    const other = run(state, setLink("https://example.com/"));
    expect(linkAt(other)).toBe("https://example.com/");
    expect(linkAt(run(other, setLink(null)))).toBeNull();
  });
});
