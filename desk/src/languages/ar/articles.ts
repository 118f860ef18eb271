import type { CatalogueOf } from "../catalogue.ts";
import type { articles as source } from "../en/articles.ts";

/** The list of articles, in Arabic. */
export const articles: CatalogueOf<typeof source> = {
  "articles.title": "المقالات",
  "articles.new": "مقال جديد",
  "articles.states": "الحالات",
  "articles.search": "البحث في العناوين",
  "articles.mine": "مقالاتي",
  "articles.changed": "تغييرات غير منشورة",
  "articles.section": "القسم",
  "articles.language": "اللغة",
  "articles.clear": "إزالة المرشحات",
  "articles.none": "لا مقال يطابق.",
  "articles.arrived": {
    zero: "لا مقالات جديدة",
    one: "عرض مقال جديد أو معدّل",
    two: "عرض مقالين جديدين أو معدّلين",
    few: "عرض {count} مقالات جديدة أو معدّلة",
    many: "عرض {count} مقالًا جديدًا أو معدّلًا",
    other: "عرض {count} مقال جديد أو معدّل",
  },
  "articles.words": {
    zero: "بلا كلمات",
    one: "كلمة واحدة",
    two: "كلمتان",
    few: "{count} كلمات",
    many: "{count} كلمة",
    other: "{count} كلمة",
  },
  "articles.publishAt": "يُنشر {moment}",
  "articles.embargo": "حظر نشر حتى {moment}",
  "articles.restore": "استعادة",
  "articles.restored": "تمت الاستعادة: {headline}",
  "articles.headline": "العنوان",
  "articles.newHint": "يمكنك تغيير كل شيء لاحقًا.",
  "articles.create": "إنشاء",
  "articles.untitled": "بلا عنوان",
  "articles.keys": "الأسهم للتنقل، Enter للفتح، / للبحث",
};
