import { type PlacedBlock, readBlocks } from "./intake.blocks.js";
import { type PageMetadata, readMetadata } from "./intake.metadata.js";
import { type IntakeBlock, type IntakeParts, languageTag, told } from "./intake.parts.js";
import { findStory } from "./intake.story.js";
import { attribute, type Element, findAll, readHtmlTree } from "./intake.tree.js";

/**
 * Reads a saved page, or the body of one, into the parts of a story. Nothing in it is run and nothing is fetched. Throws
 * a WireCopyError with the line when its elements nest deeper, or are more, than a story's can be.
 */
export function readHtml(content: string): IntakeParts {
  const tree = readHtmlTree(content);
  return isPage(tree) ? readPage(tree) : readFragment(tree);
}

function isPage(tree: Element): boolean {
  return findAll(tree, ({ name }) => name === "html" || name === "head" || name === "body").length > 0;
}

function readPage(page: Element): IntakeParts {
  const metadata = readMetadata(page);
  const found = withoutHead(
    findStory(page).map(({ block }) => block),
    metadata,
  );
  const blocks = isThin(found, metadata.text) ? toParagraphs(metadata.text ?? "") : found;
  const { headline, byline, language, place, publishedOn, ownId } = metadata;
  const dateline =
    place === null
      ? null
      : { text: null, place, date: null, agency: null, reason: "The page's structured data name the place." };
  return { headline, byline, language, dateline, publishedOn, ownId, persons: [], blocks };
}

/** A page that shows little may still carry the whole text in its data. */
function isThin(blocks: readonly IntakeBlock[], text: string | null): boolean {
  const shown = blocks.reduce((size, block) => size + (block.kind === "text" ? block.text.length : 0), 0);
  return text !== null && shown * 2 < text.length;
}

function toParagraphs(text: string): readonly IntakeBlock[] {
  const lines = text.split(/\n+/u).map((line) => line.replace(/\s+/gu, " ").trim());
  return lines.flatMap((line) => (line === "" ? [] : [{ kind: "text", role: "text", text: line, line: 1 } as const]));
}

/** The headline and the byline are told apart from the text and do not stand in it again. */
function withoutHead(blocks: readonly IntakeBlock[], { headline, byline }: PageMetadata): readonly IntakeBlock[] {
  const heads = new Set([headline, byline].flatMap((one) => (one ? [fold(one.value)] : [])));
  const head = blocks.slice(0, 8).filter(({ kind, text }) => !(kind === "text" && heads.has(foldByline(text))));
  return [...head, ...blocks.slice(8)];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function foldByline(text: string): string {
  return text.length > 500 ? "" : fold(text.replace(/^(?:by|von|par|por)\s+/iu, ""));
}

/** A fragment is all story; its first heading of the first rank is its headline. */
function readFragment(tree: Element): IntakeParts {
  const placed = readBlocks(tree);
  const at = placed.findIndex(({ element }) => element.name === "h1");
  const headline = at >= 0 && at < 3 ? told(placed[at]?.block.text, "It is the heading of the first rank.") : null;
  const blocks = placed.filter((_, index) => headline === null || index !== at).map(({ block }) => block);
  const language = told(commonLanguage(tree, placed), "The markup says so.");
  return { headline, byline: null, language, dateline: null, publishedOn: null, ownId: null, persons: [], blocks };
}

/** The language of the element around all the text. */
function commonLanguage(tree: Element, placed: readonly PlacedBlock[]): string | null {
  const only = tree.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const [first] = only;
  if (only.length !== 1 || first === undefined || typeof first === "string" || placed.length === 0) return null;
  return languageTag(attribute(first, "lang"));
}
