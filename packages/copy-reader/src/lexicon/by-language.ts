import type { WireLexicon } from "./language-lexicon.js";
import { arabic, persian } from "./ar.js";
import { czech } from "./cs.js";
import { danish } from "./da.js";
import { german } from "./de.js";
import { greek } from "./el.js";
import { english } from "./en.js";
import { spanish } from "./es.js";
import { french } from "./fr.js";
import { italian } from "./it.js";
import { dutch } from "./nl.js";
import { norwegian } from "./no.js";
import { polish } from "./pl.js";
import { portuguese } from "./pt.js";
import { romanian } from "./ro.js";
import { russian } from "./ru.js";
import { withoutWords } from "./shared-parts.js";
import { swedish } from "./sv.js";
import { turkish } from "./tr.js";
import { ukrainian } from "./uk.js";

const fully = [english, german, french, spanish, italian, portuguese, arabic, persian];
const plainly = [swedish, danish, norwegian, dutch, russian, ukrainian, polish, czech, romanian, greek, turkish];

/** Every language whose words are written down. */
export const lexicons: readonly WireLexicon[] = [...fully, ...plainly];

const byLanguage: ReadonlyMap<string, WireLexicon> = new Map([
  ...lexicons.map((lexicon) => [lexicon.language, lexicon] as const),
  ["nb", norwegian],
  ["nn", norwegian],
]);

/** The lexicon of a BCP 47 language; where there is none, one without words, by which no speaker is named. */
export function lexiconFor(language: string): WireLexicon {
  return byLanguage.get(language.split("-")[0]?.toLowerCase() ?? "") ?? withoutWords;
}
