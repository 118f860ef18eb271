import { assertNever } from "../../../src/lib/assert-never.ts";
import type { BodyElement, BodyMark, ParagraphStyle } from "./body.ts";
import { documentOf } from "./document.ts";
import { type FactsById, factsOfBody, isSameFacts, NO_FACTS, type QuoteFacts } from "./facts.ts";
import type { Aliases } from "./ids.ts";
import type { NewPost } from "./new-post.ts";
import { type FigurePart, isSamePart, type ParagraphPart, type Part, partsOf, type PostPart } from "./parts.ts";

/** A quote as a body takes it. */
export interface QuotePlaceInput extends Partial<QuoteFacts> {
  readonly id?: string;
  readonly start: number;
  readonly end: number;
}

/** An element as a body takes it. Of one that was not changed only the id is sent, and everything of it stays. */
export interface BodyElementInput {
  readonly paragraph?: {
    readonly id?: string;
    readonly style?: ParagraphStyle;
    readonly text?: string;
    readonly marks?: readonly BodyMark[];
    readonly quotes?: readonly QuotePlaceInput[];
  };
  readonly figure?: {
    readonly id?: string;
    readonly imageId: string;
    readonly caption?: string | null;
    readonly alt?: string | null;
  };
  readonly post?: { readonly id: string } | NewPost;
}

/** A body as the server has it, in the form in which the editor's own is compared with it. */
export interface SavedBody {
  readonly parts: readonly Part[];
  readonly byId: ReadonlyMap<string, Part>;
  readonly quoteIds: ReadonlySet<string>;
  readonly facts: FactsById;
}

const NO_ALIASES: Aliases = new Map();

/** Reads a body of the API. */
export function savedBody(body: readonly BodyElement[]): SavedBody {
  const parts = partsOf(documentOf(body), NO_ALIASES);
  const facts = factsOfBody(body);
  return { parts, byId: new Map(parts.map((part) => [part.id, part])), quoteIds: new Set(facts.keys()), facts };
}

/**
 * A body as the API takes it, in the place of the saved one. Ids that the saved body does not have are left out: what undo
 * restores after it was deleted on the server is new there.
 */
export function bodyInput(parts: readonly Part[], facts: FactsById, saved: SavedBody): readonly BodyElementInput[] {
  return parts.map((part) => {
    switch (part.kind) {
      case "paragraph":
        return { paragraph: paragraphInput(part, facts, saved) };
      case "figure":
        return { figure: figureInput(part, saved) };
      case "post":
        return { post: postInput(part) };
      default:
        return assertNever(part);
    }
  });
}

function postInput({ id, made }: PostPart): { readonly id: string } | NewPost {
  return made ?? { id };
}

function figureInput(part: FigurePart, { byId }: SavedBody): NonNullable<BodyElementInput["figure"]> {
  const { id, imageId, caption, alt } = part;
  const before = byId.get(id);
  if (before?.kind !== "figure") return { imageId, caption, alt: alt || null };
  const isOther = before.imageId !== imageId;
  return {
    id,
    imageId,
    // A text that was not changed stays that of the image, if it was.
    ...((isOther || before.caption !== caption) && { caption }),
    ...((isOther || before.alt !== alt) && { alt: alt || null }),
  };
}

function paragraphInput(
  part: ParagraphPart,
  facts: FactsById,
  saved: SavedBody,
): NonNullable<BodyElementInput["paragraph"]> {
  const { id, style, text, marks, quotes } = part;
  const before = saved.byId.get(id);
  const isKnown = before?.kind === "paragraph";
  const isOld = isKnown && isSamePart(before, part);
  if (isOld && quotes.every((quote) => isFactual(quote.id, facts, saved))) return { id };
  return {
    ...(isKnown && { id }),
    style,
    text,
    marks,
    quotes: quotes.map(({ id: quote, start, end }) => ({
      ...(saved.quoteIds.has(quote) && { id: quote }),
      start,
      end,
      ...(facts.get(quote) ?? NO_FACTS),
    })),
  };
}

function isFactual(id: string, facts: FactsById, saved: SavedBody): boolean {
  const [now, before] = [facts.get(id), saved.facts.get(id)];
  return before !== undefined && (now === undefined || isSameFacts(now, before));
}

/**
 * The ids that the server has for what was sent. Both lists are in reading order, and a quote is known by its place; what
 * was restored under an id that the server no longer knows gets its new id.
 */
export function aliasesAfter(sent: readonly Part[], answer: readonly BodyElement[], before: Aliases): Aliases {
  const aliases = new Map(before);
  const rename = (from: string, to: string): void => {
    if (from === to) return;
    for (const [made, known] of aliases) if (known === from) aliases.set(made, to);
    aliases.set(from, to);
  };
  for (const [at, part] of sent.entries()) {
    const element = answer[at];
    if (!element) continue;
    rename(part.id, element.id);
    if (part.kind !== "paragraph" || element.__typename !== "Paragraph") continue;
    for (const { id, start, end } of part.quotes) {
      const quote = element.quotes.find((each) => each.start === start && each.end === end);
      if (quote) rename(id, quote.id);
    }
  }
  return aliases;
}

/** The quotes whose words the server keeps otherwise than they were sent; none, unless the two read a text differently. */
export function misplacedQuotes(sent: readonly Part[], answer: readonly BodyElement[]): readonly string[] {
  return sent.flatMap((part, at) => {
    const element = answer[at];
    if (part.kind !== "paragraph" || element?.__typename !== "Paragraph") return [];
    const kept = new Set(element.quotes.map(({ start, end }) => element.text.slice(start, end)));
    return part.quotes.map(({ start, end }) => part.text.slice(start, end)).filter((words) => !kept.has(words));
  });
}
