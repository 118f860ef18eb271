/** How the text of an inline element is shown, if a paragraph can keep it. */
export interface InlineStyle {
  readonly isStrong: boolean;
  readonly isEmphasised: boolean;
  /** Whether the words are struck out: an editor deleted them. */
  readonly isStruck: boolean;
  /** Whether the text is no part of the copy, such as the bullet that a word processor writes into an item. */
  readonly isIgnored: boolean;
  readonly position: "raised" | "lowered" | "line";
  /** The address of the link around it; null without one, and where the link is not http or https. */
  readonly href: string | null;
}

/** The style of text outside all inline elements. */
export const PLAIN_STYLE: InlineStyle = {
  isStrong: false,
  isEmphasised: false,
  isStruck: false,
  isIgnored: false,
  position: "line",
  href: null,
};

/** The attributes of an element that decide about its style, by their names in lower case. */
type Attributes = Readonly<Record<string, string | undefined>>;

const LONGEST_STYLE = 2000;

/**
 * The style within an element: that around it, changed by the element's name and then by its CSS, as browsers do.
 * Relative links are resolved against `base`; without one they are no links.
 */
export function styleWithin(name: string, attributes: Attributes, around: InlineStyle, base?: string): InlineStyle {
  const named = styleOfName(name, attributes, around, base);
  const css = (attributes["style"] ?? "").slice(0, LONGEST_STYLE);
  return css === "" ? named : styleOfCss(css, named);
}

function styleOfName(name: string, attributes: Attributes, around: InlineStyle, base?: string): InlineStyle {
  switch (name) {
    case "strong":
    case "b":
      return { ...around, isStrong: true };
    case "em":
    case "i":
      return { ...around, isEmphasised: true };
    case "del":
    case "s":
    case "strike":
      return { ...around, isStruck: true };
    case "sup":
      return { ...around, position: "raised" };
    case "sub":
      return { ...around, position: "lowered" };
    case "a":
      return { ...around, href: readHref(attributes["href"], base) ?? around.href };
    default:
      return around;
  }
}

const STRIKES = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*\bline-through\b/iu;
const IGNORED = /(?:^|[;\s])(?:mso-list\s*:\s*ignore\b|mso-hide\s*:\s*all\b|display\s*:\s*none\b)/iu;

function styleOfCss(css: string, named: InlineStyle): InlineStyle {
  return {
    isStrong: isBold(declared(css, "font-weight")) ?? named.isStrong,
    isEmphasised: isItalic(declared(css, "font-style")) ?? named.isEmphasised,
    isStruck: named.isStruck || STRIKES.test(css),
    isIgnored: named.isIgnored || IGNORED.test(css),
    position: positionOf(declared(css, "vertical-align")) ?? named.position,
    href: named.href,
  };
}

/** The value that a list of CSS declarations has for a property, in lower case; null when it has none. */
function declared(css: string, property: string): string | null {
  const declarations = css.split(";").map((one) => one.split(":"));
  const last = declarations.findLast(([name = ""]) => name.trim().toLowerCase() === property);
  return last?.[1]?.replace(/!.*$/u, "").trim().toLowerCase() ?? null;
}

/** From this weight on browsers show bold letters. */
const LEAST_BOLD = 600;

function isBold(weight: string | null): boolean | null {
  if (weight === null) return null;
  if (/^(?:bold|bolder)$/u.test(weight)) return true;
  if (/^(?:normal|lighter|initial)$/u.test(weight)) return false;
  return /^\d{1,4}$/u.test(weight) ? Number(weight) >= LEAST_BOLD : null;
}

function isItalic(style: string | null): boolean | null {
  if (style === null) return null;
  if (/^(?:italic|oblique)/u.test(style)) return true;
  return /^(?:normal|initial)$/u.test(style) ? false : null;
}

function positionOf(align: string | null): InlineStyle["position"] | null {
  if (align === "super") return "raised";
  return align === "sub" ? "lowered" : null;
}

/** Services that lead to another address, by host and path, with the parameters that hold it. */
const REDIRECTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,10}\/url$/u, ["q", "url"]],
  [/^(?:l|lm|www)\.facebook\.com\/l\.php$/u, ["u"]],
  [/^[\w.-]{0,60}safelinks\.protection\.outlook\.com\/?$/u, ["url"]],
  [/^(?:www\.)?youtube\.com\/redirect$/u, ["q"]],
];

/** Redirects within redirects are followed no further. */
const MOST_REDIRECTS = 3;

/**
 * The absolute http or https address to which a link leads, out of the redirects in which word processors, mail gateways
 * and networks wrap it; null for every other link.
 */
export function readHref(href: string | null | undefined, base?: string): string | null {
  const given = href?.trim() ?? "";
  if (given === "" || given.startsWith("#") || !URL.canParse(given, base)) return null;
  let url = new URL(given, base);
  for (let passed = 0; passed < MOST_REDIRECTS; passed += 1) {
    const target = targetOf(url);
    if (target === null) break;
    url = target;
  }
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

function targetOf(url: URL): URL | null {
  const parameters = REDIRECTS.find(([form]) => form.test(`${url.hostname}${url.pathname}`))?.[1] ?? [];
  const target = parameters.map((name) => url.searchParams.get(name)).find((value) => value !== null);
  return target && /^https?:/iu.test(target) && URL.canParse(target) ? new URL(target) : null;
}
