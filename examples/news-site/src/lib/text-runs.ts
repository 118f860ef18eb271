/** A stretch of a paragraph's text, in UTF-16 code units: the unit of JavaScript's own `slice`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A link, or emphasis. */
export interface MarkStretch extends Stretch {
  readonly kind: "STRONG" | "EMPHASIS" | "LINK";
  readonly href?: string | null;
}

/** A person's name. */
export interface MentionStretch extends Stretch {
  readonly person: { readonly slug: string };
}

/** Text of one look. */
export interface TextPart {
  readonly text: string;
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
}

/** Consecutive parts inside one link, or inside none. */
export interface LinkedParts {
  readonly href: string | null;
  readonly parts: readonly TextPart[];
}

/** Everything that belongs to one quote, or to none. */
export interface TextRun<Quote> {
  readonly quote: Quote | null;
  readonly links: readonly LinkedParts[];
}

/**
 * Splits a paragraph's text for rendering. Marks, mentions and quotes all have offsets into the same text and may overlap:
 * a link can begin inside a quote and end behind it. Quotes never overlap each other, so each quote is one run, and links
 * are cut where a quote begins or ends.
 */
export function splitText<Quote extends Stretch>(
  text: string,
  quotes: readonly Quote[],
  marks: readonly MarkStretch[],
  mentions: readonly MentionStretch[],
): TextRun<Quote>[] {
  const cuts = [0, text.length, ...[...quotes, ...marks, ...mentions].flatMap(({ start, end }) => [start, end])];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  const pieces = starts.slice(0, -1).map((start, at) => {
    const covers = (stretch: Stretch): boolean => stretch.start <= start && start < stretch.end;
    const over = marks.filter(covers);
    const link = over.find(({ kind }) => kind === "LINK") ?? mentions.find(covers) ?? null;
    const isStrong = over.some(({ kind }) => kind === "STRONG");
    const isEmphasis = over.some(({ kind }) => kind === "EMPHASIS");
    const part = { text: text.slice(start, starts[at + 1]), isStrong, isEmphasis };
    return { quote: quotes.find(covers) ?? null, link, part };
  });
  return groupBy(pieces, ({ quote }) => quote).map(([quote, inQuote]) => ({
    quote,
    links: groupBy(inQuote, ({ link }) => link).map(([link, inLink]) => ({
      href: addressOf(link),
      parts: inLink.map(({ part }) => part),
    })),
  }));
}

function addressOf(link: MarkStretch | MentionStretch | null): string | null {
  if (link === null) return null;
  return "person" in link ? `/people/${link.person.slug}` : (link.href ?? null);
}

/** Neighbours with the same key together. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups: [Key, Item[]][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last && last[0] === key) last[1].push(item);
    else groups.push([key, [item]]);
  }
  return groups;
}
