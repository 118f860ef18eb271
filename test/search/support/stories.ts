import type { Newsroom } from "../../support/newsroom.js";

/** An invented story in short form. The body is one paragraph for each line. */
interface Story {
  readonly language: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly body: string;
  readonly topics?: readonly string[];
}

/** The invented stories that queries are judged on, by name: stories of one language share words. */
export const STORIES = {
  // English
  ferry: {
    language: "en",
    headline: "Night ferry to Sorrel Island cancelled",
    standfirst: "Cracked propeller keeps the ship in dock until May.",
    body: "The operator said passengers would get their money back.\nIslanders complained that nobody had informed them.",
    topics: ["Transport"],
  },
  ferryPrices: {
    language: "en",
    headline: "Islanders protest against ticket prices",
    body: "Several hundred people marched to the pier.\nThey say the ferry has become too expensive for pensioners.",
    topics: ["Transport"],
  },
  policies: {
    language: "en",
    headline: "Council adopts new housing policies",
    standfirst: "Rents are capped in the old town.",
    body: "The policies were debated for nine hours.\nLandlords announced that they would go to court.",
    topics: ["Housing"],
  },
  warCrimes: {
    language: "en",
    headline: "Tribunal opens archive on war crimes",
    body: "Researchers can read eleven thousand witness statements.\nThe war ended four decades ago.",
  },
  crimeRate: {
    language: "en",
    headline: "Fewer burglaries in the northern districts",
    body: "The police statistics show that crimes against property fell by a tenth.",
  },
  apples: {
    language: "en",
    headline: "Late frost ruins the apple harvest",
    body: "Growers in the Tamsin valley expect half of the usual crop.\nCider will be expensive.",
    topics: ["Farming"],
  },
  bridge: {
    language: "en",
    headline: "Engineers inspect the Old Salt Bridge",
    body: "A report found corrosion on three of the pillars.\nThe bridge carries the only road to the salt works.",
  },
  // German
  klima: {
    language: "de",
    headline: "Neue Klimapolitik im Landtag beschlossen",
    standfirst: "Die Abgeordneten stimmten nach zwölf Stunden ab.",
    body: "Der Ausbau der Windräder soll schneller gehen.\nDie Opposition sprach von einem Irrweg.",
    topics: ["Klima"],
  },
  strasse: {
    language: "de",
    headline: "Großbaustelle sperrt die Uferstraße",
    body: "Autofahrer müssen bis zum Herbst einen Umweg nehmen.\nDie Händler fürchten um ihre Kundschaft.",
  },
  mueller: {
    language: "de",
    headline: "Bürgermeisterin Müller tritt nicht mehr an",
    body: "Sie habe genug von den nächtlichen Sitzungen, sagte sie.\nEin Nachfolger ist nicht in Sicht.",
  },
  haus: {
    language: "de",
    headline: "Im Krankenhaus fehlen Pflegekräfte",
    body: "Jede fünfte Stelle ist unbesetzt.\nDie Klinikleitung wirbt im Ausland um Personal.",
  },
  // French
  greve: {
    language: "fr",
    headline: "Grève des éclusiers sur le canal",
    standfirst: "Les péniches attendent depuis mardi.",
    body: "Les salariés réclament une prime de nuit.\nLa direction n’a pas encore répondu.",
  },
  eleves: {
    language: "fr",
    headline: "Les élèves du lycée repeignent leur cantine",
    body: "Le proviseur a offert la peinture.\nL’école rouvrira lundi.",
  },
  coeur: {
    language: "fr",
    headline: "Une chirurgienne opère un cœur à distance",
    body: "L’intervention a duré six heures.\nLe patient se porte bien.",
  },
  // Spanish
  sequia: {
    language: "es",
    headline: "La sequía vacía el embalse de Peñalosa",
    body: "Los agricultores riegan solo de noche.\nEl municipio prohíbe llenar las piscinas.",
  },
  elecciones: {
    language: "es",
    headline: "Elecciones en la cofradía de pescadores",
    body: "Votaron más de trescientos socios.\nLa nueva presidenta promete barcos más seguros.",
  },
  // Arabic
  miyah: {
    language: "ar",
    headline: "أزمة المياه في مدينة الواحة",
    body: "قالت البلدية إن الخزانات فارغة منذ أسبوع.\nوطالب السكان بإصلاح الشبكة القديمة.",
  },
  madrasa: {
    language: "ar",
    headline: "افتتاح مدرسة جديدة للموسيقى",
    body: "سيتعلم الأطفال العزف على العود والناي.\nوقدّم الأهالي الآلات هدية.",
  },
  // Persian
  ketab: {
    language: "fa",
    headline: "نمایشگاه کتاب‌های کودکان در بندر",
    body: "ناشران می‌گویند بازدیدکنندگان دو برابر شده‌اند.\nکتابخانهٔ شهر نیز غرفه دارد.",
  },
  baran: {
    language: "fa",
    headline: "باران سیل‌آسا جادهٔ کوهستانی را بست",
    body: "راهداری از رانندگان خواست سفر نکنند.\nدو روستا برق ندارند.",
  },
  // Japanese
  shinkansen: {
    language: "ja",
    headline: "台風で新幹線が運休、乗客は駅で一夜",
    body: "東京都の職員が毛布を配った。\n運転再開は木曜日の見込み。",
  },
  kyoto: {
    language: "ja",
    headline: "京都の老舗豆腐店が海外に出店",
    body: "三百年続く店の当主が会見した。\n味は変えないという。",
  },
  // Chinese
  diqiu: {
    language: "zh",
    headline: "科学家发现深海新物种",
    body: "研究人员在海沟底部拍到发光的水母。\n大学将公布全部照片。",
  },
  fangjia: {
    language: "zh",
    headline: "港口城市房价连续三个月下跌",
    body: "市政府表示不会干预市场。\n年轻人仍然买不起房子。",
  },
  // Thai
  namtuam: {
    language: "th",
    headline: "น้ำท่วมตลาดเก่าริมแม่น้ำ",
    body: "พ่อค้าย้ายสินค้าขึ้นชั้นสอง\nโรงเรียนปิดสองวัน",
  },
  // Russian
  muzey: {
    language: "ru",
    headline: "В музее открылась выставка ледяных скульптур",
    body: "Художники работали при минус двадцати.\nВсё растает к апрелю.",
  },
  poezd: {
    language: "ru",
    headline: "Поезда в горный район пойдут чаще",
    body: "Железная дорога купила новый тепловоз.\nЖители ждали этого десять лет.",
  },
  // Turkish
  istanbul: {
    language: "tr",
    headline: "İskele meydanında ışık gösterisi",
    body: "Isparta’dan gelen sanatçılar gül kokulu fenerler yaktı.\nGösteri üç gün sürecek.",
  },
  // Greek
  odos: {
    language: "el",
    headline: "Κλειστός ο δρόμος προς το φράγμα",
    body: "Κατολίσθηση έκοψε την πρόσβαση στους οικισμούς.\nΟι κάτοικοι ζητούν βοήθεια.",
  },
} as const satisfies Readonly<Record<string, Story>>;

/** The name of a judged story, person, post or quote. */
export type Judged = keyof typeof STORIES | keyof typeof PERSONS | keyof typeof POSTS | "quoteTide" | "quoteRent";

/** Invented persons. */
export const PERSONS = {
  harrow: { name: "Ilse Harrow", aliases: ["Isolde Harrow"], role: "Harbour master" },
  okonkwo: { name: "Chidi Okonkwo", role: "Minister of Fisheries" },
  lindqvist: { name: "Åsa Lindqvist", role: "Union secretary" },
  zelenko: { name: "Oleksandr Zelenko", role: "Cellist" },
  rahimi: { name: "شیرین رحیمی", role: "Poet" },
} as const;

/** Invented posts. */
export const POSTS = {
  postWhale: {
    text: "A whale swam under the pier this morning 🐋 and nobody believed us until the film came out.",
    authorName: "Harbour Watch",
    authorHandle: "@harbourwatch",
    language: "en",
  },
  postBackstube: {
    text: "Unsere Backstube öffnet wieder! Ab Montag gibt es Mohnkuchen.",
    authorName: "Bäckerei Klee",
    authorHandle: "@baeckerei_klee",
    language: "de",
  },
} as const;

/** The ids of everything that was made, by name. */
export type JudgedIds = ReadonlyMap<Judged, string>;

/** Publishes the judged stories, and two more in which the persons speak and the posts are placed. */
export async function publishStories(newsroom: Newsroom): Promise<JudgedIds> {
  const ids = new Map<Judged, string>();
  for (const [name, story] of entriesOf(STORIES)) {
    const { body, ...metadata }: Story = story;
    const paragraphs = body.split("\n").map((text) => ({ paragraph: { text } }));
    const topics = [...(metadata.topics ?? [])];
    ids.set(name, (await newsroom.published({ ...metadata, topics, body: paragraphs })).id);
  }
  for (const [name, person] of entriesOf(PERSONS)) {
    const aliases = "aliases" in person ? [...person.aliases] : [];
    ids.set(name, await newsroom.person({ ...person, aliases }));
  }
  for (const [name, post] of entriesOf(POSTS)) ids.set(name, await newsroom.post(post));
  const id = (name: Judged): string => ids.get(name) ?? "";
  await newsroom.published({
    language: "en",
    headline: "What they said this week",
    body: [
      {
        paragraph: {
          text: "“We cannot bargain with the tide,” said Ilse Harrow.",
          quotes: [{ exact: "We cannot bargain with the tide", speakerId: id("harrow") }],
        },
      },
      {
        paragraph: {
          text: "“A roof is not a luxury,” said Åsa Lindqvist.",
          quotes: [{ exact: "A roof is not a luxury", speakerId: id("lindqvist") }],
        },
      },
      { post: { id: id("postWhale") } },
      { post: { id: id("postBackstube") } },
      { paragraph: { text: "Chidi Okonkwo, Oleksandr Zelenko and شیرین رحیمی were silent." } },
    ],
  });
  const quotes = await newsroom.database.prisma.quote.findMany({ where: { head: "PUBLISHED" } });
  const { encodeNodeId } = await import("../../../src/graphql/node-id.js");
  for (const { id: key, text } of quotes) {
    if (text.includes("tide")) ids.set("quoteTide", encodeNodeId("Quote", key));
    if (text.includes("roof")) ids.set("quoteRent", encodeNodeId("Quote", key));
  }
  return ids;
}

function entriesOf<Key extends string, Value>(
  record: Readonly<Record<Key, Value>>,
): readonly (readonly [Key, Value])[] {
  // The keys of an object literal are those of its type.
  return Object.entries(record) as unknown as readonly (readonly [Key, Value])[];
}
