/** A word of a text that may belong to a name; UTF-16 offsets, the end excluded, without a possessive ending. */
export interface NameWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital or a digit, or belongs to a script that has no capitals. */
  readonly isCapital: boolean;
  /** Belongs to a script with capital letters. */
  readonly isCased: boolean;
  /** A single character of a script without spaces, of which names are made of several. */
  readonly isCharacter: boolean;
  /** A small word that is inside names, such as `van` or `bin`. */
  readonly isParticle: boolean;
  /** Only spaces, hyphens, the point of an initial or a middle dot are between this word and the next one. */
  readonly joinsNext: boolean;
}

/**
 * Names have at most this many words; parts joined by a hyphen count each. In Chinese and Japanese, where a character is
 * a word, at most eight characters.
 */
export const MOST_NAME_WORDS = 6;
export const MOST_NAME_CHARACTERS = 8;

const HAN = "\\p{sc=Han}\\u3005";
const WORD = new RegExp(
  [
    "(?:https?:\\/\\/|www\\.)\\S+|[@#][\\p{L}\\p{N}_]+",
    `[${HAN}]`,
    `([[\\p{L}\\p{N}_]--[${HAN}]](?:[[\\p{L}\\p{M}\\p{N}_\\u00AD\\u0640\\u200B\\u200D-\\u200F\\u2060-\\u2069]--[${HAN}]]|['’ʼ‘](?=\\p{L}))*)`,
  ].join("|"),
  "gv",
);
const HAN_CHARACTER = new RegExp(`^[${HAN}]$`, "v");
const POSSESSIVE = /['’ʼ‘]s$/iu;
const JOINT = /^[\s\u200C]{0,3}[-‐‑·・=.]?[\s\u200C]{0,3}$/u;

const PARTICLES = new Set(
  (
    "de da do dos das del della delle di du des la le las los lo van von vom zu zum zur den der het ter ten te op " +
    "bin bint ibn ben al el ul ur ud ad as ash at az an abu umm y e i of the av af auf und"
  ).split(" "),
);

/** Letters that Unicode does not take apart, and their usual plain forms. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ة: "ه",
  ە: "ه",
};

/**
 * Folds a name to the form in which names are compared and looked up: Unicode form NFKC, small letters, no diacritics, no
 * apostrophes or possessive ending, one yeh, kaf and heh of Arabic and Persian, and one space between words, whatever
 * hyphens, points or spaces was there. Chinese characters are words of their own. Empty when there is no letter.
 */
export function foldName(name: string): string {
  return readNameWords(name)
    .map((word) => word.folded)
    .join(" ");
}

/** Reads the words of a text that can belong to names, in order; addresses, handles and tags are passed over. */
export function readNameWords(text: string): NameWord[] {
  const found = [...text.matchAll(WORD)].filter(isName);
  return found.map((match, index): NameWord => {
    const shown = match[0].replace(POSSESSIVE, "");
    const end = match.index + shown.length;
    const gap = text.slice(end, found[index + 1]?.index ?? text.length);
    const folded = foldWord(shown);
    return {
      folded,
      start: match.index,
      end,
      isCapital: isCapital(shown),
      isCased: shown.toLowerCase() !== shown.toUpperCase(),
      isCharacter: match[1] === undefined,
      isParticle: PARTICLES.has(folded),
      joinsNext: JOINT.test(gap) && (!gap.includes(".") || isInitial(shown)),
    };
  });
}

/** Words in a row that may be a name: how many, and their fold. */
export interface NameAt {
  readonly length: number;
  readonly folded: string;
}

/**
 * Returns every run of words beginning here that may be a name, longest first: it ends with a capitalised word, and a run
 * of Chinese characters has at least two.
 */
export function namesAt(words: readonly NameWord[], at: number): NameAt[] {
  const first = words[at];
  if (!first || !isInsideName(first)) return [];
  const most = first.isCharacter ? MOST_NAME_CHARACTERS : MOST_NAME_WORDS;
  const names: NameAt[] = [];
  let folded = "";
  for (let length = 1; length <= most; length += 1) {
    const last = words[at + length - 1];
    if (!last || !isInsideName(last)) break;
    folded = length === 1 ? last.folded : `${folded} ${last.folded}`;
    if (last.isCapital && !(length === 1 && last.isCharacter)) names.push({ length, folded });
    if (!last.joinsNext) break;
  }
  return names.reverse();
}

/** Addresses and handles are no names, nor is anything with an underscore in it. */
function isName(match: RegExpExecArray): boolean {
  return match[1] === undefined ? HAN_CHARACTER.test(match[0]) : !match[1].includes("_");
}

function isInsideName(word: NameWord): boolean {
  return word.isCapital || word.isParticle;
}

function isCapital(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 32);
  return first !== first.toLowerCase() || first.toUpperCase() === first;
}

/** Initials and short titles such as `St.` and `Jr.` carry a point inside a name. */
function isInitial(word: string): boolean {
  return /^\p{L}{1,2}$/u.test(word);
}

function foldWord(word: string): string {
  return word
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u00AD\u0640\u200B-\u200F\u2060-\u2069'’ʼ‘]/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .replace(/[ßæœøłđðþıيىكةە]/gu, (letter) => PLAIN_FORMS[letter] ?? letter);
}
