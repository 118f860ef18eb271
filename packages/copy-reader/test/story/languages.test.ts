import { describe, expect, test } from "vitest";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

/** The quotations of a story with the words that name their speakers. */
function quotesOf(text: string, language?: string): readonly (readonly [string, string | null])[] {
  const { elements } = readPlainCopy(text, { headline: "-", language });
  return elements.flatMap((element) =>
    element.kind === "paragraph" ? element.quotes.map((quote) => [quote.text, quote.speakerText] as const) : [],
  );
}

type Case = readonly [text: string, ...quotes: (readonly [string, string | null])[]];

function check(language: string, cases: readonly Case[]): void {
  describe(language, () => {
    test.each(cases.map(([text, ...quotes]) => [text, quotes] as const))("%s", (text, quotes) => {
      expect(quotesOf(text, language)).toEqual(quotes);
    });
  });
}

check("fr", [
  [
    "« Le port restera fermé jusqu’à vendredi », a déclaré la maire Edna Quill mardi.",
    ["Le port restera fermé jusqu’à vendredi", "la maire Edna Quill"],
  ],
  [
    "«\u00a0Nous n’avons jamais vu cela\u00a0», a expliqué Jean Lefort, capitaine du port.",
    ["Nous n’avons jamais vu cela", "Jean Lefort, capitaine du port"],
  ],
  [
    "«\u202fLa glace a tout bloqué en une heure\u202f», selon Anne Martin.",
    ["La glace a tout bloqué en une heure", "Anne Martin"],
  ],
  [
    "Selon Jean Lefort, « la glace ne cédera pas avant samedi ».",
    ["la glace ne cédera pas avant samedi", "Jean Lefort"],
  ],
  ["“Le port est fermé pour la semaine”, affirme Anne Martin.", ["Le port est fermé pour la semaine", "Anne Martin"]],
  ["Jean Lefort a ajouté : « Il faut attendre le dégel. »", ["Il faut attendre le dégel.", "Jean Lefort"]],
  [
    "« Le capitaine m’a dit : “Attendez le dégel”, et j’ai attendu », raconte Anne Martin.",
    ["Le capitaine m’a dit : “Attendez le dégel”, et j’ai attendu", "Anne Martin"],
  ],
  [
    "« Nous attendons, poursuit Anne Martin. Le dégel viendra bien un jour. »",
    ["Nous attendons, poursuit Anne Martin. Le dégel viendra bien un jour.", "Anne Martin"],
  ],
  [
    "« Personne ne sait quand il partira. »\n\nAnne Martin attend au bout du quai.",
    ["Personne ne sait quand il partira.", null],
  ],
  ["— Tu as vu la glace ? demanda-t-il.\n\n— Oui, répondit Anne.", ["Tu as vu la glace ?", "il"], ["Oui", "Anne"]],
  ["Le film « La Mer gelée » sort mercredi."],
]);

check("es", [
  [
    "«El puerto seguirá cerrado hasta el viernes», dijo la alcaldesa Ana Lima.",
    ["El puerto seguirá cerrado hasta el viernes", "la alcaldesa Ana Lima"],
  ],
  [
    "«El puerto seguirá cerrado hasta el viernes», dijo la alcaldesa Ana Lima el martes.",
    ["El puerto seguirá cerrado hasta el viernes", "la alcaldesa Ana Lima"],
  ],
  ["“Nunca habíamos visto tanto hielo”, aseguró Juan Roca.", ["Nunca habíamos visto tanto hielo", "Juan Roca"]],
  ['"El hielo lo cerró todo en una hora", según Juan Roca.', ["El hielo lo cerró todo en una hora", "Juan Roca"]],
  ["Según Ana Lima, “el hielo no cederá antes del sábado”.", ["el hielo no cederá antes del sábado", "Ana Lima"]],
  ["Ana Lima añadió: “Hay que esperar el deshielo”.", ["Hay que esperar el deshielo", "Ana Lima"]],
  [
    "«El capitán me dijo “espere al deshielo” y esperé», contó Juan Roca.",
    ["El capitán me dijo “espere al deshielo” y esperé", "Juan Roca"],
  ],
  ["“¿Quién pagará todo esto?”, preguntó Ana Lima.", ["¿Quién pagará todo esto?", "Ana Lima"]],
  [
    "“Vamos a esperar”, dijo Ana Lima. “El deshielo llegará algún día”.",
    ["Vamos a esperar", "Ana Lima"],
    ["El deshielo llegará algún día", "Ana Lima"],
  ],
  ["—¿Has visto el hielo? —preguntó él.\n\n—Sí —dijo Ana.", ["¿Has visto el hielo?", "él"], ["Sí", "Ana"]],
  ["La película “El mar helado” se estrena el miércoles."],
]);

check("ar", [
  [
    "قال رئيس البلدية أحمد سالم «سيبقى الميناء مغلقا حتى يوم الجمعة القادم».",
    ["سيبقى الميناء مغلقا حتى يوم الجمعة القادم", "رئيس البلدية أحمد سالم"],
  ],
  ['وأضاف سالم: "لم نر مثل هذا الجليد من قبل في هذه المدينة".', ["لم نر مثل هذا الجليد من قبل في هذه المدينة", "سالم"]],
  ["وقالت ليلى حسن: “أغلق الجليد كل شيء خلال ساعة واحدة فقط”.", ["أغلق الجليد كل شيء خلال ساعة واحدة فقط", "ليلى حسن"]],
  ["وأكد الوزير أن «الجليد لن يذوب قبل يوم السبت المقبل».", ["الجليد لن يذوب قبل يوم السبت المقبل", "الوزير"]],
  ["وأوضح المدير: »يجب أن ننتظر حتى يذوب الجليد كله«.", ["يجب أن ننتظر حتى يذوب الجليد كله", "المدير"]],
  ["صدرت صحيفة «الميناء» اليوم في المدينة القديمة."],
  ["عرض فيلم «البحر المتجمد» مساء أمس في المدينة."],
  ["وتابع: \u200f«سننتظر ذوبان الجليد مهما طال الوقت»\u200f.", ["سننتظر ذوبان الجليد مهما طال الوقت", null]],
]);

check("fa", [
  [
    "احمد سالمی گفت: «بندر تا روز جمعه بسته خواهد ماند و چاره‌ای نیست».",
    ["بندر تا روز جمعه بسته خواهد ماند و چاره‌ای نیست", "احمد سالمی"],
  ],
  ["وی افزود: «ما هرگز چنین یخی در این شهر ندیده بودیم».", ["ما هرگز چنین یخی در این شهر ندیده بودیم", "وی"]],
  ['رئیس بندر اظهار داشت: "یخ همه چیز را در یک ساعت بست و رفت".', ["یخ همه چیز را در یک ساعت بست و رفت", "رئیس بندر"]],
  ["وزیر راه تأکید کرد: «باید تا آب شدن یخ‌ها صبر کنیم».", ["باید تا آب شدن یخ‌ها صبر کنیم", "وزیر راه"]],
  ["فیلم «دریای یخ‌زده» دیشب در شهر نمایش داده شد."],
  ["روزنامه «بندر» امروز در شهر قدیم منتشر شد."],
  ["او گفت: ”ما تا آب شدن یخ‌ها در همین‌جا می‌مانیم“.", ["ما تا آب شدن یخ‌ها در همین‌جا می‌مانیم", "او"]],
  ["مریم حسنی نوشت: «هیچ‌کس نمی‌داند یخ چه زمانی خواهد رفت».", ["هیچ‌کس نمی‌داند یخ چه زمانی خواهد رفت", "مریم حسنی"]],
]);

/** Texts with the quotation marks of further languages, and the words of each quotation in them; speakers are not compared. */
const others: readonly (readonly [string, string, ...string[]])[] = [
  [
    "it",
    "«Il porto resterà chiuso fino a venerdì», ha detto la sindaca Anna Bianchi.",
    "Il porto resterà chiuso fino a venerdì",
  ],
  ["it", "“Non abbiamo mai visto tanto ghiaccio”, racconta Marco Rossi.", "Non abbiamo mai visto tanto ghiaccio"],
  ["it", "Il film “Il mare gelato” esce mercoledì."],
  [
    "pt",
    "“O porto ficará fechado até sexta-feira”, disse a prefeita Ana Lima.",
    "O porto ficará fechado até sexta-feira",
  ],
  ["pt", "«Nunca vimos tanto gelo nesta cidade», afirmou João Rocha.", "Nunca vimos tanto gelo nesta cidade"],
  [
    "nl",
    "‘De haven blijft tot vrijdag dicht’, zegt burgemeester Anna de Vries. ‘Daarna zien we wel verder.’",
    "De haven blijft tot vrijdag dicht",
    "Daarna zien we wel verder.",
  ],
  ["nl", "“We hebben dit nog nooit gezien”, zei Jan Smit.", "We hebben dit nog nooit gezien"],
  [
    "pl",
    "„Port pozostanie zamknięty do piątku” – powiedziała burmistrz Anna Kowalska.",
    "Port pozostanie zamknięty do piątku",
  ],
  ["pl", "Jan Nowak dodał: „Nigdy nie widzieliśmy tyle lodu”.", "Nigdy nie widzieliśmy tyle lodu"],
  ["ru", "«Порт будет закрыт до пятницы», — сказала мэр Анна Петрова.", "Порт будет закрыт до пятницы"],
  ["ru", "Иван Орлов добавил: «Мы никогда не видели столько льда».", "Мы никогда не видели столько льда"],
  [
    "ru",
    "«Капитан сказал мне: „Ждите оттепели“, и я ждал», — рассказал Орлов.",
    "Капитан сказал мне: „Ждите оттепели“, и я ждал",
  ],
  [
    "tr",
    "“Liman cumaya kadar kapalı kalacak” diyen başkan Ayşe Kaya, beklenmesini istedi.",
    "Liman cumaya kadar kapalı kalacak",
  ],
  ["tr", 'Mehmet Demir, "Hiç bu kadar buz görmemiştik" dedi.', "Hiç bu kadar buz görmemiştik"],
  ["sv", "”Hamnen förblir stängd till fredag”, säger borgmästaren Anna Berg.", "Hamnen förblir stängd till fredag"],
  ["sv", "»Vi har aldrig sett så mycket is», sade Erik Lund.", "Vi har aldrig sett så mycket is"],
  ["da", "»Havnen forbliver lukket til fredag,« siger borgmester Anna Berg.", "Havnen forbliver lukket til fredag,"],
  [
    "de",
    "›Der Hafen bleibt bis Freitag zu‹, sagte Bürgermeisterin Anna Berg. ›Danach sehen wir weiter.‹",
    "Der Hafen bleibt bis Freitag zu",
    "Danach sehen wir weiter.",
  ],
  [
    "de",
    "‹Der Hafen bleibt bis Freitag zu›, sagte Bürgermeisterin Anna Berg. ‹Danach sehen wir weiter.›",
    "Der Hafen bleibt bis Freitag zu",
    "Danach sehen wir weiter.",
  ],
  ["cs", "„Přístav zůstane zavřený do pátku,“ řekla starostka Anna Nováková.", "Přístav zůstane zavřený do pátku,"],
  ["hu", "„A kikötő péntekig zárva marad” – mondta Kovács Anna polgármester.", "A kikötő péntekig zárva marad"],
  [
    "el",
    "«Το λιμάνι θα μείνει κλειστό ως την Παρασκευή», είπε η δήμαρχος Άννα Παππά.",
    "Το λιμάνι θα μείνει κλειστό ως την Παρασκευή",
  ],
  ["he", '"הנמל יישאר סגור עד יום שישי", אמרה ראשת העיר אנה כהן.', "הנמל יישאר סגור עד יום שישי"],
  ["ja", "市長の安田花子氏は「港は金曜日まで閉鎖されたままになる」と述べた。", "港は金曜日まで閉鎖されたままになる"],
  [
    "ja",
    "「船長に『解けるまで待て』と言われて待った」と田中さんは話した。",
    "船長に『解けるまで待て』と言われて待った",
  ],
  ["ja", "映画『氷の海』は水曜日に公開される。"],
  ["zh", "市长安娜表示：“港口将关闭到星期五，我们只能等待。”", "港口将关闭到星期五，我们只能等待。"],
  ["zh", "市長安娜表示：「港口將關閉到星期五，我們只能等待。」", "港口將關閉到星期五，我們只能等待。"],
  ["zh", "电影《冰海》星期三上映。"],
  ["ko", "안나 시장은 “항구는 금요일까지 닫혀 있을 것”이라고 말했다.", "항구는 금요일까지 닫혀 있을 것"],
  [
    "hi",
    'महापौर अन्ना ने कहा, "बंदरगाह शुक्रवार तक बंद रहेगा और हमें इंतज़ार करना होगा।"',
    "बंदरगाह शुक्रवार तक बंद रहेगा और हमें इंतज़ार करना होगा।",
  ],
  [
    "fi",
    "”Satama pysyy suljettuna perjantaihin”, sanoi pormestari Anna Laine.",
    "Satama pysyy suljettuna perjantaihin",
  ],
];

describe("marks of further languages", () => {
  test.each(others)("%s: %s", (language, text, ...quotes) => {
    expect(quotesOf(text, language).map(([words]) => words)).toEqual(quotes);
  });

  test("straight marks within straight marks are one quotation", () => {
    expect(quotesOf('"We read it in the "Ostwick Times" on Tuesday and laughed," said Ann Smith.', "en")).toEqual([
      ['We read it in the "Ostwick Times" on Tuesday and laughed,', "Ann Smith"],
    ]);
  });

  test("guillemets that are repeated at each paragraph keep one utterance", () => {
    const copy =
      "« Le port est fermé, a déclaré Anne Martin. La glace a tout pris.\n\n« Nous attendons le dégel.\n\n» Et il viendra. »";
    const [first, second, third] = readPlainCopy(copy, { headline: "-", language: "fr" }).elements;
    const quotes = [first, second, third].flatMap((each) => (each?.kind === "paragraph" ? each.quotes : []));
    expect(quotes.map(({ text }) => text)).toEqual([
      "Le port est fermé, a déclaré Anne Martin. La glace a tout pris.",
      "Nous attendons le dégel.",
      "Et il viendra.",
    ]);
    expect(new Set(quotes.map(({ utterance }) => utterance)).size).toBe(1);
  });

  test("guillemets that are repeated at each line of one paragraph are one quotation", () => {
    const copy =
      "Anne Martin a déclaré : « La glace a tout pris en une heure, et\n» nous attendons le dégel, qui viendra bien un jour, comme il est\n» venu chaque année depuis que je suis née ici. »";
    const [quote] = quotesOf(copy, "fr");
    expect(quote?.[0]).toContain("La glace a tout pris");
    expect(quote?.[0]).toContain("depuis que je suis née ici.");
  });
});
