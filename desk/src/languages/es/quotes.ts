import type { CatalogueOf } from "../catalogue.ts";
import type { quotes as source } from "../en/quotes.ts";

/** Who said what, in Spanish. */
export const quotes: CatalogueOf<typeof source> = {
  "quotes.title": "Quién dijo qué",
  "quotes.words": "Palabras",
  "quotes.speaker": "Hablante",
  "quotes.verdict": "Veredicto",
  "quotes.from": "Desde",
  "quotes.until": "Hasta",
  "quotes.topic": "Tema",
  "quotes.none": "Ninguna cita coincide.",
  "quotes.noSpeaker": "Hablante desconocido",
  "quotes.total": { one: "{count} cita", many: "{count} citas", other: "{count} citas" },
  "quotes.also": "Las mismas palabras también en:",
  "quotes.original": "en la fuente: {words}",
  "quotes.added": "no está en la fuente: {words}",
  "quotes.removed": "omitido: {words}",
  "quotes.keys": "Flechas para moverse, Intro abre el párrafo",
};
