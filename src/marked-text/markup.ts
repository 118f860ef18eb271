import {
  type InlineStyle,
  isNamedNote,
  isRaisedNote,
  lowerText,
  PLAIN_STYLE,
  raiseText,
  styleWithin,
} from "@dateline/copy-reader/text";
import type { Mark } from "./marks.js";

interface OpenElement {
  readonly name: string;
  readonly style: InlineStyle;
  /** Where its text begins. */
  readonly start: number;
  /** Whether it leads to a note within the same page. */
  readonly isNoteLink: boolean;
}

/** Collects text and marks from well-formed markup; its white space is still that of the source. */
export class MarkupReader {
  text = "";
  readonly marks: Mark[] = [];
  readonly #open: OpenElement[] = [];
  /** The place of the latest mark of each kind. */
  readonly #last = new Map<Mark["kind"], number>();
  #isAtLineStart = true;
  /** Whether a link within the raised text leads to a note. */
  #leadsToNote = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "div") this.#startLine();
    else if (name === "br") this.#breakLine();
    const isNoteLink = name === "a" && (attributes["href"] ?? "").trim().startsWith("#");
    const style = styleWithin(name, attributes, this.#style);
    if (style.position !== "line" && this.#style.position === "line") this.#leadsToNote = isNoteLink || this.#isInNote;
    this.#leadsToNote ||= isNoteLink || (name === "sup" && isNamedNote(attributes["class"], "1"));
    this.#open.push({ name, style, start: this.text.length, isNoteLink });
  }

  close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const { name, style, start } = closed;
    if (style.position !== "line" && this.#style.position === "line") this.#place(start, style.position);
    if (name === "div") this.#startLine();
  }

  take(text: string): void {
    const { isStruck, isIgnored } = this.#style;
    if (isStruck || isIgnored) return;
    this.#add(text.replace(/[ \t\n\f\r]+/gu, " "));
    if (/[^ \t\n\f\r]/u.test(text)) this.#isAtLineStart = false;
  }

  #add(text: string): void {
    const { isStrong, isEmphasised, href } = this.#style;
    const [start, end] = [this.text.length, this.text.length + text.length];
    this.text += text;
    if (href !== null) this.#mark({ kind: "link", start, end, href });
    if (isEmphasised) this.#mark({ kind: "emphasis", start, end });
    if (isStrong) this.#mark({ kind: "strong", start, end });
  }

  /** Goes on with the mark of this kind that ends here, also across a line break, or begins one. */
  #mark(mark: Mark): void {
    const at = this.#last.get(mark.kind);
    const last = at === undefined ? undefined : this.marks[at];
    const goesOn = last?.end === mark.start && hrefOf(last) === hrefOf(mark);
    if (goesOn && at !== undefined) this.marks[at] = { ...last, end: mark.end };
    else this.#last.set(mark.kind, this.marks.push(mark) - 1);
  }

  get #style(): InlineStyle {
    return this.#open.at(-1)?.style ?? PLAIN_STYLE;
  }

  get #isInNote(): boolean {
    return this.#open.some(({ isNoteLink }) => isNoteLink);
  }

  /** Writes the raised or lowered text since `start` on the line; the mark of a note is dropped. */
  #place(start: number, position: "raised" | "lowered"): void {
    const [before, own] = [this.text.slice(0, start), this.text.slice(start)];
    const isNote =
      position === "raised" && (isRaisedNote(own, before) || (this.#leadsToNote && /^\W*\w{1,3}\W*$/u.test(own)));
    const kept = isNote ? "" : position === "raised" ? raiseText(own) : lowerText(own);
    this.text = before + kept;
    for (const [at, mark] of this.marks.entries()) {
      if (mark.end <= start) continue;
      const moved = mark.start < start ? mark.start : start;
      this.marks[at] = { ...mark, start: Math.min(moved, this.text.length), end: this.text.length };
    }
  }

  #startLine(): void {
    if (!this.#isAtLineStart) this.#breakLine();
  }

  #breakLine(): void {
    this.#add("\n");
    this.#isAtLineStart = true;
  }
}

function hrefOf(mark: Mark): string {
  return mark.kind === "link" ? mark.href : "";
}
