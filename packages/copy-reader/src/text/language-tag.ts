/**
 * A BCP 47 tag in its usual form; null when the text is not one whose language has two or three letters. Those of five to
 * eight are kept for registrations of which there are none, so that every word would be a language.
 */
export function canonicalLanguage(text: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
