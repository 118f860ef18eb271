import chardet from "chardet";
import { judgeLanguage } from "../text/language.js";
import { fromWindows } from "../text/windows-1252.js";

/** What bytes without a name of their encoding turned out to be. */
export interface GuessedEncoding {
  /** The one in which they make words; null when there is none, or several that differ. */
  readonly encoding: string | null;
  /** The likeliest ones, the best first, for anybody who has to decide. */
  readonly candidates: readonly string[];
}

/** How well a text reads as one that people wrote, from 0 to 1. */
type Judge = (text: Sample, detected: string | null) => number;

interface Sample {
  readonly text: string;
  /** All its letters. */
  readonly letters: readonly string[];
  /** Its characters beyond ASCII without spaces and the punctuation that all scripts share. */
  readonly high: readonly string[];
}

/** Letters beyond ASCII that each language of the Latin script uses. */
const ALPHABETS: Readonly<Record<string, string>> = {
  en: "éèêëïîôöçñüáàâäåøæ",
  de: "äöüßé",
  fr: "àâæçéèêëîïôœùûüÿ",
  es: "áéíñóúüªº",
  pt: "áâãàçéêíóôõúüªº",
  it: "àèéìíîòóùúªº",
  nl: "éëïóöüèêá",
  ca: "àçèéíïòóúü",
  sv: "åäöé",
  da: "åæøé",
  no: "åæøéòôê",
  fi: "äöåéšž",
  is: "áðéíóúýþæö",
  pl: "ąćęłńóśźż",
  cs: "áčďéěíňóřšťúůýž",
  sk: "áäčďéíĺľňóôŕšťúýž",
  hu: "áéíóöőúüű",
  ro: "ăâîșțşţ",
  hr: "čćđšž",
  tr: "çğıöşüi̇âîû",
  lt: "ąčęėįšųūž",
  lv: "āčēģīķļņšūž",
  et: "äõöüšž",
};

const WESTERN = "en de fr es pt it nl ca sv da no fi is".split(" ");
const CENTRAL = "pl cs sk hu ro hr".split(" ");

/** Encodings with what judges them. Of several that make the same text of the bytes, the first is taken. */
const ENCODINGS: readonly (readonly [string, Judge])[] = [
  ["windows-1252", latin(WESTERN)],
  ["iso-8859-15", latin(WESTERN)],
  ["windows-1250", latin(CENTRAL)],
  ["iso-8859-2", latin(CENTRAL)],
  ["iso-8859-16", latin(["ro"])],
  ["windows-1254", latin(["tr"])],
  ["windows-1257", latin(["lt", "lv", "et"])],
  ["iso-8859-13", latin(["lt", "lv", "et"])],
  ["macintosh", latin(WESTERN)],
  ["windows-1251", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["koi8-r", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["koi8-u", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["iso-8859-5", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["ibm866", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["x-mac-cyrillic", cased(/\p{Script=Cyrillic}/u, "оеаинтсрвлі", 0.52)],
  ["windows-1253", cased(/\p{Script=Greek}/u, "αοιετσνηυρπκμλςάέήίόύώ", 0.8)],
  ["iso-8859-7", cased(/\p{Script=Greek}/u, "αοιετσνηυρπκμλςάέήίόύώ", 0.8)],
  ["windows-1255", cased(/\p{Script=Hebrew}/u, "יוהלאמרתבשםן", 0.6)],
  ["iso-8859-8", cased(/\p{Script=Hebrew}/u, "יוהלאמרתבשםן", 0.6)],
  ["windows-1256", cased(/\p{Script=Arabic}/u, "ايلمنتربهدوعی", 0.58)],
  ["iso-8859-6", cased(/\p{Script=Arabic}/u, "ايلمنتربهدوعی", 0.58)],
  ["windows-874", cased(/\p{Script=Thai}/u, "นรอกเงมยลวด่าทัี้สะตป", 0.6)],
  ["shift_jis", japanese],
  ["euc-jp", japanese],
  ["euc-kr", korean],
  ["gb18030", chinese],
  ["big5", chinese],
];

/** Less than this is no text of a language. */
const LEAST_SCORE = 0.7;

/** Two readings that differ by less leave it open which is right. */
const LEAST_LEAD = 0.1;

interface Reading {
  readonly encoding: string;
  readonly text: string;
  readonly score: number;
}

/**
 * Finds the encoding of bytes that name none: each is tried, and its text is judged by the letters, the words and the
 * cases of the languages that were written in it. What a detector of byte patterns finds counts as one more sign.
 */
export function guessEncoding(bytes: Uint8Array): GuessedEncoding {
  const detected = chardet.analyse(bytes).find(({ confidence, lang }) => confidence >= 20 && lang !== undefined);
  const readings = ENCODINGS.flatMap(([encoding, judge]): readonly Reading[] => {
    const text = decodeWhole(bytes, encoding);
    return text === null ? [] : [{ encoding, text, score: judge(sampleOf(text), detected?.lang ?? null) }];
  });
  const [best, ...others] = [...readings].sort((one, other) => other.score - one.score);
  if (!best || best.score < 0.4) return { encoding: null, candidates: [] };
  const rivals = others.filter(({ text, score }) => text !== best.text && score > best.score - LEAST_LEAD);
  const candidates = [best, ...rivals].slice(0, 4).map(({ encoding }) => encoding);
  const isSure = best.score >= LEAST_SCORE && rivals.length === 0;
  return { encoding: isSure ? best.encoding : null, candidates };
}

/** The text when the bytes can be in the encoding; the sample may end within a character. */
function decodeWhole(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return encoding === "windows-1252" ? fromWindows(text) : text;
  } catch {
    return null;
  }
}

/** Punctuation that texts of all languages use. */
const SHARED = /[\s\u00a0«»‹›“”„‘’‚–—…•·§°€£©®™¡¿´\u00ad\u200b-\u200f№]/u;

function sampleOf(raw: string): Sample {
  const text = raw.replace(/<[^<>]{0,500}>|https?:\S+/gu, " ");
  const high = [...text].filter((character) => character > "\u007f" && !SHARED.test(character));
  return { text, letters: text.match(/\p{L}/gu) ?? [], high };
}

function share(all: readonly string[], passes: (one: string) => boolean): number {
  return all.length === 0 ? 0 : all.filter(passes).length / all.length;
}

/** What no word has: a change of case or script within it, signs between its letters, and a mark of Greek before it. */
const ODD: readonly RegExp[] = [
  /(?=\p{Script=Latin})\p{Ll}\p{Lu}(?!\p{Ll})|(?!\p{Script=Latin})\p{Ll}\p{Lu}/gu,
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/gu,
  /\p{L}[¤¦¬¯¸¹²³×÷¢¥§©®°±¶€]\p{L}|\p{L}€/gu,
  /(?<![\p{L}\p{M}])[’¶¢]\p{Script=Greek}/gu,
];

/** Where letters change from small to large within a word, or from script to script, the text was misread. */
function oddness({ text, letters }: Sample): number {
  const odd = ODD.flatMap((form) => text.match(form) ?? []);
  return Math.min(1, (odd.length * 12) / Math.max(1, letters.length));
}

/** Of fewer letters in the Latin script, those beyond ASCII may be of any of its encodings. */
const FEWEST_LETTERS = 20;

/** Judges text in the Latin script by the letters of the language that its words are of. */
function latin(languages: readonly string[]): Judge {
  return (sample, detected) => {
    const { high, letters, text } = sample;
    // No language of this script has more of them.
    if (share(letters, (letter) => letter > "\u007f") > 0.3) return 0;
    const { tag, likely } = judgeLanguage(text);
    const scores = languages.map((language) => {
      const own = ALPHABETS[language] ?? "";
      const known = share(high, (letter) => own.includes(letter.toLowerCase()));
      const isNamed = tag === language || (tag === "und" && (likely === language || detected === language));
      const isDetected = detected === language && !(tag in ALPHABETS);
      return (high.length === 0 ? 1 : known ** 2) * (isNamed || isDetected ? 1 : 0.72);
    });
    const isShort = letters.length < FEWEST_LETTERS;
    return Math.max(...scores) * (1 - oddness(sample)) * (isShort ? 0.65 : 1);
  };
}

/** Judges text in another script by its share of it, and by the letters that are the commonest in its languages. */
function cased(script: RegExp, common: string, usual: number): Judge {
  return (sample) => {
    const { high } = sample;
    if (high.length < 8) return 0;
    const own = share(high, (character) => script.test(character) || /\p{M}/u.test(character));
    const letters = high.filter((character) => script.test(character));
    const often = Math.min(1, share(letters, (letter) => common.includes(letter)) / usual);
    const isMidWord = sample.text.match(/[ךםןףץ]\p{Script=Hebrew}/gu)?.length ?? 0;
    return own ** 3 * often * (1 - oddness(sample)) * (1 - Math.min(1, (isMidWord * 10) / letters.length));
  };
}

/** The punctuation of East Asia, which counts for none of the scripts. */
const EASTERN = /[\u3000-\u303f\uff00-\uff60\uffe0-\uffee]/u;

function japanese({ high }: Sample): number {
  const words = high.filter((character) => !EASTERN.test(character));
  const kana = share(words, (character) => /[\u3041-\u30ff]/u.test(character));
  const own = share(words, (character) => /[\u3041-\u30ff\u4e00-\u9fff々]/u.test(character));
  return words.length < 6 || kana < 0.15 ? 0 : own ** 3;
}

const COMMON_HANGUL = "이다는의에을가지고를은한하로도기사인서어시해대자과수일정부그리제원들나";

function korean({ high }: Sample): number {
  const words = high.filter((character) => !EASTERN.test(character));
  if (words.length < 6) return 0;
  const own = share(words, (character) => /\p{Script=Hangul}/u.test(character));
  const often = Math.min(1, share(words, (character) => COMMON_HANGUL.includes(character)) / 0.2);
  return own ** 2 * often;
}

const COMMON_HAN =
  "的一是在不了有和人中大上我以要他用生到作地出就分成可主年同工也能下子面而方多定行法所民得部日月本公市自政前新长長家高外说說这這国國时時来來为為个個们們会會动動过過后後发發对對于於学學经經产產将將与與报報关關开開务務局示港口区區表";

function chinese({ high }: Sample): number {
  const words = high.filter((character) => !EASTERN.test(character));
  if (words.length < 6) return 0;
  const own = share(words, (character) => /[\u4e00-\u9fff]/u.test(character));
  const often = Math.min(1, share(words, (character) => COMMON_HAN.includes(character)) / 0.16);
  return own ** 3 * often;
}
