import { CopyError } from "../../story/fault.js";
import { asObject, asObjects } from "./values.js";

type Properties = Readonly<Record<string, unknown>>;

/** Properties of which every ninjs item has one, in lower case. */
const OF_NINJS =
  /^(?:uri|guid|altids|headlines?|headline_\w+|bodies|body_\w+|byline|by|descriptions?(?:_text)?|slugline|versioncreated|versioned|firstcreated|contentcreated|pubstatus|ednote|usageterms|copyrightholder|renditions|associations|standard)$/u;

/** The signs of other systems: each names the system of an object that it finds them in. */
const SYSTEMS: readonly (readonly [string, (json: Properties) => boolean])[] = [
  [
    "an export of Ghost",
    ({ db }) => asObjects(db).some(({ data, meta }) => asObject(data) !== null || asObject(meta) !== null),
  ],
  [
    "an answer of the Ghost API",
    ({ posts, pages }) => asObjects(posts ?? pages).some((post) => has(post, "html", "mobiledoc", "lexical")),
  ],
  ["an answer of the WordPress REST API", ({ title, content }) => isRendered(title) || isRendered(content)],
  ["an answer of the Contentful API", ({ sys, fields }) => asObject(sys) !== null && asObject(fields) !== null],
  ["an export of Contentful", ({ entries, contentTypes }) => Array.isArray(entries) && Array.isArray(contentTypes)],
  ["an answer of a JSON:API server such as Drupal", (json) => asObject(json["jsonapi"]) !== null],
  [
    "an answer of the Strapi API",
    ({ data }) => asObjects(data).some((one) => has(one, "documentId") || asObject(one["attributes"]) !== null),
  ],
  ["a document of Sanity", (json) => has(json, "_id") && has(json, "_type")],
  [
    "an answer of the Storyblok API",
    ({ story, stories }) => asObjects(story ?? stories).some(({ content }) => asObject(content) !== null),
  ],
  ["an answer of the Prismic API", (json) => has(json, "results_per_page") || has(json, "linked_documents")],
  ["ANS, the format of Arc XP", (json) => Array.isArray(json["content_elements"])],
  ["a JSON Feed", ({ version }) => typeof version === "string" && version.includes("jsonfeed.org")],
  ["an ActivityPub object", (json) => contextOf(json).includes("activitystreams")],
  ["JSON-LD", (json) => contextOf(json) !== ""],
  ["a page or block of Notion", ({ object }) => object === "page" || object === "block" || object === "list"],
  ["a document of Lexical", ({ root }) => asObject(root)?.["type"] === "root"],
  ["a document of ProseMirror or TipTap", ({ type, content }) => type === "doc" && Array.isArray(content)],
  ["a document of Draft.js", (json) => Array.isArray(json["blocks"]) && has(json, "entityMap")],
  ["a document of Editor.js", (json) => Array.isArray(json["blocks"])],
  ["a document of Quill", (json) => Array.isArray(json["ops"])],
];

function has(json: Properties, ...names: readonly string[]): boolean {
  return names.some((name) => json[name] !== undefined);
}

function isRendered(value: unknown): boolean {
  return typeof asObject(value)?.["rendered"] === "string";
}

function contextOf(json: Properties): string {
  const context = json["@context"];
  return context === undefined ? "" : JSON.stringify(context).toLowerCase();
}

const MOST_NAMES = 6;
const LONGEST_NAME = 40;

/** Throws a CopyError that names the system where JSON is that of another one, or the properties that it has. */
export function refuseForeignJson(value: unknown): void {
  const objects = asObjects(value);
  const [first] = objects;
  if (!first) throw new CopyError(`The JSON is not ninjs: it holds ${describe(value)} and no item.`, 1);
  if (isSurelyNinjs(first)) return;
  const system = SYSTEMS.find(([, isOf]) => objects.some(isOf))?.[0];
  if (system !== undefined) {
    const message = `The JSON is not ninjs: it looks like ${system}, which is not read; send the text as HTML, or the item as ninjs.`;
    throw new CopyError(message, 1);
  }
  const isItem = Object.keys(first).some((name) => name.toLowerCase() === "type" || OF_NINJS.test(name.toLowerCase()));
  if (!isItem) throw new CopyError(explainProperties(first), 1);
}

/** Whether an item has its name and a text as only ninjs has them. */
function isSurelyNinjs(item: Properties): boolean {
  const isBody = (name: string): boolean => /^(?:bodies|body_\w+)$/u.test(name.toLowerCase());
  return typeof item["uri"] === "string" && Object.keys(item).some(isBody);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return value === null ? "null" : `a ${typeof value}`;
}

function explainProperties(item: Properties): string {
  const names = Object.keys(item).map((name) => `“${name.slice(0, LONGEST_NAME).toWellFormed()}”`);
  if (names.length === 0) return "The JSON is not ninjs: the item is empty.";
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return `The JSON is not ninjs: it has none of the properties of an item, such as uri, headline and body_html, but ${shown}${names.length > MOST_NAMES ? " and others" : ""}.`;
}
