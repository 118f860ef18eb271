import type { CatalogueOf } from "../catalogue.ts";
import type { quotes as source } from "../en/quotes.ts";

/** Who said what, in French. */
export const quotes: CatalogueOf<typeof source> = {
  "quotes.title": "Qui a dit quoi",
  "quotes.words": "Mots",
  "quotes.speaker": "Locuteur",
  "quotes.verdict": "Verdict",
  "quotes.from": "Du",
  "quotes.until": "Au",
  "quotes.topic": "Sujet",
  "quotes.none": "Aucune citation ne correspond.",
  "quotes.noSpeaker": "Locuteur inconnu",
  "quotes.total": { one: "{count} citation", many: "{count} citations", other: "{count} citations" },
  "quotes.also": "Les mêmes mots aussi dans :",
  "quotes.original": "dans la source : {words}",
  "quotes.added": "absent de la source : {words}",
  "quotes.removed": "omis : {words}",
  "quotes.keys": "Flèches pour se déplacer, Entrée pour ouvrir le paragraphe",
};
