/**
 * How one thing is worded, by language: the alternatives of a regular expression, to be read without regard to case.
 * `any` has what is the same in all languages.
 */
export type Wordings = Readonly<Record<string, string>>;

/** The alternatives of all languages as one group of a regular expression. */
export function anyOf(...all: readonly Wordings[]): string {
  return `(?:${all.flatMap((wordings) => Object.values(wordings)).join("|")})`;
}
