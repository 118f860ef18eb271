import { readDay } from "../text/days.js";
import { commonYear, readPostDay } from "../posts/days.js";

/** The months of the Levant whose names are two words, by the first and the second, with a name of one word. */
const levantine = /(?:تشرين|كانون)\s(?:الأول|الاول|الثاني|الثانى)/gu;
const oneWord: ReadonlyMap<string, string> = new Map([
  ["تشرين الأول", "أكتوبر"],
  ["تشرين الثاني", "نوفمبر"],
  ["كانون الأول", "ديسمبر"],
  ["كانون الثاني", "يناير"],
]);
/** A second name of the same month behind a stroke, as in "تشرين الثاني/نوفمبر". */
const secondName =
  /(?<=\d\s?[\p{Script=Arabic}]{2,12}(?:\s[\p{Script=Arabic}]{2,12})?)\s?\/\s?[\p{Script=Arabic}]{2,12}/u;

/** The months of the calendar of the Hijra, whose days fall on different ones of the civil year from land to land. */
const hijri =
  /^\d{1,2}\s(?:من\s)?(?:ال)?(?:محرم|صفر|ربيع\s(?:ال)?(?:أول|اول|ثاني|آخر|اخر)|جمادى\s(?:ال)?(?:أولى|اولى|آخرة|اخرة|ثانية)|رجب|شعبان|رمضان|شوال|ذ[وي]\s(?:القعدة|الحجة))(?:\s\d{4})?\s?(?:هـ|ه)?$/u;

/**
 * Reads words that are entirely a day in a notation that papers write beside those of {@link readDay}: two names of a month,
 * the calendar of Iran, the years of Thailand. The date is null where the calendar does not settle it; null for no day.
 */
export function readSpelledDay(text: string): { readonly date: string | null } | null {
  const words = text.trim();
  if (!/\d/u.test(words) || words.length > 60) return null;
  if (hijri.test(words)) return { date: null };
  const plain = withOneName(words);
  const day = plain === words ? null : readDay(plain);
  if (day && isRest(plain.slice(day.end))) return day;
  const spelled = /\d{4}/u.test(plain) && /\p{L}/u.test(plain) ? readPostDay(plain) : null;
  return spelled && isRest(plain.slice(spelled.end)) ? spelled : null;
}

function isRest(text: string): boolean {
  return /^[.\s]*(?:م|هـ|هـ\.?ش|ش)?[.\s]*$/u.test(text);
}

function withOneName(text: string): string {
  return text.replace(secondName, "").replace(levantine, (name) => {
    const usual = name.replace("الاول", "الأول").replace("الثانى", "الثاني");
    return oneWord.get(usual) ?? name;
  });
}

/** The date in the common era where its year is one of the Buddhist era. */
export function inCommonEra(date: string | null): string | null {
  const year = Number(date?.slice(0, 4));
  const common = commonYear(year);
  return date !== null && common !== year ? `${common}${date.slice(4)}` : date;
}
