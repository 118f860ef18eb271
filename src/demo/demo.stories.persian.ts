import type { DemoStory } from "./demo.type.js";

/** An article from Bandar-e Abgineh, written from right to left, with joined words and Persian digits. */
export const persianStories: readonly DemoStory[] = [
  {
    slug: "bandar-abgineh-listens-to-the-warming-sea",
    headline: "بندر آبگینه نخستین شبکهٔ سنجش گرمای دریا را به کار انداخت",
    standfirst: "۳۹ حسگر شناور هر ده دقیقه دمای آب را گزارش می‌کنند؛ صیادان و دانشمندان به یک نقشه نگاه می‌کنند",
    byline: "گروه علم",
    authors: [{ person: "roya-shabdari" }],
    dateline: { text: "بندر آبگینه، ۱۴ شهریور ۱۴۰۵", place: "بندر آبگینه", date: "2026-09-05" },
    language: "fa",
    section: "science",
    lead: {
      picture: "sensors",
      alt: "سه بویهٔ زرد با ابزار اندازه‌گیری روی دریایی سبزفام",
      caption: "هر حسگر به اندازهٔ یک سطل است",
    },
    related: ["herring-survey-warns-of-steep-decline"],
    topics: ["Science", "Environment"],
    publishedAt: "2026-09-05T09:00:00Z",
    body: [
      {
        html: "شبکه‌ای از ۳۹ حسگر شناور از بامداد شنبه دمای آب‌های بندر آبگینه را هر ده دقیقه یک بار اندازه می‌گیرد؛ نخستین سامانه از این دست در کرانه‌های دریای فانوس.",
      },
      {
        html: "لاله مهرکرانی، رئیس پژوهشگاه دریای فانوس، در پیامی نوشت: «دریا پیش از آن‌که فریاد بزند، زمزمه می‌کند.» به گفتهٔ او، کار دانشمندان شنیدن همین زمزمه است.",
        quotes: [
          {
            words: "دریا پیش از آن‌که فریاد بزند، زمزمه می‌کند.",
            kind: "DIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "رئیس پژوهشگاه دریای فانوس",
            saidOn: "2026-09-05",
            occasion: "پیام در تلگرام",
            source: "mehrkarani-sensors",
            expected: "EXACT",
          },
          {
            words: "کار دانشمندان شنیدن همین زمزمه است",
            kind: "INDIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "رئیس پژوهشگاه دریای فانوس",
            saidOn: "2026-09-05",
            occasion: "گفت‌وگو با خبرنگاران",
            expected: "UNSOURCED",
          },
        ],
      },
      { post: "mehrkarani-sensors" },
      {
        html: "او تأکید کرد که «داده‌ها برای همه آزاد است» و هیچ اندازه‌گیری‌ای پشت درهای بسته نمی‌ماند.",
        quotes: [
          {
            words: "داده‌ها برای همه آزاد است",
            kind: "PARTIAL",
            speaker: "laleh-mehrkarani",
            speakerRole: "رئیس پژوهشگاه دریای فانوس",
            saidOn: "2026-09-05",
            occasion: "پیام در تلگرام",
            source: "mehrkarani-sensors",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "یک کانال خبری رقم‌ها را جابه‌جا نقل کرد: «از امروز ۹۳ حسگر به این زمزمه گوش می‌دهند». شمار درست <em>۳۹</em> است.",
        quotes: [
          {
            words: "از امروز ۹۳ حسگر به این زمزمه گوش می‌دهند",
            kind: "DIRECT",
            speaker: "laleh-mehrkarani",
            speakerRole: "رئیس پژوهشگاه دریای فانوس",
            saidOn: "2026-09-05",
            occasion: "نقل نادرست یک کانال خبری",
            source: "mehrkarani-sensors",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "هر حسگر به اندازهٔ یک سطل است و نیروی خود را از موج می‌گیرد. ساخت آن‌ها دو سال طول کشید و هزینه‌اش را هفت کشور عضو شورای دریای فانوس به تساوی پرداختند.",
      },
      {
        html: "ماهیگیری که نخواست نامش برده شود گفت: «پدرم دمای آب را با دست می‌سنجید؛ من با تلفن می‌سنجم.»",
        quotes: [
          {
            words: "پدرم دمای آب را با دست می‌سنجید؛ من با تلفن می‌سنجم.",
            kind: "DIRECT",
            saidOn: "2026-09-05",
            occasion: "اسکلهٔ صیادان",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "سمیر الغدرانی، رئیس بندر نورسیه که از هفتهٔ آینده حسگرهای مشابهی خواهد داشت، به عربی گفت: «چراغ‌های ما راه را نشان می‌دهند؛ این نقشه خود دریا را.»",
        quotes: [
          {
            words: "چراغ‌های ما راه را نشان می‌دهند؛ این نقشه خود دریا را.",
            kind: "TRANSLATED",
            speaker: "samir-al-ghadrani",
            speakerRole: "رئیس بندر نورسیه",
            saidOn: "2026-09-05",
            occasion: "گفت‌وگوی تلفنی",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: 'قرار است تا پایان سال ۲۱ حسگر دیگر در آب‌های ژرف‌تر کار گذاشته شود. نقشهٔ زنده در <a href="https://institute.example/fa/map">پایگاه پژوهشگاه</a> در دسترس است.',
      },
    ],
  },
];
