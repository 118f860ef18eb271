import type { LanguageLexicon } from "./language-lexicon.js";
import { arabicLexicon, persianLexicon } from "./ar.js";
import { czechLexicon } from "./cs.js";
import { danishLexicon } from "./da.js";
import { germanLexicon } from "./de.js";
import { greekLexicon } from "./el.js";
import { englishLexicon } from "./en.js";
import { spanishLexicon } from "./es.js";
import { frenchLexicon } from "./fr.js";
import { italianLexicon } from "./it.js";
import { dutchLexicon } from "./nl.js";
import { norwegianLexicon } from "./no.js";
import { polishLexicon } from "./pl.js";
import { portugueseLexicon } from "./pt.js";
import { romanianLexicon } from "./ro.js";
import { russianLexicon } from "./ru.js";
import { withoutWords } from "./shared-parts.js";
import { swedishLexicon } from "./sv.js";
import { turkishLexicon } from "./tr.js";
import { ukrainianLexicon } from "./uk.js";

const fully = [
  englishLexicon,
  germanLexicon,
  frenchLexicon,
  spanishLexicon,
  italianLexicon,
  portugueseLexicon,
  arabicLexicon,
  persianLexicon,
];
const plainly = [
  swedishLexicon,
  danishLexicon,
  norwegianLexicon,
  dutchLexicon,
  russianLexicon,
  ukrainianLexicon,
  polishLexicon,
  czechLexicon,
  romanianLexicon,
  greekLexicon,
  turkishLexicon,
];

/** Every language whose words are written down. */
export const lexicons: readonly LanguageLexicon[] = [...fully, ...plainly];

const byLanguage: ReadonlyMap<string, LanguageLexicon> = new Map([
  ...lexicons.map((lexicon) => [lexicon.language, lexicon] as const),
  ["nb", norwegianLexicon],
  ["nn", norwegianLexicon],
]);

/** The lexicon of a BCP 47 language; where there is none, one without words, by which no speaker is named. */
export function lexiconFor(language: string): LanguageLexicon {
  return byLanguage.get(language.split("-")[0]?.toLowerCase() ?? "") ?? withoutWords;
}
