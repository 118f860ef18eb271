import type { CatalogueOf } from "../catalogue.ts";
import type { quotes as source } from "../en/quotes.ts";

/** Who said what, in German. */
export const quotes: CatalogueOf<typeof source> = {
  "quotes.title": "Wer hat was gesagt",
  "quotes.words": "Wortlaut",
  "quotes.speaker": "Sprecher",
  "quotes.verdict": "Ergebnis",
  "quotes.from": "Von",
  "quotes.until": "Bis",
  "quotes.topic": "Thema",
  "quotes.none": "Kein Zitat passt.",
  "quotes.noSpeaker": "Sprecher unbekannt",
  "quotes.total": { one: "{count} Zitat", other: "{count} Zitate" },
  "quotes.also": "Derselbe Wortlaut auch in:",
  "quotes.original": "in der Quelle: {words}",
  "quotes.added": "nicht in der Quelle: {words}",
  "quotes.removed": "ausgelassen: {words}",
  "quotes.keys": "Pfeiltasten bewegen, Eingabe öffnet den Absatz",
};
