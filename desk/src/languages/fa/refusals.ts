import type { CatalogueOf } from "../catalogue.ts";
import type { refusals as source } from "../en/refusals.ts";

/** Why the server refuses something, in Persian. */
export const refusals: CatalogueOf<typeof source> = {
  "refusal.reason.EMPTY": "متن نباید خالی باشد.",
  "refusal.reason.TOO_LONG": "متن بیش از اندازه بلند است: حداکثر {limit} نویسه.",
  "refusal.reason.DAY_IN_FUTURE": "این روز در آینده است.",
  "refusal.reason.MOMENT_IN_FUTURE": "این زمان در آینده است.",
  "refusal.reason.MOMENT_PASSED": "این زمان گذشته است.",
  "refusal.reason.ADDRESS_NOT_HTTP": "نشانی باید با http://‎ یا https://‎ آغاز شود.",
  "refusal.reason.NOT_A_LANGUAGE": "این یک زبان نیست.",
  "refusal.reason.NOT_A_SLUG": "نشانی از واژه‌های با حروف کوچک و رقم با خط تیره ساخته می‌شود، حداکثر {limit} نویسه.",
  "refusal.reason.REASON_REQUIRED": "این کار به دلیل نیاز دارد.",
  "refusal.code.VALIDATION": "یکی از ورودی‌ها پذیرفته نشد.",
  "refusal.code.NOT_FOUND": "وجود ندارد یا برای شما دیدنی نیست.",
  "refusal.code.FORBIDDEN": "نقش شما اجازهٔ این کار را نمی‌دهد.",
  "refusal.code.STALE_VERSION": "کسی در این میان آن را تغییر داده است.",
  "refusal.code.TRANSITION": "وضعیت مقاله اجازهٔ این کار را نمی‌دهد.",
  "refusal.code.CONFLICT": "این با چیزی که هست ناسازگار است.",
  "refusal.code.EMBARGO": "زمان ممنوعیت انتشار نگذشته است.",
  "refusal.code.BUSY": "سرور مشغول است. کمی بعد دوباره تلاش کنید.",
  "refusal.code.UNPUBLISHABLE": "قاعده‌ای از انتشار رعایت نشده است.",
  "refusal.code.RATE_LIMITED": "درخواست‌ها بیش از اندازه است. یک دقیقه صبر کنید.",
  "refusal.code.SERVICE_UNAVAILABLE": "سرور اکنون در دسترس نیست. کمی بعد دوباره تلاش کنید.",
  "refusal.code.INTERNAL_SERVER_ERROR": "در سرور خطایی رخ داده است.",
  "refusal.code.IMAGE_TOO_LARGE": "پروندهٔ تصویر بیش از اندازه بزرگ است.",
  "refusal.code.IMAGE_TYPE_UNSUPPORTED": "پرونده‌های این نوع پذیرفته نمی‌شوند.",
  "refusal.code.IMAGE_TOO_MANY_PIXELS": "تصویر پیکسل‌های بیش از اندازه دارد.",
  "refusal.code.IMAGE_DAMAGED": "تصویر آسیب دیده است.",
};
