import type { Catalogue } from "./catalogue.ts";

/** A language of the interface. */
export type Language = "en" | "de" | "fr" | "es" | "ar" | "fa";

interface LanguageFacts {
  /** Its name in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly load: () => Promise<Catalogue>;
}

/** The languages of the interface, each of which is loaded when it is used. */
export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: "English", direction: "ltr", load: () => import("./en.ts").then(({ en }) => en) },
  de: { name: "Deutsch", direction: "ltr", load: () => import("./de.ts").then(({ de }) => de) },
  fr: { name: "Français", direction: "ltr", load: () => import("./fr.ts").then(({ fr }) => fr) },
  es: { name: "Español", direction: "ltr", load: () => import("./es.ts").then(({ es }) => es) },
  ar: { name: "العربية", direction: "rtl", load: () => import("./ar.ts").then(({ ar }) => ar) },
  fa: { name: "فارسی", direction: "rtl", load: () => import("./fa.ts").then(({ fa }) => fa) },
};

/** All languages in the order in which they are offered. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

const STORED_AS = "dateline-language";

/** Whether a text is a language of the interface. */
export function isLanguage(text: string | null | undefined): text is Language {
  return typeof text === "string" && Object.hasOwn(LANGUAGES, text);
}

/** The language that was chosen in this browser, or the first of the browser's languages that there is. */
export function initialLanguage(): Language {
  const stored = localStorage.getItem(STORED_AS);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage) ?? "en";
}

/**
 * How dates and numbers are written: as in the region of the browser where it has one for the language of the interface, such
 * as `en-GB`, and otherwise as the language has them by default.
 */
export function localeOf(language: Language, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.split("-")[0] === language && isLocale(tag)) ?? language;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Keeps a choice for the next visit. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED_AS, language);
}
