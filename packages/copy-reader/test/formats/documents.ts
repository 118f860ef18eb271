import type { AssembledStory } from "../../src/assembly/assemble.js";
import { detectFormat } from "../../src/formats/detect.js";
import type { CopyFormat } from "../../src/formats/format.js";
import type { DocumentParts, SenderOptions } from "../../src/formats/document-parts.js";
import { readNinjs as readNinjsItem } from "../../src/formats/json/ninjs.js";
import { isWithdrawal, type Withdrawal } from "../../src/formats/notices.js";
import { type DocumentFormat, readDocument as readAnyDocument, readTextCopy } from "../../src/formats/read-document.js";
import { readNewsml as readNewsmlItem } from "../../src/formats/xml/newsml.js";
import { readNitf as readNitfDocument } from "../../src/formats/xml/nitf.js";
import { type Copy, formatOf } from "../../src/read-copy.js";

/** The paragraphs of the story that all documents contain. */
export const PARAGRAPHS = [
  "The harbour of Ostwick froze on Tuesday for the first time since 1963, and the ferries that serve the islands were sent to Port Ardle.",
  "“We saw the ice coming and could do nothing,” harbour master Edna Quill said on Tuesday. “It closed the pier within an hour.”",
  "The nearest ice-breaker lies in a dock forty-two miles to the south, Ilse Harrow said.",
];
/** The story as the body of a page. */
export const BODY_HTML = `<p>${PARAGRAPHS[0]}</p>\n<p>${PARAGRAPHS[1]?.replace("“We", "&ldquo;We").replace("nothing,”", "nothing,&rdquo;")}</p>\n<h2>No ice-breaker near</h2>\n<p>${PARAGRAPHS[2]}</p>`;
/** Its paragraphs and its subhead. */
export const TEXTS = [PARAGRAPHS[0], PARAGRAPHS[1], "No ice-breaker near", PARAGRAPHS[2]];

/** Reads a document in the format that its beginning shows. */
export function read(content: string, format = detectFormat(content)): AssembledStory {
  if (format === "TEXT") throw new Error("The document was taken for plain text.");
  if (format === "EMAIL" || format === "WXR") throw new Error(`A document, not ${format}, is read here.`);
  return readDocument(format, content);
}

/** What differs from document to document. */
export interface Expected {
  readonly ownId: string;
  readonly byline: string | null;
  readonly place: string | null;
  readonly date: string | null;
}

/** What was read of a document, for the cases that hold the same story. */
export function summaryOf(content: string): object {
  const { ownId, story } = read(content);
  const { headline, byline, language, dateline, elements } = story;
  const quotes = elements.flatMap((each) => (each.kind === "paragraph" ? each.quotes : []));
  return {
    ownId,
    headline,
    byline,
    language,
    place: dateline?.place ?? null,
    date: dateline?.date ?? null,
    texts: elements.map(({ text }) => text),
    speakers: [...new Set(quotes.map(({ speakerText }) => speakerText))],
  };
}

/** What is to be read of the story, which is the same in all documents. */
export function storyWith(expected: Expected): object {
  return {
    ...expected,
    headline: "Ice closes harbour of Ostwick",
    language: "en-GB",
    texts: TEXTS,
    speakers: ["harbour master Edna Quill"],
  };
}

/** All warnings, a line for each. */
export function warningsOf(content: string): string {
  return read(content).story.warnings.join("\n");
}

function unlessWithdrawn<Read extends object>(read: Read | Withdrawal): Read {
  if (isWithdrawal(read)) throw new Error(`The document takes back ${read.ownId}.`);
  return read;
}

/** Reads a document that holds a story. */
export function readDocument(format: DocumentFormat, content: string, options?: SenderOptions): AssembledStory {
  return unlessWithdrawn(readAnyDocument(format, content, options));
}

/** Reads copy of one story in any format that is read at once. */
export function readAnyCopy({ content, format: known }: Copy): AssembledStory & { readonly format: CopyFormat } {
  const format = formatOf(content, known);
  if (format === "EMAIL" || format === "WXR") throw new Error(`${format} is read piece by piece.`);
  return { format, ...(format === "TEXT" ? readTextCopy(content) : readDocument(format, content)) };
}

/** The parts of a ninjs item with a text. */
export function readNinjs(content: string): DocumentParts {
  return unlessWithdrawn(readNinjsItem(content));
}

/** The parts of an NITF document with a text. */
export function readNitf(content: string): DocumentParts {
  return unlessWithdrawn(readNitfDocument(content));
}

/** The parts of a NewsML-G2 document with a text. */
export function readNewsml(content: string): DocumentParts {
  return unlessWithdrawn(readNewsmlItem(content));
}
