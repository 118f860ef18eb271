import type { WireLexicon } from "./wire.lexicon.js";
import { arabic, persian } from "./wire.lexicon.ar.js";
import { czech } from "./wire.lexicon.cs.js";
import { danish } from "./wire.lexicon.da.js";
import { german } from "./wire.lexicon.de.js";
import { greek } from "./wire.lexicon.el.js";
import { english } from "./wire.lexicon.en.js";
import { spanish } from "./wire.lexicon.es.js";
import { french } from "./wire.lexicon.fr.js";
import { italian } from "./wire.lexicon.it.js";
import { dutch } from "./wire.lexicon.nl.js";
import { norwegian } from "./wire.lexicon.no.js";
import { polish } from "./wire.lexicon.pl.js";
import { portuguese } from "./wire.lexicon.pt.js";
import { romanian } from "./wire.lexicon.ro.js";
import { russian } from "./wire.lexicon.ru.js";
import { withoutWords } from "./wire.lexicon.simple.js";
import { swedish } from "./wire.lexicon.sv.js";
import { turkish } from "./wire.lexicon.tr.js";
import { ukrainian } from "./wire.lexicon.uk.js";

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
