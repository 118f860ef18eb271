/** The first element of a document. */
export interface MarkupRoot {
  /** Without the prefix of its namespace. */
  readonly name: string;
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  /** Whether a declaration of XML or of a type of document is before it. */
  readonly isDeclared: boolean;
  /** Whether it names a namespace. */
  readonly hasNamespace: boolean;
}

/** Enough of a document to find its first element in. */
const headLength = 20_000;

/** The roots of what is read besides fragments of HTML. */
const read = new Set("html nitf newsitem newsmessage packageitem".split(" "));

/** Elements with which a piece of HTML begins, so that they are the root of no other kind of document. */
const ofHtml = new Set(
  (
    "a abbr address article aside audio b base big blockquote body br button center cite code dd del details div dl dt em embed " +
    "fieldset figure font footer form h1 h2 h3 h4 h5 h6 head header hr i iframe img input ins label li link main mark meta nav " +
    "noscript object ol p picture pre q s script section small span strike strong style sub summary sup table tbody td template " +
    "th thead time title tr tt u ul video"
  ).split(" "),
);

/** Roots of documents that are often sent without any declaration. */
const foreign = new Set(
  "newsml rss feed rdf svg math urlset sitemapindex opml plist smil kml gpx envelope mediawiki docbook book conceptitem knowledgeitem planningitem catalogitem xliff package".split(
    " ",
  ),
);

/** The first element behind declarations, comments and instructions; null where the text does not begin with markup. */
export function readRoot(text: string): MarkupRoot | null {
  const head = text.slice(0, headLength);
  let at = /^[\ufeff\s]*/u.exec(head)?.[0].length ?? 0;
  let isDeclared = false;
  for (let passed = 0; passed < 50; passed += 1) {
    const rest = head.slice(at);
    const skipped = prologueLength(rest);
    if (skipped === 0) break;
    isDeclared ||= /^<(?:\?xml|!DOCTYPE)/iu.test(rest);
    const behind = rest.slice(skipped);
    at += skipped + behind.length - behind.trimStart().length;
  }
  const match = /^<(?:[\w.-]{1,40}:)?(?<name>[\w.-]{1,40})(?<rest>[\s/>][^>]{0,2000})/u.exec(head.slice(at))?.groups;
  if (!match) return null;
  return { name: match["name"] ?? "", start: at, isDeclared, hasNamespace: /\sxmlns[:=]/u.test(match["rest"] ?? "") };
}

function prologueLength(text: string): number {
  const ends = text.startsWith("<!--") ? "-->" : text.startsWith("<?") ? "?>" : null;
  if (ends !== null) return Math.max(0, text.indexOf(ends) + ends.length);
  return /^<!DOCTYPE[^[>]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>/iu.exec(text)?.[0].length ?? 0;
}

/** The root of an XML document of a kind that is not read; null for all other text, also for a piece of HTML. */
export function readForeignRoot(text: string): MarkupRoot | null {
  const root = readRoot(text);
  const name = root?.name.toLowerCase() ?? "";
  if (!root || read.has(name) || ofHtml.has(name)) return null;
  const isWhole = new RegExp(`</(?:[\\w.-]{1,40}:)?${escaped(root.name)}\\s*>\\s*$`, "u").test(text.slice(-200));
  // A drawing may be at the beginning of a piece of HTML.
  if (name === "svg" || name === "math") return isWhole ? root : null;
  return root.isDeclared || foreign.has(name) || (root.hasNamespace && isWhole) ? root : null;
}

/** Whether the text is an XML document of a kind that is not read. */
export function isForeignMarkup(text: string): boolean {
  return readForeignRoot(text) !== null;
}

function escaped(name: string): string {
  return name.replaceAll(".", "\\.");
}
