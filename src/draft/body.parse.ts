import type { PostInput } from "../embedded-post/embedded-post.inputs.js";
import { type NewPost, readNewPost } from "../embedded-post/post.parse.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { assertNever } from "../lib/assert-never.js";
import type { Issues, Path } from "../validation/issues.js";
import type { ParagraphInput } from "./paragraph.inputs.js";
import { reanchorQuotes } from "../quote-check/anchor.js";
import { MOST_BODY_PARTS, MOST_QUOTES } from "@dateline/copy-reader/text";
import {
  type AttributionInput,
  mapQuoteFields,
  type QuoteField,
  type QuoteFieldName,
  type QuoteValues,
} from "./quote-fields.js";
import type { QuoteInput } from "./quote.inputs.js";
import { type ReadParagraphText, readParagraphText } from "./paragraph-text.parse.js";
import { readSpan, type Span } from "./span.js";
import {
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  type DraftParts,
  type DraftPost,
  type DraftQuote,
  inReadingOrder,
  paragraphsOf,
} from "./draft-value.js";
import type { ElementInput } from "./body.inputs.js";
import type { FigureInput } from "./figure.inputs.js";
import { readFigureInput } from "./figure.parse.js";
import type { References } from "../embedded-post/references.js";

/** A post of a body that is still to be recorded. */
export interface NewPlacement {
  readonly kind: "newPost";
  readonly post: NewPost;
}

/** One part of a body as it was read: its new posts have no id yet. */
export type ReadElement = DraftElement | NewPlacement;

/** The quotes of a paragraph with offsets into its text as it is kept. */
function placeQuotes(inputs: readonly QuoteInput[], { offsetIn }: ReadParagraphText): readonly QuoteInput[] {
  const at = (offset: number | null | undefined): number | null =>
    typeof offset === "number" ? offsetIn(offset) : null;
  return inputs.map((input) => ({ ...input, start: at(input.start), end: at(input.end) }));
}

/** Reads bodies: judges all of an input in one pass, with what was there before at hand. */
export class BodyReader {
  /** Quotes whose speaker's role was left to be looked up. */
  readonly wantsRole = new Set<string>();
  readonly #paragraphs: ReadonlyMap<string, DraftParagraph>;
  readonly #quotes: ReadonlyMap<string, DraftQuote>;
  readonly #figures: ReadonlyMap<string, DraftFigure>;
  readonly #taken = new Set<string>();

  constructor(
    readonly issues: Issues,
    readonly references: References,
    readonly newId: () => string,
    readonly now: Date,
    readonly before: DraftParts,
  ) {
    const paragraphs = paragraphsOf(before.body);
    this.#paragraphs = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    this.#quotes = new Map(paragraphs.flatMap(({ quotes }) => quotes.map((quote) => [quote.id, quote])));
    const figures = before.body.filter((element) => element.kind === "figure");
    this.#figures = new Map(figures.map((figure) => [figure.id, figure]));
  }

  /** A whole body in its order. */
  body(inputs: readonly ElementInput[], path: Path): readonly ReadElement[] {
    if (this.issues.addTooMany(path, "body", inputs, "parts", MOST_BODY_PARTS)) return [];
    return inputs.flatMap((input, at) => this.#element(input, [...path, String(at)]));
  }

  #element(input: ElementInput, path: Path): ReadElement[] {
    const { paragraph, post, figure } = input;
    const read = [
      paragraph && (() => this.paragraph(paragraph, [...path, "paragraph"])),
      post && (() => this.post(post, [...path, "post"])),
      figure && (() => this.figure(figure, [...path, "figure"])),
    ].flatMap((each) => each ?? []);
    const [only] = read;
    if (!only || read.length > 1) {
      this.issues.add(path, "An element takes exactly one of `paragraph`, `post` and `figure`.");
      return [];
    }
    return [only() ?? []].flat();
  }

  /** A figure of the body, existing or new. */
  figure(input: FigureInput, path: Path): DraftFigure | null {
    return this.#figure(input, this.#figures, path);
  }

  /** The lead image: the existing one, or a new one. */
  leadImage(input: FigureInput, path: Path): DraftFigure | null {
    const { leadImage } = this.before;
    return this.#figure(input, new Map(leadImage ? [[leadImage.id, leadImage]] : []), path);
  }

  #figure(input: FigureInput, figures: ReadonlyMap<string, DraftFigure>, path: Path): DraftFigure | null {
    const before = this.#known(figures, "Figure", input.id, [...path, "id"]);
    return readFigureInput(input, before, path, this);
  }

  /** A post, existing or new. */
  post(input: PostInput, path: Path): DraftPost | NewPlacement | null {
    if (input.id === null || input.id === undefined) {
      const post = readNewPost(input, path, this.issues, this.references, this.now);
      return post && { kind: "newPost", post };
    }
    const others = Object.entries(input).filter(
      ([name, value]) => name !== "id" && value !== null && value !== undefined,
    );
    if (others.length > 0)
      this.issues.add(path, "A post with an `id` is there already; change it with updateEmbeddedPost.");
    const id = this.references.key("EmbeddedPost", input.id, [...path, "id"], this.issues);
    return id && this.#isFirst(id, [...path, "id"]) ? { kind: "post", id } : null;
  }

  /** A part is in a body once. */
  #isFirst(key: string, path: Path): boolean {
    if (this.#taken.has(key)) this.issues.add(path, "It is in this body twice.", { reason: "LISTED_TWICE" });
    const isFirst = !this.#taken.has(key);
    this.#taken.add(key);
    return isFirst;
  }

  /** A paragraph with its quotes; an existing one keeps its quotes where the input names none. */
  paragraph(input: ParagraphInput, path: Path): DraftParagraph | null {
    const before = this.#known(this.#paragraphs, "Paragraph", input.id, [...path, "id"]);
    const read = readParagraphText(input, before, path, this.issues);
    if (!read) {
      // There is no text to find words in, but all other faults are reported.
      for (const [at, quote] of (input.quotes ?? []).slice(0, MOST_QUOTES).entries()) {
        this.attribution(quote, null, "", [...path, "quotes", String(at)]);
      }
      return null;
    }
    const { text, marks, field } = read;
    const quotes = input.quotes
      ? this.quotes(placeQuotes(input.quotes, read), text, [...path, "quotes"])
      : this.#reanchor(before, text, [...path, field]);
    const style = input.style ?? before?.style ?? "BODY";
    return { kind: "paragraph", id: before?.id ?? this.newId(), style, text, marks, quotes };
  }

  #known<Part extends { readonly id: string }>(
    parts: ReadonlyMap<string, Part>,
    type: "Paragraph" | "Quote" | "Figure",
    id: string | null | undefined,
    path: Path,
  ): Part | null {
    const key = this.issues.key(type, id, path);
    if (key === null || !this.#isFirst(key, path)) return null;
    const part = parts.get(key);
    if (!part) this.issues.add(path, `The article's draft has no ${type} of this id.`, { reason: "UNKNOWN_ID" });
    return part ?? null;
  }

  #reanchor(before: DraftParagraph | null, text: string, path: Path): readonly DraftQuote[] {
    if (!before) return [];
    const { moved, lost } = this.#hasTextOfAnother(before, text)
      ? { moved: [], lost: before.quotes.map(({ id }) => id) }
      : reanchorQuotes(before.text, text, before.quotes);
    for (const id of lost) this.issues.add(path, lostWords(id), { reason: "WORDS_LOST" });
    const spans = new Map(moved.map((span) => [span.id, span]));
    return before.quotes.flatMap((quote) => {
      const span = spans.get(quote.id);
      return span ? [{ ...quote, start: span.start, end: span.end }] : [];
    });
  }

  /** Quotes follow a text to another paragraph only if the input names the paragraphs' ids. */
  #hasTextOfAnother(before: DraftParagraph, text: string): boolean {
    if (text === before.text) return false;
    return paragraphsOf(this.before.body).some((other) => other.id !== before.id && other.text === text);
  }

  /** The quotes of one paragraph, in the order of their spans. */
  quotes(inputs: readonly QuoteInput[], text: string, path: Path): readonly DraftQuote[] {
    if (this.issues.addTooMany(path, "paragraph", inputs, "quotes", MOST_QUOTES)) return [];
    const spans: Span[] = [];
    const quotes = inputs.flatMap((input, at) => {
      const quote = this.quote(input, text, spans, [...path, String(at)]);
      if (quote) spans.push(quote);
      return quote ? [quote] : [];
    });
    return inReadingOrder(quotes);
  }

  /** One quote of a text; `taken` are the spans of the others. What a quote that is known leaves out, it keeps. */
  quote(input: QuoteInput, text: string, taken: readonly Span[], path: Path): DraftQuote | null {
    const before = this.#known(this.#quotes, "Quote", input.id, [...path, "id"]);
    const span =
      (before && this.#keptSpan(before, input, text, path)) ?? readSpan(text, input, taken, path, this.issues);
    if (span && taken.some(({ start, end }) => start === span.start && end === span.end)) {
      this.issues.add(path, "Another quote has the same words in the same place.", { reason: "LISTED_TWICE" });
    }
    const id = before?.id ?? this.newId();
    const attribution = this.attribution(input, before, id, path);
    const createdAt = before?.createdAt ?? this.now.toISOString();
    return span && { id, start: span.start, end: span.end, ...attribution, createdAt };
  }

  /** Where the words of a quote are now, when its input names neither offsets nor words; null when it names them. */
  #keptSpan(before: DraftQuote, input: QuoteInput, text: string, path: Path): Span | null {
    if ([input.start, input.end, input.exact].some((each) => each !== null && each !== undefined)) return null;
    const paragraph = paragraphsOf(this.before.body).find(({ quotes }) => quotes.some(({ id }) => id === before.id));
    const found = reanchorQuotes(paragraph?.text ?? "", text, paragraph?.quotes ?? []).moved;
    const span = found.find(({ id }) => id === before.id);
    if (!span) this.issues.add(path, lostWords(before.id), { reason: "WORDS_LOST" });
    // The words that are not found are reported once.
    return span ?? { start: 0, end: 0 };
  }

  /**
   * The fields of a quote except its words. What the input leaves out of a quote that is known stays, and null
   * clears. A new speaker brings the role of today unless the input names one.
   */
  attribution(input: AttributionInput, before: DraftQuote | null, id: string, path: Path): QuoteValues {
    if (before && input.kind === null) {
      this.issues.add([...path, "kind"], "It cannot be cleared: every quote has a kind.", { reason: "REQUIRED" });
    }
    const values = mapQuoteFields((name, field) => this.#attribute(name, field, input, before, path));
    const kind = input.kind ?? before?.kind ?? "DIRECT";
    const hasNewSpeaker = values.speakerId !== (before?.speakerId ?? null) && input.speakerRole === undefined;
    if (!hasNewSpeaker) return { ...values, kind };
    if (values.speakerId !== null) this.wantsRole.add(id);
    return { ...values, kind, speakerRole: null };
  }

  /** One field of an attribution; an absent field keeps its value. */
  #attribute(
    name: QuoteFieldName,
    field: QuoteField,
    input: AttributionInput,
    before: QuoteValues | null,
    path: Path,
  ): string | null {
    const value = input[name];
    if (value === undefined) return before?.[name] ?? null;
    const at = [...path, name];
    switch (field.kind) {
      case "reference":
        return this.references.key(field.type, value, at, this.issues);
      case "text":
        return this.issues.optionalText(value, at, field.rule);
      case "day":
        return this.issues.day(value, at, this.now);
      case "kind":
        return value;
      default:
        return assertNever(field);
    }
  }
}

function lostWords(id: string): string {
  const quote = encodeNodeId("Quote", id);
  return `The words of the quote ${quote} would change or move to another place: remove or restate it in the same write.`;
}
