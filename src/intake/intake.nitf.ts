import { WireCopyError } from "../wire/wire.fault.js";
import { readBlocks } from "./intake.blocks.js";
import {
  collapse,
  dayOf,
  type IntakeDateline,
  type IntakeParts,
  type IntakePerson,
  languageTag,
  told,
} from "./intake.parts.js";
import { attribute, type Element, find, findAll, readXmlTree, textOf } from "./intake.tree.js";

/** Reads NITF 3.x into the parts of a story. Throws a WireCopyError with the line when it is broken or holds no story. */
export function readNitf(content: string): IntakeParts {
  const nitf = find(readXmlTree(content), "nitf");
  if (!nitf) throw new WireCopyError("The XML is no NITF: it has no element nitf.", 1);
  return readNitfElement(nitf);
}

/** Reads an element `nitf`, wherever it stands. Throws a WireCopyError when it has no body. */
export function readNitfElement(nitf: Element): IntakeParts {
  const content = find(nitf, "body.content") ?? find(nitf, "body");
  if (!content) throw new WireCopyError("The NITF has no body.content, so it holds no story.", nitf.line);
  const head = find(nitf, "body.head");
  const docdata = find(nitf, "docdata");
  const title = find(find(nitf, "head") ?? nitf, "title");
  return {
    headline:
      told(textOf(head && find(head, "hl1")), "The NITF gives it as hl1.") ??
      told(rawText(title), "It is the title of the NITF."),
    byline: told(textOf(head && find(head, "byline")), "The NITF gives it as the byline."),
    language: told(languageTag(attribute(nitf, "lang") ?? attribute(content, "lang")), "The NITF says so."),
    dateline: readDateline(head),
    publishedOn: dayOf(attribute(docdata && find(docdata, "date.issue"), "norm")),
    ownId: readOwnId(docdata),
    persons: readPersons(content, docdata),
    blocks: readBlocks(content).map(({ block }) => block),
  };
}

/** A title is no text to read in a page, so it is taken from its own strings. */
function rawText(element: Element | null): string {
  return collapse(element?.children.filter((child) => typeof child === "string").join("") ?? "");
}

function readDateline(head: Element | null): IntakeDateline | null {
  const dateline = head && find(head, "dateline");
  if (!dateline) return null;
  const location = find(dateline, "location");
  const date = find(dateline, "story.date");
  const text = textOf(dateline);
  if (text === "") return null;
  const placeText = location ? textOf(location) : text.replace(textOf(date), "");
  return {
    text,
    place: placeText.replace(/^[\s,]+|[\s,–—-]+$/gu, "") || null,
    date: dayOf(attribute(date, "norm")),
    agency: null,
    reason: "The NITF gives it as the dateline.",
  };
}

function readOwnId(docdata: Element | null): string | null {
  const id = docdata && find(docdata, "doc-id");
  const text = attribute(id, "id-string");
  const source = attribute(id, "regsrc");
  return text === null ? null : source === null ? `nitf:${text}` : `nitf:${source}:${text}`;
}

/** Those marked in the text and those listed above it, each once. */
function readPersons(content: Element, docdata: Element | null): readonly IntakePerson[] {
  const listed = docdata ? findAll(docdata, ({ name }) => name === "person") : [];
  const marked = findAll(content, ({ name }) => name === "person");
  const names = [...listed, ...marked].map((person) => {
    const parts = ["name.given", "name.family"].map((part) => textOf(find(person, part))).filter((part) => part !== "");
    return parts.length > 0 ? parts.join(" ") : textOf(person);
  });
  return [...new Set(names)]
    .filter((name) => name.length > 1 && name.length <= 120)
    .map((name) => ({ name, role: null, handles: [] }));
}
