import type { CatalogueOf } from "../catalogue.ts";
import type { quotes as source } from "../en/quotes.ts";

/** Who said what, in Arabic. */
export const quotes: CatalogueOf<typeof source> = {
  "quotes.title": "من قال ماذا",
  "quotes.words": "الكلمات",
  "quotes.speaker": "المتحدث",
  "quotes.verdict": "الحكم",
  "quotes.from": "من",
  "quotes.until": "إلى",
  "quotes.topic": "الموضوع",
  "quotes.none": "لا اقتباس يطابق.",
  "quotes.noSpeaker": "المتحدث مجهول",
  "quotes.total": {
    zero: "لا اقتباسات",
    one: "اقتباس واحد",
    two: "اقتباسان",
    few: "{count} اقتباسات",
    many: "{count} اقتباسًا",
    other: "{count} اقتباس",
  },
  "quotes.also": "الكلمات نفسها أيضًا في:",
  "quotes.original": "في المصدر: {words}",
  "quotes.added": "غير موجود في المصدر: {words}",
  "quotes.removed": "محذوف: {words}",
  "quotes.keys": "الأسهم للتنقل، Enter لفتح الفقرة",
};
