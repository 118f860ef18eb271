import type { Wording } from "./wording.js";

/** The reading page in Arabic. */
export const arabic: Wording = {
  skip: "انتقل إلى المقال",
  published: "نُشر: {moment}",
  updated: "حُدِّث: {moment}",
  draft: "مسودة: لم تُنشر",
  changes: "تغييرات على هذا المقال",
  corrections: {
    CORRECTION: "تصحيح",
    CLARIFICATION: "توضيح",
    UPDATE: "تحديث",
    RETRACTION: "سحب",
  },
  quoted: "أقوال وردت في هذا المقال",
  quote: "الاقتباس {number}",
  quoteInText: "الاقتباس {number} في النص",
  unnamed: "لم يُذكر اسم القائل",
  verdicts: {
    EXACT: "مطابق للمصدر حرفيًا",
    MARKED_EDIT: "مطابق للمصدر، وما حُذف أو أُضيف مبيَّن",
    ALTERED: "يختلف عن المصدر دون إشارة إلى ذلك",
    NOT_FOUND: "غير موجود في المصدر",
    NOT_COMPARABLE: "ترجمة لا تُقارن كلمة بكلمة",
    UNSOURCED: "لا مصدر محفوظًا للمقارنة",
  },
  paraphrase: "بصياغة المقال",
  translation: "مترجم",
  share: "{share} من الكلمات مطابقة للمصدر",
  differences: {
    ADDED: "في الاقتباس فقط: {quoted}",
    REMOVED: "في المصدر فقط: {original}",
    CHANGED: "في المصدر: {original}، وفي الاقتباس: {quoted}",
  },
  source: "المصدر: {source}",
  sources: "مصادر الاقتباسات",
  post: "منشور {author}",
  postOn: "منشور {author} على {platform}",
  original: "المنشور الأصلي",
  availability: {
    UNKNOWN: "محفوظ كما كان في {day}.",
    LIVE: "محفوظ كما كان في {day}، ولم يتغيّر هناك.",
    EDITED: "محفوظ كما كان في {day}، وعُدِّل هناك بعد ذلك.",
    DELETED: "محفوظ كما كان في {day}، وحُذف هناك بعد ذلك.",
  },
  notices: {
    GONE: { title: "سُحب هذا المقال", text: "سُحب: {moment}" },
    MISSING: { title: "لا يوجد مقال هنا", text: "قد يكون العنوان غير صحيح، أو لم يعد المقال منشورًا." },
    MOVED: { title: "تغيّر عنوان هذا المقال", text: "عنوانه الآن {address}." },
  },
};
