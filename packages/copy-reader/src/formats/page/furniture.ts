import type { Element } from "domhandler";
import { isApparatus } from "./apparatus.js";
import { attribute, classesOf, elementText, findAll, isUnreadable, textSize } from "./tree.js";

/** Elements around a story that are no part of it. */
const FURNITURE = new Set("nav aside footer button menu figcaption caption dialog media credit note".split(" "));

const ROLES = new Set("navigation complementary contentinfo search dialog alertdialog menu menubar toolbar".split(" "));

/** Names of what readers wrote, which may be longer than the story. */
const OWN = /^(?:comments?|comments?-(?:list|area|section|container|wrapper)|commentlist|disqus-thread|kommentare)$/u;

/** Names of what may be long and is none of the story, among the words of a class or an id. */
const LONG =
  /(?:^|-)(?:related(?:posts|articles)?|relatedarticlestext|recirc\w*|recommend(?:ed|ations?|s)|outbrain|taboola|plista|yarpp|comments?|commentlist|kommentare?|respond|disqus|most-?read|most-popular|trending|more-stories)(?:-|$)/u;

/** Names that parts of a story may have too; what has one is furniture as long as it is short. */
const SHORT =
  /(?:^|-)(?:newsletters?|subscri\w+|signup|sign-up|share(?:s|bar|daddy)?|sharing|social|advert\w*|ads?|ad-?slot|werbung|anzeigen?|sponsor(?:ed)?|promos?|breadcrumbs?|paywall|cookies?|consent|read-?more|more-on|see-also|also-read|intext-links|link-?box|interesting-articles|author-?(?:box|bio|info|card)|about-author|affiliate|disclaimer|disclosure|donat(?:e|ion)|toc|table-of-contents|teaser-?list|loading|captions?|credits?|copyright|byline|author|dateline-meta|time-?stamp|navigation|menu|skip|sidebar|toolbar|tags|tag-?list|widget-area|pagination|pager|popup|promotion|meta|metadata|postmetadata|likes?|rating|voting|no-?print|post-links|page-links|citation|cite-this)(?:-|$)/u;

/** Elements that mark words within a paragraph; their classes describe the words. */
const WORDS = new Set("a abbr b bdi bdo cite code em i ins kbd mark q s strong sub sup u var".split(" "));

/** A longer element that has such a name is a story nevertheless. */
const LONGEST_SHORT = 900;

/** Classes that sort a story or describe its layout, such as the tags of a weblog, and do not name what an element is. */
const SORTING =
  /^(?:category|tag|tax|author|postid|page|format|type|status|single|term|topic|is|not)-|(?:^|-)(?:no|has|with|without)-/u;

const UNSEEN = new Set(
  "sr-only visually-hidden visuallyhidden screen-reader-text element-invisible u-hidden hidden".split(" "),
);

/**
 * Whether an element within this root is none of the story: navigation, forms, captions, hidden parts, and what its
 * class calls so. It is looked at no more than once for each element.
 */
export function isPageFurniture(element: Element, root: Element): boolean {
  const { name } = element;
  if (isUnreadable(element) || FURNITURE.has(name) || isHidden(element) || isApparatus(element)) return true;
  if (WORDS.has(name) || name === "body" || name === "html" || isMarkedBody(element)) return false;
  const size = textSize(element);
  const kind = kindOf(element);
  if (kind === "own") return true;
  // What holds most of the text is the story, whatever else it is.
  if (size * 2 >= textSize(root)) return false;
  if (kind === "long" || name === "form" || ROLES.has(attribute(element, "role") ?? "")) return true;
  return kind === "short" && size < LONGEST_SHORT;
}

/** A box with less text is a label or a teaser. */
const SHORTEST_BOX = 100;

/** Whether what is dropped is a box beside the text that holds sentences, which may belong to the story. */
export function isBoxOfProse(element: Element): boolean {
  if (element.name !== "aside" && !/^(?:complementary|note)$/u.test(attribute(element, "role") ?? "")) return false;
  if (isHidden(element) || kindOf(element) !== null || textSize(element) < SHORTEST_BOX) return false;
  const linked = findAll(element, ({ name }) => name === "a").reduce((size, link) => size + textSize(link), 0);
  return linked * 2 < textSize(element) && /[\p{Ll}\p{Nd}][.!?。]["”»’)]?(?:\s|$)/u.test(elementText(element));
}

/** Whether what is dropped has a name that is also around posts in the text. */
export function framesPosts(element: Element): boolean {
  if (isUnreadable(element) || FURNITURE.has(element.name) || isHidden(element)) return false;
  return /(?:^|[\s_-])(?:social|shar(?:e|ing))(?:$|[\s_-])/iu.test((attribute(element, "class") ?? "").slice(0, 1000));
}

/** What the names of an element say stays true, and a page is gone through more than once. */
const kinds = new WeakMap<Element, Kind>();

type Kind = "own" | "long" | "short" | null;

function kindOf(element: Element): Kind {
  if (attribute(element, "class") === null && attribute(element, "id") === null) return null;
  const before = kinds.get(element);
  if (before !== undefined) return before;
  const kind = kindOfNames(namesOf(element), isUnseen(element));
  kinds.set(element, kind);
  return kind;
}

function kindOfNames(names: readonly string[], isUnseen: boolean): Kind {
  if (names.some((name) => OWN.test(name))) return "own";
  if (names.some((name) => LONG.test(name))) return "long";
  return isUnseen || names.some((name) => SHORT.test(name)) ? "short" : null;
}

/** The classes and the id of an element, each as lower-case words joined by dashes. */
function namesOf(element: Element): readonly string[] {
  const names = [...classesOf(element), attribute(element, "id")?.slice(0, 100) ?? ""];
  return names.map(toWords).filter((name) => name !== "" && !SORTING.test(name));
}

function toWords(name: string): string {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "-")
    .replace(/[-_:]+/gu, "-")
    .toLowerCase();
}

function isHidden({ attribs }: Element): boolean {
  if ("hidden" in attribs && attribs["hidden"] !== "until-found") return true;
  if (attribs["aria-hidden"] === "true") return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test((attribs["style"] ?? "").slice(0, 2000));
}

function isUnseen(element: Element): boolean {
  return classesOf(element).some((name) => UNSEEN.has(name));
}

const BODY_NAME =
  /(?:^|-)(?:(?:article|story|entry|post|news|artikel|beitrag|detail|single|content|atc|page)-(?:body|content|text|copy|bodytext|entry)|article-?body|article-?text|articlecontent|field-name-body|body-text|body-copy|body-content|rich-text-article|caas-body|the-content)$/u;

/** Whether the page itself marks this element as the text of an article. */
export function isMarkedBody(element: Element): boolean {
  if (/\barticleBody\b/iu.test(attribute(element, "itemprop") ?? "")) return true;
  return attribute(element, "class") !== null && classesOf(element).some((name) => BODY_NAME.test(toWords(name)));
}
