import type { DemoStory } from "./demo.type.js";

/** An article from Nawrasiya, written from right to left. */
export const arabicStories: readonly DemoStory[] = [
  {
    slug: "nawrasiya-reopens-its-channel-at-night",
    headline: "النورسية تعيد فتح قناتها ليلاً أمام قوارب الصيد",
    standfirst: "اثنتان وأربعون عوّامة مضيئة تنهي حظراً دام ست سنوات، والصيادون يعودون إلى السوق مع الفجر",
    byline: "مراسل شؤون الموانئ",
    authors: [{ person: "hadil-al-marsani" }],
    dateline: { text: "النورسية، 15 يناير 2026", place: "النورسية", date: "2026-01-15" },
    language: "ar",
    section: "ports",
    lead: {
      picture: "channel",
      alt: "قارب صيد بين صفين من العوّامات المضاءة ليلاً",
      caption: "عادت الأنوار إلى القناة بعد ست سنوات",
    },
    topics: ["Ports and Shipping", "Fisheries"],
    publishedAt: "2026-01-15T18:30:00Z",
    body: [
      {
        html: "أعادت سلطة ميناء النورسية، مساء الخميس، فتح القناة البحرية ليلاً أمام قوارب الصيد للمرة الأولى منذ ست سنوات، بعدما اكتمل تركيب اثنتين وأربعين عوّامة مضيئة على امتدادها.",
      },
      {
        html: "وقال رئيس سلطة الميناء سمير الغدراني في رسالة نشرها على تلغرام: «البحر لا ينام، ولن نطلب من الصيادين أن يناموا بدلاً منه».",
        quotes: [
          {
            words: "البحر لا ينام، ولن نطلب من الصيادين أن يناموا بدلاً منه",
            kind: "DIRECT",
            speaker: "samir-al-ghadrani",
            speakerRole: "رئيس سلطة ميناء النورسية",
            saidOn: "2026-01-15",
            occasion: "رسالة على تلغرام",
            source: "ghadrani-night-lights",
            expected: "EXACT",
          },
        ],
      },
      { post: "ghadrani-night-lights" },
      {
        html: "ووجّه الغدراني شكره إلى «كل من انتظر ست سنوات ولم يفقد صبره»، في إشارة إلى مئات الأسر التي تعيش من الصيد في أحياء الميناء القديم.",
        quotes: [
          {
            words: "كل من انتظر ست سنوات ولم يفقد صبره",
            kind: "PARTIAL",
            speaker: "samir-al-ghadrani",
            speakerRole: "رئيس سلطة ميناء النورسية",
            saidOn: "2026-01-15",
            occasion: "رسالة على تلغرام",
            source: "ghadrani-night-lights",
            expected: "EXACT",
          },
        ],
      },
      {
        html: "ونقل موقع محلي جزءاً من الرسالة على هذا النحو: «الليلة تعود الأنوار إلى القناة، ومعها 181 قارباً». أما الرقم الوارد في الأصل فهو <strong>118</strong>.",
        quotes: [
          {
            words: "الليلة تعود الأنوار إلى القناة، ومعها 181 قارباً",
            kind: "DIRECT",
            speaker: "samir-al-ghadrani",
            speakerRole: "رئيس سلطة ميناء النورسية",
            saidOn: "2026-01-15",
            occasion: "كما نقلها موقع محلي خطأً",
            source: "ghadrani-night-lights",
            expected: "ALTERED",
          },
        ],
      },
      {
        html: "وكانت الملاحة الليلية قد حُظرت مطلع عام 2020 إثر تصادم قاربين في الضباب. ومنذ ذلك الحين كان الصيادون ينتظرون الفجر عند حاجز الأمواج، فلا يصلون إلى السوق إلا بعد أن تهبط الأسعار.",
      },
      {
        html: "وقال صياد طلب عدم ذكر اسمه: «عاد إلينا نصف اليوم الذي فقدناه». وأضاف أن أبناءه لم يروا القناة مضاءة من قبل.",
        quotes: [
          {
            words: "عاد إلينا نصف اليوم الذي فقدناه",
            kind: "DIRECT",
            saidOn: "2026-01-15",
            occasion: "حديث على رصيف الصيادين",
            expected: "UNSOURCED",
          },
          {
            words: "أبناءه لم يروا القناة مضاءة من قبل",
            kind: "INDIRECT",
            saidOn: "2026-01-15",
            occasion: "حديث على رصيف الصيادين",
            expected: "UNSOURCED",
          },
        ],
      },
      {
        html: "ورحّبت الأمينة العامة لمجلس بحر الفوانيس ميريلا فانتور بالخطوة، مستعيدةً عبارتها التي كتبتها بالإنجليزية في العام الماضي: «الميناء الآمن ليس سراً وطنياً».",
        quotes: [
          {
            words: "الميناء الآمن ليس سراً وطنياً",
            kind: "TRANSLATED",
            speaker: "mirela-vantorre",
            speakerRole: "الأمينة العامة لمجلس بحر الفوانيس",
            saidOn: "2025-06-17",
            occasion: "رسالة على ماستودون بعد تصويت المجلس",
            source: "vantorre-pilots",
            expected: "NOT_COMPARABLE",
          },
        ],
      },
      {
        html: 'ومن المنتظر أن تُضاف ثماني عوّامات أخرى قبل موسم الربيع. وتنشر السلطة <a href="https://nawrasiya.example/tides">جدول المد والجزر</a> كل مساء.',
      },
    ],
  },
];
