import { mapped, type LanguageLexicon, withoutReportingClauses, plainGrammar } from "./language-lexicon.js";
import { words } from "./words.js";

/** What Arabic and Persian share: scripts without capitals, in which names cannot be stated from other words. */
const uncased: LanguageLexicon = {
  language: "ar",
  cues: words(""),
  participles: words(""),
  bare: words(""),
  weakCues: words(""),
  nounCues: words(""),
  verbs: words(""),
  passives: words(""),
  reported: words(""),
  obliqueArticles: words(""),
  inverted: words(""),
  perfects: words(""),
  closers: words(""),
  citers: words(""),
  impersonals: words(""),
  postpositions: words(""),
  labelOpeners: words(""),
  sources: [],
  subjectPronouns: new Map(),
  determiners: words(""),
  prepositions: words(""),
  conjunctions: words(""),
  auxiliaries: words(""),
  adverbs: words(""),
  titles: words(""),
  courtesies: new Map(),
  titleEnds: [],
  common: words(""),
  namers: words(""),
  ...plainGrammar,
  articles: new Map(),
  attaching: words(""),
  attachingPersons: words(""),
  ...withoutReportingClauses,
};

/** Arabic: the verb is before its subject. */
export const arabicLexicon: LanguageLexicon = {
  ...uncased,
  language: "ar",
  cues: words(
    "قال قالت وقال وقالت يقول تقول أضاف وأضاف أضافت وأضافت أكد وأكد أكدت وأكدت أوضح وأوضح أوضحت صرح وصرح أعلن وأعلن ذكر وذكر أشار وأشار كتب وكتب تابع وتابع شدد وشدد اعتبر واعتبر",
  ),
  inverted: words(
    "قال قالت وقال وقالت أضاف وأضاف أضافت أكد وأكد أكدت أوضح وأوضح صرح وصرح أعلن وأعلن ذكر وذكر كتب وكتب تابع وتابع",
  ),
  prepositions: words("في من على إلى عن مع خلال بعد قبل بين أمام حول عبر"),
  conjunctions: words("أن إن أنه إنه أنها إنها التي الذي الذين و أو ثم لكن حيث بينما عندما"),
  adverbs: words("أمس اليوم أيضا أيضاً"),
  titles: words("الرئيس الوزير رئيس وزير الأمين الملك الأمير الشيخ الدكتور المتحدث الناطق السفير النائب القائد المدير"),
  namers: words("مسمى بمسمى بعنوان كتاب فيلم صحيفة برنامج قناة مجلة مسلسل"),
};

/** Persian: the verb is behind its subject and before a colon. */
export const persianLexicon: LanguageLexicon = {
  ...uncased,
  language: "fa",
  cues: words("گفت گفته می‌گوید افزود گفتند کرد داشت نوشت اظهار تاکید تأکید تصریح خاطرنشان یادآور اعلام بیان"),
  subjectPronouns: new Map(mapped("وی او", "he")),
  prepositions: words("در از به با برای بر تا درباره پیرامون"),
  conjunctions: words("که و یا اما ولی اگر"),
  titles: words("رئیس وزیر سفیر معاون مدیر دبیر سخنگوی نماینده فرمانده رهبر آیت‌الله حجت‌الاسلام دکتر سردار"),
  namers: words("عنوان کتاب فیلم روزنامه برنامه مجله سریال"),
};
