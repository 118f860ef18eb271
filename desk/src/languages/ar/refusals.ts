import type { CatalogueOf } from "../catalogue.ts";
import type { refusals as source } from "../en/refusals.ts";

/** Why the server refuses something, in Arabic. */
export const refusals: CatalogueOf<typeof source> = {
  "refusal.reason.EMPTY": "لا يجوز أن يكون النص فارغًا.",
  "refusal.reason.TOO_LONG": "النص أطول من اللازم: {limit} حرفًا على الأكثر.",
  "refusal.reason.DAY_IN_FUTURE": "هذا اليوم في المستقبل.",
  "refusal.reason.MOMENT_IN_FUTURE": "هذا الوقت في المستقبل.",
  "refusal.reason.MOMENT_PASSED": "انقضى هذا الوقت.",
  "refusal.reason.ADDRESS_NOT_HTTP": "يجب أن يبدأ العنوان بـ http://‎ أو https://‎.",
  "refusal.reason.NOT_A_LANGUAGE": "هذه ليست لغة.",
  "refusal.reason.NOT_A_SLUG": "يتألف العنوان من كلمات بأحرف صغيرة وأرقام تصل بينها شرطات، {limit} حرفًا على الأكثر.",
  "refusal.reason.REASON_REQUIRED": "يلزم ذكر السبب.",
  "refusal.code.VALIDATION": "رُفض أحد المدخلات.",
  "refusal.code.NOT_FOUND": "غير موجود أو غير متاح لك.",
  "refusal.code.FORBIDDEN": "دورك لا يسمح بذلك.",
  "refusal.code.STALE_VERSION": "غيّره شخص آخر في هذه الأثناء.",
  "refusal.code.TRANSITION": "حالة المقال لا تسمح بذلك.",
  "refusal.code.CONFLICT": "يتعارض ذلك مع شيء موجود.",
  "refusal.code.EMBARGO": "لم ينقضِ الحظر بعد.",
  "refusal.code.BUSY": "الخادم مشغول. حاول بعد قليل.",
  "refusal.code.UNPUBLISHABLE": "خولفت قاعدة من قواعد النشر.",
  "refusal.code.RATE_LIMITED": "طلبات أكثر من اللازم. انتظر دقيقة.",
  "refusal.code.SERVICE_UNAVAILABLE": "الخادم غير متاح الآن. حاول بعد قليل.",
  "refusal.code.INTERNAL_SERVER_ERROR": "في الخادم خلل.",
  "refusal.code.IMAGE_TOO_LARGE": "ملف الصورة أكبر من اللازم.",
  "refusal.code.IMAGE_TYPE_UNSUPPORTED": "لا يُقبل هذا النوع من الملفات.",
  "refusal.code.IMAGE_TOO_MANY_PIXELS": "في الصورة بكسلات أكثر من اللازم.",
  "refusal.code.IMAGE_DAMAGED": "الصورة تالفة.",
};
