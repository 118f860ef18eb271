import type { Wording } from "./wording.js";

/** The reading page in Persian. */
export const persian: Wording = {
  skip: "پرش به متن",
  published: "انتشار: {moment}",
  updated: "به‌روزرسانی: {moment}",
  draft: "پیش‌نویس: منتشر نشده",
  changes: "تغییرات این مطلب",
  corrections: {
    CORRECTION: "اصلاحیه",
    CLARIFICATION: "توضیح",
    UPDATE: "به‌روزرسانی",
    RETRACTION: "پس‌گیری",
  },
  quoted: "نقل‌قول‌های این مطلب",
  quote: "نقل‌قول {number}",
  quoteInText: "نقل‌قول {number} در متن",
  unnamed: "از گوینده نام برده نشده است",
  verdicts: {
    EXACT: "واژه‌به‌واژه مطابق منبع",
    MARKED_EDIT: "مطابق منبع؛ حذف‌ها و افزوده‌ها مشخص شده است",
    ALTERED: "با منبع تفاوت دارد و مشخص نشده است",
    NOT_FOUND: "در منبع یافت نشد",
    NOT_COMPARABLE: "ترجمه است و واژه به واژه مقایسه نمی‌شود",
    UNSOURCED: "منبعی برای مقایسه ثبت نشده است",
  },
  paraphrase: "نقل به مضمون",
  translation: "ترجمه",
  share: "{share} واژه‌ها با منبع یکی است",
  differences: {
    ADDED: "فقط در نقل‌قول: {quoted}",
    REMOVED: "فقط در منبع: {original}",
    CHANGED: "در منبع: {original}؛ در نقل‌قول: {quoted}",
  },
  source: "منبع: {source}",
  sources: "منابع نقل‌قول‌ها",
  post: "پست {author}",
  postOn: "پست {author} در {platform}",
  original: "پست اصلی",
  availability: {
    UNKNOWN: "متن ثبت‌شده در {day}.",
    LIVE: "متن ثبت‌شده در {day}؛ آنجا تغییری نکرده است.",
    EDITED: "متن ثبت‌شده در {day}؛ پس از آن آنجا ویرایش شده است.",
    DELETED: "متن ثبت‌شده در {day}؛ پس از آن آنجا حذف شده است.",
  },
  notices: {
    GONE: { title: "این مطلب پس گرفته شده است", text: "پس‌گرفته‌شده: {moment}" },
    MISSING: { title: "اینجا مطلبی نیست", text: "شاید نشانی درست نباشد، یا این مطلب دیگر منتشر نمی‌شود." },
    MOVED: { title: "نشانی این مطلب تغییر کرده است", text: "نشانی تازهٔ آن: {address}" },
  },
};
