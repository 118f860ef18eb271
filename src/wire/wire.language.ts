/** The commonest small words of each language; few of them are shared by two. */
const stopWords: readonly (readonly [string, string])[] = [
  ["en", "the and of to in that is was for on with as by at from his he it said has have are not be but which this"],
  [
    "de",
    "der die das und den von zu mit ist des im für auf nicht dem ein eine sich auch als es werden hat nach wird bei",
  ],
  ["fr", "le la les des et en un une du est que qui dans pour sur par au plus pas avec ce il sont mais cette été aux"],
  ["es", "el la los las de que y en un una del se por con para su al es lo como más pero este ha sus fue según"],
  ["it", "il di che e la per un una in è non sono del della con dei le gli alla ha anche più nel si ma come questo"],
  ["pt", "o a os as de que e do da em um uma para com não no na por mais dos foi ao se como mas é à pelo são"],
  ["nl", "de het een van en in is dat op te voor met zijn niet aan er om door bij ook als naar maar heeft wordt uit"],
  ["sv", "och att det i som en på är av för med den till ett inte om har de var från vid men kan efter"],
  ["da", "og at det i en er på som til af for med den der et ikke har de var fra om men ved efter også"],
  ["pl", "w i na z do nie się że jest to o jak po za od przez dla ale są przy jego tym oraz był który"],
  ["cs", "a v se na je že s z do to o k i ve pro jako za by ale po od které jsou nebo bude který při"],
  ["tr", "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ne olduğu ancak dedi göre en"],
  ["id", "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga telah adalah sebagai"],
  ["ru", "и в не на что с по как из к для это его от за но он был о также при"],
  ["uk", "і в на що з та не як до у за про для від це його але під також який"],
  ["ar", "في من على أن إلى عن التي الذي هذا هذه مع ما قال كان بعد لا كما بين أو خلال"],
  ["fa", "و در به از که این را با است برای آن می یک شد تا کرد بر هم وی گفت شده های خود"],
  ["ur", "کے کی ہے میں اور سے کا کو نے پر ہیں کہ یہ نہیں بھی تھا گیا ان"],
  ["hi", "के है में की और से का को ने पर हैं कि यह नहीं भी था एक"],
];

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of stopWords) {
  for (const word of words.split(" ")) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
];

/** Enough words to tell a language by. */
const sampleLength = 4000;

/** The language of the text as a BCP 47 tag, from its script and its commonest small words; null when unclear. */
export function recogniseLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).replace(/https?:\S+|[@#]\S+|\S+\.(?:com|org|net)\S*/gu, " ");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return languageOfScript(sample, letters) ?? languageOfWords(sample);
}

function languageOfScript(sample: string, letters: number): string | null {
  const found = scripts.find(([language, script]) => {
    const count = sample.match(script)?.length ?? 0;
    return count > letters * (language === "ja" ? 0.15 : 0.4);
  });
  return found?.[0] ?? null;
}

function languageOfWords(sample: string): string | null {
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const languages = languagesByWord.get(word) ?? [];
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best && best[1] > (second?.[1] ?? 0)) return best[0];
  return best ? best[0] : languageOfLetters(sample);
}

/** The last resort for a few words: letters that only some languages use. */
function languageOfLetters(sample: string): string | null {
  if (/[پچژگ]/u.test(sample)) return "fa";
  if (/\p{Script=Arabic}/u.test(sample)) return "ar";
  if (/\p{Script=Cyrillic}/u.test(sample)) return /[іїєґ]/iu.test(sample) ? "uk" : "ru";
  if (/[äöüß]/iu.test(sample)) return "de";
  return null;
}
