import { CopyError } from "../../story/fault.js";
import type { SocialPlatform } from "../../story/story-value.js";
import { refuseForeignJson } from "./foreign.js";
import { readHtml } from "../page/page.js";
import { asList, asObject, asObjects, asText, nestsTooDeep } from "./values.js";
import { readNitf } from "../xml/nitf.js";
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
import { readPictures } from "./pictures.js";
import { readPlain } from "../plain-text.js";
import { unwrapMarkup } from "../page/wrapped-markup.js";

/** An item; its properties are looked up in lower case, for their case differs from version to version. */
type Item = Readonly<Record<string, unknown>>;

/**
 * Reads a ninjs item, 1.x to 3.x, into the parts of a story. Throws a CopyError with the line when it is no JSON,
 * no item, several items, or an item without a text.
 */
export function readNinjs(content: string): DocumentParts | Withdrawal {
  const item = onlyItem(parseJson(content));
  const body = readBody(item);
  if (body !== null && isWithdrawal(body)) return body;
  const notices = readNotices(item);
  const release = releaseOf(notices);
  if (body === null || body.blocks.length === 0)
    return withdrawOrRefuse(`The ninjs item ${kindOf(item)} holds no text of a story.`, 1, release, readOwnId(item));
  return {
    headline: readHeadline(item) ?? body.headline,
    byline: stated(asText(item["by"]) ?? asText(item["byline"]), "The item has it as the byline.") ?? body.byline,
    language: stated(languageTag(asText(item["language"])), "The item says so.") ?? body.language,
    dateline: readDateline(item) ?? body.dateline,
    publishedOn: dayOf(asText(item["versioncreated"]) ?? asText(item["firstcreated"])) ?? body.publishedOn,
    ownId: readOwnId(item) ?? body.ownId,
    summaries: [...readSummaries(item), ...(body.summaries ?? [])],
    topics: [...readTopics(item), ...(body.topics ?? [])],
    persons: readPersons(item).concat(body.persons),
    blocks: body.blocks,
    images: placeBeside(readPictures(item), body),
    warnings: [...warnOfNotices(notices), ...(body.warnings ?? [])],
    release: joinReleases(release, body.release ?? FREE),
  };
}

function readNotices(item: Item): Notices {
  return {
    embargoedUntil: asText(item["embargoeduntil"]) ?? asText(item["embargoed"]),
    status: asText(item["pubstatus"]),
    notes: [...asList(item["ednote"]), ...asList(item["ednotes"])].map(
      (note) => asText(note) ?? asText(asObject(note)?.["value"]),
    ),
    usage: asText(item["usageterms"]),
  };
}

function parseJson(content: string): unknown {
  if (nestsTooDeep(content)) throw new CopyError("The JSON nests deeper than an item's does.", 1);
  try {
    return JSON.parse(content.replace(/^\ufeff/u, ""));
  } catch (error) {
    const offset = Number(/position (\d+)/u.exec(error instanceof Error ? error.message : "")?.[1] ?? content.length);
    const line = content.slice(0, offset).split("\n").length;
    throw new CopyError("The JSON is broken or cut off.", line);
  }
}

function onlyItem(value: unknown): Item {
  const wrapped = asObject(value);
  const isFeed = /jsonfeed/u.test(asText(wrapped?.["version"]) ?? "");
  const content = wrapped && Array.isArray(wrapped["items"]) && !isFeed ? wrapped["items"] : value;
  refuseForeignJson(content);
  const items = asObjects(content).map(lowerKeys);
  const [item, second] = items;
  if (!item) throw new CopyError("The JSON is not ninjs: it holds no item.", 1);
  if (second) throw new CopyError(`The JSON holds ${items.length} items; send them one by one.`, 1);
  return item;
}

function lowerKeys(item: Item): Item {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
}

function kindOf(item: Item): string {
  const type = asText(item["type"]);
  return type === null ? "has no type and" : `is of the type ${JSON.stringify(type.slice(0, 40))} and`;
}

function readHeadline(item: Item): StatedValue | null {
  const all = asObjects(item["headlines"]);
  const main = all.find(({ role }) => role === "main") ?? all[0];
  const value =
    asText(main?.["value"]) ?? asText(item["headline"]) ?? asText(item["headline_main"]) ?? asText(item["title"]);
  return stated(value, "The item has it as the headline.");
}

/** Roles of descriptions that are those of a picture or say who made it. */
const OTHER_ROLE = /caption|credit|writer|keyword|alt/iu;

/** Descriptions and bodies that summarise the story, and headlines under the main one. */
function readSummaries(item: Item): readonly DocumentSummary[] {
  const valueOf = (each: Item, reason: string): readonly DocumentSummary[] =>
    [stated(asText(each["value"]), reason)].flatMap((one) => one ?? []);
  const described = asObjects(item["descriptions"]).filter(({ role }) => !OTHER_ROLE.test(asText(role) ?? ""));
  const bodies = asObjects(item["bodies"]).filter(({ role }) => SUMMARY.test(asText(role) ?? ""));
  const under = asObjects(item["headlines"]).filter(({ role }) => /sub|deck|secondary/iu.test(asText(role) ?? ""));
  const plain = ["description_text", "description_html", "body_summary", "abstract"].map((name) => asText(item[name]));
  return [
    ...plain.flatMap((text) => stated(text, "The item has it as its description.") ?? []),
    ...described.flatMap((each) => valueOf(each, "The item has it as its description.")),
    ...bodies.flatMap((each) => valueOf(each, "The item has it as its summary.")),
    ...under.flatMap((each) => valueOf(each, "The item has it as the headline under the main one.")),
  ];
}

/** The subjects by their names. */
function readTopics(item: Item): readonly string[] {
  return [...asList(item["subjects"]), ...asList(item["subject"])].flatMap(
    (subject) => asText(asObject(subject)?.["name"]) ?? (typeof subject === "string" ? subject : []),
  );
}

function readDateline(item: Item): DocumentDateline | null {
  const places = asObjects(item["places"] ?? item["place"]).map(lowerKeys);
  const filed = places.find(({ rel }) => rel === "dateline");
  const literal = asText(item["dateline"]) ?? asText(filed?.["literal"]);
  const place = asText(item["located"]) ?? asText(filed?.["name"]);
  if (place === null && literal === null) return null;
  return { text: literal, place, date: null, agency: null, reason: "The item says where it was filed." };
}

function readOwnId(item: Item): string | null {
  const uri = asText(item["uri"]) ?? asText(item["guid"]);
  if (uri !== null) return uri;
  const other = asList(item["altids"])[0];
  const value = asText(asObject(other)?.["value"]);
  return value === null ? null : `ninjs:${value}`;
}

const PLATFORMS: readonly SocialPlatform[] = [
  "X",
  "BLUESKY",
  "MASTODON",
  "THREADS",
  "FACEBOOK",
  "INSTAGRAM",
  "TELEGRAM",
  "TIKTOK",
  "YOUTUBE",
  "TRUTH_SOCIAL",
];

function readPersons(item: Item): DocumentPerson[] {
  return asObjects(item["people"] ?? item["person"]).flatMap((person) => {
    const name = asText(person["name"]) ?? asText(person["literal"]);
    const isAuthor = /^(?:author|creator|byline|photographer|editor)$/u.test(asText(person["rel"]) ?? "");
    return name === null || isAuthor
      ? []
      : [{ name, role: asText(person["title"]) ?? asText(person["role"]), handles: readHandles(person) }];
  });
}

function readHandles(person: Item): DocumentPerson["handles"] {
  return asObjects(person["contactInfo"] ?? person["contactinfo"]).flatMap((account) => {
    const named = asText(account["name"])?.toUpperCase().replaceAll(" ", "_");
    const platform = PLATFORMS.find((each) => each === named);
    const handle = asText(account["value"]);
    return platform && handle && /^@?[^\s@]+(?:@[^\s@]+)?$/u.test(handle)
      ? [{ platform, handle: handle.replace(/^@?/u, "@") }]
      : [];
  });
}

interface Body {
  readonly type: string;
  readonly role: string;
  readonly value: string;
}

/** Roles of bodies and descriptions that are a summary of the story. */
const SUMMARY = /^(?:summary|abstract|teaser|lead|standfirst|deck)$/u;

/** Markup says more than plain text; a summary is no story while there is a whole text. */
function readBody(item: Item): DocumentParts | Withdrawal | null {
  const bodies = [...listBodies(item), ...listOldBodies(item)];
  const whole = bodies.filter(({ role }) => !SUMMARY.test(role) && role !== "caption");
  for (const form of [/html/iu, /nitf/iu, /^text\/plain|^$/u]) {
    const found = whole.find(({ type, value }) => form.test(type) && value.trim() !== "");
    if (found) return readForm(found);
  }
  return readDescription(item);
}

/** Short items of text may have their text as a description and no body at all. */
function readDescription(item: Item): DocumentParts | Withdrawal | null {
  if ((asText(item["type"]) ?? "text") !== "text") return null;
  const texts = asObjects(item["descriptions"]).map((each) => asText(each["value"]) ?? "");
  const text = [...texts, asText(item["description_text"]) ?? ""].reduce((a, b) => (b.length > a.length ? b : a), "");
  return text === "" ? null : readForm({ type: typeOf(text), role: "", value: text });
}

function readForm({ type, value }: Body): DocumentParts | Withdrawal {
  if (/html/iu.test(type)) return readHtml(unwrapMarkup(value));
  if (/nitf/iu.test(type)) return readNitf(value);
  return { ...NOTHING_STATED, blocks: readPlain(value) };
}

function listBodies(item: Item): readonly Body[] {
  return asObjects(item["bodies"])
    .map(lowerKeys)
    .flatMap((body) => {
      const value = asText(body["value"]);
      const role = asText(body["role"]) ?? "";
      return value === null ? [] : [{ type: asText(body["contenttype"]) ?? typeOf(value), role, value }];
    });
}

/** ninjs 1.x has a property for each form: body_text, body_html, body_xhtml, body_nitf. */
function listOldBodies(item: Item): readonly Body[] {
  return Object.entries(item).flatMap(([key, content]) => {
    const form = /^body_(.+)$/u.exec(key)?.[1];
    const value = asText(content);
    if (form === undefined || value === null) return [];
    const type = /html/u.test(form)
      ? "text/html"
      : /nitf/u.test(form)
        ? "nitf"
        : /^te?xt/u.test(form)
          ? "text/plain"
          : typeOf(value);
    return [{ type, role: form, value }];
  });
}

function typeOf(value: string): string {
  return /^\s*<(?:p|div|h\d|html|article|section|body)\b/iu.test(value) ? "text/html" : "text/plain";
}
