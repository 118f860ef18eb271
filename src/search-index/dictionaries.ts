/** The Snowball stemmers of PostgreSQL by the language subtag that they are for. */
const STEMMERS: Readonly<Record<string, string>> = {
  ar: "arabic",
  ca: "catalan",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  et: "estonian",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "hindi",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  yi: "yiddish",
};

/** The dictionary of texts in a language without a stemmer, and of names. */
export const SIMPLE = "simple";

/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<string> = new Set(["danish", "dutch", "german", "norwegian", "swedish"]);

/** The dictionary of a language, by its BCP 47 tag. */
export function dictionaryOf(language: string | null): string {
  const [subtag = ""] = language?.toLowerCase().split("-") ?? [];
  return (Object.hasOwn(STEMMERS, subtag) ? STEMMERS[subtag] : undefined) ?? SIMPLE;
}

/** Whether the words of a dictionary's language are found by their parts. */
export function isCompounding(dictionary: string): boolean {
  return COMPOUNDING.has(dictionary);
}
