import type { CatalogueOf } from "../catalogue.ts";
import type { articles as source } from "../en/articles.ts";

/** The list of articles, in Persian. */
export const articles: CatalogueOf<typeof source> = {
  "articles.title": "مقاله‌ها",
  "articles.new": "مقاله تازه",
  "articles.states": "وضعیت‌ها",
  "articles.search": "جستجو در تیترها",
  "articles.mine": "مال من",
  "articles.changed": "تغییرات منتشرنشده",
  "articles.section": "بخش",
  "articles.language": "زبان",
  "articles.clear": "پاک کردن پالایه‌ها",
  "articles.none": "مقاله‌ای یافت نشد.",
  "articles.arrived": { one: "نمایش {count} مقاله تازه یا تغییرکرده", other: "نمایش {count} مقاله تازه یا تغییرکرده" },
  "articles.words": { one: "{count} واژه", other: "{count} واژه" },
  "articles.publishAt": "انتشار {moment}",
  "articles.embargo": "تحریم انتشار تا {moment}",
  "articles.restore": "بازگردانی",
  "articles.restored": "بازگردانده شد: {headline}",
  "articles.headline": "تیتر",
  "articles.newHint": "همه‌چیز را بعداً می‌توان تغییر داد.",
  "articles.create": "ایجاد",
  "articles.untitled": "بدون تیتر",
  "articles.keys": "کلیدهای جهت برای حرکت، Enter برای باز کردن، / برای جستجو",
};
