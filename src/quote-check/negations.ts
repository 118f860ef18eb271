import { foldWord } from "./fold.js";

/** Negating words by language. Words that usually mean something else, such as French `personne`, are left out. */
const NEGATIONS = [
  // English, German, Dutch
  "not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely dont wont cant",
  "nicht nichts nie niemals niemand niemanden niemandem niemandes kein keine keinen keinem keiner keines keins nein",
  "nirgends nirgendwo weder ohne kaum keineswegs keinesfalls niet geen nooit niets nergens zonder nee",
  // French, Spanish, Italian, Portuguese
  "ne pas jamais rien aucun aucune nul nulle ni non sans guère nunca jamás nada nadie ningún ninguno ninguna ningunos",
  "ningunas tampoco sin mai nessun nessuno nessuna niente nulla né senza neanche nemmeno neppure não ninguém nenhum",
  "nenhuma nem sem tampouco",
  // Arabic, Persian, Hebrew
  "لا لم لن ليس ليست ليسوا لست لسنا ولا ولم ولن وليس فلا فلم فلن فليس ألا كلا غير بدون دون بلا أبدا",
  "نه نیست نیستم نیستیم نیستند نبود نبودند هیچ هرگز نباید نشد نکرد نکرده نکنید نکنیم نمی לא אין ולא ואין מעולם בלי ללא",
  // Russian, Ukrainian, Polish, Turkish, Hindi, Greek, Swedish, Danish, Norwegian, Indonesian
  "не нет ни никогда ничего никто нельзя без немає ніколи nie nigdy değil yok hiç hayır asla नहीं मत बिना δεν μην όχι",
  "inte aldrig ingen inget inga ikke aldri intet tidak bukan jangan",
];

/** Words that answer a question by themselves: `No, new taxes are coming` is not `No new taxes are coming`. */
const ANSWERS = "no nein non não nee нет لا نه nej nei hayır όχι לא";

/** Negation that is part of a word: English `isn't`, French `n'ira`, Persian and Korean verbs. */
const WITHIN_WORD = /n't$|^n'\p{L}|^نمی|^نخواه|않|없|^아니|^안$|^못/u;

/** Negation in scripts without spaces: a stretch of text, for its words are single characters. */
const WITHIN_UNSPACED = /ない|なかっ|なけれ|なく|ません|いいえ|ずに|[不没沒無无未非别別勿否]|ไม่|မ[^\s]*ဘူး/u;

/** Prefixes that turn a word into its opposite where brackets insert them: `[un]happy`. */
const PREFIXES = /^(?:un|in|im|ir|il|non|dis|mis|nicht|نا|بی|不|非|無|未)-?$/iu;

const negations = toSet(NEGATIONS.join(" "));
const answers = toSet(ANSWERS);

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map((word) => foldWord(word)));
}

/** Whether a folded word negates, in whatever language. */
export function isNegation(key: string): boolean {
  const lower = key.toLowerCase();
  return negations.has(lower) || WITHIN_WORD.test(lower);
}

/** Whether a folded word is a negative answer when a mark follows it, and a determiner when none does. */
export function isAnswer(key: string): boolean {
  return answers.has(key.toLowerCase());
}

/** Whether a stretch of a text in a script without spaces negates. */
export function negatesUnspaced(text: string): boolean {
  return WITHIN_UNSPACED.test(text);
}

/** Whether these letters, put before a word, turn it into its opposite. */
export function isNegativePrefix(letters: string): boolean {
  return PREFIXES.test(letters.trim());
}
