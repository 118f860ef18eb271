import type { CatalogueOf } from "../catalogue.ts";
import type { quotes as source } from "../en/quotes.ts";

/** Who said what, in Persian. */
export const quotes: CatalogueOf<typeof source> = {
  "quotes.title": "چه کسی چه گفت",
  "quotes.words": "واژه‌ها",
  "quotes.speaker": "گوینده",
  "quotes.verdict": "نتیجه",
  "quotes.from": "از",
  "quotes.until": "تا",
  "quotes.topic": "موضوع",
  "quotes.none": "نقل‌قولی یافت نشد.",
  "quotes.noSpeaker": "گوینده نامعلوم",
  "quotes.total": { one: "{count} نقل‌قول", other: "{count} نقل‌قول" },
  "quotes.also": "همین واژه‌ها همچنین در:",
  "quotes.original": "در منبع: {words}",
  "quotes.added": "در منبع نیست: {words}",
  "quotes.removed": "حذف‌شده: {words}",
  "quotes.keys": "کلیدهای جهت برای حرکت، Enter بند را باز می‌کند",
};
