import type { Element } from "domhandler";
import { CopyError } from "../../story/fault.js";
import { readBlocks } from "../page/blocks.js";
import {
  collapse,
  dayOf,
  type DocumentDateline,
  type DocumentParts,
  type DocumentPerson,
  type DocumentSummary,
  languageTag,
  stated,
} from "../document-parts.js";
import { partCredit, type PlacedImage } from "../page/images.js";
import { placeImages } from "../page/places.js";
import { warnOfLeftOut } from "../page/left-out.js";
import { isDayAlone } from "../moments.js";
import { type Notices, type Withdrawal, releaseOf, withdrawOrRefuse, warnOfNotices } from "../notices.js";
import {
  attribute,
  elementText,
  find,
  findAll,
  findOutermost,
  lineOf,
  ownText,
  readXmlTree,
  without,
} from "../page/tree.js";

/** Reads NITF 3.x into the parts of a story. Throws a CopyError with the line when it is broken or holds no story. */
export function readNitf(content: string): DocumentParts | Withdrawal {
  const [nitf, second, ...others] = findOutermost(readXmlTree(content), "nitf");
  if (!nitf) throw new CopyError("The XML is no NITF: it has no element nitf.", 1);
  if (second)
    throw new CopyError(`The XML holds ${others.length + 2} stories in NITF; send them one by one.`, lineOf(second));
  return readNitfElement(nitf);
}

/** Reads an element `nitf`, wherever it is. Throws a CopyError when it has no body. */
export function readNitfElement(nitf: Element): DocumentParts | Withdrawal {
  const content = find(nitf, "body.content") ?? find(nitf, "body");
  const docdata = find(nitf, "docdata");
  const notices = docdata === null ? {} : readNotices(docdata);
  if (!content) {
    const message = "The NITF has no body.content, so it holds no story.";
    return withdrawOrRefuse(message, lineOf(nitf), releaseOf(notices), readOwnId(docdata));
  }
  const head = find(nitf, "body.head");
  const title = find(find(nitf, "head") ?? nitf, "title");
  const placed = readBlocks(content);
  return {
    headline:
      stated(elementText(head && find(head, "hl1")), "The NITF has it as hl1.") ??
      stated(rawText(title), "It is the title of the NITF."),
    byline: stated(readByline(head), "The NITF has it as the byline."),
    language: stated(languageTag(attribute(nitf, "lang") ?? attribute(content, "lang")), "The NITF says so."),
    dateline: readDateline(head),
    publishedOn:
      dayOf(normOf(docdata, "date.issue")) ??
      dayOf(attribute(find(nitf, "pubdata"), "date.publication")) ??
      dayOf(normOf(docdata, "date.release")),
    ownId: readOwnId(docdata),
    summaries: readSummaries(head),
    topics: readTopics(nitf, docdata),
    persons: readPersons(content, docdata),
    blocks: placed.map(({ block }) => block),
    images: placeImages(content, readPictures(content), placed),
    warnings: [...warnOfNotices(notices), ...warnOfLeftOut(placed)],
    release: releaseOf(notices),
  };
}

function readPictures(content: Element): readonly PlacedImage[] {
  return findAll(content, ({ name }) => name === "media").flatMap((media) => readMedia(media) ?? []);
}

/** A picture with the words under it and who made it; null for any other medium. */
function readMedia(media: Element): PlacedImage | null {
  const references = findAll(media, ({ name }) => name === "media-reference");
  const isImage = (attribute(media, "media-type") ?? "image") === "image";
  const reference = references.find((each) => /^image\b/iu.test(attribute(each, "mime-type") ?? "image"));
  const url = attribute(reference ?? null, "source") ?? attribute(reference ?? null, "name");
  if (!isImage || !reference || url === null) return null;
  const { caption, credit } = partCredit(elementText(find(media, "media-caption")));
  const producer = elementText(find(media, "media-producer"));
  const alt = attribute(reference, "alternate-text") ?? "";
  const image = { url, caption, credit: producer || credit, alt, isLead: false, line: lineOf(media) };
  return { image, element: media };
}

/** The abstract, and the second headline. */
function readSummaries(head: Element | null): readonly DocumentSummary[] {
  if (head === null) return [];
  const of = (names: string, reason: string): readonly DocumentSummary[] =>
    findAll(head, ({ name }) => name === names).flatMap((each) => stated(elementText(each), reason) ?? []);
  return [...of("abstract", "The NITF has it as the abstract."), ...of("hl2", "The NITF has it as hl2.")];
}

/** The subjects in the head, each by its narrowest name, and those that identify the content. */
function readTopics(nitf: Element, docdata: Element | null): readonly string[] {
  const subjects = findAll(find(nitf, "head") ?? nitf, ({ name }) => name === "tobject.subject").map((each) =>
    ["detail", "matter", "type"]
      .map((rank) => attribute(each, `tobject.subject.${rank}`))
      .find((name) => name !== null),
  );
  const classifiers = docdata === null ? [] : findAll(docdata, isSubject);
  const names = classifiers.map((each) => attribute(each, "value") ?? elementText(each));
  return [...subjects, ...names].flatMap((name) => name ?? []);
}

function isSubject(element: Element): boolean {
  const type = attribute(element, "type") ?? "";
  return element.name === "classifier" && /\b(?:subject|topic|category|mediatopic)/iu.test(type);
}

function normOf(docdata: Element | null, name: string): string | null {
  return attribute(docdata && find(docdata, name), "norm");
}

/** A release after the issue is an embargo. A day alone that is not later is when it came, not until when to wait. */
function readNotices(docdata: Element): Notices {
  const [issued, released] = [normOf(docdata, "date.issue"), normOf(docdata, "date.release")];
  const isLater = issued !== null && released !== null && released > issued;
  const releasedAt = released !== null && isDayAlone(released) ? `${dayOf(released) ?? released}T00:00Z` : released;
  const messages = findAll(docdata, ({ name }) => name === "ed-msg" || name === "correction");
  return {
    embargoedUntil: isLater ? released : null,
    releasedAt: isLater ? null : releasedAt,
    status: attribute(docdata, "management-status"),
    notes: messages.flatMap((each) => [attribute(each, "info"), elementText(each)]),
    usage: elementText(find(docdata, "doc.rights")) || elementText(find(docdata, "del-list")),
  };
}

/** The byline with the title that is in it, parted as in print. */
function readByline(head: Element | null): string {
  const byline = head && find(head, "byline");
  const title = byline && find(byline, "byttl");
  if (!byline || !title) return elementText(byline);
  const name = elementText(without(byline, (each) => each === title)).replace(/[,\s]+$/u, "");
  return [name, elementText(title)].filter((part) => part !== "").join(", ");
}

/** A title is no text to read in a page, so it is taken from its own strings. */
function rawText(element: Element | null): string {
  return collapse(ownText(element));
}

function readDateline(head: Element | null): DocumentDateline | null {
  const distributor = elementText(head && find(head, "distributor"));
  const dateline = head && find(head, "dateline");
  if (!dateline) return null;
  const location = find(dateline, "location");
  const date = find(dateline, "story.date");
  const text = elementText(dateline);
  if (text === "") return null;
  const placeText = location ? elementText(location) : text.replace(elementText(date), "");
  return {
    text,
    place: placeText.replace(/^[\s,]+|[\s,–—-]+$/gu, "") || null,
    date: dayOf(attribute(date, "norm")),
    agency: distributor || null,
    reason: "The NITF has it as the dateline.",
  };
}

function readOwnId(docdata: Element | null): string | null {
  const id = docdata && find(docdata, "doc-id");
  const text = attribute(id, "id-string");
  const source = attribute(id, "regsrc");
  return text === null ? null : source === null ? `nitf:${text}` : `nitf:${source}:${text}`;
}

/** Those marked in the text and those listed above it, each once. */
function readPersons(content: Element, docdata: Element | null): readonly DocumentPerson[] {
  const listed = docdata ? findAll(docdata, ({ name }) => name === "person") : [];
  const marked = findAll(content, ({ name }) => name === "person");
  const persons = new Map<string, string | null>();
  for (const person of [...listed, ...marked]) {
    const { name, role } = readPerson(person);
    if (name.length > 1 && name.length <= 120) persons.set(name, persons.get(name) ?? role);
  }
  return [...persons].map(([name, role]) => ({ name, role, handles: [] }));
}

/** The name, and the function that may be in the same element before it or behind it. */
function readPerson(person: Element): { readonly name: string; readonly role: string | null } {
  const role = elementText(find(person, "function")) || null;
  const parts = ["name.given", "name.family"]
    .map((part) => elementText(find(person, part)))
    .filter((part) => part !== "");
  if (parts.length > 0) return { name: parts.join(" "), role };
  const named = without(person, (each) => each.name === "function");
  return { name: elementText(named).replace(/^[\s,]+|[\s,]+$/gu, ""), role };
}
