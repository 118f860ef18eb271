import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../src/encoding/decode.js";
import { windowsCharacters } from "../../src/text/windows-1252.js";
import { readAnyCopy, readDocument } from "./documents.js";

const FRENCH =
  "Le port de la vieille ville a gelé mardi, a déclaré la capitainerie, et les bateaux qui desservent les îles ont été déroutés vers un autre quai jusqu’au dégel.";
const RUSSIAN =
  "Порт старого города замёрз во вторник, сообщила администрация, и паромы, которые ходят на острова, были направлены в другой порт, пока не сойдёт лёд.";
const ARABIC =
  "تجمد ميناء المدينة القديمة يوم الثلاثاء كما قال مكتب الميناء، وتم تحويل العبارات التي تخدم الجزر إلى ميناء آخر حتى يذوب الجليد.";
const POLISH =
  "Port starego miasta zamarzł we wtorek, jak podał urząd, a promy, które pływają na wyspy, skierowano do innego portu, bo nie było jasne, kiedy lód się podda.";
const JAPANESE = "港は火曜日に凍結したと港湾局が発表した。フェリーは別の港へ回された。";
const KOREAN = "항구가 화요일에 얼었다고 항만청이 밝혔다. 여객선은 다른 항구로 향했다.";
const CHINESE = "港口星期二结冰，港务局表示，渡轮改往另一个港口。";

/** The bytes of a text in an encoding of one byte for a character. */
function encode(text: string, encoding: string): Uint8Array {
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  const table = encoding === "windows-1252" ? windowsCharacters(0, 255) : [...decoded];
  return Uint8Array.from(
    [...text].map((character) => {
      const at = table.indexOf(character);
      if (at < 0) throw new Error(`${encoding} has no ${character}.`);
      return at;
    }),
  );
}

/** The bytes of a text in an encoding of several bytes for a character, found by decoding all pairs. */
function encodeWide(text: string, encoding: string): Uint8Array {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== "\ufffd" && !found.has(character))
        found.set(character, [first, second]);
    }
  return Uint8Array.from([...text].flatMap((character) => found.get(character) ?? [character.charCodeAt(0)]));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function swap(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, at) => bytes[at % 2 === 0 ? at + 1 : at - 1] ?? 0);
}

const ascii = (text: string): Uint8Array => encode(text, "windows-1252");
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

describe("bytes are decoded", () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["UTF-8", new TextEncoder().encode(FRENCH), FRENCH],
    ["UTF-8 with its mark", new TextEncoder().encode(`\ufeff${ARABIC}`), ARABIC],
    ["UTF-16 LE with its mark", utf16(`\ufeff${ARABIC}`), ARABIC],
    ["UTF-16 BE with its mark", swap(utf16(`\ufeff${RUSSIAN}`)), RUSSIAN],
    ["UTF-16 LE without a mark", utf16(FRENCH), FRENCH],
    ["UTF-16 BE without a mark", swap(utf16(FRENCH)), FRENCH],
    ["UTF-16 LE of Arabic without a mark", utf16(ARABIC), ARABIC],
    ["UTF-16 BE of Russian without a mark", swap(utf16(RUSSIAN)), RUSSIAN],
  ];
  test.each(cases)("%s", (_, bytes, text) => {
    expect(decodeBytes(bytes)).toEqual({ content: text, warnings: [] });
  });

  const declared: readonly (readonly [string, string])[] = [
    ["windows-1252", FRENCH],
    ["ISO-8859-1", FRENCH.replace("’", "'")],
    ["iso-8859-15", "Le prix : 5 €, a déclaré la capitainerie."],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["windows-1256", ARABIC],
    ["iso-8859-6", ARABIC],
    ["windows-1250", POLISH],
    ["iso-8859-2", POLISH],
  ];
  test.each(declared)("%s where XML or a page declares it", (encoding, text) => {
    const xml = `<?xml version="1.0" encoding="${encoding}"?>\n<p>`;
    expect(decodeBytes(join(ascii(xml), encode(text, encoding)))).toEqual({ content: `${xml}${text}`, warnings: [] });
    for (const meta of [
      `<meta charset="${encoding}">`,
      `<meta http-equiv="Content-Type" content="text/html; charset=${encoding}">`,
    ])
      expect(decodeBytes(join(ascii(meta), encode(text, encoding))).content).toBe(`${meta}${text}`);
  });

  const wide: readonly (readonly [string, string])[] = [
    ["shift_jis", JAPANESE],
    ["euc-jp", JAPANESE],
    ["euc-kr", KOREAN],
    ["gb18030", CHINESE],
    ["gbk", CHINESE],
    ["big5", "港口星期二結冰，港務局表示，渡輪改往另一個港口。"],
  ];
  test.each(wide)("%s where it is declared", (encoding, text) => {
    const meta = `<meta charset="${encoding}">`;
    expect(decodeBytes(join(ascii(meta), encodeWide(text, encoding)))).toEqual({
      content: `${meta}${text}`,
      warnings: [],
    });
  });

  test("ISO-2022-JP by its escapes", () => {
    const bytes = join(Uint8Array.of(0x1b, 0x24, 0x42, 0x39, 0x41, 0x1b, 0x28, 0x42), ascii(" 1"));
    expect(decodeBytes(bytes).content).toBe("港 1");
  });

  const guessed: readonly (readonly [string, string])[] = [
    ["windows-1252", FRENCH],
    ["windows-1251", RUSSIAN],
    ["windows-1256", ARABIC],
    ["windows-1250", POLISH],
  ];
  test.each(guessed)("%s that nobody declares, with a warning", (encoding, text) => {
    const { content, warnings } = decodeBytes(encode(text, encoding));
    expect(content).toBe(text);
    expect(warnings).toEqual([`The file is not UTF-8 and names no encoding; it was read as ${encoding}.`]);
  });

  test("too few undeclared bytes are not guessed at, and refused with their line", () => {
    expect(() => decodeBytes(encode("Le caf\u00e9.\n", "windows-1252"))).toThrow(
      expect.objectContaining({ message: expect.stringContaining("--encoding"), line: 1 }),
    );
  });

  test("a declaration that the bytes belie is not believed", () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><p>';
    expect(decodeBytes(new TextEncoder().encode(xml + RUSSIAN)).content).toBe(xml + RUSSIAN);
    const wrong = '<?xml version="1.0" encoding="UTF-8"?>\n<p>';
    expect(decodeBytes(join(ascii(wrong), encode(FRENCH, "windows-1252"))).content).toBe(wrong + FRENCH);
    const never = '<?xml version="1.0" encoding="UTF-16"?>\n<p>';
    expect(decodeBytes(join(ascii(never), new TextEncoder().encode(FRENCH))).content).toBe(never + FRENCH);
  });

  test("a file cut within a character keeps the rest, with a warning", () => {
    const cut = "The file ends within a character; it may have been cut off.";
    for (const length of [1, 2]) {
      const bytes = new TextEncoder().encode(`${FRENCH}…`).slice(0, -length);
      expect(decodeBytes(bytes)).toEqual({ content: FRENCH, warnings: [cut] });
    }
    expect(decodeBytes(utf16(`\ufeff${FRENCH}`).slice(0, -1)).warnings).toEqual([cut]);
    const meta = '<meta charset="shift_jis">';
    expect(decodeBytes(join(ascii(meta), encodeWide(JAPANESE, "shift_jis").slice(0, -1)))).toEqual({
      content: `${meta}${JAPANESE.slice(0, -1)}`,
      warnings: [cut],
    });
  });
});

describe("text that was decoded wrongly before it came", () => {
  const spoil = (text: string): string => {
    const table = windowsCharacters(0, 255);
    return [...new TextEncoder().encode(text)].map((byte) => table[byte]).join("");
  };
  const ENGLISH = "“The harbour’s ice is gone,” said Zoë Müller — the ferry’s café opened at once.";

  test("is put right where that is sure, with a warning", () => {
    for (const text of [ENGLISH, FRENCH, RUSSIAN, ARABIC, "Ein Café für 5 € – „ganz schön“, sagte sie."]) {
      const story = readAnyCopy({ content: spoil(text), format: "TEXT" }).story;
      expect(story.elements.map((element) => element.text).join(" ")).toBe(text);
      expect(story.warnings.join(" ")).toContain("decoded wrongly");
    }
  });

  test("is put right in documents too", () => {
    const documents = [
      readDocument("HTML", `<p>${spoil(ENGLISH)}</p>`),
      readDocument("NINJS", JSON.stringify({ uri: "u", headline: spoil("Zoë’s ice"), body_text: spoil(ENGLISH) })),
    ];
    for (const { story } of documents) {
      expect(story.elements[0]?.text).toBe(ENGLISH);
      expect(story.warnings.join(" ")).toContain("put right");
    }
    expect(documents[1]?.story.headline).toBe("Zoë’s ice");
  });

  test("is left alone where an author may have meant it", () => {
    for (const text of [
      "LE CAFÉ « ÎLE » EST À VOIR",
      "IRMÃ E IRMÃO, SÃO PAULO",
      "Â and Ã are letters",
      "Ølen på Øya er åpen",
      ENGLISH,
      FRENCH,
    ]) {
      const story = readAnyCopy({ content: `${text}, and more words follow here.`, format: "TEXT" }).story;
      expect(story.elements[0]?.text).toBe(`${text}, and more words follow here.`);
      expect(story.warnings.join(" ")).not.toContain("decoded");
    }
  });

  test("in one doubtful place is reported and left", () => {
    const { elements, warnings } = readAnyCopy({
      content: "The Ã© in the name of the ferry is painted over.",
      format: "TEXT",
    }).story;
    expect(elements[0]?.text).toContain("Ã©");
    expect(warnings.join(" ")).toContain("may have been decoded wrongly");
  });

  test("as Latin-1 instead of windows-1252 is put right", () => {
    expect(
      readAnyCopy({ content: "\u0093The ice is gone,\u0094 she said \u0096 and it\u0092s true.", format: "TEXT" }).story
        .elements[0]?.text,
    ).toBe("“The ice is gone,” she said – and it’s true.");
  });

  test("and has lost a character is kept with a warning", () => {
    const { warnings } = readAnyCopy({
      content: `The caf\ufffd of the harbour opened. ${FRENCH} ${FRENCH}`,
      format: "TEXT",
    }).story;
    expect(warnings.join(" ")).toContain("had been lost");
  });
});
