import type { Element } from "domhandler";
import { CopyError } from "../../story/fault.js";
import { readBlocks } from "../page/blocks.js";
import { readImages } from "../page/images.js";
import { warnOfLeftOut } from "../page/left-out.js";
import { readHtml } from "../page/page.js";
import { placeImages } from "../page/places.js";
import { readNitf, readNitfElement } from "./nitf.js";
import { FREE, joinReleases } from "../../story/release.js";
import { isWithdrawal, type Notices, type Withdrawal, releaseOf, withdrawOrRefuse, warnOfNotices } from "../notices.js";
import {
  dayOf,
  type DocumentDateline,
  type DocumentParts,
  type DocumentPerson,
  type DocumentSummary,
  languageTag,
  NOTHING_STATED,
  type StatedValue,
  stated,
} from "../document-parts.js";
import { placeBeside } from "../beside.js";
import { readPlain } from "../plain-text.js";
import { readPictureItem } from "./newsml-pictures.js";
import {
  attribute,
  childElements,
  elementText,
  find,
  findAll,
  findOutermost,
  lineOf,
  ownText,
  readXmlTree,
  withChildren,
} from "../page/tree.js";
import { unwrapMarkup } from "../page/wrapped-markup.js";

/**
 * Reads a NewsML-G2 item, or a message with one story in it, into the parts of a story. Throws a CopyError with the
 * line when it is broken, holds no text, or holds several stories.
 */
export function readNewsml(content: string): DocumentParts | Withdrawal {
  const tree = readXmlTree(content);
  const items = findOutermost(tree, "newsitem");
  const [first] = items;
  if (!first) throw new CopyError(whyNoItem(tree), 1);
  const worded: { readonly item: Element; readonly body: DocumentParts }[] = [];
  for (const item of items) {
    const body = readBody(item);
    if (body !== null && isWithdrawal(body)) return body;
    if (body !== null) worded.push({ item, body });
  }
  const [only, second] = worded;
  if (!only) {
    const release = releaseOf(readNotices(first, find(first, "itemmeta") ?? withChildren(first, [])));
    return withdrawOrRefuse(
      "The NewsML-G2 item holds no text of a story.",
      lineOf(first),
      release,
      attribute(first, "guid"),
    );
  }
  if (second)
    throw new CopyError(
      `The NewsML-G2 message holds ${worded.length} stories; send them one by one.`,
      lineOf(second.item),
    );
  const beside = items.flatMap((item) => readPictureItem(item));
  return readItem(only.item, { ...only.body, images: placeBeside(beside, only.body) });
}

function whyNoItem(tree: Element): string {
  const other = ["packageitem", "knowledgeitem", "conceptitem", "planningitem"].find((name) => find(tree, name));
  if (other === "packageitem") return "The NewsML-G2 package only refers to stories; send the stories themselves.";
  if (other !== undefined)
    return `The NewsML-G2 document is a ${other.replace("item", " item")}, which holds no story.`;
  return "The XML is no NewsML-G2 news item: it has no element newsItem.";
}

function readItem(item: Element, body: DocumentParts): DocumentParts {
  const meta = find(item, "contentmeta") ?? withChildren(item, []);
  const itemMeta = find(item, "itemmeta") ?? withChildren(item, []);
  const notices = readNotices(item, itemMeta);
  const tag = attribute(childOf(meta, "language"), "tag") ?? attribute(item, "lang");
  return {
    headline: readHeadline(meta) ?? body.headline ?? titleOf(itemMeta),
    byline: readByline(meta) ?? body.byline,
    language: stated(languageTag(tag), "The item says so.") ?? body.language,
    dateline: readDateline(meta) ?? body.dateline,
    publishedOn: dayOf(elementText(find(itemMeta, "versioncreated"))) ?? body.publishedOn,
    ownId: attribute(item, "guid") ?? body.ownId,
    summaries: [...readSummaries(meta), ...(body.summaries ?? [])],
    topics: [...readTopics(meta, languageTag(tag)), ...(body.topics ?? [])],
    persons: readPersons(meta).concat(body.persons),
    blocks: body.blocks,
    images: body.images ?? [],
    warnings: [...warnOfNotices(notices), ...(body.warnings ?? [])],
    release: joinReleases(releaseOf(notices), body.release ?? FREE),
  };
}

function childOf(element: Element, name: string): Element | null {
  return childElements(element).find((child) => child.name === name) ?? null;
}

function readNotices(item: Element, itemMeta: Element): Notices {
  const status = childOf(itemMeta, "pubstatus");
  const embargo = childOf(itemMeta, "embargoed");
  return {
    embargoedUntil: embargo && elementText(embargo),
    status: attribute(status, "qcode") ?? attribute(status, "uri")?.replace(/^.*\//u, ""),
    notes: findAll(item, ({ name }) => name === "ednote").map((note) => elementText(note)),
    usage: elementText(find(childOf(item, "rightsinfo") ?? itemMeta, "usageterms")),
  };
}

function titleOf(meta: Element): StatedValue | null {
  const title = childElements(meta).find(({ name }) => name === "title");
  return stated(ownText(title ?? null), "It is the title of the item.");
}

/** The first headline, or the one that is marked as the main one. */
function readHeadline(meta: Element): StatedValue | null {
  const all = childElements(meta).filter(({ name }) => name === "headline");
  const main = all.find((each) => /(?:^|:)main$/u.test(attribute(each, "role") ?? "")) ?? all[0];
  return stated(elementText(main ?? null), "The item has it as the headline.");
}

/** Descriptions of the story and headlines under the main one; captions are those of pictures. */
function readSummaries(meta: Element): readonly DocumentSummary[] {
  const roleOf = (each: Element): string => (attribute(each, "role") ?? "").replace(/^.*[:/]/u, "");
  const described = childElements(meta).filter(
    (each) => each.name === "description" && !/caption|credit|keyword/iu.test(roleOf(each)),
  );
  const under = childElements(meta).filter(
    (each) => each.name === "headline" && /sub|deck|secondary|dachzeile|unterzeile/iu.test(roleOf(each)),
  );
  return [
    ...described.flatMap((each) => stated(elementText(each), "The item has it as its description.") ?? []),
    ...under.flatMap((each) => stated(elementText(each), "The item has it as the headline under the main one.") ?? []),
  ];
}

/** What is a person, an organisation or a place has its own home. */
const OTHER_SUBJECT = /(?:^|[:/])(?:person|organi[sz]ation|geoarea|poi|place|event|object|animal)$/iu;

/** The subjects by their names, in the language of the item where they have one in it. */
function readTopics(meta: Element, language: string | null): readonly string[] {
  const subjects = childElements(meta).filter(
    (each) => each.name === "subject" && !OTHER_SUBJECT.test(attribute(each, "type") ?? ""),
  );
  const base = language?.split("-")[0];
  return subjects.flatMap((subject) => {
    const names = childElements(subject).filter(({ name }) => name === "name");
    const own = names.find((each) => attribute(each, "lang")?.split("-")[0]?.toLowerCase() === base);
    const name = elementText(own ?? names[0] ?? null);
    return name === "" ? [] : [name];
  });
}

function readByline(meta: Element): StatedValue | null {
  const by = childElements(meta).find(({ name }) => name === "by");
  const creators = childElements(meta).filter(({ name }) => name === "creator");
  const names = creators.map((each) => elementText(find(each, "name"))).filter((name) => name !== "");
  return (
    stated(elementText(by ?? null), "The item has it as the byline.") ??
    stated(names.join(", "), "The item names the creator.")
  );
}

function readDateline(meta: Element): DocumentDateline | null {
  const dateline = childElements(meta).find(({ name }) => name === "dateline");
  const located = childElements(meta).find(({ name }) => name === "located");
  const place = located ? elementText(find(located, "name")) : "";
  const text = elementText(dateline ?? null);
  if (text === "" && place === "") return null;
  const date = dayOf(elementText(find(meta, "contentcreated")));
  return {
    text: text || null,
    place: place || null,
    date: text === "" ? null : date,
    agency: null,
    reason: "The item has it as the dateline.",
  };
}

function readPersons(meta: Element): DocumentPerson[] {
  const subjects = childElements(meta).filter(
    (each) => each.name === "subject" && /(?:^|:)person$/u.test(attribute(each, "type") ?? ""),
  );
  return subjects.flatMap((subject) => {
    const names = childElements(subject).filter(({ name }) => name === "name");
    const full = names.find(
      (each) => !/(?:^|:)(?:short|mnemonic|sort|alternate)$/u.test(attribute(each, "role") ?? ""),
    );
    const name = elementText(full ?? names[0] ?? null);
    const role = elementText(childOf(subject, "definition"));
    return name === "" ? [] : [{ name, role: role !== "" && role.length <= 120 ? role : null, handles: [] }];
  });
}

/** What the content of an item holds, markup before plain text; null when it is no text. */
function readBody(item: Element): DocumentParts | Withdrawal | null {
  const set = childOf(item, "contentset");
  const all = set ? childElements(set) : [];
  for (const name of ["inlinexml", "inlinedata"]) {
    for (const inline of all.filter((each) => each.name === name)) {
      const parts = name === "inlinexml" ? readInlineXml(inline) : readInlineData(inline);
      if (parts && (isWithdrawal(parts) || parts.blocks.length > 0)) return parts;
    }
  }
  return null;
}

function readInlineXml(inline: Element): DocumentParts | Withdrawal {
  const nitf = find(inline, "nitf");
  if (nitf) return readNitfElement(nitf);
  const body = find(inline, "body") ?? inline;
  const placed = readBlocks(body);
  const images = placeImages(body, readImages(body), placed);
  return { ...NOTHING_STATED, blocks: placed.map(({ block }) => block), images, warnings: warnOfLeftOut(placed) };
}

function readInlineData(inline: Element): DocumentParts | Withdrawal | null {
  const encoding = attribute(inline, "encoding");
  const type = attribute(inline, "contenttype") ?? "text/plain";
  const isMarkup = /html/iu.test(type);
  if (encoding !== null || !(isMarkup || /nitf/iu.test(type) || type.startsWith("text/"))) return null;
  const text = ownText(inline);
  if (isMarkup) return readHtml(unwrapMarkup(text));
  return /nitf/iu.test(type) ? readNitf(text) : { ...NOTHING_STATED, blocks: readPlain(text) };
}
