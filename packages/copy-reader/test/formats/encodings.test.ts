import { describe, expect, it } from "vitest";
import { decodeBytes, decodeChunks } from "../../src/encoding/decode.js";
import { fromWindows } from "../../src/text/windows-1252.js";

const TEXTS = {
  en: "Ferry runs again\n\n“The quay is safe – at last,” she said at the café. It’s open to the public from Monday on.",
  de: "Die Fähre fährt wieder\n\nDer Hafen der Altstadt ist zugefroren, teilte das Amt mit, und die Fähren wurden für Tage umgeleitet.",
  fr: "Le bac revient\n\nLe port a gelé mardi, a déclaré la capitainerie, et les bateaux qui desservent les îles ont été déroutés.",
  es: "Vuelve el barco\n\nEl puerto se congeló el martes, dijo la capitanía, y los viajeros que esperaban en la isla cruzarán mañana.",
  pl: "Prom wraca\n\nPort starego miasta zamarzł we wtorek, jak podał urząd, a promy, które pływają na wyspy, skierowano gdzie indziej.",
  cs: "Přívoz se vrací\n\nPřístav v úterý zamrzl, uvedl úřad, a trajekty, které plují na ostrovy, byly odkloněny do jiného přístavu.",
  hu: "Újra jár a komp\n\nAz óváros kikötője kedden befagyott, közölte a hivatal, és a szigetekre közlekedő kompokat elirányították, amíg felenged.",
  tr: "Vapur dönüyor\n\nEski kentin limanı salı günü dondu, liman idaresi açıkladı ve adalara giden vapurlar başka bir iskeleye yönlendirildi.",
  ru: "Паром снова ходит\n\nПорт замёрз во вторник, сообщила администрация, и паромы, которые ходят на острова, были направлены в другой порт.",
  uk: "Пором знову ходить\n\nПорт замерз у вівторок, повідомила адміністрація, і пороми, які ходять на острови, були спрямовані до іншого порту.",
  el: "Επιστρέφει το πλοίο\n\nΤο λιμάνι πάγωσε την Τρίτη, ανακοίνωσε το λιμεναρχείο, και τα πλοία που πηγαίνουν στα νησιά άλλαξαν δρομολόγιο.",
  he: "המעבורת חוזרת\n\nהנמל של העיר העתיקה קפא ביום שלישי, כך מסרה הנהלת הנמל, והמעבורות שמשרתות את האיים הופנו לנמל אחר.",
  ar: "العبارة تعود\n\nتجمد ميناء المدينة يوم الثلاثاء كما قال مكتب الميناء، وتم تحويل العبارات التي تخدم الجزر إلى ميناء آخر.",
  ja: "フェリー再開\n\n港は火曜日に凍結したと港湾局が発表した。フェリーは別の港へ回された。",
  ko: "여객선 운항 재개\n\n항구가 화요일에 얼었다고 항만청이 밝혔다. 여객선은 다른 항구로 향했다.",
  zh: "渡轮恢复航行\n\n港务局星期三说，码头经过两年修理以后已经安全，居民可以再次乘坐渡轮前往岛上。",
  tw: "渡輪恢復航行\n\n港務局星期三說，碼頭經過兩年修理以後已經安全，居民可以再次乘坐渡輪前往島上。",
} as const;

/** The bytes of a text in an encoding, found by decoding all bytes and pairs of bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const raw = decoder.decode(Uint8Array.from(bytes));
    const character = encoding === "windows-1252" ? fromWindows(raw) : raw;
    if ([...character].length === 1 && character !== "\ufffd" && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

describe("a file that names no encoding", () => {
  const cases: readonly (readonly [keyof typeof TEXTS, string])[] = [
    ["en", "windows-1252"],
    ["en", "macintosh"],
    ["de", "windows-1252"],
    ["de", "macintosh"],
    ["fr", "windows-1252"],
    ["es", "windows-1252"],
    ["pl", "windows-1250"],
    ["pl", "iso-8859-2"],
    ["cs", "windows-1250"],
    ["hu", "windows-1250"],
    ["tr", "windows-1254"],
    ["ru", "windows-1251"],
    ["ru", "koi8-r"],
    ["ru", "iso-8859-5"],
    ["ru", "ibm866"],
    ["ru", "x-mac-cyrillic"],
    ["uk", "windows-1251"],
    ["uk", "koi8-u"],
    ["el", "windows-1253"],
    ["he", "windows-1255"],
    ["ar", "windows-1256"],
    ["ar", "iso-8859-6"],
    ["ja", "shift_jis"],
    ["ja", "euc-jp"],
    ["ko", "euc-kr"],
    ["zh", "gb18030"],
    ["tw", "big5"],
  ];
  it.each(cases)("is read as what its text is written in: %s in %s", (language, encoding) => {
    const bytes = encode(TEXTS[language], encoding);
    const { content, warnings } = decodeBytes(bytes);
    expect(content).toBe(TEXTS[language]);
    expect(warnings).toEqual([
      expect.stringMatching(/^The file is not UTF-8 and names no encoding; it was read as \S+\.$/),
    ]);
  });

  it.each(["ru", "he", "el", "ar"] as const)(
    "is never read as a Western one where a line of it is short: %s",
    (language) => {
      const encoding = { ru: "windows-1251", he: "windows-1255", el: "windows-1253", ar: "windows-1256" }[language];
      const [headline = ""] = TEXTS[language].split("\n");
      for (const text of [headline, headline.slice(0, 5), `${headline} 2026`]) {
        let content = "";
        try {
          content = decodeBytes(encode(text, encoding)).content;
        } catch (error) {
          content = String(error);
        }
        expect(content).not.toMatch(/[À-ÿ]/u);
      }
    },
  );

  it("is refused with the likeliest names when it is too short to be judged", () => {
    const bytes = encode("Le caf\u00e9.", "windows-1252");
    expect(() => decodeBytes(bytes)).toThrow(/may be in \S+( or \S+)*\. Name the right one with --encoding\.$/);
  });

  it("is read in the specified encoding", () => {
    expect(decodeBytes(encode("Паром", "ibm866"), { encoding: "ibm866" })).toEqual({ content: "Паром", warnings: [] });
  });
});

describe("an encoding that a document declares", () => {
  it("goes before what its bytes look like", () => {
    const page = `<html><head><meta charset="koi8-r"></head><body><p>${TEXTS.ru}</p></body></html>`;
    expect(decodeBytes(encode(page, "koi8-r"))).toEqual({ content: page, warnings: [] });
  });

  it("is not believed where the bytes cannot be in it", () => {
    const page = `<html><head><meta charset="shift_jis"></head><body><p>${TEXTS.ru}</p></body></html>`;
    const { content, warnings } = decodeBytes(encode(page, "windows-1251"));
    expect(content).toBe(page);
    expect(warnings).toEqual([
      expect.stringContaining("cannot be in shift_jis, which it names; it was read as windows-1251"),
    ]);
  });
});

describe("text that was encoded as UTF-8 twice", () => {
  const again = (text: string): string => fromWindows(Buffer.from(text, "utf8").toString("latin1"));

  it.each(["de", "fr", "ru", "he", "ja"] as const)("is put right as a whole: %s", (language) => {
    const { content, warnings } = decodeBytes(Buffer.from(again(TEXTS[language])));
    expect(content).toBe(TEXTS[language]);
    expect(warnings).toEqual(["The text had been encoded as UTF-8 twice before it came here; it was put right."]);
  });

  it("is corrected after three times as well, and if only some lines were encoded twice", () => {
    expect(decodeBytes(Buffer.from(again(again(TEXTS.fr)))).content).toBe(TEXTS.fr);
    const mixed = `${TEXTS.fr}\n${again(TEXTS.de)}`;
    expect(decodeBytes(Buffer.from(mixed)).content).toBe(`${TEXTS.fr}\n${TEXTS.de}`);
  });

  it("is refused when characters of it were lost", () => {
    const lost = again(TEXTS.ru).replace(/[\u0080-\u009f]/gu, "");
    expect(() => decodeBytes(Buffer.from(lost))).toThrow("characters of it were lost");
  });
});

describe("a file that is decoded while it comes in", () => {
  it.each(["shift_jis", "utf-8", "utf-16le"])("is whole however it is cut: %s", (encoding) => {
    const bytes =
      encoding === "shift_jis"
        ? encode(TEXTS.ja, encoding)
        : Buffer.from(TEXTS.ja, encoding === "utf-8" ? "utf8" : "utf16le");
    const decoder = decodeChunks(encoding);
    const parts = Array.from(bytes, (byte) => decoder.take(Uint8Array.of(byte)));
    expect(parts.join("") + decoder.end()).toBe(TEXTS.ja);
  });
});
