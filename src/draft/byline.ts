const formats = new Map<string, Intl.ListFormat>();

/** The parts of a byline. */
interface BylineParts {
  /** The line that editors wrote; null where they wrote none. */
  readonly byline: string | null;
  /** The names of the authors in printed order; null where they are not needed. */
  readonly authorNames: readonly string[] | null;
  /** The language of the article, a BCP 47 tag. */
  readonly language: string;
}

/**
 * The authors as they are printed: the line that editors wrote, or the names of the authors as the language of the
 * article lists them. Null when there is neither.
 */
export function printedByline({ byline, authorNames, language }: BylineParts): string | null {
  if (byline !== null || !authorNames || authorNames.length === 0) return byline;
  let format = formats.get(language);
  if (!format) {
    format = new Intl.ListFormat(language, { type: "conjunction" });
    if (formats.size < 100) formats.set(language, format);
  }
  return format.format(authorNames);
}
