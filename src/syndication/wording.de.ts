import type { Wording } from "./wording.js";

/** The reading page in German. */
export const german: Wording = {
  skip: "Zum Artikel springen",
  published: "Veröffentlicht: {moment}",
  updated: "Aktualisiert: {moment}",
  draft: "Entwurf: nicht veröffentlicht",
  changes: "Änderungen an diesem Artikel",
  corrections: {
    CORRECTION: "Korrektur",
    CLARIFICATION: "Klarstellung",
    UPDATE: "Aktualisierung",
    RETRACTION: "Rücknahme",
  },
  quoted: "In diesem Artikel zitiert",
  quote: "Zitat {number}",
  quoteInText: "Zitat {number} im Text",
  unnamed: "Ohne Namensnennung",
  verdicts: {
    EXACT: "Wortgleich mit der Quelle",
    MARKED_EDIT: "Wie in der Quelle; Kürzungen und Zusätze sind gekennzeichnet",
    ALTERED: "Weicht von der Quelle ab, ohne Kennzeichnung",
    NOT_FOUND: "In der Quelle nicht gefunden",
    NOT_COMPARABLE: "Übersetzung, nicht Wort für Wort vergleichbar",
    UNSOURCED: "Keine Quelle zum Vergleich hinterlegt",
  },
  paraphrase: "Sinngemäß, in den Worten des Artikels",
  translation: "Übersetzt",
  share: "{share} der Wörter stimmen mit der Quelle überein",
  differences: {
    ADDED: "Nur im Zitat: {quoted}",
    REMOVED: "Nur in der Quelle: {original}",
    CHANGED: "In der Quelle: {original}; im Zitat: {quoted}",
  },
  source: "Quelle: {source}",
  sources: "Quellen der Zitate",
  post: "Beitrag von {author}",
  postOn: "Beitrag von {author} auf {platform}",
  original: "Zum Original",
  availability: {
    UNKNOWN: "Wortlaut vom {day}.",
    LIVE: "Wortlaut vom {day}; dort unverändert.",
    EDITED: "Wortlaut vom {day}; dort seither geändert.",
    DELETED: "Wortlaut vom {day}; dort seither gelöscht.",
  },
  notices: {
    GONE: { title: "Dieser Artikel wurde zurückgezogen", text: "Zurückgezogen: {moment}" },
    MISSING: {
      title: "Hier ist kein Artikel",
      text: "Die Adresse stimmt vielleicht nicht, oder der Artikel ist nicht mehr veröffentlicht.",
    },
    MOVED: { title: "Dieser Artikel ist umgezogen", text: "Er steht jetzt unter {address}." },
  },
};
