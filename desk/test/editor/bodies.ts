import * as fc from "fast-check";
import { EditorState, type Plugin, TextSelection } from "prosemirror-state";
import type { BodyElement, BodyParagraph } from "../../src/editor/body.ts";
import { documentOf } from "../../src/editor/document.ts";
import { type Part, partsOf } from "../../src/editor/parts.ts";
import { selectedWords } from "../../src/editor/quote-words.ts";
import { normaliseMarks } from "../../../src/marked-text/marks.ts";

/** A paragraph of a body whose quotes are the words given. */
export function paragraph(id: string, text: string, ...quoted: readonly string[]): BodyParagraph {
  const quotes = quoted.map((words, at) => {
    const start = text.indexOf(words);
    return { id: `${id}-q${at}`, start, end: start + words.length, kind: "DIRECT" as const, speakerRole: "Mayor" };
  });
  return { __typename: "Paragraph", id, style: "BODY", text, marks: [], quotes };
}

/** The parts of a body. */
export function partsOfBody(body: readonly BodyElement[]): readonly Part[] {
  return partsOf(documentOf(body), new Map());
}

/** An editor without a page. */
export function editorOn(body: readonly BodyElement[], ...plugins: Plugin[]): EditorState {
  return EditorState.create({ doc: documentOf(body), plugins });
}

/** The position of an offset in the text of an element. */
export function positionIn({ doc }: EditorState, element: number, offset: number): number {
  return doc.children.slice(0, element).reduce((sum, node) => sum + node.nodeSize, 1) + offset;
}

/** The same editor with other words selected. */
export function withSelection(state: EditorState, element: number, start: number, end = start): EditorState {
  const [from, to] = [positionIn(state, element, start), positionIn(state, element, end)];
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

const CHARACTERS = [
  "a",
  "b",
  " ",
  "  ",
  "\n",
  "é",
  "e\u0301",
  "🐟",
  "👩‍👩‍👧",
  "“",
  "”",
  "'",
  "م",
  "\u064B",
  "夜",
  ".",
  "&",
  "<",
  "ﬁ",
];

const texts = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join("").normalize("NFC").trim())
  .filter((text) => /[^\s\p{P}\p{M}\p{Cf}]/u.test(text));

const spans = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }))
    .filter(({ start, end }) => start < end);

const KINDS = { link: "LINK", strong: "STRONG", emphasis: "EMPHASIS" } as const;

/** Paragraphs as the server keeps them: with marks in normal form and quotes on whole words. */
export const paragraphs: fc.Arbitrary<BodyParagraph> = texts.chain((text) =>
  fc
    .record({
      id: fc.uuid(),
      style: fc.constantFrom("BODY", "HEADING", "BULLET", "BLOCK_QUOTE" as const),
      strong: fc.array(spans(text), { maxLength: 2 }),
      emphasis: fc.array(spans(text), { maxLength: 2 }),
      links: fc.array(spans(text), { maxLength: 1 }),
      quotes: fc.array(fc.tuple(fc.uuid(), spans(text)), { maxLength: 3 }),
    })
    .map(({ id, style, strong, emphasis, links, quotes }) => ({
      __typename: "Paragraph" as const,
      id,
      style,
      text,
      marks: normaliseMarks(text, [
        ...strong.map((span) => ({ kind: "strong" as const, ...span })),
        ...emphasis.map((span) => ({ kind: "emphasis" as const, ...span })),
        ...links.map((span) => ({ kind: "link" as const, href: "https://example.org/", ...span })),
      ]).map(({ kind, ...mark }) => ({ ...mark, kind: KINDS[kind] })),
      quotes: [
        ...new Map(
          quotes.flatMap(([quote, span]) => {
            const words = selectedWords(text, span);
            return words ? [[`${words.start}-${words.end}`, { id: quote, ...words, kind: "DIRECT" as const }]] : [];
          }),
        ).values(),
      ].sort((one, other) => one.start - other.start || other.end - one.end),
    })),
);
