import { WireCopyError } from "../wire/wire.fault.js";
import { readBlocks } from "./intake.blocks.js";
import { readHtml } from "./intake.html.js";
import { readNitfElement } from "./intake.nitf.js";
import {
  dayOf,
  type IntakeDateline,
  type IntakeParts,
  type IntakePerson,
  languageTag,
  type Told,
  told,
} from "./intake.parts.js";
import { readPlain } from "./intake.plain.js";
import { attribute, childElements, type Element, find, findAll, readXmlTree, textOf } from "./intake.tree.js";

/**
 * Reads a NewsML-G2 item, or a message with one story in it, into the parts of a story. Throws a WireCopyError with the
 * line when it is broken, holds no text, or holds several stories.
 */
export function readNewsml(content: string): IntakeParts {
  const items = findAll(readXmlTree(content), ({ name }) => name === "newsitem");
  if (items.length === 0) throw new WireCopyError("The XML is no NewsML-G2 news item: it has no element newsItem.", 1);
  const worded = items.filter((item) => readBody(item) !== null);
  const [item, second] = worded;
  if (!item) throw new WireCopyError("The NewsML-G2 item holds no text of a story.", items[0]?.line ?? 1);
  if (second)
    throw new WireCopyError(`The NewsML-G2 message holds ${worded.length} stories; send them one by one.`, second.line);
  return readItem(item);
}

function readItem(item: Element): IntakeParts {
  const meta = find(item, "contentmeta") ?? { ...item, children: [] };
  const itemMeta = find(item, "itemmeta") ?? { ...item, children: [] };
  const body = readBody(item);
  const guid = attribute(item, "guid");
  return {
    headline: readHeadline(meta) ?? body?.headline ?? titleOf(itemMeta),
    byline: readByline(meta) ?? body?.byline ?? null,
    language:
      told(languageTag(attribute(find(meta, "language"), "tag") ?? attribute(item, "lang")), "The item says so.") ??
      body?.language ??
      null,
    dateline: readDateline(meta) ?? body?.dateline ?? null,
    publishedOn: dayOf(textOf(find(itemMeta, "versioncreated"))) ?? body?.publishedOn ?? null,
    ownId: guid ?? body?.ownId ?? null,
    persons: readPersons(meta).concat(body?.persons ?? []),
    blocks: body?.blocks ?? [],
  };
}

function titleOf(meta: Element): Told | null {
  const title = childElements(meta).find(({ name }) => name === "title");
  return told(title?.children.filter((child) => typeof child === "string").join(""), "It is the title of the item.");
}

/** The first headline, or the one that is marked as the main one. */
function readHeadline(meta: Element): Told | null {
  const all = childElements(meta).filter(({ name }) => name === "headline");
  const main = all.find((each) => /(?:^|:)main$/u.test(attribute(each, "role") ?? "")) ?? all[0];
  return told(textOf(main ?? null), "The item gives it as the headline.");
}

function readByline(meta: Element): Told | null {
  const by = childElements(meta).find(({ name }) => name === "by");
  const creators = childElements(meta).filter(({ name }) => name === "creator");
  const names = creators.map((each) => textOf(find(each, "name"))).filter((name) => name !== "");
  return (
    told(textOf(by ?? null), "The item gives it as the byline.") ??
    told(names.join(", "), "The item names the creator.")
  );
}

function readDateline(meta: Element): IntakeDateline | null {
  const dateline = childElements(meta).find(({ name }) => name === "dateline");
  const located = childElements(meta).find(({ name }) => name === "located");
  const place = located ? textOf(find(located, "name")) : "";
  const text = textOf(dateline ?? null);
  if (text === "" && place === "") return null;
  const date = dayOf(textOf(find(meta, "contentcreated")));
  return {
    text: text || null,
    place: place || null,
    date: text === "" ? null : date,
    agency: null,
    reason: "The item gives it as the dateline.",
  };
}

function readPersons(meta: Element): IntakePerson[] {
  const subjects = childElements(meta).filter(
    (each) => each.name === "subject" && /(?:^|:)person$/u.test(attribute(each, "type") ?? ""),
  );
  return subjects.flatMap((subject) => {
    const name = textOf(find(subject, "name"));
    return name === "" ? [] : [{ name, role: null, handles: [] }];
  });
}

const nothingTold = {
  headline: null,
  byline: null,
  language: null,
  dateline: null,
  publishedOn: null,
  ownId: null,
  persons: [],
} as const;

/** What the content of an item holds; null when it is no text. */
function readBody(item: Element): IntakeParts | null {
  const set = find(item, "contentset");
  for (const inline of set ? childElements(set) : []) {
    const parts =
      inline.name === "inlinexml"
        ? readInlineXml(inline)
        : inline.name === "inlinedata"
          ? readInlineData(inline)
          : null;
    if (parts && parts.blocks.length > 0) return parts;
  }
  return null;
}

function readInlineXml(inline: Element): IntakeParts {
  const nitf = find(inline, "nitf");
  if (nitf) return readNitfElement(nitf);
  const body = find(inline, "body") ?? inline;
  return { ...nothingTold, blocks: readBlocks(body).map(({ block }) => block) };
}

function readInlineData(inline: Element): IntakeParts | null {
  const encoding = attribute(inline, "encoding");
  const type = attribute(inline, "contenttype") ?? "text/plain";
  if (encoding !== null || !type.startsWith("text/")) return null;
  const text = inline.children.filter((child) => typeof child === "string").join("");
  return /html/u.test(type) ? readHtml(text) : { ...nothingTold, blocks: readPlain(text) };
}
