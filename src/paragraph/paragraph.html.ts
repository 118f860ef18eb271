import { Parser } from "htmlparser2";
import sanitizeHtml from "sanitize-html";
import { type Mark, normaliseMarks } from "./paragraph.marks.js";

export { type Mark, normaliseMarks, reanchorMarks } from "./paragraph.marks.js";

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
  "script style textarea option xmp noscript iframe noembed noframes title template object svg math audio video select".split(
    " ",
  );

const SANITIZER: sanitizeHtml.IOptions = {
  allowedTags: ["a", "em", "strong", "br", "div"],
  allowedAttributes: { a: ["href"] },
  allowedSchemes: ["http", "https"],
  allowProtocolRelative: false,
  nonTextTags: UNREADABLE,
  transformTags: {
    i: "em",
    b: "strong",
    ...Object.fromEntries(BLOCKS.map((block) => [block, sanitizeHtml.simpleTransform("div", {}, false)])),
  },
};

/** Tags of elements that stay open until they are closed. */
const NESTING_TAG = /<(\/?)(?!(?:br|wbr|hr|img|input|meta|link|p|li|d[dt]|t[rdh]|option)\b)[a-z]/giu;

/** Elements nested deeper than this are read as text with their tags dropped before anything is parsed. */
const MOST_DEPTH = 256;

/**
 * Reads HTML from anywhere into a paragraph. `a` with an http or https address, `em` (also `i`) and `strong` (also `b`)
 * become marks; `br` and the bounds of blocks become `\n`; all other markup is dropped and its text kept, but for scripts,
 * styles and other content that is not text. Character references are decoded and white space is collapsed as a browser
 * does. Markup is judged by the package sanitize-html, and its output, not the input, is what is read here.
 */
export function parseParagraphHtml(html: string): ParagraphContent {
  const reader = new MarkupReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes["href"] ?? ""),
    ontext: (text) => reader.take(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(sanitizeHtml(flatten(html), SANITIZER));
  return collapse(reader.text, reader.marks);
}

/**
 * Renders a paragraph as HTML that is safe to put into a page: every character that could be markup is escaped, links are
 * checked once more and carry `rel="noopener"`, `\n` becomes `<br>`. Marks are nested link, strong, emphasis; where they
 * overlap, the inner element is closed and opened again. What `parseParagraphHtml` reads from it is the same text, with
 * its white space collapsed, and the same marks, as `normaliseMarks` gives them.
 */
export function renderParagraphHtml(text: string, marks: readonly Mark[]): string {
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
    html += switchElements(open, wanted) + escapeText(text.slice(start, bounds[index + 1] ?? start));
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
  return mark.kind === "link" ? `<a href="${escapeText(mark.href)}" rel="noopener">` : `<${ELEMENTS[mark.kind]}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\n": "<br>",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"'\n]/gu, (character) => ESCAPES[character] ?? character);
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

/** Collects text and marks from the sanitizer's output; its white space is still that of the source. */
class MarkupReader {
  text = "";
  readonly marks: Mark[] = [];
  private readonly starts: { readonly name: string; readonly start: number; readonly href: string }[] = [];
  private isAtLineStart = true;

  open(name: string, href: string): void {
    if (name === "br") this.breakLine();
    else if (name === "div") this.startLine();
    else this.starts.push({ name, start: this.text.length, href });
  }

  close(name: string): void {
    if (name === "div") this.startLine();
    if (name === "div" || name === "br") return;
    const opened = this.starts.pop();
    if (!opened) return;
    const { start, href } = opened;
    const end = this.text.length;
    if (name === "a" && href !== "") this.marks.push({ kind: "link", start, end, href });
    if (name === "em") this.marks.push({ kind: "emphasis", start, end });
    if (name === "strong") this.marks.push({ kind: "strong", start, end });
  }

  take(text: string): void {
    this.text += text.replace(/[ \t\n\f\r]+/gu, " ");
    if (/[^ \t\n\f\r]/u.test(text)) this.isAtLineStart = false;
  }

  private startLine(): void {
    if (!this.isAtLineStart) this.breakLine();
  }

  private breakLine(): void {
    this.text += "\n";
    this.isAtLineStart = true;
  }
}

/** Collapses white space, and moves the marks with their words: one space for many, none around line breaks and ends. */
function collapse(text: string, marks: readonly Mark[]): ParagraphContent {
  const moved = new Int32Array(text.length + 1);
  let collapsed = "";
  let done = 0;
  const keep = (until: number, as: string): void => {
    for (let at = done; at < until; at += 1) moved[at] = collapsed.length + Math.min(at - done, as.length);
    collapsed += as;
    done = until;
  };
  for (const match of text.matchAll(/[ \n]+/gu)) {
    const end = match.index + match[0].length;
    keep(match.index, text.slice(done, match.index));
    keep(end, match.index === 0 || end === text.length ? "" : match[0].replace(/ /gu, "") || " ");
  }
  keep(text.length, text.slice(done));
  moved[text.length] = collapsed.length;
  const at = (offset: number): number => moved[offset] ?? collapsed.length;
  const placed = marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
  return { text: collapsed, marks: normaliseMarks(collapsed, placed) };
}
