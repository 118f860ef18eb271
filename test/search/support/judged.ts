import type { Judged } from "./stories.js";

/** A query with the hits that are relevant, the best first. */
export interface JudgedQuery {
  readonly query: string;
  readonly expected: readonly Judged[];
}

/** Each line is a query and its relevant hits, the best first. */
export const JUDGED: readonly JudgedQuery[] = [
  // English: stems, stop words, phrases, exclusion, alternatives, prefixes
  { query: "ferry", expected: ["ferry", "ferryPrices"] },
  { query: "ferries", expected: ["ferry", "ferryPrices"] },
  { query: "night ferry", expected: ["ferry"] },
  { query: "ferry -cancelled", expected: ["ferryPrices"] },
  { query: "housing policy", expected: ["policies"] },
  { query: "policies", expected: ["policies"] },
  { query: "the rents in the old town", expected: ["policies"] },
  { query: "war crimes", expected: ["warCrimes"] },
  { query: "crime", expected: ["warCrimes", "crimeRate"] },
  { query: '"war crimes"', expected: ["warCrimes"] },
  { query: '"apple harvest"', expected: ["apples"] },
  { query: "cider OR corrosion", expected: ["apples", "bridge"] },
  { query: "corro*", expected: ["bridge"] },
  { query: "bridge pillars", expected: ["bridge"] },
  { query: "Old Salt Bridge", expected: ["bridge"] },
  { query: "APPLES", expected: ["apples"] },
  { query: "propeller", expected: ["ferry"] },
  // German: compounds, umlauts, ß
  { query: "Klimapolitik", expected: ["klima"] },
  { query: "Klima", expected: ["klima"] },
  { query: "Politik", expected: ["klima"] },
  { query: "Windrad", expected: ["klima"] },
  { query: "Windräder", expected: ["klima"] },
  { query: "uferstrasse", expected: ["strasse"] },
  { query: "Straße", expected: ["strasse"] },
  { query: "GROSSBAUSTELLE", expected: ["strasse"] },
  { query: "Muller", expected: ["mueller"] },
  { query: "Müller", expected: ["mueller"] },
  { query: "Krankenhäuser", expected: ["haus"] },
  { query: "Krankenhaus", expected: ["haus"] },
  { query: "Pflegekraft", expected: ["haus"] },
  { query: "Pflege", expected: ["haus"] },
  { query: "die Abgeordneten im Landtag", expected: ["klima"] },
  // French: accents, elisions, ligatures
  { query: "greve", expected: ["greve"] },
  { query: "grèves", expected: ["greve"] },
  { query: "peniche", expected: ["greve"] },
  { query: "eleve", expected: ["eleves"] },
  { query: "école", expected: ["eleves"] },
  { query: "coeur", expected: ["coeur"] },
  { query: "chirurgiennes", expected: ["coeur"] },
  // Spanish
  { query: "sequia", expected: ["sequia"] },
  { query: "penalosa", expected: ["sequia"] },
  { query: "elección", expected: ["elecciones"] },
  { query: "pescador", expected: ["elecciones"] },
  // Arabic: letters, articles
  { query: "ازمة المياه", expected: ["miyah"] },
  { query: "مياه", expected: ["miyah"] },
  { query: "مدرسه", expected: ["madrasa"] },
  { query: "الموسيقى", expected: ["madrasa"] },
  // Persian: letters, joiners
  { query: "كتاب", expected: ["ketab"] },
  { query: "کتابهای کودکان", expected: ["ketab"] },
  { query: "می گویند", expected: ["ketab"] },
  { query: "باران", expected: ["baran"] },
  { query: "سیل آسا", expected: ["baran"] },
  // Japanese, Chinese and Thai: words without spaces
  { query: "新幹線", expected: ["shinkansen"] },
  { query: "運休", expected: ["shinkansen"] },
  { query: "京都", expected: ["kyoto"] },
  { query: "豆腐店", expected: ["kyoto"] },
  { query: "東京", expected: ["shinkansen"] },
  { query: "深海", expected: ["diqiu"] },
  { query: "水母", expected: ["diqiu"] },
  { query: "房价 下跌", expected: ["fangjia"] },
  { query: "房价", expected: ["fangjia"] },
  { query: "港口城市", expected: ["fangjia"] },
  { query: "น้ำท่วม", expected: ["namtuam"] },
  { query: "ตลาด", expected: ["namtuam"] },
  { query: "โรงเรียน", expected: ["namtuam"] },
  // Russian
  { query: "выставки", expected: ["muzey"] },
  { query: "музей", expected: ["muzey"] },
  { query: "все растает", expected: ["muzey"] },
  { query: "поезд", expected: ["poezd"] },
  { query: "железной дороги", expected: ["poezd"] },
  // Turkish: dotted and dotless i
  { query: "ISKELE", expected: ["istanbul"] },
  { query: "ışık", expected: ["istanbul"] },
  { query: "isik", expected: ["istanbul"] },
  { query: "ısparta", expected: ["istanbul"] },
  // Greek: accents, final sigma
  { query: "ΔΡΟΜΟΣ", expected: ["odos"] },
  { query: "δρομος", expected: ["odos"] },
  { query: "κατοίκους", expected: ["odos"] },
  // Persons, also misspelled
  { query: "Ilse Harrow", expected: ["harrow", "quoteTide"] },
  { query: "Isolde", expected: ["harrow", "quoteTide"] },
  { query: "Chidi Okonkvo", expected: ["okonkwo"] },
  { query: "Zelenco", expected: ["zelenko"] },
  { query: "Lindquist", expected: ["lindqvist"] },
  { query: "asa lindqvist", expected: ["lindqvist", "quoteRent"] },
  { query: "harbour master", expected: ["harrow"] },
  { query: "شيرين رحيمي", expected: ["rahimi"] },
  // Quotes and posts
  { query: "bargain with the tide", expected: ["quoteTide"] },
  { query: "Harrow tide", expected: ["quoteTide"] },
  { query: "roof luxury", expected: ["quoteRent"] },
  { query: "whale", expected: ["postWhale"] },
  { query: "🐋", expected: ["postWhale"] },
  { query: "@harbourwatch", expected: ["postWhale"] },
  { query: "Mohnkuchen", expected: ["postBackstube"] },
];
