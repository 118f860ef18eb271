import { asObject, asObjects, asText, nestsTooDeep } from "./values.js";

/** An item of a document that may hold several. */
export interface ListedItem {
  /** A document of its own. */
  readonly content: string;
  /** The line of the whole document on which it begins, from 1. */
  readonly line: number;
  /** What it is, in the singular, when it is no story; null when it is one. */
  readonly skipped: string | null;
}

type Item = Readonly<Record<string, unknown>>;

/** The ninjs items of a list, of a search result, of a package or of lines of JSON; none for what is one item. */
export function listItems(content: string): readonly ListedItem[] {
  const lines = listLines(content);
  if (lines.length > 0) return lines;
  if (nestsTooDeep(content)) return [];
  try {
    const items = itemsOf(JSON.parse(content.replace(/^\ufeff/u, "")));
    return items.map((item) => ({ content: JSON.stringify(item), line: 1, skipped: skippedOf(item) }));
  } catch {
    return [];
  }
}

/** Whether each line is an item of its own. */
function listLines(content: string): readonly ListedItem[] {
  const lines = content.replace(/^\ufeff/u, "").split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length < 2 || !filled.every((line) => /^\s*\{.*\}\s*$/u.test(line))) return [];
  return lines.flatMap((line, at) =>
    line.trim() === "" ? [] : [{ content: line, line: at + 1, skipped: skippedLine(line) }],
  );
}

/** A broken line is a story that cannot be read, so that it is reported. */
function skippedLine(line: string): string | null {
  if (nestsTooDeep(line)) return null;
  try {
    const item = asObject(JSON.parse(line));
    return item === null ? null : skippedOf(item);
  } catch {
    return null;
  }
}

function itemsOf(value: unknown): readonly Item[] {
  const wrapped = asObject(value);
  const list = wrapped ? listOf(wrapped) : value;
  if (list !== null) return Array.isArray(list) ? asObjects(list).flatMap((item) => unpack(item)) : [];
  return wrapped ? unpack(wrapped) : [];
}

/** The items that an answer of an API wraps; null for an item. */
function listOf(wrapped: Item): unknown {
  for (const key of ["items", "_items", "newsItems", "data", "hits", "results"]) {
    const list = wrapped[key];
    if (Array.isArray(list) && asObjects(list).some(isItem)) return list;
  }
  return null;
}

function isItem(item: Item): boolean {
  return Object.keys(item).some((key) => /^(?:uri|guid|headlines?|body_\w+|bodies|type|associations)$/iu.test(key));
}

/** The items of a package stand for it, for it has no text itself. */
function unpack(item: Item): readonly Item[] {
  const associated = item["associations"];
  const items = Array.isArray(associated) ? asObjects(associated) : Object.values(asObject(associated) ?? {});
  const own = asObjects(items);
  return asText(item["type"]) === "composite" && own.length > 0 && !hasText(item) ? own.flatMap(unpack) : [item];
}

function hasText(item: Item): boolean {
  return Object.entries(item).some(
    ([key, value]) => /^(?:body_|bodies$)/iu.test(key) && value !== null && value !== "",
  );
}

function skippedOf(item: Item): string | null {
  const type = asText(item["type"]);
  const isText = type === null || type === "text" || hasText(item);
  const isTakenBack = /cancel|withheld|kill/iu.test(asText(item["pubstatus"]) ?? "");
  return isText || isTakenBack ? null : `item of the type ${JSON.stringify(type.slice(0, 40))}`;
}
