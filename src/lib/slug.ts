/** The most UTF-16 code units of a slug; long enough for a headline, short enough for every index and address. */
export const MAX_SLUG_LENGTH = 120;

/** Latin letters that Unicode does not decompose into a letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/**
 * A name for addresses made of a text: lower case, words joined by hyphens. Latin letters lose their marks; letters of
 * other scripts are kept, since addresses can hold them. Empty when the text has neither letter nor digit.
 */
export function slugify(text: string): string {
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/(?<=\p{Script=Latin})\p{Mn}+/gu, "")
    .normalize("NFC")
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => LATIN[letter] ?? letter)
    .replaceAll(/['’ʼ\u200c\u200d]/g, "");
  const words = folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug.length + 1 + word.length > MAX_SLUG_LENGTH) break;
    slug = slug === "" ? word : `${slug}-${word}`;
  }
  return slug === "" ? [...(words[0] ?? "")].slice(0, MAX_SLUG_LENGTH / 2).join("") : slug;
}

/** Whether a text is as `slugify` makes it. */
export function isSlug(text: string): boolean {
  return (
    text !== "" &&
    text.length <= MAX_SLUG_LENGTH &&
    /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u.test(text) &&
    text === text.toLowerCase()
  );
}

/**
 * A slug that a caller looks up, in the form in which slugs are kept: composed (NFC) and in lower case. Characters that no
 * slug contains become spaces, so that such a text finds nothing.
 */
export function canonicalSlug(text: string): string {
  return text
    .slice(0, 4 * MAX_SLUG_LENGTH)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}-]/gu, " ");
}
