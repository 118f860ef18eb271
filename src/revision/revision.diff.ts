import { textOfDocument } from "../draft/draft-document.js";
import type { RevisionDocument } from "./revision.document.js";
import { assertNever } from "../lib/assert-never.js";
import { type Change, changeOf, type Compared, nameOf } from "./compared.js";
import { compareFigures } from "./figure.diff.js";
import { isDeepStrictEqual } from "node:util";
import { HEAD_LIST_NAMES, HEAD_LISTS, type HeadListName } from "../draft/head-lists.js";
import { HEAD_FIELD_NAMES, HEAD_FIELDS, type HeadField } from "../draft/head-fields.js";
import {
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  type DraftQuote,
  wordsOf,
} from "../draft/draft-value.js";
import { QUOTE_FIELD_NAMES, QUOTE_FIELDS, type QuoteField } from "../draft/quote-fields.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { reanchorMarks, renderParagraphHtml } from "../marked-text/html.js";

/** What changed from one document to another; against nothing, all of it is new. */
export function compareDocuments(before: RevisionDocument | null, after: RevisionDocument): readonly Change[] {
  return compareRevisions(before && comparable(before), comparable(after));
}

function comparable(document: RevisionDocument): Compared {
  const images = new Map((document.image ?? []).map((image) => [image.id, image]));
  return { text: textOfDocument(document), names: document.names, images };
}

/**
 * What changed from one revision to the next, in the order of the article: its own columns, its lists, then the body with
 * quotes, attributions and posts. Parts are the same when they have the same id. Against nothing, all of it is new.
 */
export function compareRevisions(before: Compared | null, after: Compared): readonly Change[] {
  const metadata = HEAD_FIELD_NAMES.flatMap((name) => {
    const field: HeadField = HEAD_FIELDS[name];
    const was = before && { value: before.text[name], side: before };
    return compareValues(field.path, field, was, { value: after.text[name], side: after });
  });
  return [
    ...metadata,
    ...HEAD_LIST_NAMES.flatMap((name) => compareLists(name, before, after)),
    ...compareFigures("leadImage", sideOf(before, before?.text.leadImage), sideOf(after, after.text.leadImage)),
    ...compareBodies(before, after),
  ];
}

/** The change of one list; where other rows of the same names are in it, their ids show it. */
function compareLists(name: HeadListName, before: Compared | null, after: Compared): Change[] {
  const { path, type } = HEAD_LISTS[name];
  const show = (side: Compared | null, hasIds: boolean): string | null => {
    const entries = (side?.text[name] ?? []).map(({ id, role }) => {
      const more = [...(role === null ? [] : [role]), ...(hasIds ? [encodeNodeId(type, id)] : [])];
      return `${side ? nameOf(side, id) : id}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
    });
    return entries.length === 0 ? null : entries.join(", ");
  };
  const isSame = isDeepStrictEqual(before?.text[name], after.text[name]);
  const hasNamesakes = !isSame && show(before, false) === show(after, false);
  return changeOf(path, show(before, hasNamesakes), show(after, hasNamesakes));
}

function sideOf(side: Compared | null, figure: DraftFigure | null | undefined) {
  return side && figure ? { side, figure } : null;
}

function compareBodies(before: Compared | null, after: Compared): readonly Change[] {
  const old = new Map((before?.text.body ?? []).map((element, at) => [element.id, { element, at }]));
  const kept = new Set(after.text.body.map(({ id }) => id));
  const gone = [...old.values()].filter(({ element }) => !kept.has(element.id));
  const removed = before ? gone.flatMap(({ element, at }) => removedPart(before, element, at)) : [];
  const changed = after.text.body.flatMap((element, at) => {
    const was = old.get(element.id)?.element;
    return before && was ? comparePart(before, was, after, element, at) : addedPart(after, element, at);
  });
  return [...removed, ...changed, ...compareOrder(before, after)];
}

function shown(side: Compared, element: DraftElement): string {
  switch (element.kind) {
    case "paragraph":
      return element.text;
    case "post":
      return nameOf(side, element.id);
    case "figure":
      return nameOf(side, element.imageId);
    default:
      return assertNever(element);
  }
}

function removedPart(side: Compared, element: DraftElement, at: number): Change[] {
  const quotes = element.kind === "paragraph" ? element.quotes : [];
  return [
    { path: `body[${at}]`, kind: "REMOVED", before: shown(side, element), after: null },
    ...quotes.map((quote, place): Change => {
      const words = element.kind === "paragraph" ? wordsOf(element, quote) : "";
      return { path: `body[${at}].quotes[${place}]`, kind: "REMOVED", before: words, after: null };
    }),
  ];
}

function addedPart(side: Compared, element: DraftElement, at: number): Change[] {
  const path = `body[${at}]`;
  const added: Change = { path, kind: "ADDED", before: null, after: shown(side, element) };
  if (element.kind === "figure") return compareFigures(path, null, { side, figure: element });
  if (element.kind === "post") return [added];
  const html = element.marks.length === 0 ? null : renderParagraphHtml(element.text, element.marks);
  return [
    added,
    ...changeOf(`${path}.style`, null, element.style === "BODY" ? null : element.style),
    ...changeOf(`${path}.html`, null, html),
    ...element.quotes.flatMap((quote, place) => addedQuote(side, element, quote, `${path}.quotes[${place}]`)),
  ];
}

function addedQuote(side: Compared, paragraph: DraftParagraph, quote: DraftQuote, path: string): Change[] {
  const words: Change = { path, kind: "ADDED", before: null, after: wordsOf(paragraph, quote) };
  return [words, ...compareAttribution(path, null, [quote, side])];
}

function comparePart(before: Compared, was: DraftElement, after: Compared, is: DraftElement, at: number): Change[] {
  const path = `body[${at}]`;
  if (was.kind === "figure" && is.kind === "figure") {
    return compareFigures(path, { side: before, figure: was }, { side: after, figure: is });
  }
  // The text of a post can be changed, or filled in, between two revisions that both contain it.
  if (was.kind !== "paragraph" || is.kind !== "paragraph") return changeOf(path, shown(before, was), shown(after, is));
  return [
    ...changeOf(`${path}.style`, was.style, is.style),
    ...changeOf(`${path}.text`, was.text, is.text),
    ...compareMarks(was, is, path),
    ...compareQuotes(before, was, after, is, path),
  ];
}

/** Links and emphasis, as HTML, where more changed than the text that they are on. */
function compareMarks(was: DraftParagraph, is: DraftParagraph, path: string): Change[] {
  const moved = was.text === is.text ? was.marks : reanchorMarks(was.text, is.text, was.marks);
  if (renderParagraphHtml(is.text, moved) === renderParagraphHtml(is.text, is.marks)) return [];
  return changeOf(`${path}.html`, renderParagraphHtml(was.text, was.marks), renderParagraphHtml(is.text, is.marks));
}

/** The changes of an attribution. */
function compareAttribution(
  path: string,
  before: readonly [DraftQuote, Compared] | null,
  [is, after]: readonly [DraftQuote, Compared],
): Change[] {
  return QUOTE_FIELD_NAMES.flatMap((name) => {
    const field: QuoteField = QUOTE_FIELDS[name];
    const was = before && { value: before[0][name], side: before[1] };
    return compareValues(`${path}.${field.path}`, field, was, { value: is[name], side: after });
  });
}

/** The value of a field in a revision. */
interface ComparedValue {
  readonly value: string | null;
  readonly side: Compared;
}

/** The change of one field; two rows of the same name to which it refers are distinguished by their ids. */
function compareValues(
  path: string,
  field: HeadField | QuoteField,
  was: ComparedValue | null,
  is: ComparedValue,
): Change[] {
  if (field.kind !== "reference") return changeOf(path, was?.value ?? null, is.value);
  const name = (at: ComparedValue | null): string | null => (at?.value ? nameOf(at.side, at.value) : null);
  const isNamesake = name(was) === name(is) && was?.value && is.value && was.value !== is.value;
  if (!isNamesake) return changeOf(path, name(was), name(is));
  const withId = (at: ComparedValue): string => `${name(at)} (${encodeNodeId(field.type, at.value ?? "")})`;
  return changeOf(path, withId(was), withId(is));
}

function compareQuotes(
  before: Compared,
  was: DraftParagraph,
  after: Compared,
  is: DraftParagraph,
  path: string,
): Change[] {
  const old = new Map(was.quotes.map((quote) => [quote.id, quote]));
  const kept = new Set(is.quotes.map(({ id }) => id));
  const removed = was.quotes.flatMap((quote, place): Change[] =>
    kept.has(quote.id)
      ? []
      : [{ path: `${path}.quotes[${place}]`, kind: "REMOVED", before: wordsOf(was, quote), after: null }],
  );
  const changed = is.quotes.flatMap((quote, place) => {
    const own = `${path}.quotes[${place}]`;
    const earlier = old.get(quote.id);
    if (!earlier) return addedQuote(after, is, quote, own);
    const words = changeOf(`${own}.text`, wordsOf(was, earlier), wordsOf(is, quote));
    return [...words, ...compareAttribution(own, [earlier, before], [quote, after])];
  });
  return [...removed, ...changed];
}

/** Parts that are in both and were moved: the fewest that explain the new order. */
function compareOrder(before: Compared | null, after: Compared): Change[] {
  const places = new Map((before?.text.body ?? []).map(({ id }, at) => [id, at]));
  const shared = after.text.body.flatMap(({ id }, at) => {
    const was = places.get(id);
    return was === undefined ? [] : [{ was, at }];
  });
  const stayed = longestRise(shared.map(({ was }) => was));
  return shared.flatMap(({ was, at }) =>
    stayed.has(was) ? [] : changeOf(`body[${at}].position`, String(was), String(at)),
  );
}

/** The longest selection of different numbers that rises in their order (Fredman 1975, doi 10.1016/0012-365X(75)90103-X). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    const found = ends.findIndex((end) => end > number);
    const place = found < 0 ? ends.length : found;
    before.set(number, ends[place - 1]);
    ends[place] = number;
  }
  const rise = new Set<number>();
  for (let number = ends.at(-1); number !== undefined; number = before.get(number)) rise.add(number);
  return rise;
}
