import { textFault } from "@dateline/copy-reader/text";
import { type Mark, normaliseMarks, parseParagraphHtml, reanchorMarks } from "../marked-text/html.js";
import { type Issues, type Path, RULES } from "../validation/issues.js";
import type { DraftParagraph } from "./draft-value.js";
import { keptOffsets } from "./kept-offsets.js";
import { readMarkInputs } from "./marks.parse.js";
import type { ParagraphInput } from "./paragraph.inputs.js";

/** The text of a paragraph as it is kept. */
export interface ReadParagraphText {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where an offset into the text of the input is in the text as it is kept. */
  readonly offsetIn: (offset: number) => number;
  /** The field of the input that the text is from. */
  readonly field: "text" | "html";
}

type TextInput = Pick<ParagraphInput, "text" | "html" | "marks">;

/** Reads the text of a paragraph with its marks. An existing one, `before`, keeps what the input leaves out. */
export function readParagraphText(
  { text, html, marks }: TextInput,
  before: DraftParagraph | null,
  path: Path,
  issues: Issues,
): ReadParagraphText | null {
  const written = text ?? (before && typeof html !== "string" ? before.text : null);
  if ((written === null) === (typeof html !== "string")) {
    issues.add(path, "A paragraph takes exactly one of `text` and `html`.");
    return null;
  }
  if (written !== null) return readPlainText(written, marks, before, path, issues);
  if (marks) issues.add([...path, "marks"], "Marks go with `text`; `html` contains its own.");
  return readHtml(html ?? "", [...path, "html"], issues);
}

function readPlainText(
  written: string,
  inputs: TextInput["marks"],
  before: DraftParagraph | null,
  path: Path,
  issues: Issues,
): ReadParagraphText {
  const text = issues.text(written, [...path, "text"], RULES.paragraph);
  const offsetIn = keptOffsets(written, text);
  const kept = before ? reanchorMarks(before.text, text, before.marks) : [];
  const marks = inputs ? readMarkInputs(inputs, text, offsetIn, [...path, "marks"], issues) : kept;
  return { text, marks, offsetIn, field: "text" };
}

function readHtml(html: string, path: Path, issues: Issues): ReadParagraphText | null {
  const source = issues.text(html, path, { ...RULES.paragraph, max: 2 * RULES.paragraph.max });
  if (textFault(source) !== null) return null;
  const read = parseParagraphHtml(source);
  // Checked again, because a character reference can be any character.
  const text = issues.text(read.text, path, RULES.paragraph);
  const at = keptOffsets(read.text, text);
  const moved = read.marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
  const marks = text === read.text ? read.marks : normaliseMarks(text, moved);
  // The offsets of quotes are into the text that the markup has.
  return { text, marks, offsetIn: (offset) => offset, field: "html" };
}
