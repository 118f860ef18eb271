import { type IntakeBlock, type IntakeRole, collapse } from "./intake.parts.js";
import { readEmbed, readEmbedLine } from "./intake.posts.js";
import { attribute, childElements, classesOf, type Element, isUnreadable, textOf } from "./intake.tree.js";

/** A block together with the element that holds it. */
export interface PlacedBlock {
  readonly block: IntakeBlock;
  readonly element: Element;
}

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  (
    "address article blockquote body center dd details dialog div dl dt fieldset figure header hgroup hr html li main " +
    "ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 " +
    // What NITF adds.
    "bq block body.content hl2 nitf-table q-block"
  ).split(" "),
);

/** Elements around a story that are none of it. */
const FURNITURE = new Set("nav aside footer form button menu figcaption caption dialog media credit note".split(" "));

const SUBHEADS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "hl2"]);

const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:related|recirc\w*|newsletters?|subscri\w+|shar(?:e|ing)|social|advert\w*|ads?|promos?|promotion|comments?|breadcrumbs?|paywall|cookies?|sidebar|toolbar|tags?|outbrain|taboola|caption|credit|byline|author|dateline-meta|timestamp|navigation|menu|skip)(?:$|[\s_-]|__)/iu;

/** Furniture is short; a longer element that bears such a class is a story all the same. */
const LONGEST_FURNITURE = 900;

/**
 * The running text of an element in reading order, piece by piece, with the posts embedded in it. Navigation, forms,
 * captions and hidden parts are dropped.
 */
export function readBlocks(root: Element): readonly PlacedBlock[] {
  const reader = new BlockReader();
  reader.readInto(root, "text");
  reader.flush();
  return reader.placed;
}

class BlockReader {
  readonly placed: PlacedBlock[] = [];
  #text: string[] = [];
  #holder: Element | null = null;
  #role: IntakeRole = "text";

  readInto(element: Element, role: IntakeRole): void {
    let breaks = 0;
    for (const child of element.children) {
      if (typeof child === "string") {
        if (child.trim() !== "") breaks = 0;
        this.#take(child, element, role);
      } else if (child.name === "br") {
        breaks += 1;
        if (breaks > 1) this.flush();
        else this.#take(" ", element, role);
      } else {
        breaks = 0;
        this.#readElement(child, role);
      }
    }
  }

  flush(): void {
    const text = collapse(this.#text.join(""));
    if (text !== "" && this.#holder) {
      const post = this.#role === "text" ? readEmbedLine(text, this.#holder) : null;
      const block = post ?? ({ kind: "text", role: this.#role, text, line: this.#holder.line } as const);
      this.placed.push({ block, element: this.#holder });
    }
    this.#text = [];
    this.#holder = null;
  }

  #readElement(element: Element, role: IntakeRole): void {
    const embed = readEmbed(element);
    if (embed) {
      this.flush();
      if (embed.post) this.placed.push({ block: embed.post, element });
    } else if (!isDropped(element)) this.#readContent(element, role);
    else if (isSocialFrame(element)) this.#readEmbedsIn(element);
  }

  /** What a class calls social or shared may be nothing but the frame around a post. */
  #readEmbedsIn(element: Element): void {
    for (const child of childElements(element)) {
      const embed = readEmbed(child);
      if (embed?.post) {
        this.flush();
        this.placed.push({ block: embed.post, element: child });
      } else if (!embed && !isUnreadable(child)) this.#readEmbedsIn(child);
    }
  }

  #readContent(element: Element, role: IntakeRole): void {
    if (element.name === "q") return this.#readQuotation(element, role);
    if (!BLOCKS.has(element.name)) return this.readInto(element, role);
    this.flush();
    if (element.name === "tr") this.#readRow(element);
    else this.readInto(element, roleOf(element, role));
    this.flush();
  }

  /** Browsers put the marks around a quotation that the markup leaves out. */
  #readQuotation(element: Element, role: IntakeRole): void {
    const isMarked = /^[“„«"‘「]/u.test(textOf(element));
    if (!isMarked) this.#take("“", element, role);
    this.readInto(element, role);
    if (!isMarked) this.#take("”", element, role);
  }

  #readRow(row: Element): void {
    const cells = childElements(row).map((cell) => textOf(cell));
    this.#take(cells.filter((text) => text !== "").join(" | "), row, "text");
  }

  #take(text: string, holder: Element, role: IntakeRole): void {
    if (this.#holder === null && text.trim() !== "") {
      this.#holder = holder;
      this.#role = role;
    }
    this.#text.push(text);
  }
}

function roleOf({ name }: Element, around: IntakeRole): IntakeRole {
  if (SUBHEADS.has(name)) return "subhead";
  return name === "li" || name === "dd" ? "list" : around;
}

function isDropped(element: Element): boolean {
  return isUnreadable(element) || FURNITURE.has(element.name) || isHidden(element) || isFurnitureByClass(element);
}

/** Whether it is dropped for a class that also stands around posts in the text. */
function isSocialFrame(element: Element): boolean {
  if (isUnreadable(element) || FURNITURE.has(element.name) || isHidden(element)) return false;
  return /(?:^|[\s_-])(?:social|shar(?:e|ing))(?:$|[\s_-])/iu.test((attribute(element, "class") ?? "").slice(0, 1000));
}

function isFurnitureByClass(element: Element): boolean {
  const named = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`.slice(0, 1000);
  return FURNITURE_CLASS.test(named) && !BODY_CLASS.test(named) && isShorter(element, LONGEST_FURNITURE);
}

/** Classes of the text itself, which may name its parts beside. */
const BODY_CLASS = /(?:^|[\s_-])(?:body|content|text|story|main|entry)(?:$|[\s_-]|__)/iu;

function isHidden({ attributes }: Element): boolean {
  if ("hidden" in attributes && attributes["hidden"] !== "until-found") return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test((attributes["style"] ?? "").slice(0, 2000));
}

/** Whether an element holds fewer characters; it looks at no more of them than that. */
function isShorter(element: Element, limit: number): boolean {
  let left = limit;
  const visit = ({ children }: Element): void => {
    for (const child of children) {
      if (left < 0) return;
      if (typeof child === "string") left -= child.trim().length;
      else {
        left -= 1;
        visit(child);
      }
    }
  };
  visit(element);
  return left >= 0;
}

/** Whether an element bears one of these classes. */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  return classesOf(element).some((name) => names.includes(name));
}
