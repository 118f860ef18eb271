import { assertNever } from "../../../src/lib/assert-never.ts";
import { type Mark, Node } from "prosemirror-model";
import type { BodyElement, BodyFigure, BodyMark, BodyParagraph, BodyPost, QuoteSpan } from "./body.ts";
import { makeId } from "./ids.ts";
import {
  bodySchema,
  emphasisType,
  figureType,
  lineBreakType,
  linkType,
  paragraphType,
  postType,
  quoteType,
  strongType,
} from "./schema.ts";

/** The document of a body. A body without elements begins with an empty paragraph. */
export function documentOf(body: readonly BodyElement[]): Node {
  const elements = body.map(nodeOf);
  return bodySchema.node("doc", null, elements.length > 0 ? elements : [paragraphType.create({ id: makeId() })]);
}

/** The document that was written as JSON; null where it does not fit the schema. */
export function documentFromJson(json: unknown): Node | null {
  try {
    const doc = Node.fromJSON(bodySchema, json);
    doc.check();
    return doc;
  } catch {
    return null;
  }
}

/** The node of one element of a body. */
export function nodeOf(element: BodyElement): Node {
  switch (element.__typename) {
    case "Paragraph":
      return paragraphNode(element);
    case "Figure":
      return figureNode(element);
    case "EmbeddedPost":
      return postNode(element);
    default:
      return assertNever(element);
  }
}

function figureNode({ id, image, caption, alt }: BodyFigure): Node {
  return figureType.create({ id, imageId: image.id, caption: caption ?? null, alt });
}

function postNode({ id, postText, authorName, authorHandle, platform, postedOn, language }: BodyPost): Node {
  const author = authorHandle ? `${authorName} (@${authorHandle.replace(/^@/u, "")})` : authorName;
  return postType.create({ id, text: postText, author, platform, postedOn, language });
}

/** A mark of the editor on a stretch of a text. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

function paragraphNode({ id, style, text, marks, quotes }: BodyParagraph): Node {
  return paragraphType.create({ id, style }, inlineNodes(text, markedSpans({ marks, quotes })));
}

/** The marks and quotes of a paragraph as marks of the editor. */
export function markedSpans({
  marks,
  quotes,
}: {
  readonly marks: readonly BodyMark[];
  readonly quotes: readonly QuoteSpan[];
}): readonly MarkedSpan[] {
  return [
    ...quotes.map(({ id, start, end }) => ({ start, end, mark: quoteType.create({ id }) })),
    ...marks.map((each) => ({ start: each.start, end: each.end, mark: markOf(each) })),
  ];
}

function markOf({ kind, href }: BodyMark): Mark {
  switch (kind) {
    case "LINK":
      return linkType.create({ href });
    case "STRONG":
      return strongType.create();
    case "EMPHASIS":
      return emphasisType.create();
    default:
      return assertNever(kind);
  }
}

/** The text in pieces, each with the marks of all spans around it; a line feed is a node of its own. */
export function inlineNodes(text: string, spans: readonly MarkedSpan[]): readonly Node[] {
  const bounds = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  bounds.sort((one, other) => one - other);
  return bounds.flatMap((start, at) => {
    const pieces = text.slice(start, bounds[at + 1] ?? start).split(/(\n)/u);
    const marks = spans
      .filter((span) => span.start <= start && span.end > start)
      .reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), []);
    return pieces
      .filter(Boolean)
      .map((piece) => (piece === "\n" ? lineBreakType.create(null, null, marks) : bodySchema.text(piece, marks)));
  });
}
