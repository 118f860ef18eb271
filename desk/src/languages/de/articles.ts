import type { CatalogueOf } from "../catalogue.ts";
import type { articles as source } from "../en/articles.ts";

/** The list of articles, in German. */
export const articles: CatalogueOf<typeof source> = {
  "articles.title": "Artikel",
  "articles.new": "Neuer Artikel",
  "articles.states": "Status",
  "articles.search": "Überschriften durchsuchen",
  "articles.mine": "Meine",
  "articles.changed": "Unveröffentlichte Änderungen",
  "articles.section": "Ressort",
  "articles.language": "Sprache",
  "articles.clear": "Filter zurücksetzen",
  "articles.none": "Kein Artikel passt.",
  "articles.arrived": {
    one: "{count} neuen oder geänderten Artikel zeigen",
    other: "{count} neue oder geänderte Artikel zeigen",
  },
  "articles.words": { one: "{count} Wort", other: "{count} Wörter" },
  "articles.publishAt": "Erscheint {moment}",
  "articles.embargo": "Sperrfrist bis {moment}",
  "articles.restore": "Wiederherstellen",
  "articles.restored": "Wiederhergestellt: {headline}",
  "articles.headline": "Überschrift",
  "articles.newHint": "Alles lässt sich später ändern.",
  "articles.create": "Anlegen",
  "articles.untitled": "Ohne Überschrift",
  "articles.keys": "Pfeiltasten bewegen, Eingabe öffnet, / sucht",
};
