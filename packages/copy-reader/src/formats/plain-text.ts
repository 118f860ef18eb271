import { layOutCopy } from "../layout/blocks.js";
import type { DocumentBlock } from "./document-parts.js";

/** The paragraphs of plain text that is inside a document, with the lines they have within it. */
export function readPlain(text: string): readonly DocumentBlock[] {
  return layOutCopy(text).map(({ text, line, isList }) => ({
    kind: "text",
    role: isList ? "list" : "text",
    text,
    line,
  }));
}
