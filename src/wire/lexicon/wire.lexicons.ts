import type { WireLexicon } from "./wire.lexicon.js";
import { arabic, persian } from "./wire.lexicon.ar.js";
import { german } from "./wire.lexicon.de.js";
import { english } from "./wire.lexicon.en.js";
import { spanish } from "./wire.lexicon.es.js";
import { french } from "./wire.lexicon.fr.js";
import { italian } from "./wire.lexicon.it.js";
import { portuguese } from "./wire.lexicon.pt.js";

const lexicons: ReadonlyMap<string, WireLexicon> = new Map(
  [english, german, french, spanish, italian, portuguese, arabic, persian].map((lexicon) => [
    lexicon.language,
    lexicon,
  ]),
);

/** The lexicon of a BCP 47 language; English where there is none, whose punctuation the world's wires share. */
export function lexiconFor(language: string): WireLexicon {
  return lexicons.get(language.split("-")[0] ?? "") ?? english;
}
