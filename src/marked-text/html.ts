import { escapeMarkup } from "../lib/escape-markup.js";
import { Parser } from "htmlparser2";
import sanitizeHtml from "sanitize-html";
import { collapseLines } from "./collapse.js";
import { type Mark, normaliseMarks } from "./marks.js";
import { MarkupReader } from "./markup.js";

export { type Mark, normaliseMarks, reanchorMarks } from "./marks.js";

/** A paragraph as it is kept: plain text, a line break as `\n`, and the marks on it in their normal order. */
export interface ParagraphContent {
  readonly text: string;
  readonly marks: Mark[];
}

/** Elements that begin a line of their own in a browser; in a paragraph they leave a line break. */
const BLOCKS = (
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
  "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th " +
  "thead tr ul"
).split(" ");

/** Elements whose content is not text to read. */
const UNREADABLE =
  "script style textarea option xmp noscript iframe noembed noframes title template object svg math audio video select xml".split(
    " ",
  );

const SANITIZER: sanitizeHtml.IOptions = {
  allowedTags: ["a", "em", "strong", "br", "div", "span", "del", "sup", "sub"],
  // What is left is only read again: styles decide what is bold, italic, raised or struck out.
  allowedAttributes: { "*": ["style"], a: ["href"], sup: ["class"] },
  parseStyleAttributes: false,
  allowedSchemes: ["http", "https"],
  allowProtocolRelative: false,
  nonTextTags: UNREADABLE,
  transformTags: {
    i: "em",
    b: "strong",
    s: "del",
    strike: "del",
    ...Object.fromEntries(BLOCKS.map((block) => [block, sanitizeHtml.simpleTransform("div", {})])),
  },
};

/** Tags of elements that stay open until they are closed. */
const NESTING_TAG = /<(\/?)(?!(?:br|wbr|hr|img|input|meta|link|p|li|d[dt]|t[rdh]|option)\b)[a-z]/giu;

/** Elements nested deeper than this are read as text with their tags dropped before anything is parsed. */
const MOST_DEPTH = 256;

/**
 * Reads HTML from anywhere into a paragraph. `a` with an http or https address, `em` (also `i`) and `strong` (also `b`)
 * become marks, and so do bold and italic letters of CSS; `br` and the bounds of blocks become `\n`. Struck words
 * (`del`, `s`, `strike`, line-through) and the marks of notes are dropped; raised and lowered digits become superscripts
 * and subscripts. All other markup is dropped and its text kept, except for scripts, styles and other content that is not
 * text. Character references are decoded and white space is collapsed as a browser does. Markup is judged by the package
 * sanitize-html, and its output, not the input, is what is read here.
 */
export function parseParagraphHtml(html: string): ParagraphContent {
  const reader = new MarkupReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.take(text),
    onclosetag: () => reader.close(),
  });
  parser.end(sanitizeHtml(keepLineFeeds(flatten(html)), SANITIZER));
  return collapseLines(reader.text, reader.marks);
}

/** How a line break is rendered: as an element, or as a reference to the character, which shows as white space. */
export type LineBreak = "<br>" | "&#10;";

/** A reference to a line feed outside tags. Tags are matched as well and left unchanged. */
const TAG_OR_LINE_FEED = /<[^<>]*>|&#(?:0*10|[xX]0*[aA]);/gu;

/** Line feeds that are written as references are meant, unlike those of the source's own lines. */
function keepLineFeeds(html: string): string {
  return html.replace(TAG_OR_LINE_FEED, (match) => (match.startsWith("<") ? match : "<br>"));
}

/**
 * Renders a paragraph as HTML that is safe to put into a page: every character that could be markup is escaped, links are
 * checked once more and carry `rel="noopener"`, `\n` becomes `lineBreak`. Marks are nested link, strong, emphasis; where they
 * overlap, the inner element is closed and opened again. What `parseParagraphHtml` reads from it is the same text, with
 * its white space collapsed, and the same marks, as `normaliseMarks` returns them.
 */
export function renderParagraphHtml(text: string, marks: readonly Mark[], lineBreak: LineBreak = "<br>"): string {
  const normal = normaliseMarks(text, marks);
  const bounds = [...new Set([0, text.length, ...normal.flatMap((mark) => [mark.start, mark.end])])];
  bounds.sort((one, other) => one - other);
  let html = "";
  let open: readonly Mark[] = [];
  let next = 0;
  for (const [index, start] of bounds.entries()) {
    let wanted = open.filter((mark) => mark.end > start);
    for (let mark = normal[next]; mark && mark.start <= start; mark = normal[next]) {
      wanted = [...wanted, mark];
      next += 1;
    }
    wanted = sortByNesting(wanted);
    html +=
      switchElements(open, wanted) +
      escapeMarkup(text.slice(start, bounds[index + 1] ?? start)).replaceAll("\n", lineBreak);
    open = wanted;
  }
  return html;
}

const NESTING = { link: 0, strong: 1, emphasis: 2 };
const ELEMENTS = { link: "a", strong: "strong", emphasis: "em" };

function sortByNesting(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((one, other) => NESTING[one.kind] - NESTING[other.kind]);
}

function switchElements(open: readonly Mark[], wanted: readonly Mark[]): string {
  let kept = 0;
  while (kept < open.length && open[kept] === wanted[kept]) kept += 1;
  const closing = open.slice(kept).reverse();
  return closing.map((mark) => `</${ELEMENTS[mark.kind]}>`).join("") + wanted.slice(kept).map(openElement).join("");
}

function openElement(mark: Mark): string {
  return mark.kind === "link" ? `<a href="${escapeMarkup(mark.href)}" rel="noopener">` : `<${ELEMENTS[mark.kind]}>`;
}

/**
 * The parsers keep open elements in a list that they search from the front, so thousands of nested elements would take
 * time in proportion to their square. No newsroom's paragraph nests so deep: such input loses all of its tags.
 */
function flatten(html: string): string {
  let depth = 0;
  for (const tag of html.matchAll(NESTING_TAG)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth > MOST_DEPTH || depth < -MOST_DEPTH) return html.replace(/<[^<>]{0,4096}>?/gu, " ");
  }
  return html;
}
